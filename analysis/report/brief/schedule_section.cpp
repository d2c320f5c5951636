/// Quarters by office and county, and every office with what it has to do.
#include <fmt/format.h>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/judge/measure_name.hpp"
#include "analysis/judge/offices.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "analysis/report/brief_sections.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/words/brief/office_names.hpp"
#include "analysis/words/brief/target_words.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Look;
using document::Run;

constexpr std::size_t kQuarters = 4;

std::string end_of_month(const Page& page, int month) {
  return fmt::format(fmt::runtime(page.word("schedule.end")), month_words(month, page.language()));
}

/// Asked, plan and baseline at the end of one quarter, one below another.
Cell quarter_cell(Page& page, const Verdict& v, const QuarterFigure& q) {
  Cell cell(Line{small(page.word("schedule.asked") + " "), quarter_run(page, v, q, "asked")});
  cell.below(Line{small(page.word(page.baseline() == nullptr ? "schedule.run" : "plan") + " "), quarter_run(page, v, q, "plan")});
  if (q.baseline) cell.below(Line{small(page.word("schedule.baseline") + " "), quarter_run(page, v, q, "baseline")});
  return cell;
}

/// The four ends of quarters of a year; a month that ends no quarter stands in the column of its quarter.
std::vector<Cell> quarter_cells(Page& page, const Verdict& v, const TargetSchedule& schedule) {
  std::vector<Cell> cells(kQuarters, Cell("—"));
  for (const QuarterFigure& q : schedule.quarters) {
    Cell cell = quarter_cell(page, v, q);
    if (q.end.number() % 3 != 0) cell.below(small(to_string(q.end)));
    cells[static_cast<std::size_t>((q.end.number() - 1) / 3)] = std::move(cell);
  }
  return cells;
}

document::Table target_table(Page& page) {
  const ReportInput& input = page.input();
  std::vector<document::Column> columns{words(page.word("brief.offices"), 1.3), words(page.word("target"), 1.8),
                                        words(page.word("judged"), 0.9)};
  for (const int month : {3, 6, 9, 12}) columns.push_back(words(end_of_month(page, month), 1.2));
  TableRows table("schedule", page.word("schedule.table"), std::move(columns));
  for (const Verdict* v : main_targets(input.verdicts)) {
    for (const TargetSchedule& schedule : input.schedule.targets) {
      if (schedule.target != v->target) continue;
      const ClauseOffices offices = offices_of_clause(page.world(), v->clause);
      std::vector<Cell> row{offices_text(page, offices.leads, offices.others), short_name(*v, page.names(), page.language()),
                            judged(page, *v)};
      for (Cell& cell : quarter_cells(page, *v, schedule)) row.push_back(std::move(cell));
      table.row(std::move(row));
    }
  }
  return table.take(page.one_run_note());
}

Run county_run(Page& page, const std::string& county, const CountyQuarter& q, std::string_view figure, std::string_view side) {
  const std::optional<double>& value = figure == "rail_tonnes" ? q.rail_t : figure == "rail_share" ? q.rail_share : q.nox_t;
  const std::string unit = figure == "rail_share" ? "1" : "t";
  const std::string month = to_string(q.end);
  return page.figure(fmt::format("schedule:{}:{}:{}:{}", county, figure, month, side),
                     {value,
                      unit,
                      figure_text(value, unit, page.language()),
                      page.plan().of,
                      1,
                      "derived(assumed)",
                      {"schedule.csv",
                       {{"kind", "county"}, {"id", county}, {"figure", std::string(figure)}, {"month", month}},
                       std::string(side),
                       "",
                       {}}});
}

/// One county's figure by the end of a quarter, plan and in brackets baseline.
Cell county_cell(Page& page, const CountySchedule& county, std::size_t quarter, std::string_view figure) {
  Line line{county_run(page, county.county, county.plan[quarter], figure, "plan")};
  if (quarter < county.baseline.size()) {
    line.push_back(small(page.language() == Language::zh ? "（" : " ("));
    line.push_back(county_run(page, county.county, county.baseline[quarter], figure, "baseline"));
    line.push_back(small(page.language() == Language::zh ? "）" : ")"));
  }
  return Cell(std::move(line));
}

document::Table county_table(Page& page) {
  const Schedule& schedule = page.input().schedule;
  std::vector<document::Column> columns{words(page.word("schedule.county"), 1.0), words(page.word("metric"), 1.0)};
  for (const int month : {3, 6, 9, 12}) columns.push_back(numbers(end_of_month(page, month), 1.5));
  TableRows table("schedule_counties", fmt::format(fmt::runtime(page.word("schedule.counties")), schedule.county_year), std::move(columns));
  constexpr std::array<std::pair<const char*, const char*>, 3> kFigures{
      {{"rail_tonnes", "schedule.rail"}, {"rail_share", "schedule.share"}, {"exhaust", "schedule.nox"}}};
  for (const CountySchedule& county : schedule.counties) {
    std::string name = area_name(county.county, page.language());
    for (const auto& [figure, key] : kFigures) {
      std::vector<Cell> row{name, page.word(key)};
      for (std::size_t q = 0; q < kQuarters; ++q) row.push_back(q < county.plan.size() ? county_cell(page, county, q, figure) : Cell("—"));
      table.row(std::move(row));
      name.clear();
    }
  }
  return table.take(page.word(page.baseline() == nullptr ? "schedule.county.run" : "schedule.county.note"));
}

/// The targets of an office with how they stand.
Cell targets_of_office(Page& page, const OfficeDuties& duties) {
  Cell cell;
  for (const Id<Target> id : duties.targets) {
    for (const Verdict& v : page.input().verdicts) {
      if (v.target != page.world().targets[id].id) continue;
      const bool leads = std::find(duties.leads.begin(), duties.leads.end(), page.world().targets[id].clause) != duties.leads.end();
      cell.below(Line{small(page.word(leads ? "offices.led" : "offices.joined") + " "),
                      text(short_name(v, page.names(), page.language()) + " "), judged(page, v)});
    }
  }
  return cell.lines.empty() ? Cell(small(page.word("offices.no_target"))) : cell;
}

document::Table offices_table(Page& page) {
  TableRows table(
      "offices", page.word("offices.all"),
      {words(page.word("offices.office"), 1.4), numbers(page.word("offices.clauses"), 0.8), words(page.word("clauses.targets"), 4.0)});
  for (const OfficeDuties& duties : duties_of_offices(page.world())) {
    const std::string name = duties.name.empty() ? page.word("offices.none") : office_name(duties.name, page.language());
    const document::From rows{page.input_file("clauses.csv"), {}, "", "rows whose offices name it", {}};
    table.row(
        {strong(name),
         Line{page.count("office_leads:" + duties.name, duties.leads.size(), rows), text(page.language() == Language::zh ? "（" : " ("),
              page.count("office_joins:" + duties.name, duties.joins.size(), rows), text(page.language() == Language::zh ? "）" : ")")},
         targets_of_office(page, duties)});
  }
  return table.take();
}

}  // namespace

Blocks schedule_section(Page& page) {
  Blocks blocks;
  if (!page.input().schedule.targets.empty()) {
    blocks.push_back(paragraph(page.word("schedule.lead"), document::Tone::small));
    blocks.push_back(target_table(page));
  }
  if (!page.input().schedule.counties.empty()) blocks.push_back(county_table(page));
  return blocks;
}

Blocks offices_section(Page& page) { return {offices_table(page)}; }

}  // namespace railshift::analysis::report

/// One page for whoever signs.
#include "analysis/report/brief_sections.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "analysis/report/brief/network_maps.hpp"
#include "analysis/words/brief/office_names.hpp"
#include "analysis/words/brief/target_words.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/lever_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Look;
using document::Run;

constexpr std::size_t kOfficesNamed = 2;

/// English words take more room: fewer rows and names keep the page whole.
std::size_t rows_shown(Language language) { return language == Language::zh ? kBriefRows : kBriefRows - 2; }
std::size_t names_shown(Language language) { return language == Language::zh ? kBoxNames : kBoxNames - 2; }

Look look_of_box(StatusBox box) {
  switch (box) {
    case StatusBox::on_track:
      return Look::good;
    case StatusBox::if_executed:
      return Look::open;
    case StatusBox::late_or_missed:
    case StatusBox::impossible:
      return Look::bad;
    case StatusBox::undecided:
      return Look::unsure;
  }
  return Look::plain;
}

/// Which rows of verdicts.csv a box counts: by status, of a run alone by outcome.
const char* rows_in(StatusBox box, const Page& page) {
  const bool assessed =
      std::any_of(page.input().verdicts.begin(), page.input().verdicts.end(), [](const Verdict& v) { return v.status.has_value(); });
  switch (box) {
    case StatusBox::on_track:
      return assessed ? "rows where status=on_track" : "rows where outcome=met";
    case StatusBox::if_executed:
      return "rows where status=if_executed";
    case StatusBox::late_or_missed:
      return assessed ? "rows where status=late or status=missed" : "rows where outcome=missed";
    case StatusBox::impossible:
      return "rows where status=impossible_reading or status=impossible_capacity";
    case StatusBox::undecided:
      return assessed ? "rows where status=cannot_say or status=not_testable" : "rows where outcome=cannot_say or outcome=not_testable";
  }
  return "";
}

document::Boxes status_boxes(Page& page) {
  document::Boxes boxes;
  for (const StatusBox box : kStatusBoxes) {
    const std::string key{to_text(box)};
    document::Box made{page.word("brief.box." + key), look_of_box(box), {}, {}, {}};
    std::size_t number = 0;
    for (const Verdict* v : main_targets(page.input().verdicts)) {
      if (box_of(*v) != box) continue;
      if (++number <= names_shown(page.language())) made.names.push_back({text(short_name(*v, page.names(), page.language()))});
    }
    if (const std::size_t shown = names_shown(page.language()); number > shown)
      made.names.push_back({small(fmt::format(fmt::runtime(page.word("brief.box.more")), number - shown))});
    const Run count = page.count("box:" + key, number, {"verdicts.csv", {{"reading_of", ""}}, "", rows_in(box, page), {}});
    made.count = count.text;
    made.figure = count.figure;
    boxes.boxes.push_back(std::move(made));
  }
  return boxes;
}

Look look_of_risk(Risk risk) {
  switch (risk) {
    case Risk::low:
      return Look::good;
    case Risk::middle:
      return Look::open;
    case Risk::high:
      return Look::bad;
    case Risk::unknown:
      return Look::unsure;
  }
  return Look::plain;
}

/// 3月 61% · 6月 62% ...: what is asked by the end of each quarter.
Line quarters_line(Page& page, const OfficeRow& row) {
  Line line;
  if (row.schedule == nullptr) return {text("—")};
  for (const QuarterFigure& q : row.schedule->quarters) {
    if (!q.asked) continue;
    if (!line.empty()) line.push_back(text(" · "));
    line.push_back(text(fmt::format(fmt::runtime(page.word("brief.quarter")), month_words(q.end.number(), page.language()))));
    line.push_back(quarter_run(page, *row.target, q, "asked"));
  }
  return line.empty() ? Line{text("—")} : line;
}

Cell path_cell(Page& page, const Verdict& v) {
  Cell cell(
      Line{text(std::string(sign(v.op)) + " "), page.of_verdict(v, "threshold"), text(" → "), page.of_verdict(v, "value", Look::strong)});
  if (v.value_executed && v.value_executed != v.value)
    cell.below(page.sentence("brief.path.executed", {page.of_verdict(v, "value_executed", Look::small)}));
  return cell;
}

document::Table office_table(Page& page) {
  const ReportInput& input = page.input();
  const std::vector<OfficeRow> rows =
      office_rows({page.world(), input.verdicts, input.levers ? &*input.levers : nullptr, input.chances, input.schedule});
  TableRows table("office_brief", page.word("brief.table"),
                  {words(page.word("brief.offices"), page.language() == Language::zh ? 1.6 : 2.6), words(page.word("target"), 2.2),
                   words(page.word("brief.path"), 1.6), words(page.word("brief.must"), 2.2), words(page.word("brief.by_quarter"), 2.6),
                   words(page.word("brief.risk"), 0.7)});
  const std::size_t shown = rows_shown(page.language());
  for (std::size_t i = 0; i < std::min(shown, rows.size()); ++i) {
    const OfficeRow& row = rows[i];
    table.row({offices_text(page, row.leads, row.others), short_name(*row.target, page.names(), page.language()),
               path_cell(page, *row.target), must_line(page, row), quarters_line(page, row),
               text(page.word("brief.risk." + std::string(to_text(row.risk))), look_of_risk(row.risk))});
  }
  if (rows.size() <= shown) return table.take();
  return table.take(fmt::format(fmt::runtime(page.word("brief.rest")), rows.size() - shown));
}

}  // namespace

std::string offices_text(const Page& page, const std::vector<std::string>& leads, std::size_t others) {
  if (leads.empty()) return "—";
  const std::size_t named = std::min(kOfficesNamed, leads.size());
  std::string names;
  for (std::size_t i = 0; i < named; ++i) names += (i == 0 ? "" : page.comma()) + office_name(leads[i], page.language());
  const std::size_t rest = leads.size() - named + others;
  if (rest == 0) return names;
  const std::string more =
      fmt::format(fmt::runtime(page.word("brief.offices.others")), page.language() == Language::zh ? named + rest : rest);
  return names + (page.language() == Language::zh ? "" : " ") + more;
}

Run quarter_run(Page& page, const Verdict& v, const QuarterFigure& q, std::string_view column) {
  const std::optional<double>& value = column == "asked" ? q.asked : column == "plan" ? q.plan : q.baseline;
  const std::string month = to_string(q.end);
  return page.figure(fmt::format("schedule:{}:{}:{}", v.target, month, column),
                     {value,
                      v.unit,
                      figure_text(value, v.unit, page.language()),
                      page.plan().of,
                      1,
                      "derived(assumed)",
                      {"schedule.csv", {{"kind", "target"}, {"id", v.target}, {"month", month}}, std::string(column), "", {v.clause}}});
}

Line must_line(Page& page, const OfficeRow& row) {
  const Verdict& v = *row.target;
  const std::string key = "brief.must." + std::string(to_text(row.must));
  switch (row.must) {
    case MustBe::as_arranged:
    case MustBe::executed:
    case MustBe::more_than_levers:
    case MustBe::unknown_lever:
    case MustBe::more_data:
    case MustBe::outside_model:
      return page.sentence(key, {});
    case MustBe::other_reading:
      return page.sentence(key, {readings_run(page, row.readings), readings_met_run(page, row.readings)});
    case MustBe::possible_reading:
      return page.sentence(key, {readings_run(page, row.readings), readings_possible_run(page, row.readings)});
    case MustBe::other_demand:
      return page.sentence(key, {page.of_verdict(v, "ceiling")});
    case MustBe::more_capacity:
      return page.sentence(key, {page.of_verdict(v, "ceiling_capacity")});
    case MustBe::earlier:
      return page.sentence(key, {text(to_string(*v.reached_on))});
    case MustBe::lever: {
      const LeverRow& lever = row.would.levers->rows.front();
      return page.sentence(key, {text(lever_name(lever.lever, page.language())), text(lever.lever.positions[lever.found.meets->at].text)});
    }
    case MustBe::levers:
      return page.sentence(key, {set_size_run(page, *row.would.levers)});
  }
  return {};
}

Blocks brief_section(Page& page) {
  Blocks blocks{status_boxes(page)};
  if (const Verdict* first = first_question(page.input().verdicts)) {
    document::List list;
    for (Line (*line)(Page&, const Verdict&) : {&will_line, &why_line, &what_line}) list.items.push_back({line(page, *first)});
    blocks.push_back(std::move(list));
    blocks.push_back(office_table(page));
  }
  blocks.push_back(flow_map(page, "brief_map", MapExtent::years));
  blocks.push_back(paragraph(honesty_line(page), document::Tone::checked));
  return blocks;
}

}  // namespace railshift::analysis::report

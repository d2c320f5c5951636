/// The kilometres behind the exhaust: the book of registered trucks by segment, the redeployment of clean trucks by gate floor, and
/// activity that has no factor.
#include <array>

#include <fmt/format.h>

#include "analysis/emissions/inventory.hpp"
#include "analysis/emissions/redeployment.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Run;

constexpr std::array<const char*, 5> kBookKinds{"table_km", "modelled_km", "counted_km", "other_km", "local_km"};
/// Beside the book of registered trucks.
constexpr std::array<const char*, 2> kBeside{"stated_km", "hired_km"};

Scope km_scope(const std::string& segment, const char* kind) {
  Scope scope{{"basis", kind}};
  if (!segment.empty()) scope.emplace("segment", segment);
  return scope;
}

/// What was driven as a share of what the mileage table gives.
Run driven_share(Page& page, const NamedSide& side, const std::string& segment, const std::string& year) {
  const double most = page.value(*side.side, "truck_km", year, km_scope(segment, "table_km")).value_or(0.0);
  const double driven = page.value(*side.side, "truck_km", year, km_scope(segment, "local_km")).value_or(0.0);
  if (most <= 0.0) return text("—");
  return page.figure(fmt::format("driven_share:{}:{}:{}", side.name, segment, year),
                     {driven / most,
                      "1",
                      figure_text(driven / most, "1", page.language()),
                      side.side->of,
                      1,
                      "",
                      {side.side->folder + "metrics.csv",
                       {{"metric", "truck_km"}, {"period", year}, {"segment", segment}, {"replication", "1"}},
                       "value",
                       "basis=local_km / basis=table_km",
                       {}}});
}

void add_segment(Page& page, const std::string& segment, const std::string& name, TableRows& table) {
  for (const NamedSide& side : page.sides()) {
    const bool any = page.value(*side.side, "truck_km", page.focus_year(), km_scope(segment, "table_km")) ||
                     page.value(*side.side, "truck_km", page.focus_year(), km_scope(segment, "local_km"));
    if (!any) continue;
    std::vector<Cell> cells{with_side(page, name, side)};
    const auto add = [&](const char* kind) {
      cells.emplace_back(page.metric(*side.side, "truck_km", page.focus_year(), km_scope(segment, kind)));
    };
    for (const char* kind : kBookKinds) add(kind);
    cells.emplace_back(driven_share(page, side, segment, page.focus_year()));
    for (const char* kind : kBeside) add(kind);
    table.row(std::move(cells));
  }
}

/// Segments that drive over 105 per cent of their table in some year, with the worst one; none if there are none. Below that stocks of
/// other ages explain it.
Blocks over_the_table(Page& page) {
  constexpr double kWorthNaming = 1.05;
  std::vector<Line> cases;
  for (const Segment& segment : page.world().segments) {
    for (const NamedSide& side : page.sides()) {
      double worst = kWorthNaming;
      std::string of_year;
      for (const std::string& year : page.years()) {
        const double most = page.value(*side.side, "truck_km", year, km_scope(segment.id, "table_km")).value_or(0.0);
        const double driven = page.value(*side.side, "truck_km", year, km_scope(segment.id, "local_km")).value_or(0.0);
        if (most <= 0.0 || driven / most <= worst) continue;
        worst = driven / most;
        of_year = year;
      }
      if (!of_year.empty())
        cases.push_back({text(with_side(page, page.segment_name(segment.id), side) + " " + page.year_name(of_year) + " "),
                         driven_share(page, side, segment.id, of_year)});
    }
  }
  if (cases.empty()) return {};
  const Line named = joined(cases, page.semicolon());
  Line line;
  for (Run& run : page.sentence("truck_book.over", {text("\x01")})) {
    if (run.text == "\x01")
      line.insert(line.end(), named.begin(), named.end());
    else
      line.push_back(std::move(run));
  }
  return {paragraph(std::move(line))};
}

Blocks truck_book(Page& page) {
  std::vector<document::Column> columns{words(page.word("segment") + " · " + page.year_name(page.focus_year()), 1.8)};
  for (const char* kind : kBookKinds) columns.push_back(numbers(page.word(kind)));
  columns.push_back(numbers(page.word("driven_share"), 0.9));
  for (const char* kind : kBeside) columns.push_back(numbers(page.word(kind)));
  TableRows table("truck_km", page.word("truck_book.title"), std::move(columns));
  for (const Segment& segment : page.world().segments) add_segment(page, segment.id, page.segment_name(segment.id), table);
  add_segment(page, "", page.word("city"), table);
  if (table.empty()) return {};
  Blocks blocks{table.take(page.one_run_note())};
  for (document::Block& block : over_the_table(page)) blocks.push_back(std::move(block));
  Line outside{text(page.word("beyond_km") + (page.language() == Language::zh ? "：" : ": "))};
  for (const NamedSide& side : page.sides()) {
    if (outside.size() > 1) outside.push_back(text(page.comma()));
    outside.push_back(text(page.word(side.name) + " "));
    outside.push_back(page.metric(*side.side, "truck_km", page.focus_year(), {{"basis", "beyond_km"}}));
  }
  blocks.push_back(paragraph(std::move(outside), document::Tone::small));
  return blocks;
}

/// Figures of one gate floor, worked out from the services of both runs.
class FloorFigures {
 public:
  FloorFigures(Page& page, const Redeployment& floor) : page_(page), floor_(floor) {}

  Run figure(const char* what, const std::optional<double>& value, const char* unit, const char* formula) {
    return page_.figure(fmt::format("redeployment:{}:{}:{}", floor_.measure, page_.focus_year(), what),
                        {value,
                         unit,
                         figure_text(value, unit, page_.language()),
                         document::Of::one_run,
                         1,
                         "derived(assumed)",
                         {page_.plan().folder + "run.gpkg/service", {}, "", formula, {}}});
  }
  /// Before and after in one cell.
  Line both(const char* what, const std::optional<double>& baseline, const std::optional<double>& plan, const char* unit) {
    const std::string before = std::string(what) + "_baseline", after = std::string(what) + "_plan";
    return {figure(before.c_str(), baseline, unit, what), text(" → "), figure(after.c_str(), plan, unit, what)};
  }

 private:
  Page& page_;
  const Redeployment& floor_;
};

std::optional<double> share(double part, double whole) { return whole > 0.0 ? std::optional(part / whole) : std::nullopt; }

void add_floor(Page& page, const Redeployment& r, TableRows& table) {
  FloorFigures f(page, r);
  const FloorSide &before = r.baseline, &after = r.plan;
  table.row(
      {page.measure_name(r.measure), f.both("gate_t", before.gates.local_t(), after.gates.local_t(), "t"),
       f.both("gate_share", share(before.gates.clean_t, before.gates.local_t()), share(after.gates.clean_t, after.gates.local_t()), "1"),
       f.both("stock_share", share(before.clean_truck_months, before.all_truck_months),
              share(after.clean_truck_months, after.all_truck_months), "1"),
       f.figure("clean_in", r.clean_in_t(), "t", "clean_in_t"), f.figure("refused_out", r.refused_out_t(), "t", "refused_out_t"),
       f.both("other_clean", before.other_clean_km, after.other_clean_km, "km"),
       f.both("other_refused", before.other_refused_km, after.other_refused_km, "km"),
       f.both("hired", before.gates.hired_clean_t, after.gates.hired_clean_t, "t"),
       f.figure("loads", static_cast<double>(r.loads_redirected), "", "loads_redirected")});
}

Blocks redeployment(Page& page) {
  const auto period = period_from_text(page.focus_year());
  if (!period || page.baseline() == nullptr) return {};
  const auto floors =
      redeployments({page.baseline()->world, page.baseline()->ledger}, {page.plan().world, page.plan().ledger}, period->year);
  if (floors.empty()) return {};
  TableRows table(
      "redeployment", page.word("redeploy.title") + " · " + page.year_name(page.focus_year()),
      {words(page.word("redeploy.floor"), 1.4), numbers(page.word("redeploy.gate_t")), numbers(page.word("redeploy.gate_share")),
       numbers(page.word("redeploy.stock_share")), numbers(page.word("redeploy.clean_in")), numbers(page.word("redeploy.refused_out")),
       numbers(page.word("redeploy.other_clean")), numbers(page.word("redeploy.other_refused")), numbers(page.word("redeploy.hired")),
       numbers(page.word("redeploy.loads"), 0.8)});
  for (const Redeployment& row : floors) add_floor(page, row, table);
  return {paragraph(page.word("redeploy.lead"), document::Tone::small), table.take(page.one_run_note())};
}

Blocks gaps(Page& page) {
  const auto missing = missing_factors(page.world(), *page.plan().ledger);
  if (missing.empty()) return {paragraph(page.word("no_gaps"))};
  TableRows table("factor_gaps", page.word("factor_gap"),
                  {words(page.word("emission_source")), words(page.word("activity"), 1.6), words(page.word("pollutant")),
                   numbers(page.word("amount"))});
  for (const MissingFactor& gap : missing) {
    const std::string power = page.word(to_text(gap.powertrain));
    // a locomotive has neither size class nor standard
    const std::string what = gap.source == EmissionSource::rail_traction ? power
                                                                         : fmt::format("{} · {} · {}", page.word(to_text(gap.vehicle_type)),
                                                                                       page.word(to_text(gap.standard)), power);
    const Run amount = page.figure(fmt::format("gap:{}:{}:{}:{}:{}", to_text(gap.source), to_text(gap.vehicle_type), to_text(gap.standard),
                                               to_text(gap.powertrain), gap.pollutant),
                                   {gap.amount,
                                    gap.unit,
                                    figure_text(gap.amount, gap.unit, page.language()),
                                    page.plan().of,
                                    1,
                                    "",
                                    {page.plan().folder + "run.gpkg/traffic", {}, "", "activity without a factor", {}}});
    table.row({page.word(to_text(gap.source)), what, page.word(gap.pollutant), amount});
  }
  return {table.take(page.one_run_note())};
}

}  // namespace

Blocks emission_details(Page& page) {
  Blocks blocks{paragraph(page.word("exhaust.other"))};
  for (const Blocks& part : {truck_book(page), redeployment(page), gaps(page)}) blocks.insert(blocks.end(), part.begin(), part.end());
  return blocks;
}

}  // namespace railshift::analysis::report

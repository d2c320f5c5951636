/// The kilometres behind the exhaust: the book of registered trucks by segment, and the redeployment of clean trucks by gate floor.
#include <array>

#include <fmt/format.h>

#include "analysis/emissions/redeployment.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::array<const char*, 5> kKinds{"table_km", "modelled_km", "counted_km", "other_km", "local_km"};
/// Beside the book of registered trucks.
constexpr std::array<const char*, 2> kBeside{"stated_km", "hired_km"};

std::string number(const std::optional<double>& value) {
  if (!value) return "—";
  return fmt::format("<span class=\"num\">{}</span>", grouped(*value, 0));
}

std::string percent(double part, double whole) {
  return whole > 0.0 ? fmt::format("<span class=\"num\">{:.1f}%</span>", part / whole * 100.0) : "—";
}

/// Before and after in one cell.
std::string both(const std::string& baseline, const std::string& plan) { return baseline + " → " + plan; }

/// Thousands of kilometres of one segment (empty: the city) and side.
std::optional<double> thousand_km(const Page& page, const Side& side, const std::string& segment, const char* kind,
                                  const std::string& year) {
  Scope scope{{"basis", kind}};
  if (!segment.empty()) scope.emplace("segment", segment);
  const auto km = page.value(side, "truck_km", year, scope);
  if (!km) return std::nullopt;
  return *km / 1000.0;
}

void add_segment(const Page& page, const std::string& segment, const std::string& label, TableText& table) {
  for (const auto& [side, name] : {std::pair{&page.input().plan, "plan"}, std::pair{&page.input().baseline, "baseline"}}) {
    const auto most = thousand_km(page, *side, segment, "table_km", page.focus_year());
    const auto driven = thousand_km(page, *side, segment, "local_km", page.focus_year());
    if (!most && !driven) continue;
    std::vector<std::string> cells{label + " · " + escape(page.word(name))};
    for (const char* kind : kKinds) cells.push_back(number(thousand_km(page, *side, segment, kind, page.focus_year())));
    cells.push_back(percent(driven.value_or(0.0), most.value_or(0.0)));
    for (const char* kind : kBeside) cells.push_back(number(thousand_km(page, *side, segment, kind, page.focus_year())));
    table.row(cells);
  }
}

/// Segments that drive over 105 per cent of their table in some year, with the worst one; empty if there are none. Below that stocks of
/// other ages explain it.
std::string over_the_table(const Page& page) {
  constexpr double kWorthNaming = 1.05;
  std::string cases;
  for (const Segment& segment : page.world().segments) {
    for (const auto& [side, name] : {std::pair{&page.input().plan, "plan"}, std::pair{&page.input().baseline, "baseline"}}) {
      double worst = kWorthNaming;
      std::string of_year;
      for (const std::string& year : page.years()) {
        const double most = thousand_km(page, *side, segment.id, "table_km", year).value_or(0.0);
        const double driven = thousand_km(page, *side, segment.id, "local_km", year).value_or(0.0);
        if (most <= 0.0 || driven / most <= worst) continue;
        worst = driven / most;
        of_year = fmt::format(" {} {:.1f}%", page.year_name(year), worst * 100.0);
      }
      if (of_year.empty()) continue;
      cases += (cases.empty()                     ? ""
                : page.language() == Language::zh ? "；"
                                                  : "; ") +
               page.segment_name(segment.id) + " · " + page.word(name) + of_year;
    }
  }
  return cases.empty() ? cases : html_paragraph(escape(fmt::format(fmt::runtime(page.word("truck_book.over")), cases)));
}

std::string floor_name(const Page& page, const std::string& id) {
  const Measure& measure = page.world().measures[*page.world().measures.find(id)];
  const std::string clause = measure.clause ? page.world().clauses[*measure.clause].id : id;
  return escape(std::string(page.word(to_text(policy::as<GateFloor>(measure)->floor))) + " · " + clause);
}

double clean_share(const FloorSide& side) { return side.all_truck_months > 0.0 ? side.clean_truck_months / side.all_truck_months : 0.0; }

std::vector<std::string> floor_cells(const Page& page, const Redeployment& r) {
  const auto gates = [](const FloorSide& side) { return percent(side.gates.clean_t, side.gates.local_t()); };
  return {floor_name(page, r.measure),
          both(number(r.baseline.gates.local_t()), number(r.plan.gates.local_t())),
          both(gates(r.baseline), gates(r.plan)),
          both(percent(clean_share(r.baseline), 1.0), percent(clean_share(r.plan), 1.0)),
          number(r.clean_in_t()),
          number(r.refused_out_t()),
          both(number(r.baseline.other_clean_km / 1000.0), number(r.plan.other_clean_km / 1000.0)),
          both(number(r.baseline.other_refused_km / 1000.0), number(r.plan.other_refused_km / 1000.0)),
          both(number(r.baseline.gates.hired_clean_t), number(r.plan.gates.hired_clean_t)),
          number(static_cast<double>(r.loads_redirected))};
}

}  // namespace

std::string truck_book_table(const Page& page) {
  std::vector<std::string> headings{page.word("segment") + " · " + page.year_name(page.focus_year())};
  for (const char* kind : kKinds) headings.push_back(page.word(kind));
  headings.push_back(page.word("driven_share"));
  for (const char* kind : kBeside) headings.push_back(page.word(kind));
  TableText table("data", headings);
  for (const Segment& segment : page.world().segments) add_segment(page, segment.id, escape(page.segment_name(segment.id)), table);
  add_segment(page, "", "<b>" + escape(page.word("city")) + "</b>", table);
  const auto beyond = [&](const Side& side) {
    return figure(page.value(side, "truck_km", page.focus_year(), {{"basis", "beyond_km"}}), "km", page.language());
  };
  const std::string outside = escape(page.word("beyond_km")) + ": " + escape(page.word("plan")) + " " + beyond(page.input().plan) + ", " +
                              escape(page.word("baseline")) + " " + beyond(page.input().baseline);
  return heading3(page.word("truck_book.title")) + table.take() + over_the_table(page) + html_paragraph("<small>" + outside + "</small>");
}

std::string redeployment_table(const Page& page) {
  const auto period = period_from_text(page.focus_year());
  if (!period) return {};
  const Side &baseline = page.input().baseline, &plan = page.input().plan;
  const auto floors = redeployments({baseline.world, baseline.ledger}, {plan.world, plan.ledger}, period->year);
  if (floors.empty()) return {};
  TableText table("data", {page.word("redeploy.floor") + " · " + page.year_name(page.focus_year()), page.word("redeploy.gate_t"),
                           page.word("redeploy.gate_share"), page.word("redeploy.stock_share"), page.word("redeploy.clean_in"),
                           page.word("redeploy.refused_out"), page.word("redeploy.other_clean"), page.word("redeploy.other_refused"),
                           page.word("redeploy.hired"), page.word("redeploy.loads")});
  for (const Redeployment& row : floors) table.row(floor_cells(page, row));
  return heading3(page.word("redeploy.title")) + html_paragraph(escape(page.word("redeploy.lead"))) + table.take();
}

}  // namespace railshift::analysis::report

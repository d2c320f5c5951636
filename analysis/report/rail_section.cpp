/// Rail share by year against its targets, every reading side by side, how many listed firms stand where, and why rail tonnes changed.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/metrics/rail_wishes.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/charts.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kPercentScale = 100.0;
const char* const kRailShare = "rail_share";

double in_percent(double threshold, const std::string& unit) { return unit == "1" ? threshold * kPercentScale : threshold; }

/// Scopes of the targets on rail share, each once, of a clause in its main reading (the others stand in the table of readings); without
/// targets, the listed firms at their gates.
std::vector<Scope> charted_scopes(const Page& page) {
  std::vector<Scope> scopes;
  for (const Verdict& v : page.input().verdicts) {
    if (v.metric == MetricKind::rail_share && v.reading_of.empty() && std::find(scopes.begin(), scopes.end(), v.scope) == scopes.end())
      scopes.push_back(v.scope);
  }
  if (scopes.empty()) scopes.push_back(full_scope(MetricKind::rail_share, {{"firm", kListedFirms}}));
  return scopes;
}

Series by_year(const Page& page, const Side& side, const std::string& name, const Scope& scope) {
  Series series{page.word(name), {}, 0};
  for (const std::string& year : page.years()) {
    const auto share = page.value(side, kRailShare, year, scope);
    series.values.push_back(share ? std::optional<double>(*share * kPercentScale) : std::nullopt);
  }
  return series;
}

std::string share_chart(const Page& page, const Scope& scope) {
  LineChart chart;
  chart.title = metric_name(kRailShare, page.language());
  chart.categories = page.year_names();
  chart.series = {by_year(page, page.input().plan, "plan", scope), by_year(page, page.input().baseline, "baseline", scope)};
  for (const Verdict& v : page.input().verdicts) {
    const auto year = std::find(page.years().begin(), page.years().end(), due_year(v));
    if (v.metric != MetricKind::rail_share || v.scope != scope || year == page.years().end()) continue;
    const double level = in_percent(v.threshold, v.unit);
    chart.marks.push_back(
        {static_cast<std::size_t>(year - page.years().begin()), level, fmt::format("{} {:.0f}% {}", sign(v.op), level, v.clause)});
  }
  return figure_block(page, svg(chart), metric_name(kRailShare, page.language()) + ": " + page.reading(scope), {MetricKind::rail_share});
}

/// Years in which a target on rail share is due, else the last year.
std::vector<std::string> reading_years(const Page& page) {
  std::set<std::string> due;
  for (const Verdict& v : page.input().verdicts) {
    if (v.metric == MetricKind::rail_share) due.insert(due_year(v));
  }
  std::vector<std::string> years;
  for (const std::string& year : page.years()) {
    if (due.contains(year)) years.push_back(year);
  }
  if (years.empty()) years.push_back(page.focus_year());
  return years;
}

/// Every reading of the due years: basis x numerator and denominator, for the list and for the city. The gate stands first.
std::string readings(const Page& page) {
  struct Kind {
    const char* numerator;
    const char* denominator;
  };
  constexpr std::array<Kind, 3> kKinds{{{"rail", "rail_road"}, {"rail", "all"}, {"rail_belt_pipe", "all"}}};
  struct Who {
    const char* firm;
    const char* basis;
  };
  constexpr std::array<Who, 3> kWho{{{kListedFirms, "gate"}, {kListedFirms, "main_haul"}, {"", "main_haul"}}};
  const std::vector<std::string> years = reading_years(page);
  std::vector<std::string> headings{page.word("reading")};
  for (const std::string& year : years) {
    for (const char* side : {"baseline", "plan"}) headings.push_back(page.year_name(year) + " " + page.word(side));
  }
  TableText table("data", headings);
  for (const Who& who : kWho) {
    for (const Kind& kind : kKinds) {
      Scope scope{{"basis", who.basis}, {"numerator_kind", kind.numerator}, {"denominator_kind", kind.denominator}, {"direction", "both"}};
      if (*who.firm != '\0') scope["firm"] = who.firm;
      const std::string city = *who.firm == '\0' ? page.word("city") + " · " : "";
      std::vector<std::string> cells{escape(city + page.reading(scope))};
      for (const std::string& year : years) {
        for (const Side* side : {&page.input().baseline, &page.input().plan}) {
          cells.push_back(figure(page.value(*side, kRailShare, year, scope), "1", page.language()));
        }
      }
      table.row(cells);
    }
  }
  return table.take();
}

/// Levels that the targets on rail share name.
std::set<std::string> levels(const Page& page) {
  std::set<std::string> found;
  for (const Verdict& v : page.input().verdicts) {
    if (v.metric == MetricKind::rail_share) found.insert(fmt::format("{:.2f}", in_percent(v.threshold, v.unit) / kPercentScale));
  }
  return found;
}

std::string firm_counts(const Page& page) {
  std::vector<std::string> headings{page.word("value")};
  for (const std::string& year : page.years()) headings.push_back(page.year_name(year));
  TableText table("data", headings);
  bool any = false;
  for (const std::string& level : levels(page)) {
    const Scope scope{
        {"firm", kListedFirms}, {"numerator_kind", level}, {"denominator_kind", "rail_road"}, {"basis", "gate"}, {"direction", "both"}};
    for (const auto& [side, name] : {std::pair{&page.input().plan, "plan"}, std::pair{&page.input().baseline, "baseline"}}) {
      std::vector<std::string> cells{escape(page.reading({{"numerator_kind", level}}) + " · " + page.word(name))};
      for (const std::string& year : page.years()) {
        const MetricRow* row = find_row(*side->metrics, "firms_at_or_above", year, scope);
        any = any || row != nullptr;
        cells.push_back(row == nullptr ? "—" : fmt::format("{:.0f} / {:.0f}", row->value, row->denominator.value_or(0.0)));
      }
      table.row(cells);
    }
  }
  if (!any) return {};
  return heading3(page.word("firms_at_level")) + table.take() +
         html_paragraph("<small>" + escape(page.word("firms_at_level.note")) + "</small>");
}

std::string growth(const Page& page) {
  const Scope scope{{"basis", "main_haul"}, {"numerator_kind", "rail"}, {"denominator_kind", "rail_road"}, {"direction", "both"}};
  TableText table("data", {page.word("year"), "", page.word("change"), page.word("growth.volume"), page.word("growth.share"),
                           page.word("growth.interaction")});
  bool any = false;
  for (const std::string& year : page.years()) {
    for (const auto& [side, name] : {std::pair{&page.input().plan, "plan"}, std::pair{&page.input().baseline, "baseline"}}) {
      const auto cell = [&, of = side](const char* metric) { return figure(page.value(*of, metric, year, scope), "t", page.language()); };
      if (!page.value(*side, "rail_tonnes_change", year, scope)) continue;
      any = true;
      table.row({escape(page.year_name(year)), escape(page.word(name)), cell("rail_tonnes_change"), cell("rail_tonnes_volume_effect"),
                 cell("rail_tonnes_share_effect"), cell("rail_tonnes_interaction")});
    }
  }
  if (!any) return {};
  return heading3(page.word("growth.title")) + table.take() +
         html_paragraph("<small>" + cites(page, {MetricKind::rail_tonnes}) + "</small>");
}

/// Wishes by rail, and what moved them away from base shares.
std::string drift(const Page& page) {
  std::vector<std::string> head{page.word("year"), ""};
  for (int c = 0; c < rules::kDriftCauses; ++c) head.push_back(page.word(std::string(to_text(static_cast<rules::DriftCause>(c)))));
  head.push_back(page.word("drift.wished"));
  TableText table("data", head);
  const auto tonnes = [&](double t) { return figure(std::optional<double>(t), "t", page.language()); };
  bool any = false;
  for (const auto& [side, name] : {std::pair{&page.input().baseline, "baseline"}, std::pair{&page.input().plan, "plan"}}) {
    for (const auto& [year, wishes] : rail_wishes(*side->metrics)) {
      std::vector<std::string> cells{escape(page.year_name(year)), escape(page.word(name))};
      for (int c = 0; c < rules::kDriftCauses; ++c) cells.push_back(tonnes(wishes.brought_by(static_cast<rules::DriftCause>(c))));
      cells.push_back(tonnes(wishes.wished));
      table.row(cells);
      any = true;
    }
  }
  if (!any) return {};
  return heading3(page.word("drift.title")) + table.take() + html_paragraph("<small>" + page.word("drift.note") + "</small>");
}

}  // namespace

std::string rail_section(const Page& page) {
  std::string out;
  for (const Scope& scope : charted_scopes(page)) out += share_chart(page, scope);
  return out + readings(page) + haul_table(page) + loading_table(page) + firm_counts(page) + growth(page) + drift(page);
}

}  // namespace railshift::analysis::report

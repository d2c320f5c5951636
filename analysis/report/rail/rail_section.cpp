/// Rail share by year against its targets, every reading side by side, how many listed firms stand where.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kPercentScale = 100.0;
constexpr const char* kRailShare = "rail_share";

double in_percent(double threshold, const std::string& unit) { return unit == "1" ? threshold * kPercentScale : threshold; }

/// Scopes of the targets on rail share, each once, of a clause in its main reading (the others stand in the tables of readings); without
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

document::Series by_year(Page& page, const NamedSide& side, const Scope& scope, std::uint32_t look) {
  document::Series series{page.word(side.name), {}, {}, {}, {}, look};
  for (const std::string& year : page.years()) {
    const auto share = page.value(*side.side, kRailShare, year, scope);
    series.values.push_back(share ? std::optional<double>(*share * kPercentScale) : std::nullopt);
    series.figures.push_back(page.metric(*side.side, kRailShare, year, scope).figure);
  }
  return series;
}

document::Chart share_chart(Page& page, const Scope& scope, std::size_t number) {
  document::Chart chart;
  chart.id = fmt::format("rail_share_{}", number);
  chart.title = page.metric_reading(kRailShare, scope);
  chart.unit = "%";
  chart.categories = page.year_names();
  std::uint32_t look = 0;
  for (const NamedSide& side : page.sides()) chart.series.push_back(by_year(page, side, scope, look++));
  for (const Verdict& v : page.input().verdicts) {
    const auto year = std::find(page.years().begin(), page.years().end(), due_year(v));
    if (v.metric != MetricKind::rail_share || v.scope != scope || year == page.years().end()) continue;
    chart.marks.push_back({static_cast<std::uint32_t>(year - page.years().begin()), in_percent(v.threshold, v.unit),
                           fmt::format("{} {} {}", sign(v.op), exact_text(v.threshold, v.unit, page.language()), to_string(v.due))});
  }
  chart.note = page.one_run_note();
  return chart;
}

/// Years in which a target on rail share is due, else the focus year.
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

/// What counts as numerator and denominator, and who seen from where.
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

/// Every reading of the due years, for the list and for the city. The gate stands first.
document::Table readings_table(Page& page) {
  const std::vector<std::string> years = reading_years(page);
  std::vector<document::Column> columns{words(page.word("reading"), 3.0)};
  for (const std::string& year : years) {
    for (const NamedSide& side : page.sides()) columns.push_back(numbers(with_side(page, page.year_name(year), side)));
  }
  TableRows table("rail_readings", page.word("rail.readings"), std::move(columns));
  for (const Who& who : kWho) {
    for (const Kind& kind : kKinds) {
      Scope scope{{"basis", who.basis}, {"numerator_kind", kind.numerator}, {"denominator_kind", kind.denominator}, {"direction", "both"}};
      if (*who.firm != '\0') scope["firm"] = who.firm;
      std::vector<Cell> cells{(*who.firm == '\0' ? page.word("city") + " · " : "") + page.reading(scope)};
      bool any = false;
      for (const std::string& year : years) {
        for (const NamedSide& side : page.sides()) {
          any = any || page.row(*side.side, kRailShare, year, scope) != nullptr;
          cells.emplace_back(page.metric(*side.side, kRailShare, year, scope));
        }
      }
      if (any) table.row(std::move(cells));
    }
  }
  return table.take(page.one_run_note());
}

/// Levels that the targets on rail share name.
std::set<std::string> levels(const Page& page) {
  std::set<std::string> found;
  for (const Verdict& v : page.input().verdicts) {
    if (v.metric == MetricKind::rail_share) found.insert(fmt::format("{:.2f}", in_percent(v.threshold, v.unit) / kPercentScale));
  }
  return found;
}

/// Firms at or above a level, of those with goods; empty where the run has no such row.
Blocks firm_counts(Page& page) {
  TableRows table("firms_at_level", page.word("firms_at_level"), year_columns(page, page.word("value")));
  bool any = false;
  for (const std::string& level : levels(page)) {
    const Scope scope{
        {"firm", kListedFirms}, {"numerator_kind", level}, {"denominator_kind", "rail_road"}, {"basis", "gate"}, {"direction", "both"}};
    for (const NamedSide& side : page.sides()) {
      std::vector<Cell> cells{with_side(page, page.reading({{"numerator_kind", level}}), side)};
      for (const std::string& year : page.years()) {
        const MetricRow* row = page.row(*side.side, "firms_at_or_above", year, scope);
        any = any || row != nullptr;
        if (row == nullptr)
          cells.emplace_back("—");
        else
          cells.emplace_back(document::Line{page.metric(*side.side, "firms_at_or_above", year, scope), text(" / "),
                                            page.metric_part(*side.side, *row, "denominator", row->unit)});
      }
      table.row(std::move(cells));
    }
  }
  if (!any) return {};
  return {table.take(page.one_run_note() + " " + page.word("firms_at_level.note"))};
}

/// Shares of the listed firms by name: a count of firms at a level alone does not say who is near.
Blocks firm_shares(Page& page) {
  TableRows table("firm_shares", page.word("rail.firms"), year_columns(page, page.word("firm")));
  for (const Id<Firm> listed : listed_firms(page.world())) {
    const Firm& firm = page.world().firms[listed];
    const Scope scope{
        {"firm", firm.id}, {"numerator_kind", "rail"}, {"denominator_kind", "rail_road"}, {"basis", "gate"}, {"direction", "both"}};
    const bool any = std::any_of(page.years().begin(), page.years().end(),
                                 [&](const std::string& year) { return page.row(page.plan(), kRailShare, year, scope) != nullptr; });
    if (!any) continue;
    std::vector<Cell> cells{name_in(page.names().firms, firm.id, page.language())};
    for (const std::string& year : page.years()) cells.emplace_back(page.metric(page.plan(), kRailShare, year, scope));
    table.row(std::move(cells));
  }
  if (table.empty()) return {};
  return {table.take(page.word("plan") + page.semicolon() + page.one_run_note())};
}

}  // namespace

Blocks rail_shares(Page& page) {
  Blocks blocks;
  std::size_t number = 0;
  for (const Scope& scope : charted_scopes(page)) blocks.push_back(share_chart(page, scope, ++number));
  blocks.push_back(readings_table(page));
  for (document::Block& block : cites(page, {MetricKind::rail_share})) blocks.push_back(std::move(block));
  return blocks;
}

Blocks rail_firms(Page& page) {
  Blocks blocks = firm_counts(page);
  for (document::Block& block : firm_shares(page)) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace railshift::analysis::report

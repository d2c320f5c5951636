#pragma once
/// What every section of the report asks: a word, a figure of one side, the years, the clauses behind a metric.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/metrics/target_scope.hpp"
#include "analysis/report/html.hpp"
#include "analysis/words/scope_words.hpp"

namespace railshift::analysis::report {

class Page {
 public:
  Page(const ReportInput& input, Language language);

  [[nodiscard]] const ReportInput& input() const { return *input_; }
  [[nodiscard]] const World& world() const { return *input_->plan.world; }
  [[nodiscard]] Language language() const { return language_; }
  /// The catalogue's word, not escaped.
  [[nodiscard]] std::string word(std::string_view key) const;
  /// The name in the language of the report, the other one if it is empty.
  [[nodiscard]] std::string name(std::string_view zh, std::string_view en) const;
  [[nodiscard]] std::string segment_name(const std::string& id) const;
  [[nodiscard]] std::string commodity_name(const std::string& id) const;
  [[nodiscard]] std::string site_name(Id<Site> id) const;

  /// Years with reported months in the plan run.
  [[nodiscard]] const std::vector<std::string>& years() const { return years_; }
  /// A year as headings show it: with its months, where not all of them were run.
  [[nodiscard]] std::string year_name(const std::string& year) const;
  [[nodiscard]] std::vector<std::string> year_names() const;
  /// The year that single-year tables show: see judge/headlines.hpp.
  [[nodiscard]] const std::string& focus_year() const { return focus_year_; }
  /// caveats_of the plan's world.
  [[nodiscard]] const std::vector<Caveat>& caveats() const { return caveats_; }
  [[nodiscard]] std::optional<double> value(const Side& side, std::string_view metric, std::string_view period, const Scope& scope) const;

  /// A scope as a reader wants it (words/scope_words.hpp), alone and behind the name of a metric.
  [[nodiscard]] std::string reading(const Scope& scope) const;
  [[nodiscard]] std::string metric_reading(std::string_view metric, const Scope& scope) const;
  /// HTML: the clauses and quotes of all targets on these metrics, or that there is none.
  [[nodiscard]] std::string cites(const std::vector<MetricKind>& metrics) const;
  /// HTML of a figure with its caption and clauses.
  [[nodiscard]] std::string figure_block(const std::string& svg, const std::string& caption, const std::vector<MetricKind>& metrics) const;
  /// HTML: why the verdict has its basis.
  [[nodiscard]] std::string basis_reasons(const Verdict& verdict) const;

 private:
  /// What parts sentences of a list.
  [[nodiscard]] std::string between() const;

  const ReportInput* input_;
  Language language_;
  Names names_;
  std::vector<std::string> years_;
  YearsRun years_run_;
  std::string focus_year_;
  std::vector<Caveat> caveats_;
};

[[nodiscard]] std::string conclusions(const Page& page);
[[nodiscard]] std::string targets_table(const Page& page);
/// At the top of the report: 未经实测校核, or how many observations it was held against.
[[nodiscard]] std::string checked_notice(const Page& page);
/// Behind it: what the data of the scenario cannot carry; empty without caveats.
[[nodiscard]] std::string caveat_notice(const Page& page);
/// Behind it: goods that were turned away or waited, by layer; empty if all were carried in time.
[[nodiscard]] std::string not_served_notice(const Page& page);
[[nodiscard]] std::string ceiling_section(const Page& page);
[[nodiscard]] std::string observed_section(const Page& page);
[[nodiscard]] std::string rail_section(const Page& page);
/// Of it: rail share by length of haul in tonnes and tonne-kilometres, and what stations load; empty without such rows.
[[nodiscard]] std::string haul_table(const Page& page);
[[nodiscard]] std::string loading_table(const Page& page);
[[nodiscard]] std::string reasons_section(const Page& page);
[[nodiscard]] std::string register_section(const Page& page);
[[nodiscard]] std::string pool_section(const Page& page);
[[nodiscard]] std::string clean_section(const Page& page);
[[nodiscard]] std::string emission_section(const Page& page);
/// Parts of the section on emissions: kilometres of trucks by segment, and what gate floors moved between gates and other work.
[[nodiscard]] std::string truck_book_table(const Page& page);
[[nodiscard]] std::string redeployment_table(const Page& page);
/// Bills, rates, who pays and who gains (report/costs/cost_section.cpp).
[[nodiscard]] std::string cost_section(const Page& page);
[[nodiscard]] std::string comparison_section(const Page& page);
/// What every measure and clause of the plan brings to targets and city.
[[nodiscard]] std::string contribution_section(const Page& page);
/// What it takes: levers of targets that are not on track, ways of firms.
[[nodiscard]] std::string lever_section(const Page& page);
/// How sure: chances of targets where inputs are uncertain, and which number decides.
[[nodiscard]] std::string chance_section(const Page& page);
[[nodiscard]] std::string effects_section(const Page& page);
[[nodiscard]] std::string assumption_section(const Page& page);
[[nodiscard]] std::string journal_section(const Page& page);

}  // namespace railshift::analysis::report

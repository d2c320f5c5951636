#pragma once
/// What every section of the report asks: a word, a name, the years, and figures. A figure that a section prints is registered in the
/// document with what it is of and where it stands in the files of the result; its id follows from that, and it has one text.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/metrics/target_scope.hpp"
#include "analysis/report/blocks.hpp"
#include "analysis/report/report_input.hpp"
#include "analysis/words/scope_words.hpp"

namespace railshift::analysis::report {

/// A run with the key of its name in the catalogue: plan, baseline.
struct NamedSide {
  const Side* side;
  const char* name;
};

class Page {
 public:
  /// Figures go into `document`, which must live as long as the page.
  Page(const ReportInput& input, Language language, document::Document& document);

  [[nodiscard]] const ReportInput& input() const { return *input_; }
  [[nodiscard]] const World& world() const { return *input_->plan.world; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const Side& plan() const { return input_->plan; }
  /// Null where a run is reported alone.
  [[nodiscard]] const Side* baseline() const { return input_->baseline.world == nullptr ? nullptr : &input_->baseline; }
  /// Plan, then baseline if there is one.
  [[nodiscard]] std::vector<NamedSide> sides() const;

  // Words and names.
  [[nodiscard]] std::string word(std::string_view key) const;
  /// A sentence of the catalogue with runs in its gaps (blocks.hpp, `filled`).
  [[nodiscard]] document::Line sentence(std::string_view key, const std::vector<document::Run>& runs) const;
  /// The name in the language of the report, the other one if it is empty.
  [[nodiscard]] std::string name(std::string_view zh, std::string_view en) const;
  [[nodiscard]] std::string segment_name(const std::string& id) const;
  [[nodiscard]] std::string commodity_name(const std::string& id) const;
  [[nodiscard]] std::string site_name(Id<Site> id) const;
  [[nodiscard]] const Names& names() const { return names_; }
  /// 铁路运输比例（三-12-2，2024 年）: metric, clause by its number, year; with its reading where another target has the same. Of another
  /// reading of a clause: the name of the main target and what an office calls the reading.
  [[nodiscard]] std::string target_name(const std::string& id) const;
  /// 三-12-2: the number by which the document has it; the id where it has none.
  [[nodiscard]] std::string clause_name(const std::string& id) const;
  /// 国六门禁（三-12-2）; with its id behind it where another measure has the same name.
  [[nodiscard]] std::string measure_name(const std::string& id) const;
  /// A sentence in which ids of flows, pools, sidings, sites, firms and measures are replaced by their names.
  [[nodiscard]] std::string with_names(std::string_view sentence) const;
  /// What a pool is called: its class of trucks, with a number where several have the same.
  [[nodiscard]] std::string pool_name(const std::string& id) const;
  /// 焦煤：甲矿 → 乙厂
  [[nodiscard]] std::string flow_name(Id<Flow> id) const;
  /// A scope as a reader wants it (words/scope_words.hpp), alone and behind the name of a metric.
  [[nodiscard]] std::string reading(const Scope& scope) const;
  [[nodiscard]] std::string metric_reading(std::string_view metric, const Scope& scope) const;
  /// What parts things of a list, and sentences of one: 、 and ；
  [[nodiscard]] std::string comma() const;
  [[nodiscard]] std::string semicolon() const;

  // Years.
  /// Years with reported months in the plan run.
  [[nodiscard]] const std::vector<std::string>& years() const { return years_; }
  /// A year as headings show it: with its months, where not all of them were run.
  [[nodiscard]] std::string year_name(const std::string& year) const;
  [[nodiscard]] std::vector<std::string> year_names() const;
  /// The year that single-year tables show: see judge/headlines.hpp.
  [[nodiscard]] const std::string& focus_year() const { return focus_year_; }
  /// caveats_of the plan's world.
  [[nodiscard]] const std::vector<Caveat>& caveats() const { return caveats_; }

  // Notes below tables: of what their figures are.
  /// 单次模拟（随机种子 7）: tables of the first run.
  [[nodiscard]] std::string one_run_note() const;
  /// 3 次模拟的平均: of verdicts; of one run the same as above.
  [[nodiscard]] std::string mean_note() const;

  // Figures. Each registers one and returns its text as a run; "—" where there is none.
  /// Throws std::logic_error if another figure has the id.
  document::Run figure(const std::string& id, const document::Figure& figure, document::Look look = document::Look::plain);
  /// The dash where there is nothing to be said: no figure, as no row holds it.
  [[nodiscard]] document::Run no_figure(document::Look look) const;
  /// A row of metrics.csv, the dash where there is none; `column` may be numerator or denominator too (of a share in tonnes, of a count of
  /// firms the number of firms).
  document::Run metric(const Side& side, std::string_view metric, std::string_view period, const Scope& scope,
                       document::Look look = document::Look::plain);
  document::Run metric_part(const Side& side, const MetricRow& row, std::string_view column, std::string_view unit);
  [[nodiscard]] const MetricRow* row(const Side& side, std::string_view metric, std::string_view period, const Scope& scope) const;
  [[nodiscard]] std::optional<double> value(const Side& side, std::string_view metric, std::string_view period, const Scope& scope) const;
  /// A column of verdicts.csv that holds a number (verdict_csv.cpp). A value has digits until it reads on its side of the threshold; the
  /// margin has no sign.
  document::Run of_verdict(const Verdict& verdict, std::string_view column, document::Look look = document::Look::plain);
  /// Columns baseline, plan, difference, percent of comparison.csv.
  document::Run of_comparison(const ComparisonRow& row, std::string_view column);
  /// Columns baseline, plan, difference, low, high of costs.csv.
  document::Run of_cost(const CostRow& row, std::string_view column);
  /// Columns plan, without, baseline, with_alone, one_out, one_in of contributions.csv.
  document::Run of_contribution(const Contribution& contribution, std::string_view column);
  /// Columns value_given, value_end, value_enough, value_misses, per_unit of levers.csv.
  document::Run of_lever(const TargetLevers& target, const LeverRow& row, std::string_view column);
  /// Of the row of a set: its figure.
  document::Run of_lever_set(const TargetLevers& target);
  /// Columns road_t, no_chain_t, tonnes, yuan_per_t, nox_g_per_t, vi_pays_below of ways.csv.
  document::Run of_way(const FirmWays& firm, const FirmWay& way, std::string_view column);
  /// Columns chance, chance_error, range_low, range_high, twins, twins_met, pairs, full_met, full_alone_low, full_alone_high, p05, p50,
  /// p95 of chances.csv, and those of the second law.
  document::Run of_chance(const TargetChance& chance, std::string_view column);
  /// The total share of a group in deciding.csv.
  document::Run of_deciding(const Deciding& deciding, const GroupShare& group);
  /// A figure of ceilings.csv; target "" of a year as a whole.
  document::Run of_ceiling(const std::string& target, int year, std::string_view figure, std::string_view what, double value,
                           std::string_view unit);
  /// How many rows agree with the key.
  document::Run count(const std::string& id, std::size_t number, document::From from);
  /// Where an input of the scenario stands: "inputs/" and its path as run.gpkg holds it (table input_file).
  [[nodiscard]] std::string input_file(std::string_view name) const;
  /// Columns that select one row of the metrics and no other: its cells that are not empty, and the empty ones without which another row
  /// would agree too.
  [[nodiscard]] std::map<std::string, std::string> key_of(const Side& side, const MetricRow& row) const;

 private:
  using Rows = std::map<std::pair<std::string, std::string>, std::vector<const MetricRow*>>;
  [[nodiscard]] static Rows by_metric_and_period(const MetricTable& metrics);
  [[nodiscard]] const std::vector<const MetricRow*>& rows_of(const Side& side, std::string_view metric, std::string_view period) const;
  document::Run of_chance_row(const Verdict& asked, std::string_view column, document::Figure figure,
                              document::Look look = document::Look::plain);
  void name_targets();
  void name_pools();

  const ReportInput* input_;
  Language language_;
  document::Document* document_;
  Names names_;
  std::vector<std::string> years_;
  YearsRun years_run_;
  std::string focus_year_;
  std::vector<Caveat> caveats_;
  Rows plan_rows_, baseline_rows_;
  std::map<std::string, std::string> target_names_, measure_names_, pool_names_;
};

}  // namespace railshift::analysis::report

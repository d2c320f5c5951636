/// Figures of costs.csv, contributions.csv, levers.csv, ways.csv, chances.csv, deciding.csv and ceilings.csv.
#include <array>

#include <fmt/format.h>

#include "analysis/report/page.hpp"
#include "analysis/words/figures.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis::report {
namespace {

using document::Of;
using document::Run;

template <class Row>
struct Column {
  std::string_view name;
  std::optional<double> (*value)(const Row&);
};

template <class Row, std::size_t N>
std::optional<double> value_in_column(const std::array<Column<Row>, N>& columns, std::string_view name, const Row& row) {
  for (const Column<Row>& column : columns) {
    if (column.name == name) return column.value(row);
  }
  RAILSHIFT_EXPECTS(false, "the column holds a figure");
}

constexpr std::array<Column<CostRow>, 5> kCosts{{{"baseline", [](const CostRow& r) { return r.baseline; }},
                                                 {"plan", [](const CostRow& r) { return r.plan; }},
                                                 {"difference", [](const CostRow& r) { return r.difference; }},
                                                 {"low", [](const CostRow& r) { return r.low; }},
                                                 {"high", [](const CostRow& r) { return r.high; }}}};

constexpr std::array<Column<Contribution>, 6> kContributions{{{"plan", [](const Contribution& c) { return c.plan; }},
                                                              {"without", [](const Contribution& c) { return c.without; }},
                                                              {"baseline", [](const Contribution& c) { return c.baseline; }},
                                                              {"with_alone", [](const Contribution& c) { return c.with_alone; }},
                                                              {"one_out", [](const Contribution& c) { return c.one_out; }},
                                                              {"one_in", [](const Contribution& c) { return c.one_in; }}}};

using Maybe = std::optional<double>;

constexpr std::array<Column<LeverRow>, 5> kLevers{
    {{"value_given", [](const LeverRow& r) { return r.given_value; }},
     {"value_end", [](const LeverRow& r) { return r.end_value; }},
     {"value_enough", [](const LeverRow& r) { return r.found.meets ? r.found.meets->value : Maybe(); }},
     {"value_misses", [](const LeverRow& r) { return r.found.misses ? r.found.misses->value : Maybe(); }},
     {"per_unit", [](const LeverRow& r) { return Maybe(r.per_unit); }}}};

constexpr std::array<Column<TargetChance>, 17> kChances{
    {{"chance", [](const TargetChance& c) { return c.chance ? Maybe(c.chance->value) : Maybe(); }},
     {"chance_error", [](const TargetChance& c) { return c.chance ? c.chance->error : Maybe(); }},
     {"range_low", [](const TargetChance& c) { return c.range ? Maybe(c.range->low) : Maybe(); }},
     {"range_high", [](const TargetChance& c) { return c.range ? Maybe(c.range->high) : Maybe(); }},
     {"twins", [](const TargetChance& c) { return Maybe(c.twins); }},
     {"twins_met", [](const TargetChance& c) { return Maybe(c.twins_met); }},
     {"pairs", [](const TargetChance& c) { return Maybe(c.pairs); }},
     {"full_met", [](const TargetChance& c) { return Maybe(c.full_met); }},
     {"full_alone_low", [](const TargetChance& c) { return Maybe(c.full_alone.low); }},
     {"full_alone_high", [](const TargetChance& c) { return Maybe(c.full_alone.high); }},
     {"p05", [](const TargetChance& c) { return c.band ? Maybe(c.band->p05) : Maybe(); }},
     {"p50", [](const TargetChance& c) { return c.band ? Maybe(c.band->p50) : Maybe(); }},
     {"p95", [](const TargetChance& c) { return c.band ? Maybe(c.band->p95) : Maybe(); }},
     {"second_twins", [](const TargetChance& c) { return c.second ? Maybe(c.second->twins) : Maybe(); }},
     {"second_chance", [](const TargetChance& c) { return c.second && c.second->chance ? Maybe(c.second->chance->value) : Maybe(); }},
     {"second_low", [](const TargetChance& c) { return c.second && c.second->range ? Maybe(c.second->range->low) : Maybe(); }},
     {"second_high", [](const TargetChance& c) { return c.second && c.second->range ? Maybe(c.second->range->high) : Maybe(); }}}};

/// In per cent, one digit more below one, so that what is not 0 does not read so.
std::string chance_percent(const Maybe& share) {
  if (!share) return "—";
  return *share > 0.0 && *share < 0.01 ? fmt::format("{:.1f}%", 100.0 * *share) : fmt::format("{:.0f}%", 100.0 * *share);
}

bool is_number(std::string_view column) {
  return column == "twins" || column == "twins_met" || column == "pairs" || column == "full_met" || column == "second_twins";
}
bool is_quantile(std::string_view column) { return column.starts_with('p') && column.size() == 3; }

}  // namespace

Run Page::of_cost(const CostRow& row, std::string_view column) {
  const Maybe value = value_in_column(kCosts, column, row);
  const bool is_rate = row.item == CostItem::per_tonne || row.item == CostItem::per_kg_nox;
  const bool is_signed = column == "difference" && !is_rate && row.item != CostItem::public_cost;
  const std::string item{to_text(row.item)};
  return figure(fmt::format("cost:{}:{}:{}:{}:{}", item, row.id, row.kind, row.period, column),
                {value,
                 row.unit,
                 is_signed ? difference_text(value, row.unit, language_) : figure_text(value, row.unit, language_),
                 Of::one_run,
                 1,
                 row.standing,
                 {"costs.csv", {{"item", item}, {"id", row.id}, {"kind", row.kind}, {"period", row.period}}, std::string(column), "", {}}});
}

Run Page::of_contribution(const Contribution& c, std::string_view column) {
  const Maybe value = value_in_column(kContributions, column, c);
  const ContributionFigure& f = c.figure;
  const std::string part{to_text(c.part.kind)};
  const bool is_difference = column == "one_out" || column == "one_in";
  return figure(
      fmt::format("contribution:{}:{}:{}:{}:{}:{}:{}", part, c.part.id, f.target, f.metric, f.period, to_text(f.scope), column),
      {value,
       f.unit,
       is_difference ? difference_text(value, f.unit, language_) : figure_text(value, f.unit, language_),
       Of::one_run,
       1,
       "",
       {"contributions.csv",
        {{"part", part}, {"id", c.part.id}, {"target", f.target}, {"metric", f.metric}, {"scope", to_text(f.scope)}, {"period", f.period}},
        std::string(column),
        "",
        {}}});
}

Run Page::of_lever(const TargetLevers& target, const LeverRow& row, std::string_view column) {
  const Maybe value = value_in_column(kLevers, column, row);
  const Verdict& v = target.verdict;
  const std::string text = column == "per_unit"
                               ? difference_text(v.op == Operator::at_most ? -row.per_unit : row.per_unit, v.unit, language_)
                               : figure_text_beside(value, v.threshold, v.unit, language_);
  return figure(fmt::format("lever:{}:{}:{}", v.target, row.lever.path, column),
                {value,
                 v.unit,
                 text,
                 Of::one_run,
                 1,
                 "",
                 {"levers.csv", {{"row", "lever"}, {"target", v.target}, {"lever", row.lever.path}}, std::string(column), "", {v.clause}}});
}

Run Page::of_lever_set(const TargetLevers& target) {
  const Verdict& v = target.verdict;
  return figure(fmt::format("levers:{}", v.target),
                {target.set_value,
                 v.unit,
                 figure_text_beside(target.set_value, v.threshold, v.unit, language_),
                 Of::one_run,
                 1,
                 "",
                 {"levers.csv", {{"row", "set"}, {"target", v.target}}, "value_enough", "", {v.clause}}});
}

Run Page::of_way(const FirmWays& firm, const FirmWay& way, std::string_view column) {
  struct Shown {
    Maybe value;
    std::string unit;
  };
  Shown shown{way.tonnes, "t"};
  if (column == "road_t") shown.value = firm.road_t;
  if (column == "no_chain_t") shown.value = firm.no_chain_t;
  if (column == "yuan_per_t") shown = {way.yuan_per_t, "yuan/t"};
  if (column == "nox_g_per_t") shown = {way.nox_g_per_t, "g/t"};
  if (column == "vi_pays_below") shown = {firm.rail_yuan_per_t, "yuan/t"};
  const bool is_price = column == "yuan_per_t" || column == "nox_g_per_t";
  const std::string text = is_price ? difference_text(shown.value, shown.unit, language_) : figure_text(shown.value, shown.unit, language_);
  const std::string key{to_text(way.way)};
  return figure(fmt::format("way:{}:{}:{}", firm.firm, key, column),
                {shown.value,
                 shown.unit,
                 text,
                 Of::one_run,
                 1,
                 "derived(assumed)",
                 {"ways.csv", {{"firm", firm.firm}, {"way", key}}, std::string(column), "", {}}});
}

Run Page::of_chance(const TargetChance& chance, std::string_view column) {
  const Maybe value = value_in_column(kChances, column, chance);
  const Verdict& v = chance.asked;
  std::string text = chance_percent(value);
  if (is_number(column)) text = value ? fmt::format("{:.0f}", *value) : "—";
  if (is_quantile(column)) text = figure_text_beside(value, v.threshold, v.unit, language_);
  return of_chance_row(v, column,
                       {value,
                        is_quantile(column) ? v.unit
                        : is_number(column) ? ""
                                            : "1",
                        text,
                        Of::members,
                        static_cast<std::uint32_t>(chance.twins),
                        "",
                        {}});
}

Run Page::of_deciding(const Deciding& deciding, const GroupShare& group) {
  const double share = group.share.total.value;
  std::map<std::string, std::string> key{{"target", deciding.target}, {"group", group.group}};
  if (!input_->study_case.empty()) key.emplace("case", input_->study_case);
  return figure(fmt::format("deciding:{}{}:{}", input_->study_case.empty() ? "" : input_->study_case + ":", deciding.target, group.group),
                {share,
                 "1",
                 chance_percent(std::min(share, 1.0)),
                 Of::members,
                 static_cast<std::uint32_t>(deciding.members),
                 "",
                 {"deciding.csv", std::move(key), "total", "", {}}});
}

Run Page::of_ceiling(const std::string& target, int year, std::string_view name, std::string_view what, double value,
                     std::string_view unit) {
  return figure(fmt::format("ceiling:{}:{}:{}:{}", target, year, name, what),
                {value,
                 std::string(unit),
                 figure_text(value, unit, language_),
                 Of::bound,
                 1,
                 "derived(assumed)",
                 {"ceilings.csv",
                  {{"target", target}, {"year", std::to_string(year)}, {"figure", std::string(name)}, {"what", std::string(what)}},
                  "value",
                  "",
                  {}}});
}

}  // namespace railshift::analysis::report

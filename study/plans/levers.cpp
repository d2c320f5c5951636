#include "study/plans/levers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "analysis/judge/measure_name.hpp"
#include "sim/core/text.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::study {
namespace {

using analysis::Lever;
using analysis::LeverKind;
using analysis::LeverPosition;
using analysis::LeverUnit;
using scenario::RangedInput;

enum class Better : std::uint8_t { low, high };

/// A number that can be a lever.
struct Turnable {
  std::string_view field;
  LeverKind kind;
  LeverUnit unit;
  Better better;
  double step;  ///< between two positions; of days the month
};
constexpr std::array kOfMeasures{Turnable{"obedience", LeverKind::obedience, LeverUnit::point, Better::high, 0.001},
                                 Turnable{"price_yuan_per_t", LeverKind::price, LeverUnit::yuan_per_t, Better::high, 0.1},
                                 Turnable{"in_service", LeverKind::date, LeverUnit::month, Better::low, 0.0},
                                 Turnable{"first_share", LeverKind::chain_share, LeverUnit::point, Better::high, 0.001},
                                 Turnable{"ramp_months", LeverKind::chain_share, LeverUnit::month, Better::low, 1.0}};
constexpr Turnable kCapacity{"t_per_day", LeverKind::capacity, LeverUnit::thousand_t_per_day, Better::high, 100.0};
constexpr std::array kOfPrices{Turnable{"rail.price_factor", LeverKind::price, LeverUnit::point, Better::low, 0.001},
                               Turnable{"road.price_factor", LeverKind::price, LeverUnit::point, Better::high, 0.001}};

const Turnable* named(const auto& list, std::string_view field) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Turnable& t) { return t.field == field; });
  return found == list.end() ? nullptr : &*found;
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('.') + 1); }

/// From the number as given to the end, the end itself last.
std::vector<LeverPosition> number_positions(const RangedInput& input, const Turnable& what) {
  const double from = input.range->value, to = what.better == Better::high ? input.range->high : input.range->low;
  std::vector<LeverPosition> positions{{input.value, from}};
  // A step that lands on the end but for rounding is the end.
  const double steps = std::abs(to - from) / what.step * (1.0 - 1e-9);
  for (int i = 1; i < steps; ++i) {
    const std::string text = fmt::format("{:.10g}", from + (to > from ? i : -i) * what.step);
    positions.push_back({text, parse_decimal(text).value_or(from)});
  }
  if (to != from) positions.push_back({what.better == Better::high ? input.high : input.low, to});
  return positions;
}

LeverPosition position_on(Date day) { return {to_string(day), static_cast<double>(day.days)}; }

/// Chains open with the month: between both days every first of a month is one position.
std::vector<LeverPosition> day_positions(const RangedInput& input, const Turnable& what) {
  const auto from = parse_date(input.value), to = parse_date(what.better == Better::low ? input.low : input.high);
  if (!from || !to) return {};
  std::vector<LeverPosition> positions{position_on(*from)};
  for (Date day = first_day(month_of(*from)); *to < *from && day > *to; day = first_day(month_of(day - 1))) {
    if (day < *from) positions.push_back(position_on(day));
  }
  if (*to < *from) positions.push_back(position_on(*to));
  return positions;
}

std::optional<Lever> lever_of(const RangedInput& input, const Turnable& what, const Words& owner) {
  Lever lever{what.kind,
              what.unit,
              input.path,
              owner,
              std::string(what.field),
              input.range ? number_positions(input, what) : day_positions(input, what)};
  return lever.positions.size() > 1 ? std::optional(std::move(lever)) : std::nullopt;
}

bool is_of_the_plan(const World& world, const std::string& id) {
  const auto measure = world.measures.find(id);
  return measure && world.measures[*measure].layer != Layer::baseline;
}

/// As contributions call it: 淘汰令 · TY-22.
Words name_of(const World& world, const std::string& measure) {
  return analysis::measure_name(world, world.measures[*world.measures.find(measure)]);
}

bool opens_with_the_plan(const World& world, const std::string& siding) {
  return std::any_of(world.measures.begin(), world.measures.end(), [&](const Measure& measure) {
    const auto* opens = policy::as<SidingOpens>(measure);
    return opens != nullptr && measure.layer != Layer::baseline && world.sidings[opens->siding].id == siding;
  });
}

/// The first month that begins on or after the first day of the plan.
std::optional<Date> first_month_of_plan(const World& world) {
  std::optional<Date> first;
  for (const Measure& measure : world.measures) {
    if (measure.layer != Layer::baseline) first = std::min(measure.from, first.value_or(measure.from));
  }
  if (!first) return std::nullopt;
  return first_day(month_of(*first)) == *first ? *first : next_month_start(*first);
}

/// The day of a dated row of values.csv, by its path.
std::optional<Date> day_of(const std::string& path) {
  const std::size_t at = path.find('@');
  return at == std::string::npos ? std::nullopt : parse_date(path.substr(at + 1, 10));
}

/// The price from that day on; the latest row before it says the range.
std::optional<Lever> price_lever(const scenario::Loaded& plan, const Turnable& what, Date from) {
  const RangedInput* latest = nullptr;
  for (const RangedInput& input : plan.ranged) {
    if (input.table != "values" || input.row != what.field) continue;
    const auto day = day_of(input.path);
    if (!day || (*day <= from && (latest == nullptr || *day > *day_of(latest->path)))) latest = &input;
  }
  if (latest == nullptr) return std::nullopt;
  RangedInput dated = *latest;
  dated.path = fmt::format("values.{}@{}.value", what.field, to_string(from));
  return lever_of(dated, what, {});
}

void add_found(std::optional<Lever> found, std::vector<Lever>& levers) {
  if (found) levers.push_back(std::move(*found));
}

}  // namespace

std::vector<Lever> levers_of(const scenario::Loaded& plan) {
  const World& world = *plan.world;
  std::vector<Lever> levers;
  for (const RangedInput& input : plan.ranged) {
    const Turnable* what = input.table == "measure" ? named(kOfMeasures, last_part(input.path)) : nullptr;
    if (what != nullptr && is_of_the_plan(world, input.row)) add_found(lever_of(input, *what, name_of(world, input.row)), levers);
  }
  for (const RangedInput& input : plan.ranged) {
    if (input.table != "sidings" || !opens_with_the_plan(world, input.row)) continue;
    const std::string& name = world.sidings[*world.sidings.find(input.row)].name_zh;
    add_found(lever_of(input, kCapacity, {name.empty() ? input.row : name, input.row}), levers);
  }
  const auto from = first_month_of_plan(world);
  for (const Turnable& what : kOfPrices) {
    if (from && *from < world.settings.end) add_found(price_lever(plan, what, *from), levers);
  }
  return levers;
}

LeverSettings settings_of(const analysis::LeverSet& set) {
  LeverSettings settings;
  for (const analysis::LeverTurned& lever : set) settings[lever.path] = lever.text;
  return settings;
}

LeverSettings turned(const Lever& lever, std::size_t position) { return {{lever.path, lever.positions[position].text}}; }

analysis::LeverSet all_of(const std::vector<Lever>& levers) {
  analysis::LeverSet all;
  for (const Lever& lever : levers) all.push_back({lever.path, lever.positions.back().text});
  return all;
}

std::vector<LeverSettings> screening(const std::vector<Lever>& levers) {
  std::vector<LeverSettings> runs;
  for (const Lever& lever : levers) runs.push_back(turned(lever, lever.last()));
  if (levers.size() > 1) runs.push_back(settings_of(all_of(levers)));
  return runs;
}

}  // namespace railshift::study

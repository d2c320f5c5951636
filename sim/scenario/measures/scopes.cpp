#include "sim/scenario/measures/scopes.hpp"

#include <array>
#include <set>

#include <fmt/format.h>

#include "sim/model/judged_unit.hpp"
#include "sim/model/reason.hpp"
#include "sim/model/truck_set.hpp"
#include "sim/model/vehicle.hpp"
#include "sim/rules/roads/haul_class.hpp"

namespace railshift::scenario {
namespace {

using Names = std::vector<std::string>;

/// All firms of the list of large shippers.
constexpr std::string_view kListedFirmsRow = "*over_threshold";
/// Those of them that have a siding on the first day of the year.
constexpr std::string_view kListedWithSidingRow = "*over_threshold_with_siding";
/// Plans set levels of these; the model emits none of them, so that such a target is not testable.
constexpr std::array<std::string_view, 4> kNotSimulated{"O3", "SO2", "VOCs", "AQI"};

ScopeField words_field(std::string name, Names words) { return {std::move(name), ScopeValue::word, std::move(words)}; }
ScopeField firm_field() { return {"firm", ScopeValue::firm, {std::string(kListedFirmsRow), std::string(kListedWithSidingRow)}}; }
ScopeField segment_field() {
  Names sets;
  for (const TruckSet& set : truck_sets()) sets.emplace_back(set.name);
  return {"segment", ScopeValue::segment, sets};
}
Names haul_classes() {
  Names words;
  for (const rules::HaulClass haul : rules::kHaulClasses) words.emplace_back(to_text(haul));
  return words;
}
/// >=500 joins two classes, in figures by mode.
Names haul_classes_and_joined() {
  Names words = haul_classes();
  words.emplace_back(rules::kMediumAndLong);
  return words;
}

Names standards() {
  Names words;
  for (int s = 0; s < kStandards; ++s) words.emplace_back(to_text(static_cast<Standard>(s)));
  return words;
}
/// china3 is that standard, <=china3 that and older ones.
Names standards_and_older() {
  Names words = standards();
  for (int s = 0; s < kStandards; ++s) {
    const auto standard = static_cast<Standard>(s);
    if (standard != Standard::zero_exhaust) words.push_back("<=" + std::string(to_text(standard)));
  }
  return words;
}
Names powertrains() {
  Names words;
  for (int p = 0; p < kPowertrains; ++p) words.emplace_back(to_text(static_cast<Powertrain>(p)));
  return words;
}
Names reasons() {
  Names words;
  for (int r = 0; r < kReasons; ++r) words.emplace_back(to_text(static_cast<Reason>(r)));
  return words;
}
Names pollutants(const World& world) {
  std::set<std::string> names(kNotSimulated.begin(), kNotSimulated.end());
  for (const EmissionFactor& factor : world.emission_factors) names.insert(factor.pollutant);
  return {names.begin(), names.end()};
}

/// Levels at which firms are counted: 0.50, 0.55 .. 1.00.
Names passing_levels() {
  Names words;
  for (int percent = 50; percent <= 100; percent += 5) words.push_back(fmt::format("{:.2f}", percent / 100.0));
  return words;
}

const Names kBothInOut{"both", "in", "out"};

std::vector<ScopeField> rail_share_fields() {
  return {firm_field(),
          {"county", ScopeValue::county_of_sites, {}},
          {"commodity", ScopeValue::commodity, {}},
          words_field("haul_class", haul_classes_and_joined()),
          words_field("numerator_kind", {"rail", "rail_belt_pipe"}),
          words_field("basis", {"gate", "main_haul", "tonne_km"}),
          words_field("denominator_kind", {"rail_road", "all"}),
          words_field("direction", kBothInOut)};
}

std::vector<ScopeField> rail_tonnes_fields() {
  return {firm_field(),
          {"county", ScopeValue::county_of_sites, {}},
          {"commodity", ScopeValue::commodity, {}},
          words_field("haul_class", haul_classes_and_joined()),
          words_field("numerator_kind", {"rail"}),
          words_field("basis", {"gate", "main_haul"}),
          words_field("denominator_kind", {"base_year"}),
          words_field("direction", kBothInOut)};
}

ScopeField list_field() { return words_field("firm", {std::string(kListedFirmsRow)}); }

std::vector<ScopeField> firms_passing_fields() {
  return {list_field(),
          words_field("level", passing_levels()),
          words_field("numerator_kind", {"rail", "rail_belt_pipe", "rail_or_clean"}),
          words_field("basis", {"gate", "main_haul"}),
          words_field("denominator_kind", {"rail_road", "all"}),
          words_field("direction", {"both"})};
}

std::vector<ScopeField> exhaust_fields(const World& world) {
  return {{"county", ScopeValue::county_of_roads, {"*no_county", "*beyond"}},
          words_field("numerator_kind", pollutants(world)),
          words_field("basis", {"modelled_exhaust", "counted_exhaust", "through_exhaust", "other_exhaust", "hired_exhaust", "idling",
                                "rail_traction", "belt_drive"}),
          words_field("standard", standards()),
          words_field("ring", {"1", "2"})};
}

std::vector<ScopeField> chain_fields() {
  return {{"commodity", ScopeValue::commodity, {}},
          words_field("haul_class", haul_classes()),
          words_field("numerator_kind", {"rail", "truck", "belt", "pipe", "road", "rail_siding", "rail_yard", "belt_pipe"}),
          words_field("basis", {"main_haul", "chain_class"})};
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// No row has two of these fields.
Pairs each_alone(const Names& fields) {
  Pairs pairs;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (std::size_t j = i + 1; j < fields.size(); ++j) pairs.emplace_back(fields[i], fields[j]);
  }
  return pairs;
}

Pairs apart_in_shares() {
  Pairs pairs = each_alone({"county", "commodity", "haul_class"});
  pairs.emplace_back("firm", "county");
  return pairs;
}

/// Growth is of the city and of the list alone.
Pairs apart_in_tonnes() {
  Pairs pairs = apart_in_shares();
  for (const char* field : {"county", "commodity", "haul_class"}) pairs.emplace_back("denominator_kind", field);
  return pairs;
}

}  // namespace

MetricScope metric_scope(MetricKind metric, const World& world) {
  switch (metric) {
    case MetricKind::rail_share:
      return {rail_share_fields(), apart_in_shares(), {}, {}};
    case MetricKind::rail_tonnes:
      return {rail_tonnes_fields(), apart_in_tonnes(), {}, {}};
    case MetricKind::clean_share:
      return {{words_field("numerator_kind", {"clean_with_china6", "clean_without_china6"}), words_field("basis", {"tonnes", "entries"})},
              {},
              {},
              {}};
    case MetricKind::register_stock:
      return {{segment_field(), words_field("standard", standards_and_older()), words_field("powertrain", powertrains())}, {}, {}, {}};
    case MetricKind::retired_share:
      return {{{"basis", ScopeValue::day, {}}, {"segment", ScopeValue::segment, {}}, words_field("standard", standards())}, {}, {}, {}};
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
      return {{segment_field()}, {}, {}, {}};
    case MetricKind::through_km_inside:
      return {{{"county", ScopeValue::county_of_roads, {"*no_county"}}, words_field("ring", {"1", "2"})},
              each_alone({"county", "ring"}),
              {},
              {}};
    case MetricKind::exhaust:
      return {exhaust_fields(world), each_alone({"county", "basis", "standard", "ring"}), {}, {"numerator_kind"}};
    case MetricKind::tonnes_by_chain:
      return {chain_fields(), each_alone({"commodity", "haul_class"}), {}, {"numerator_kind"}};
    case MetricKind::tonnes_by_reason:
      return {{words_field("firm", {std::string(kListedFirmsRow)}),
               {"commodity", ScopeValue::commodity, {}},
               words_field("haul_class", haul_classes()),
               words_field("numerator_kind", reasons())},
              each_alone({"firm", "commodity", "haul_class"}),
              {},
              {"numerator_kind"}};
    case MetricKind::rail_station_tonnes:
      return {{{"county", ScopeValue::county_of_stations, {"*no_county"}},
               {"rail_station", ScopeValue::rail_station, {}},
               {"commodity", ScopeValue::commodity, {}},
               words_field("direction", {"in", "out"})},
              {},
              {{"rail_station", "county"}},
              {}};
    case MetricKind::firms_passing:
      return {firms_passing_fields(), {}, {}, {"level"}};
    case MetricKind::siding_access:
      return {{list_field(), words_field("numerator_kind", {"own", "own_shared", "own_shared_yard"})}, {}, {}, {}};
    case MetricKind::clean_ok:
      return {{{"firm", ScopeValue::firm, {std::string(kListedFirmsRow)}}}, {}, {}, {}};
  }
  RAILSHIFT_EXPECTS(false, "a metric has fields");
}

JudgedQuantity quantity_of(MetricKind metric, const Scope& scope) {
  switch (metric) {
    case MetricKind::rail_share:
    case MetricKind::clean_share:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
    case MetricKind::firms_passing:
    case MetricKind::siding_access:
    case MetricKind::clean_ok:
      return JudgedQuantity::share;
    case MetricKind::rail_tonnes:
      return scope.contains("denominator_kind") ? JudgedQuantity::growth : JudgedQuantity::tonnes;
    case MetricKind::tonnes_by_chain:
    case MetricKind::tonnes_by_reason:
    case MetricKind::rail_station_tonnes:
    case MetricKind::exhaust:
      return JudgedQuantity::tonnes;
    case MetricKind::register_stock:
      return JudgedQuantity::vehicles;
    case MetricKind::through_km_inside:
      return JudgedQuantity::kilometres;
  }
  RAILSHIFT_EXPECTS(false, "a metric counts something");
}

namespace {

/// In which figures of it are counted.
std::string_view figure_unit(JudgedQuantity quantity) {
  switch (quantity) {
    case JudgedQuantity::share:
    case JudgedQuantity::growth:
      return "1";
    case JudgedQuantity::tonnes:
      return "t";
    case JudgedQuantity::vehicles:
      return "vehicles";
    case JudgedQuantity::kilometres:
      return "km";
  }
  RAILSHIFT_EXPECTS(false, "a quantity has a unit");
}

}  // namespace

std::vector<std::string> units_of(JudgedQuantity quantity) {
  std::vector<std::string> names;
  for (const JudgedUnit& unit : kJudgedUnits) {
    if (unit.figure == figure_unit(quantity) && !unit.name.empty()) names.emplace_back(unit.name);
  }
  return names;
}

}  // namespace railshift::scenario

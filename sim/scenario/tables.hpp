#pragma once
/// The field tables of all files. A row type that several rows of one id are merged from derives from what they become.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/table.hpp"

namespace railshift::scenario {

struct TruckClassRow : TruckClass {
  Provenance provenance;
};
struct ValueRow {
  std::string id;
  Date valid_from;
  double value = 0.0;
  std::string unit;
  Provenance provenance;
};
struct SiteRow : Site {
  Provenance provenance;
};
struct ProcessRow {
  std::string id;
  Id<Site> site;
  std::string driver_commodity;
  Date valid_from;
  TonnesPerYear rate;
  Provenance provenance;
};
struct IoRow {
  std::string process;
  std::string commodity;
  IoRole role = IoRole::in;
  Date valid_from;
  double t_per_t = 0.0;
  Provenance provenance;
};
struct FlowRow : Flow {
  Date valid_from;
  double value = 0.0;
  std::optional<Kilograms> own_payload;
  std::string clock_times;
};
struct LegRow : Leg {
  std::string chain;
  Provenance provenance;
};
struct ProfileRow {
  std::string id;
  int year = 0;
  std::array<double, 12> share{};
  Provenance provenance;
};
struct BackgroundRow {
  std::string id;
  Id<RailSection> section;
  Date valid_from;
  double trains_per_day = 0.0;
  Provenance provenance;
};
struct ServiceTimeRow {
  std::string station;
  double minutes = 0.0;
  double weight = 0.0;
  Provenance provenance;
};
struct ThroughRow : Through {
  Date valid_from;
  double loaded_trips_per_year = 0.0;
};

// parameters/
TableOf<Commodity> commodities_table();
TableOf<Segment> segments_table();
TableOf<TruckClassRow> truck_classes_table();
TableOf<ValueRow> values_table();
TableOf<RailTariff> rail_tariffs_table();
TableOf<RoadRate> road_rates_table();
TableOf<SurvivalCurve> survival_table();
TableOf<PurchaseShare> purchase_shares_table();
TableOf<OutsideMix> outside_mix_table();
TableOf<EmissionFactor> emission_factors_table();
TableOf<Mileage> mileage_table();
// tables/
TableOf<Firm> firms_table();
TableOf<SiteRow> sites_table();
TableOf<ProcessRow> processes_table();
TableOf<IoRow> process_io_table();
TableOf<FlowRow> flows_table();
TableOf<Chain> chains_table();
TableOf<LegRow> legs_table();
TableOf<Siding> sidings_table();
TableOf<Station> stations_table();
TableOf<ServiceTimeRow> service_times_table();
TableOf<Closure> closures_table();
TableOf<Stockyard> stockyards_table();
TableOf<HourProfile> hour_profiles_table();
TableOf<RegisterRow> register_table();
TableOf<Pool> pools_table();
TableOf<ThroughRow> through_table();
TableOf<Clause> clauses_table();
TableOf<ProfileRow> profiles_table();
TableOf<Observed> observed_table();
// network/
TableOf<Node> node_table();
TableOf<Link> link_table();
TableOf<RailSection> rail_sections_table();
TableOf<BackgroundRow> rail_background_table();

/// All of them, in the order of the documentation.
[[nodiscard]] std::vector<TableSpec> all_tables();

/// A number that the program uses and values.csv must have.
struct RequiredValue {
  std::string name;
  std::string unit;
  double low;
  double high;
  std::string zh;
  std::string en;
};
[[nodiscard]] std::vector<RequiredValue> required_values();

}  // namespace railshift::scenario

#pragma once
/// All tables, decoded, with their raw rows beside them for messages.
#include <vector>

#include "sim/scenario/tables/tables_fleet.hpp"
#include "sim/scenario/tables/tables_network.hpp"
#include "sim/scenario/tables/tables_operations.hpp"
#include "sim/scenario/tables/tables_parameters.hpp"
#include "sim/scenario/tables/tables_places.hpp"

namespace railshift::scenario {

struct Readings {
  std::vector<ReadRow<Commodity>> commodities;
  std::vector<ReadRow<Segment>> segments;
  std::vector<ReadRow<TruckClassRow>> truck_classes;
  std::vector<ReadRow<ValueRow>> values;
  std::vector<ReadRow<RailTariff>> rail_tariffs;
  std::vector<ReadRow<RoadRate>> road_rates;
  std::vector<ReadRow<SurvivalCurve>> survival;
  std::vector<ReadRow<PurchaseShare>> purchase_shares;
  std::vector<ReadRow<OutsideMix>> outside_mix;
  std::vector<ReadRow<EmissionFactor>> emission_factors;
  std::vector<ReadRow<Mileage>> mileage;
  std::vector<ReadRow<CleanRule>> clean_rules;
  std::vector<ReadRow<Firm>> firms;
  std::vector<ReadRow<SiteRow>> sites;
  std::vector<ReadRow<ProcessRow>> processes;
  std::vector<ReadRow<IoRow>> process_io;
  std::vector<ReadRow<FlowRow>> flows;
  std::vector<ReadRow<Chain>> chains;
  std::vector<ReadRow<LegRow>> legs;
  std::vector<ReadRow<Siding>> sidings;
  std::vector<ReadRow<Station>> stations;
  std::vector<ReadRow<ServiceTimeRow>> service_times;
  std::vector<ReadRow<Closure>> closures;
  std::vector<ReadRow<Stockyard>> stockyards;
  std::vector<ReadRow<HourProfile>> hour_profiles;
  std::vector<ReadRow<RegisterRow>> register_rows;
  std::vector<ReadRow<Pool>> pools;
  std::vector<ReadRow<ThroughRow>> through;
  std::vector<ReadRow<Clause>> clauses;
  std::vector<ReadRow<ProfileRow>> profiles;
  std::vector<ReadRow<Observed>> observed;
  std::vector<ReadRow<Node>> nodes;
  std::vector<ReadRow<Link>> links;
  std::vector<ReadRow<RailSection>> rail_sections;
  std::vector<ReadRow<BackgroundRow>> rail_background;
  std::vector<ReadRow<FirmClassRow>> firm_classes;
  std::vector<ReadRow<CountyFigureRow>> county_figures;
  std::vector<Unusual> unusual;  ///< numbers outside of their usual range
};

/// Decodes every table. Precondition: `raw` has an entry for every table of all_tables().
[[nodiscard]] Readings read_all(const RawTables& raw, Decoder& decoder);
/// The ids of every table that could be read, of the lines of rail_sections, the roads of link, the need groups of commodities and
/// the counties of sites and of registered trucks.
[[nodiscard]] KeyBook keys_of(const RawTables& raw);
/// Of a table that is incomplete: neither its ids nor what keys_of derives from them are all there.
void may_have_more(KeyBook& keys, const std::string& table);

}  // namespace railshift::scenario

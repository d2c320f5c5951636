#include "sim/scenario/tables/all_tables.hpp"

#include "sim/scenario/tables/tables_fleet.hpp"
#include "sim/scenario/tables/tables_network.hpp"
#include "sim/scenario/tables/tables_operations.hpp"
#include "sim/scenario/tables/tables_parameters.hpp"
#include "sim/scenario/tables/tables_places.hpp"

namespace railshift::scenario {

const std::vector<TableSpec>& all_tables() {
  static const std::vector<TableSpec> all{commodities_table().spec,
                                          segments_table().spec,
                                          truck_classes_table().spec,
                                          values_table().spec,
                                          rail_tariffs_table().spec,
                                          road_rates_table().spec,
                                          survival_table().spec,
                                          purchase_shares_table().spec,
                                          outside_mix_table().spec,
                                          emission_factors_table().spec,
                                          mileage_table().spec,
                                          clean_rules_table().spec,
                                          firms_table().spec,
                                          sites_table().spec,
                                          processes_table().spec,
                                          process_io_table().spec,
                                          flows_table().spec,
                                          chains_table().spec,
                                          legs_table().spec,
                                          sidings_table().spec,
                                          stations_table().spec,
                                          register_table().spec,
                                          pools_table().spec,
                                          through_table().spec,
                                          clauses_table().spec,
                                          profiles_table().spec,
                                          observed_table().spec,
                                          service_times_table().spec,
                                          closures_table().spec,
                                          stockyards_table().spec,
                                          hour_profiles_table().spec,
                                          node_table().spec,
                                          link_table().spec,
                                          rail_sections_table().spec,
                                          rail_background_table().spec,
                                          firm_classes_table().spec,
                                          county_figures_table().spec};
  return all;
}

}  // namespace railshift::scenario

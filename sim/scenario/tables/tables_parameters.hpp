#pragma once
/// Field tables of parameters/. A row type that several rows of one id are merged from derives from what they become.
#include <string>

#include "sim/scenario/fields/table.hpp"

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

[[nodiscard]] TableOf<Commodity> commodities_table();
[[nodiscard]] TableOf<Segment> segments_table();
[[nodiscard]] TableOf<TruckClassRow> truck_classes_table();
[[nodiscard]] TableOf<ValueRow> values_table();
[[nodiscard]] TableOf<RailTariff> rail_tariffs_table();
[[nodiscard]] TableOf<RoadRate> road_rates_table();
[[nodiscard]] TableOf<SurvivalCurve> survival_table();
[[nodiscard]] TableOf<PurchaseShare> purchase_shares_table();
[[nodiscard]] TableOf<OutsideMix> outside_mix_table();
[[nodiscard]] TableOf<EmissionFactor> emission_factors_table();
[[nodiscard]] TableOf<Mileage> mileage_table();
[[nodiscard]] TableOf<CleanRule> clean_rules_table();

}  // namespace railshift::scenario

/// Rail share: a family, because the plans do not say which one they mean. All figures count delivered bulk goods without dangerous ones,
/// in tonnes or (basis tonne_km) in tonne-kilometres.
#include "analysis/metrics/families.hpp"
#include "analysis/metrics/rail_readings.hpp"

namespace railshift::analysis {
namespace {

Share share_of(const ModeSums& sums, const RailReading& reading) {
  const auto [part, whole] = parts_of(sums, reading);
  return {tonnes_of(part), tonnes_of(whole)};
}

}  // namespace

void add_rail_share(const Gauge& gauge, MetricTable& table) {
  for (const ModeTable& sums_of : {mode_table(gauge, Goods::bulk), tonne_km_table(gauge, Goods::bulk)}) {
    for (const auto& [key, sums] : sums_of) {
      for (const RailReading& reading : kRailReadings) {
        const Share share = share_of(sums, reading);
        if (share.whole <= 0.0) continue;
        MetricRow row = gauge.share_row("rail_share", key.period, share, sums.standing);
        fill_scope(row, key, gauge.world());
        row.numerator_kind = reading.numerator_kind;
        row.denominator_kind = reading.denominator_kind;
        table.push_back(std::move(row));
      }
    }
  }
}

}  // namespace railshift::analysis

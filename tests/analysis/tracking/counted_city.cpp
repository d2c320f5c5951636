#include "tests/analysis/tracking/counted_city.hpp"

#include <stdexcept>

#include "analysis/tracking/tracking_csv.hpp"

using namespace railshift;
using namespace railshift::analysis;

namespace counted_city {

ledger::Ledger run_of(const World& world, std::int64_t rail_t, std::int64_t road_t) {
  ledger::Ledger ledger;
  for (int m = -12; m < 12; ++m) {
    ledger.chains.push_back(small_city::delivered(world, kJanuary + m, "out-rail", rail_t));
    ledger.chains.push_back(small_city::delivered(world, kJanuary + m, "out-road", road_t));
  }
  return ledger;
}

std::map<Month, double> months(double value, double step, int count) {
  std::map<Month, double> all;
  for (int m = 0; m < count; ++m) all[kJanuary + m] = value + step * m;
  return all;
}

ObservedSeries at_gate(const World& world, Mode mode, double t, int count) {
  ObservedSeries series;
  series.kind = ObservedKind::gate;
  series.id = mode == Mode::rail ? "gate/mine/rail" : "gate/mine/truck";
  series.site = small_city::id(world.sites, "mine");
  series.direction = StockSide::out;
  series.mode = mode;
  series.months = months(t, 0.0, count);
  return series;
}

ObservedSeries of_trucks(const World& world, ObservedKind kind, std::map<Month, double> counted) {
  ObservedSeries series;
  series.kind = kind;
  series.id = std::string(file_of(kind)) + "/slag";
  series.segment = small_city::id(world.segments, "slag");
  series.standard = Standard::china4;
  series.months = std::move(counted);
  return series;
}

ObservedSeries at_siding(const World& world, const std::string& siding, std::map<Month, double> counted) {
  ObservedSeries series;
  series.kind = ObservedKind::rail;
  series.id = "rail/" + siding + "/out";
  series.siding = small_city::id(world.sidings, siding);
  series.direction = StockSide::out;
  series.months = std::move(counted);
  return series;
}

ledger::RailRow train(const World& world, Month month, const std::string& chain, std::int64_t tonnes) {
  ledger::RailRow row;
  row.month = month;
  row.chain = small_city::id(world.chains, chain);
  row.departed_kg = row.arrived_kg = tonnes * 1000;
  return row;
}

ledger::Ledger falling_stock(const World& world, int fewer) {
  ledger::Ledger run;
  for (int m = 0; m < 12; ++m) {
    ledger::RegisterFoldRow row = small_city::stock(world, kJanuary + m, "slag", small_city::kDiesel4, 95 - fewer * m, 0);
    row.tally.open = 95 - fewer * (m - 1);
    row.tally.left[0] = fewer;
    run.registers.push_back(row);
  }
  return run;
}

void aim(World& world, std::vector<Target> targets) { world.targets = Table<Target>(std::move(targets)); }

Target rail_tonnes(const World& world, double t) {
  return small_city::target(world, "tg-rail", MetricKind::rail_tonnes, {}, Operator::at_least, t, "t", make_date(2021, 12, 31));
}

Target rail_share(const World& world, double share) {
  return small_city::target(world, "tg-share", MetricKind::rail_share, {{"firm", "big"}}, Operator::at_least, share, "1",
                            make_date(2021, 12, 31));
}

Tracking tracked(const World& world, const std::vector<ledger::Ledger>& runs, std::vector<ObservedSeries> series, bool varied,
                 Month until) {
  TrackedRuns asked;
  asked.run = [&](std::size_t i) { return runs[i]; };
  for (const ledger::Ledger& run : runs)
    asked.plans.push_back(run.chains.empty() && run.registers.empty() ? MetricTable{} : small_city::measured(world, run));
  asked.series = std::move(series);
  asked.until = until;
  asked.inputs_varied = varied;
  return track(world, asked);
}

const QuarterProgress& quarter(const TargetForecast& forecast, const std::string& text) {
  for (const QuarterProgress& q : forecast.quarters) {
    if (quarter_text(q.end) == text) return q;
  }
  throw std::runtime_error("no quarter " + text);
}

}  // namespace counted_city

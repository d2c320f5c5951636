/// 清洁运输比例 - clean share of the city's goods (flows that touch the study area; no through traffic). Four rows a year:
/// {National VI trucks count, do not} x {tonnes, vehicle entries}.
/// By tonnes: everything whose main haul is rail, belt or pipe is clean; road tonnes are clean as far as clean trucks carried them.
/// By entries: loaded truck trips of clean trucks over all loaded truck trips; rail, belts and pipes send no vehicle through a gate.
#include <algorithm>
#include <array>
#include <map>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

enum class CleanReading : std::uint8_t { with_china6, without_china6 };
constexpr std::array<CleanReading, 2> kCleanReadings{CleanReading::with_china6, CleanReading::without_china6};

std::string_view kind_text(CleanReading reading) {
  switch (reading) {
    case CleanReading::with_china6:
      return "clean_with_china6";
    case CleanReading::without_china6:
      return "clean_without_china6";
  }
  RAILSHIFT_EXPECTS(false, "a reading has a word");
}

bool is_clean(AccessClass truck, CleanReading reading) {
  if (is_new_energy(truck.powertrain)) return true;
  return reading == CleanReading::with_china6 && truck.standard >= Standard::china6;
}

/// What trucks did for one flow in one month.
struct TruckWork {
  std::int64_t kg = 0;
  std::array<std::int64_t, 2> clean_kg{};  ///< by CleanReading
};
struct YearSums {
  double all_t = 0.0;
  std::array<double, 2> clean_t{};
  std::int64_t trips = 0;
  std::array<std::int64_t, 2> clean_trips{};
  Standing standing = Standing::derived;
};
using FlowMonth = std::pair<Month, Id<Flow>>;

std::map<FlowMonth, TruckWork> truck_work(const Gauge& gauge, const std::vector<bool>& inside, std::map<int, YearSums>& years) {
  std::map<FlowMonth, TruckWork> work;
  for (const ledger::ServiceRow& row : gauge.ledger().service) {
    if (!row.loaded || !gauge.reported(row.month) || !inside[row.flow.index]) continue;
    const AccessClass truck = EmissionClass::from_index(row.vehicle).access;
    TruckWork& of_flow = work[{row.month, row.flow}];
    YearSums& year = years[row.month.year()];
    of_flow.kg += row.kg;
    year.trips += row.trips;
    for (const CleanReading reading : kCleanReadings) {
      if (!is_clean(truck, reading)) continue;
      of_flow.clean_kg[static_cast<std::size_t>(reading)] += row.kg;
      year.clean_trips[static_cast<std::size_t>(reading)] += row.trips;
    }
  }
  return work;
}

/// A flow's road tonnes are clean in the proportion of the loads of its trucks in that month. Tonnes without a load on record (none of
/// ours should be) count as not clean.
void add_chain(YearSums& year, const ChainFacts& chain, std::int64_t kg, const TruckWork* work) {
  const double tonnes = tonnes_of(kg);
  year.all_t += tonnes;
  year.standing = combine(year.standing, chain.standing);
  for (const CleanReading reading : kCleanReadings) {
    const auto i = static_cast<std::size_t>(reading);
    if (chain.main_mode != Mode::truck)
      year.clean_t[i] += tonnes;
    else if (work != nullptr && work->kg > 0)
      year.clean_t[i] += tonnes * static_cast<double>(work->clean_kg[i]) / static_cast<double>(work->kg);
  }
}

void add_rows(const Gauge& gauge, int year, const YearSums& sums, MetricTable& table) {
  const auto add = [&](CleanReading reading, std::string_view basis, Share share) {
    if (share.whole <= 0.0) return;
    MetricRow row = gauge.share_row("clean_share", {year, 0}, share, sums.standing);
    row.numerator_kind = kind_text(reading);
    row.basis = basis;
    table.push_back(std::move(row));
  };
  for (const CleanReading reading : kCleanReadings) {
    const auto i = static_cast<std::size_t>(reading);
    // Rounding of the proportions can lift a sum of parts over its whole by the last bit.
    add(reading, "tonnes", {std::min(sums.clean_t[i], sums.all_t), sums.all_t});
    add(reading, "entries", {static_cast<double>(sums.clean_trips[i]), static_cast<double>(sums.trips)});
  }
}

}  // namespace

void add_clean_share(const Gauge& gauge, MetricTable& table) {
  const World& world = gauge.world();
  const std::vector<ChainFacts> facts = chain_facts(world);
  std::vector<bool> inside;
  for (const Flow& flow : world.flows) inside.push_back(!world.sites[flow.origin].outside() || !world.sites[flow.destination].outside());
  std::map<int, YearSums> years;
  const auto work = truck_work(gauge, inside, years);
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    const ChainFacts& chain = facts[row.chain.index];
    if (row.delivered_kg == 0 || !gauge.reported(row.month) || !inside[chain.flow.index]) continue;
    const auto found = work.find({row.month, chain.flow});
    add_chain(years[row.month.year()], chain, row.delivered_kg, found == work.end() ? nullptr : &found->second);
  }
  for (const auto& [year, sums] : years) add_rows(gauge, year, sums, table);
}

}  // namespace railshift::analysis

#pragma once
/// Passages added up: trucks by site, direction and standard, loads by commodity and month.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "sim/scenario/records/gate/passage.hpp"
#include "sim/scenario/records/misfits.hpp"

namespace railshift::scenario {

/// A side of a site's gates.
struct GateSide {
  Id<Site> site;
  Direction direction = Direction::in;
  friend auto operator<=>(const GateSide&, const GateSide&) = default;
};

struct GateCount {
  std::int64_t trucks = 0;
  std::int64_t loaded = 0;
  std::int64_t kg = 0;         ///< of the loaded ones with a weight
  std::int64_t unweighed = 0;  ///< loaded ones without a weight
  void add(const Passage& passage);
  void add(const GateCount& other);
};

struct CountKey {
  Month month;
  GateSide side;
  Standard standard = Standard::china5;
  friend auto operator<=>(const CountKey&, const CountKey&) = default;
};

/// Loads of one commodity (absent: the record does not say) through one side.
struct LoadKey {
  GateSide side;
  std::optional<Id<Commodity>> commodity;
  friend auto operator<=>(const LoadKey&, const LoadKey&) = default;
};
struct Loads {
  std::map<Month, GateCount> by_month;
  LineRanges lines;
};

/// Hired trucks of a year, for the mix of outside trucks.
using MixKey = std::tuple<int, VehicleType, Standard, Powertrain>;

struct GateTally {
  std::map<CountKey, GateCount> counts;
  std::map<LoadKey, Loads> loads;
  std::map<Id<Site>, std::set<Month>> months;  ///< with any passage at the site
  std::map<MixKey, std::int64_t> hired;
  std::int64_t passages = 0;
  void add(const Passage& passage);
  /// Months of the year without any passage at the site; empty: the record covers the year there.
  [[nodiscard]] std::vector<Month> gaps(Id<Site> site, int year) const;
  [[nodiscard]] std::set<int> years(Id<Site> site) const;
};

/// year,site,direction,standard,trucks,loaded,tonnes,unweighed: what a user compares. Tonnes to the kilogram.
[[nodiscard]] std::string counts_csv(const World& world, const GateTally& tally);

}  // namespace railshift::scenario

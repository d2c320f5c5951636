#pragma once
/// Passages added up: trucks by site, direction and standard, loads by commodity and month.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "sim/scenario/records/gaps.hpp"
#include "sim/scenario/records/gate/coverage.hpp"
#include "sim/scenario/records/gate/passage.hpp"
#include "sim/scenario/records/reading/misfits.hpp"

namespace railshift::scenario {

/// A side of a site's gates; both, if the record does not say which.
struct GateSide {
  Id<Site> site;
  std::optional<Direction> direction;
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
  std::optional<Standard> standard;
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
  std::map<Id<Site>, std::set<Date>> days;  ///< with any passage at the site
  std::map<MixKey, std::int64_t> hired;
  Gaps<Id<Firm>, int> unread;         ///< rows that may be passages of a firm in a year
  Gaps<Id<Firm>, int> unread_trucks;  ///< passages of which the truck could not be read: its standard, fuel, size or owner
  Coverage coverage = Coverage::of_days;
  std::int64_t passages = 0;
  void add(const Passage& passage);
  /// Months of the year without any passage at the site; empty: the record covers the year there.
  [[nodiscard]] std::vector<Month> gaps(Id<Site> site, int year) const;
  /// Months of the year of which the record holds a part; see partial_months.
  [[nodiscard]] std::vector<Month> partial(Id<Site> site, int year) const;
  [[nodiscard]] std::set<int> years(Id<Site> site) const;
};

/// year,site,direction,standard,trucks,loaded,tonnes,unweighed: what a user compares. Tonnes to the kilogram.
[[nodiscard]] std::string counts_csv(const World& world, const GateTally& tally);

}  // namespace railshift::scenario

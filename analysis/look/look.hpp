#pragma once
/// look: what a scenario says before any run - balances, hauls, trucks at gates, pools, railway, assumptions - and what looks wrong in it.
/// Pure functions of the World. Two years are measured: the base year, whose shares are data, and the last year of the run at the same base
/// shares. Equations: docs/model.md, "What look computes".
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/site_balance.hpp"

namespace railshift::analysis::look {

enum class When : std::uint8_t { base, last };
inline constexpr std::array<When, 2> kWhens{When::base, When::last};

/// One figure in the base year and in the last year.
template <class T>
struct Both {
  T base{};
  T last{};
  [[nodiscard]] T& at(When when) { return when == When::base ? base : last; }
  [[nodiscard]] const T& at(When when) const { return when == When::base ? base : last; }
};

/// A place on the earth.
struct Degrees {
  double lon = 0.0, lat = 0.0;
};
[[nodiscard]] inline Degrees degrees(const Node& node) { return {node.lon, node.lat}; }

/// What every flow carries, month by month.
struct Masses {
  Both<int> year;
  Both<std::vector<std::array<Kilograms, 12>>> of_flow;  ///< by flow index
  [[nodiscard]] Tonnes tonnes(Id<Flow> flow, When when) const;
  [[nodiscard]] Tonnes total(When when) const;
};
[[nodiscard]] Masses masses(const World& world);

/// One side of a site balance, mean of the twelve months' yearly rates.
struct BalanceRow {
  Id<Site> site;
  rules::SideKind side = rules::SideKind::output;
  std::string goods;       ///< commodity id or need_group
  bool stated = false;     ///< the site says what it makes or needs, so that the side has to close
  Both<Tonnes> made;       ///< made (output) or needed
  Both<Tonnes> moved;      ///< sent or received
  double pile_days = 0.0;  ///< outputs: days of output that must lie ready so that the base year's months can be sent as the profiles say
};
[[nodiscard]] std::vector<BalanceRow> balance_rows(const World& world, const Masses& masses);

/// One truck leg of one chain, there and back.
struct TruckRun {
  Id<Chain> chain;
  std::size_t position = 0;  ///< of the leg in its chain
  bool whole_haul = false;   ///< the chain is by truck alone
  Kilometres km;
  Kilometres empty_km;
  Hours drive, empty, service;
  std::vector<Id<Link>> links;  ///< quickest open path of the first day between its ends; for drawing, also of legs of stated length
  Both<bool> no_road;           ///< no length stated and no open road on the first (last) day: the straight line is used
  Both<double> loads;           ///< a year, at base shares
  [[nodiscard]] Hours cycle() const { return drive + empty + service; }
};
[[nodiscard]] std::vector<TruckRun> truck_runs(const World& world, const Masses& masses);

/// Tonnes that go by truck alone, by road kilometres.
inline constexpr std::array<double, 6> kHaulBounds{10.0, 30.0, 60.0, 120.0, 250.0, 500.0};
struct HaulRow {
  Id<Commodity> commodity;
  std::array<Tonnes, kHaulBounds.size() + 1> in_band{};  ///< base year; the last band has no upper end
  Tonnes total;
  Kilometres mean;
};
[[nodiscard]] std::vector<HaulRow> haul_rows(const World& world, const Masses& masses, const std::vector<TruckRun>& runs);

/// Loaded trucks a day (365) through the gate of an inside site.
struct GateRow {
  Id<Site> site;
  Both<double> out, in;
  double busiest = 0.0;  ///< in and out on a mean day of the busiest month of both years
};
struct StationRow {
  Id<Station> station;
  double trucks = 0.0;  ///< a day of the busiest month; counted trips pass no station
  double used = 0.0;    ///< share of its servers' time
};
/// A site whose trucks find no place to load (unload) in stations_service; counted trips need none.
struct MissingStation {
  Id<Site> site;
  StationKind kind = StationKind::load;
  double trucks = 0.0;  ///< a day of the busiest month
};
struct Gates {
  std::vector<GateRow> sites;
  std::vector<StationRow> stations;
  std::vector<MissingStation> missing;
};
[[nodiscard]] Gates gates(const World& world, const Masses& masses);

/// A pool of individual trucks; the size as a run would take it.
struct PoolRow {
  Id<Pool> pool;
  Both<Hours> truck_hours;
  Both<double> needed;          ///< trucks, not rounded
  std::int64_t size = 0;        ///< stated, or needed in the base year, rounded up
  std::int64_t registered = 0;  ///< local trucks of its segment that no pool before it has taken
  Both<Kilometres> km;          ///< all its trucks, a year
  std::int64_t working = 0;     ///< size, if the register has them (a stated size always)
  [[nodiscard]] Kilometres km_a_truck(When when) const { return working > 0 ? km.at(when) / static_cast<double>(working) : Kilometres{}; }
};
/// Truck classes whose trips are counted, against all trucks of their segment.
struct CountedRow {
  Id<TruckClass> truck_class;
  std::int64_t registered = 0;
  Both<double> trips_a_day;
  Both<Kilometres> km;
  [[nodiscard]] Kilometres km_a_truck(When when) const {
    return registered > 0 ? km.at(when) / static_cast<double>(registered) : Kilometres{};
  }
};
[[nodiscard]] std::vector<PoolRow> pool_rows(const World& world, const std::vector<TruckRun>& runs);
[[nodiscard]] std::vector<CountedRow> counted_rows(const World& world, const std::vector<TruckRun>& runs);

/// One section and direction: trains a day. `asked` are the wishes of the last year, with all measures, before acceptance.
struct SectionRow {
  Id<RailSection> section;
  bool forward = true;
  Both<double> background, trains;
  double asked = 0.0;
  Both<Tonnes> tonnes;
  [[nodiscard]] double load(const World& world, When when) const;
  [[nodiscard]] double load_asked(const World& world) const;
};
struct SidingRow {
  Id<Siding> siding;
  Both<Tonnes> capacity;  ///< days in service only; the smaller of handling and tracks
  Both<Tonnes> tonnes;
  Tonnes asked;
  int months_over = 0;  ///< months of the last year in which more is asked than it can take
  bool used = false;    ///< some chain loads or unloads here
};
struct Railway {
  std::vector<SectionRow> sections;
  std::vector<SidingRow> sidings;
};
[[nodiscard]] Railway railway(const World& world, const Masses& masses);

/// Where a number stands.
struct Where {
  std::string file;
  std::string id;
};
/// An assumed row and the tonnes of the base year that rest on it.
struct AssumedRow {
  Where where;
  Tonnes tonnes;
  Provenance provenance;
};
[[nodiscard]] std::vector<AssumedRow> assumed_rows(const World& world, const Masses& masses);

enum class Severity : std::uint8_t { wrong, doubtful, note };
/// 红旗 - red flag: a sentence with its numbers in both languages, and where to look.
struct Flag {
  Severity severity = Severity::note;
  std::string rule;  ///< which rule raised it, a word for tests and filters
  Where where;
  std::string zh, en;
  double weight = 0.0;  ///< orders flags of one severity and rule, heaviest first
};

struct Look {
  Masses masses;
  std::vector<BalanceRow> balances;
  std::vector<TruckRun> runs;
  std::vector<HaulRow> hauls;
  Gates gates;
  std::vector<PoolRow> pools;
  std::vector<CountedRow> counted;
  Railway railway;
  std::vector<AssumedRow> assumed;  ///< most tonnes first
  std::vector<Flag> flags;          ///< worst first
};
[[nodiscard]] Look look_at(const World& world);

/// By share of the base year, by wishes: see SectionRow.
[[nodiscard]] std::vector<Flag> flags_of(const World& world, const Look& look);

}  // namespace railshift::analysis::look

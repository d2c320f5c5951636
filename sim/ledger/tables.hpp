#pragma once
/// Ledger: what a run leaves behind, as flat tables of sums by month. Published marginals (a)-(g) of the design.
/// Every table's key columns stand first; a table has at most one row a key. All masses are integer kg, distances metres, times ticks.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/units.hpp"
#include "sim/ledger/record.hpp"
#include "sim/model/reason.hpp"
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"

namespace railshift::ledger {

/// (a) service: what trucks did for flows. Key: month, flow, leg, loaded, vehicle, owner, compliance.
struct ServiceRow {
  Month month;
  Id<Flow> flow;
  std::uint8_t leg = 0;  ///< 0 = empty run
  bool loaded = false;
  std::uint16_t vehicle = 0;  ///< EmissionClass::index
  Owner owner = Owner::local;
  Compliance compliance = Compliance::no_rule;
  std::int64_t trips = 0;
  std::int64_t kg = 0;
  std::int64_t metres = 0;  ///< all kilometres of the leg, outside ones included
  std::int64_t kg_km = 0;   ///< kilogram-kilometres, loaded
  Tick drive_ticks = 0;
  Tick wait_ticks = 0;
};

/// (b) traffic: key month, county, ring, road_class, speed_bin (10 km/h), vehicle, owner, loaded, counted.
struct TrafficRow {
  Month month;
  std::string county;  ///< empty: outside
  bool inside = true;
  int ring = 0;
  RoadClass road_class = RoadClass::trunk;
  int speed_bin = 0;  ///< floor(speed / 10 km/h)
  std::uint16_t vehicle = 0;
  Owner owner = Owner::local;
  bool loaded = false;
  bool counted = false;  ///< monthly counts (no event), not individuals
  std::int64_t metres = 0;
  std::int64_t ticks = 0;
};

/// (c) link: key month, link, day_part, access_class, owner, loaded.
struct LinkRow {
  Month month;
  Id<Link> link;
  std::uint8_t day_part = 0;      ///< 0: 0-6 h, 1: 6-12 h, 2: 12-18 h, 3: 18-24 h
  std::uint8_t access_class = 0;  ///< AccessClass::index
  Owner owner = Owner::local;
  bool loaded = false;
  std::int64_t vehicles = 0;
};

/// (d) station: key month, station. Little's law: presence_ticks (time integral of trucks present, waiting or in service) equals the
/// sojourns of those who left plus the change of the clocks of those present; over all stations it equals what the trucks' own clocks say
/// (PoolRow).
struct StationRow {
  Month month;
  Id<Station> station;
  std::int64_t arrived = 0;
  std::int64_t left = 0;
  std::int64_t present_open = 0;  ///< at the start of the month
  std::int64_t present_close = 0;
  Tick busy_ticks = 0;      ///< sum over servers of time in service inside the month
  Tick presence_ticks = 0;  ///< time integral of trucks present inside the month
  Tick sojourn_ticks = 0;   ///< full sojourns of those who left in the month
  Tick clocks_open = 0;     ///< time already spent by those present at the start
  Tick clocks_close = 0;
  Tick wait_ticks = 0;           ///< waits before service of those who began it in the month
  std::int64_t found_full = 0;   ///< arrivals that had to wait and found no room to
  std::int64_t turned_away = 0;  ///< of them, those that did not enter: not in `arrived`
};

/// (d) waits: key month, station, bucket.
struct WaitRow {
  Month month;
  Id<Station> station;
  std::uint16_t bucket = 0;
  std::int64_t trucks = 0;
};

enum class StockKind : std::uint8_t { site_out, site_in, siding };
[[nodiscard]] std::string_view to_text(StockKind kind);
[[nodiscard]] std::string_view to_text(Compliance compliance);

/// (d) stocks: key month, kind, place (site or siding index), commodity. open + in - out = close, to 0 kg.
struct StockRow {
  Month month;
  StockKind kind = StockKind::site_out;
  std::uint32_t place = 0;
  Id<Commodity> commodity;
  std::int64_t open_kg = 0;
  std::int64_t in_kg = 0;
  std::int64_t out_kg = 0;
  std::int64_t close_kg = 0;
  std::int64_t short_kg = 0;  ///< consumption or dispatch that found the stock empty, or making that found the yard full
  Tick stopped_ticks = 0;     ///< of stockyards: time without stock (in), time in which the full yard stopped the making (out)
};

/// (e) rail: key month, chain. Trains of one chain's rail movement.
struct RailRow {
  Month month;
  Id<Chain> chain;
  std::optional<Id<Siding>> siding;  ///< where it loads, else where it unloads
  std::int64_t trains_departed = 0;
  std::int64_t trains_arrived = 0;
  std::int64_t departed_kg = 0;
  std::int64_t arrived_kg = 0;
  Tick dwell_ticks = 0;      ///< train load reached -> departure, trains departed in the month
  Tick slot_wait_ticks = 0;  ///< part of dwell spent waiting for a path
  Tick run_ticks = 0;
};

/// (f) plan: key month, chain. The month in five steps, kg.
struct ChainRow {
  Month month;
  Id<Chain> chain;
  std::int64_t wished_kg = 0;      ///< (1)
  std::int64_t requested_kg = 0;   ///< (2)
  std::int64_t accepted_kg = 0;    ///< (3)
  std::int64_t planned_kg = 0;     ///< after (4): what goes by this chain
  std::int64_t spilled_kg = 0;     ///< accepted, came too late, went by road
  std::int64_t delivered_kg = 0;   ///< arrived at the destination in the month by this chain
  std::int64_t rail_open_kg = 0;   ///< given to the chain and not delivered at the start: waiting, in trucks, siding stock, trains
  std::int64_t rail_close_kg = 0;  ///< the same at the end
  std::int64_t refused_kg = 0;     ///< turned away at a full station of the origin
};

/// (f) reasons: key month, flow, reason. Sum over reasons = all non-rail, non-belt, non-pipe tonnes planned for the flow.
struct ReasonRow {
  Month month;
  Id<Flow> flow;
  Reason reason = Reason::no_chain;
  std::int64_t kg = 0;
};

/// Flow balance: key month, flow. offered + in_transit_open + waiting_open = delivered + refused + in_transit_close + waiting_close, to 0
/// kg (rail pipeline counts as in transit).
struct FlowRow {
  Month month;
  Id<Flow> flow;
  std::int64_t offered_kg = 0;
  std::int64_t delivered_kg = 0;
  std::int64_t in_transit_open_kg = 0;
  std::int64_t in_transit_close_kg = 0;
  std::int64_t waiting_open_kg = 0;  ///< offered loads that have no truck yet
  std::int64_t waiting_close_kg = 0;
  std::int64_t refused_kg = 0;  ///< turned away at a full station of the origin
};

/// (g) register: key month, segment, vehicle_type, access class. Stock and changes of the month.
struct RegisterFoldRow {
  Month month;
  RegisterTally tally;
};

/// (g) frozen base: key month, measure.
struct FrozenBaseRow {
  Month month;
  FrozenTally tally;
};

/// (g) pool: key month, pool, owner. Truck-hours: sum of states = trucks present x time.
struct PoolRow {
  Month month;
  Id<Pool> pool;
  Owner owner = Owner::local;
  std::int64_t open = 0;
  std::int64_t joined = 0;
  std::int64_t left = 0;
  std::int64_t close = 0;
  Tick present_ticks = 0;  ///< time integral of trucks in the pool
  Tick idle_ticks = 0;
  Tick empty_ticks = 0;
  Tick origin_ticks = 0;  ///< waiting and loading at the origin
  Tick loaded_ticks = 0;
  Tick destination_ticks = 0;
  Tick rest_ticks = 0;                  ///< between shifts, and out of service
  Tick repair_ticks = 0;                ///< broken down: waiting for a repair bay and in it
  Tick origin_wait_ticks = 0;           ///< waits at the origin before service, booked when the truck arrives there
  Tick destination_wait_ticks = 0;      ///< the same at the destination
  Tick loads_waiting_ticks = 0;         ///< time integral of loads that wait for a truck; in the row of owner local
  std::int64_t loads_found = 0;         ///< loads that found a truck in the month; owner local
  std::int64_t least_empty_metres = 0;  ///< that the loads of the month leave to drive (rules/work/least_empty_run.hpp); owner local
  Tick off_station_ticks = 0;           ///< of origin and destination: held by a stockyard or a closed way, or at a place without stations
};

/// (g) load_waits: key month, pool, bucket. Loads that found a truck in the month, by how long they had waited for it.
struct LoadWaitRow {
  Month month;
  Id<Pool> pool;
  std::uint16_t bucket = 0;  ///< wait_bucket()
  std::int64_t loads = 0;
};

/// (h) effects: key month, measure, effect. What each measure did, as the rule that acted told it (policy::Effect, in_scope >= acted >=
/// changed for counts of trucks, loads and mass). Direct effects of the month, never to be summed up to a due date.
struct EffectRow {
  Month month;
  std::string measure;
  std::string effect;  ///< policy::EffectKind
  std::string unit;
  std::int64_t in_scope = 0;
  std::int64_t acted = 0;
  std::int64_t changed = 0;
};

/// (h) diverted: key month, ring, measure. Kilometres of through trips inside a ring (or further in) that some diversion keeps free, before
/// and after one diversion. In the order in which diversions claim, one begins where the one before it ends; the last one ends with what
/// was driven.
struct DivertedRow {
  Month month;
  int ring = 1;
  std::string measure;
  std::int64_t before_metres = 0;
  std::int64_t after_metres = 0;
};

/// (h) drift: key month, cause. Rail wishes with what differs from the base year let in up to and including the cause
/// (rules/rail/drift.hpp).
struct DriftRow {
  Month month;
  std::string cause;
  std::int64_t rail_kg = 0;
};

/// Of a yuan, in PriceRow.
inline constexpr double kPriceParts = 1e6;

/// (f) prices: key month, chain. What is paid for a tonne in the month (rules::FreightPrice), in millionths of a yuan, by the mode of the
/// legs. No row in a month in which the chain has no way.
struct PriceRow {
  Month month;
  Id<Chain> chain;
  std::int64_t truck = 0;
  std::int64_t hire_premium = 0;  ///< part of `truck`
  std::int64_t rail = 0;
  std::int64_t belt = 0;
  std::int64_t pipe = 0;
};

/// Journal: what happened that a reader should know (a siding opened, a list was frozen, a measure never bound and why).
struct JournalEntry {
  Month month;
  std::string subject;  ///< measure, siding, link road ... id
  std::string event;    ///< opened, frozen, acted, idle, ...
  std::string detail;   ///< key=value;key=value, numbers included
};

struct Ledger {
  std::vector<ServiceRow> service;
  std::vector<TrafficRow> traffic;
  std::vector<LinkRow> links;
  std::vector<StationRow> stations;
  std::vector<WaitRow> waits;
  std::vector<StockRow> stocks;
  std::vector<RailRow> rail;
  std::vector<ChainRow> chains;
  std::vector<ReasonRow> reasons;
  std::vector<FlowRow> flows;
  std::vector<RegisterFoldRow> registers;
  std::vector<FrozenBaseRow> frozen_bases;
  std::vector<PoolRow> pools;
  std::vector<LoadWaitRow> load_waits;
  std::vector<EffectRow> effects;
  std::vector<DivertedRow> diverted;
  std::vector<DriftRow> drift;
  std::vector<PriceRow> prices;
  std::vector<JournalEntry> journal;
};

}  // namespace railshift::ledger

#include "sim/scenario/check/check_pools.hpp"

#include <algorithm>

#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

/// Local trucks of the register that can be members of the pool; one if that cannot be said.
std::int64_t registered(const Sources& s, const Pool& pool) {
  if (!s.raw.at("register").readable || pool.truck_class.index >= s.world.truck_classes.size()) return 1;
  const TruckClass& of = s.world.truck_classes[pool.truck_class];
  std::int64_t trucks = 0;
  for (const ReadRow<RegisterRow>& read : s.rows.register_rows) {
    if (!read.sound) return 1;
    if (read.row.segment == of.segment && read.row.owner == Owner::local) trucks += read.row.count;
  }
  return trucks;
}

/// Whether a flow needs this pool: the flow of a closed shuttle, or one of the class that no shuttle serves.
bool is_needed(const Sources& s, const Pool& pool) {
  if (pool.closed_shuttle) return true;
  return std::any_of(s.world.flows.begin(), s.world.flows.end(), [&](const Flow& flow) {
    const Id<Flow> id = s.world.flows.id_of(flow);
    return flow.truck_class == pool.truck_class &&
           std::none_of(s.world.pools.begin(), s.world.pools.end(), [&](const Pool& other) { return other.closed_shuttle == id; });
  });
}

class PoolChecks {
 public:
  PoolChecks(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder), table_(s.raw.at("pools")) {}

  void check() {
    for (const ReadRow<Pool>& read : s_.rows.pools) {
      if (!read.sound) continue;
      check_breakdowns(read);
      check_reach(read);
      check_trucks(read);
      check_shuttle(read);
    }
  }

 private:
  void say(const ReadRow<Pool>& read, const char* column, const Words& found, const Words& rule, const Words& accept) {
    decoder_.problem(table_.cell(*read.raw, column).place, found, rule, accept);
  }

  void check_breakdowns(const ReadRow<Pool>& read) {
    const Pool& pool = read.row;
    if (pool.driving_between_breakdowns.has_value() != pool.repair_site.has_value()) {
      const char* column = pool.repair_site ? "driving_h_between_breakdowns" : "repair_site";
      say(read, column, shown(table_, *read.raw, column),
          {"driving_h_between_breakdowns（故障间隔）和 repair_site（维修点）要一起写",
           "driving_h_between_breakdowns and repair_site stand together"},
          {"两个都写，或都不写", "write both or none"});
    }
    const auto mends = [&](const Station& station) { return station.site == *pool.repair_site && station.kind == StationKind::repair; };
    if (pool.repair_site && std::none_of(s_.world.stations.begin(), s_.world.stations.end(), mends))
      say(read, "repair_site", shown(table_, *read.raw, "repair_site"),
          {"要写有 repair（维修）作业点的厂区", "a site with a station of kind repair"},
          {"在 stations_service.csv 补上该作业点", "add the station to stations_service.csv"});
  }

  void check_reach(const ReadRow<Pool>& read) {
    const Pool& pool = read.row;
    const bool grows = pool.dispatch == Dispatch::growing_reach;
    const auto look_at = [&](const char* column, bool written) {
      if (written == grows) return;
      if (written)
        say(read, column, shown(table_, *read.raw, column),
            {"只有派车规则为 growing_reach（就近兼顾久等）的车池才有半径", "only pools that dispatch by growing_reach have a reach"},
            {"留空，或把 dispatch（派车规则）写为 growing_reach", "leave it empty, or write growing_reach as dispatch"});
      else
        say(read, column, shown(table_, *read.raw, column),
            {"逐步扩大的半径要有起始值和增长率", "a reach that grows has a start and a rate"},
            {"写上 reach_start_h（如 1）和 reach_growth（如 0.5）", "reach_start_h such as 1 and reach_growth such as 0.5"});
    };
    look_at("reach_start_h", pool.reach_start.has_value());
    look_at("reach_growth", pool.reach_growth.has_value());
  }

  void check_trucks(const ReadRow<Pool>& read) {
    const Pool& pool = read.row;
    if (pool.trucks && *pool.trucks == 0 && is_needed(s_, pool))
      say(read, "trucks", both("{}写的是“0”", "{} is \"0\"", column_words(table_, "trucks")),
          {"车池至少有一辆车，或不写辆数", "a pool has one truck or more, or none stated"},
          {"写 1 或更大的数；留空则由程序确定车池规模", "write 1 or more; leave it empty to have the pool sized"});
    if (!pool.trucks && registered(s_, pool) == 0 && is_needed(s_, pool))
      say(read, "pool_id", both("在册车辆中没有可供车池“{}”使用的本地车", "the register has no local truck for pool \"{}\"", read.raw->id),
          {"车池要有车：其运输车型所属车队的在册车，或写明辆数",
           "a pool has trucks: registered ones of the segment of its class, or a stated number"},
          {"在 register.csv 补行，或写 trucks（辆数）", "add rows to register.csv, or write trucks"});
  }

  void check_shuttle(const ReadRow<Pool>& read) {
    const auto& flow = read.row.closed_shuttle;
    if (!flow || flow->index >= s_.world.flows.size() || s_.world.flows[*flow].truck_class == read.row.truck_class) return;
    say(read, "truck_class", shown(table_, *read.raw, "truck_class"),
        {"专跑车池的运输车型要与其货流相同", "a closed shuttle has the truck class of its flow"},
        {"改正此处或 flows.csv 中的运输车型", "correct the class here or in flows.csv"});
  }

  const Sources& s_;
  Decoder& decoder_;
  const RawTable& table_;
};

}  // namespace

void check_pools(const Sources& s, Decoder& decoder) { PoolChecks(s, decoder).check(); }

}  // namespace railshift::scenario

#include "sim/scenario/check/check_pools.hpp"

#include <algorithm>

#include <fmt/format.h>

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
  void say(const ReadRow<Pool>& read, const char* column, std::string found, std::string rule, std::string accept) {
    decoder_.problem(table_.cell(*read.raw, column).place, std::move(found), std::move(rule), std::move(accept));
  }
  [[nodiscard]] std::string shown(const ReadRow<Pool>& read, const char* column) const {
    return fmt::format("{} is \"{}\"", column, table_.cell(*read.raw, column).text);
  }

  void check_breakdowns(const ReadRow<Pool>& read) {
    const Pool& pool = read.row;
    if (pool.driving_between_breakdowns.has_value() != pool.repair_site.has_value()) {
      const char* column = pool.repair_site ? "driving_h_between_breakdowns" : "repair_site";
      say(read, column, fmt::format("{} is empty", column), "driving_h_between_breakdowns and repair_site stand together",
          "write both or none");
    }
    const auto mends = [&](const Station& station) { return station.site == *pool.repair_site && station.kind == StationKind::repair; };
    if (pool.repair_site && std::none_of(s_.world.stations.begin(), s_.world.stations.end(), mends))
      say(read, "repair_site", shown(read, "repair_site"), "a site with a station of kind repair",
          "add the station to stations_service.csv");
  }

  void check_reach(const ReadRow<Pool>& read) {
    const Pool& pool = read.row;
    const bool grows = pool.dispatch == Dispatch::growing_reach;
    const auto look_at = [&](const char* column, bool written) {
      if (written == grows) return;
      if (written)
        say(read, column, shown(read, column), "only pools that dispatch by growing_reach have a reach",
            "leave it empty, or write growing_reach as dispatch");
      else
        say(read, column, fmt::format("{} is empty", column), "a reach that grows has a start and a rate",
            "reach_start_h such as 1 and reach_growth such as 0.5");
    };
    look_at("reach_start_h", pool.reach_start.has_value());
    look_at("reach_growth", pool.reach_growth.has_value());
  }

  void check_trucks(const ReadRow<Pool>& read) {
    const Pool& pool = read.row;
    if (pool.trucks && *pool.trucks == 0 && is_needed(s_, pool))
      say(read, "trucks", "trucks is \"0\"", "a pool has one truck or more, or none stated",
          "write 1 or more; leave it empty to have the pool sized");
    if (!pool.trucks && registered(s_, pool) == 0 && is_needed(s_, pool))
      say(read, "pool_id", fmt::format("the register has no local truck for pool \"{}\"", read.raw->id),
          "a pool has trucks: registered ones of the segment of its class, or a stated number",
          "add rows to register.csv, or write trucks");
  }

  void check_shuttle(const ReadRow<Pool>& read) {
    const auto& flow = read.row.closed_shuttle;
    if (!flow || flow->index >= s_.world.flows.size() || s_.world.flows[*flow].truck_class == read.row.truck_class) return;
    say(read, "truck_class", shown(read, "truck_class"), "a closed shuttle has the truck class of its flow",
        "correct the class here or in flows.csv");
  }

  const Sources& s_;
  Decoder& decoder_;
  const RawTable& table_;
};

}  // namespace

void check_pools(const Sources& s, Decoder& decoder) { PoolChecks(s, decoder).check(); }

}  // namespace railshift::scenario

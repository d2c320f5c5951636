#include "sim/scenario/check_operations.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/scenario/clock_times.hpp"

namespace railshift::scenario {
namespace {

/// What the parameters of a distribution must be; empty if they are fine.
std::string distribution_fault(const Station& s) {
  switch (s.distribution) {
    case Distribution::constant:
      return s.p1 > 0 ? "" : "constant has p1 > 0";
    case Distribution::uniform:
      return s.p1 <= s.p2 && s.p2 > 0 ? "" : "uniform has p1 <= p2, p2 > 0";
    case Distribution::exponential:
      return s.p1 > 0 ? "" : "exponential has p1 > 0";
    case Distribution::erlang:
      return s.p1 > 0 && s.p2 >= 1 && s.p2 == static_cast<int>(s.p2) ? "" : "erlang has p1 > 0 and whole p2 >= 1";
    case Distribution::lognormal:
      return s.p1 > 0 && s.p2 > 0 ? "" : "lognormal has p1 > 0 and p2 > 0";
    case Distribution::triangular:
      return s.p1 <= s.p2 && s.p2 <= s.p3 && s.p1 < s.p3 ? "" : "triangular has p1 <= p2 <= p3, p1 < p3";
    case Distribution::empirical:
      return "";
  }
  return "";
}

/// A gate, a weighbridge and the bays of one kind are passed on one way through a site.
bool on_one_way(const Station& a, const Station& b) {
  const bool bays =
      (a.kind == StationKind::load && b.kind == StationKind::unload) || (a.kind == StationKind::unload && b.kind == StationKind::load);
  const bool repair = a.kind == StationKind::repair || b.kind == StationKind::repair;
  return a.site == b.site && !bays && !repair;
}

class StationChecks {
 public:
  StationChecks(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder), table_(s.raw.at("stations_service")) {}

  void check() {
    for (const ReadRow<Station>& read : s_.rows.stations) {
      if (!read.sound) continue;
      const std::string fault = distribution_fault(read.row);
      if (!fault.empty())
        say(read, "p1", fmt::format("p1, p2, p3 are {}, {}, {}", read.row.p1, read.row.p2, read.row.p3), fault,
            "correct the parameters (minutes)");
      if (read.row.when_full == WhenFull::turn_away && (read.row.kind == StationKind::unload || read.row.kind == StationKind::repair))
        say(read, "when_full", "when_full is \"turn_away\"", "only empty trucks are turned away: at gates, weighbridges and loading bays",
            "write wait_outside");
      check_measured(read);
      check_feedback(read);
    }
  }

 private:
  void say(const ReadRow<Station>& read, const char* column, std::string found, std::string rule, std::string accept) {
    decoder_.problem(table_.cell(*read.raw, column).place, std::move(found), std::move(rule), std::move(accept));
  }

  void check_measured(const ReadRow<Station>& read) {
    const auto id = s_.world.stations.find(read.raw->id);
    const bool there = id && !s_.world.stations[*id].measured.empty();
    if (read.row.distribution == Distribution::empirical && !there)
      say(read, "distribution", "distribution is \"empirical\"", "an empirical station has rows with a weight over 0 in service_times.csv",
          "add the measured times");
    if (read.row.distribution != Distribution::empirical && there)
      say(read, "distribution", fmt::format("distribution is \"{}\"", table_.cell(*read.raw, "distribution").text),
          "only stations with distribution empirical have rows in service_times.csv", "write empirical, or remove the rows");
  }

  void check_feedback(const ReadRow<Station>& read) {
    const auto& to = read.row.feedback_to;
    if (read.row.kind == StationKind::repair && read.row.feedback > 0.0)
      say(read, "feedback", "a repair station has feedback", "feedback belongs to the way of a load through a site", "leave it empty");
    if (!to || to->index >= s_.world.stations.size()) return;
    const Station& target = s_.world.stations[*to];
    if (on_one_way(read.row, target) && target.order <= read.row.order) return;
    say(read, "feedback_to", fmt::format("feedback_to is \"{}\"", target.id),
        "a truck goes back to this station or to one that it passed before at the same site", "name such a station, or leave it empty");
  }

  const Sources& s_;
  Decoder& decoder_;
  const RawTable& table_;
};

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

void check_pool_rows(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("pools");
  for (const ReadRow<Pool>& read : s.rows.pools) {
    if (!read.sound) continue;
    const Pool& pool = read.row;
    if (pool.driving_between_breakdowns.has_value() != pool.repair_site.has_value()) {
      const char* column = pool.repair_site ? "driving_h_between_breakdowns" : "repair_site";
      decoder.problem(table.cell(*read.raw, column).place, fmt::format("{} is empty", column),
                      "driving_h_between_breakdowns and repair_site stand together", "write both or none");
    }
    const auto mends = [&](const Station& station) { return station.site == *pool.repair_site && station.kind == StationKind::repair; };
    if (pool.repair_site && std::none_of(s.world.stations.begin(), s.world.stations.end(), mends))
      decoder.problem(table.cell(*read.raw, "repair_site").place,
                      fmt::format("repair_site is \"{}\"", table.cell(*read.raw, "repair_site").text),
                      "a site with a station of kind repair", "add the station to stations_service.csv");
    if (pool.trucks && *pool.trucks == 0 && is_needed(s, pool))
      decoder.problem(table.cell(*read.raw, "trucks").place, "trucks is \"0\"", "a pool has one truck or more, or none stated",
                      "write 1 or more; leave it empty to have the pool sized");
    if (!pool.trucks && registered(s, pool) == 0 && is_needed(s, pool))
      decoder.problem(table.cell(*read.raw, "pool_id").place, fmt::format("the register has no local truck for pool \"{}\"", read.raw->id),
                      "a pool has trucks: registered ones of the segment of its class, or a stated number",
                      "add rows to register.csv, or write trucks");
    if (!pool.closed_shuttle || pool.closed_shuttle->index >= s.world.flows.size()) continue;
    if (s.world.flows[*pool.closed_shuttle].truck_class == pool.truck_class) continue;
    decoder.problem(table.cell(*read.raw, "truck_class").place,
                    fmt::format("truck_class is \"{}\"", table.cell(*read.raw, "truck_class").text),
                    "a closed shuttle has the truck class of its flow", "correct the class here or in flows.csv");
  }
}

class ReleaseChecks {
 public:
  ReleaseChecks(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder), table_(s.raw.at("flows")) {}

  void check() {
    for (const ReadRow<FlowRow>& read : s_.rows.flows) {
      if (!read.sound) continue;
      check_times(read);
      check_profile(read);
      check_stockyard(read);
    }
  }

 private:
  void say(const ReadRow<FlowRow>& read, const char* column, std::string rule, std::string accept) {
    const std::string& text = table_.cell(*read.raw, column).text;
    decoder_.problem(table_.cell(*read.raw, column).place,
                     text.empty() ? fmt::format("{} is empty", column) : fmt::format("{} is \"{}\"", column, text), std::move(rule),
                     std::move(accept));
  }

  void check_times(const ReadRow<FlowRow>& read) {
    const bool timed = read.row.release == Release::timetable;
    const auto times = parse_clock_times(read.row.clock_times);
    if (!times)
      say(read, "times", "times of day, each once, with ; between", "write for example 06:00;14:30");
    else if (timed && times->empty())
      say(read, "times", "release timetable has times", "write for example 06:00;14:30");
    else if (!timed && !times->empty())
      say(read, "times", "only release timetable has times", "write release timetable, or leave times empty");
  }

  void check_profile(const ReadRow<FlowRow>& read) {
    const bool spread = read.row.release == Release::even || read.row.release == Release::poisson;
    if (read.row.hours && !spread) say(read, "hour_profile_id", "only releases even and poisson have hours of a day", "leave it empty");
  }

  void check_stockyard(const ReadRow<FlowRow>& read) {
    if (read.row.release != Release::order_up_to) return;
    const auto fits = [&](const Stockyard& yard) {
      return yard.side == StockSide::in && yard.site == read.row.destination && yard.commodity == read.row.commodity && yard.order_up_to;
    };
    if (std::none_of(s_.world.stockyards.begin(), s_.world.stockyards.end(), fits))
      say(read, "release", "order_up_to needs a stockyard of the commodity at the destination, side in, with order_up_to_t",
          "add the row to stockyards.csv");
  }

  const Sources& s_;
  Decoder& decoder_;
  const RawTable& table_;
};

void check_closures(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("closures");
  for (const ReadRow<Closure>& read : s.rows.closures) {
    if (!read.sound) continue;
    const Closure& c = read.row;
    const int named = (c.site ? 1 : 0) + (c.road.empty() ? 0 : 1) + (c.chain ? 1 : 0);
    if (named != 1)
      decoder.problem(table.cell(*read.raw, "closure_id").place, fmt::format("{} of site_id, road, chain_id are given", named),
                      "a closure closes one thing", "fill exactly one of the three columns");
    if (c.to_day < c.from_day || (c.to_day == c.from_day && c.to_h <= c.from_h))
      decoder.problem(table.cell(*read.raw, "to_h").place,
                      fmt::format("it ends {} {} h and begins {} {} h", to_string(c.to_day), c.to_h, to_string(c.from_day), c.from_h),
                      "a closure ends after it begins", "correct one of the times");
    if (c.site && c.vehicles_per_hour)
      decoder.problem(table.cell(*read.raw, "vehicles_per_hour").place, "a closed site has vehicles_per_hour",
                      "the stations of a site say how fast trucks pass", "leave it empty");
  }
}

void check_stockyards(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("stockyards");
  std::set<std::tuple<std::uint32_t, std::uint32_t, StockSide>> seen;
  for (const ReadRow<Stockyard>& read : s.rows.stockyards) {
    if (!read.sound) continue;
    const Stockyard& y = read.row;
    const auto say = [&](const char* column, std::string rule, std::string accept) {
      decoder.problem(table.cell(*read.raw, column).place, fmt::format("{} is \"{}\"", column, table.cell(*read.raw, column).text),
                      std::move(rule), std::move(accept));
    };
    if (y.capacity && y.opening.value > y.capacity->value)
      say("opening_t", "the opening stock fits into capacity_t", "correct one of them");
    if (y.order_up_to && y.capacity && y.order_up_to->value > y.capacity->value)
      say("order_up_to_t", "the level fits into capacity_t", "correct one of them");
    if (y.order_up_to && y.side == StockSide::out) say("order_up_to_t", "only yards of side in are filled up to a level", "leave it empty");
    if (!seen.insert({y.site.index, y.commodity.index, y.side}).second)
      say("stockyard_id", "one stockyard a site, commodity and side", "merge the rows");
  }
}

void check_hours(const Sources& s, Decoder& decoder) {
  const RawTable& profiles = s.raw.at("hour_profiles");
  for (const ReadRow<HourProfile>& read : s.rows.hour_profiles) {
    double sum = 0.0;
    for (const double share : read.row.share) sum += share;
    if (read.sound && (sum < 0.999 || sum > 1.001))
      decoder.problem(profiles.cell(*read.raw, "h00").place, fmt::format("h00 to h23 sum to {:.4f}", sum), "the 24 sum to 1",
                      "correct the shares");
  }
  const RawTable& sites = s.raw.at("sites");
  for (const ReadRow<SiteRow>& read : s.rows.sites) {
    const auto& from = read.row.work_from_h;
    const auto& to = read.row.work_to_h;
    if (!read.sound || (!from && !to)) continue;
    if (!from || !to || *from == *to)
      decoder.problem(sites.cell(*read.raw, from ? "work_to_h" : "work_from_h").place,
                      from && to ? fmt::format("work_from_h and work_to_h are {}", *from) : "one of work_from_h and work_to_h is empty",
                      "working hours have a beginning and another end", "write both, or none for round the clock");
  }
}

}  // namespace

void check_operations(const Sources& s, Decoder& decoder) {
  StationChecks(s, decoder).check();
  check_pool_rows(s, decoder);
  ReleaseChecks(s, decoder).check();
  check_closures(s, decoder);
  check_stockyards(s, decoder);
  check_hours(s, decoder);
}

}  // namespace railshift::scenario

#include "sim/scenario/check/check_operations.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/scenario/fields/clock_times.hpp"

namespace railshift::scenario {
namespace {

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
    const std::string text = table_.cell(*read.raw, column).text;
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
  ReleaseChecks(s, decoder).check();
  check_closures(s, decoder);
  check_stockyards(s, decoder);
  check_hours(s, decoder);
}

}  // namespace railshift::scenario

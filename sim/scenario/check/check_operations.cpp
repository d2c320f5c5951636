#include "sim/scenario/check/check_operations.hpp"

#include <algorithm>
#include <set>

#include "sim/scenario/check/check_words.hpp"
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
  void say(const ReadRow<FlowRow>& read, const char* column, const Words& rule, const Words& accept) {
    decoder_.problem(table_.cell(*read.raw, column).place, shown(table_, *read.raw, column), rule, accept);
  }

  void check_times(const ReadRow<FlowRow>& read) {
    const bool timed = read.row.release == Release::timetable;
    const Words example{"如 06:00;14:30", "write for example 06:00;14:30"};
    const auto times = parse_clock_times(read.row.clock_times);
    if (!times)
      say(read, "times", {"一天中的时刻，不重复，用 ; 分隔", "times of day, each once, with ; between"}, example);
    else if (timed && times->empty())
      say(read, "times", {"放货方式为 timetable（时刻表）时要有时刻", "release timetable has times"}, example);
    else if (!timed && !times->empty())
      say(read, "times", {"只有放货方式为 timetable（时刻表）才有时刻", "only release timetable has times"},
          {"把 release（放货方式）写为 timetable，或把 times（时刻表）留空", "write release timetable, or leave times empty"});
  }

  void check_profile(const ReadRow<FlowRow>& read) {
    const bool spread = read.row.release == Release::even || read.row.release == Release::poisson;
    if (read.row.hours && !spread)
      say(read, "hour_profile_id",
          {"只有放货方式为 even（均匀）和 poisson（泊松）才有日内分布", "only releases even and poisson have hours of a day"},
          {"留空", "leave it empty"});
  }

  void check_stockyard(const ReadRow<FlowRow>& read) {
    if (read.row.release != Release::order_up_to) return;
    const auto fits = [&](const Stockyard& yard) {
      return yard.side == StockSide::in && yard.site == read.row.destination && yard.commodity == read.row.commodity && yard.order_up_to;
    };
    if (std::none_of(s_.world.stockyards.begin(), s_.world.stockyards.end(), fits))
      say(read, "release",
          {"order_up_to（补货）要求终点有该货类、side（方向）为 in（进）、写明 order_up_to_t（补货上限）的堆场",
           "order_up_to needs a stockyard of the commodity at the destination, side in, with order_up_to_t"},
          {"在 stockyards.csv 补一行", "add the row to stockyards.csv"});
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
    const int filled = (c.site ? 1 : 0) + (c.road.empty() ? 0 : 1) + (c.chain ? 1 : 0);
    if (filled != 1)
      decoder.problem(
          table.cell(*read.raw, "closure_id").place,
          both("site_id（厂区）、road（道路）、chain_id（运输链）填了 {} 个", "{} of site_id, road, chain_id are given", filled),
          {"一次封闭只针对一处", "a closure closes one thing"}, {"三列中只填一列", "fill exactly one of the three columns"});
    if (c.to_day < c.from_day || (c.to_day == c.from_day && c.to_h <= c.from_h))
      decoder.problem(table.cell(*read.raw, "to_h").place,
                      both("{0} {1} 时结束，{2} {3} 时开始", "it ends {0} {1} h and begins {2} {3} h", to_string(c.to_day), c.to_h,
                           to_string(c.from_day), c.from_h),
                      {"封闭的结束要晚于开始", "a closure ends after it begins"}, {"改正其中一个时间", "correct one of the times"});
    if (c.site && c.vehicles_per_hour)
      decoder.problem(table.cell(*read.raw, "vehicles_per_hour").place,
                      {"封闭的是厂区，却写了 vehicles_per_hour（放行流量）", "a closed site has vehicles_per_hour"},
                      {"厂区放行快慢由其作业点决定", "the stations of a site say how fast trucks pass"}, {"留空", "leave it empty"});
  }
}

void check_stockyards(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("stockyards");
  std::set<std::tuple<std::uint32_t, std::uint32_t, StockSide>> seen;
  for (const ReadRow<Stockyard>& read : s.rows.stockyards) {
    if (!read.sound) continue;
    const Stockyard& y = read.row;
    const auto say = [&](const char* column, const Words& rule, const Words& accept) {
      decoder.problem(table.cell(*read.raw, column).place, shown(table, *read.raw, column), rule, accept);
    };
    const Words one_of_them{"改正其中一个", "correct one of them"};
    if (y.capacity && y.opening.value > y.capacity->value)
      say("opening_t", {"期初库存不超过 capacity_t（容量）", "the opening stock fits into capacity_t"}, one_of_them);
    if (y.order_up_to && y.capacity && y.order_up_to->value > y.capacity->value)
      say("order_up_to_t", {"补货上限不超过 capacity_t（容量）", "the level fits into capacity_t"}, one_of_them);
    if (y.order_up_to && y.side == StockSide::out)
      say("order_up_to_t", {"只有 side（方向）为 in（进）的堆场才补货", "only yards of side in are filled up to a level"},
          {"留空", "leave it empty"});
    if (!seen.insert({y.site.index, y.commodity.index, y.side}).second)
      say("stockyard_id", {"同一厂区、货类和方向只有一个堆场", "one stockyard a site, commodity and side"},
          {"把这些行合并", "merge the rows"});
  }
}

void check_hours(const Sources& s, Decoder& decoder) {
  const RawTable& profiles = s.raw.at("hour_profiles");
  for (const ReadRow<HourProfile>& read : s.rows.hour_profiles) {
    double sum = 0.0;
    for (const double share : read.row.share) sum += share;
    if (read.sound && (sum < 0.999 || sum > 1.001))
      decoder.problem(profiles.cell(*read.raw, "h00").place, both("h00 至 h23 合计为 {:.4f}", "h00 to h23 sum to {:.4f}", sum),
                      {"24 个比例合计为 1", "the 24 sum to 1"}, {"改正这些比例", "correct the shares"});
  }
  const RawTable& sites = s.raw.at("sites");
  for (const ReadRow<SiteRow>& read : s.rows.sites) {
    const auto& from = read.row.work_from_h;
    const auto& to = read.row.work_to_h;
    if (!read.sound || (!from && !to)) continue;
    if (!from || !to || *from == *to)
      decoder.problem(sites.cell(*read.raw, from ? "work_to_h" : "work_from_h").place,
                      from && to
                          ? both("work_from_h（开工时刻）和 work_to_h（收工时刻）都是 {}", "work_from_h and work_to_h are {}", *from)
                          : Words{"work_from_h（开工时刻）和 work_to_h（收工时刻）有一个为空", "one of work_from_h and work_to_h is empty"},
                      {"工作时间要有开始，还要有不同的结束", "working hours have a beginning and another end"},
                      {"两个都写；昼夜作业则都不写", "write both, or none for round the clock"});
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

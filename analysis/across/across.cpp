#include "analysis/across/across.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "sim/core/both.hpp"
#include "sim/rules/goods/balance_names.hpp"

namespace railshift::analysis::across {
namespace {

constexpr std::size_t kRowsShown = 5;

Words tonnes(Tonnes t) { return same(grouped(t.value, 0)); }
Words trains(double per_day) { return same(grouped(per_day, 1)); }
Words km(Kilometres distance) { return same(grouped(distance.value, 1)); }

/// fl-a, fl-b and 7 more
Words list(const std::vector<std::string>& rows, const Words& comma = {"、", ", "}) {
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), kRowsShown));
  const std::vector<std::string> shown(rows.begin(), end);
  const Words first{fmt::format("{}", fmt::join(shown, comma.zh)), fmt::format("{}", fmt::join(shown, comma.en))};
  return rows.size() <= kRowsShown ? first : both("{} 等 {} 行", "{} and others, {} in all", first, rows.size());
}

Words counted(const Counted& side, const std::string& city) {
  return both("{} 计 {} 吨（{}）", "{} counts {} t ({})", city, tonnes(side.tonnes), list(side.rows));
}

std::set<std::string> rows_of(const std::vector<FlowsTwice>& flows, Counted FlowsTwice::*side) {
  std::set<std::string> rows;
  for (const FlowsTwice& twice : flows) rows.insert((twice.*side).rows.begin(), (twice.*side).rows.end());
  return rows;
}

/// Without those whose outside place lies nearer to a site of a third city: 宁武 is not Shuozhou's if Xinzhou is there.
std::vector<FlowsOfOne> nearest_alone(std::vector<FlowsOfOne> found, const City& of, const std::vector<City>& all) {
  const auto elsewhere = [&](const FlowsOfOne& alone) {
    return std::any_of(all.begin(), all.end(), [&](const City& city) {
      if (city.world == of.world) return false;
      const auto near = stands_for(of.world->sites[alone.place], *city.world);
      return near && near->km < alone.near.km;
    });
  };
  found.erase(std::remove_if(found.begin(), found.end(), elsewhere), found.end());
  return found;
}

/// The lines about one pair, in one language.
class PairText {
 public:
  PairText(const Pair& pair, Language language) : pair_(pair), language_(language) {}

  std::string text() {
    if (!pair_.span) {
      line(both("{} 与 {}：没有共同的模拟日期，未核对", "{} and {}: no common day, nothing was compared", a(), b()));
      return std::move(out_);
    }
    line(both("{} 与 {}（{} 至 {}，各走法按基年比例）", "{} and {} ({} to {}, chains at their base shares)", a(), b(),
              to_string(pair_.span->from), to_string(pair_.span->until - 1)));
    for (const FlowsTwice& twice : pair_.flows) flow(twice);
    for (const RoadsTwice& twice : pair_.roads) road(twice);
    for (const RailsTwice& twice : pair_.rails_of_a) rail(twice, pair_.a, pair_.b);
    for (const RailsTwice& twice : pair_.rails_of_b) rail(twice, pair_.b, pair_.a);
    for (const FlowsOfOne& alone : pair_.flows_of_a) one_sided(alone, pair_.a, pair_.b);
    for (const FlowsOfOne& alone : pair_.flows_of_b) one_sided(alone, pair_.b, pair_.a);
    sum();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const std::string& a() const { return pair_.a.label; }
  [[nodiscard]] const std::string& b() const { return pair_.b.label; }
  void line(const Words& words) { out_ += words.in(language_) + "\n"; }

  void flow(const FlowsTwice& twice) {
    const World& world = *pair_.a.world;
    const Flow& example = world.flows[twice.example];
    line(both("  货流：{} {} → {}：{}；{}；至多 {} 吨是同一批货。依据：货类 {} 相同，两端相距至多 {} 公里",
              "  flow: {} {} -> {}: {}; {}; at most {} t are the same goods. Rests on: commodity {}, ends at most {} km apart",
              rules::goods_name(world, twice.commodity), rules::site_name(world, example.origin),
              rules::site_name(world, example.destination), counted(twice.a, a()), counted(twice.b, b()), tonnes(twice.at_most()),
              twice.commodity, km(twice.farthest)));
  }

  /// Through rows and flows of one city at a border.
  [[nodiscard]] static Words trucks(const std::string& city, const Counted& through, const Counted& flows) {
    if (flows.rows.empty()) return both("{} 过境 {} 吨（{}）", "{}: {} t through ({})", city, tonnes(through.tonnes), list(through.rows));
    if (through.rows.empty()) return both("{} 货流 {} 吨（{}）", "{}: {} t of flows ({})", city, tonnes(flows.tonnes), list(flows.rows));
    return both("{} 过境 {} 吨（{}），货流 {} 吨（{}）", "{}: {} t through ({}) and {} t of flows ({})", city, tonnes(through.tonnes),
                list(through.rows), tonnes(flows.tonnes), list(flows.rows));
  }

  [[nodiscard]] Words way(const RoadsTwice& twice) const {
    switch (twice.course) {
      case Course::onward:
        return both("由 {} 驶入 {}", "from {} into {}", a(), b());
      case Course::back:
        return both("由 {} 驶入 {}", "from {} into {}", b(), a());
      case Course::both:
        return both("同一条路穿过 {} 和 {}", "one road through {} and {}", a(), b());
    }
    return {};
  }

  void road(const RoadsTwice& twice) {
    const Node& of_a = pair_.a.world->nodes[twice.gateway_a];
    const Node& of_b = pair_.b.world->nodes[twice.gateway_b];
    const Words basis = twice.roads.empty()
                            ? both("门户相距 {} 公里", "gateways {} km apart", km(twice.apart))
                            : both("同在 {}，门户相距 {} 公里", "both on {}, gateways {} km apart", list(twice.roads), km(twice.apart));
    line(both("  公路：{}，{}（{}）= {}（{}）：{}；{}；至多 {} 吨是同一批车。依据：{}，车型 {} 相同",
              "  road: {}, {} ({}) = {} ({}): {}; {}; at most {} t are the same trucks. Rests on: {}, truck class {}", way(twice),
              of_a.name_zh, of_a.id, of_b.name_zh, of_b.id, trucks(a(), twice.through_a, twice.flows_a),
              trucks(b(), twice.through_b, twice.flows_b), tonnes(twice.at_most()), basis, twice.truck_class));
  }

  void rail(const RailsTwice& twice, const City& host, const City& guest) {
    const RailSection& section = host.world->rail_sections[twice.section];
    const Words id = twice.same_id ? both("，编号 {} 相同", ", id {}", twice.line_id) : Words{};
    const Words unknown = twice.without_load.value > 0.0
                              ? both("（其中 {} 吨没有列车净载，未计列数）", " ({} t of them state no train load and are in no train)",
                                     tonnes(twice.without_load))
                              : Words{};
    line(both(
        "  铁路，货流最多的区间和方向：{}（{}）：{} 的货流 {} 吨（{}），每日每向 {} 列{}，在 {} 的背景列车（{} 列）之内；至多 {} 列重复。"
        "依据：线名 {} 相同{}，车站 {} 相距至多 {} 公里",
        "  rail, at the section and direction with most tonnes: {} ({}): {} sends {} t ({}), {} trains a day{}, inside the background of "
        "{} ({} a day and direction); at most {} trains "
        "a day stand twice. Rests on: line name {}{}, stations {} at most {} km apart",
        section.name_zh, section.id, guest.label, tonnes(twice.guests.tonnes), list(twice.guests.rows), trains(twice.trains_per_day),
        unknown, host.label, trains(twice.background_per_day), trains(twice.at_most_per_day()), twice.line, id, list(twice.stations),
        km(twice.farthest)));
  }

  void one_sided(const FlowsOfOne& alone, const City& of, const City& other) {
    const Words basis = alone.trades ? both("{} 的 {} 也有这种货，相距 {} 公里，其平衡把货写给了别处",
                                            "{} has these goods at {}, {} km away, and sends or gets them elsewhere", other.label,
                                            rules::site_name(*other.world, alone.trades->site), km(alone.trades->km))
                                     : both("该处在 {} 境内，而 {} 没有场所有这种货", "the place lies in {}, where no site has these goods",
                                            other.label, other.label);
    line(both("  只在一方：{} 的 {}（{}）{} {} 吨（{}），{} 没有对应的货流；核对后再相加。依据：{}",
              "  one side: {}: {} ({}), {}, {} t ({}); {} has no such flow: settle it before adding up. Rests on: {}", of.label,
              rules::site_name(*of.world, alone.place), of.world->sites[alone.place].id, rules::goods_name(*of.world, alone.commodity),
              tonnes(alone.counted.tonnes), list(alone.counted.rows), other.label, basis));
  }

  /// Trains are not added up over lines: one runs on several.
  void sum() {
    Tonnes goods, roads;
    for (const FlowsTwice& twice : pair_.flows) goods += twice.at_most();
    for (const RoadsTwice& twice : pair_.roads) roads += twice.at_most();
    if (pair_.flows.empty() && pair_.roads.empty() && pair_.rails_of_a.empty() && pair_.rails_of_b.empty())
      line({"  没有发现两方都计入的运量", "  nothing was found that both count"});
    else
      line(both("  两市相加时至多应扣除：货流 {} 吨，公路 {} 吨；背景列车逐线扣除，见上",
                "  a sum over the two leaves out at most: {} t of flows, {} t on the road; background trains line by line, as above",
                tonnes(goods), tonnes(roads)));
  }

  const Pair& pair_;
  Language language_;
  std::string out_;
};

}  // namespace

Pair pair_of(const City& a, const City& b, const std::vector<City>& all) {
  Pair pair{a, b, common_span(*a.world, *b.world), {}, {}, {}, {}, {}, {}};
  if (!pair.span) return pair;
  pair.flows = flows_twice(a, b, *pair.span);
  const std::set<std::string> of_a = rows_of(pair.flows, &FlowsTwice::a);
  const std::set<std::string> of_b = rows_of(pair.flows, &FlowsTwice::b);
  pair.flows_of_a = nearest_alone(flows_of_one(a, *b.world, *pair.span, of_a), a, all);
  pair.flows_of_b = nearest_alone(flows_of_one(b, *a.world, *pair.span, of_b), b, all);
  pair.rails_of_a = rails_twice(a, b, *pair.span, of_b);
  pair.rails_of_b = rails_twice(b, a, *pair.span, of_a);
  pair.roads = roads_twice(a, b, *pair.span);
  return pair;
}

std::string across_report(const std::vector<City>& cities, Language language) {
  std::string out = Words{"提醒：各情景之间重复计入的运量（各市单独都对，相加时要扣除；不是错误）\n",
                          "Warning: what two scenarios both count (each is right alone; a sum must leave it out; no error)\n"}
                        .in(language);
  for (std::size_t i = 0; i < cities.size(); ++i) {
    for (std::size_t j = i + 1; j < cities.size(); ++j) out += PairText(pair_of(cities[i], cities[j], cities), language).text();
  }
  if (cities.size() > 2)
    out +=
        Words{"各对不可再相加：同一批货或车可以出现在几对里。\n", "Do not add up pairs: the same goods or trucks may stand in several.\n"}
            .in(language);
  return out;
}

}  // namespace railshift::analysis::across

#include "sim/scenario/check/way_warnings.hpp"

#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "sim/rules/roads/road_routes.hpp"
#include "sim/rules/roads/straight_line.hpp"

namespace railshift::scenario {
namespace {

std::string headed(const char* heading, const std::string& lines) {
  return lines.empty() ? lines : fmt::format("\n{}\n{}", heading, lines);
}

std::string short_ways(const World& world, Language language) {
  std::string lines;
  for (const rules::ShortLeg& found : rules::short_legs(world)) {
    const Chain& chain = world.chains[found.chain];
    const Leg& leg = chain.legs[found.position];
    lines +=
        fmt::format(fmt::runtime(language == Language::zh ? "{}.{} 给定里程 {:.1f} 公里，两端直线距离 {:.1f} 公里\n"
                                                          : "{}.{} states {:.1f} km, the straight line between its ends is {:.1f} km\n"),
                    chain.id, leg.seq, leg.km->value, found.line.value);
  }
  return headed(language == Language::zh ? "提醒：给定里程不足直线距离的 0.8 倍（tables/legs.csv，核对里程或坐标）"
                                         : "Warning: stated km below 0.8 of the straight line (tables/legs.csv; check km or coordinates)",
                lines);
}

std::string closed_ways(const World& world, Language language) {
  std::map<std::pair<std::string, int>, Date> closed;  // by chain and seq: the first day
  for (const Date day : rules::days_of_change(world)) {
    const rules::RoadMap roads(world, rules::regime_on(world, day));
    for (const Chain& chain : world.chains) {
      for (const Leg& leg : chain.legs) {
        if (leg.mode == Mode::truck && !roads.of_leg(chain, leg)) closed.try_emplace({chain.id, leg.seq}, day);
      }
    }
  }
  std::string lines;
  for (const auto& [leg, day] : closed) {
    lines += fmt::format(fmt::runtime(language == Language::zh ? "{}.{} {} 没有开通的道路\n" : "{}.{}: no open road on {}\n"), leg.first,
                         leg.second, to_string(day));
  }
  return headed(language == Language::zh ? "提醒：货物改走其他运输链，否则等待道路开通（network/link.csv）"
                                         : "Warning: goods take another chain, or wait for a road to open (network/link.csv)",
                lines);
}

/// Stations at which somebody of the scenario has a siding or a yard, and whose tonnes are nobody's because they have no county.
std::string stations_left_out(const World& world, Language language) {
  if (world.settings.area_code.empty()) return {};
  std::set<std::string> without;
  for (const Siding& siding : world.sidings) {
    const Node& station = world.nodes[siding.station];
    if (station.county.empty()) without.insert(station.id);
  }
  return headed(language == Language::zh
                    ? "提醒：这些有专用线或货场的车站没有县区代码，其运量不计入本市（network/node.csv）"
                    : "Warning: stations with a siding or yard and no county; their tonnes are not the city's (network/node.csv)",
                without.empty() ? std::string{} : fmt::format("{}\n", fmt::join(without, language == Language::zh ? "、" : ", ")));
}

}  // namespace

std::string way_warnings(const World& world, Language language) {
  return short_ways(world, language) + closed_ways(world, language) + stations_left_out(world, language);
}

}  // namespace railshift::scenario

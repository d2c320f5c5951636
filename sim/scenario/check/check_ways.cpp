#include "sim/scenario/check/check_ways.hpp"

#include <algorithm>
#include <set>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/road_routes.hpp"
#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

/// No road of the country allows more.
constexpr KilometresPerHour kFastestTruck{120.0};
/// The fastest freight trains of the country run 160, sections may state up to 200.
constexpr KilometresPerHour kFastestTrain{200.0};
/// Belts run 5 m/s and pipes less; the bound only tells a number from a slip.
constexpr KilometresPerHour kFastestBelt{30.0};

KilometresPerHour fastest(Mode mode) {
  switch (mode) {
    case Mode::truck:
      return kFastestTruck;
    case Mode::rail:
      return kFastestTrain;
    case Mode::belt:
    case Mode::pipe:
      return kFastestBelt;
  }
  return kFastestTruck;
}

class WayCheck {
 public:
  WayCheck(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder), world_(s.world) {}

  void run() {
    for (const ReadRow<Chain>& read : s_.rows.chains) check_siding_of(read);
    for (const ReadRow<SiteRow>& read : s_.rows.sites) check_outer(read);
    const auto days = rules::days_of_change(world_);
    for (const Date day : days) {
      const rules::RoadMap roads(world_, rules::regime_on(world_, day));
      if (day == *days.begin() || day == world_.settings.day_zero()) {
        for (const ReadRow<LegRow>& read : s_.rows.legs) check_leg(read, roads, day);
      }
      for (const ReadRow<ThroughRow>& read : s_.rows.through) check_through(read, roads, day);
    }
  }

 private:
  void check_siding_of(const ReadRow<Chain>& read) {
    const Chain& chain = world_.chains[*world_.chains.find(read.raw->id)];
    if (chain.main_mode() != Mode::rail || rules::loading_siding(world_, chain) || rules::unloading_siding(world_, chain)) return;
    for (const ReadRow<LegRow>& leg : s_.rows.legs) {
      if (leg.row.chain != read.raw->id || leg.row.mode != Mode::rail) continue;
      const RawTable& legs = s_.raw.at("legs");
      return decoder_.problem(
          legs.cell(*leg.raw, "siding_id").place, shown(legs, *leg.raw, "siding_id"),
          both("运输链“{}”没有列车在专用线装卸", "no train of chain \"{}\" loads or unloads at a siding", read.raw->id),
          {"在该运输链的第一个或最后一个铁路运输段上写专用线", "name the siding on the chain's first or last rail leg"});
    }
  }

  /// A way, there loaded and back empty, and hours in which it can be driven.
  void check_leg(const ReadRow<LegRow>& read, const rules::RoadMap& roads, Date day) {
    const Chain& chain = world_.chains[*world_.chains.find(read.row.chain)];
    const auto leg = std::find_if(chain.legs.begin(), chain.legs.end(), [&read](const Leg& other) { return other.seq == read.row.seq; });
    const auto position = static_cast<std::size_t>(leg - chain.legs.begin());
    const rules::LegEnds ends = rules::leg_ends(world_, chain)[position];
    const rules::LegSites sites = rules::leg_sites(world_, chain, position);
    if (leg->km && day == world_.settings.day_zero()) check_speed(read, *leg->km);
    if (leg->mode != Mode::truck) return;
    if (reported_legs_.count(&read) > 0) return;  // the base year is enough
    const auto route = roads.of_leg(chain, *leg);
    if (route && !leg->km && day == world_.settings.day_zero())
      check_speed(read, Kilometres{static_cast<double>(route->metres()) / 1000.0});
    if (!route)
      say_no_way(read, ends, day);
    else if (sites.from && sites.to && !roads.empty_run(*sites.to, *sites.from))
      say_no_way(read, {ends.to, ends.from}, day);
  }

  void check_speed(const ReadRow<LegRow>& read, Kilometres km) {
    const KilometresPerHour most = fastest(read.row.mode);
    if (!read.row.hours || km <= Kilometres{most.value * read.row.hours->value}) return;
    too_fast(s_.raw.at("legs").cell(*read.raw, "hours"), km, most);
  }

  void check_outer(const ReadRow<SiteRow>& read) {
    const SiteRow& row = read.row;
    if (row.outer_h <= Hours{0.0} || row.outer_km <= Kilometres{kFastestTruck.value * row.outer_h.value}) return;
    too_fast(s_.raw.at("sites").cell(*read.raw, "outer_h"), row.outer_km, kFastestTruck);
  }

  void too_fast(const Cell& hours, Kilometres km, KilometresPerHour most) {
    decoder_.problem(hours.place, both("{1} 小时行驶 {0:g} 公里", "{0:g} km in {1} h", km.value, hours.text),
                     both("该运输方式最快不超过 {:g} 公里/小时", "nothing of this mode is faster than {:g} km/h", most.value),
                     {"改正里程或时间", "correct the kilometres or the hours"});
  }

  void say_no_way(const ReadRow<LegRow>& read, const rules::LegEnds& ends, Date day) {
    reported_legs_.insert(&read);
    const Cell cell = s_.raw.at("legs").cell(*read.raw, "km");
    decoder_.problem(
        cell.place,
        both("运输链“{1}”第 {0} 段从 {2} 到 {3}", "leg {0} of chain \"{1}\" goes from {2} to {3}", read.row.seq, read.row.chain,
             world_.nodes[ends.from].id, world_.nodes[ends.to].id),
        both("{} 时两地之间没有开通的道路", "no open road joins them on {}", to_string(day)),
        {"在 network/link.csv 补上路段，或改正路段的通车日（基年也要能通行）；不走网内道路的运输段，写 off_network_km（网外里程）",
         "add the links to network/link.csv, correct the day on which one opens (the base year needs it too), or write "
         "off_network_km of a leg that "
         "drives on no road of the network"});
  }

  void check_through(const ReadRow<ThroughRow>& read, const rules::RoadMap& roads, Date day) {
    const ThroughRow& row = read.row;
    const auto joined = [&](Id<Node> from, Id<Node> to) { return roads.between(from, to).has_value(); };
    if (reported_.count(&read) > 0) return;  // the first day is enough
    if (joined(row.gateway_in, row.gateway_out) && (row.empty_share <= 0.0 || joined(row.gateway_out, row.gateway_in))) return;
    reported_.insert(&read);
    const RawTable& table = s_.raw.at("through");
    decoder_.problem(
        table.cell(*read.raw, "gateway_out").place,
        both("过境交通从 {} 到 {}", "through traffic from {} to {}", world_.nodes[row.gateway_in].id, world_.nodes[row.gateway_out].id),
        both("{} 时两个出入口之间没有开通的道路", "no open road joins the gateways on {}", to_string(day)),
        {"写相互连通的出入口，或在 network/link.csv 补上路段，或改正路段的通车日或封闭日",
         "name gateways that are joined, add the links to network/link.csv, or correct the day on which one opens or closes"});
  }

  const Sources& s_;
  Decoder& decoder_;
  const World& world_;
  std::set<const ReadRow<LegRow>*> reported_legs_;
  std::set<const ReadRow<ThroughRow>*> reported_;
};

}  // namespace

void check_ways(const Sources& s, Decoder& decoder) { WayCheck(s, decoder).run(); }

}  // namespace railshift::scenario

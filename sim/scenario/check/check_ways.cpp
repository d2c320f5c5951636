#include "sim/scenario/check/check_ways.hpp"

#include <set>

#include <fmt/format.h>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/road_graph.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::scenario {
namespace {

/// The first day of a run, and every day on which a link opens or closes before its end.
std::set<Date> days_of_change(const World& world) {
  const Date first = world.settings.day_zero();
  std::set<Date> days{first};
  for (const Link& link : world.links) {
    for (const auto& day : {link.opens, link.closes}) {
      if (day && *day > first && *day < world.settings.end) days.insert(*day);
    }
  }
  return days;
}

class WayCheck {
 public:
  WayCheck(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder), world_(s.world) {}

  void run() {
    for (const ReadRow<Chain>& read : s_.rows.chains) check_siding_of(read);
    const auto days = days_of_change(world_);
    for (const Date day : days) {
      const rules::RoadGraph roads(world_, rules::regime_on(world_, day).open);
      if (day == *days.begin()) {
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
      const Cell& cell = s_.raw.at("legs").cell(*leg.raw, "siding_id");
      return decoder_.problem(cell.place, fmt::format("siding_id is \"{}\"", cell.text),
                              fmt::format("no train of chain \"{}\" loads or unloads at a siding", read.raw->id),
                              "name the siding on the chain's first or last rail leg");
    }
  }

  void check_leg(const ReadRow<LegRow>& read, const rules::RoadGraph& roads, Date day) {
    if (read.row.mode != Mode::truck || read.row.km) return;
    const Chain& chain = world_.chains[*world_.chains.find(read.row.chain)];
    const std::vector<rules::LegEnds> ends = rules::leg_ends(world_, chain);
    for (std::size_t i = 0; i < chain.legs.size(); ++i) {
      if (chain.legs[i].seq != read.row.seq || roads.quickest(ends[i].from, ends[i].to, 0)) continue;
      const Cell& cell = s_.raw.at("legs").cell(*read.raw, "km");
      decoder_.problem(cell.place,
                       fmt::format("leg {} of chain \"{}\" goes from {} to {}", read.row.seq, read.row.chain, world_.nodes[ends[i].from].id,
                                   world_.nodes[ends[i].to].id),
                       fmt::format("no open road joins them on {}", to_string(day)),
                       "add the links to network/link.csv, correct the day on which one opens, or write km and hours of the leg");
    }
  }

  void check_through(const ReadRow<ThroughRow>& read, const rules::RoadGraph& roads, Date day) {
    const ThroughRow& row = read.row;
    const auto joined = [&](Id<Node> from, Id<Node> to) { return roads.quickest(from, to, 0).has_value(); };
    if (reported_.count(&read) > 0) return;  // the first day is enough
    if (joined(row.gateway_in, row.gateway_out) && (row.empty_share <= 0.0 || joined(row.gateway_out, row.gateway_in))) return;
    reported_.insert(&read);
    const RawTable& table = s_.raw.at("through");
    decoder_.problem(table.cell(*read.raw, "gateway_out").place,
                     fmt::format("through traffic from {} to {}", world_.nodes[row.gateway_in].id, world_.nodes[row.gateway_out].id),
                     fmt::format("no open road joins the gateways on {}", to_string(day)),
                     "name gateways that are joined, add the links to network/link.csv, or correct the day on which one opens or closes");
  }

  const Sources& s_;
  Decoder& decoder_;
  const World& world_;
  std::set<const ReadRow<ThroughRow>*> reported_;
};

}  // namespace

void check_ways(const Sources& s, Decoder& decoder) { WayCheck(s, decoder).run(); }

}  // namespace railshift::scenario

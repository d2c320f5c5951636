#include "analysis/operations/box_figures.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "analysis/operations/operations.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

struct Stations {
  Id<Node> from;
  Id<Node> to;
  friend auto operator<=>(const Stations&, const Stations&) = default;
};

/// Where the movement of a rail chain begins and ends.
std::optional<Stations> stations_of(const World& world, const Chain& chain) {
  const std::vector<rules::LegEnds> ends = rules::leg_ends(world, chain);
  std::optional<Stations> found;
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    if (chain.legs[i].mode != Mode::rail) continue;
    if (!found) found = Stations{ends[i].from, ends[i].to};
    found->to = ends[i].to;
  }
  return found;
}

}  // namespace

std::vector<BoxFigures> box_figures(const World& world, const ledger::Ledger& ledger) {
  std::map<std::pair<Month, Stations>, std::int64_t> full;
  for (const ledger::RailRow& row : ledger.rail) {
    const Chain& chain = world.chains[row.chain];
    const auto stations = stations_of(world, chain);
    if (!chain.box || !stations || row.departed_kg == 0) continue;
    full[{row.month, *stations}] += (row.departed_kg + chain.box->value - 1) / chain.box->value;
  }
  const auto of = [&](Month month, const Stations& way) {
    const auto at = full.find({month, way});
    return at == full.end() ? std::int64_t{0} : at->second;
  };
  std::map<std::tuple<Stations, std::string>, BoxFigures> sums;
  for (const auto& [key, boxes] : full) {
    const auto& [month, there] = key;
    const Stations back{there.to, there.from};
    for (const std::string& period : periods_of(month)) {
      BoxFigures& out = sums[{there, period}];
      out = {there.from, there.to, period, out.full + boxes, out.empty};
      // Whoever brings more than goes back full sends the rest back empty; the other direction says so itself where it has any.
      BoxFigures& home = sums[{back, period}];
      home = {back.from, back.to, period, home.full, home.empty + std::max<std::int64_t>(0, boxes - of(month, back))};
    }
  }
  std::vector<BoxFigures> figures;
  for (const auto& [key, sum] : sums) figures.push_back(sum);
  return figures;
}

}  // namespace railshift::analysis

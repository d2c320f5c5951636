#include "analysis/operations/funnel.hpp"

#include <map>
#include <tuple>

#include "analysis/operations/operations.hpp"

namespace railshift::analysis {
namespace {

constexpr double kKilogramsOfTonne = 1000.0;

/// Steps by their place in the funnel: 0 offered, then kFunnel, then belts and pipes, then rail.
constexpr std::size_t kOffered = 0;
constexpr std::size_t kBeltPipe = kFunnel.size() + 1;
constexpr std::size_t kRail = kBeltPipe + 1;

std::size_t place_of(Reason reason) {
  for (std::size_t i = 0; i < kFunnel.size(); ++i) {
    if (kFunnel[i] == reason) return i + 1;
  }
  return kRail;  // kFunnel names every reason
}

std::string step_at(std::size_t place) {
  if (place == kOffered) return "offered";
  if (place == kBeltPipe) return "belt_pipe";
  return place == kRail ? "rail" : std::string(to_text(kFunnel[place - 1]));
}

using KilogramsOf = std::map<std::tuple<std::uint32_t, std::string, std::size_t>, std::int64_t>;  // flow, period, place

}  // namespace

std::vector<FunnelFigures> funnel_figures(const World& world, const ledger::Ledger& ledger) {
  KilogramsOf kg;
  const auto add = [&](Id<Flow> flow, Month month, std::size_t place, std::int64_t mass) {
    for (const std::string& period : periods_of(month)) kg[{flow.index, period, place}] += mass;
  };
  for (const ledger::FlowRow& row : ledger.flows) add(row.flow, row.month, kOffered, row.offered_kg);
  for (const ledger::ReasonRow& row : ledger.reasons) add(row.flow, row.month, place_of(row.reason), row.kg);
  for (const ledger::ChainRow& row : ledger.chains) {
    const Chain& chain = world.chains[row.chain];
    if (chain.main_mode() == Mode::truck) continue;
    // What came too late had been planned by this chain, and is a step of its own.
    add(chain.flow, row.month, chain.main_mode() == Mode::rail ? kRail : kBeltPipe, row.planned_kg - row.spilled_kg);
  }
  std::vector<FunnelFigures> figures;
  for (const auto& [key, mass] : kg) {
    const auto& [flow, period, place] = key;
    if (mass == 0 && place != kOffered) continue;
    figures.push_back({Id<Flow>{flow}, step_at(place), period, static_cast<double>(mass) / kKilogramsOfTonne});
  }
  return figures;
}

}  // namespace railshift::analysis

#include "analysis/ceiling/chain_table.hpp"

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// Dinkelbach's steps at least double in precision: more than a few mean a mistake.
constexpr int kMostSteps = 64;

/// The chain of a flow with the most part - price x whole (least, if the target wants little); nothing if none can ever be open.
std::optional<Id<Chain>> best_chain(const World& world, const YearOffer& offer, const Question& question, Id<Flow> flow, double price) {
  std::optional<Id<Chain>> best;
  double most = 0.0;
  for (const Id<Chain> chain : world.chains_of(flow)) {
    if (!offer.ever[chain.index]) continue;
    const ChainCount& count = question.of_chain[chain.index];
    const double gain = (question.least ? -1.0 : 1.0) * (count.part - price * count.whole);
    if (!best || gain > most) {
      best = chain;
      most = gain;
    }
  }
  return best;
}

/// Goods that wait or are under way at the year's beginning count where they help.
void add_under_way(const World& world, const YearOffer& offer, const Question& question, double price, PartOfWhole& sum) {
  for (std::size_t c = 0; c < world.chains.size(); ++c) {
    const ChainCount& count = question.of_chain[c];
    if (question.least || count.part <= price * count.whole) continue;
    sum.part += offer.under_way_t[c] * count.part;
    sum.whole += offer.under_way_t[c] * count.whole;
  }
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    const double tonnes = offer.waiting_t[id.index];
    const auto chain = tonnes > 0.0 && !question.least ? best_chain(world, offer, question, id, price) : std::nullopt;
    if (!chain || question.of_chain[chain->index].part <= price * question.of_chain[chain->index].whole) continue;
    sum.part += tonnes * question.of_chain[chain->index].part;
    sum.whole += tonnes * question.of_chain[chain->index].whole;
  }
}

PartOfWhole at_price(const World& world, const YearOffer& offer, const Question& question, double price) {
  PartOfWhole sum;
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    const double tonnes = offer.tonnes(id);
    const auto chain = tonnes > 0.0 ? best_chain(world, offer, question, id, price) : std::nullopt;
    if (!chain) continue;
    sum.part += tonnes * question.of_chain[chain->index].part;
    sum.whole += tonnes * question.of_chain[chain->index].whole;
  }
  add_under_way(world, offer, question, price, sum);
  return sum;
}

}  // namespace

PartOfWhole best_by_chains(const World& world, const YearOffer& offer, const Question& question) {
  if (offer.months.empty()) return {};
  PartOfWhole best = at_price(world, offer, question, 0.0);
  if (question.kind != QuestionKind::share) return best;
  for (int step = 0; step < kMostSteps; ++step) {
    if (best.whole <= 0.0) return best;
    const double share = best.part / best.whole;
    const PartOfWhole next = at_price(world, offer, question, share);
    const double gained = (question.least ? -1.0 : 1.0) * (next.part - share * next.whole);
    if (next.whole <= 0.0 || gained <= 1e-12 * best.whole) return best;
    best = next;
  }
  RAILSHIFT_EXPECTS(false, "a share of free choices converges");
}

}  // namespace railshift::analysis

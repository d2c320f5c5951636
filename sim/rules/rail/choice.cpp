#include "sim/rules/rail/choice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "sim/core/contract.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/adoption.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/cost.hpp"

namespace railshift::rules {
namespace {

constexpr std::size_t kNests = 3;

double log_sum(const std::vector<Alternative>& alternatives, Nest nest, double scale) {
  double top = -std::numeric_limits<double>::infinity();
  for (const Alternative& a : alternatives) {
    if (a.nest == nest) top = std::max(top, a.utility / scale);
  }
  if (std::isinf(top)) return top;
  double sum = 0.0;
  for (const Alternative& a : alternatives) {
    if (a.nest == nest) sum += std::exp(a.utility / scale - top);
  }
  return top + std::log(sum);
}

/// The flow's chains, split into what the choice of a month sees.
struct OpenChains {
  std::vector<std::size_t> belts;     ///< positions; outside the logit
  std::vector<std::size_t> chosen;    ///< positions in the choice set
  std::vector<std::size_t> unchosen;  ///< open, but never chosen in the base year
};

OpenChains open_chains(const World& world, const Choice& choice, Id<Flow> flow, Month month) {
  OpenChains open;
  const auto& chains = world.chains_of(flow);
  for (std::size_t p = 0; p < chains.size(); ++p) {
    const Chain& chain = world.chains[chains[p]];
    if (!is_open(world, choice, chains[p], month)) continue;
    if (keeps_base_share(chain))
      open.belts.push_back(p);
    else if (choice.constants.in_choice[chains[p].index])
      open.chosen.push_back(p);
    else
      open.unchosen.push_back(p);
  }
  return open;
}

/// An alternative, and the share of tonnes that may consider it.
struct Offered {
  Alternative alternative;
  double contracted = 1.0;
};

/// Tonnes alike in what they may consider: whoever has a contract for a chain with few has one for every chain with more.
struct Part {
  double share = 1.0;
  std::vector<Alternative> alternatives;
  bool all = true;  ///< may consider whatever is open
};

std::vector<Part> parts_of(const std::vector<Offered>& offered) {
  std::set<double> steps{1.0};
  for (const Offered& o : offered) steps.insert(o.contracted);
  std::vector<Part> parts;
  double below = 0.0;
  for (const double step : steps) {
    Part part{step - below, {}, true};
    below = step;
    for (const Offered& o : offered) {
      if (o.contracted >= step) part.alternatives.push_back(o.alternative);
    }
    part.all = part.alternatives.size() == offered.size();
    if (part.alternatives.empty()) {
      for (const Offered& o : offered) part.alternatives.push_back(o.alternative);
      part.all = true;
    }
    if (part.share > 0.0) parts.push_back(std::move(part));
  }
  return parts;
}

/// Whether an admission takes a chain as clean.
bool is_accepted(const Admission& admission, const Chain& chain) {
  switch (chain.main_mode()) {
    case Mode::truck:
      return admission.new_energy_truck;
    case Mode::rail:
      return admission.rail;
    case Mode::belt:
      return admission.belt;
    case Mode::pipe:
      break;
  }
  return admission.pipe;
}

/// What an admitted tonne may choose among: of `positions`, those that are accepted.
std::vector<std::size_t> accepted_of(const World& world, Id<Flow> flow, const Admission& admission,
                                     const std::vector<std::size_t>& positions) {
  std::vector<std::size_t> accepted;
  for (const std::size_t p : positions) {
    if (is_accepted(admission, world.chains[world.chains_of(flow)[p]])) accepted.push_back(p);
  }
  return accepted;
}

/// What the logit is over: the choice set, or, where neither it nor a belt is open, what nobody chose in the base year.
const std::vector<std::size_t>& logit_of(const World& world, Id<Flow> flow, const OpenChains& open) {
  double by_belt = 0.0;
  for (const std::size_t p : open.belts) by_belt += world.chains[world.chains_of(flow)[p]].base_share;
  return open.chosen.empty() && by_belt <= 0.0 ? open.unchosen : open.chosen;
}

/// Open chains of the choice that an admission accepts, or, if none is, those that nobody chose in the base year. None where belts carry
/// everything.
std::vector<std::size_t> admitted_chains(const World& world, const OpenChains& open, Id<Flow> flow, const Admission& admission) {
  if (logit_of(world, flow, open).empty()) return {};
  const std::vector<std::size_t> chosen = accepted_of(world, flow, admission, open.chosen);
  return chosen.empty() ? accepted_of(world, flow, admission, open.unchosen) : chosen;
}

/// Adds `part` of the flow to `shares`, split by the logit over some of its chains. Returns what goes by road.
double add_logit(const World& world, const Choice& choice, const std::vector<Alternative>& alternatives, Month month, double part,
                 std::vector<double>& shares) {
  RAILSHIFT_EXPECTS(choice.constants.of_chain.size() == world.chains.size(), "constants are calibrated on this world");
  const std::vector<double> split =
      nested_logit(alternatives, world.parameter("choice.nest_scale", first_day(choice.prices_of.value_or(month))));
  double road = 0.0;
  for (std::size_t k = 0; k < alternatives.size(); ++k) {
    shares[alternatives[k].position] += part * split[k];
    if (alternatives[k].nest == Nest::road) road += part * split[k];
  }
  return road;
}

}  // namespace

bool is_open(const World& world, const Choice& choice, Id<Chain> chain, Month month) {
  return !choice.distances.is_cut_off(chain) && chain_open(world, world.chains[chain], month);
}

Nest nest_of(const Chain& chain) {
  switch (chain.main_mode()) {
    case Mode::truck:
      break;
    case Mode::rail:
      return Nest::rail;
    case Mode::belt:
    case Mode::pipe:
      return Nest::belt;
  }
  return Nest::road;
}

namespace {

/// What a price beside the generalised cost does to the utility.
double extra_utility(const World& world, const Choice& choice, YuanPerTonne extra, Month month) {
  return world.parameter("choice.cost_coefficient", first_day(choice.prices_of.value_or(month))) * extra.value;
}

}  // namespace

std::vector<Id<Chain>> admitted(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month) {
  std::vector<Id<Chain>> ids;
  const OpenChains open = open_chains(world, choice, flow, month);
  for (const std::size_t p : admitted_chains(world, open, flow, book.admission[flow.index])) ids.push_back(world.chains_of(flow)[p]);
  return ids;
}

std::vector<Id<Chain>> open_choice(const World& world, const Choice& choice, Id<Flow> flow, Month month) {
  const OpenChains open = open_chains(world, choice, flow, month);
  std::vector<Id<Chain>> ids;
  for (const std::size_t p : logit_of(world, flow, open)) ids.push_back(world.chains_of(flow)[p]);
  return ids;
}

double utility_of(const World& world, const Choice& choice, Id<Chain> chain, const MonthBook& book, Month month) {
  const Month priced = choice.prices_of.value_or(month);
  const double per_yuan = world.parameter("choice.cost_coefficient", first_day(priced));
  const YuanPerTonne cost = generalised_cost(world, choice.distances, world.chains[chain], book, priced);
  return per_yuan * cost.value + choice.constants.of_chain[chain.index];
}

std::vector<double> nested_logit(const std::vector<Alternative>& alternatives, double scale) {
  std::array<double, kNests> worth{};
  for (std::size_t n = 0; n < kNests; ++n) worth[n] = scale * log_sum(alternatives, static_cast<Nest>(n), scale);
  const double top = *std::max_element(worth.begin(), worth.end());
  double sum = 0.0;
  for (const double nest : worth) sum += std::exp(nest - top);
  std::vector<double> shares;
  for (const Alternative& a : alternatives) {
    const double nest = worth[static_cast<std::size_t>(a.nest)];
    const double of_nest = std::exp(nest - top) / sum;
    shares.push_back(of_nest * std::exp((a.utility - nest) / scale));
  }
  return shares;
}

std::size_t waiting_position(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month) {
  const auto& chains = world.chains_of(flow);
  RAILSHIFT_EXPECTS(!chains.empty(), "the loader demands at least one chain of every flow");
  std::size_t best = 0;
  double best_utility = -std::numeric_limits<double>::infinity();
  for (std::size_t p = 0; p < chains.size(); ++p) {
    if (world.chains[chains[p]].main_mode() == Mode::truck) return p;
    const double utility = utility_of(world, choice, chains[p], book, month);
    if (utility <= best_utility) continue;
    best = p;
    best_utility = utility;
  }
  return best;
}

FlowWish flow_wish(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month) {
  const auto& chains = world.chains_of(flow);
  FlowWish found;
  found.shares.assign(chains.size(), 0.0);
  std::vector<double>& shares = found.shares;
  const OpenChains open = open_chains(world, choice, flow, month);
  double by_belt = 0.0;
  for (const std::size_t p : open.belts) by_belt += shares[p] = world.chains[chains[p]].base_share;
  const auto& logit = logit_of(world, flow, open);
  const double chosen = std::max(0.0, 1.0 - by_belt);
  const auto split = [&](const std::vector<std::size_t>& positions, double of_flow, YuanPerTonne extra) {
    std::vector<Offered> offered;
    for (const std::size_t p : positions) {
      const Chain& chain = world.chains[chains[p]];
      const double dearer = chain.main_mode() == Mode::truck ? extra_utility(world, choice, extra, month) : 0.0;
      offered.push_back(
          {{p, nest_of(chain), utility_of(world, choice, chains[p], book, month) + dearer}, contracted_share(world, chain, month)});
    }
    for (const Part& part : parts_of(offered)) {
      const double road = add_logit(world, choice, part.alternatives, month, of_flow * part.share, shares);
      if (!part.all) found.not_contracted += road;
    }
  };
  if (!logit.empty()) {
    const Admission& admission = book.admission[flow.index];
    const auto admitted = admission.share > 0.0 ? admitted_chains(world, open, flow, admission) : std::vector<std::size_t>{};
    const double bound = admitted.empty() ? 0.0 : admission.share;
    if (bound < 1.0) split(logit, chosen * (1.0 - bound), {});
    const std::vector<double> free = shares;
    if (bound > 0.0) split(admitted, chosen * bound, admission.new_energy_extra);
    if (bound > 0.0 && admission.new_energy_truck) {
      for (std::size_t p = 0; p < chains.size(); ++p)
        found.clean_trucks.push_back(world.chains[chains[p]].main_mode() == Mode::truck ? shares[p] - free[p] : 0.0);
    }
  } else if (by_belt > 0.0) {
    for (const std::size_t p : open.belts) shares[p] /= by_belt;
  } else {
    shares[open.belts.empty() ? waiting_position(world, choice, flow, book, month) : open.belts.front()] = 1.0;
  }
  return found;
}

std::vector<std::int64_t> clean_truck_kg(const FlowWish& wish, const std::vector<std::int64_t>& wished) {
  std::vector<std::int64_t> kg;
  for (std::size_t p = 0; p < wish.clean_trucks.size(); ++p) {
    const double part = wish.shares[p] > 0.0 ? std::min(1.0, wish.clean_trucks[p] / wish.shares[p]) : 0.0;
    kg.push_back(static_cast<std::int64_t>(part * static_cast<double>(wished[p])));
  }
  return kg;
}

std::vector<double> wish_shares(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month) {
  return flow_wish(world, choice, flow, book, month).shares;
}

}  // namespace railshift::rules

#include "sim/rules/rail/calibration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "sim/core/contract.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/choice.hpp"
#include "sim/rules/rail/cost.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::rules {
namespace {

constexpr int kChainClasses = 4;
/// Base-year requests below capacity by less than this (relative) are rounding: who asked for all there was, found it full.
constexpr double kCapacityTolerance = 1e-9;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

class Calibration {
 public:
  Calibration(const World& world, const LegDistances& distances, const BaseState& state)
      : world_(world), distances_(distances), book_(book_of(world, state)), january_(make_month(world.settings.base_year, 1)) {
    found_.of_chain.assign(world.chains.size(), 0.0);
    found_.in_choice.assign(world.chains.size(), false);
    for (const Chain& chain : world.chains) found_.wish_share.push_back(chain.base_share);
    found_.from.assign(world.chains.size(), ConstantFrom::base_share);
    found_.samples.assign(world.chains.size(), 0);
  }

  ChoiceConstants run() {
    found_.left_out = at_capacity_in_base_year(world_);
    for (const Flow& flow : world_.flows) add_latent(world_.flows.id_of(flow));
    for (const Flow& flow : world_.flows) invert(world_.flows.id_of(flow));
    for (std::size_t c = 0; c < medians_.size(); ++c) {
      if (!samples_[c].empty()) medians_[c] = median(samples_[c]);
    }
    for (const Id<Flow> flow : without_road_) anchor_on_rail(flow);
    for (const Chain& chain : world_.chains) {
      if (chain.base_share <= 0.0) assume(chain);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t class_index(const Chain& chain) const { return static_cast<std::size_t>(chain_class(world_, chain)); }
  [[nodiscard]] double parameter(const char* name) const { return world_.parameter(name, first_day(january_)); }

  /// Chains of a flow that took part in the choice of the base year.
  [[nodiscard]] std::vector<Id<Chain>> observed(Id<Flow> flow) const {
    std::vector<Id<Chain>> chains;
    for (const Id<Chain> id : world_.chains_of(flow)) {
      const Chain& chain = world_.chains[id];
      if (chain.base_share > 0.0 && chain_class(world_, chain) != ChainClass::belt_pipe) chains.push_back(id);
    }
    return chains;
  }
  [[nodiscard]] double nest_share(const std::vector<Id<Chain>>& chains, Nest nest) const {
    double sum = 0.0;
    for (const Id<Chain> id : chains) {
      if (nest_of(world_.chains[id]) == nest) sum += found_.wish_share[id.index];
    }
    return sum;
  }
  /// The largest base share of one nest, first by id; nothing if the nest is empty.
  [[nodiscard]] std::optional<Id<Chain>> main_of(const std::vector<Id<Chain>>& chains, Nest nest) const {
    std::optional<Id<Chain>> best;
    for (const Id<Chain> id : chains) {
      if (nest_of(world_.chains[id]) != nest) continue;
      if (!best || world_.chains[id].base_share > world_.chains[*best].base_share) best = id;
    }
    return best;
  }

  /// What was full carried less than was wished: rail chains rise by choice.latent_demand, at the cost of the flow's roads, of which a
  /// hundredth is left at least.
  void add_latent(Id<Flow> flow) {
    constexpr double kRoadLeft = 0.01;
    const std::vector<Id<Chain>> chains = observed(flow);
    const bool full = std::any_of(chains.begin(), chains.end(),
                                  [&](Id<Chain> c) { return std::binary_search(found_.left_out.begin(), found_.left_out.end(), c); });
    const double rail = nest_share(chains, Nest::rail), road = nest_share(chains, Nest::road);
    if (!full || rail <= 0.0 || road <= 0.0) return;
    const double more = std::min(rail * parameter("choice.latent_demand"), road * (1.0 - kRoadLeft));
    for (const Id<Chain> id : chains)
      found_.wish_share[id.index] *= nest_of(world_.chains[id]) == Nest::rail ? (rail + more) / rail : (road - more) / road;
  }

  /// V = scale x ln(share in nest) + ln(share of nest) + anything common to the flow; constant = V - coefficient x cost.
  void invert(Id<Flow> flow) {
    const std::vector<Id<Chain>> chains = observed(flow);
    const double scale = parameter("choice.nest_scale");
    for (const Id<Chain> id : chains) {
      const Chain& chain = world_.chains[id];
      const double nest = nest_share(chains, nest_of(chain));
      const double cost = generalised_cost(world_, distances_, chain, book_, january_).value;
      found_.of_chain[id.index] =
          scale * std::log(found_.wish_share[id.index] / nest) + std::log(nest) - parameter("choice.cost_coefficient") * cost;
      found_.in_choice[id.index] = true;
    }
    const auto road = main_of(chains, Nest::road);
    if (!road) {
      if (!chains.empty()) without_road_.push_back(flow);
      return;
    }
    shift(chains, -found_.of_chain[road->index]);
    found_.from[road->index] = ConstantFrom::road_of_flow;
    sample(chains);
  }
  void shift(const std::vector<Id<Chain>>& chains, double by) {
    for (const Id<Chain> id : chains) found_.of_chain[id.index] += by;
  }
  void sample(const std::vector<Id<Chain>>& chains) {
    for (const Id<Chain> id : chains) {
      if (std::binary_search(found_.left_out.begin(), found_.left_out.end(), id)) continue;
      samples_[class_index(world_.chains[id])].push_back(found_.of_chain[id.index]);
    }
  }

  /// A flow that went wholly by rail says nothing on rail against road: its main chain stands at the median of its class.
  void anchor_on_rail(Id<Flow> flow) {
    const std::vector<Id<Chain>> chains = observed(flow);
    const Id<Chain> main = *main_of(chains, Nest::rail);
    shift(chains, class_constant(world_.chains[main]) - found_.of_chain[main.index]);
    note_class(main);
  }

  [[nodiscard]] double class_constant(const Chain& chain) const {
    const auto known = medians_[class_index(chain)];
    if (known) return *known;
    return nest_of(chain) == Nest::rail ? parameter("choice.new_chain_constant") : 0.0;
  }

  /// The chain's constant is that of its class.
  void note_class(Id<Chain> chain) {
    const std::size_t c = class_index(world_.chains[chain]);
    found_.from[chain.index] = medians_[c] ? ConstantFrom::class_median : ConstantFrom::stated_constant;
    found_.samples[chain.index] = samples_[c].size();
  }

  void assume(const Chain& chain) {
    const Id<Chain> id = world_.chains.id_of(chain);
    found_.of_chain[id.index] = class_constant(chain);
    note_class(id);
    found_.in_choice[id.index] = !chain_open(world_, chain, january_);
    found_.assumed.push_back(id);
  }

  const World& world_;
  const LegDistances& distances_;
  MonthBook book_;
  Month january_;
  ChoiceConstants found_;
  std::vector<Id<Flow>> without_road_;
  std::array<std::vector<double>, kChainClasses> samples_;
  std::array<std::optional<double>, kChainClasses> medians_;
};

/// Base-year tonnes of every rail chain against the year's limits: the limits that were asked for all they had, or more.
std::vector<bool> overloaded(const World& world, const RailLimits& layout) {
  std::vector<double> asked(layout.limits.size(), 0.0);
  std::vector<double> capacity(layout.limits.size(), 0.0);
  for (int m = 1; m <= 12; ++m) {
    const Month month = make_month(world.settings.base_year, m);
    const FlowRates rates = flow_rates(world, month);
    const std::vector<double> of_month = rail_limits(world, month).capacities();
    for (std::size_t l = 0; l < capacity.size(); ++l) capacity[l] += of_month[l];
    for (const Chain& chain : world.chains) {
      const double kg = chain.base_share * static_cast<double>(month_mass(world, rates, chain.flow, month).value);
      for (const LimitUse& use : layout.of_chain[world.chains.id_of(chain).index]) asked[use.limit] += use.per_kg * kg;
    }
  }
  std::vector<bool> over;
  for (std::size_t l = 0; l < capacity.size(); ++l) over.push_back(asked[l] > 0.0 && asked[l] >= capacity[l] * (1.0 - kCapacityTolerance));
  return over;
}

}  // namespace

std::vector<Id<Chain>> at_capacity_in_base_year(const World& world) {
  const RailLimits layout = rail_limits(world, make_month(world.settings.base_year, 1));
  const std::vector<bool> over = overloaded(world, layout);
  std::vector<bool> flow_bound(world.flows.size(), false);
  for (const Chain& chain : world.chains) {
    if (chain.base_share <= 0.0) continue;
    for (const LimitUse& use : layout.of_chain[world.chains.id_of(chain).index]) {
      if (over[use.limit]) flow_bound[chain.flow.index] = true;
    }
  }
  std::vector<Id<Chain>> bound;
  for (const Chain& chain : world.chains) {
    const bool rail = chain.main_mode() == Mode::rail && chain.base_share > 0.0;
    if (rail && flow_bound[chain.flow.index]) bound.push_back(world.chains.id_of(chain));
  }
  return bound;
}

std::string_view to_text(ConstantFrom from) {
  switch (from) {
    case ConstantFrom::base_share:
      return "base_share";
    case ConstantFrom::road_of_flow:
      return "road_of_flow";
    case ConstantFrom::class_median:
      return "class_median";
    case ConstantFrom::stated_constant:
      return "stated_constant";
  }
  broken_promise("from", "a source of constants is one of its list", __FILE__, __LINE__);
}

ChoiceConstants calibrate(const World& world, const LegDistances& distances, const BaseState& state) {
  return Calibration(world, distances, state).run();
}

ChoiceConstants calibrate(const World& world, const LegDistances& distances) { return calibrate(world, distances, prior_state(world)); }

}  // namespace railshift::rules

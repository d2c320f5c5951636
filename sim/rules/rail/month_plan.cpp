#include "sim/rules/rail/month_plan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

#include "sim/core/contract.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/capacity/demands.hpp"
#include "sim/rules/rail/adoption.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/choice.hpp"
#include "sim/rules/rail/rail_limits.hpp"
#include "sim/rules/rail/reasons.hpp"

namespace railshift::rules {
namespace {

/// One chain that asks for capacity.
struct Request {
  Id<Flow> flow;
  std::size_t position = 0;
};

/// The five steps of one month.
class Planner {
 public:
  Planner(const PricedMonth& asked, const std::vector<std::int64_t>& waiting, std::optional<Id<Measure>> without)
      : world_(asked.world),
        choice_(asked.choice),
        offered_(asked.offered),
        book_(asked.book),
        month_(asked.month),
        waiting_(waiting),
        limits_(rail_limits(world_, month_, without)),
        answers_(precedence(world_, month_, without), limits_.capacities()) {
    requested_.assign(limits_.limits.size(), 0);
    requested_units_.assign(limits_.limits.size(), 0.0);
    accepted_.assign(limits_.limits.size(), 0);
  }

  MonthPlan run() {
    for (const Flow& flow : world_.flows) {
      const Id<Flow> id = world_.flows.id_of(flow);
      wish(id, offered_[id.index]);
    }
    request_and_accept();
    split_refused_again();
    for (FlowPlan& flow : plan_.flows) settle(flow);
    list_limits();
    return std::move(plan_);
  }

 private:
  [[nodiscard]] Id<Chain> chain_at(Id<Flow> flow, std::size_t position) const { return world_.chains_of(flow)[position]; }
  [[nodiscard]] Mode mode_at(Id<Flow> flow, std::size_t position) const { return world_.chains[chain_at(flow, position)].main_mode(); }
  /// By rail, or by a belt or pipe with a capacity: who wishes it must ask.
  [[nodiscard]] bool asks_at(Id<Flow> flow, std::size_t position) const {
    return mode_at(flow, position) == Mode::rail || is_new_way(world_.chains[chain_at(flow, position)]);
  }
  [[nodiscard]] bool open_at(Id<Flow> flow, std::size_t position) const {
    return is_open(world_, choice_, chain_at(flow, position), month_);
  }
  [[nodiscard]] double utility_at(Id<Flow> flow, std::size_t position) const {
    return utility_of(world_, choice_, chain_at(flow, position), book_, month_);
  }
  [[nodiscard]] const std::vector<LimitUse>& uses_at(Id<Flow> flow, std::size_t position) const {
    return limits_.of_chain[chain_at(flow, position).index];
  }
  [[nodiscard]] std::int64_t waiting_at(Id<Flow> flow, std::size_t position) const {
    return waiting_.empty() ? 0 : waiting_[chain_at(flow, position).index];
  }

  void wish(Id<Flow> flow, Kilograms offered) {
    const std::size_t chains = world_.chains_of(flow).size();
    const FlowWish wish = flow_wish(world_, choice_, flow, book_, month_);
    FlowPlan plan{flow, offered, split_kg(offered.value, wish.shares), {}, {}, {}, {}};
    plan.requested.assign(chains, 0);
    plan.accepted.assign(chains, 0);
    plan.planned = plan.wished;
    for (std::size_t p = 0; p < chains; ++p) plan.waits.push_back(waiting_at(flow, p));
    plan.held_by.resize(chains);
    plan.clean_trucks = clean_truck_kg(wish, plan.wished);
    plan_.flows.push_back(std::move(plan));
    road_.emplace_back().not_contracted = std::llround(wish.not_contracted * static_cast<double>(offered.value));
  }

  /// Asks for all requests at once; the limits keep what is left.
  Acceptance ask(const std::vector<Request>& requests, const std::vector<std::int64_t>& kg,
                 const std::vector<BackgroundAsk>& background = {}) {
    std::vector<RailAsk> asks;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const Id<Chain> chain = chain_at(requests[i].flow, requests[i].position);
      asks.push_back({chain, kg[i], limits_.of_chain[chain.index], limits_.train_load[chain.index]});
    }
    Acceptance answer = answers_.answer(asks, background);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      for (const LimitUse& use : asks[i].uses) accepted_[use.limit] += answer.kg[i];
    }
    return answer;
  }
  /// Background trains ask in the first acceptance, if they have a rank.
  [[nodiscard]] std::vector<BackgroundAsk> background_asks() {
    std::vector<BackgroundAsk> asks;
    if (!answers_.order().background) return asks;
    for (const RailSection& section : world_.rail_sections) {
      const double a_day = background_trains(world_, section, month_);
      for (const bool forward : {true, false}) {
        const std::uint32_t s = world_.rail_sections.id_of(section).index;
        asks.push_back({section_limit(world_, {s, forward}), a_day * days_in(month_)});
        plan_.background.push_back({s, forward, a_day, a_day});
      }
    }
    return asks;
  }
  /// What they got is gone from the limits that are listed.
  void note_background(const std::vector<BackgroundAsk>& asks) {
    for (std::size_t i = 0; i < asks.size(); ++i) {
      plan_.background[i].let_on_per_day = answers_.background()[i] / days_in(month_);
      limits_.limits[asks[i].limit].capacity -= answers_.background()[i];
    }
  }
  [[nodiscard]] std::set<LimitKind> kinds(const std::vector<std::size_t>& limits) const {
    std::set<LimitKind> all;
    for (const std::size_t l : limits) all.insert(limits_.limits[l].kind);
    return all;
  }

  void request_and_accept() {
    std::vector<Request> requests;
    std::vector<std::int64_t> kg;
    for (FlowPlan& plan : plan_.flows) {
      for (std::size_t p = 0; p < plan.wished.size(); ++p) {
        const std::int64_t asks = plan.wished[p] + plan.waits[p];
        if (asks == 0 || !asks_at(plan.flow, p) || !open_at(plan.flow, p)) continue;
        plan.requested[p] = plan.wished[p];
        requests.push_back({plan.flow, p});
        kg.push_back(asks);
        note_request(plan, p, asks);
      }
    }
    const std::vector<BackgroundAsk> background = background_asks();
    const Acceptance answer = ask(requests, kg, background);
    note_background(background);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const auto [flow, p] = requests[i];
      FlowPlan& plan = plan_.flows[flow.index];
      plan.accepted[p] = plan.planned[p] = std::min(answer.kg[i], plan.wished[p]);
      plan.waits[p] -= answer.kg[i] - plan.accepted[p];
      const std::int64_t refused = plan.wished[p] - plan.accepted[p];
      if (!answer.bound_by[i].empty()) plan.held_by[p] = limits_.limits[answer.bound_by[i].front()].what;
      if (refused > 0) road_[flow.index].refusals.push_back({refused, kinds(answer.bound_by[i])});
      road_[flow.index].refused += refused;
    }
  }
  void note_request(const FlowPlan& plan, std::size_t position, std::int64_t kg) {
    for (const LimitUse& use : uses_at(plan.flow, position)) {
      requested_[use.limit] += kg;
      requested_units_[use.limit] += use.per_kg * static_cast<double>(kg);
    }
  }

  /// Open chains of the flow with a capacity on which another kilogram fits.
  [[nodiscard]] std::vector<Alternative> with_room(Id<Flow> flow) const {
    std::vector<Alternative> open;
    for (std::size_t p = 0; p < world_.chains_of(flow).size(); ++p) {
      if (!asks_at(flow, p) || !open_at(flow, p)) continue;
      if (fits(uses_at(flow, p), answers_.left())) open.push_back({p, nest_of(world_.chains[chain_at(flow, p)]), utility_at(flow, p)});
    }
    return open;
  }
  [[nodiscard]] std::vector<std::int64_t> split(std::int64_t kg, const std::vector<Alternative>& alternatives) const {
    return split_kg(kg, nested_logit(alternatives, world_.parameter("choice.nest_scale", first_day(month_))));
  }

  void split_refused_again() {
    std::vector<Request> requests;
    std::vector<std::int64_t> kg;
    for (const FlowPlan& plan : plan_.flows) {
      const std::int64_t refused = road_[plan.flow.index].refused;
      const std::vector<Alternative> alternatives = refused > 0 ? with_room(plan.flow) : std::vector<Alternative>{};
      if (alternatives.empty()) continue;
      const std::vector<std::int64_t> parts = split(refused, alternatives);
      for (std::size_t k = 0; k < parts.size(); ++k) {
        requests.push_back({plan.flow, alternatives[k].position});
        kg.push_back(std::min(parts[k], contracts_left(plan, alternatives[k].position)));
      }
    }
    const Acceptance answer = ask(requests, kg);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const auto [flow, p] = requests[i];
      plan_.flows[flow.index].planned[p] += answer.kg[i];
      road_[flow.index].refused -= answer.kg[i];
    }
  }

  /// Refused tonnes come to what is new only as far as its contracts reach.
  [[nodiscard]] std::int64_t contracts_left(const FlowPlan& plan, std::size_t position) const {
    const double share = contracted_share(world_, world_.chains[chain_at(plan.flow, position)], month_);
    if (share >= 1.0) return plan.offered.value;
    const auto contracted = static_cast<std::int64_t>(share * static_cast<double>(plan.offered.value));
    return std::max<std::int64_t>(0, contracted - plan.planned[position]);
  }

  /// Open truck-only chains: those that shippers choose among, or, if there are none, those that nobody chose.
  [[nodiscard]] std::vector<Alternative> roads(Id<Flow> flow) const {
    std::vector<Alternative> chosen;
    std::vector<Alternative> unchosen;
    for (std::size_t p = 0; p < world_.chains_of(flow).size(); ++p) {
      if (mode_at(flow, p) != Mode::truck || !open_at(flow, p)) continue;
      const bool in_choice = choice_.constants.in_choice[chain_at(flow, p).index];
      (in_choice ? chosen : unchosen).push_back({p, Nest::road, utility_at(flow, p)});
    }
    return chosen.empty() ? unchosen : chosen;
  }

  /// What both acceptances refused goes by road; without a road it waits on the best chain that asks.
  void settle(FlowPlan& plan) {
    OnRoad& road = road_[plan.flow.index];
    for (std::size_t p = 0; p < plan.wished.size(); ++p) {
      if (mode_at(plan.flow, p) == Mode::truck) road.wished += plan.wished[p];
    }
    road.not_contracted = std::min(road.not_contracted, road.wished);
    const bool waits = std::any_of(plan.waits.begin(), plan.waits.end(), [](std::int64_t kg) { return kg > 0; });
    const std::vector<Alternative> alternatives = road.refused > 0 || waits ? roads(plan.flow) : std::vector<Alternative>{};
    if (!alternatives.empty()) {
      if (waits) move_to_road(plan, alternatives);
      const std::vector<std::int64_t> parts = split(road.refused, alternatives);
      for (std::size_t k = 0; k < parts.size(); ++k) plan.planned[alternatives[k].position] += parts[k];
    } else if (road.refused > 0) {
      const std::size_t best = best_that_asks(plan.flow);
      plan.planned[best] += road.refused;
      plan.waits[best] += road.refused;
      for (std::size_t p = 0; p < plan.held_by.size() && plan.held_by[best].empty(); ++p) plan.held_by[best] = plan.held_by[p];
      road.refused = 0;
    }
    hold_closed(plan);
    for (const Id<Chain> chain : world_.chains_of(plan.flow)) {
      if (choice_.distances.is_cut_off(chain)) road.cut_off.insert(chain);
      if (!choice_.constants.in_choice[chain.index]) road.nobodys.insert(chain);
    }
    plan.reasons = road_reasons(world_, plan.flow, month_, road);
    const std::int64_t planned = std::accumulate(plan.planned.begin(), plan.planned.end(), std::int64_t{0});
    RAILSHIFT_EXPECTS(planned == plan.offered.value, "what is planned is what was offered");
  }
  /// What waited on rail chains while there was no road.
  void move_to_road(FlowPlan& plan, const std::vector<Alternative>& roads) const {
    for (std::size_t p = 0; p < plan.waits.size(); ++p) {
      const std::vector<std::int64_t> parts = split(plan.waits[p], roads);
      for (std::size_t k = 0; k < parts.size(); ++k) {
        if (parts[k] > 0) plan.moved.push_back({p, roads[k].position, parts[k]});
      }
      plan.waits[p] = 0;
    }
  }
  /// What stands on a chain that asks and is not open waits for it: no train runs from a siding that is not in service.
  void hold_closed(FlowPlan& plan) const {
    for (std::size_t p = 0; p < plan.wished.size(); ++p) {
      if (!asks_at(plan.flow, p) || open_at(plan.flow, p)) continue;
      plan.waits[p] += plan.wished[p];
      const auto& uses = uses_at(plan.flow, p);
      if (choice_.distances.is_cut_off(chain_at(plan.flow, p)))
        plan.held_by[p] = "road:" + world_.sites[world_.flows[plan.flow].origin].id;
      else if (!uses.empty())
        plan.held_by[p] = limits_.limits[uses.front().limit].what;
    }
  }
  [[nodiscard]] std::size_t best_that_asks(Id<Flow> flow) const {
    std::optional<Alternative> best;
    for (std::size_t p = 0; p < world_.chains_of(flow).size(); ++p) {
      if (!asks_at(flow, p) || !open_at(flow, p)) continue;
      const double utility = utility_at(flow, p);
      if (!best || utility > best->utility) best = Alternative{p, nest_of(world_.chains[chain_at(flow, p)]), utility};
    }
    RAILSHIFT_EXPECTS(best.has_value(), "only open chains that ask are refused");
    return best->position;
  }

  void list_limits() {
    for (std::size_t l = 0; l < limits_.limits.size(); ++l) {
      const RailLimit& limit = limits_.limits[l];
      if (std::isinf(limit.capacity) || (limit.kind == LimitKind::line && !limit.used)) continue;
      const bool asked = requested_units_[l] > 0.0;
      const double kg_per_unit = asked ? static_cast<double>(requested_[l]) / requested_units_[l] : limit.kg_per_unit;
      const auto capacity = static_cast<std::int64_t>(std::floor(limit.capacity * kg_per_unit));
      plan_.limits.push_back({limit.what, capacity, requested_[l], accepted_[l]});
    }
  }

  const World& world_;
  const Choice& choice_;
  const std::vector<Kilograms>& offered_;
  const MonthBook& book_;
  Month month_;
  const std::vector<std::int64_t>& waiting_;  ///< by chain, from the months before; may be empty
  RailLimits limits_;
  RailAnswers answers_;
  std::vector<std::int64_t> requested_;  ///< by limit, kg
  std::vector<double> requested_units_;  ///< by limit, in its own unit
  std::vector<std::int64_t> accepted_;   ///< by limit, kg
  std::vector<OnRoad> road_;             ///< by flow; `refused` holds what is refused so far
  MonthPlan plan_;
};

}  // namespace

MonthPlan plan_month(const World& world, const Choice& choice, const std::vector<Kilograms>& offered, const MonthBook& book, Month month,
                     const std::vector<std::int64_t>& waiting) {
  RAILSHIFT_EXPECTS(offered.size() == world.flows.size(), "every flow offers, if only 0 kg");
  return Planner({world, choice, offered, book, month}, waiting, std::nullopt).run();
}

MonthPlan plan_month_without(const PricedMonth& priced, const std::vector<std::int64_t>& waiting, Id<Measure> without) {
  RAILSHIFT_EXPECTS(priced.offered.size() == priced.world.flows.size(), "every flow offers, if only 0 kg");
  return Planner(priced, waiting, without).run();
}

}  // namespace railshift::rules

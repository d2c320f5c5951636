#include "study/trace/measure_picks.hpp"

#include <algorithm>

#include "sim/core/both.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::study::trace {
namespace {

template <class T>
bool holds_or_empty(const std::vector<T>& list, const T& wanted) {
  return list.empty() || std::find(list.begin(), list.end(), wanted) != list.end();
}

bool opens_siding_of(const Question& q, const SidingOpens& opening, const std::set<Id<Flow>>& flows) {
  return std::any_of(q.world.chains.begin(), q.world.chains.end(), [&](const Chain& chain) {
    return flows.contains(chain.flow) &&
           std::any_of(chain.legs.begin(), chain.legs.end(), [&](const Leg& leg) { return leg.siding == opening.siding; });
  });
}

/// Of one site, or of a belt or pipe between two.
bool is_of_places(const Measure& measure) {
  return policy::as<SiteChange>(measure) != nullptr || policy::as<BeltOpens>(measure) != nullptr ||
         policy::as<PipeOpens>(measure) != nullptr;
}

/// A site of the flows opens, closes or runs at another rate, or a belt or pipe opens between their ends.
bool touches_flows(const Question& q, const Measure& measure, const std::set<Id<Flow>>& flows) {
  const auto any = [&](auto holds) {
    return std::any_of(flows.begin(), flows.end(), [&](Id<Flow> id) { return holds(q.world.flows[id]); });
  };
  if (const auto* change = policy::as<SiteChange>(measure))
    return any([&](const Flow& flow) { return flow.origin == change->site || flow.destination == change->site; });
  const auto joins = [&](const auto* way) {
    return way != nullptr && any([&](const Flow& flow) { return flow.origin == way->origin && flow.destination == way->destination; });
  };
  return joins(policy::as<BeltOpens>(measure)) || joins(policy::as<PipeOpens>(measure));
}

bool carries_for(const Question& q, const Measure& measure, const std::set<Id<Flow>>& flows) {
  return std::any_of(flows.begin(), flows.end(), [&](Id<Flow> flow) {
    return acts_on_segment(measure, q.world.truck_classes[q.world.flows[flow].truck_class].segment);
  });
}

}  // namespace

bool acts_on_segment(const Measure& measure, Id<Segment> segment) {
  if (const auto* order = policy::as<FrozenBaseOrder>(measure)) return order->segment == segment;
  if (const auto* order = policy::as<RetireOrder>(measure)) return holds_or_empty(order->segments, segment);
  if (const auto* order = policy::as<StockQuota>(measure)) return holds_or_empty(order->segments, segment);
  if (const auto* order = policy::as<NewOnly>(measure)) return holds_or_empty(order->segments, segment);
  return policy::as<SalesStandard>(measure) != nullptr;
}

Words measure_path(const Measure& measure) { return both("措施 {}", "measure {}", measure.id); }

std::vector<Pick> goods_measures(const Question& q, const std::set<Id<Flow>>& flows) {
  std::vector<Pick> picks;
  for (const Measure& measure : q.world.measures) {
    if (measure.from >= end_day(q.last())) continue;
    const Words path = measure_path(measure);
    const Whom* whom = policy::whom_of(measure);
    if (whom != nullptr && (whom->county_pm25_from || whom->county_last_ranks))
      picks.push_back({"county_figures", "", {}, {"value"}, Act::choice, path});
    if (const auto* opening = policy::as<SidingOpens>(measure)) {
      if (opens_siding_of(q, *opening, flows)) picks.push_back({"measure", "", {measure.id}, {}, Act::enters, path});
    } else if (policy::as<CapacityStep>(measure) != nullptr || policy::as<RailPriority>(measure) != nullptr) {
      picks.push_back({"measure", "", {measure.id}, {}, Act::enters, path});
    } else if (is_of_places(measure)) {
      if (touches_flows(q, measure, flows)) picks.push_back({"measure", "", {measure.id}, {}, Act::enters, path});
    } else if (policy::kind_of(measure).reach == policy::Reach::mode) {
      picks.push_back({"measure", "", {measure.id}, {}, Act::choice, path});
    } else if (policy::floor_of(measure) != nullptr || carries_for(q, measure, flows)) {
      picks.push_back({"measure", "", {measure.id}, {}, Act::waits, path});
    }
  }
  return picks;
}

std::vector<Pick> through_measures(const Question& q) {
  std::vector<Pick> picks;
  for (const Measure& measure : q.world.measures) {
    if (policy::as<ThroughDiversion>(measure) != nullptr && measure.from < end_day(q.last()))
      picks.push_back({"measure", "", {measure.id}, {}, Act::enters, measure_path(measure)});
  }
  return picks;
}

}  // namespace railshift::study::trace

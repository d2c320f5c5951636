#include "study/trace/register_graph.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/both.hpp"
#include "sim/model/truck_set.hpp"
#include "sim/policy/kinds.hpp"
#include "study/trace/measure_picks.hpp"

namespace railshift::study::trace {
namespace {

/// A tenth more of a count, at least one.
std::int64_t more_trucks(int count) { return std::max<std::int64_t>(1, std::llround(0.1 * count)); }

std::int64_t whole_level(double level, std::int64_t of) {
  return static_cast<std::int64_t>(std::ceil(level * static_cast<double>(of) - 1e-9));
}

/// The step in force on the last day of the period.
std::optional<RequiredStep> step_in_force(const std::vector<RequiredStep>& steps, Month last) {
  std::optional<RequiredStep> found;
  for (const RequiredStep& step : steps) {
    if (step.due < end_day(last)) found = step;
  }
  return found;
}

/// A stock, the part of it that an order demands, and the level of the order.
struct OrderedShare {
  const Measure* measure = nullptr;
  std::optional<RequiredStep> step;
  std::int64_t whole = 0, part = 0;
  std::optional<Standard> standard;  ///< of the stock; absent: all of the segment
  /// Whether the figure is what the order fixes: neither more nor less than its level in whole trucks.
  [[nodiscard]] bool fixed() const { return step && whole > 0 && part == whole_level(step->level, whole); }
  [[nodiscard]] bool moved_by_trucks(std::int64_t more) const {
    return fixed() && whole_level(step->level, whole + more) * whole != part * (whole + more);
  }
  [[nodiscard]] bool moved_by_level() const { return fixed() && whole_level(std::min(1.0, 1.1 * step->level), whole) != part; }
};

OrderedShare frozen_share(const Question& q) {
  for (const Measure& measure : q.world.measures) {
    const auto* order = policy::as<FrozenBaseOrder>(measure);
    if (order == nullptr || q.world.segments[order->segment].id != q.row.segment || to_text(order->standard) != q.row.standard) continue;
    OrderedShare share{&measure, step_in_force(order->steps, q.last()), 0, 0, order->standard};
    for (const ledger::FrozenBaseRow& row : q.ledger.frozen_bases) {
      if (row.month != q.last() || row.tally.measure != measure.id) continue;
      share.whole = row.tally.base;
      share.part = row.tally.left_total;
    }
    return share;
  }
  return {};
}

OrderedShare quota_share(const Question& q) {
  const auto segment = q.world.segments.find(q.row.segment);
  if (!segment) return {};
  for (const Measure& measure : q.world.measures) {
    const auto* quota = policy::as<StockQuota>(measure);
    if (quota == nullptr || policy::asks_of_counties(*quota) || quota->segments != std::vector<Id<Segment>>{*segment}) continue;
    OrderedShare share{&measure, step_in_force(quota->steps, q.last()), 0, 0, std::nullopt};
    for (const ledger::RegisterFoldRow& row : q.ledger.registers) {
      if (row.month != q.last() || row.tally.segment != *segment) continue;
      share.whole += row.tally.close;
      if (is_new_energy(row.tally.access.powertrain)) share.part += row.tally.close;
    }
    return share;
  }
  return {};
}

/// The share that an order fixes, if the figure is one.
OrderedShare ordered_share(const Question& q) {
  if (q.row.metric == "retired_share" && q.row.basis.empty()) return frozen_share(q);
  if (q.row.metric == "new_energy_stock_share") return quota_share(q);
  return {};
}

/// Trucks that stand there at the end as they stood at the beginning, on which no order acts.
bool stays(const Question& q, const RegisterRow& row) {
  for (const ledger::EffectRow& effect : q.ledger.effects) {
    const auto measure = q.world.measures.find(effect.measure);
    if (effect.changed != 0 && measure && acts_on_segment(q.world.measures[*measure], row.segment)) return false;
  }
  return std::any_of(q.ledger.registers.begin(), q.ledger.registers.end(), [&](const ledger::RegisterFoldRow& fold) {
    return fold.month == q.last() && fold.tally.segment == row.segment && fold.tally.vehicle_type == row.vehicle_type &&
           fold.tally.access == AccessClass{row.standard, row.powertrain} && fold.tally.close > 0;
  });
}

Act act_of_count(const Question& q, const OrderedShare& share, const RegisterRow& row) {
  if (q.row.metric == "register_stock")
    return stays(q, row) && q.row.powertrain.empty() && (q.row.standard.empty() || q.row.standard == to_text(row.standard)) ? Act::moves
                                                                                                                            : Act::draws;
  const bool of_the_stock = share.measure != nullptr && (!share.standard || *share.standard == row.standard);
  return of_the_stock && share.moved_by_trucks(more_trucks(row.count)) ? Act::moves : Act::draws;
}

}  // namespace

std::vector<Id<Segment>> segments_counted(const Question& q) {
  std::vector<Id<Segment>> segments;
  const TruckSet* set = truck_set_named(q.row.segment);
  for (const Segment& segment : q.world.segments) {
    const bool counted =
        q.row.segment.empty() || q.row.segment == segment.id || (set != nullptr && set->holds(segment.use, segment.vehicle_type));
    if (counted) segments.push_back(q.world.segments.id_of(segment));
  }
  return segments;
}

std::vector<Pick> register_picks(const Question& q) {
  const OrderedShare share = ordered_share(q);
  std::vector<Pick> picks;
  std::set<std::string> types;
  const std::vector<Id<Segment>> segments = segments_counted(q);
  for (const Id<Segment> id : segments) {
    const std::string& segment = q.world.segments[id].id;
    const Words path = both("部门车队 {}", "segment {}", segment);
    types.insert(std::string(to_text(q.world.segments[id].vehicle_type)));
    for (const RegisterRow& row : q.world.register_rows) {
      if (row.segment == id) picks.push_back({"register", "register_id", {row.id}, {"count"}, act_of_count(q, share, row), path});
    }
    picks.push_back({"purchase_shares", "segment_id", {segment}, {"share"}, Act::draws, path});
  }
  for (const std::string& type : types)
    picks.push_back({"survival",
                     "vehicle_type",
                     {type},
                     {"life_years", "shape", "max_age_years"},
                     Act::draws,
                     both("寿命曲线 {}", "survival of {}", type)});
  picks.push_back({"values", "name", {"register.sold_away", "register.delivery_lag"}, {"value"}, Act::draws, {"参数", "parameter"}});
  for (const Measure& measure : q.world.measures) {
    const bool acts = std::any_of(segments.begin(), segments.end(), [&](Id<Segment> id) { return acts_on_segment(measure, id); });
    if (!acts) continue;
    if (share.measure == &measure && share.step && share.moved_by_level())
      picks.push_back({"measure", "", {measure.id}, {"steps@" + to_string(share.step->due)}, Act::moves, measure_path(measure)});
    picks.push_back({"measure", "", {measure.id}, {}, Act::draws, measure_path(measure)});
  }
  return picks;
}

}  // namespace railshift::study::trace

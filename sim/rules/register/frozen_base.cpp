#include "sim/rules/register/frozen_base.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/owner_response.hpp"

namespace railshift::rules {
namespace {

bool still_there(const FrozenBase& base, std::size_t rank, const Register& reg) {
  const RegisteredTruck& truck = reg.trucks[base.slots[rank]];
  return truck.present && truck.generation == base.generation[rank];
}

const FrozenBase* find_base(const RegisterBook& book, const std::string& measure) {
  const auto at = std::find_if(book.bases.begin(), book.bases.end(), [&](const FrozenBase& b) { return b.measure == measure; });
  return at == book.bases.end() ? nullptr : &*at;
}

/// Days never fall with rank, so that the first one after the month ends the list.
void add_dues(const PolicyWorld& world, const Measure& measure, const FrozenBaseOrder& order, const FrozenBase& base, Date end,
              const Register& reg, DueRemovals& due) {
  InScope seen{world.measures.id_of(measure), 0};
  bool in_month = true;
  for (std::size_t rank = 0; rank < base.slots.size(); ++rank) {
    if (!still_there(base, rank, reg)) continue;
    ++seen.trucks;
    const auto day = in_month ? frozen_removal(order, measure.from, base.slots.size(), rank) : std::nullopt;
    in_month = day && *day < end;
    if (in_month) due.removals.push_back({base.slots[rank], *day, LeaveCause::frozen_base_order, seen.measure});
  }
  due.in_scope.push_back(seen);
}

}  // namespace

Month snapshot_month(Date base_date) { return month_of(base_date + 1); }

FrozenBase take_snapshot(const RegisterWorld& world, const Measure& measure, const FrozenBaseOrder& order, std::uint32_t seed,
                         const Register& reg) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;  // draw, slot
  std::string key =
      "frozen/" + world.segments[order.segment].id + '/' + std::string(to_text(order.standard)) + '/' + to_string(order.base_date);
  if (order.powertrain) key += '/' + std::string(to_text(*order.powertrain));
  const std::uint64_t hash = hash_text(key);
  for (std::uint32_t slot = 0; slot < reg.trucks.size(); ++slot) {
    const RegisteredTruck& truck = reg.trucks[slot];
    if (!truck.present || truck.segment != order.segment || truck.vehicle.access.standard != order.standard) continue;
    if (order.powertrain && truck.vehicle.access.powertrain != *order.powertrain) continue;
    ranked.emplace_back(owner_words(seed, hash, truck.row_hash, truck.ordinal)[0], slot);
  }
  std::sort(ranked.begin(), ranked.end());
  FrozenBase base;
  base.measure = measure.id;
  for (const auto& [draw, slot] : ranked) {
    base.slots.push_back(slot);
    base.generation.push_back(reg.trucks[slot].generation);
  }
  return base;
}

std::optional<Date> frozen_removal(const FrozenBaseOrder& order, Date from, std::size_t base, std::size_t rank) {
  std::size_t done = 0;
  Date last = from - 1;
  for (const RequiredStep& step : order.steps) {
    // Rounded up, so that at full obedience a demanded share is reached; the margin absorbs 0.3 x 10 = 3.0000000000000004.
    const double exact = step.level * order.obedience * static_cast<double>(base);
    const auto count = std::min(base, static_cast<std::size_t>(std::ceil(std::max(0.0, exact - 1e-9))));
    if (rank < count) {
      const double part = static_cast<double>(rank - done + 1) / static_cast<double>(count - done);
      return last + static_cast<int>(std::ceil(part * std::max(0, step.due - last) - 1e-9));
    }
    done = std::max(done, count);
    last = std::max(last, step.due);
  }
  return std::nullopt;
}

DueRemovals frozen_dues(const World& world, std::uint32_t seed, Month month, const Register& reg, RegisterBook& book) {
  DueRemovals due;
  for (const Measure& measure : world.measures) {
    const auto* order = policy::as<FrozenBaseOrder>(measure);
    if (order == nullptr || month < snapshot_month(order->base_date)) continue;
    if (find_base(book, measure.id) == nullptr) book.bases.push_back(take_snapshot(world, measure, *order, seed, reg));
    if (measure.from < end_day(month)) add_dues(world, measure, *order, *find_base(book, measure.id), end_day(month), reg, due);
  }
  return due;
}

void note_ordered(const Departures& departures, const Register& reg, RegisterBook& book) {
  for (FrozenBase& base : book.bases) {
    for (std::size_t rank = 0; rank < base.slots.size(); ++rank) {
      const Departure* departure = departures.of(base.slots[rank]);
      const bool ordered = departure != nullptr && departure->cause == LeaveCause::frozen_base_order;
      if (ordered && still_there(base, rank, reg)) ++base.left_by_order;
    }
  }
}

std::vector<FrozenTally> frozen_tallies(const PolicyWorld& world, Month month, const Register& reg, const RegisterBook& book) {
  std::vector<FrozenTally> tallies;
  for (const Measure& measure : world.measures) {
    const FrozenBase* base = find_base(book, measure.id);
    if (base == nullptr || measure.from >= end_day(month)) continue;
    FrozenTally tally{measure.id, static_cast<std::int64_t>(base->slots.size()), 0, base->left_by_order};
    for (std::size_t rank = 0; rank < base->slots.size(); ++rank) tally.left_total += still_there(*base, rank, reg) ? 0 : 1;
    tallies.push_back(tally);
  }
  return tallies;
}

}  // namespace railshift::rules

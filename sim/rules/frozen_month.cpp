/// The month of the frozen-base orders: snapshots, who must go, what has gone.
#include <algorithm>

#include "sim/rules/orders.hpp"

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

void add_dues(const Measure& measure, const FrozenBaseOrder& order, const FrozenBase& base, Date end, const Register& reg,
              std::vector<FrozenDue>& dues) {
  for (std::size_t rank = 0; rank < base.slots.size(); ++rank) {
    const auto day = frozen_removal(order, measure.from, base.slots.size(), rank);
    if (!day || *day >= end) return;  // days never fall with rank
    if (still_there(base, rank, reg)) dues.push_back({base.slots[rank], *day});
  }
}

}  // namespace

std::vector<FrozenDue> frozen_dues(const World& world, std::uint32_t seed, Month month, const Register& reg, RegisterBook& book) {
  std::vector<FrozenDue> dues;
  for (const Measure& measure : world.measures) {
    const auto* order = std::get_if<FrozenBaseOrder>(&measure.body);
    if (order == nullptr || month < snapshot_month(order->base_date)) continue;
    if (find_base(book, measure.id) == nullptr) book.bases.push_back(take_snapshot(world, measure, *order, seed, reg));
    if (measure.from < end_day(month)) add_dues(measure, *order, *find_base(book, measure.id), end_day(month), reg, dues);
  }
  const auto key = [](const FrozenDue& d) { return std::pair{d.slot, d.day}; };
  std::sort(dues.begin(), dues.end(), [&](const FrozenDue& a, const FrozenDue& b) { return key(a) < key(b); });
  dues.erase(std::unique(dues.begin(), dues.end(), [](const FrozenDue& a, const FrozenDue& b) { return a.slot == b.slot; }), dues.end());
  return dues;
}

std::vector<FrozenTally> frozen_tallies(const World& world, Month month, const Register& reg, const RegisterBook& book) {
  std::vector<FrozenTally> tallies;
  for (const Measure& measure : world.measures) {
    const FrozenBase* base = find_base(book, measure.id);
    if (base == nullptr || measure.from >= end_day(month)) continue;
    FrozenTally tally{measure.id, static_cast<std::int64_t>(base->slots.size()), 0};
    for (std::size_t rank = 0; rank < base->slots.size(); ++rank) tally.left_total += still_there(*base, rank, reg) ? 0 : 1;
    tallies.push_back(tally);
  }
  return tallies;
}

}  // namespace railshift::rules

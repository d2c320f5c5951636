#include "sim/engine/fleet/idle_trucks.hpp"

#include <bit>

namespace railshift::engine {
namespace {
constexpr std::size_t kClasses = 64;
}

IdleTrucks::IdleTrucks(std::size_t pools, std::size_t places)
    : places_(places),
      mask_(pools * places, 0),
      head_(pools * places * kClasses, kNoTruck),
      tail_(pools * places * kClasses, kNoTruck),
      count_(pools * kClasses, 0),
      pool_mask_(pools, 0) {}

void IdleTrucks::add(std::vector<Truck>& trucks, TruckIndex i) {
  Truck& t = trucks[i];
  const std::size_t c = cell(t.pool, t.place);
  const std::size_t list = c * kClasses + t.access;
  t.next = kNoTruck;
  t.before = tail_[list];
  if (tail_[list] == kNoTruck)
    head_[list] = i;
  else
    trucks[tail_[list]].next = i;
  tail_[list] = i;
  mask_[c] |= std::uint64_t{1} << t.access;
  ++count_[t.pool * kClasses + t.access];
  pool_mask_[t.pool] |= std::uint64_t{1} << t.access;
}

void IdleTrucks::remove(std::vector<Truck>& trucks, TruckIndex i) {
  Truck& t = trucks[i];
  const std::size_t c = cell(t.pool, t.place);
  const std::size_t list = c * kClasses + t.access;
  if (t.before == kNoTruck)
    head_[list] = t.next;
  else
    trucks[t.before].next = t.next;
  if (t.next == kNoTruck)
    tail_[list] = t.before;
  else
    trucks[t.next].before = t.before;
  t.next = kNoTruck;
  t.before = kNoTruck;
  if (head_[list] == kNoTruck) mask_[c] &= ~(std::uint64_t{1} << t.access);
  if (--count_[t.pool * kClasses + t.access] == 0) pool_mask_[t.pool] &= ~(std::uint64_t{1} << t.access);
}

TruckIndex IdleTrucks::nearest(const std::vector<Truck>& trucks, std::uint8_t pool, AccessMask admitted,
                               const std::vector<PlaceIndex>& by_distance) const {
  if ((pool_mask_[pool] & admitted.bits) == 0) return kNoTruck;
  for (const PlaceIndex place : by_distance) {
    const std::size_t c = cell(pool, place);
    std::uint64_t classes = mask_[c] & admitted.bits;
    if (classes == 0) continue;
    TruckIndex best = kNoTruck;
    for (; classes != 0; classes &= classes - 1) {
      const TruckIndex head = head_[c * kClasses + static_cast<std::size_t>(std::countr_zero(classes))];
      if (best == kNoTruck || trucks[head].mark < trucks[best].mark) best = head;
    }
    return best;
  }
  return kNoTruck;
}

}  // namespace railshift::engine

#include "sim/kernel/calendar.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "sim/core/contract.hpp"

namespace railshift::kernel {
namespace {

/// For what is nearly sorted.
void insertion_sort(std::vector<std::uint64_t>& events) {
  for (std::size_t i = 1; i < events.size(); ++i) {
    const std::uint64_t event = events[i];
    std::size_t at = i;
    for (; at > 0 && events[at - 1] > event; --at) events[at] = events[at - 1];
    events[at] = event;
  }
}

}  // namespace

Calendar::Calendar(int shift, std::size_t buckets) : shift_(shift), mask_(buckets - 1), wheel_(buckets) {
  RAILSHIFT_EXPECTS(buckets >= 2 && (buckets & (buckets - 1)) == 0, "the number of buckets is a power of two");
}

void Calendar::push(Key key) {
  ++size_;
  const std::uint64_t bucket = bucket_of(key);
  if (bucket <= bucket_) {
    late_.push_back(key.bits);
    std::push_heap(late_.begin(), late_.end(), std::greater<>());
  } else if (bucket <= bucket_ + mask_) {
    wheel_[bucket & mask_].push_back(key.bits);
  } else {
    far_.push_back(key.bits);
  }
}

void Calendar::deal_far_events() {
  std::size_t kept = 0;
  for (const std::uint64_t bits : far_) {
    const std::uint64_t bucket = bucket_of(Key{bits});
    if (bucket <= bucket_ + mask_)
      wheel_[bucket & mask_].push_back(bits);
    else
      far_[kept++] = bits;
  }
  far_.resize(kept);
}

void Calendar::open_next_bucket() {
  open_.clear();
  next_ = 0;
  while (open_.empty()) {
    ++bucket_;
    // Far events are dealt every half turn, so that none is passed over.
    if ((bucket_ & (mask_ >> 1)) == 0 && !far_.empty()) deal_far_events();
    open_.swap(wheel_[bucket_ & mask_]);
  }
  sort_open_bucket();
}

/// Deals the events of the bucket by the high bits of their tick inside it, which leaves little to sort; a crowd at one tick is sorted as
/// it is.
void Calendar::sort_open_bucket() {
  constexpr int kSlotBits = 6;
  constexpr std::size_t kSlots = std::size_t{1} << kSlotBits;
  constexpr std::uint32_t kCrowd = 16;
  if (open_.size() <= kCrowd || shift_ < kSlotBits) return std::sort(open_.begin(), open_.end());
  const auto slot_of = [low = Key::kIndexBits + Key::kKindBits + Key::kPhaseBits + shift_ - kSlotBits](std::uint64_t bits) {
    return (bits >> low) & (kSlots - 1);
  };
  std::array<std::uint32_t, kSlots> at{};
  for (const std::uint64_t bits : open_) ++at[slot_of(bits)];
  std::uint32_t fullest = 0, begin = 0;
  for (std::uint32_t& slot : at) {
    fullest = std::max(fullest, slot);
    begin += std::exchange(slot, begin);
  }
  if (fullest > kCrowd) return std::sort(open_.begin(), open_.end());
  dealt_.resize(open_.size());
  for (const std::uint64_t bits : open_) dealt_[at[slot_of(bits)]++] = bits;
  open_.swap(dealt_);
  insertion_sort(open_);
}

Key Calendar::top() {
  RAILSHIFT_EXPECTS(size_ > 0, "an empty calendar has no next event");
  if (next_ == open_.size() && late_.empty()) open_next_bucket();
  if (late_.empty()) return Key{open_[next_]};
  if (next_ == open_.size()) return Key{late_.front()};
  return Key{std::min(open_[next_], late_.front())};
}

bool Calendar::pop_before(Tick bound, Key& key) {
  if (size_ == 0) return false;
  const Key next = top();
  if (next.tick() >= bound) return false;
  take(next);
  key = next;
  return true;
}

Key Calendar::pop() {
  const Key key = top();
  take(key);
  return key;
}

void Calendar::take(Key key) {
  --size_;
  if (next_ < open_.size() && open_[next_] == key.bits) {
    ++next_;
    return;
  }
  std::pop_heap(late_.begin(), late_.end(), std::greater<>());
  late_.pop_back();
}

Key Calendar::glance(std::size_t ahead) const {
  if (next_ + ahead < open_.size()) return Key{open_[next_ + ahead]};
  if (next_ < open_.size()) return Key{open_[next_]};
  return Key{late_.empty() ? 0 : late_.front()};
}

}  // namespace railshift::kernel

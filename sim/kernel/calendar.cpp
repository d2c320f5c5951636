#include "sim/kernel/calendar.hpp"

#include <algorithm>
#include <functional>

#include "sim/core/contract.hpp"

namespace railshift::kernel {

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
  std::sort(open_.begin(), open_.end());
}

Key Calendar::top() {
  RAILSHIFT_EXPECTS(size_ > 0, "an empty calendar has no next event");
  if (next_ == open_.size() && late_.empty()) open_next_bucket();
  if (late_.empty()) return Key{open_[next_]};
  if (next_ == open_.size()) return Key{late_.front()};
  return Key{std::min(open_[next_], late_.front())};
}

Key Calendar::pop() {
  const Key key = top();
  --size_;
  if (next_ < open_.size() && open_[next_] == key.bits) {
    ++next_;
    return key;
  }
  std::pop_heap(late_.begin(), late_.end(), std::greater<>());
  late_.pop_back();
  return key;
}

Key Calendar::glance(std::size_t ahead) const {
  if (next_ + ahead < open_.size()) return Key{open_[next_ + ahead]};
  if (next_ < open_.size()) return Key{open_[next_]};
  return Key{late_.empty() ? 0 : late_.front()};
}

}  // namespace railshift::kernel

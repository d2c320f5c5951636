#pragma once
/// Sums by a packed 64-bit key: open addressing, because one addition a leg record is the dearest step of a month fold.
/// Nothing unordered leaves it: the only way out is a vector sorted by key.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace railshift::ledger {

/// Sums needs `operator+=` and an all-zero default.
template <class Sums>
class SumTable {
 public:
  struct Entry {
    std::uint64_t key = kFree;
    Sums sums;
  };

  explicit SumTable(std::size_t expected_keys = 1024) {
    std::size_t slots = 64;
    while (slots < 2 * expected_keys) slots *= 2;
    slots_.resize(slots);
  }

  void add(std::uint64_t key, const Sums& sums) {
    Entry& entry = slots_[slot_of(key)];
    if (entry.key == kFree) {
      entry.key = key;
      ++used_;
    }
    entry.sums += sums;
    if (2 * used_ > slots_.size()) grow();
  }

  /// Empties the table.
  [[nodiscard]] std::vector<Entry> sorted() && {
    std::vector<Entry> entries;
    entries.reserve(used_);
    for (const Entry& entry : slots_) {
      if (entry.key != kFree) entries.push_back(entry);
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    return entries;
  }

 private:
  /// No packed key has all bits set: each leaves bits unused.
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};

  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    const std::uint64_t mixed = key * 0x9e3779b97f4a7c15ULL;
    std::size_t slot = static_cast<std::size_t>(mixed ^ (mixed >> 32)) & mask;
    while (slots_[slot].key != key && slots_[slot].key != kFree) slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    std::vector<Entry> old = std::exchange(slots_, std::vector<Entry>(2 * slots_.size()));
    for (const Entry& entry : old) {
      if (entry.key != kFree) slots_[slot_of(entry.key)] = entry;
    }
  }

  std::vector<Entry> slots_;
  std::size_t used_ = 0;
};

}  // namespace railshift::ledger

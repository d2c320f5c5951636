#pragma once
/// Calendar: the pending events of everything that is not a SimGrid entity, 8 bytes an event.
/// A timing wheel whose open bucket is sorted; far events wait in an overflow list that is dealt once a turn.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/core/date.hpp"

namespace railshift::kernel {

/// Order of events at one tick: what opens comes first, then what completes, then who arrives, then new work.
enum class Phase : std::uint8_t { opening, completion, arrival, new_work };

/// Calendar key: tick 40 bits | phase 2 | kind 3 | index 19. The order of keys is the order of events, so ties are defined and an
/// entity has at most one pending event of a kind.
struct Key {
  std::uint64_t bits = 0;

  static constexpr int kIndexBits = 19;
  static constexpr int kKindBits = 3;
  static constexpr int kPhaseBits = 2;
  static constexpr std::uint32_t kMaxIndex = (1U << kIndexBits) - 1;

  [[nodiscard]] static constexpr Key make(Tick tick, Phase phase, unsigned kind, std::uint32_t index) {
    return Key{(static_cast<std::uint64_t>(tick) << (kIndexBits + kKindBits + kPhaseBits)) |
               (static_cast<std::uint64_t>(phase) << (kIndexBits + kKindBits)) | (static_cast<std::uint64_t>(kind) << kIndexBits) | index};
  }
  [[nodiscard]] constexpr Tick tick() const { return static_cast<Tick>(bits >> (kIndexBits + kKindBits + kPhaseBits)); }
  [[nodiscard]] constexpr unsigned kind() const { return static_cast<unsigned>(bits >> kIndexBits) & 7U; }
  [[nodiscard]] constexpr std::uint32_t index() const { return static_cast<std::uint32_t>(bits) & kMaxIndex; }
  friend constexpr auto operator<=>(Key, Key) = default;
};

class Calendar {
 public:
  /// Buckets of 2^shift ticks; `buckets` (a power of two) of them make one turn.
  explicit Calendar(int shift = 16, std::size_t buckets = std::size_t{1} << 12);

  /// Precondition: the key is not before the last popped one.
  void push(Key key);
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The next event. Precondition: not empty.
  [[nodiscard]] Key top();
  Key pop();
  /// Takes the next event into `key` if there is one before `bound`. (Not an optional: written in two parts and read as one, it would stall
  /// the processor at every event.)
  [[nodiscard]] bool pop_before(Tick bound, Key& key);
  /// The event `ahead` places behind the top inside the open bucket, or the top's key again; for prefetching only.
  [[nodiscard]] Key glance(std::size_t ahead) const;

 private:
  void take(Key top);
  void open_next_bucket();
  void sort_open_bucket();
  void deal_far_events();
  [[nodiscard]] std::uint64_t bucket_of(Key key) const { return static_cast<std::uint64_t>(key.tick()) >> shift_; }

  int shift_;
  std::uint64_t mask_;
  std::vector<std::vector<std::uint64_t>> wheel_;
  std::vector<std::uint64_t> far_;
  std::vector<std::uint64_t> open_;   ///< sorted events of the open bucket, from next_ on
  std::vector<std::uint64_t> late_;   ///< heap of events pushed into the open bucket
  std::vector<std::uint64_t> dealt_;  ///< room for sorting
  std::size_t next_ = 0;
  std::uint64_t bucket_ = 0;  ///< absolute number of the open bucket
  std::size_t size_ = 0;
};

}  // namespace railshift::kernel

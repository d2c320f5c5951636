#pragma once
/// Rows that stand in a record already.
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace railshift::scenario {

/// Rows that are equal in all cells and have nothing that could tell two of them apart: is it one thing or several?
/// `distinct`: every row is another thing whatever it says, as the trips of a run are.
enum class Repeats { ask, once, add, distinct };
/// Remembers rows by 128 bits each, so that a log of millions needs little room.
class RepeatedRows {
 public:
  /// Whether a row with the same cells was seen before.
  [[nodiscard]] bool seen(const std::vector<std::string>& cells);

 private:
  struct Key {
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const { return static_cast<std::size_t>(key.a); }
  };
  std::unordered_set<Key, Hash> keys_;  // asked for membership only, never run through
};

}  // namespace railshift::scenario

#pragma once
/// Packing several small numbers into one 64-bit key whose numeric order is the order of its fields, first field first.
#include <cstdint>

#include "sim/core/contract.hpp"

namespace railshift::ledger {

class KeyWriter {
 public:
  KeyWriter& put(std::uint64_t value, unsigned bits) {
    RAILSHIFT_EXPECTS(value < (std::uint64_t{1} << bits), "a key field fits its bits");
    key_ = (key_ << bits) | value;
    return *this;
  }
  [[nodiscard]] std::uint64_t key() const { return key_; }

 private:
  std::uint64_t key_ = 0;
};

/// Takes the fields back, last one first.
class KeyReader {
 public:
  explicit KeyReader(std::uint64_t key) : rest_(key) {}
  template <class T>
  [[nodiscard]] T take(unsigned bits) {
    const std::uint64_t value = rest_ & ((std::uint64_t{1} << bits) - 1);
    rest_ >>= bits;
    return static_cast<T>(value);
  }

 private:
  std::uint64_t rest_;
};

}  // namespace railshift::ledger

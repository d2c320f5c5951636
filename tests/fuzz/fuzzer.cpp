/// A libFuzzer program of one target. What a reader throws ends it: that is a finding.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const railshift::fuzz::Target& target = []() -> const railshift::fuzz::Target& {
    for (const auto& one : railshift::fuzz::targets()) {
      if (one.name == RAILSHIFT_FUZZ_TARGET) return one;
    }
    __builtin_trap();
  }();
  target.read({reinterpret_cast<const char*>(data), size});
  return 0;
}

#pragma once
/// Whether a list holds a value.
#include <algorithm>
#include <vector>

namespace railshift {

/// As std::ranges::contains of C++23.
template <class T>
[[nodiscard]] bool contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace railshift

#include "sim/rules/register/removals.hpp"

#include <algorithm>
#include <tuple>

namespace railshift::rules {

void sort_claims(std::vector<Removal>& removals, const std::vector<std::uint32_t>& ranks) {
  const auto key = [&ranks](const Removal& r) { return std::tuple{r.slot, r.day, ranks[r.by.index]}; };
  std::sort(removals.begin(), removals.end(), [&key](const Removal& a, const Removal& b) { return key(a) < key(b); });
}

}  // namespace railshift::rules

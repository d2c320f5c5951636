#include "sim/engine/months/expected_wait.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace railshift::engine {

double expected_wait_h(const Servers& s) {
  if (s.servers <= 0 || s.per_hour <= 0.0) return 0.0;
  const double use = std::min(s.use(), kFullUse);
  const double c = s.servers;
  return s.variability * std::pow(use, std::sqrt(2.0 * (c + 1.0)) - 1.0) / (c * (1.0 - use)) * s.service_h;
}

double path_wait_h(int slots, int background, double trains) {
  const int free = slots - background;
  if (free <= 0) return 0.0;
  // Slot k of a day is the background's if (k b mod N) < b: the gaps between the others, in slots.
  double squares = 0.0;
  int first = -1, last = -1;
  for (int k = 0; k < slots; ++k) {
    if (static_cast<std::int64_t>(k) * background % slots < background) continue;
    if (last >= 0) squares += static_cast<double>((k - last) * (k - last));
    if (first < 0) first = k;
    last = k;
  }
  squares += static_cast<double>((first + slots - last) * (first + slots - last));
  const double slot_h = 24.0 / slots;
  const double to_next = squares / (2.0 * slots) * slot_h;
  const double path_h = 24.0 / free;
  return to_next + expected_wait_h({1, path_h, trains / 24.0, 0.5});
}

}  // namespace railshift::engine

#include "sim/engine/months/expected_wait.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sim/core/contract.hpp"

namespace railshift::engine {

double expected_wait_h(const Servers& s) {
  if (s.servers <= 0 || s.per_hour <= 0.0) return 0.0;
  const double use = std::min(s.use(), kFullUse);
  const double c = s.servers;
  return s.variability * std::pow(use, std::sqrt(2.0 * (c + 1.0)) - 1.0) / (c * (1.0 - use)) * s.service_h;
}

double next_path_h(int slots, int background) {
  RAILSHIFT_EXPECTS(background < slots, "a section with trains of ours has free paths");
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
  return squares / (2.0 * slots) * 24.0 / slots;
}

double track_queue_h(int tracks, double train_h, double trains_per_hour, int movements) {
  RAILSHIFT_EXPECTS(movements >= 1, "trains are of some movement");
  const double others = movements - 1.0;
  const double queue = expected_wait_h({tracks, train_h, trains_per_hour, 0.5 * others / movements});
  return std::min(queue, 0.5 * others / tracks * train_h);
}

double path_queue_h(int slots, int background, double trains, int movements) {
  RAILSHIFT_EXPECTS(background < slots, "a section with trains of ours has free paths");
  return track_queue_h(1, 24.0 / (slots - background), trains / 24.0, movements);
}

}  // namespace railshift::engine

#pragma once
/// Expected waits: at stations and loading tracks, and for a path between background trains.

namespace railshift::engine {

/// A place with servers: how many come, and how long each is served.
struct Servers {
  int servers = 1;
  double service_h = 0.0;
  double per_hour = 0.0;  ///< arrivals
  /// Mean of the squared coefficients of variation of arrivals and services: 1 for Poisson arrivals and exponential services, 0.5 for
  /// constant services.
  double variability = 1.0;
  [[nodiscard]] double use() const { return servers > 0 ? per_hour * service_h / servers : 0.0; }
};

/// Hours in the queue, by Sakasegawa's approximation (1977), exact for one server with Poisson arrivals and exponential services:
/// variability x use^(sqrt(2 (c + 1)) - 1) / (c (1 - use)) x service. From a use of `kFullUse` on the queue is that of this use.
[[nodiscard]] double expected_wait_h(const Servers& servers);
inline constexpr double kFullUse = 0.98;

/// Hours until a free path: half the mean square gap between free paths over their mean gap, and, where trains compete for them, the queue
/// of one server that takes a free path for each. `slots` and `background` a day, `trains` a day.
[[nodiscard]] double path_wait_h(int slots, int background, double trains);

}  // namespace railshift::engine

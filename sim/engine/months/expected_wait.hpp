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

/// Hours until the next free path: half the mean square gap between free paths over their mean gap. Paths and background trains a day.
/// Precondition: background < slots.
[[nodiscard]] double next_path_h(int slots, int background);

/// Hours in the queue for the free paths of a section and direction: one server that takes the mean gap between them for each of so many
/// trains a day. Trains of one movement come evenly and never wait for one another; of k movements the arrivals vary by 0.5 (k - 1) / k,
/// and at most half of one train of each other movement stands before. Preconditions: background < slots, movements >= 1.
[[nodiscard]] double path_queue_h(int slots, int background, double trains, int movements);

/// Hours in the queue for a siding's tracks, as path_queue_h: so many trains an hour of so many movements, each for `train_h`.
[[nodiscard]] double track_queue_h(int tracks, double train_h, double trains_per_hour, int movements);

}  // namespace railshift::engine

#pragma once
/// Delays of the railway: what shippers learn of a month before they choose again.
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/state.hpp"

namespace railshift::engine {

class RailDelays {
 public:
  RailDelays(const LiveWorld& world, const std::vector<Movement>& movements)
      : world_(world), movements_(movements), sections_(world->rail_sections.size()) {}

  void begin_month();
  /// A train waited for a path.
  void note_path(std::uint32_t section, Tick wait);
  /// Publishes the month into the book. A siding delays its trains from the full load to the departure, but for loading, which is no delay,
  /// and the wait for a path, which is the line's; `rows` by movement.
  void publish(const std::vector<ledger::RailRow>& rows, Month month, MonthBook& book) const;

 private:
  /// Hours of trains and how many trains.
  struct Seen {
    double hours = 0.0;
    std::int64_t trains = 0;
    [[nodiscard]] double mean_or(double none) const { return trains > 0 ? hours / static_cast<double>(trains) : none; }
  };
  struct PathWait {
    Tick wait = 0;
    std::int64_t trains = 0;
  };
  [[nodiscard]] std::vector<Seen> seen_at_sidings(const std::vector<ledger::RailRow>& rows) const;
  [[nodiscard]] double seen_on(const Line& line) const;

  const LiveWorld& world_;
  const std::vector<Movement>& movements_;
  std::vector<PathWait> sections_;
};

}  // namespace railshift::engine

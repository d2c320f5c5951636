#pragma once
/// Stations: first come, first served servers. A truck's whole passage is known when it arrives, so a station needs no event of its own.
#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/work/service_time.hpp"
#include "sim/rules/work/working_hours.hpp"

namespace railshift::engine {

/// What becomes of a truck that comes to a station.
enum class Fate : std::uint8_t {
  served,       ///< start and end are known
  turned_away,  ///< no room: it does not enter
  never         ///< no server: it stays and nothing will ever end its wait
};

struct Passage {
  Fate fate = Fate::served;
  Tick start = 0;  ///< service begins
  Tick end = 0;    ///< the truck leaves
};

/// The servers of one station, with the time integrals of the month split exactly at month ends.
class StationState {
 public:
  /// `hours` are those of the site and must outlive the station.
  StationState(const Station& station, Id<Station> id, const rules::WorkingHours& hours);

  /// Arrivals must come in time order; they may lie ahead of the clock, also in months to come. `service` is the drawn service time.
  /// Service starts as soon as a server is free and the site works. Only an empty truck can be turned away.
  Passage arrive(Tick now, Tick service, bool empty);
  [[nodiscard]] const rules::ServiceLaw& law() const { return law_; }
  [[nodiscard]] double feedback() const { return feedback_; }
  /// How long the queue keeps a truck that comes now, working hours left out; 0 without servers. A station that is closed is not crowded.
  [[nodiscard]] Tick wait_of_next(Tick now) const;

  void begin_month(Tick end);
  /// The month's row and wait buckets; carries those present over.
  void end_month(Month month, ledger::Ledger& out);

 private:
  struct Passing {
    Tick arrived;
    Tick start;
    Tick end;
  };
  /// Takes the server that is free first until `service` after the start; returns the start.
  Tick occupy(Tick now, Tick service);
  /// The first tick at which service of a truck that comes now may start.
  [[nodiscard]] Tick earliest_start(Tick now) const;
  /// Whether a truck that must wait finds no place to.
  bool is_full(Tick now);
  /// Adds the part of a passage that lies in the current month.
  void account(const Passing& truck);

  Id<Station> id_;
  rules::ServiceLaw law_;
  double feedback_;
  const rules::WorkingHours& hours_;
  bool always_open_;
  std::vector<Tick> free_at_;  ///< by server; a heap with the earliest first if there are many
  std::optional<std::size_t> room_;
  bool turns_away_;
  std::deque<Tick> starts_;  ///< future starts of those who wait, if there is a waiting room
  Tick month_begin_ = 0;
  Tick month_end_ = 0;
  ledger::StationRow row_;
  std::vector<std::uint32_t> waits_;  ///< by bucket; narrow, since every service touches one
  std::vector<Passing> carried_;      ///< present at the end of the month, or known to come after it
};

}  // namespace railshift::engine

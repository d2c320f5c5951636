#pragma once
/// Stations: first come, first served servers. A truck's whole passage is known when it arrives, so a station needs no event of its own.
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/service_time.hpp"

namespace railshift::engine {

struct Passage {
  Tick start = 0;  ///< service begins
  Tick end = 0;    ///< the truck leaves
};

/// Time integrals of one station, split exactly at month ends.
class StationState {
 public:
  StationState(const Station& station, Id<Station> id);

  /// Arrivals must come in time order. `service` is the drawn service time.
  Passage arrive(Tick now, Tick service);
  [[nodiscard]] const rules::ServiceLaw& law() const { return law_; }

  void begin_month(Tick end);
  /// The month's row and wait buckets; carries those present over.
  void end_month(Month month, ledger::Ledger& out);

 private:
  struct Present {
    Tick arrived;
    Tick start;
    Tick end;
  };
  /// Adds the part of a passage that lies in the current month.
  void account(const Present& truck);

  Id<Station> id_;
  rules::ServiceLaw law_;
  std::vector<Tick> free_at_;  ///< by server
  Tick month_begin_ = 0;
  Tick month_end_ = 0;
  ledger::StationRow row_;
  std::map<std::uint16_t, std::int64_t> waits_;
  std::vector<Present> carried_;  ///< present at the end of the month
};

}  // namespace railshift::engine

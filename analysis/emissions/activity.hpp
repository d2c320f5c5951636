#pragma once
/// What emits, before factors: kilometres, idling hours and gross tonne-kilometres of the city by month.
#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "analysis/emissions/inventory.hpp"

namespace railshift::analysis {

/// How full the vehicle was; `mixed` is half the distance loaded, half empty (other work, of which nothing is known).
enum class LoadState : std::uint8_t { loaded, empty, mixed };

struct ActivityKey {
  Month month;
  EmissionSource source = EmissionSource::modelled_exhaust;
  std::string county;  ///< kBeyond: local trucks beyond the gateways; empty: an inside road without one, and other work
  int ring = 0;
  std::uint16_t vehicle = 0;  ///< EmissionClass::index; rail: powertrain electric or diesel of the section
  LoadState load = LoadState::loaded;
  bool counted = false;  ///< monthly counts and other work: the fault state was not drawn
  friend auto operator<=>(const ActivityKey&, const ActivityKey&) = default;
};
/// Kilometres (exhaust), hours (idling), gross tonne-kilometres (rail) or kWh (belts and pipes).
using ActivityTable = std::map<ActivityKey, double>;

/// Kilometres of trucks that emit, by registration: those of local trucks wherever they drive (flows, counted trips and other work are then
/// the whole of the book of kilometres, pools of stated size beside it), those of hired and through trucks inside. Only what is above zero.
[[nodiscard]] ActivityTable kilometres(const World& world, const ledger::Ledger& ledger);
/// These, idling, rail traction, belts and pipes. Only what is above zero.
[[nodiscard]] ActivityTable activities(const World& world, const ledger::Ledger& ledger);

}  // namespace railshift::analysis

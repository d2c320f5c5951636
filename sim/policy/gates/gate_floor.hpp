#pragma once
/// 门禁排放下限 - gate floor: trucks below a standard are refused at the gates of firms.
#include <array>

#include "sim/model/firm.hpp"
#include "sim/model/vehicle.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// Trucks below a standard are refused at the gates of industrial firms over a yearly tonnage (in + out, all modes, calendar year before
/// `from`, frozen list) or of named firms; new-energy powertrains always pass. Each firm obeys or not, drawn once.
struct GateFloor : Whom {
  TonnesPerYear threshold;
  Standard floor = Standard::china6;
  double obedience = 1.0;
  friend bool operator==(const GateFloor&, const GateFloor&) = default;
};

namespace policy {

/// Fields of every kind that is a floor at gates.
template <class Kind, class Each>
void floor_fields(Each& each) {
  TonnesPerYear Kind::*threshold = &GateFloor::threshold;
  Standard Kind::*floor = &GateFloor::floor;
  double Kind::*obedience = &GateFloor::obedience;
  each(threshold, kThreshold);
  condition<Kind>(each, &Whom::firms, kFirms);
  each(floor, FieldNote{"floor", "最低标准", "lowest standard that may enter"});
  each(obedience, kObedience);
  condition<Kind>(each, &Whom::sectors, kSectors);
  class_and_county_conditions<Kind>(each);
}

template <>
struct About<GateFloor> {
  static constexpr std::string_view word = "gate_floor";
  static constexpr std::string_view zh = "门禁排放下限";
  static constexpr std::string_view en = "gate floor";
  static constexpr std::string_view what = "trucks below a standard are refused at gates; new energy always passes";
  static constexpr std::array effects{EffectKind::loads_redirected};
  static constexpr Reach reach = Reach::gate;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    floor_fields<GateFloor>(each);
  }
  static void check(const GateFloor& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const GateFloor& kind);
  static bool orders_asked(const GateFloor& kind, const Asked& asked);
  static std::optional<Knob> knob(const GateFloor& kind);
  static Date first_look(const GateFloor& kind, Date from, int lag);
  static std::optional<Date> first_act(const GateFloor& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const GateFloor& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift

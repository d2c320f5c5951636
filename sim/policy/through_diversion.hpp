#pragma once
/// 过境分流 - through diversion: through trucks keep out of a ring once a road is open.
#include <array>
#include <string>

#include "sim/policy/about.hpp"

namespace railshift {

/// From the opening of a road on, through trucks must keep out of links enclosed by `ring` or more ring roads.
struct ThroughDiversion {
  std::string when_opens;  ///< Link::road
  int ring = 1;
  double obedience = 1.0;
  friend bool operator==(const ThroughDiversion&, const ThroughDiversion&) = default;
};

namespace policy {

template <>
struct About<ThroughDiversion> {
  static constexpr std::string_view word = "through_diversion";
  static constexpr std::string_view zh = "过境分流";
  static constexpr std::string_view en = "through diversion";
  static constexpr std::string_view what = "from the opening of a road on, through trucks keep out of a ring";
  static constexpr std::array effects{EffectKind::trips_rerouted, EffectKind::ring_avoided};
  static constexpr Reach reach = Reach::through;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&ThroughDiversion::when_opens,
         FieldNote{"when_opens", "启用道路", "road of link.csv whose opening starts the rule"}.into("roads"));
    each(&ThroughDiversion::ring, FieldNote{"ring", "环", "links enclosed by this many ring roads or more are closed"}.between(1, 2));
    each(&ThroughDiversion::obedience, kObedience);
  }
  static void check(const ThroughDiversion& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const ThroughDiversion& kind);
  static bool orders_asked(const ThroughDiversion& kind, const Asked& asked);
  static std::optional<Knob> knob(const ThroughDiversion& kind);
  static Date first_look(const ThroughDiversion& kind, Date from, int lag);
  static std::optional<Date> first_act(const ThroughDiversion& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const ThroughDiversion& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift

#pragma once
/// 专用线投用 - a siding opens: an opportunity that nobody has to use.
#include <array>

#include "sim/model/network.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// A siding enters service. built and in_service are two dates. Shippers come to it over a ramp: rules/rail/adoption.hpp.
struct SidingOpens {
  Id<Siding> siding;
  Date built;
  Date in_service;
  int ramp_months = 0;       ///< until all tonnes may consider a chain of the siding; 0: at once
  double first_share = 1.0;  ///< of them in the first month of the ramp
  friend bool operator==(const SidingOpens&, const SidingOpens&) = default;
};

namespace policy {

template <>
struct About<SidingOpens> {
  static constexpr std::string_view word = "siding_opens";
  static constexpr std::string_view zh = "专用线投用";
  static constexpr std::string_view en = "siding opens";
  static constexpr std::string_view what = "a siding enters service";
  static constexpr std::array effects{EffectKind::siding_used};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&SidingOpens::siding, FieldNote{"siding", "专用线", "siding"});
    each(&SidingOpens::built, FieldNote{"built", "建成日", "day it is finished"});
    each(&SidingOpens::in_service, FieldNote{"in_service", "投用日", "first day of service"}.with_standing());
    each(&SidingOpens::ramp_months,
         FieldNote{"ramp_months", "爬坡月数", "months until all tonnes may consider a chain of the siding; absent = at once"}
             .in("month")
             .between(0, 240)
             .with_standing()
             .optional());
    each(&SidingOpens::first_share,
         FieldNote{"first_share", "首月比例", "share of tonnes that may consider it in the first month of the ramp"}
             .between(0, 1)
             .with_standing()
             .optional());
  }
  static void check(const SidingOpens& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const SidingOpens& kind);
  static bool orders_asked(const SidingOpens& kind, const Asked& asked);
  static std::optional<Knob> knob(const SidingOpens& kind);
  static Date first_look(const SidingOpens& kind, Date from, int lag);
  static std::optional<Date> first_act(const SidingOpens& kind, Date from, const RoadOpening& opening);
  /// Rules see the day on which the measure would open the siding, and who of several did.
  static std::optional<Date> told_apart(const SidingOpens& a, Date from_a, const SidingOpens& b, Date from_b);
  static IdleReason why_idle(const SidingOpens& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift

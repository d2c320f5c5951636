#pragma once
/// 皮带廊道投用、管道投用 - a belt or a pipe between two sites opens: two kinds of measure that differ in nothing but the mode.
#include <array>
#include <vector>

#include "sim/model/flow.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// A belt (pipe) from one site to another enters service. Chains of that mode between the two that nobody could use in the base year (base
/// share 0) enter the choice of their flows, up to its capacity.
template <Mode mode>
struct FixedWayOpens {
  Id<Site> origin;
  Id<Site> destination;
  Date in_service;
  double t_per_day = 0.0;     ///< of all flows from the one site to the other
  double kwh_per_t_km = 0.0;  ///< drive of the belt, pumps of the pipe
  int ramp_months = 0;        ///< until all tonnes may consider it; 0: at once
  double first_share = 1.0;   ///< of them in the first month of the ramp
  friend bool operator==(const FixedWayOpens&, const FixedWayOpens&) = default;
};
using BeltOpens = FixedWayOpens<Mode::belt>;
using PipeOpens = FixedWayOpens<Mode::pipe>;

namespace policy {

/// The largest coal conveyors carry some 10,000 t an hour; a number beyond a day of it is a year's.
inline constexpr double kLargestTonnesPerDay = 240000.0;
/// Conveyors take 0.02 to 0.3 kWh/t-km on the level; a number beyond this is of a tonne or of a year.
inline constexpr double kLargestKwhPerTonneKm = 5.0;

/// What both kinds say alike.
struct FixedWay {
  Id<Site> origin;
  Id<Site> destination;
  int ramp_months = 0;
  double first_share = 1.0;
};
void check_fixed_way(const FixedWay& way, Contradictions& found);

template <Mode mode>
struct About<FixedWayOpens<mode>> {
  static_assert(mode == Mode::belt || mode == Mode::pipe);
  using Kind = FixedWayOpens<mode>;
  static constexpr bool is_belt = mode == Mode::belt;
  static constexpr std::string_view word = is_belt ? "belt_opens" : "pipe_opens";
  static constexpr std::string_view zh = is_belt ? "皮带廊道投用" : "管道投用";
  static constexpr std::string_view en = is_belt ? "belt opens" : "pipe opens";
  static constexpr std::string_view what = is_belt
                                               ? "a belt between two sites enters service: its chains enter the choice up to its capacity"
                                               : "a pipe between two sites enters service: its chains enter the choice up to its capacity";
  static constexpr std::array effects{EffectKind::belt_used};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&Kind::origin, FieldNote{"origin", "起点厂区", "site where it begins"});
    each(&Kind::destination, FieldNote{"destination", "终点厂区", "site where it ends"});
    each(&Kind::in_service, FieldNote{"in_service", "投用日", "first day of service"}.with_standing());
    each(&Kind::t_per_day,
         FieldNote{"t_per_day", "日运能", "what it can carry a day"}.in("t/day").between(1, kLargestTonnesPerDay).with_standing());
    each(&Kind::kwh_per_t_km, FieldNote{"kwh_per_t_km", "单位电耗", "electricity a tonne-kilometre"}
                                  .in("kWh/t-km")
                                  .between(0, kLargestKwhPerTonneKm)
                                  .with_standing());
    each(&Kind::ramp_months, FieldNote{"ramp_months", "爬坡月数", "months until all tonnes may consider it; absent = at once"}
                                 .in("month")
                                 .between(0, 240)
                                 .with_standing()
                                 .optional());
    each(&Kind::first_share, FieldNote{"first_share", "首月比例", "share of tonnes that may consider it in the first month of the ramp"}
                                 .between(0, 1)
                                 .with_standing()
                                 .optional());
  }
  static void check(const Kind& kind, const Written&, Contradictions& found) {
    check_fixed_way({kind.origin, kind.destination, kind.ramp_months, kind.first_share}, found);
  }
  static std::vector<Declared> orders(const Kind&) { return {}; }
  static bool orders_asked(const Kind&, const Asked&) { return true; }
  static std::optional<Knob> knob(const Kind&) { return std::nullopt; }
  static Date first_look(const Kind&, Date from, int) { return from; }
  // Chains open with the month.
  static std::optional<Date> first_act(const Kind& kind, Date from, const RoadOpening&) {
    return next_month_start(std::max(from, kind.in_service));
  }
  static IdleReason why_idle(const Kind&, const Seen& seen) {
    if (seen.first_day >= seen.run_end) return IdleReason::not_started;
    return seen.in_scope > 0 ? IdleReason::already_so : IdleReason::not_used;
  }
};

}  // namespace policy
}  // namespace railshift

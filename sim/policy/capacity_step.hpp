#pragma once
/// 铁路能力变化 - capacity step: sidings, yards and sections can take more or less from a day on, or are closed for hours of each day.
#include <array>
#include <vector>

#include "sim/model/network.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// Station works, line works and maintenance windows. What it adds is added to the tables' own figures and to what other steps add; below
/// 0 nothing is left. Rules: rules/capacity/capacity_steps.hpp.
struct CapacityStep {
  std::vector<Id<Siding>> sidings;        ///< sidings and yards
  std::vector<Id<RailSection>> sections;  ///< both directions
  double t_per_day = 0.0;                 ///< added to what each siding handles
  int tracks = 0;                         ///< added to the tracks of each siding
  int slots_per_day = 0;                  ///< added to the paths of each section, a direction
  int ramp_months = 0;                    ///< until the whole step is there, an equal part a month; 0: at once
  double hours_per_day = 0.0;             ///< nothing is loaded and no train sets out in these hours of each day
  double begins_hour = 0.0;               ///< of these hours
  int days = 0;                           ///< it lasts; 0: for ever
  int years = 1;                          ///< in so many years, on the same days of each
  friend bool operator==(const CapacityStep&, const CapacityStep&) = default;
};

/// A part of each day.
inline constexpr double kHoursOfDay = 24.0;

namespace policy {

/// Whether a step is in force on a day: from the day and month of `from` on for `days` days, in `years` years.
[[nodiscard]] bool in_force(const CapacityStep& step, Date from, Date day);
/// The part of it that is there on a day, 0 outside of its days: (months since the month in which it began + 1) / ramp_months, at most 1.
[[nodiscard]] double part_there(const CapacityStep& step, Date from, Date day);
/// Whether it is in force on some day of a month.
[[nodiscard]] bool touches(const CapacityStep& step, Date from, Month month);

template <>
struct About<CapacityStep> {
  static constexpr std::string_view word = "capacity_step";
  static constexpr std::string_view zh = "铁路能力变化";
  static constexpr std::string_view en = "capacity step";
  static constexpr std::string_view what = "sidings, yards and sections can take more or less, or are closed for hours of each day";
  static constexpr std::array effects{EffectKind::acceptance_changed};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&CapacityStep::sidings, FieldNote{"sidings", "专用线、货场", "sidings and yards; either these or sections, or both"}.optional());
    each(&CapacityStep::sections, FieldNote{"sections", "区段", "sections, both directions"}.optional());
    each(&CapacityStep::t_per_day, FieldNote{"t_per_day", "日能力增量", "what each siding handles more (below 0: less)"}
                                       .in("t/d")
                                       .between(-1e6, 1e6)
                                       .with_standing()
                                       .optional());
    each(&CapacityStep::tracks,
         FieldNote{"tracks", "装卸线增量", "tracks of each siding more (below 0: fewer)"}.between(-50, 50).with_standing().optional());
    each(&CapacityStep::slots_per_day,
         FieldNote{"slots_per_day", "日运行线增量", "path slots a day and direction of each section more (below 0: fewer)"}
             .between(-300, 300)
             .with_standing()
             .optional());
    each(&CapacityStep::ramp_months,
         FieldNote{"ramp_months", "爬坡月数", "months until the whole step is there, an equal part a month; absent = at once"}
             .in("month")
             .between(0, 240)
             .with_standing()
             .optional());
    each(&CapacityStep::hours_per_day,
         FieldNote{"hours_per_day", "天窗时长", "hours of each day in which nothing is loaded and no train sets out: a maintenance window"}
             .in("h")
             .between(0, kHoursOfDay)
             .with_standing()
             .optional());
    each(&CapacityStep::begins_hour,
         FieldNote{"begins_hour", "天窗开始时刻", "hour of the day at which the window begins; absent = midnight"}
             .in("h")
             .between(0, kHoursOfDay)
             .optional());
    each(&CapacityStep::days, FieldNote{"days", "持续天数", "days that it lasts, from its first day on; absent = for ever"}
                                  .in("d")
                                  .between(0, 366)
                                  .with_standing()
                                  .optional());
    each(&CapacityStep::years,
         FieldNote{"years", "年数", "in so many years, on the same days of each; absent = once"}.between(1, 100).optional());
  }
  static void check(const CapacityStep& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const CapacityStep& kind);
  static bool orders_asked(const CapacityStep& kind, const Asked& asked);
  static std::optional<Knob> knob(const CapacityStep& kind);
  static Date first_look(const CapacityStep& kind, Date from, int lag);
  static std::optional<Date> first_act(const CapacityStep& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const CapacityStep& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift

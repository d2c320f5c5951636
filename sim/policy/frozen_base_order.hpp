#pragma once
/// 锁定基数淘汰令 - frozen-base order: a share of the stock of one day is removed by dated steps.
#include <array>
#include <optional>
#include <vector>

#include "sim/model/vehicle.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// A cumulative share of a frozen base stock must be removed by dated steps.
struct FrozenBaseOrder {
  Id<Segment> segment;
  Standard standard = Standard::china4;
  Date base_date;
  std::vector<RequiredStep> steps;
  double obedience = 1.0;
  std::optional<Powertrain> powertrain{};  ///< of the frozen stock; absent: all
  friend bool operator==(const FrozenBaseOrder&, const FrozenBaseOrder&) = default;
};

namespace policy {

template <>
struct About<FrozenBaseOrder> {
  static constexpr std::string_view word = "frozen_base_order";
  static constexpr std::string_view zh = "锁定基数淘汰令";
  static constexpr std::string_view en = "frozen-base order";
  static constexpr std::string_view what = "a cumulative share of a frozen stock is removed by dated steps";
  static constexpr std::array effects{EffectKind::trucks_removed, EffectKind::brought_forward};
  static constexpr Reach reach = Reach::register_stock;
  static constexpr LeavingOut leaving_out = LeavingOut::obedience_zero;

  template <class Each>
  static void fields(Each&& each) {
    each(&FrozenBaseOrder::segment, FieldNote{"segment", "车队", "segment"});
    each(&FrozenBaseOrder::standard, FieldNote{"standard", "排放标准", "standard of the frozen stock"});
    each(&FrozenBaseOrder::base_date, FieldNote{"base_date", "基数日", "day of the snapshot"});
    each(&FrozenBaseOrder::steps, steps_note("steps"));
    each(&FrozenBaseOrder::obedience, kObedience);
    each(&FrozenBaseOrder::powertrain, FieldNote{"powertrain", "动力", "powertrain of the frozen stock; absent = all"}.optional());
  }
  static void check(const FrozenBaseOrder& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const FrozenBaseOrder& kind);
  static bool orders_asked(const FrozenBaseOrder& kind, const Asked& asked);
  static std::optional<Knob> knob(const FrozenBaseOrder& kind);
  static Date first_look(const FrozenBaseOrder& kind, Date from, int lag);
  static std::optional<Date> first_act(const FrozenBaseOrder& kind, Date from, const RoadOpening& opening);
  /// Two orders on one base share its snapshot; a base that no order needs is frozen in vain.
  static std::optional<Date> told_apart(const FrozenBaseOrder& a, Date from_a, const FrozenBaseOrder& b, Date from_b);
  static Date looked_at_alone(const FrozenBaseOrder& kind, Date from);
  static IdleReason why_idle(const FrozenBaseOrder& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift

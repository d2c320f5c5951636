#pragma once
/// 绩效等级提升 - class upgrade: firms come into a better performance class, and with it under other measures (创A升B).
#include <array>
#include <vector>

#include "sim/model/firm.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// From its first day on, firms that obey (drawn once a measure and firm) are at least of class `to_class`. Classes of the tables that are
/// better stay. Of which class a firm is on a day: rules/goods/firm_classes.hpp.
struct ClassUpgrade {
  std::vector<Id<Firm>> firms;
  std::vector<FirmClass> from_classes{};  ///< only those that are of one of these on its first day; empty: of any
  FirmClass to_class = FirmClass::a;
  double obedience = 1.0;
  friend bool operator==(const ClassUpgrade&, const ClassUpgrade&) = default;
};

namespace policy {

template <>
struct About<ClassUpgrade> {
  static constexpr std::string_view word = "class_upgrade";
  static constexpr std::string_view zh = "绩效等级提升";
  static constexpr std::string_view en = "class upgrade";
  static constexpr std::string_view what = "firms come into a better performance class, by which other measures bind or spare them";
  static constexpr std::array effects{EffectKind::bound_otherwise};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&ClassUpgrade::firms, FieldNote{"firms", "企业名单", "these firms"});
    each(&ClassUpgrade::from_classes,
         FieldNote{"from_classes", "原绩效等级", "only those of these classes on the first day; empty = of any class that is worse"}
             .optional());
    each(&ClassUpgrade::to_class, FieldNote{"to_class", "达到的绩效等级", "at least this class from the first day on"});
    each(&ClassUpgrade::obedience, kObedience);
  }
  static void check(const ClassUpgrade& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const ClassUpgrade& kind);
  static bool orders_asked(const ClassUpgrade& kind, const Asked& asked);
  static std::optional<Knob> knob(const ClassUpgrade& kind);
  static Date first_look(const ClassUpgrade& kind, Date from, int lag);
  static std::optional<Date> first_act(const ClassUpgrade& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const ClassUpgrade& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift

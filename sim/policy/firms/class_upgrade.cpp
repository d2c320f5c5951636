#include "sim/policy/firms/class_upgrade.hpp"

#include <algorithm>

namespace railshift::policy {

void About<ClassUpgrade>::check(const ClassUpgrade& kind, const Written&, Contradictions& found) {
  if (kind.firms.empty())
    found.push_back({"firms",
                     {"firms（企业名单）是空列表", "firms is an empty list"},
                     {"等级是逐家提升的", "it is single firms that come into a class"},
                     {"写企业代码，如 [\"fm-works\"]", "write ids of firms, such as [\"fm-works\"]"}});
  if (kind.to_class == FirmClass::unrated)
    found.push_back({"to_class",
                     {"to_class（达到的绩效等级）是 unrated（未定级）", "to_class is unrated"},
                     {"提升要达到一个等级", "who is raised comes into a class"},
                     {"写 leading、A、B、C 或 D", "write leading, A, B, C or D"}});
  const auto no_worse =
      std::find_if(kind.from_classes.begin(), kind.from_classes.end(), [&](FirmClass from) { return !is_better(kind.to_class, from); });
  if (kind.to_class == FirmClass::unrated || no_worse == kind.from_classes.end()) return;
  found.push_back(
      {"from_classes",
       both("from_classes（原绩效等级）里有 {}，to_class（达到的绩效等级）是 {}", "from_classes holds {}, to_class is {}",
            to_text(*no_worse), to_text(kind.to_class)),
       {"提升后的等级要高于原等级；引领性与 A 级相当", "to_class is better than the classes before; leading stands with A"},
       both("从 from_classes 中去掉 {}，或改 to_class", "leave {} out of from_classes, or change to_class", to_text(*no_worse))});
}

// A class is no quantity that a target asks for; what follows from it stays emergent.
std::vector<Declared> About<ClassUpgrade>::orders(const ClassUpgrade&) { return {}; }

bool About<ClassUpgrade>::orders_asked(const ClassUpgrade&, const Asked&) { return true; }

std::optional<Knob> About<ClassUpgrade>::knob(const ClassUpgrade& kind) { return obedience_of(kind); }

Date About<ClassUpgrade>::first_look(const ClassUpgrade&, Date from, int) { return from; }

// Measures ask for the class on the first day of a month.
std::optional<Date> About<ClassUpgrade>::first_act(const ClassUpgrade&, Date from, const RoadOpening&) { return next_month_start(from); }

IdleReason About<ClassUpgrade>::why_idle(const ClassUpgrade& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (kind.obedience <= 0.0 || seen.followed == Followed::nobody_obeys) return IdleReason::nobody_obeys;
  return seen.followed == Followed::no_way ? IdleReason::nobody_asks : IdleReason::already_so;
}

}  // namespace railshift::policy

#pragma once
/// 按状态门禁 - state rule: a gate floor that binds a firm only while the firm is in a state.
#include <array>
#include <string_view>

#include "sim/policy/gates/gate_floor.hpp"

namespace railshift {

/// without_siding: no siding of its own and none that ends at its fence is in service.
enum class FirmState : std::uint8_t { without_siding };
[[nodiscard]] std::string_view to_text(FirmState state);

/// As a gate floor, at the gates of a firm on those days on which the firm is in the state: it ends on the day its siding opens.
struct StateRule : GateFloor {
  FirmState while_firm = FirmState::without_siding;
  friend bool operator==(const StateRule&, const StateRule&) = default;
};

namespace policy {

template <>
struct About<StateRule> {
  static constexpr std::string_view word = "state_rule";
  static constexpr std::string_view zh = "按状态门禁";
  static constexpr std::string_view en = "state rule";
  static constexpr std::string_view what = "trucks below a standard are refused at the gates of firms while these are in a state";
  static constexpr std::array effects{EffectKind::loads_redirected};
  static constexpr Reach reach = Reach::gate;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&StateRule::while_firm, FieldNote{"while_firm", "企业状态", "state of the firm in which it is bound"});
    floor_fields<StateRule>(each);
  }
  static void check(const StateRule& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const StateRule& kind);
  static bool orders_asked(const StateRule& kind, const Asked& asked);
  static std::optional<Knob> knob(const StateRule& kind);
  static Date first_look(const StateRule& kind, Date from, int lag);
  static std::optional<Date> first_act(const StateRule& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const StateRule& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift

#pragma once
/// What a measure did in one month, as the rule that acted tells it, and why a measure did nothing.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/language.hpp"
#include "sim/model/measure.hpp"

namespace railshift::policy {

/// The closed list of effects. Each has one unit, whatever the kind of the measure.
enum class EffectKind : std::uint8_t {
  trucks_removed,      ///< left the register by order
  brought_forward,     ///< months between a removal by order and the truck's own later end
  purchases_changed,   ///< new trucks whose powertrain an order decided
  standards_set,       ///< new trucks whose standard the law of the day decided
  loads_redirected,    ///< loads for which a gate refused a truck that stood first
  wishes_priced,       ///< mass that chose among chains under a price
  siding_used,         ///< mass loaded or unloaded at a siding that the measure opened
  trips_rerouted,      ///< through trips that a diversion sent another way
  ring_avoided,        ///< metres inside the ring that those trips did not drive
  wishes_bound,        ///< mass that may choose among clean chains only
  freight_forgone,     ///< yuan that shippers are spared and the carrier does not get
  freight_subsidised,  ///< yuan that shippers are spared and public money pays
  rail_forgone,        ///< mass of firms whose duty sets no price because their trucks are clean
  acceptance_changed,  ///< mass that the railway let on, or did not, because of a step of its capacity or an order of precedence
  flows_changed,       ///< mass that flows offer more or less because a site opened, closed or runs at another rate
  belt_used,           ///< mass over the belt or pipe that the measure opened
  bound_otherwise      ///< firms that a measure binds, or spares, because they came into another class
};
inline constexpr int kEffectKinds = static_cast<int>(EffectKind::bound_otherwise) + 1;  // the last one
[[nodiscard]] std::string_view to_text(EffectKind kind);
[[nodiscard]] std::optional<EffectKind> effect_from(std::string_view text);
[[nodiscard]] std::string_view unit_of(EffectKind kind);
[[nodiscard]] Words words_of(EffectKind kind);

/// One measure, one effect, one month.
/// `in_scope`: what the rule looked at in the measure's name. `acted`: what it did in that name; where two measures would each have done
/// it, it belongs to one of them (goes_first). `changed`: the difference with and without this measure on the same state in the same month,
/// at most `acted`. Direct effects: the difference over years comes from paired runs, never from a sum of these.
struct Effect {
  Id<Measure> measure;
  EffectKind kind = EffectKind::trucks_removed;
  std::int64_t in_scope = 0;
  std::int64_t acted = 0;
  std::int64_t changed = 0;
};

/// Whether `a` claims before `b` what both would have done on one day: baseline before plan before what-if, then the earlier `from`, then
/// the text id.
[[nodiscard]] bool goes_first(const Measure& a, const Measure& b);

/// Positions of measures in the order of goes_first; `rank[id.index]`.
[[nodiscard]] std::vector<std::uint32_t> claim_ranks(const PolicyWorld& world);

/// How far a measure came with those whom it binds; of several the furthest counts.
enum class Followed : std::uint8_t {
  not_asked,     ///< others decided before it was asked
  nobody_obeys,  ///< nobody drew to obey
  no_way,        ///< who obeys cannot do otherwise
  yes
};

/// What the rule of a measure tells of a month besides its effects.
struct Binding {
  Id<Measure> measure;
  Followed followed = Followed::not_asked;
  bool remains = false;  ///< what it wants to end goes on: through trucks in the ring of a diversion
};

/// Why a measure had no effect in a whole run: the first that holds.
enum class IdleReason : std::uint8_t {
  not_started,       ///< the run ends before its first day, its opening or its road
  nothing_in_scope,  ///< no truck, firm, load or trip that it speaks of
  nobody_obeys,      ///< obedience 0, or nobody whom it binds drew to obey
  demands_nothing,   ///< a level, a price or a standard that asks nothing of anybody
  not_used,          ///< an opportunity that nobody took
  already_so,        ///< what it demands was so without it
  no_way,            ///< there is no other way that it could send anybody
  others_first,      ///< another rule or the truck's own end decided before it, or nobody drawn to obey is due by the end of the run
  room_enough,       ///< the railway had room for all that asked, with it and without it
  nobody_asks,       ///< no measure in force tells those whom it moves by what it changes
};
inline constexpr int kIdleReasons = static_cast<int>(IdleReason::nobody_asks) + 1;  // the last one
[[nodiscard]] std::string_view to_text(IdleReason reason);
[[nodiscard]] std::optional<IdleReason> idle_reason_from(std::string_view text);
[[nodiscard]] Words words_of(IdleReason reason);

}  // namespace railshift::policy

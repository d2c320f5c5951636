#pragma once
/// The kinds of measure, and what can be asked of any of them. A new kind is one pair of files and one line in `MeasureBody`; what it
/// lacks, the compiler names.
#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/policy/about.hpp"
#include "sim/policy/capacity_step.hpp"
#include "sim/policy/clean_admission.hpp"
#include "sim/policy/distance_preference.hpp"
#include "sim/policy/firms/class_upgrade.hpp"
#include "sim/policy/firms/whom.hpp"
#include "sim/policy/fixed_way_opens.hpp"
#include "sim/policy/frozen_base_order.hpp"
#include "sim/policy/gates/gate_floor.hpp"
#include "sim/policy/gates/state_rule.hpp"
#include "sim/policy/new_only.hpp"
#include "sim/policy/new_site_duty.hpp"
#include "sim/policy/rail_duty.hpp"
#include "sim/policy/rail_priority.hpp"
#include "sim/policy/retire_order.hpp"
#include "sim/policy/sales_standard.hpp"
#include "sim/policy/siding_opens.hpp"
#include "sim/policy/site_change.hpp"
#include "sim/policy/stock_quota.hpp"
#include "sim/policy/tariff.hpp"
#include "sim/policy/through_diversion.hpp"

namespace railshift {

struct MeasureBody {
  using Kinds = std::variant<SidingOpens, GateFloor, RailDuty, RetireOrder, FrozenBaseOrder, StockQuota, NewOnly, ThroughDiversion,
                             SalesStandard, Tariff, DistancePreference, CleanAdmission, NewSiteDuty, CapacityStep, RailPriority, SiteChange,
                             BeltOpens, PipeOpens, ClassUpgrade, StateRule>;
  Kinds kind;
  friend bool operator==(const MeasureBody&, const MeasureBody&) = default;
};

template <class Kind>
Instrument::Instrument(Kind kind)
    : Instrument(std::make_shared<MeasureBody>(MeasureBody{std::move(kind)}),
                 [](const MeasureBody& a, const MeasureBody& b) { return a == b; }) {}

namespace policy {

/// One kind, without its fields.
struct KindRow {
  std::string_view word;  ///< `kind` in scenario.toml
  std::string_view zh;
  std::string_view en;
  std::string_view what;
  std::span<const EffectKind> effects;
  Reach reach = Reach::mode;
  LeavingOut leaving_out = LeavingOut::removed;
};

/// A kind that says all of itself.
template <class Kind>
concept SaysAll = requires(const Kind& kind, const Asked& asked, const Seen& seen, const Written& written, Contradictions& found, Date day,
                           const RoadOpening& opening) {
  KindRow{About<Kind>::word,    About<Kind>::zh,    About<Kind>::en,         About<Kind>::what,
          About<Kind>::effects, About<Kind>::reach, About<Kind>::leaving_out};
  About<Kind>::check(kind, written, found);
  { About<Kind>::orders(kind) } -> std::same_as<std::vector<Declared>>;
  { About<Kind>::orders_asked(kind, asked) } -> std::same_as<bool>;
  { About<Kind>::knob(kind) } -> std::same_as<std::optional<Knob>>;
  { About<Kind>::first_look(kind, day, 0) } -> std::same_as<Date>;
  { About<Kind>::first_act(kind, day, opening) } -> std::same_as<std::optional<Date>>;
  { About<Kind>::why_idle(kind, seen) } -> std::same_as<IdleReason>;
};

namespace detail {
template <class... Kind>
constexpr std::array<KindRow, sizeof...(Kind)> rows(std::type_identity<std::variant<Kind...>>) {
  static_assert((SaysAll<Kind> && ...), "a kind of measure lacks a member of About<Kind> (sim/policy/about.hpp)");
  static_assert(((About<Kind>::effects.size() > 0) && ...), "a kind of measure has an effect by which one sees that it acted");
  static_assert((std::all_of(About<Kind>::effects.begin(), About<Kind>::effects.end(),
                             [](EffectKind effect) { return static_cast<int>(effect) < kEffectKinds; }) &&
                 ...),
                "kEffectKinds counts to the last effect");
  return {KindRow{About<Kind>::word, About<Kind>::zh, About<Kind>::en, About<Kind>::what, About<Kind>::effects, About<Kind>::reach,
                  About<Kind>::leaving_out}...};
}
}  // namespace detail

/// The table of kinds, one row an alternative of MeasureBody, in its order.
inline constexpr auto kKinds = detail::rows(std::type_identity<MeasureBody::Kinds>{});

/// Calls visit(std::type_identity<Kind>{}, row) for every kind.
template <class Visit>
void for_each_kind(Visit&& visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit(std::type_identity<std::variant_alternative_t<I, MeasureBody::Kinds>>{}, kKinds[I]), ...);
  }
  (std::make_index_sequence<kKinds.size()>{});
}

[[nodiscard]] const KindRow& kind_of(const Measure& measure);

/// The measure's fields if it is of this kind, else nullptr.
template <class Kind>
[[nodiscard]] const Kind* as(const Measure& measure) {
  return std::get_if<Kind>(&measure.body.body().kind);
}
template <class Kind>
const Kind* as(Measure&&) = delete;

/// The fields of a measure of this kind, to be changed: the measure gets a body of its own. For loaders and tests; a World is immutable.
template <class Kind>
[[nodiscard]] Kind& edit(Measure& measure) {
  auto own = std::make_shared<MeasureBody>(measure.body.body());
  Kind& kind = std::get<Kind>(own->kind);
  measure.body = Instrument(std::move(own), [](const MeasureBody& a, const MeasureBody& b) { return a == b; });
  return kind;
}

/// What a measure orders, in all; see Declared.
[[nodiscard]] std::vector<Declared> orders(const Measure& measure);
[[nodiscard]] bool orders_asked(const Measure& measure, const Asked& asked);
[[nodiscard]] std::optional<Knob> knob_of(const Measure& measure);
/// The first day on which a rule looks at the measure; `lag`: days from the order of a truck to its registration, at most.
[[nodiscard]] Date first_look(const Measure& measure, int lag);
/// The first day on which the measure can do something; nothing if its road has no link.
[[nodiscard]] std::optional<Date> first_act(const Measure& measure, const RoadOpening& opening);
/// The first day on which a rule can tell two measures of one id apart; nothing if none ever does. What both have in common in every
/// respect is told apart by nobody.
[[nodiscard]] std::optional<Date> told_apart(const Measure& a, const Measure& b, int lag);
/// The first day on which a run with the measure can differ from one without it.
[[nodiscard]] Date looked_at_alone(const Measure& measure, int lag);
[[nodiscard]] IdleReason why_idle(const Measure& measure, const Seen& seen);
void check(const Measure& measure, const Written& written, Contradictions& found);
/// The floor at gates that a measure is, in whatever state it binds firms; nullptr if it is none.
[[nodiscard]] const GateFloor* floor_of(const Measure& measure);
template <class Temporary>
const GateFloor* floor_of(Temporary&&) = delete;
/// Whom a measure speaks of; nullptr if its kind does not pick firms, sites or flows by conditions.
[[nodiscard]] const Whom* whom_of(const Measure& measure);
template <class Temporary>
const Whom* whom_of(Temporary&&) = delete;

}  // namespace policy
}  // namespace railshift

#pragma once
/// What every kind of measure says of itself. About<Kind> is declared beside the kind, in the one file of that kind; kinds.hpp asserts at
/// compile time that nothing is missing.
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/language.hpp"
#include "sim/model/measure.hpp"
#include "sim/model/target.hpp"
#include "sim/model/vehicle.hpp"
#include "sim/policy/contradiction.hpp"
#include "sim/policy/effect.hpp"

namespace railshift {
struct Firm;
}

namespace railshift::policy {

/// Which quantity a kind orders: the clause behind it demands a level of this metric and the simulation follows that demand through
/// obedience or a price. A verdict on it says how well the order is kept, not whether it works. What a kind only influences stays emergent.
struct Declared {
  MetricKind metric;
  std::vector<Id<Segment>> segments{};       ///< empty: all
  std::vector<VehicleType> vehicle_types{};  ///< empty: all
  std::vector<Use> uses{};                   ///< empty: all
};

/// Of whom a target asks a quantity, as far as it bears on who is ordered.
struct Asked {
  std::optional<Id<Firm>> firm{};
  Standard from = Standard::china0;  ///< standards from .. to
  Standard to = Standard::zero_exhaust;
  std::optional<Powertrain> powertrain{};
};

/// The number of a measure that says how strongly it is followed. The word is the name of its field in scenario.toml.
enum class KnobField : std::uint8_t { obedience, price_yuan_per_t };
[[nodiscard]] std::string_view to_text(KnobField field);
struct Knob {
  KnobField field = KnobField::obedience;
  double value = 0.0;
  double highest = 1.0;
};

/// The part of the model in which a kind works: what its numbers can bear on.
enum class Reach : std::uint8_t { mode, gate, through, register_stock };

/// How a run does without a measure of the kind: it is not loaded, or loaded with obedience 0 because its base is still counted.
enum class LeavingOut : std::uint8_t { removed, obedience_zero };

/// The day on which the last link of a road opens, long past if it was always there; nothing if no link is of that road.
using RoadOpening = std::function<std::optional<Date>(std::string_view road)>;

/// What a whole run saw of a measure that did nothing.
struct Seen {
  Date run_end;                             ///< first day after the run
  Date first_day;                           ///< on which the measure could act (first_act); run_end if it never could
  std::int64_t in_scope = 0;                ///< largest of the months
  Followed followed = Followed::not_asked;  ///< the furthest of the months, for kinds whose rule tells a Binding
  bool remains = false;                     ///< as in Binding, in some month
};

/// A field of a kind as it stands in scenario.toml. Its type follows from the member: a share or number from double, a list of words from a
/// vector of an enumeration.
struct FieldNote {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
  std::string_view unit{};
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool may_be_absent = false;
  bool wants_standing = false;  ///< a number that no clause states
  std::string_view table{};     ///< a text that names a row of this table

  [[nodiscard]] constexpr FieldNote in(std::string_view u) const {
    FieldNote note = *this;
    note.unit = u;
    return note;
  }
  [[nodiscard]] constexpr FieldNote at_least(double bound) const {
    FieldNote note = *this;
    note.low = bound;
    return note;
  }
  [[nodiscard]] constexpr FieldNote between(double a, double b) const {
    FieldNote note = at_least(a);
    note.high = b;
    return note;
  }
  [[nodiscard]] constexpr FieldNote optional() const {
    FieldNote note = *this;
    note.may_be_absent = true;
    return note;
  }
  [[nodiscard]] constexpr FieldNote with_standing() const {
    FieldNote note = *this;
    note.wants_standing = true;
    return note;
  }
  [[nodiscard]] constexpr FieldNote into(std::string_view referred) const {
    FieldNote note = *this;
    note.table = referred;
    return note;
  }
};
/// Fields that several kinds have.
inline constexpr FieldNote kObedience =
    FieldNote{"obedience", "执行率", "share of firms, owners or trips that obey"}.between(0, 1).with_standing();
/// Moving a tonne across the whole network by road costs a few hundred yuan: a price beyond this is in another unit.
inline constexpr double kLargestPrice = 10000.0;
/// A haul ten times as dear is no tariff any more; road and rail rates lie below 1 yuan/t-km.
inline constexpr double kLargestFactor = 10.0;
inline constexpr double kLargestRate = 10.0;
inline constexpr FieldNote kCommoditiesListed =
    FieldNote{"commodities", "货类", "only these commodities; empty = all"}.into("commodities").optional();
inline constexpr FieldNote kThreshold =
    FieldNote{"threshold_t_per_year", "吨数门槛", "firms over this yearly tonnage; either this or firms"}
        .in("t/year")
        .at_least(0)
        .optional();
inline constexpr FieldNote kFirms = FieldNote{"firms", "企业名单", "exactly these firms; either this or threshold_t_per_year"}.optional();
inline constexpr FieldNote kSegments = FieldNote{"segments", "车队", "segments; empty = all"}.optional();
inline constexpr FieldNote kVehicleTypesListed =
    FieldNote{"vehicle_types", "车型", "only trucks of these size classes; empty = all"}.optional();
inline constexpr FieldNote kUsesListed =
    FieldNote{"uses", "使用性质", "only trucks of segments of this use (operating or other); empty = all"}.optional();
[[nodiscard]] constexpr FieldNote steps_note(std::string_view name) { return {name, "分期要求", "levels that a document demands, by day"}; }

/// What a kind is followed by, if by nothing but obedience.
template <class Kind>
[[nodiscard]] Knob obedience_of(const Kind& kind) {
  return {KnobField::obedience, kind.obedience, 1.0};
}

/// Primary template, not defined: every kind has a specialisation with
///   word, name (zh, en), what (one sentence for the schema), effects (EffectKind list), reach, leaving_out;
///   fields(each): each(&Kind::member, FieldNote) for every field, in the order of the schema;
///   check(kind, written, found): what its fields must not contradict;
///   orders(kind), orders_asked(kind, asked): which metrics it orders, and of whom;
///   knob(kind);
///   first_look(kind, from, lag): the first day on which a rule looks at it, `lag` = days from order to registration of a truck;
///   first_act(kind, from, opening): the first day on which it can do something, nothing if no day is one;
///   why_idle(kind, seen).
/// Where two measures of a kind that differ are told apart later than both are looked at, the kind says so by
///   told_apart(a, from_a, b, from_b): nothing if it is not the measure that tells (a siding counts by the day on which it opens);
/// and where a measure is looked at in vain before it acts, by
///   looked_at_alone(kind, from): the first day on which a run with it differs from a run without it.
template <class Kind>
struct About;

}  // namespace railshift::policy

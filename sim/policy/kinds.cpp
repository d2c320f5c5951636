#include "sim/policy/kinds.hpp"

#include <algorithm>
#include <type_traits>

#include "sim/core/contract.hpp"

namespace railshift::policy {
namespace {

/// ask(about, kind) of the kind that a measure is.
template <class Ask>
auto of_kind(const Measure& measure, Ask&& ask) {
  return std::visit([&]<class Kind>(const Kind& kind) { return ask(About<Kind>{}, kind); }, measure.body.body().kind);
}

}  // namespace

std::string_view to_text(KnobField field) {
  switch (field) {
    case KnobField::obedience:
      return "obedience";
    case KnobField::price_yuan_per_t:
      return "price_yuan_per_t";
  }
  RAILSHIFT_EXPECTS(false, "a knob has a word");
}

const KindRow& kind_of(const Measure& measure) { return kKinds[measure.body.body().kind.index()]; }

std::vector<Declared> orders(const Measure& measure) {
  return of_kind(measure, [](auto about, const auto& kind) { return about.orders(kind); });
}

bool orders_asked(const Measure& measure, const Asked& asked) {
  return of_kind(measure, [&](auto about, const auto& kind) { return about.orders_asked(kind, asked); });
}

std::optional<Knob> knob_of(const Measure& measure) {
  return of_kind(measure, [](auto about, const auto& kind) { return about.knob(kind); });
}

Date first_look(const Measure& measure, int lag) {
  return of_kind(measure, [&](auto about, const auto& kind) { return about.first_look(kind, measure.from, lag); });
}

std::optional<Date> first_act(const Measure& measure, const RoadOpening& opening) {
  return of_kind(measure, [&](auto about, const auto& kind) { return about.first_act(kind, measure.from, opening); });
}

std::optional<Date> told_apart(const Measure& a, const Measure& b, int lag) {
  if (a.layer == b.layer && a.from == b.from && a.due == b.due && a.body == b.body) return std::nullopt;
  const Date seen = std::min(first_look(a, lag), first_look(b, lag));
  return of_kind(a, [&]<class Kind>(About<Kind>, const Kind& kind) -> std::optional<Date> {
    const Kind* other = as<Kind>(b);
    if constexpr (requires { About<Kind>::told_apart(kind, a.from, kind, b.from); }) {
      if (other != nullptr && a.layer == b.layer) return About<Kind>::told_apart(kind, a.from, *other, b.from);
    }
    return seen;
  });
}

Date looked_at_alone(const Measure& measure, int lag) {
  return of_kind(measure, [&]<class Kind>(About<Kind>, const Kind& kind) {
    if constexpr (requires { About<Kind>::looked_at_alone(kind, measure.from); }) {
      return About<Kind>::looked_at_alone(kind, measure.from);
    } else {
      return first_look(measure, lag);
    }
  });
}

IdleReason why_idle(const Measure& measure, const Seen& seen) {
  return of_kind(measure, [&](auto about, const auto& kind) { return about.why_idle(kind, seen); });
}

const Whom* whom_of(const Measure& measure) {
  return of_kind(measure, []<class Kind>(About<Kind>, const Kind& kind) -> const Whom* {
    if constexpr (std::is_base_of_v<Whom, Kind>) return &kind;
    return nullptr;
  });
}

const GateFloor* floor_of(const Measure& measure) {
  return of_kind(measure, []<class Kind>(About<Kind>, const Kind& kind) -> const GateFloor* {
    if constexpr (std::is_base_of_v<GateFloor, Kind>) return &kind;
    return nullptr;
  });
}

void check(const Measure& measure, const Written& written, Contradictions& found) {
  of_kind(measure, [&](auto about, const auto& kind) { about.check(kind, written, found); });
}

}  // namespace railshift::policy

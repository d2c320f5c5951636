#pragma once
/// Measures (instruments): an order, an opening, a price, with a day from which it holds. Which kinds there are is known to sim/policy
/// alone.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/problem.hpp"
#include "sim/core/standing.hpp"
#include "sim/core/units.hpp"
#include "sim/model/clause.hpp"

namespace railshift {

enum class Layer : std::uint8_t { baseline, plan, what_if };
[[nodiscard]] std::string_view to_text(Layer l);

/// A level that a document demands from a day on (a duty or quota, never a result).
struct RequiredStep {
  Date due;
  double level = 0.0;
  friend bool operator==(const RequiredStep&, const RequiredStep&) = default;
};

/// One of the kinds of measure with its fields: sim/policy/kinds.hpp.
struct MeasureBody;

/// What a measure does: a MeasureBody that nobody changes, held so that a file which merely passes measures on need not know the kinds.
/// Access and change: policy::as and policy::edit.
class Instrument {
 public:
  Instrument() = default;
  /// From one of the kinds; defined in sim/policy/kinds.hpp.
  template <class Kind>
  Instrument(Kind kind);  // NOLINT(google-explicit-constructor): a kind is an instrument
  Instrument(std::shared_ptr<MeasureBody> body, bool (*same)(const MeasureBody&, const MeasureBody&))
      : body_(std::move(body)), same_(same) {}
  /// Broken promise without a body.
  [[nodiscard]] const MeasureBody& body() const;
  friend bool operator==(const Instrument& a, const Instrument& b) {
    return a.body_ == b.body_ || (a.body_ && b.body_ && a.same_(*a.body_, *b.body_));
  }

 private:
  std::shared_ptr<const MeasureBody> body_;
  bool (*same_)(const MeasureBody&, const MeasureBody&) = nullptr;
};

/// investment: spent once | subsidy: paid out.
enum class PublicCostKind : std::uint8_t { investment, subsidy };
[[nodiscard]] std::string_view to_text(PublicCostKind kind);

/// 公共支出 - public cost: what a measure takes from public money in one year. No rule reads it; a measure without one is said to have no
/// stated price.
struct PublicCost {
  PublicCostKind kind = PublicCostKind::investment;
  int year = 0;
  Yuan amount;
  Provenance provenance;  ///< low and high are of the amount
  friend bool operator==(const PublicCost&, const PublicCost&) = default;
};

/// 措施 - measure: an instrument with from and due; nothing moves before `from`.
struct Measure {
  std::string id;
  Layer layer = Layer::plan;
  Date from;
  std::optional<Date> due;
  std::optional<Id<Clause>> clause;
  Instrument body;
  Place place;                             ///< where it stands in scenario.toml, for messages
  std::vector<PublicCost> public_costs{};  ///< empty: not stated
  friend bool operator==(const Measure&, const Measure&) = default;
};

/// Part of the world: the measures of the layers of this run that are switched on.
struct PolicyWorld {
  Table<Measure> measures;
  friend bool operator==(const PolicyWorld&, const PolicyWorld&) = default;
};

}  // namespace railshift

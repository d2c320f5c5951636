#pragma once
/// Why a verdict, or a comparison with what was observed, rests on what it rests on: a closed list of values. Words are made of them by
/// words/verdict_words.hpp, the text of verdicts.csv by report/verdict_csv.cpp.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/metrics/period.hpp"
#include "sim/core/date.hpp"
#include "sim/model/target.hpp"

namespace railshift::analysis {

/// A reason that says all by itself.
enum class PlainReason : std::uint8_t {
  no_rail_chain,  ///< no chain of the scope has a rail leg
  only_rail,      ///< no chain of the scope can go by road
  never_any,      ///< no such truck was ever in the register
  no_through,     ///< the scenario has no through traffic
  not_simulated,  ///< the model has no such quantity
  observed,       ///< no simulated figure fits, the value is the observed one
  orders_idle,    ///< no measure that orders the quantity had an effect by the due day
  stated_input,   ///< base shares of the base year state it
  estimate        ///< reckoned by the month, not simulated
};
[[nodiscard]] std::string_view to_text(PlainReason reason);

/// Measures that order the quantity, by id.
struct OrderedBy {
  std::vector<std::string> measures;
  friend bool operator==(const OrderedBy&, const OrderedBy&) = default;
};
/// No measure in force by the due day orders this metric.
struct NoMeasure {
  MetricKind metric = MetricKind::rail_share;
  friend bool operator==(const NoMeasure&, const NoMeasure&) = default;
};
/// No row of the metrics fits scope, period and unit.
struct NoValue {
  Period period;
  friend bool operator==(const NoValue&, const NoValue&) = default;
};
/// The year to judge, or the base year of a growth, was run in part.
struct PartOfYear {
  Period period;
  MonthsRun months;
  friend bool operator==(const PartOfYear&, const PartOfYear&) = default;
};
/// An order that holds from this day on, inside the year that is judged as a whole.
struct BeganInYear {
  std::string measure;
  Date from;
  friend bool operator==(const BeganInYear&, const BeganInYear&) = default;
};
/// So much of the goods behind the figure was never carried in this year that a figure of what was carried says nothing.
struct NotServed {
  Period year;
  double share = 0.0;
  friend bool operator==(const NotServed&, const NotServed&) = default;
};
/// What the value is without one of several ordering measures.
struct WithoutAlone {
  std::string measure;
  double value = 0.0;
  friend bool operator==(const WithoutAlone&, const WithoutAlone&) = default;
};

using BasisReason = std::variant<PlainReason, OrderedBy, NoMeasure, NoValue, PartOfYear, BeganInYear, NotServed, WithoutAlone>;
/// The word of a reason in files and in the catalogue: ordered_by, no_measure, no_rail_chain ...
[[nodiscard]] std::string_view key_of(const BasisReason& reason);

}  // namespace railshift::analysis

#pragma once
/// Which metric row a target is about.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/metrics/gauge.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/model/target.hpp"

namespace railshift::analysis {

/// A row matches a scope if every field named there is equal and every field not named is empty.
using railshift::Scope;

/// The target's scope with the readings filled in that it leaves open:
///   rail_share          numerator_kind rail, denominator_kind rail_road, direction both, basis gate if a firm is named, else main_haul
///   rail_tonnes         numerator_kind rail, direction both, basis as above
///   clean_share         numerator_kind clean_without_china6 (the strict reading), basis tonnes
///   tonnes_by_chain     basis main_haul
///   rail_station_tonnes      direction out (发送量)
///   firms_passing       the listed firms, numerator_kind rail, denominator_kind rail_road, direction both, basis gate
///   siding_access       the listed firms, numerator_kind own_shared
///   clean_ok            the listed firms
[[nodiscard]] Scope full_scope(const Target& target);
/// The same for a scope written as field=value;field=value (observed.csv).
[[nodiscard]] Scope full_scope(MetricKind metric, Scope scope);
/// railshift::scope_from_text; an ill-formed text says nothing.
[[nodiscard]] Scope parse_scope(const std::string& text);
/// The same, or nothing if it is ill-formed or names no field of a metric row.
[[nodiscard]] std::optional<Scope> known_scope(const std::string& text);
/// The scope fields that a row fills.
[[nodiscard]] Scope scope_of(const MetricRow& row);
/// field=value;field=value, in field order.
[[nodiscard]] std::string to_text(const Scope& scope);

/// Whether it depends on which firms have a siding who is counted, or by which of two yardsticks (rail_or_clean).
[[nodiscard]] bool depends_on_sidings(const Scope& scope);
/// Whether a figure compares its year with the base year, whose months it rests on too.
[[nodiscard]] bool is_growth(std::string_view metric, std::string_view denominator_kind);
/// Stocks: the year if due on 31 December, else the last month that ends on or before the due day (the stock at 24:00). Others: the year.
[[nodiscard]] Period due_period(const Target& target);
/// The period whose figure decides: the one that the scope names, else due_period.
[[nodiscard]] Period judged_period(const Target& target);

/// Rows of the target's metric and scope, all periods, in table order. A `period` or `unit` in the scope restricts them.
[[nodiscard]] std::vector<const MetricRow*> rows_of(const Target& target, const MetricTable& metrics);
/// The same for any metric by name; the scope is taken as it is.
[[nodiscard]] std::vector<const MetricRow*> rows_of(std::string_view metric, const Scope& scope, const MetricTable& metrics);
/// The row of this metric, period and scope, if there is one.
[[nodiscard]] const MetricRow* find_row(const MetricTable& metrics, std::string_view metric, std::string_view period, const Scope& scope);
/// The row that the target is judged by.
[[nodiscard]] const MetricRow* row_at(const std::vector<const MetricRow*>& rows, const std::string& period);
/// The row's value in the target's unit ("%" of a share, 万吨 of t ...); nothing if the units do not fit. Percent is taken from numerator
/// and denominator, so that 29 of 100 is exactly 29 %.
[[nodiscard]] std::optional<double> value_in(const MetricRow& row, const std::string& unit);

}  // namespace railshift::analysis

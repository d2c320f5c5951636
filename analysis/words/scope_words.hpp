#pragma once
/// A scope as a reader wants it: 名单合计 · 门口口径 · 铁路 ÷ (铁路+公路), with the names that the scenario gives its firms and goods.
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "analysis/metrics/target_scope.hpp"
#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Names by id of what a scope can name, in both languages; where a world has no name, the other language's or the id stands. What has the
/// name of another one of its list, or of a set of trucks, has its id behind it.
struct Names {
  std::map<std::string, Words> firms, segments, commodities, stations;
};
[[nodiscard]] Names names_of(const World& world);
/// The name of an id in one of the lists of Names; an id that is not there stands for itself.
[[nodiscard]] std::string name_in(const std::map<std::string, Words>& names, const std::string& id, Language language);

/// 清徐县, Qingxu; what no county has by its word (*beyond); a code that is not in the list with what it is of: 区县 990101.
[[nodiscard]] std::string area_name(const std::string& code, Language language);

/// The fields of a scope in the order in which a planner says them: who, what kind, of what, seen from where.
[[nodiscard]] std::span<const std::string_view> spoken_order();
/// The scope in that order; a field that is not named there comes last.
[[nodiscard]] std::string reading(const Scope& scope, const Names& names, Language language);
/// PM2.5_concentration: what a target on the air asks of the metric exhaust, which no run has. It is no exhaust and is not called so.
[[nodiscard]] bool is_concentration(std::string_view pollutant);
/// `metric · reading`, or the metric alone of the whole city; of a concentration its own name.
[[nodiscard]] std::string metric_reading(std::string_view metric, const Scope& scope, const Names& names, Language language);

}  // namespace railshift::analysis

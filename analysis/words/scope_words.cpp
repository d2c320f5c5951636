#include "analysis/words/scope_words.hpp"

#include <algorithm>
#include <array>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/words/areas/area_names.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/core/text.hpp"
#include "sim/model/area_code.hpp"
#include "sim/model/truck_set.hpp"

namespace railshift::analysis {
namespace {

constexpr std::array<std::string_view, 16> kSpokenOrder{
    "firm",  "segment", "commodity",      "county",           "rail_station", "haul_class", "standard", "powertrain",
    "level", "basis",   "numerator_kind", "denominator_kind", "direction",    "ring",       "period",   "unit"};

/// The denominator of a growth: no share of anything.
constexpr std::string_view kBaseYear = "base_year";

Words named(const std::string& zh, const std::string& en, const std::string& id) {
  const std::string& any = zh.empty() ? (en.empty() ? id : en) : zh;
  return {zh.empty() ? any : zh, en.empty() ? any : en};
}

template <class Rows>
std::map<std::string, Words> names_by_id(const Rows& rows) {
  std::map<std::string, Words> names;
  for (const auto& row : rows) names.emplace(row.id, named(row.name_zh, row.name_en, row.id));
  return names;
}

/// Every place can load or unload a train: those outside of the network's sections too. A node has a name in Chinese alone.
std::map<std::string, Words> station_names(const World& world) {
  std::map<std::string, Words> names;
  for (const Node& node : world.nodes) names.emplace(node.id, named(node.name_zh, {}, node.id));
  return names;
}

using NamesById = std::map<std::string, Words>;

/// Where two ids have one name, or one has a name that is taken, the id stands behind it: two rows must not read the same.
NamesById told_apart(NamesById names, const std::vector<Words>& taken = {}) {
  for (std::string Words::*in : {&Words::zh, &Words::en}) {
    std::map<std::string, int> times;
    for (const Words& words : taken) ++times[words.*in];
    for (const auto& [id, words] : names) ++times[words.*in];
    for (auto& [id, words] : names) {
      if (times.at(words.*in) > 1 && words.*in != id) words.*in += " (" + id + ")";
    }
  }
  return names;
}

std::vector<Words> words_of_truck_sets() {
  std::vector<Words> words;
  for (const TruckSet& set : truck_sets()) words.push_back(set.words);
  return words;
}

std::vector<std::string> in_spoken_order(const Scope& scope) {
  std::vector<std::string> fields;
  for (const auto& [field, value] : scope) fields.push_back(field);
  const auto place = [](const std::string& field) { return std::find(kSpokenOrder.begin(), kSpokenOrder.end(), field); };
  std::stable_sort(fields.begin(), fields.end(), [&](const std::string& a, const std::string& b) { return place(a) < place(b); });
  return fields;
}

std::string piece(const std::string& field, const std::string& value, const Names& names, Language language) {
  if (field == "firm" && value == kListedFirms) return word("aggregate", language);
  if (field == "firm" && value == kListedWithSiding) return word("aggregate_with_siding", language);
  if (field == "firm") return name_in(names.firms, value, language);
  if (const TruckSet* set = truck_set_named(value); field == "segment" && set != nullptr) return set->words.in(language);
  if (field == "segment") return name_in(names.segments, value, language);
  if (field == "commodity") return name_in(names.commodities, value, language);
  if (field == "rail_station") return name_in(names.stations, value, language);
  if (field == "county") return area_name(value, language);
  if (field == "ring") return word("ring" + value, language);
  if (field == "unit") return unit_word(value, language);
  if (field == "denominator_kind" && value != kBaseYear) return "÷ (" + word(value, language) + ")";
  // A level at which firms are counted, such as 0.85.
  if (const auto level = parse_decimal(value); (field == "numerator_kind" || field == "level") && level)
    return "≥" + figure_text(*level, "1", language);
  return value.starts_with("<=") ? "≤" + word(value.substr(2), language) : word(value, language);
}

}  // namespace

bool is_concentration(std::string_view pollutant) { return pollutant.ends_with("_concentration"); }

std::string area_name(const std::string& code, Language language) {
  if (code.starts_with('*')) return word(code, language);
  if (const auto named = area_named(code)) return named->in(language);
  return word(is_prefecture_code(code) ? "prefecture" : "county", language) + " " + code;
}

Names names_of(const World& world) {
  return {told_apart(names_by_id(world.firms)), told_apart(names_by_id(world.segments), words_of_truck_sets()),
          told_apart(names_by_id(world.commodities)), told_apart(station_names(world))};
}

std::string name_in(const std::map<std::string, Words>& names, const std::string& id, Language language) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second.in(language);
}

std::span<const std::string_view> spoken_order() { return kSpokenOrder; }

std::string reading(const Scope& scope, const Names& names, Language language) {
  std::string text;
  for (const std::string& field : in_spoken_order(scope)) {
    if (!text.empty()) text += field == "denominator_kind" && scope.at(field) != kBaseYear ? " " : " · ";
    text += piece(field, scope.at(field), names, language);
  }
  return text;
}

std::string metric_reading(std::string_view metric, const Scope& scope, const Names& names, Language language) {
  const auto kind = scope.find("numerator_kind");
  if (metric == to_text(MetricKind::exhaust) && kind != scope.end() && is_concentration(kind->second)) {
    Scope rest = scope;
    rest.erase("numerator_kind");
    const std::string where = reading(rest, names, language);
    return word(kind->second, language) + (where.empty() ? "" : " · " + where);
  }
  const std::string said = reading(scope, names, language);
  return metric_name(metric, language) + (said.empty() ? "" : " · " + said);
}

}  // namespace railshift::analysis

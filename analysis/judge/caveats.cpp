#include "analysis/judge/caveats.hpp"

#include <map>
#include <optional>

#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/rail/bound_sums.hpp"

namespace railshift::analysis {
namespace {

/// What binds each sum of firms: ids of measures, and the list.
std::map<Id<Firm>, std::vector<std::string>> bound_by(const World& world) {
  std::map<Id<Firm>, std::vector<std::string>> by;
  for (const Id<Firm> firm : listed_firms(world)) {
    if (world.firms[firm].is_sum) by[firm].emplace_back(kListedFirms);
  }
  for (const rules::BoundSum& sum : rules::bound_sums(world)) {
    for (const Id<Measure> measure : sum.measures) by[sum.firm].push_back(world.measures[measure].id);
  }
  return by;
}

std::optional<Caveat> sums_of_firms(const World& world) {
  std::string zh, en;
  for (const auto& [id, rules] : bound_by(world)) {
    const Firm& firm = world.firms[id];
    zh += fmt::format("{}{}（{}）", zh.empty() ? "" : "、", firm.name_zh, fmt::join(rules, "、"));
    en += fmt::format("{}{} ({})", en.empty() ? "" : ", ", firm.name_en, fmt::join(rules, ", "));
  }
  if (zh.empty()) return std::nullopt;
  return Caveat{
      "sums-of-firms",
      "门槛按单个企业规定，以下各行是多家企业的合计，其中哪些企业达到门槛无从判断，模型按一家约束：" + zh,
      "A threshold holds per firm; these rows stand for several firms, which of them reach it is not known, and the model binds each "
      "row as one: " +
          en,
      {MetricKind::rail_share, MetricKind::rail_tonnes, MetricKind::clean_share},
      Standing::assumed,
      "firms.csv: is_sum"};
}

}  // namespace

std::vector<Caveat> caveats_of(const World& world) {
  std::vector<Caveat> all(world.caveats.begin(), world.caveats.end());
  if (auto sums = sums_of_firms(world)) all.push_back(std::move(*sums));
  return all;
}

}  // namespace railshift::analysis

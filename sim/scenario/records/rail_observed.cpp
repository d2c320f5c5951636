#include "sim/scenario/records/rail_observed.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/scenario/records/record_numbers.hpp"

namespace railshift::scenario {
namespace {

/// The sidings whose tonnes add up to what the chains of a commodity carry, each train counted once; nothing if the record lacks one.
std::optional<std::set<Id<Siding>>> adding_up(const World& world, const RailRecord& record, Id<Commodity> commodity) {
  std::set<Id<Siding>> counted;
  std::set<Id<Siding>> left_out;
  for (const Chain& chain : world.chains) {
    if (world.flows[chain.flow].commodity != commodity || !chain.has(Mode::rail)) continue;
    const auto loads = rules::loading_siding(world, chain);
    const auto unloads = rules::unloading_siding(world, chain);
    const bool has_loads = loads && record.goods.count({*loads, commodity}) != 0;
    const bool has_unloads = unloads && record.goods.count({*unloads, commodity}) != 0;
    if (!has_loads && !has_unloads) return std::nullopt;
    counted.insert(has_loads ? *loads : *unloads);
    if (has_loads && has_unloads) left_out.insert(*unloads);
  }
  const bool mixed = std::any_of(left_out.begin(), left_out.end(), [&](Id<Siding> siding) { return counted.count(siding) != 0; });
  return mixed ? std::nullopt : std::optional(counted);
}

/// Months in which every one of the sidings has a row, added up.
std::map<Month, std::int64_t> common_months(const RailRecord& record, const std::set<Id<Siding>>& sidings, Id<Commodity> commodity) {
  std::map<Month, std::int64_t> sums;
  std::map<Month, std::size_t> rows;
  for (const Id<Siding> siding : sidings) {
    for (const auto& [month, kg] : record.goods.at({siding, commodity}).kg) {
      sums[month] += kg;
      ++rows[month];
    }
  }
  std::erase_if(sums, [&](const auto& at) { return rows.at(at.first) != sidings.size(); });
  return sums;
}

std::map<int, std::int64_t> whole_years(const std::map<Month, std::int64_t>& months) {
  std::map<int, std::int64_t> sums;
  std::map<int, int> rows;
  for (const auto& [month, kg] : months) {
    sums[month.year()] += kg;
    ++rows[month.year()];
  }
  std::erase_if(sums, [&](const auto& at) { return rows.at(at.first) != 12; });
  return sums;
}

}  // namespace

void write_rail_observed(const World& world, const RailRecord& record, const std::string& source, TableEdits& edits, RecordImport& out) {
  const auto put = [&](const std::string& id, const std::string& metric, const std::string& scope, const std::string& period,
                       std::int64_t kg) {
    edits.put("observed", {{"observed_id", fmt::format("ob-rail-{}-{}", id, period)},
                           {"metric", metric},
                           {"scope", scope},
                           {"period", period},
                           {"value", tonnes_text(kg)},
                           {"unit", "t"},
                           {"source", source}});
  };
  std::set<Id<Commodity>> whole;
  for (const auto& [key, goods] : record.goods) {
    const std::string& commodity = world.commodities[key.second].id;
    const std::string& siding = world.sidings[key.first].id;
    if (whole.count(key.second) != 0) continue;
    if (const auto sidings = adding_up(world, record, key.second); sidings && !sidings->empty()) {
      whole.insert(key.second);
      const auto months = common_months(record, *sidings, key.second);
      for (const auto& [month, kg] : months) put(commodity, "rail_tonnes", "commodity=" + commodity, to_string(month), kg);
      for (const auto& [year, kg] : whole_years(months)) put(commodity, "rail_tonnes", "commodity=" + commodity, std::to_string(year), kg);
      continue;
    }
    for (const auto& [year, kg] : whole_years(goods.kg))
      put(fmt::format("{}-{}", siding, commodity), "siding_tonnes", fmt::format("siding={};commodity={}", siding, commodity),
          std::to_string(year), kg);
    out.notes.push_back(
        fmt::format("{} of {}: the record does not hold every siding of the scenario that handles it; no simulated value "
                    "stands beside it",
                    commodity, siding));
  }
}

}  // namespace railshift::scenario

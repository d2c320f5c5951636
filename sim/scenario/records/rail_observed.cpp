#include "sim/scenario/records/rail_observed.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/scenario/records/observed_rows.hpp"
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

class ObservedWriter {
 public:
  ObservedWriter(const RailRecord& record, const RecordRequest& request, TableEdits& edits, RecordImport& out, Problems& problems)
      : record_(record), request_(request), out_(out), rows_(request, edits, out, problems) {}

  /// What a metric's year lacks, by the sidings that it adds up.
  [[nodiscard]] Words gap(const std::set<Id<Siding>>& sidings, int year) const {
    std::vector<Words> gaps;
    for (const Id<Siding> siding : sidings) gaps.push_back(record_.unread.of(siding, year));
    return all_gaps(std::move(gaps));
  }

  /// False, once said, if the year has a gap that blocks it.
  bool may_write(const Words& what, const Words& gap) {
    if (gap.empty() || request_.answers.gaps == GapRule::allow) return true;
    if (said_.insert(what.en).second) report_blocked(what, gap, out_);
    return false;
  }

  void put(const std::string& id, const std::string& metric, const std::string& scope, const std::string& period, std::int64_t kg,
           const Words& gap) {
    rows_.put({fmt::format("ob-rail-{}-{}", id, period), metric, scope, period, tonnes_text(kg), "t"}, gap);
  }

 private:
  const RailRecord& record_;
  const RecordRequest& request_;
  RecordImport& out_;
  ObservedRows rows_;
  std::set<std::string> said_;
};

}  // namespace

void write_rail_observed(const World& world, const RailRecord& record, const RecordRequest& request, TableEdits& edits, RecordImport& out,
                         Problems& problems) {
  ObservedWriter writer(record, request, edits, out, problems);
  std::set<Id<Commodity>> whole;
  for (const auto& [key, goods] : record.goods) {
    const Commodity& good = world.commodities[key.second];
    const std::string& commodity = good.id;
    const std::string& siding = world.sidings[key.first].id;
    if (whole.count(key.second) != 0) continue;
    if (const auto sidings = adding_up(world, record, key.second); sidings && !sidings->empty()) {
      whole.insert(key.second);
      const auto put = [&](const std::string& period, int year, std::int64_t kg) {
        const Words gap = writer.gap(*sidings, year);
        const Words what = both("{}在 {} 年的实测 rail_tonnes（铁路运量）", "observed rail_tonnes of {} in {}", called(good), year);
        if (writer.may_write(what, gap)) writer.put(commodity, "rail_tonnes", "commodity=" + commodity, period, kg, gap);
      };
      const auto months = common_months(record, *sidings, key.second);
      for (const auto& [month, kg] : months) put(to_string(month), month.year(), kg);
      for (const auto& [year, kg] : whole_years(months)) put(std::to_string(year), year, kg);
      continue;
    }
    for (const auto& [year, kg] : whole_years(goods.kg)) {
      const Words gap = writer.gap({key.first}, year);
      const Words what = both("{1}的 {0}在 {2} 年的实测 siding_tonnes（专用线运量）", "observed siding_tonnes of {0} at {1} in {2}",
                              called(world.commodities[key.second]), called(world.sidings[key.first]), year);
      if (writer.may_write(what, gap))
        writer.put(fmt::format("{}-{}", siding, commodity), "siding_tonnes", fmt::format("siding={};commodity={}", siding, commodity),
                   std::to_string(year), kg, gap);
    }
    out.notes.push_back(
        both("{}：记录没有包括情景中装卸该货类的全部专用线；没有可对照的模拟值",
             "{}: the record does not hold every siding of the scenario that handles it; no simulated value stands beside it",
             words_of_goods(world, key)));
  }
}

}  // namespace railshift::scenario

/// Rail share: a family, because the plans do not say which one they mean. All figures count delivered bulk goods without dangerous ones,
/// in tonnes or (basis tonne_km) in tonne-kilometres.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

struct Reading {
  std::string_view numerator_kind, denominator_kind;
};
constexpr std::array<Reading, 3> kReadings{{{"rail", "rail_road"}, {"rail", "all"}, {"rail_belt_pipe", "all"}}};

Share share_of(const ModeSums& sums, const Reading& reading) {
  const std::int64_t part = reading.numerator_kind == "rail" ? sums.rail_kg : sums.rail_kg + sums.belt_pipe_kg;
  const std::int64_t whole = reading.denominator_kind == "rail_road" ? sums.rail_road_kg() : sums.all_kg();
  return {tonnes_of(part), tonnes_of(whole)};
}

/// Levels at which firms are counted: every five points in the upper half. The levels that plans name are among them.
constexpr int kLowestLevel = 50;
constexpr int kLevelStep = 5;
constexpr int kHighestLevel = 100;

struct FirmCount {
  int firms = 0;
  std::array<int, (kHighestLevel - kLowestLevel) / kLevelStep + 1> at_or_above{};
  Standing standing = Standing::derived;
};

/// Integer arithmetic: a firm at exactly the level is in.
void count(FirmCount& counts, const ModeSums& sums) {
  ++counts.firms;
  counts.standing = combine(counts.standing, sums.standing);
  for (std::size_t i = 0; i < counts.at_or_above.size(); ++i) {
    const std::int64_t level = kLowestLevel + static_cast<std::int64_t>(i) * kLevelStep;
    if (sums.rail_kg * 100 >= level * sums.rail_road_kg()) ++counts.at_or_above[i];
  }
}

}  // namespace

void add_rail_share(const Gauge& gauge, MetricTable& table) {
  for (const ModeTable& sums_of : {mode_table(gauge, Goods::bulk), tonne_km_table(gauge, Goods::bulk)}) {
    for (const auto& [key, sums] : sums_of) {
      for (const Reading& reading : kReadings) {
        const Share share = share_of(sums, reading);
        if (share.whole <= 0.0) continue;
        MetricRow row = gauge.share_row("rail_share", key.period, share, sums.standing);
        fill_scope(row, key, gauge.world());
        row.numerator_kind = reading.numerator_kind;
        row.denominator_kind = reading.denominator_kind;
        table.push_back(std::move(row));
      }
    }
  }
}

void add_firm_counts(const Gauge& gauge, MetricTable& table) {
  const std::vector<Id<Firm>> listed = listed_firms(gauge.world());
  std::map<std::pair<Period, ShareBasis>, FirmCount> counts;
  for (const auto& [key, sums] : mode_table(gauge, Goods::bulk)) {
    const bool of_listed_firm = key.firm.kind == FirmScope::Kind::one && std::binary_search(listed.begin(), listed.end(), key.firm.firm);
    if (!of_listed_firm || key.direction != Direction::both || sums.rail_road_kg() == 0) continue;
    count(counts[{key.period, key.basis}], sums);
  }
  for (const auto& [key, found] : counts) {
    for (std::size_t i = 0; i < found.at_or_above.size(); ++i) {
      MetricRow row = gauge.row("firms_at_or_above", key.first, "firms", found.at_or_above[i], found.standing);
      row.firm = kListedFirms;
      row.numerator_kind = fmt::format("{:.2f}", (kLowestLevel + static_cast<int>(i) * kLevelStep) / 100.0);
      row.denominator_kind = "rail_road";
      row.direction = to_text(Direction::both);
      row.basis = to_text(key.second);
      row.numerator = found.at_or_above[i];
      row.denominator = found.firms;
      table.push_back(std::move(row));
    }
  }
}

}  // namespace railshift::analysis

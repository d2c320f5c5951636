/// Listed firms at or above a rail share (firms_at_or_above), and as a share of firms in each reading (firms_passing).
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "analysis/firms/clean_ok.hpp"
#include "analysis/metrics/families.hpp"
#include "analysis/metrics/rail_readings.hpp"
#include "sim/rules/rail/siding_access.hpp"

namespace railshift::analysis {
namespace {

/// Levels at which firms are counted: every five points in the upper half. The levels that plans name are among them.
constexpr int kLowestLevel = 50;
constexpr int kLevelStep = 5;
constexpr int kHighestLevel = 100;

struct FirmCount {
  int firms = 0;
  std::array<int, (kHighestLevel - kLowestLevel) / kLevelStep + 1> at_or_above{};
  Standing standing = Standing::derived;
};

std::string level_text(std::size_t i) { return fmt::format("{:.2f}", (kLowestLevel + static_cast<int>(i) * kLevelStep) / 100.0); }

/// Integer arithmetic: a firm at exactly the level is in.
void count(FirmCount& counts, std::int64_t part_kg, std::int64_t whole_kg, Standing standing) {
  ++counts.firms;
  counts.standing = combine(counts.standing, standing);
  for (std::size_t i = 0; i < counts.at_or_above.size(); ++i) {
    const std::int64_t level = kLowestLevel + static_cast<std::int64_t>(i) * kLevelStep;
    if (part_kg * 100 >= level * whole_kg) ++counts.at_or_above[i];
  }
}

/// Which firms are counted: when, seen from where, in which reading.
struct CountKey {
  Period period;
  ShareBasis basis = ShareBasis::gate;
  std::string_view numerator_kind, denominator_kind;
  friend auto operator<=>(const CountKey&, const CountKey&) = default;
};
using FirmCounts = std::map<CountKey, FirmCount>;

/// Counts every listed firm in each reading. Of rail_or_clean a firm with a siding on the first day of the year is judged by its rail
/// share, another one by whether its works transport cleanly. A siding that stands counts, open or not, as in listed_with_siding: else a
/// plan would do better by opening its siding later.
class FirmCounter {
 public:
  explicit FirmCounter(const Gauge& gauge) : world_(gauge.world()), listed_(listed_firms(world_)), clean_(clean_years(gauge)) {
    for (const Id<Firm> firm : listed_) siding_since_[firm] = rules::siding_access(world_, firm).since();
  }

  [[nodiscard]] bool counts(const TonneKey& key) const {
    const bool listed = key.firm.kind == FirmScope::Kind::one && std::binary_search(listed_.begin(), listed_.end(), key.firm.firm);
    return listed && key.direction == Direction::both;
  }

  void add(const TonneKey& key, const ModeSums& sums) {
    for (const RailReading& reading : kRailReadings) {
      const auto [part, whole] = parts_of(sums, reading);
      if (whole == 0) continue;
      count(counts_[{key.period, key.basis, reading.numerator_kind, reading.denominator_kind}], part, whole, sums.standing);
      if (reading.numerator_kind == "rail") add_rail_or_clean(key, sums, reading);
    }
  }

  [[nodiscard]] const FirmCounts& found() const { return counts_; }

 private:
  void add_rail_or_clean(const TonneKey& key, const ModeSums& sums, const RailReading& reading) {
    const auto& since = siding_since_.at(key.firm.firm);
    FirmCount& counts = counts_[{key.period, key.basis, kRailOrClean, reading.denominator_kind}];
    if (since && *since <= make_date(key.period.year, 1, 1)) {
      const auto [part, whole] = parts_of(sums, reading);
      return count(counts, part, whole, sums.standing);
    }
    const auto clean = clean_.find({key.firm.firm, key.period.year});
    if (clean == clean_.end()) return;  // no rule for its works: neither passes nor fails
    count(counts, clean->second.ok ? 1 : 0, 1, combine(sums.standing, clean->second.standing));
  }

  const World& world_;
  std::vector<Id<Firm>> listed_;
  CleanYears clean_;
  std::map<Id<Firm>, std::optional<Date>> siding_since_;
  FirmCounts counts_;
};

MetricRow count_row(const Gauge& gauge, const CountKey& key, const FirmCount& found, std::size_t level) {
  MetricRow row = gauge.row("firms_at_or_above", key.period, "firms", found.at_or_above[level], found.standing);
  row.firm = kListedFirms;
  row.numerator_kind = level_text(level);
  row.denominator_kind = key.denominator_kind;
  row.direction = to_text(Direction::both);
  row.basis = to_text(key.basis);
  row.numerator = found.at_or_above[level];
  row.denominator = found.firms;
  return row;
}

MetricRow passing_row(const Gauge& gauge, const CountKey& key, const FirmCount& found, std::size_t level) {
  const Share share{static_cast<double>(found.at_or_above[level]), static_cast<double>(found.firms)};
  MetricRow row = gauge.share_row("firms_passing", key.period, share, found.standing);
  row.firm = kListedFirms;
  row.level = level_text(level);
  row.numerator_kind = key.numerator_kind;
  row.denominator_kind = key.denominator_kind;
  row.direction = to_text(Direction::both);
  row.basis = to_text(key.basis);
  return row;
}

}  // namespace

void add_firm_counts(const Gauge& gauge, MetricTable& table) {
  FirmCounter counter(gauge);
  for (const auto& [key, sums] : mode_table(gauge, Goods::bulk)) {
    if (counter.counts(key)) counter.add(key, sums);
  }
  for (const auto& [key, found] : counter.found()) {
    if (found.firms == 0) continue;
    const bool counted = key.numerator_kind == "rail" && key.denominator_kind == "rail_road";
    for (std::size_t i = 0; i < found.at_or_above.size(); ++i) {
      if (counted) table.push_back(count_row(gauge, key, found, i));
      table.push_back(passing_row(gauge, key, found, i));
    }
  }
}

}  // namespace railshift::analysis

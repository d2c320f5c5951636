#include "analysis/tracking/paced_trucks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace railshift::analysis {
namespace {

using Cell = std::tuple<Id<Segment>, VehicleType, std::uint8_t>;
Cell cell_of(const RegisterTally& tally) { return {tally.segment, tally.vehicle_type, tally.access.index()}; }

std::int64_t left_of_cell(const RegisterTally& tally) { return std::accumulate(tally.left.begin(), tally.left.end(), std::int64_t{0}); }

/// Shares whole trucks out in proportion to `parts`, evenly where all are 0; the shares sum to the total.
std::vector<std::int64_t> shared_out(std::int64_t total, const std::vector<std::int64_t>& parts) {
  const std::int64_t sum = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  if (sum == total) return parts;
  std::vector<std::int64_t> shares;
  double before = 0.0;
  std::int64_t given = 0;
  for (const std::int64_t part : parts) {
    before += sum > 0 ? static_cast<double>(part) / static_cast<double>(sum) : 1.0 / static_cast<double>(parts.size());
    const std::int64_t upto = std::llround(static_cast<double>(total) * before);
    shares.push_back(upto - given);
    given = upto;
  }
  return shares;
}

/// Months in which a class of trucks has left the run's register, or is not in it yet, get a row of none for trucks that were counted: as
/// the nearest month before has them, else the nearest after.
void add_rows(const std::vector<ObservedSeries>& series, const CountedRows& counted, ledger::Ledger& ledger) {
  std::map<Month, std::map<Cell, RegisterTally>> classes;
  for (const ledger::RegisterFoldRow& row : ledger.registers) classes[row.month][cell_of(row.tally)] = row.tally;
  std::map<Month, std::map<Cell, RegisterTally>> added;
  for (std::size_t s = 0; s < series.size(); ++s) {
    if (counts_tonnes(series[s].kind)) continue;
    std::map<Month, std::vector<RegisterTally>> its;
    for (const auto& [month, tallies] : classes) {
      for (const auto& [cell, tally] : tallies) {
        const TrucksCounted* trucks = counted.of(tally);
        if (trucks != nullptr && (trucks->stock == s || trucks->cancelled == s)) its[month].push_back(tally);
      }
    }
    if (its.empty()) continue;
    for (const auto& [month, tallies] : classes) {
      if (month < series[s].months.begin()->first || its.contains(month)) continue;
      const auto later = its.upper_bound(month);
      for (const RegisterTally& like : (later == its.begin() ? later : std::prev(later))->second) added[month][cell_of(like)] = like;
    }
  }
  for (const auto& [month, tallies] : added) {
    for (const auto& [cell, like] : tallies) {
      RegisterTally none;
      none.segment = like.segment;
      none.vehicle_type = like.vehicle_type;
      none.access = like.access;
      ledger.registers.push_back({month, none});
    }
  }
}

class TruckPace {
 public:
  TruckPace(const std::vector<ObservedSeries>& series, const CountedRows& counted, const RunPace& pace, ledger::Ledger& ledger)
      : series_(series), counted_(counted), pace_(pace), ledger_(ledger) {
    add_rows(series, counted, ledger);
    for (ledger::RegisterFoldRow& row : ledger.registers) by_month_[row.month].push_back(&row.tally);
  }

  void run() {
    for (auto& [month, tallies] : by_month_) {
      left_now_.clear();
      leave(month, tallies);
      for (std::size_t s = 0; s < series_.size(); ++s) {
        if (series_[s].kind == ObservedKind::stock) stand(s, month, tallies);
      }
    }
    lose_bases();
  }

 private:
  /// What the month's trucks of a series are, given what the run has.
  [[nodiscard]] std::int64_t amount(std::size_t s, Month month, std::int64_t simulated) const {
    const auto& months = series_[s].months;
    if (month < months.begin()->first) return simulated;
    if (const auto found = months.find(month); found != months.end()) return std::llround(found->second);
    const double factor = pace_.in(s, month);
    return factor == 1.0 ? simulated : std::llround(static_cast<double>(simulated) * factor);
  }

  /// The stock of these trucks is counted, or goes on from a count: what leaves does not change it once more.
  [[nodiscard]] bool has_stock(const RegisterTally& tally, Month month) const {
    const TrucksCounted* trucks = counted_.of(tally);
    return trucks != nullptr && trucks->stock && !(month < series_[*trucks->stock].months.begin()->first);
  }

  /// Trucks that leave, and what the stock misses since.
  void leave(Month month, const std::vector<RegisterTally*>& tallies) {
    std::map<std::size_t, std::vector<RegisterTally*>> counted;
    for (RegisterTally* tally : tallies) {
      const TrucksCounted* trucks = counted_.of(*tally);
      if (trucks != nullptr && trucks->cancelled) counted[*trucks->cancelled].push_back(tally);
    }
    for (const auto& [s, its] : counted) {
      std::vector<std::int64_t> left;
      for (const RegisterTally* tally : its) left.push_back(left_of_cell(*tally));
      const std::int64_t simulated = std::accumulate(left.begin(), left.end(), std::int64_t{0});
      std::vector<std::int64_t> weights = left;  // of nothing that leaves in the run: those who could
      if (simulated == 0) std::transform(its.begin(), its.end(), weights.begin(), [](const RegisterTally* t) { return t->open; });
      const std::vector<std::int64_t> now = shared_out(amount(s, month, simulated), weights);
      for (std::size_t i = 0; i < its.size(); ++i) set_left(*its[i], left[i], now[i]);
    }
    for (RegisterTally* tally : tallies) {
      if (!has_stock(*tally, month)) tally->close = std::max<std::int64_t>(0, tally->close - more_left_[cell_of(*tally)]);
    }
  }

  void set_left(RegisterTally& tally, std::int64_t before, std::int64_t now) {
    if (before == now) return;
    more_left_[cell_of(tally)] += now - before;
    left_now_[cell_of(tally)] = now - before;
    std::vector<std::int64_t> causes(tally.left.begin(), tally.left.end());
    if (before == 0) causes.assign(1, 1);
    causes = shared_out(now, causes);
    std::copy(causes.begin(), causes.end(), tally.left.begin());
    for (std::size_t i = 0; i < tally.sold_away.size(); ++i) tally.sold_away[i] = std::min(tally.sold_away[i], tally.left[i]);
  }

  /// The stock of a series: counted, then as it changes in the run times the pace.
  void stand(std::size_t s, Month month, const std::vector<RegisterTally*>& tallies) {
    std::vector<RegisterTally*> its;
    for (RegisterTally* tally : tallies) {
      const TrucksCounted* trucks = counted_.of(*tally);
      if (trucks != nullptr && trucks->stock == s) its.push_back(tally);
    }
    std::vector<std::int64_t> close;
    for (const RegisterTally* tally : its) close.push_back(tally->close);
    const std::int64_t simulated = std::accumulate(close.begin(), close.end(), std::int64_t{0});
    Standing& was = stocks_[s];
    const auto& months = series_[s].months;
    double now = static_cast<double>(simulated);
    if (const auto found = months.find(month); found != months.end())
      now = found->second;
    else if (months.rbegin()->first < month)
      now = std::max(0.0, was.now + change(s, month, its, simulated - was.simulated));
    was = {now, simulated};
    const std::int64_t total = std::llround(now);
    if (its.empty()) return;
    if (total != simulated) {
      const std::vector<std::int64_t> shares = shared_out(total, simulated == 0 ? last_shares(its) : close);
      for (std::size_t i = 0; i < its.size(); ++i) its[i]->close = shares[i];
    }
    if (total == 0) return;
    for (const RegisterTally* tally : its) last_[cell_of(*tally)] = tally->close;
  }

  /// Of a stock after its last count: as in the run times its pace; where cancellations of the month were counted, those instead.
  [[nodiscard]] double change(std::size_t s, Month month, const std::vector<RegisterTally*>& its, std::int64_t simulated) const {
    bool counted = false;
    std::int64_t more_left = 0;
    for (const RegisterTally* tally : its) {
      const auto& cancelled = counted_.of(*tally)->cancelled;
      if (!cancelled || !series_[*cancelled].months.contains(month)) continue;
      counted = true;
      if (const auto found = left_now_.find(cell_of(*tally)); found != left_now_.end()) more_left += found->second;
    }
    if (counted) return static_cast<double>(simulated - more_left);
    return static_cast<double>(simulated) * pace_.in(s, month);
  }

  [[nodiscard]] std::vector<std::int64_t> last_shares(const std::vector<RegisterTally*>& its) const {
    std::vector<std::int64_t> shares;
    for (const RegisterTally* tally : its) {
      const auto found = last_.find(cell_of(*tally));
      shares.push_back(found == last_.end() ? tally->open : found->second);
    }
    return shares;
  }

  void lose_bases() {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> lost;  ///< by measure: in the run, now
    std::stable_sort(ledger_.frozen_bases.begin(), ledger_.frozen_bases.end(),
                     [](const auto& a, const auto& b) { return a.month < b.month; });
    for (ledger::FrozenBaseRow& row : ledger_.frozen_bases) {
      const auto series = counted_.frozen.find(row.tally.measure);
      if (series == counted_.frozen.end()) continue;
      auto& [simulated, now] = lost[row.tally.measure];
      now = std::min(row.tally.base, now + amount(series->second, row.month, row.tally.left_total - simulated));
      simulated = row.tally.left_total;
      if (simulated == now) continue;
      const double by_order = simulated > 0 ? static_cast<double>(row.tally.left_by_order) / static_cast<double>(simulated) : 0.0;
      row.tally.left_by_order = std::min(now, std::int64_t{std::llround(static_cast<double>(now) * by_order)});
      row.tally.left_total = now;
    }
  }

  struct Standing {
    double now = 0.0;
    std::int64_t simulated = 0;
  };
  const std::vector<ObservedSeries>& series_;
  const CountedRows& counted_;
  const RunPace& pace_;
  ledger::Ledger& ledger_;
  std::map<Month, std::vector<RegisterTally*>> by_month_;
  std::map<Cell, std::int64_t> more_left_;  ///< than in the run, so far
  std::map<Cell, std::int64_t> left_now_;   ///< more than in the run in this month
  std::map<std::size_t, Standing> stocks_;
  std::map<Cell, std::int64_t> last_;  ///< what a stock of some trucks was made of
};

}  // namespace

void pace_trucks(const std::vector<ObservedSeries>& series, const CountedRows& counted, const RunPace& pace, ledger::Ledger& ledger) {
  if (counted.trucks.empty()) return;
  TruckPace(series, counted, pace, ledger).run();
}

void stop_trucks_after(ledger::Ledger& ledger, Month month) {
  std::map<Cell, std::int64_t> stock;
  std::map<std::string, FrozenTally> bases;
  for (const ledger::RegisterFoldRow& row : ledger.registers) {
    if (row.month == month) stock[cell_of(row.tally)] = row.tally.close;
  }
  for (const ledger::FrozenBaseRow& row : ledger.frozen_bases) {
    if (row.month == month) bases[row.tally.measure] = row.tally;
  }
  std::map<Month, std::map<Cell, bool>> seen;
  for (ledger::RegisterFoldRow& row : ledger.registers) {
    if (!(month < row.month)) continue;
    const auto found = stock.find(cell_of(row.tally));
    row.tally.close = row.tally.open = found == stock.end() ? 0 : found->second;
    row.tally.joined = row.tally.ordered_joined = 0;
    row.tally.left = row.tally.sold_away = {};
    seen[row.month][cell_of(row.tally)] = true;
  }
  // A class that is gone in the run has no row any more.
  for (const auto& [later, cells] : seen) {
    for (const auto& [cell, trucks] : stock) {
      if (trucks == 0 || cells.contains(cell)) continue;
      RegisterTally tally;
      std::tie(tally.segment, tally.vehicle_type, std::ignore) = cell;
      tally.access = AccessClass::from_index(std::get<2>(cell));
      tally.open = tally.close = trucks;
      ledger.registers.push_back({later, tally});
    }
  }
  for (ledger::FrozenBaseRow& row : ledger.frozen_bases) {
    if (!(month < row.month)) continue;
    const auto found = bases.find(row.tally.measure);
    if (found == bases.end())
      row.tally.left_total = row.tally.left_by_order = 0;
    else
      row.tally = found->second;
  }
}

}  // namespace railshift::analysis

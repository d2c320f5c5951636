#include "analysis/tracking/counted_share.hpp"

#include <algorithm>

#include "analysis/metrics/target_scope.hpp"
#include "analysis/tracking/paced_ledger.hpp"

namespace railshift::analysis {
namespace {

/// A target whose figure says how much there is behind the one that is asked for.
Target amount_behind(const Target& asked, int year) {
  Target target = asked;
  target.due = make_date(year, 12, 31);
  target.scope.erase("period");
  if (target.metric == MetricKind::rail_tonnes) target.scope.erase("denominator_kind");
  if (target.metric == MetricKind::rail_tonnes) target.scope.insert_or_assign("unit", std::string("t"));
  if (target.metric == MetricKind::firms_passing) {
    target.scope = full_scope(target);
    target.metric = MetricKind::rail_share;
    target.scope.erase("level");
  }
  return target;
}

double amount_in_table(const Target& target, const MetricTable& table) {
  const MetricRow* row = row_at(rows_of(target, table), to_text(judged_period(target)));
  return row == nullptr ? 0.0 : row->denominator.value_or(row->value);
}

bool of_trucks(MadeOf made) { return made == MadeOf::stock || made == MadeOf::cancellations; }

class Masked {
 public:
  Masked(const std::vector<ObservedSeries>& series, const CountedRows& counted, Month from, Month until)
      : series_(series), counted_(counted), from_(from), until_(until) {}

  /// Tonnes of the months, of counted rows alone or of all.
  [[nodiscard]] ledger::Ledger tonnes(const ledger::Ledger& run, bool all) const {
    ledger::Ledger ledger;
    ledger.flows = run.flows;
    for (ledger::ChainRow row : run.chains) {
      const ChainCounted& c = counted_.chains[row.chain.index];
      if (!keeps({c.rail_in, c.rail_out, c.gate_in, c.gate_out}, row.month, all)) row.delivered_kg = 0;
      ledger.chains.push_back(row);
    }
    for (ledger::RailRow row : run.rail) {
      const ChainCounted& c = counted_.chains[row.chain.index];
      if (!keeps({c.rail_out, c.rail_in, c.gate_out, c.gate_in}, row.month, all)) row.departed_kg = 0;
      if (!keeps({c.rail_in, c.rail_out, c.gate_in, c.gate_out}, row.month, all)) row.arrived_kg = 0;
      ledger.rail.push_back(row);
    }
    return ledger;
  }

  /// Trucks that were there in the months, summed up as the stock of December; bases by how many months they stand.
  [[nodiscard]] ledger::Ledger trucks(const ledger::Ledger& run, bool all) const {
    ledger::Ledger ledger;
    ledger.flows = run.flows;
    std::map<std::tuple<Id<Segment>, VehicleType, std::uint8_t>, RegisterTally> sums;
    for (const ledger::RegisterFoldRow& row : run.registers) {
      const TrucksCounted* of_row = counted_.of(row.tally);
      const TrucksCounted none;
      const TrucksCounted& c = of_row == nullptr ? none : *of_row;
      if (!keeps({c.stock, c.cancelled}, row.month, all)) continue;
      RegisterTally& sum = sums[{row.tally.segment, row.tally.vehicle_type, row.tally.access.index()}];
      sum.segment = row.tally.segment;
      sum.vehicle_type = row.tally.vehicle_type;
      sum.access = row.tally.access;
      sum.close += std::max(row.tally.open, row.tally.close);
    }
    const Month december = make_month(until_.year(), 12);
    for (const auto& [cell, sum] : sums) ledger.registers.push_back({december, sum});
    for (const ledger::FrozenBaseRow& row : run.frozen_bases) {
      const auto found = counted_.frozen.find(row.tally.measure);
      const auto s = found == counted_.frozen.end() ? std::nullopt : std::optional(found->second);
      if (row.month == december) ledger.frozen_bases.push_back({december, months_of_base(row.tally, s, all)});
    }
    return ledger;
  }

 private:
  [[nodiscard]] bool keeps(std::initializer_list<std::optional<std::size_t>> order, Month month, bool all) const {
    if (month < from_ || until_ < month) return false;
    if (all) return true;
    return std::any_of(order.begin(), order.end(), [&](const auto& s) { return s && series_[*s].months.contains(month); });
  }

  [[nodiscard]] FrozenTally months_of_base(FrozenTally tally, const std::optional<std::size_t>& s, bool all) const {
    tally.base = tally.left_total = tally.left_by_order = 0;
    for (Month m = from_; m <= until_; m = m + 1) tally.base += keeps({s}, m, all) ? 1 : 0;
    return tally;
  }

  const std::vector<ObservedSeries>& series_;
  const CountedRows& counted_;
  Month from_, until_;
};

/// Amounts behind targets of one year, of all rows or of counted ones.
std::vector<double> amounts(const World& world, const std::vector<Target>& behind, const std::vector<bool>& by_trucks, const Masked& masked,
                            const ledger::Ledger& run, bool all) {
  std::vector<double> found(behind.size(), 0.0);
  for (const bool trucks : {false, true}) {
    std::vector<const Target*> some;
    for (std::size_t i = 0; i < behind.size(); ++i) {
      if (by_trucks[i] == trucks) some.push_back(&behind[i]);
    }
    if (some.empty()) continue;
    const MetricTable table = tracked_metrics(world, trucks ? masked.trucks(run, all) : masked.tonnes(run, all), some);
    for (std::size_t i = 0; i < behind.size(); ++i) {
      if (by_trucks[i] == trucks) found[i] = amount_in_table(behind[i], table);
    }
  }
  return found;
}

}  // namespace

std::vector<double> counted_shares(const World& world, const std::vector<const Target*>& targets, const std::vector<ObservedSeries>& series,
                                   const CountedRows& counted, const ledger::Ledger& run, Month until) {
  std::map<int, std::vector<std::size_t>> by_year;
  for (std::size_t i = 0; i < targets.size(); ++i) by_year[std::min(judged_period(*targets[i]).year, until.year())].push_back(i);
  std::vector<double> shares(targets.size(), 0.0);
  for (const auto& [year, its] : by_year) {
    std::vector<Target> behind;
    std::vector<bool> by_trucks;
    for (const std::size_t i : its) {
      behind.push_back(amount_behind(*targets[i], year));
      by_trucks.push_back(of_trucks(made_of(*targets[i])));
    }
    const Masked masked(series, counted, make_month(year, 1), std::min(until, make_month(year, 12)));
    const ledger::Ledger of_year = only_years(run, {year});
    const auto whole = amounts(world, behind, by_trucks, masked, of_year, true);
    const auto part = amounts(world, behind, by_trucks, masked, of_year, false);
    for (std::size_t k = 0; k < its.size(); ++k) shares[its[k]] = whole[k] > 0.0 ? part[k] / whole[k] : 0.0;
  }
  return shares;
}

}  // namespace railshift::analysis

#include "analysis/tracking/paced_ledger.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/tracking/paced_trucks.hpp"

namespace railshift::analysis {
namespace {

/// What a row of one month is: kg x factor + added.
struct Scaling {
  double factor = 1.0;
  double added_kg = 0.0;  ///< each row, where the run has nothing to be scaled
};
std::int64_t scaled(std::int64_t kg, const Scaling& by) {
  if (by.factor == 1.0 && by.added_kg == 0.0) return kg;
  return std::llround(static_cast<double>(kg) * by.factor + by.added_kg);
}

/// Kilograms of one month of a gate: what other series decide, and what it decides itself.
struct GateMonth {
  double fixed_kg = 0.0;
  double decided_kg = 0.0;
  std::int64_t rows = 0;  ///< of the latter
};

class TonnePace {
 public:
  TonnePace(const std::vector<ObservedSeries>& series, const CountedRows& counted, const RunPace& pace, const ledger::Ledger& run)
      : series_(series), pace_(pace), simulated_(simulated_months(series, counted, run)), rows_(series.size()), gates_(series.size()) {
    for (const ledger::RailRow& row : run.rail) {
      const ChainCounted& c = counted.chains[row.chain.index];
      for (const auto& s : {c.rail_out, c.rail_in}) {
        if (s) ++rows_[*s][row.month];
      }
      trains_.insert({row.month, row.chain});
    }
    std::array<std::vector<const ledger::ChainRow*>, kTurns> turns;
    for (const ledger::ChainRow& row : run.chains) {
      const auto by = decider(counted.chains[row.chain.index], row.month);
      if (!by) continue;
      if (series_[*by].kind == ObservedKind::gate) decide(*by, row.month, row.delivered_kg);
      turns[turn_of(*by, row.month)].push_back(&row);
    }
    for (const auto& rows : turns) {
      for (const ledger::ChainRow* row : rows) fix(counted.chains[row->chain.index], *row);
    }
  }

  /// Of a chain's goods in a month, by the series that says what they are. What is shared out evenly goes to chains that have trains.
  [[nodiscard]] Scaling of(std::initializer_list<std::optional<std::size_t>> order, Month month, Id<Chain> chain) const {
    const auto s = decided_by(series_, order, month);
    if (!s) return {};
    if (series_[*s].kind == ObservedKind::gate) return of_gate(*s, month);
    const Scaling by = of_trains(*s, month);
    return by.added_kg == 0.0 || trains_.contains({month, chain}) ? by : Scaling{};
  }

 private:
  /// A gate gets what is left of its total by those whose turn is earlier: trains, gates counted in the month, gates at their pace; of
  /// both kinds those that goods enter first.
  static constexpr std::size_t kTurns = 5;
  [[nodiscard]] std::size_t turn_of(std::size_t s, Month month) const {
    if (series_[s].kind == ObservedKind::rail) return 0;
    return (series_[s].months.contains(month) ? 1U : 3U) + (series_[s].direction == StockSide::in ? 0U : 1U);
  }
  [[nodiscard]] std::optional<std::size_t> decider(const ChainCounted& c, Month month) const {
    return decided_by(series_, {c.rail_in, c.rail_out, c.gate_in, c.gate_out}, month);
  }

  /// What one series decides is no other gate's to share out.
  void fix(const ChainCounted& c, const ledger::ChainRow& row) {
    const auto by = decider(c, row.month);
    const auto kg = static_cast<double>(scaled(row.delivered_kg, of({by}, row.month, row.chain)));
    for (const auto& gate : {c.gate_in, c.gate_out}) {
      if (gate && gate != by) gates_[*gate][row.month].fixed_kg += kg;
    }
  }
  void decide(std::size_t s, Month month, std::int64_t kg) {
    GateMonth& gate = gates_[s][month];
    gate.decided_kg += static_cast<double>(kg);
    ++gate.rows;
  }

  /// What the month's total is: counted, or at the pace.
  [[nodiscard]] double total(std::size_t s, Month month) const {
    const auto counted = series_[s].months.find(month);
    return counted != series_[s].months.end() ? counted->second : amount_in(simulated_[s], month) * pace_.in(s, month);
  }

  /// Counted tonnes of a month in which the run has no train of the series were refused before (analysis/tracking/misfits.hpp).
  [[nodiscard]] Scaling of_trains(std::size_t s, Month month) const {
    const double simulated = amount_in(simulated_[s], month);
    if (simulated > 0.0) return {total(s, month) / simulated, 0.0};
    const auto rows = rows_[s].find(month);
    return rows == rows_[s].end() ? Scaling{} : Scaling{1.0, total(s, month) * kKgPerTonne / static_cast<double>(rows->second)};
  }

  [[nodiscard]] Scaling of_gate(std::size_t s, Month month) const {
    const auto gate = gates_[s].find(month);
    if (gate == gates_[s].end() || gate->second.rows == 0) return {};
    const double left_kg = std::max(0.0, total(s, month) * kKgPerTonne - gate->second.fixed_kg);
    if (gate->second.decided_kg > 0.0) return {left_kg / gate->second.decided_kg, 0.0};
    return {1.0, left_kg / static_cast<double>(gate->second.rows)};
  }

  static constexpr double kKgPerTonne = 1000.0;
  const std::vector<ObservedSeries>& series_;
  const RunPace& pace_;
  SeriesMonths simulated_;
  std::vector<std::map<Month, std::int64_t>> rows_;  ///< of trains, by series and month
  std::vector<std::map<Month, GateMonth>> gates_;    ///< by series and month
  std::set<std::pair<Month, Id<Chain>>> trains_;     ///< chains with a row of trains in the month
};

using FlowMonth = std::pair<Month, Id<Flow>>;
struct RoadKg {
  std::int64_t before = 0;
  std::int64_t after = 0;
};

void scale_tonnes(const CountedRows& counted, const TonnePace& pace, ledger::Ledger& ledger) {
  std::map<FlowMonth, RoadKg> road;
  for (ledger::RailRow& row : ledger.rail) {
    const ChainCounted& c = counted.chains[row.chain.index];
    row.departed_kg = scaled(row.departed_kg, pace.of({c.rail_out, c.rail_in, c.gate_in, c.gate_out}, row.month, row.chain));
    row.arrived_kg = scaled(row.arrived_kg, pace.of({c.rail_in, c.rail_out, c.gate_in, c.gate_out}, row.month, row.chain));
  }
  for (ledger::ChainRow& row : ledger.chains) {
    const ChainCounted& c = counted.chains[row.chain.index];
    const std::int64_t before = row.delivered_kg;
    row.delivered_kg = scaled(before, pace.of({c.rail_in, c.rail_out, c.gate_in, c.gate_out}, row.month, row.chain));
    if (counted.by_train[row.chain.index]) continue;
    RoadKg& kg = road[{row.month, counted.flow[row.chain.index]}];
    kg.before += before;
    kg.after += row.delivered_kg;
  }
  for (ledger::ServiceRow& row : ledger.service) {
    const auto found = road.find({row.month, row.flow});
    if (found == road.end() || found->second.before == found->second.after || found->second.before == 0) continue;
    const Scaling by{static_cast<double>(found->second.after) / static_cast<double>(found->second.before), 0.0};
    row.kg = scaled(row.kg, by);
    row.trips = scaled(row.trips, by);
  }
}

/// A factor whose mean is 1.
double drawn_month(double scatter, double normal) { return std::exp(scatter * normal - scatter * scatter / 2.0); }

template <class Rows>
void keep_years(Rows& rows, const std::set<int>& years) {
  std::erase_if(rows, [&](const auto& row) { return !years.contains(row.month.year()); });
}

}  // namespace

double RunPace::in(std::size_t series, Month month) const {
  if (series >= months.size()) return level[series];
  const auto drawn = months[series].find(month);
  return drawn == months[series].end() ? level[series] : level[series] * drawn->second;
}

RunPace pace_of_run(const std::vector<ObservedSeries>& series, const std::vector<PaceFit>& fits, std::size_t run, std::uint32_t seed,
                    Month end) {
  RunPace pace;
  pace.months.resize(series.size());
  for (std::size_t s = 0; s < series.size(); ++s) {
    pace.level.push_back(std::exp(fits[s].logs[run]));
    if (fits[s].scatter <= 0.0) continue;
    const Month first = fits[s].last + 1;
    for (Month m = first; m < end; m = m + 1)
      pace.months[s][m] = drawn_month(fits[s].scatter, drawn_normal(series[s], seed, run, static_cast<std::uint32_t>(m - first) + 1));
  }
  return pace;
}

ledger::Ledger paced_ledger(const std::vector<ObservedSeries>& series, const CountedRows& counted, const RunPace& pace,
                            const ledger::Ledger& run) {
  ledger::Ledger ledger = run;
  scale_tonnes(counted, TonnePace(series, counted, pace, run), ledger);
  pace_trucks(series, counted, pace, ledger);
  return ledger;
}

ledger::Ledger stopped_after(ledger::Ledger ledger, Month month) {
  for (ledger::ChainRow& row : ledger.chains) {
    if (month < row.month) row.delivered_kg = 0;
  }
  for (ledger::RailRow& row : ledger.rail) {
    if (month < row.month) row.departed_kg = row.arrived_kg = 0;
  }
  for (ledger::ServiceRow& row : ledger.service) {
    if (month < row.month) row.kg = row.trips = 0;
  }
  stop_trucks_after(ledger, month);
  return ledger;
}

ledger::Ledger kept_of_months(const ledger::Ledger& ledger) {
  ledger::Ledger kept;
  kept.chains = ledger.chains;
  kept.rail = ledger.rail;
  kept.flows = ledger.flows;
  kept.registers = ledger.registers;
  kept.frozen_bases = ledger.frozen_bases;
  std::map<std::tuple<Month, Id<Flow>, std::uint16_t>, ledger::ServiceRow> loads;
  for (const ledger::ServiceRow& row : ledger.service) {
    if (!row.loaded) continue;
    const AccessClass truck = EmissionClass::from_index(row.vehicle).access;
    const AccessClass as = is_new_energy(truck.powertrain)      ? AccessClass{Standard::zero_exhaust, Powertrain::electric}
                           : truck.standard >= Standard::china6 ? AccessClass{Standard::china6, Powertrain::diesel}
                                                                : AccessClass{Standard::china5, Powertrain::diesel};
    const std::uint16_t vehicle = EmissionClass{VehicleType::heavy, as, Fault::sound}.index();
    ledger::ServiceRow& sum = loads[{row.month, row.flow, vehicle}];
    sum.month = row.month;
    sum.flow = row.flow;
    sum.leg = 1;
    sum.loaded = true;
    sum.vehicle = vehicle;
    sum.kg += row.kg;
    sum.trips += row.trips;
  }
  for (const auto& [key, row] : loads) kept.service.push_back(row);
  return kept;
}

ledger::Ledger only_years(const ledger::Ledger& ledger, const std::set<int>& years) {
  ledger::Ledger kept = ledger;
  keep_years(kept.chains, years);
  keep_years(kept.rail, years);
  keep_years(kept.service, years);
  keep_years(kept.registers, years);
  keep_years(kept.frozen_bases, years);
  return kept;
}

}  // namespace railshift::analysis

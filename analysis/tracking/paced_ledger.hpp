#pragma once
/// A run's ledger with counted months in the place of simulated ones and the months to come at the fitted pace; and a ledger in which
/// time stands still after a month. Every figure of a target is then computed from it as from a run.
#include <set>
#include <vector>

#include "analysis/tracking/counted_rows.hpp"
#include "analysis/tracking/pace.hpp"

namespace railshift::analysis {

/// Of one run, by series: what its months after the last counted one are multiplied with.
struct RunPace {
  std::vector<double> level;                      ///< of all of them
  std::vector<std::map<Month, double>> months{};  ///< of one month besides; empty: 1
  [[nodiscard]] double in(std::size_t series, Month month) const;
};
/// Of run `run`: the level of each fit, and drawn months where counted ones scatter more than any run.
[[nodiscard]] RunPace pace_of_run(const std::vector<ObservedSeries>& series, const std::vector<PaceFit>& fits, std::size_t run,
                                  std::uint32_t seed, Month end);

/// Tonnes: a counted month is the run's, scaled to what was counted, chain by chain as the run shares it out (a month in which the run has
/// nothing is shared out evenly); months after the last counted one are those of the run times the pace; months before the first one, and
/// chains that nobody counts, stay. Month by month (decided_by) what a train delivers follows the place where it unloads, else where it
/// loads, else the gate that it enters, else the one that it leaves; a gate has its total, and what trains or another gate decide is taken
/// off it first; loads of trucks and their trips follow the road tonnes of their flow. Trucks: those that leave likewise; a stock follows
/// the register's counts, and after the last of them changes as in the run times the pace (in months of which cancellations alone are
/// counted: as in the run, less what more has left), never below 0; where no register is counted, the stock misses or has more by the
/// cancellations. Classes that the run has in other months alone stand with the trucks that were counted. A frozen base loses what is
/// counted of its segment and standard, at most itself.
[[nodiscard]] ledger::Ledger paced_ledger(const std::vector<ObservedSeries>& series, const CountedRows& counted, const RunPace& pace,
                                          const ledger::Ledger& run);

/// Nothing moves after the month: no tonnes, and stocks and bases stay what they were at its end.
[[nodiscard]] ledger::Ledger stopped_after(ledger::Ledger ledger, Month month);
/// What figures of counted months are made of: chains, trains, loads by class of trucks, register, frozen bases, balance of flows.
/// Loaded trips alone, and of trucks only whether they are new-energy or National VI.
[[nodiscard]] ledger::Ledger kept_of_months(const ledger::Ledger& ledger);
/// Rows of these years alone.
[[nodiscard]] ledger::Ledger only_years(const ledger::Ledger& ledger, const std::set<int>& years);

}  // namespace railshift::analysis

#pragma once
/// Which rows of a run's ledger an observed series counts, and what they say month by month.
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/core/problem.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/observed_series.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Numbers of the series that count a chain: by its train where it loads and unloads, by what passes the gate of its ends.
struct ChainCounted {
  std::optional<std::size_t> rail_out, rail_in, gate_out, gate_in;
  [[nodiscard]] bool any() const { return rail_out || rail_in || gate_out || gate_in; }
};
/// Of trucks of one segment and access class.
struct TrucksCounted {
  std::optional<std::size_t> cancelled, stock;
};
struct CountedRows {
  std::vector<ChainCounted> chains;                               ///< by chain
  std::vector<Id<Flow>> flow;                                     ///< by chain
  std::vector<bool> by_train;                                     ///< by chain: its long leg is no truck's
  std::map<std::pair<std::uint32_t, int>, TrucksCounted> trucks;  ///< by segment and AccessClass::index; those counted
  std::map<std::string, std::size_t> frozen;                      ///< by measure with a frozen base: series of cancellations of its trucks
  [[nodiscard]] const TrucksCounted* of(const RegisterTally& tally) const;
};

/// Reports, at the first row of a series: goods, trains or trucks that the scenario has not (no chain loads there, no truck of the
/// segment), and two series of one file that count the same.
[[nodiscard]] CountedRows counted_rows(const World& world, const std::vector<ObservedSeries>& series, Problems& problems);

/// t or trucks by series and month; a month without a row is 0. Rail: kilograms that depart (out) or arrive (in); gate: kilograms
/// delivered in the month; cancellations: trucks that left for any cause; register: the stock at the end.
using SeriesMonths = std::vector<std::map<Month, double>>;
[[nodiscard]] SeriesMonths simulated_months(const std::vector<ObservedSeries>& series, const CountedRows& counted,
                                            const ledger::Ledger& ledger);
/// Of several series that count the same goods, in this order, the one that says what they are in a month: the first that counted the
/// month, else the first whose counted months lie before it, which goes on at its pace; nothing before all of them.
[[nodiscard]] std::optional<std::size_t> decided_by(const std::vector<ObservedSeries>& series,
                                                    std::initializer_list<std::optional<std::size_t>> order, Month month);
/// Of a month; 0 without one.
[[nodiscard]] double amount_in(const std::map<Month, double>& months, Month month);

}  // namespace railshift::analysis

#include "analysis/tracking/counted_rows.hpp"

#include <limits>
#include <numeric>

#include "analysis/metrics/rail_calls.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/core/both.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

/// Classes of trucks: a bit each of a mask.
constexpr unsigned kAccessClasses = std::numeric_limits<decltype(AccessMask::bits)>::digits;

/// What a chain is told by.
struct ChainEnds {
  const World& world;
  const Chain& chain;
  const ChainFacts& facts;
  const std::optional<RailCalls>& calls;
};

bool counts_goods(const ObservedSeries& series, const ChainEnds& ends) {
  return !series.commodity || ends.world.flows[ends.facts.flow].commodity == *series.commodity;
}

bool counts_train(const ObservedSeries& series, const ChainEnds& ends) {
  if (!ends.calls || !counts_goods(series, ends)) return false;
  const bool out = series.direction == StockSide::out;
  if (series.station) return (out ? ends.calls->loads : ends.calls->unloads) == *series.station;
  return (out ? rules::loading_siding(ends.world, ends.chain) : rules::unloading_siding(ends.world, ends.chain)) == series.siding;
}

bool counts_gate(const ObservedSeries& series, const ChainEnds& ends) {
  const bool out = series.direction == StockSide::out;
  const Id<Site> site = out ? ends.facts.origin : ends.facts.destination;
  if ((out ? ends.facts.origin_gate : ends.facts.destination_gate) != series.mode || !counts_goods(series, ends)) return false;
  return series.site ? site == *series.site : ends.world.sites[site].firm == *series.firm;
}

bool counts_trucks(const ObservedSeries& series, Id<Segment> segment, AccessClass access) {
  return series.segment == segment && (!series.standard || *series.standard == access.standard) &&
         (!series.powertrain || *series.powertrain == access.powertrain);
}

class Counter {
 public:
  Counter(const World& world, const std::vector<ObservedSeries>& series, Problems& problems)
      : world_(world), series_(series), problems_(problems), overlaps_(series.size()) {}

  [[nodiscard]] CountedRows count() {
    rows_.chains.resize(world_.chains.size());
    const std::vector<ChainFacts> facts = chain_facts(world_);
    const auto calls = calls_of_chains(world_);
    for (const ChainFacts& chain : facts) {
      rows_.flow.push_back(chain.flow);
      rows_.by_train.push_back(chain.main_mode != Mode::truck);
    }
    for (std::size_t s = 0; s < series_.size(); ++s) {
      bool found = false;
      if (counts_tonnes(series_[s].kind)) {
        for (const Chain& chain : world_.chains) {
          const std::size_t c = world_.chains.id_of(chain).index;
          found |= count_chain(s, {world_, chain, facts[c], calls[c]}, rows_.chains[c]);
        }
      } else {
        found = count_trucks(s);
      }
      if (!found) say_nothing_counted(series_[s]);
    }
    return std::move(rows_);
  }

 private:
  bool count_chain(std::size_t s, const ChainEnds& ends, ChainCounted& counted) {
    const bool out = series_[s].direction == StockSide::out;
    if (series_[s].kind == ObservedKind::rail && counts_train(series_[s], ends)) return take(out ? counted.rail_out : counted.rail_in, s);
    if (series_[s].kind == ObservedKind::gate && counts_gate(series_[s], ends)) return take(out ? counted.gate_out : counted.gate_in, s);
    return false;
  }

  /// Any class that the segment can have: trucks that come later are counted too.
  bool count_trucks(std::size_t s) {
    const ObservedSeries& series = series_[s];
    bool found = false;
    for (unsigned access = 0; access < kAccessClasses; ++access) {
      if (!counts_trucks(series, series.segment, AccessClass::from_index(access))) continue;
      TrucksCounted& counted = rows_.trucks[{series.segment.index, static_cast<int>(access)}];
      found |= take(series.kind == ObservedKind::stock ? counted.stock : counted.cancelled, s);
    }
    for (const Measure& measure : world_.measures) {
      const auto* order = policy::as<FrozenBaseOrder>(measure);
      if (series.kind == ObservedKind::cancelled && order != nullptr && order->segment == series.segment &&
          series.standard == order->standard && series.powertrain == order->powertrain)
        rows_.frozen[measure.id] = s;
    }
    return found;
  }

  /// Says once of a series that another one counts the same.
  bool take(std::optional<std::size_t>& place, std::size_t s) {
    if (place && *place != s && !overlaps_[s]) {
      overlaps_[s] = true;
      problems_.add({series_[s].place,
                     both("{} 与 {} 数的是同一批", "{} counts what {} counts", series_[s].id, series_[*place].id),
                     {"同一张表里一批货、一批车只数一次", "in one file goods and trucks are counted once"},
                     {"留下其中一个：车站或专用线，全部货类或分货类，全部标准或分标准",
                      "keep one: station or siding, all goods or by commodity, all standards or by standard"}});
    }
    if (!place) place = s;
    return true;
  }

  void say_nothing_counted(const ObservedSeries& series) {
    problems_.add({series.place,
                   both("{}：情景里没有它数的货", "{}: the scenario has no goods that it counts", series.id),
                   {"观测替换同一处的模拟值", "what was counted replaces what is simulated there"},
                   {"核对方向、方式和货类；没有这条运输链的，先在 chains.csv 里加上",
                    "look at direction, mode and commodity; add the chain to chains.csv if the scenario lacks it"}});
  }

  const World& world_;
  const std::vector<ObservedSeries>& series_;
  Problems& problems_;
  std::vector<bool> overlaps_;
  CountedRows rows_;
};

double left_of(const RegisterTally& tally) {
  return static_cast<double>(std::accumulate(tally.left.begin(), tally.left.end(), std::int64_t{0}));
}

}  // namespace

const TrucksCounted* CountedRows::of(const RegisterTally& tally) const {
  const auto found = trucks.find({tally.segment.index, static_cast<int>(tally.access.index())});
  return found == trucks.end() ? nullptr : &found->second;
}

CountedRows counted_rows(const World& world, const std::vector<ObservedSeries>& series, Problems& problems) {
  return Counter(world, series, problems).count();
}

SeriesMonths simulated_months(const std::vector<ObservedSeries>& series, const CountedRows& counted, const ledger::Ledger& ledger) {
  // Whole kilograms are summed, so that a month that was counted as it was simulated is the very same number.
  std::vector<std::map<Month, std::int64_t>> kg(series.size());
  SeriesMonths months(series.size());
  const auto add = [&](const std::optional<std::size_t>& s, Month month, std::int64_t mass) {
    if (s) kg[*s][month] += mass;
  };
  for (const ledger::RailRow& row : ledger.rail) {
    add(counted.chains[row.chain.index].rail_out, row.month, row.departed_kg);
    add(counted.chains[row.chain.index].rail_in, row.month, row.arrived_kg);
  }
  for (const ledger::ChainRow& row : ledger.chains) {
    add(counted.chains[row.chain.index].gate_out, row.month, row.delivered_kg);
    add(counted.chains[row.chain.index].gate_in, row.month, row.delivered_kg);
  }
  for (std::size_t s = 0; s < series.size(); ++s) {
    for (const auto& [month, mass] : kg[s]) months[s][month] = tonnes_of(mass);
  }
  for (const ledger::RegisterFoldRow& row : ledger.registers) {
    const TrucksCounted* trucks = counted.of(row.tally);
    if (trucks == nullptr) continue;
    if (trucks->cancelled) months[*trucks->cancelled][row.month] += left_of(row.tally);
    if (trucks->stock) months[*trucks->stock][row.month] += static_cast<double>(row.tally.close);
  }
  return months;
}

std::optional<std::size_t> decided_by(const std::vector<ObservedSeries>& series, std::initializer_list<std::optional<std::size_t>> order,
                                      Month month) {
  for (const auto& s : order) {
    if (s && series[*s].months.contains(month)) return s;
  }
  for (const auto& s : order) {
    if (s && series[*s].months.rbegin()->first < month) return s;
  }
  return std::nullopt;
}

double amount_in(const std::map<Month, double>& months, Month month) {
  const auto found = months.find(month);
  return found == months.end() ? 0.0 : found->second;
}

}  // namespace railshift::analysis

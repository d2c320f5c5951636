#include "analysis/tracking/misfits.hpp"

#include <algorithm>
#include <cmath>

namespace railshift::analysis {
namespace {

/// Kilograms are rounded chain by chain, and a train on its way over midnight is no contradiction.
constexpr double kTonnesApart = 1.0, kShareApart = 1e-3;

bool is_lost(const ObservedSeries& series, Month month, double counted, const std::map<Month, double>& simulated) {
  if (counted <= 0.0) return false;
  // A class of trucks that the run has in other months gets a row (analysis/tracking/paced_trucks.cpp); trains have theirs or have not.
  return counts_tonnes(series.kind) ? !simulated.contains(month) : simulated.empty();
}

void add_month(std::vector<LostMonths>& lost, std::size_t s, Month month, const ObservedSeries& series, int runs) {
  const double counted = series.months.at(month);
  const bool goes_on = !lost.empty() && lost.back().series == s && lost.back().last + 1 == month && lost.back().runs == runs;
  if (!goes_on) lost.push_back({s, month, month, 0.0, runs});
  lost.back().last = month;
  lost.back().counted = series.kind == ObservedKind::stock ? counted : lost.back().counted + counted;
}

bool same_trucks(const ObservedSeries& a, const ObservedSeries& b) {
  return a.segment == b.segment && a.standard == b.standard && a.powertrain == b.powertrain;
}

void falls_beyond(const std::vector<ObservedSeries>& series, std::size_t stock, const ObservedSeries& cancelled,
                  std::vector<CountConflict>& found) {
  const auto& months = series[stock].months;
  for (const auto& [month, left] : cancelled.months) {
    const auto now = months.find(month), before = months.find(month + -1);
    if (now == months.end() || before == months.end() || before->second - now->second <= left) continue;
    found.push_back({stock, month, before->second - now->second, left});
  }
}

}  // namespace

std::vector<LostMonths> lost_months(const std::vector<ObservedSeries>& series, const std::vector<SeriesMonths>& plain) {
  std::vector<LostMonths> lost;
  for (std::size_t s = 0; s < series.size(); ++s) {
    for (const auto& [month, counted] : series[s].months) {
      const auto runs = std::count_if(plain.begin(), plain.end(), [&, month = month, counted = counted](const SeriesMonths& run) {
        return is_lost(series[s], month, counted, run[s]);
      });
      if (runs > 0) add_month(lost, s, month, series[s], static_cast<int>(runs));
    }
  }
  return lost;
}

std::vector<CountConflict> count_conflicts(const std::vector<ObservedSeries>& series, const SeriesMonths& paced) {
  std::vector<CountConflict> found;
  for (std::size_t s = 0; s < series.size(); ++s) {
    if (series[s].kind == ObservedKind::stock) {
      for (const ObservedSeries& other : series) {
        if (other.kind == ObservedKind::cancelled && same_trucks(series[s], other)) falls_beyond(series, s, other, found);
      }
    }
    if (!counts_tonnes(series[s].kind)) continue;
    for (const auto& [month, counted] : series[s].months) {
      const double taken = amount_in(paced[s], month), apart = std::abs(taken - counted);
      if (apart > kTonnesApart && apart > kShareApart * counted) found.push_back({s, month, counted, taken});
    }
  }
  return found;
}

}  // namespace railshift::analysis

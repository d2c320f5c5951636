#pragma once
/// The register's part of a paced ledger: stocks, trucks that leave, frozen bases.
#include <vector>

#include "analysis/tracking/paced_ledger.hpp"

namespace railshift::analysis {

/// As paced_ledger says of trucks.
void pace_trucks(const std::vector<ObservedSeries>& series, const CountedRows& counted, const RunPace& pace, ledger::Ledger& ledger);
/// As stopped_after says of them.
void stop_trucks_after(ledger::Ledger& ledger, Month month);

}  // namespace railshift::analysis

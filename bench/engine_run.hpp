#pragma once
/// The engine as a user runs it, and what its ledger says in the same words for every program that is compared.
#include <filesystem>
#include <vector>

#include "bench/measured.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::bench {

/// Loads the folder, then measures engine::run.
[[nodiscard]] Figures run_engine(const std::filesystem::path& folder);

/// The same of engine::run_by_months, the quick twin.
[[nodiscard]] Figures run_months(const std::filesystem::path& folder);

/// The quick twin from the world on: the base year settled by months, constants, the plan of the folder. `cpu_seconds` are of all three.
[[nodiscard]] Figures settle_and_run_months(const std::filesystem::path& folder);

/// Adds loads, kg, trips, metres and waits of service rows.
void add_service(Figures& figures, const std::vector<ledger::ServiceRow>& rows);

}  // namespace railshift::bench

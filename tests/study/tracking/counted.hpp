#pragma once
/// Counted months for tests: those of a run, as an office would write them down.
#include <filesystem>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"
#include "tests/study/scene.hpp"

namespace railshift::studies {

/// A copy of tiny with ranges: output of mine, works and dump together (a tenth more or less), capacity of the siding of the works, price
/// and fade of the duty, both price factors, the coefficient of cost, and how far orders are obeyed.
[[nodiscard]] std::filesystem::path uncertain_tiny(const Scratch& scratch);

/// rail.csv, gate.csv, register.csv and cancellations.csv of tiny as this ledger has them, from `first` to `last`, into the folder: trains
/// at the yard of the mine and at the works, trucks at the gates of mine (out) and works (in by goods, out), three segments, slag trucks of
/// China IV that left.
void write_counted(const World& world, const ledger::Ledger& run, Month first, Month last, const std::filesystem::path& folder);

}  // namespace railshift::studies

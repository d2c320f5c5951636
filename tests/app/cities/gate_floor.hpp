#pragma once
/// A city whose plan has a gate floor.
#include <filesystem>
#include <string>

#include "tests/app/cli.hpp"

namespace railshift::cli {

/// Taiyuan as it stands: its plan asks National VI at the gates of firms over 1.5 Mt a year from September 2024 on. Another city, whose
/// plan has no floor, as a copy with that floor in it.
[[nodiscard]] std::filesystem::path with_gate_floor(const Scratch& scratch, const std::string& city);

}  // namespace railshift::cli

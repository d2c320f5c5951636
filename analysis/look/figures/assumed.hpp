#pragma once
/// Assumed rows by the tonnes that rest on them.
#include <vector>

#include "analysis/look/figures/masses.hpp"
#include "analysis/look/figures/where.hpp"

namespace railshift::analysis::look {

/// An assumed row and the tonnes of the base year that rest on it.
struct AssumedRow {
  Where where;
  Tonnes tonnes;
  Provenance provenance;
};
[[nodiscard]] std::vector<AssumedRow> assumed_rows(const World& world, const Masses& masses);

}  // namespace railshift::analysis::look

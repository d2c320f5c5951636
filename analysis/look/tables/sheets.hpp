#pragma once
/// The tables of a look in one language: all of them, and those of flags and assumptions.
#include <vector>

#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

[[nodiscard]] Sheet flag_sheet(const Scribe& s);
/// The twenty assumed rows that carry most tonnes.
[[nodiscard]] Sheet assumed_sheet(const Scribe& s);

/// All of them, flags first.
[[nodiscard]] std::vector<Sheet> all_sheets(const Scribe& s);

}  // namespace railshift::analysis::look

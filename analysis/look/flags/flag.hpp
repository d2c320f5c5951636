#pragma once
/// One red flag.
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/look/figures/where.hpp"

namespace railshift::analysis::look {

enum class Severity : std::uint8_t { wrong, doubtful, note };
/// 红旗 - red flag: a sentence with its numbers in both languages, and where to look.
struct Flag {
  Severity severity = Severity::note;
  std::string rule;  ///< which rule raised it, a word for tests and filters
  Where where;
  std::string zh, en;
  double weight = 0.0;  ///< orders flags of one severity and rule, heaviest first
};
using Flags = std::vector<Flag>;

}  // namespace railshift::analysis::look

#pragma once
/// What a reader is told of chances, and of how many runs they are.
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/chances/deciding.hpp"
#include "analysis/chances/ruled_out.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

struct ChancesSaid {
  int members = 0;                      ///< of the design, each by the quick twin
  int full = 0;                         ///< of them, in full too
  std::map<std::string, Words> groups;  ///< what varied: names by id; empty: nothing has a range
  std::vector<TargetChance> chances;
  std::vector<Deciding> deciding;
  std::size_t without = 0;  ///< members without figures, of both engines
  RuledOutSaid observed{};  ///< what of observed.csv ruled out how many
};

}  // namespace railshift::analysis

#pragma once
/// Why a study does not come to its end, other than by a broken promise of our own (core/contract.hpp).
#include <cstddef>
#include <filesystem>
#include <utility>

#include "sim/core/failed.hpp"
#include "sim/core/problem.hpp"
#include "sim/core/refused.hpp"

namespace railshift::study {

using railshift::Refused;

/// The scenario does not load: all its problems. Nothing was written.
struct WrongScenario {
  Problems problems;
};

/// The user ended it. What is left is no result.
struct Interrupted {
  std::filesystem::path left;   ///< `<out>.partial`; empty if nothing is left
  std::size_t whole_parts = 0;  ///< replications kept there, which are not run again
};

/// One of several replications or members failed; the whole ones are kept.
struct PartFailed : Failed {
  PartFailed(Words why, std::size_t whole_parts, std::size_t replications)
      : Failed(std::move(why)), whole(whole_parts), all(replications) {}
  std::size_t whole;
  std::size_t all;
};

}  // namespace railshift::study

#pragma once
/// 运输链上限 - the ceiling of the chain table: what a year's figure could be if every tonne took the chain that suits the target best, of
/// those that can ever be open, and nothing were ever full.
#include <optional>

#include "analysis/ceiling/offer.hpp"
#include "analysis/ceiling/question.hpp"

namespace railshift::analysis {

/// Numerator and denominator, tonnes (tonne-kilometres).
struct PartOfWhole {
  double part = 0.0;
  double whole = 0.0;
};

/// The best that chains allow. A share is a ratio of two sums over flows that choose alone: each takes the chain with the most
/// part - share x whole, and the share that this gives is put in again until it stays (Dinkelbach). Flows none of whose chains can ever be
/// open carry nothing.
[[nodiscard]] PartOfWhole best_by_chains(const World& world, const YearOffer& offer, const Question& question);

}  // namespace railshift::analysis

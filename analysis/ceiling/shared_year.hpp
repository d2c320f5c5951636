#pragma once
/// Several questions to one year: firms of a list that shall pass at once, targets that shall be met at once.
#include <vector>

#include "analysis/ceiling/ceilings.hpp"
#include "analysis/ceiling/year_programme.hpp"

namespace railshift::analysis {

/// What a question wants, as a row: the terms add up to `need` or more.
struct Want {
  std::vector<ProgrammeTerm> terms;  ///< thousands of tonnes
  double need = 0.0;
  double scale = 1.0;  ///< a shortfall over it is a share, or a part of what is wished
  double worst = 0.0;  ///< no use of the year falls short by more
};
[[nodiscard]] Want want_of(const World& world, const YearProgramme& year, const Question& question);

/// Whether a figure meets a question, but for rounding.
[[nodiscard]] bool meets(const Question& question, const PartOfWhole& sum);

[[nodiscard]] FirmsCeiling firms_that_pass(const World& world, const YearProgramme& year, const std::vector<Question>& firms);

/// `alone`: by question, whether it can be met alone.
[[nodiscard]] Together together(const World& world, const YearProgramme& year, const std::vector<Question>& questions,
                                const std::vector<bool>& alone);

}  // namespace railshift::analysis

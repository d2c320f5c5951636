#pragma once
/// What a tracked plan says in sentences.
#include <string>
#include <vector>

#include "analysis/tracking/forecast.hpp"

namespace railshift::analysis {

/// One sentence: the series, its months, and what can be done (a siding that a measure opens: --set of its opening day). `runs`: of which
/// some have none.
[[nodiscard]] Words lost_words(const World& world, const ObservedSeries& series, const LostMonths& lost, std::size_t runs);
/// A sentence for months on end of a series: what was counted, and which count is used.
[[nodiscard]] std::vector<Words> conflict_words(const std::vector<ObservedSeries>& series, const std::vector<CountConflict>& conflicts);
/// Why there is no pace; empty if there is one.
[[nodiscard]] Words no_pace_words(PaceBasis basis);
[[nodiscard]] Words words_of(ProgressState state);
/// 3,000 t, 12.5% with what it means beside the demand: none (met already), out of reach. "—" for nothing.
[[nodiscard]] std::string needed_text(const TargetForecast& forecast, Language language);
/// 14/19 (50%–87%); "met, counted in full" of what is settled; "—" for no chance.
[[nodiscard]] std::string chance_text(const TargetForecast& forecast, Language language);

}  // namespace railshift::analysis

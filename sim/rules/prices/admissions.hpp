#pragma once
/// Which part of a flow is new, and may only go cleanly.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/rules/prices/price_rolls.hpp"

namespace railshift::rules {

/// Of every clean_admission its projects, who of them obeys (u < obedience with one u a measure and site), and what each site moved before:
/// the greatest yearly rate (in + out, all goods) of the twelve months before `from`, of those that the run has; of January of the base
/// year if it has none.
[[nodiscard]] std::vector<AdmissionRoll> admission_rolls(const World& world, std::uint32_t seed);

/// t a year through every site in a month (in + out, all goods): worked out once for all admissions.
struct SiteRates {
  Month month;
  std::vector<double> of_site;
};
[[nodiscard]] SiteRates site_rates(const World& world, Month month);

/// What a month adds at the ends of a flow in the name of one admission: the share of the flow that is new, whether it is bound.
struct AddedShare {
  double share = 0.0;  ///< of the end with the larger one
  double bound = 0.0;  ///< the same of ends that obey
};
/// By flow index. A site adds max(0, 1 - before / now) of its tonnes, of a sector only if it has grown by more than min_growth; so tonnes
/// of before stay free. Nothing before `from`.
[[nodiscard]] std::vector<AddedShare> added_shares(const World& world, const AdmissionRoll& roll, const SiteRates& now);

/// By flow index: the admission that binds the largest share, of equal ones that which goes first; without one of them if asked. It takes
/// no truck where MonthBook::no_clean_trucks says that none can be had.
[[nodiscard]] std::vector<Admission> admissions(const World& world, const std::vector<AdmissionRoll>& rolls, const SiteRates& now,
                                                const std::vector<bool>& no_clean_trucks,
                                                std::optional<Id<Measure>> without = std::nullopt);

}  // namespace railshift::rules

#pragma once
/// Whom the measures that act on prices and choice speak of: worked out once a run.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::rules {

/// Sites that one new_site_duty binds, by id.
struct NewSiteRoll {
  Id<Measure> measure;
  std::vector<Id<Site>> sites;
};

/// What one clean_admission needs to know of each site, by site index.
struct AdmissionRoll {
  Id<Measure> measure;
  std::vector<bool> projects;  ///< listed or of a listed sector, inside the study area, no exception
  std::vector<bool> obeys;     ///< drawn once a measure and site
  std::vector<double> before;  ///< t a year that it moved at most (in + out) before the measure began
};

struct PriceRolls {
  std::vector<DutyRoll> duties;
  std::vector<NewSiteRoll> new_sites;
  std::vector<AdmissionRoll> admissions;
  std::vector<std::optional<Kilometres>> road_km;  ///< by flow: shortest road of the base year; empty: no measure asks
};

/// They depend on the world and, for who obeys, on the seed.
[[nodiscard]] PriceRolls price_rolls(const World& world, std::uint32_t seed);

}  // namespace railshift::rules

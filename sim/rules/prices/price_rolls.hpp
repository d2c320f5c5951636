#pragma once
/// Whom the measures that act on prices and choice speak of: worked out once a run.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::rules {

/// Sites that one new_site_duty binds, by id, and, by position, when it means them.
struct NewSiteRoll {
  Id<Measure> measure;
  std::vector<Id<Site>> sites;
  std::vector<Turns> meant{};
  [[nodiscard]] bool speaks_of(Id<Site> site, Date day) const;
};

/// What one clean_admission needs to know of each site, by site index.
struct AdmissionRoll {
  Id<Measure> measure;
  std::vector<Turns> projects;  ///< while it is one that the measure means; never outside the study area
  std::vector<bool> obeys;      ///< drawn once a measure and site
  std::vector<double> before;   ///< t a year that it moved at most (in + out) before the measure began
};

/// By flow index, when one measure on goods means the flow.
struct MeantFlows {
  Id<Measure> measure;
  std::vector<Turns> flows;
};

/// Firms whose class one class_upgrade asks for, by position: whether each obeys; while it is of a better class than without the measure;
/// while, because of that, a measure in force binds or spares it otherwise.
struct UpgradeRoll {
  Id<Measure> measure;
  std::vector<Id<Firm>> firms;
  std::vector<bool> obeys;
  std::vector<Turns> raised;
  std::vector<Turns> told;
};

struct PriceRolls {
  std::vector<DutyRoll> duties;
  std::vector<NewSiteRoll> new_sites;
  std::vector<AdmissionRoll> admissions;
  std::vector<std::optional<Kilometres>> road_km;  ///< by flow: shortest road of the base year; empty: no measure asks
  std::vector<MeantFlows> meant{};                 ///< of distance_preference and tariff; none of a measure that means every flow
  std::vector<UpgradeRoll> upgrades{};
};

/// They depend on the world and, for who obeys, on the seed.
[[nodiscard]] PriceRolls price_rolls(const World& world, std::uint32_t seed);

}  // namespace railshift::rules

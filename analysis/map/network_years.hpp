#pragma once
/// What passed over roads and railways in a year: rows of the ledger summed by link and by section of a line.
#include <array>
#include <cstdint>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Standards as the maps show them: National III and older, IV, V, VI, no exhaust at all.
inline constexpr int kStandardGroups = 5;
[[nodiscard]] int standard_group(Standard standard);

/// Passages of trucks over one road link, both directions, in the months of the year that were run.
struct LinkYear {
  Id<Link> link;
  int year = 0;
  int months = 0;  ///< of the year, that were run
  int days = 0;    ///< of these months
  std::int64_t vehicles = 0;
  std::int64_t loaded = 0;
  std::array<std::int64_t, 3> by_owner{};  ///< local, hired, through
  std::array<std::int64_t, kStandardGroups> by_standard{};
  std::int64_t new_energy = 0;  ///< is_new_energy: battery, hydrogen, methanol
  [[nodiscard]] double per_day(std::int64_t count) const { return days == 0 ? 0.0 : static_cast<double>(count) / days; }
};
/// Every link of the world in every year of the ledger, by year, then link; without a passage the counts are 0.
[[nodiscard]] std::vector<LinkYear> link_years(const World& world, const ledger::Ledger& ledger);

/// One direction of a section.
struct SectionUseYear {
  std::int64_t trains = 0;  ///< of modelled chains, that departed in the year and pass here
  std::int64_t kg = 0;      ///< net load of these trains
};
/// Trains over one section of a line. A train counts where a path is booked for it, as the engine does (chains with a siding inside).
struct SectionYear {
  Id<RailSection> section;
  int year = 0;
  int months = 0;
  int days = 0;
  SectionUseYear forward, backward;
  double background_per_day = 0.0;  ///< trains of others, a direction, mean over the months
  /// Trains of both kinds a day in the busier direction over the path slots; above 1 they queue.
  [[nodiscard]] double load(const RailSection& of) const;
};
/// Every section in every year of the ledger, by year, then section.
[[nodiscard]] std::vector<SectionYear> section_years(const World& world, const ledger::Ledger& ledger);

}  // namespace railshift::analysis

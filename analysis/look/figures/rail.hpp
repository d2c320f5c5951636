#pragma once
/// What sections and sidings have to carry.
#include <vector>

#include "analysis/look/figures/masses.hpp"

namespace railshift::analysis::look {

/// One section and direction: trains a day. `asked` are the wishes of the last year, with all measures, before acceptance.
struct SectionRow {
  Id<RailSection> section;
  bool forward = true;
  Both<double> background, trains;
  double asked = 0.0;
  Both<Tonnes> tonnes;
  [[nodiscard]] double load(const World& world, When when) const;
  [[nodiscard]] double load_asked(const World& world) const;
};
struct SidingRow {
  Id<Siding> siding;
  Both<Tonnes> capacity;  ///< days in service only; the smaller of handling and tracks
  Both<Tonnes> tonnes;
  Tonnes asked;
  int months_over = 0;  ///< months of the last year in which more is asked than it can take
  bool used = false;    ///< some chain loads or unloads here
};
struct Railway {
  std::vector<SectionRow> sections;
  std::vector<SidingRow> sidings;
};
[[nodiscard]] Railway railway(const World& world, const Masses& masses);

}  // namespace railshift::analysis::look

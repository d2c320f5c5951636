#pragma once
/// What a site makes and needs, net of its losses and of its own use: the two sides that flows empty and fill.
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/goods/site_activity.hpp"

namespace railshift::rules {

enum class SideKind : std::uint8_t { output, need };

/// One side of a site balance; `key` is a commodity id or, for needs, a need_group.
struct Side {
  Id<Site> site;
  SideKind kind = SideKind::output;
  std::string key;
  friend auto operator<=>(const Side&, const Side&) = default;
};

/// Net yearly amounts by side. An output is what is made less losses less the site's own use of the same commodity; a need is the reverse.
using SideAmounts = std::map<Side, TonnesPerYear>;

/// Inside sites only: outside sites have no balance. Dated yields hold as on the first day of the month (before the run starts: as on its
/// first day).
[[nodiscard]] SideAmounts side_amounts(const World& world, Month month, const Ignored& ignored = {});

/// The side of its origin that a flow empties, and the side of its destination that it fills (its exact commodity if the site names it,
/// else the need_group). Nothing: that end is outside.
[[nodiscard]] std::optional<Side> sent_side(const GoodsWorld& world, const Flow& flow);
[[nodiscard]] std::optional<Side> received_side(const GoodsWorld& world, const SideAmounts& amounts, const Flow& flow);

/// The day whose dated values hold in a month: its first day, never before the run's first day.
[[nodiscard]] Date ruling_day(const ValueWorld& world, Month month);

}  // namespace railshift::rules

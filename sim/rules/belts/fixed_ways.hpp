#pragma once
/// Belts and pipes between two sites that measures open: when, how much they can take, and who uses them.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/effect.hpp"

namespace railshift::rules {

/// A belt or pipe whose share of the base year is known keeps it (choice.hpp); its capacity is not.
[[nodiscard]] bool keeps_base_share(const Chain& chain);
/// A belt or pipe with base share 0: nobody could use it in the base year, and a belt_opens or pipe_opens measure of its two sites opens
/// it.
[[nodiscard]] bool is_new_way(const Chain& chain);

struct WayOpening {
  Date day;
  Id<Measure> by;  ///< the earliest; of several on one day the first by policy::goes_first
  int ramp_months = 0;
  double first_share = 1.0;
  double kwh_per_t_km = 0.0;
};
/// Of a new way; nothing: no measure opens it, or the chain is none. `without`: as if this measure were not there.
[[nodiscard]] std::optional<WayOpening> way_opening(const World& world, const Chain& chain, std::optional<Id<Measure>> without = {});

/// What a new way can take in a month, kg: t_per_day of every measure that opens it x the days of its service.
[[nodiscard]] Kilograms way_capacity(const World& world, const Chain& chain, Month month);
/// Its limit, which all flows between the two sites share: belt:<origin>:<destination>, pipe:<origin>:<destination>.
[[nodiscard]] std::string way_limit(const World& world, const Chain& chain);

/// belt_used, kg, of every belt_opens and pipe_opens measure that is in force in the month. `kg_carried` by chain index. in_scope: all that
/// the way carried. acted: the same if this measure opened it. changed: the same if the way would otherwise have been out of service on the
/// first day of the month.
[[nodiscard]] std::vector<policy::Effect> way_effects(const World& world, Month month, const std::vector<std::int64_t>& kg_carried);

}  // namespace railshift::rules

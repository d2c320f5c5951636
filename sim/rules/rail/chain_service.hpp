#pragma once
/// Whether a chain can carry anything on a day.
#include <optional>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/line_path.hpp"

namespace railshift::rules {

/// The day from which a siding can be used: siding_opening (siding_openings.hpp). Nothing = never.
[[nodiscard]] std::optional<Date> siding_in_service(const World& world, Id<Siding> siding);

/// Where each leg of a chain begins and ends, by position, with the places that its row leaves out filled in.
[[nodiscard]] std::vector<LegEnds> leg_ends(const GoodsWorld& world, const Chain& chain);

/// The siding where a chain's rail movement loads / unloads (see schema.md, legs). Nothing: outside the study area.
[[nodiscard]] std::optional<Id<Siding>> loading_siding(const World& world, const Chain& chain);
[[nodiscard]] std::optional<Id<Siding>> unloading_siding(const World& world, const Chain& chain);

/// Open for the whole month: every siding of the chain, and a belt or pipe that a measure opens, in service by its first day, both sites
/// open on some day of it.
[[nodiscard]] bool chain_open(const World& world, const Chain& chain, Month month);

/// Mode at the gate of a site of the flow (origin if `at_origin`): rail if the first (last) leg is rail, or is a truck leg inside the fence
/// to the site's own fence siding; truck wherever the train's siding is a yard.
[[nodiscard]] Mode gate_mode(const World& world, const Chain& chain, bool at_origin);

/// Access class for choice constants: the chain's main mode and whether a truck leg stands at the study-area end.
enum class ChainClass : std::uint8_t { road, rail_siding, rail_yard, belt_pipe };
[[nodiscard]] ChainClass chain_class(const World& world, const Chain& chain);
[[nodiscard]] std::string_view to_text(ChainClass access);

/// Sections a rail chain passes, in order of travel.
[[nodiscard]] std::vector<SectionUse> sections_of(const World& world, const Chain& chain);
/// Those of one rail leg; none if the sections of its line do not connect its ends.
[[nodiscard]] std::vector<SectionUse> sections_of_leg(const World& world, const Leg& leg, const LegEnds& ends);

}  // namespace railshift::rules

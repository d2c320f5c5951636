#pragma once
/// New and moved sites, and whether anything but a road reaches them.
#include <vector>

#include "sim/rules/prices/price_rolls.hpp"

namespace railshift::rules {

/// Of every new_site_duty the sites that it binds: inside the study area, of its sectors, open on its first day or later, over its
/// threshold, no exception, and meant by its other conditions on some day. The threshold (included) is held against the bulk goods, none
/// dangerous, in + out at the yearly rate of the first whole month after opening.
[[nodiscard]] std::vector<NewSiteRoll> new_site_rolls(const World& world, const FirmClasses& classes);

/// Whether a site stands for another one that its firm gives up: one of the same kind that closes on some day and was there before.
[[nodiscard]] bool is_relocated(const World& world, Id<Site> site);

/// Whether one of the modes reaches a site on the first day of a month: a siding of its own in service, or an open chain of a flow that
/// passes its gate by rail, belt or pipe.
[[nodiscard]] bool is_connected(const World& world, Id<Site> site, const std::vector<SiteLink>& modes, Month month);

}  // namespace railshift::rules

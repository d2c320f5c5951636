#pragma once
/// When a site works, and at which share of its stated activity: its own dates, and what site_change measures make of them.
#include <optional>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// Measures that are taken as not there: for what would be without them.
using Ignored = std::vector<Id<Measure>>;

/// Half-open; absent: open from the start, never closed.
struct SiteSpan {
  std::optional<Date> opens;
  std::optional<Date> closes;
};
/// The earlier of the site's own day and the days of the measures that name it, which are never before their `from`. A site without an
/// `opens` of its own is open from the start, whatever a measure says.
[[nodiscard]] SiteSpan site_span(const World& world, Id<Site> site, const Ignored& ignored = {});

/// Share of a month's days on which a site is open (0..1).
[[nodiscard]] double open_share(const World& world, Id<Site> site, Month month, const Ignored& ignored = {});
/// The same with every open day at the rate of the day: what flows of fixed tonnes at the site are multiplied by. Rates of several
/// measures multiply.
[[nodiscard]] double activity_share(const World& world, Id<Site> site, Month month, const Ignored& ignored = {});
/// What the stated activity of a process is multiplied by in a month: activity_share with the rates that name the process as well.
[[nodiscard]] double process_share(const World& world, Id<Process> process, Month month, const Ignored& ignored = {});

}  // namespace railshift::rules

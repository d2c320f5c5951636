#include "sim/rules/goods/site_activity.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"

namespace railshift::rules {
namespace {

/// A measure on the site that counts, with the first day on which it may do anything.
struct ChangeAt {
  const SiteChange* change = nullptr;
  Date from;
};

std::vector<ChangeAt> changes_at(const World& world, Id<Site> site, const Ignored& ignored) {
  std::vector<ChangeAt> found;
  for (const Measure& measure : world.measures) {
    const auto* change = policy::as<SiteChange>(measure);
    if (change == nullptr || change->site != site) continue;
    if (std::find(ignored.begin(), ignored.end(), world.measures.id_of(measure)) != ignored.end()) continue;
    found.push_back({change, measure.from});
  }
  return found;
}

void earlier_of(std::optional<Date>& known, Date day) { known = std::min(known.value_or(day), day); }

SiteSpan span_of(const Site& site, const std::vector<ChangeAt>& changes) {
  SiteSpan span{site.opens, site.closes};
  for (const ChangeAt& at : changes) {
    if (at.change->opens && site.opens) earlier_of(span.opens, std::max(at.from, *at.change->opens));
    if (at.change->closes) earlier_of(span.closes, std::max(at.from, *at.change->closes));
  }
  return span;
}

struct Days {
  Date begin;
  Date end;
};
Days open_days(const SiteSpan& span, Month month) {
  const Date begin = std::max(first_day(month), span.opens.value_or(first_day(month)));
  const Date end = std::min(end_day(month), span.closes.value_or(end_day(month)));
  return {begin, std::max(begin, end)};
}

double rate_on(const ChangeAt& at, Date day) {
  double rate = 1.0;
  for (const RequiredStep& step : at.change->rates) {
    if (std::max(at.from, step.due) <= day) rate = step.level;
  }
  return rate;
}

/// Whether the rates of a measure are those of a process; without one, those of the whole site.
bool speaks_of(const SiteChange& change, std::optional<Id<Process>> process) {
  if (change.rates.empty()) return false;
  if (change.processes.empty()) return true;
  return process && std::find(change.processes.begin(), change.processes.end(), *process) != change.processes.end();
}

double running_share(const World& world, Id<Site> site, std::optional<Id<Process>> process, Month month, const Ignored& ignored) {
  std::vector<ChangeAt> changes = changes_at(world, site, ignored);
  const Days days = open_days(span_of(world.sites[site], changes), month);
  std::erase_if(changes, [&](const ChangeAt& at) { return !speaks_of(*at.change, process); });
  const double of_days = days_in(month);
  if (changes.empty()) return static_cast<double>(days.end - days.begin) / of_days;
  double sum = 0.0;
  for (Date day = days.begin; day < days.end; day = day + 1) {
    double rate = 1.0;
    for (const ChangeAt& at : changes) rate *= rate_on(at, day);
    sum += rate;
  }
  return sum / of_days;
}

}  // namespace

SiteSpan site_span(const World& world, Id<Site> site, const Ignored& ignored) {
  return span_of(world.sites[site], changes_at(world, site, ignored));
}

double open_share(const World& world, Id<Site> site, Month month, const Ignored& ignored) {
  const Days days = open_days(site_span(world, site, ignored), month);
  return static_cast<double>(days.end - days.begin) / static_cast<double>(days_in(month));
}

double activity_share(const World& world, Id<Site> site, Month month, const Ignored& ignored) {
  return running_share(world, site, std::nullopt, month, ignored);
}

double process_share(const World& world, Id<Process> process, Month month, const Ignored& ignored) {
  return running_share(world, world.processes[process].site, process, month, ignored);
}

}  // namespace railshift::rules

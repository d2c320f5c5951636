#include "sim/rules/prices/admissions.hpp"

#include <algorithm>

#include "sim/core/contains.hpp"
#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::rules {
namespace {

/// A rate that is larger by rounding alone has not grown.
constexpr double kGrowthTolerance = 1e-9;

std::vector<double> rates_before(const World& world, Date from) {
  const Month start = month_of(world.settings.start);
  const Month last = month_of(from - 1);
  if (last < start) return site_rates(world, make_month(world.settings.base_year, 1)).of_site;
  std::vector<double> most(world.sites.size(), 0.0);
  for (Month month = std::max(start, last + -11); month <= last; month = month + 1) {
    const std::vector<double> rates = site_rates(world, month).of_site;
    for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], rates[i]);
  }
  return most;
}

AdmissionRoll roll_of(const World& world, std::uint32_t seed, const Measure& measure) {
  const auto& kind = *policy::as<CleanAdmission>(measure);
  const FirmClasses classes = firm_classes(world, seed);
  const Addressed addressed(world, kind, classes);
  AdmissionRoll roll{world.measures.id_of(measure), {}, {}, rates_before(world, measure.from)};
  for (const Site& site : world.sites) {
    const Id<Site> id = world.sites.id_of(site);
    roll.projects.push_back(site.outside() ? Turns() : addressed.turns(id));
    roll.obeys.push_back(draw_uniform(seed, Purpose::obedience, hash_text(measure.id + '/' + site.id), 0) < kind.obedience);
  }
  return roll;
}

double added_at(const CleanAdmission& kind, const AdmissionRoll& roll, Id<Site> site, const SiteRates& rates) {
  if (!roll.projects[site.index].on(first_day(rates.month))) return 0.0;
  const double before = roll.before[site.index], now = rates.of_site[site.index];
  const double least = kind.sites.empty() ? before * (1.0 + kind.min_growth) : before;
  return now > least * (1.0 + kGrowthTolerance) ? 1.0 - before / now : 0.0;
}

Admission admission_of(const World& world, Id<Measure> measure, double share) {
  const auto& kind = *policy::as<CleanAdmission>(world.measures[measure]);
  const auto accepts = [&](CleanMode mode) { return contains(kind.modes, mode); };
  Admission admission;
  admission.share = share;
  admission.rail = accepts(CleanMode::rail);
  admission.belt = accepts(CleanMode::belt);
  admission.pipe = accepts(CleanMode::pipe);
  admission.new_energy_truck = accepts(CleanMode::new_energy_truck);
  admission.new_energy_extra = kind.new_energy_extra;
  admission.by = measure;
  return admission;
}

bool binds_before(const World& world, const Admission& a, const Admission& b) {
  if (a.share != b.share || !b.by) return a.share > b.share;
  return policy::goes_first(world.measures[*a.by], world.measures[*b.by]);
}

}  // namespace

SiteRates site_rates(const World& world, Month month) {
  SiteRates rates{month, std::vector<double>(world.sites.size(), 0.0)};
  const FlowRates of_flows = flow_rates(world, month);
  for (const Flow& flow : world.flows) {
    for (const Id<Site> end : {flow.origin, flow.destination})
      rates.of_site[end.index] += of_flows.of_flow[world.flows.id_of(flow).index].value;
  }
  return rates;
}

std::vector<AdmissionRoll> admission_rolls(const World& world, std::uint32_t seed) {
  std::vector<AdmissionRoll> rolls;
  for (const Measure& measure : world.measures) {
    if (policy::as<CleanAdmission>(measure) != nullptr) rolls.push_back(roll_of(world, seed, measure));
  }
  return rolls;
}

std::vector<AddedShare> added_shares(const World& world, const AdmissionRoll& roll, const SiteRates& now) {
  std::vector<AddedShare> added(world.flows.size());
  const Measure& measure = world.measures[roll.measure];
  if (measure.from > first_day(now.month)) return added;
  const auto& kind = *policy::as<CleanAdmission>(measure);
  for (const Flow& flow : world.flows) {
    AddedShare& of_flow = added[world.flows.id_of(flow).index];
    for (const Id<Site> end : {flow.origin, flow.destination}) {
      const double share = added_at(kind, roll, end, now);
      of_flow.share = std::max(of_flow.share, share);
      if (roll.obeys[end.index]) of_flow.bound = std::max(of_flow.bound, share);
    }
  }
  return added;
}

std::vector<Admission> admissions(const World& world, const std::vector<AdmissionRoll>& rolls, const SiteRates& now,
                                  const std::vector<bool>& no_clean_trucks, std::optional<Id<Measure>> without) {
  std::vector<Admission> of_flow(world.flows.size());
  for (const AdmissionRoll& roll : rolls) {
    if (roll.measure == without) continue;
    const std::vector<AddedShare> added = added_shares(world, roll, now);
    for (std::size_t f = 0; f < added.size(); ++f) {
      if (added[f].bound <= 0.0) continue;
      const Admission other = admission_of(world, roll.measure, added[f].bound);
      if (binds_before(world, other, of_flow[f])) of_flow[f] = other;
    }
  }
  for (std::size_t f = 0; f < no_clean_trucks.size(); ++f) of_flow[f].new_energy_truck &= !no_clean_trucks[f];
  return of_flow;
}

}  // namespace railshift::rules

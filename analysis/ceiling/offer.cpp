#include "analysis/ceiling/offer.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "analysis/judge/unserved.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/site_activity.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/road_distances.hpp"

namespace railshift::analysis {
namespace {

/// Which chains find an open way on which day; one set of roads holds until the next one.
class Ways {
 public:
  explicit Ways(const World& world) {
    for (const Date day : rules::days_of_change(world)) {
      rules::RoadRegime regime = rules::regime_on(world, day);
      if (!regimes_.empty() && regime == regimes_.back()) continue;
      const rules::RoadMap map(world, regime);
      cut_off_[day] = rules::road_distances(world, map);
      regimes_.push_back(std::move(regime));
    }
  }
  [[nodiscard]] bool has(Id<Chain> chain, Date day) const {
    const auto after = cut_off_.upper_bound(day);
    const auto& at = after == cut_off_.begin() ? *after : *std::prev(after);
    return !at.second.is_cut_off(chain);
  }
  [[nodiscard]] bool ever(Id<Chain> chain) const {
    return std::any_of(cut_off_.begin(), cut_off_.end(), [&](const auto& at) { return !at.second.is_cut_off(chain); });
  }

 private:
  std::vector<rules::RoadRegime> regimes_;
  std::map<Date, rules::LegDistances> cut_off_;  ///< by first day
};

/// The last of the days on which its sidings, or its new belt or pipe, enter service; a chain without any is there from the start. Nothing:
/// one of them never does.
std::optional<Date> in_service(const World& world, const Chain& chain) {
  std::vector<Id<Siding>> sidings;
  for (const auto& siding : {rules::loading_siding(world, chain), rules::unloading_siding(world, chain)}) {
    if (siding) sidings.push_back(*siding);
  }
  for (const Leg& leg : chain.legs) {
    if (leg.siding) sidings.push_back(*leg.siding);
  }
  Date last{};
  if (rules::is_new_way(chain)) {
    const auto opening = rules::way_opening(world, chain);
    if (!opening) return std::nullopt;
    last = opening->day;
  }
  for (const Id<Siding> siding : sidings) {
    const auto since = rules::siding_in_service(world, siding);
    if (!since) return std::nullopt;
    last = std::max(last, *since);
  }
  return last;
}

/// Days, half-open.
struct Days {
  Date from;
  Date to;
  [[nodiscard]] int count() const { return std::max(0, to - from); }
};

/// The days of a month on which both ends of a flow are open; all of them if there is none in common (the balance decides what is offered).
Days working_days(const World& world, const Flow& flow, Month month) {
  Days days{first_day(month), end_day(month)};
  for (const Id<Site> end : {flow.origin, flow.destination}) {
    const rules::SiteSpan span = rules::site_span(world, end);
    if (span.opens) days.from = std::max(days.from, *span.opens);
    if (span.closes) days.to = std::min(days.to, *span.closes);
  }
  return days.count() > 0 ? days : Days{first_day(month), end_day(month)};
}

/// `since`: from when on its sidings are in service.
double open_share(const World& world, const Ways& ways, Id<Chain> id, Date since, Month month) {
  const Days days = working_days(world, world.flows[world.chains[id].flow], month);
  const bool way_all_month = ways.has(id, first_day(month));
  int open = 0;
  for (Date day = days.from; day < days.to; day = day + 1) {
    if (day >= since && (way_all_month || ways.has(id, day))) ++open;
  }
  return static_cast<double>(open) / days.count();
}

constexpr double kDaysUnderWay = 3.0;

/// Of a chain that is open on the last day of the month.
double under_way(const World& world, const Ways& ways, const Chain& chain, const rules::FlowRates& rates, Month of) {
  const auto since = in_service(world, chain);
  const Date last = end_day(of) - 1;
  if (chain.main_mode() != Mode::rail || !since || *since > last || !ways.has(world.chains.id_of(chain), last)) return 0.0;
  const double month = to_tonnes(rules::month_mass(world, rates, chain.flow, of)).value;
  double train = 0.0;
  for (const auto& siding : {rules::loading_siding(world, chain), rules::unloading_siding(world, chain)}) {
    if (siding && train <= 0.0) train = to_tonnes(world.sidings[*siding].train_load).value;
  }
  return month > 0.0 ? train + month * kDaysUnderWay / days_in(of) : 0.0;
}

std::vector<Month> months_of(const Settings& settings, int year) {
  std::vector<Month> months;
  for (int number = 1; number <= 12; ++number) {
    const Month month = make_month(year, number);
    if (month < month_of(settings.start) || month > month_of(settings.end - 1)) return {};
    months.push_back(month);
  }
  return months;
}

/// Whether some chain without a limit is open all month: then nothing has to wait.
bool has_free_way(const World& world, const Ways& ways, Id<Flow> flow, Month month) {
  const auto& chains = world.chains_of(flow);
  return std::any_of(chains.begin(), chains.end(), [&](Id<Chain> id) {
    const Chain& chain = world.chains[id];
    const bool limited = chain.main_mode() == Mode::rail || rules::is_new_way(chain);
    const auto since = limited ? std::nullopt : in_service(world, chain);
    return since && open_share(world, ways, id, *since, month) >= 1.0;
  });
}

std::vector<double> waiting_at(const World& world, const Ways& ways, Month first) {
  std::vector<double> waiting(world.flows.size(), 0.0);
  std::vector<bool> settled(world.flows.size(), false);
  for (Month month = first + -1; first_day(month) >= world.settings.day_zero(); month = month + -1) {
    const rules::FlowRates rates = rules::flow_rates(world, month);
    for (const Flow& flow : world.flows) {
      const Id<Flow> id = world.flows.id_of(flow);
      if (settled[id.index]) continue;
      settled[id.index] = has_free_way(world, ways, id, month);
      if (!settled[id.index]) waiting[id.index] += to_tonnes(rules::month_mass(world, rates, id, month)).value;
    }
  }
  return waiting;
}

}  // namespace

double YearOffer::tonnes(Id<Flow> flow) const {
  return static_cast<double>(std::accumulate(kg[flow.index].begin(), kg[flow.index].end(), std::int64_t{0})) / 1000.0;
}

YearOffer without_under_way(YearOffer offer) {
  offer.under_way_t.assign(offer.under_way_t.size(), 0.0);
  offer.waiting_t.assign(offer.waiting_t.size(), 0.0);
  offer.under_way_at_end_t.assign(offer.under_way_at_end_t.size(), 0.0);
  offer.left_share = 0.0;
  return offer;
}

YearOffer offer_of(const World& world, int year) {
  YearOffer offer;
  offer.year = year;
  offer.months = months_of(world.settings, year);
  offer.kg.resize(world.flows.size());
  offer.open.resize(world.chains.size());
  for (const Month month : offer.months) {
    const rules::FlowRates rates = rules::flow_rates(world, month);
    for (const Flow& flow : world.flows) {
      const Id<Flow> id = world.flows.id_of(flow);
      offer.kg[id.index].push_back(rules::month_mass(world, rates, id, month).value);
    }
    offer.limits.push_back(rules::rail_limits(world, month));
  }
  if (offer.months.empty()) {
    offer.ever.assign(world.chains.size(), false);
    offer.under_way_t.assign(world.chains.size(), 0.0);
    offer.under_way_at_end_t.assign(world.chains.size(), 0.0);
    offer.waiting_t.assign(world.flows.size(), 0.0);
    return offer;
  }
  const Ways ways(world);
  offer.waiting_t = waiting_at(world, ways, offer.months.front());
  const Month before = offer.months.front() + -1;
  const bool runs_before = first_day(before) >= world.settings.day_zero();
  const rules::FlowRates rates = rules::flow_rates(world, runs_before ? before : offer.months.front());
  const rules::FlowRates last_rates = rules::flow_rates(world, offer.months.back());
  offer.left_share = world.parameter(kUnservedLimit, world.settings.start);
  for (const Chain& chain : world.chains) {
    offer.under_way_t.push_back(runs_before ? under_way(world, ways, chain, rates, before) : 0.0);
    offer.under_way_at_end_t.push_back(under_way(world, ways, chain, last_rates, offer.months.back()));
    const Id<Chain> id = world.chains.id_of(chain);
    const auto since = in_service(world, chain);
    offer.ever.push_back(since.has_value() && ways.ever(id));
    for (const Month month : offer.months) offer.open[id.index].push_back(since ? open_share(world, ways, id, *since, month) : 0.0);
  }
  return offer;
}

}  // namespace railshift::analysis

#include "sim/rules/rail/duty.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "sim/core/contract.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/siding_access.hpp"

namespace railshift::rules {
namespace {

/// 以上 includes the number: a sum that misses the threshold by rounding alone reaches it.
constexpr double kSumTolerance = 1e-9;
constexpr std::string_view kThresholdParameter = "scope.over_threshold";

/// The calendar year before a day, or the base year if the run does not know that year.
int list_year(const World& world, Date from) {
  const int year = year_of(from) - 1;
  return make_date(year, 1, 1) < world.settings.start ? world.settings.base_year : year;
}

/// In + out tonnes of a year at the gates of industrial sites, by firm index.
std::vector<double> gate_tonnes(const World& world, int year) {
  std::vector<double> tonnes(world.firms.size(), 0.0);
  for (int m = 1; m <= 12; ++m) {
    const Month month = make_month(year, m);
    const FlowRates rates = flow_rates(world, month);
    for (const Flow& flow : world.flows) {
      const double moved = rates.of_flow[world.flows.id_of(flow).index].value * world.profiles[flow.profile].share(month);
      for (const Id<Site> end : {flow.origin, flow.destination}) {
        const Site& site = world.sites[end];
        if (is_industrial(site.kind)) tonnes[site.firm.index] += moved;
      }
    }
  }
  return tonnes;
}

/// Lays one flow's month of the base year on the books of the firms at its ends.
void add_history(const World& world, const Flow& flow, Kilograms mass, Month month, MonthBook& book) {
  const Commodity& commodity = world.commodities[flow.commodity];
  if (!commodity.bulk || commodity.dangerous) return;
  for (const Id<Site> end : {flow.origin, flow.destination}) {
    const Site& site = world.sites[end];
    if (site.outside()) continue;
    double by_rail = 0.0;
    for (const Id<Chain> id : world.chains_of(world.flows.id_of(flow))) {
      const Chain& chain = world.chains[id];
      if (gate_mode(world, chain, end == flow.origin) == Mode::rail) by_rail += chain.base_share;
    }
    FirmMonth& line = book.firm_months[site.firm.index][static_cast<std::size_t>(month.number() - 1)];
    const auto rail = static_cast<std::int64_t>(std::llround(by_rail * static_cast<double>(mass.value)));
    line.rail_kg += std::min(rail, mass.value);
    line.all_kg += mass.value;
  }
}

DutyRoll roll_of_duty(const World& world, const Measure& measure, const RailDuty& duty, const FirmClasses& classes) {
  DutyRoll roll{world.measures.id_of(measure), bound_firms(world, duty.threshold, duty.firms, measure.from)};
  if (!policy::narrows(duty)) return roll;
  const Addressed addressed(world, duty, classes);
  std::erase_if(roll.firms, [&](Id<Firm> firm) { return addressed.turns(firm).never(); });
  for (const Id<Firm> firm : roll.firms) roll.meant.push_back(addressed.turns(firm));
  return roll;
}

}  // namespace

std::vector<Id<Firm>> bound_firms(const World& world, TonnesPerYear threshold, const std::vector<Id<Firm>>& named, Date from) {
  std::vector<Id<Firm>> firms = named;
  if (named.empty()) {
    const std::vector<double> tonnes = gate_tonnes(world, list_year(world, from));
    for (std::uint32_t i = 0; i < tonnes.size(); ++i) {
      if (tonnes[i] > 0.0 && tonnes[i] >= threshold.value * (1.0 - kSumTolerance)) firms.push_back(Id<Firm>{i});
    }
  }
  std::sort(firms.begin(), firms.end());
  return firms;
}

std::vector<Id<Firm>> listed_firms(const World& world) {
  const Settings& settings = world.settings;
  const int last_year = settings.as_of ? year_of(*settings.as_of) - 1 : settings.base_year;
  const Date from = make_date(last_year + 1, 1, 1);
  const TonnesPerYear threshold{world.parameter(kThresholdParameter, from)};
  std::vector<Id<Firm>> firms = bound_firms(world, threshold, {}, from);
  std::sort(firms.begin(), firms.end());
  return firms;
}

double required_level(const std::vector<RequiredStep>& steps, Date day) {
  const RequiredStep* latest = nullptr;
  for (const RequiredStep& step : steps) {
    if (step.due <= day && (latest == nullptr || step.due > latest->due)) latest = &step;
  }
  return latest == nullptr ? 0.0 : latest->level;
}

YuanPerTonne duty_price(const RailDuty& duty, double rail_share_12_months, Date day) {
  const double shortfall = required_level(duty.required, day) - rail_share_12_months;
  if (shortfall <= 0.0) return YuanPerTonne{};
  return shortfall >= duty.fade ? duty.price : duty.price * (shortfall / duty.fade);
}

bool DutyRoll::speaks_of(Id<Firm> firm, Date day) const {
  const auto at = std::lower_bound(firms.begin(), firms.end(), firm);
  return at != firms.end() && *at == firm && speaks_of(static_cast<std::size_t>(at - firms.begin()), day);
}

std::vector<DutyRoll> duty_rolls(const World& world) { return duty_rolls(world, firm_classes(world, world.settings.seed)); }

std::vector<DutyRoll> duty_rolls(const World& world, const FirmClasses& classes) {
  std::vector<DutyRoll> rolls;
  for (const Measure& measure : world.measures) {
    const auto* duty = policy::as<RailDuty>(measure);
    if (duty != nullptr) rolls.push_back(roll_of_duty(world, measure, *duty, classes));
  }
  return rolls;
}

bool clean_instead(const World& world, const DutyRoll& roll, std::size_t position, Date day) {
  if (roll.clean.empty() || !roll.clean[position].on(day)) return false;
  switch (policy::as<RailDuty>(world.measures[roll.measure])->clean_trucks) {
    case CleanTrucks::no:
      return false;
    case CleanTrucks::always:
      return true;
    case CleanTrucks::without_siding:
      break;
  }
  const auto siding = siding_service(world, roll.firms[position]).since();
  return !siding || *siding > day;
}

std::vector<YuanPerTonne> duty_prices(const World& world, const std::vector<DutyRoll>& rolls, const MonthBook& book, Month month) {
  const Date day = first_day(month);
  std::vector<YuanPerTonne> prices(world.firms.size());
  for (const DutyRoll& roll : rolls) {
    const Measure& measure = world.measures[roll.measure];
    if (measure.from > day) continue;
    const RailDuty& duty = (*policy::as<RailDuty>(measure));
    for (std::size_t i = 0; i < roll.firms.size(); ++i) {
      if (!roll.speaks_of(i, day) || clean_instead(world, roll, i, day)) continue;
      prices[roll.firms[i].index] += duty_price(duty, book.rail_share(roll.firms[i]), day);
    }
  }
  return prices;
}

std::vector<YuanPerTonne> duty_prices(const World& world, const MonthBook& book, Month month) {
  return duty_prices(world, duty_rolls(world), book, month);
}

MonthBook first_book(const World& world, const BaseState& state) {
  MonthBook book = book_of(world, state);
  for (int m = 1; m <= 12; ++m) {
    const Month month = make_month(world.settings.base_year, m);
    const FlowRates rates = flow_rates(world, month);
    for (const Flow& flow : world.flows) {
      add_history(world, flow, month_mass(world, rates, world.flows.id_of(flow), month), month, book);
    }
  }
  return book;
}

MonthBook first_book(const World& world) { return first_book(world, prior_state(world)); }

}  // namespace railshift::rules

#include "analysis/look/figures/rail.hpp"

#include <algorithm>
#include <functional>

#include "sim/rules/prices/fleet_mix.hpp"
#include "sim/rules/prices/month_prices.hpp"
#include "sim/rules/rail/calibration.hpp"
#include "sim/rules/rail/choice.hpp"
#include "sim/rules/rail/drift.hpp"
#include "sim/rules/rail/rail_limits.hpp"
#include "sim/rules/register/register_start.hpp"
#include "sim/rules/roads/road_distances.hpp"

namespace railshift::analysis::look {
namespace {

/// What one year asks of every limit of rules::rail_limits, in the limit's unit, and in kg.
struct Asked {
  std::vector<double> units, kg, capacity;
  std::vector<int> months_over;
};

/// Share of a flow's tonnes on each of its chains, by position in chains_of, in one month.
using Shares = std::function<std::vector<double>(Id<Flow>, Month)>;

void add_month(const World& world, const Masses& masses, When when, int number, const Shares& shares, Asked& sum) {
  const Month month = make_month(masses.year.at(when), number);
  const rules::RailLimits limits = rules::rail_limits(world, month);
  std::vector<double> units(limits.limits.size(), 0.0);
  sum.units.resize(units.size());
  sum.kg.resize(units.size());
  sum.capacity.resize(units.size());
  sum.months_over.resize(units.size());
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    const double mass = static_cast<double>(masses.of_flow.at(when)[id.index][static_cast<std::size_t>(number - 1)].value);
    const std::vector<double> split = shares(id, month);
    const auto& chains = world.chains_of(id);
    for (std::size_t i = 0; i < chains.size(); ++i) {
      for (const rules::LimitUse& use : limits.of_chain[chains[i].index]) {
        units[use.limit] += use.per_kg * mass * split[i];
        sum.kg[use.limit] += mass * split[i];
      }
    }
  }
  for (std::size_t l = 0; l < units.size(); ++l) {
    sum.units[l] += units[l];
    sum.capacity[l] += limits.limits[l].capacity;
    if (units[l] > limits.limits[l].capacity) ++sum.months_over[l];
  }
}

Asked year_of_asking(const World& world, const Masses& masses, When when, const Shares& shares) {
  Asked sum;
  for (int m = 1; m <= 12; ++m) add_month(world, masses, when, m, shares, sum);
  return sum;
}

Asked at_base_shares(const World& world, const Masses& masses, When when) {
  return year_of_asking(world, masses, when, [&world](Id<Flow> flow, Month) { return rules::base_shares(world, flow); });
}

/// The last year by choice: delays at their prior, duties as they meet the base-year shares.
Asked by_wishes(const World& world, const Masses& masses) {
  const rules::RoadMap start(world, rules::regime_on(world, world.settings.start));
  const rules::RoadMap end(world, rules::regime_on(world, world.settings.end - 1));
  const rules::ChoiceConstants constants = rules::calibrate(world, rules::road_distances(world, start));
  const rules::LegDistances of_last_day = rules::road_distances(world, end);
  const rules::Choice choice{constants, of_last_day};
  const rules::PriceRolls rolls = rules::price_rolls(world, world.settings.seed);
  MonthBook book = rules::first_book(world);
  rules::note_fleet(world, rules::initial_register(world, world.settings.seed), book);
  std::optional<Month> priced;
  return year_of_asking(world, masses, When::last, [&](Id<Flow> flow, Month month) {
    if (priced != month) {
      rules::set_prices(world, rolls, month, book);
      priced = month;
    }
    return rules::wish_shares(world, choice, flow, book, month);
  });
}

/// Layout of rules::rail_limits: handling and tracks of every siding, then both directions of every section.
void fill_sidings(const World& world, const Both<Asked>& base, const Asked& wishes, Railway& out) {
  const rules::RailLimits layout = rules::rail_limits(world, month_of(world.settings.start));
  for (const Siding& siding : world.sidings) {
    const Id<Siding> id = world.sidings.id_of(siding);
    const std::size_t handling = std::size_t{2} * id.index;
    SidingRow row;
    row.siding = id;
    for (const When when : kWhens) {
      row.capacity.at(when) = Tonnes{std::min(base.at(when).capacity[handling], base.at(when).capacity[handling + 1]) / 1000.0};
      row.tonnes.at(when) = Tonnes{base.at(when).units[handling] / 1000.0};
    }
    row.asked = Tonnes{wishes.units[handling] / 1000.0};
    row.months_over = std::max(wishes.months_over[handling], wishes.months_over[handling + 1]);
    row.used = layout.limits[handling].used;
    out.sidings.push_back(row);
  }
}

void fill_sections(const World& world, const Masses& masses, const Both<Asked>& base, const Asked& wishes, Railway& out) {
  std::size_t limit = 2 * world.sidings.size();
  for (const RailSection& section : world.rail_sections) {
    for (const bool forward : {true, false}) {
      SectionRow row;
      row.section = world.rail_sections.id_of(section);
      row.forward = forward;
      for (const When when : kWhens) {
        const Date middle = std::max(make_date(masses.year.at(when), 7, 1), world.settings.start);
        row.background.at(when) = section.background_per_day.on(middle).value_or(0.0);
        row.trains.at(when) = base.at(when).units[limit] / kDaysAYear;
        row.tonnes.at(when) = Tonnes{base.at(when).kg[limit] / 1000.0};
      }
      row.asked = wishes.units[limit] / kDaysAYear;
      out.sections.push_back(row);
      ++limit;
    }
  }
}

}  // namespace

double SectionRow::load(const World& world, When when) const {
  return (background.at(when) + trains.at(when)) / std::max(1, world.rail_sections[section].slots_per_day);
}

double SectionRow::load_asked(const World& world) const {
  return (background.last + asked) / std::max(1, world.rail_sections[section].slots_per_day);
}

Railway railway(const World& world, const Masses& masses) {
  const Both<Asked> base{at_base_shares(world, masses, When::base), at_base_shares(world, masses, When::last)};
  const Asked wishes = by_wishes(world, masses);
  Railway out;
  fill_sidings(world, base, wishes, out);
  fill_sections(world, masses, base, wishes, out);
  return out;
}

}  // namespace railshift::analysis::look

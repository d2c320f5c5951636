#include "sim/rules/past/first_difference.hpp"

#include <cmath>
#include <map>
#include <string>

#include "sim/policy/kinds.hpp"
#include "sim/rules/past/dated_difference.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

template <class T>
void forget_provenance(Table<T>& table) {
  for (T& row : table.rows_for_loading()) row.provenance = {};
}

/// Numbers that turn the kilometres, hours and trucks of a finished run into grams, pick the firms of a figure or judge it.
bool read_after_the_run(const std::string& parameter) {
  const auto is = [&](const char* name) { return parameter == name; };
  const auto begins = [&](const char* head) { return parameter.starts_with(head); };
  return begins("grid.") || begins("road.idle_") || begins("rail.electric_") || begins("rail.diesel_") || is("rail.gross_net") ||
         is("fault.tampered_factor") || is("fault.no_urea_factor") || is("scope.over_threshold") || is("scope.yard_km") ||
         is("verdict.unserved_limit");
}

/// Empties what a run never reads.
void forget_words(World& world) {
  world.settings.title_zh.clear();
  world.settings.title_en.clear();
  world.settings.city_zh.clear();
  world.settings.area_code.clear();
  world.settings.as_of.reset();
  world.settings.key_region = false;
  world.targets = {};
  world.clauses = {};
  world.observed = {};
  world.caveats = {};
  world.emission_factors = {};
  world.clean_rules = {};
  for (Parameter& parameter : world.parameters.rows_for_loading()) {
    if (read_after_the_run(parameter.id)) parameter.value = {};
  }
  const auto forget = [](auto&... tables) { (forget_provenance(tables), ...); };
  forget(world.parameters, world.rail_tariffs, world.road_rates, world.survival, world.purchase_shares, world.outside_mix, world.mileage,
         world.flows, world.county_figures, world.chains, world.links, world.rail_sections, world.sidings, world.stations,
         world.register_rows, world.pools, world.through, world.closures, world.stockyards, world.hour_profiles);
}

/// Days between the order and the registration of a truck without an order that states its own, at most: how far a purchase looks ahead.
int longest_lag(const World& world) {
  double days = 0.0;
  if (const auto lag = world.parameters.find("register.delivery_lag")) {
    for (const auto& step : world.parameters[*lag].value.steps()) days = std::max(days, step.second);
  }
  return static_cast<int>(std::ceil(days));
}

/// The same for trucks that are registered on a day or later and replace one under a retire order: none of them left before its `from`.
int ordered_lag(const World& world, Date registered) {
  int days = 0;
  for (const Measure& measure : world.measures) {
    const auto* order = policy::as<RetireOrder>(measure);
    if (order != nullptr) days = std::max(days, std::min(order->delivery_lag_days.value_or(0), registered - measure.from));
  }
  return days;
}

Points points_of(const Activity& activity) {
  Points points;
  for (const Activity::Point& p : activity.points) points.emplace_back(p.valid_from, p.t_per_year.value);
  return points;
}

Points points_of(const Through& through) {
  Points points;
  for (const Through::Point& p : through.points) points.emplace_back(p.valid_from, p.loaded_trips_per_year);
  return points;
}

/// Takes out of both worlds what has a date of its own and keeps the earliest date; what is left must be equal, or the worlds differ
/// from the start. So a table or column that is not named here counts as different from the start.
class Comparison {
 public:
  Comparison(const World& trunk, const World& branch)
      : trunk_(trunk),
        branch_(branch),
        a_(trunk),
        b_(branch),
        start_(trunk.settings.start),
        base_year_(std::max(start_, make_date(trunk.settings.base_year + 1, 1, 1) - 1)),
        lag_days_(std::max(longest_lag(trunk), longest_lag(branch))) {}

  std::optional<Date> run() {
    forget_words(a_);
    forget_words(b_);
    parameters();
    sites();
    processes();
    flows();
    profiles();
    sidings();
    roads();
    outside_trucks();
    purchases();
    measures();
    if (!(a_ == b_)) note(kAlways, start_);
    return first_;
  }

 private:
  /// A day up to `read_before` is read before the first month.
  void note(std::optional<Date> day, Date read_before) {
    if (!day) return;
    first_ = earlier(first_, *day <= read_before ? trunk_.settings.day_zero() : *day);
  }

  /// Rows in pairs; tables with different rows are left as they are, and so differ from the start.
  template <class T, class Compare>
  void each(Table<T>& a, Table<T>& b, Compare compare) {
    auto& left = a.rows_for_loading();
    auto& right = b.rows_for_loading();
    if (left.size() != right.size()) return;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left[i].id == right[i].id) compare(left[i], right[i]);
    }
  }
  void take_steps(Dated<double>& a, Dated<double>& b, Date read_before) {
    note(steps_differ(a, b), read_before);
    a = b = {};
  }

  void parameters() {
    each(a_.parameters, b_.parameters, [this](Parameter& a, Parameter& b) { take_steps(a.value, b.value, base_year_); });
  }

  void sites() {
    each(a_.sites, b_.sites, [this](Site& a, Site& b) {
      note(openings_differ(a.opens, b.opens), base_year_);
      note(closures_differ(a.closes, b.closes), base_year_);
      a.opens = a.closes = b.opens = b.closes = std::nullopt;
    });
  }

  void processes() {
    each(a_.processes, b_.processes, [this](Process& a, Process& b) {
      note(lines_differ(points_of(a.activity), points_of(b.activity)), base_year_);
      a.activity = b.activity = {};
      if (a.io.size() != b.io.size()) return;
      for (std::size_t i = 0; i < a.io.size(); ++i) {
        take_steps(a.io[i].t_per_t, b.io[i].t_per_t, base_year_);
        a.io[i].provenance = b.io[i].provenance = {};
      }
    });
  }

  void flows() {
    each(a_.flows, b_.flows, [this](Flow& a, Flow& b) {
      if (a.rule == FlowRule::fixed) note(lines_differ(a.share_or_t.steps(), b.share_or_t.steps()), base_year_);
      if (a.rule == FlowRule::fixed) a.share_or_t = b.share_or_t = {};
      take_steps(a.share_or_t, b.share_or_t, base_year_);
    });
  }

  void profiles() {
    each(a_.profiles, b_.profiles, [this](Profile& a, Profile& b) {
      std::map<int, const Profile::Year*> of_a, of_b;
      for (const Profile::Year& y : a.years) of_a[y.year] = &y;
      for (const Profile::Year& y : b.years) of_b[y.year] = &y;
      if (of_a.size() != of_b.size()) return;
      for (const auto& [year, shares] : of_a) {
        if (!of_b.contains(year)) return;
        if (!(*shares == *of_b.at(year))) note(year == 0 ? kAlways : make_date(year, 1, 1), base_year_);
      }
      a.years = b.years = {};
    });
  }

  /// Whether the shares of the base year, which calibrate the choice before the run, hang on the siding.
  bool used_in_base_year(Id<Siding> siding) const {
    return std::any_of(trunk_.chains.begin(), trunk_.chains.end(), [&](const Chain& chain) {
      if (chain.base_share <= 0.0) return false;
      const bool named = std::any_of(chain.legs.begin(), chain.legs.end(), [&](const Leg& leg) { return leg.siding == siding; });
      return named || loading_siding(trunk_, chain) == siding || unloading_siding(trunk_, chain) == siding;
    });
  }

  void sidings() {
    each(a_.sidings, b_.sidings, [this](Siding& a, Siding& b) {
      const Id<Siding> id = a_.sidings.id_of(a);
      const Date read_before = used_in_base_year(id) ? base_year_ : std::max(start_, make_date(trunk_.settings.base_year, 1, 1));
      const auto since_a = siding_in_service(trunk_, id), since_b = siding_in_service(branch_, id);
      // What a siding can take matters from the day on which it can take something.
      if (since_a != since_b || a.capacity != b.capacity) note(earlier(since_a, since_b), read_before);
      // Who opened it, and what would have been without him, hangs on its own day too.
      if (a.in_service != b.in_service) note(earlier(a.in_service, b.in_service), read_before);
      a.capacity = b.capacity = {};
      a.built = a.in_service = b.built = b.in_service = std::nullopt;
    });
    each(a_.rail_sections, b_.rail_sections,
         [this](RailSection& a, RailSection& b) { take_steps(a.background_per_day, b.background_per_day, base_year_); });
  }

  void roads() {
    each(a_.links, b_.links, [this](Link& a, Link& b) {
      note(openings_differ(a.opens, b.opens), start_);
      note(closures_differ(a.closes, b.closes), start_);
      a.opens = a.closes = b.opens = b.closes = std::nullopt;
    });
    each(a_.through, b_.through, [this](Through& a, Through& b) {
      note(lines_differ(points_of(a), points_of(b)), start_);
      a.points = b.points = {};
    });
  }

  /// A mix leads from one stated year to the next, so that a year is seen from the stated year before on.
  void outside_trucks() {
    each(a_.outside_mix, b_.outside_mix, [this](OutsideMix& a, OutsideMix& b) {
      if (a.share == b.share) return;
      std::optional<int> before;
      for (const OutsideMix& row : trunk_.outside_mix) {
        if (row.owner == a.owner && row.vehicle_type == a.vehicle_type && row.year < a.year)
          before = std::max(before.value_or(row.year), row.year);
      }
      note(before ? make_date(*before, 1, 1) : kAlways, start_);
      a.share = b.share;
    });
  }

  /// The first stated year of a segment holds for all years before it too.
  void purchases() {
    each(a_.purchase_shares, b_.purchase_shares, [this](PurchaseShare& a, PurchaseShare& b) {
      if (a.share == b.share) return;
      const bool first = std::none_of(trunk_.purchase_shares.begin(), trunk_.purchase_shares.end(),
                                      [&](const PurchaseShare& row) { return row.segment == a.segment && row.year < a.year; });
      const Date year = make_date(a.year, 1, 1);
      note(first ? kAlways : year - lag_before(year), start_);
      a.share = b.share;
    });
  }

  /// How long before the registration of a truck on this day or later it may have been bought.
  [[nodiscard]] int lag_before(Date registered) const {
    return std::max({lag_days_, ordered_lag(trunk_, registered), ordered_lag(branch_, registered)});
  }

  /// The balances and the chains of the base year are read before the run, and with them what measures do to both.
  [[nodiscard]] Date read_before(const Measure& measure) const {
    const bool base_year = policy::as<SiteChange>(measure) != nullptr || policy::as<BeltOpens>(measure) != nullptr ||
                           policy::as<PipeOpens>(measure) != nullptr;
    return base_year ? base_year_ : start_ - 1;
  }

  /// Sidings also count by the days on which they open.
  void measures() {
    for (const Measure& measure : trunk_.measures) {
      const auto same = branch_.measures.find(measure.id);
      if (same) {
        const Measure& other = branch_.measures[*same];
        note(policy::told_apart(measure, other, lag_before(std::max(measure.from, other.from))), read_before(measure));
      } else {
        note(policy::looked_at_alone(measure, lag_before(measure.from)), read_before(measure));
      }
    }
    // A stock that only the branch freezes must be frozen in the common past.
    for (const Measure& measure : branch_.measures) {
      if (!trunk_.measures.find(measure.id)) note(policy::first_look(measure, lag_before(measure.from)), read_before(measure));
    }
    a_.measures = b_.measures = {};
  }

  const World& trunk_;
  const World& branch_;
  World a_, b_;  ///< what has not been compared yet
  Date start_;
  Date base_year_;  ///< last day that is read before the run for its base year
  int lag_days_;
  std::optional<Date> first_;
};

}  // namespace

std::optional<Date> first_difference(const World& trunk, const World& branch) { return Comparison(trunk, branch).run(); }

}  // namespace railshift::rules

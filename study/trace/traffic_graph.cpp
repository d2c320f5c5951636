#include "study/trace/traffic_graph.hpp"

#include <algorithm>
#include <charconv>

#include "sim/rules/rail/chain_service.hpp"
#include "study/trace/goods_graph.hpp"
#include "study/trace/measure_picks.hpp"
#include "study/trace/register_graph.hpp"

namespace railshift::study::trace {
namespace {

constexpr const char* kRail = "rail.";

bool of_exhaust(const Question& q) { return q.row.metric == "exhaust"; }
/// The whole of a pollutant: what any source gives moves it.
bool of_all_sources(const Question& q) { return of_exhaust(q) && q.scope_within({"numerator_kind"}); }

int ring_of(const Question& q) {
  int ring = 0;
  std::from_chars(q.row.ring.data(), q.row.ring.data() + q.row.ring.size(), ring);
  return ring;
}

/// Links that through trucks used in the period.
std::set<Id<Link>> through_links(const Question& q) {
  std::set<Id<Link>> links;
  for (const ledger::LinkRow& row : q.ledger.links) {
    if (row.owner == Owner::through && row.vehicles > 0 && q.holds(row.month)) links.insert(row.link);
  }
  return links;
}

bool counts_link(const Question& q, const Link& link) {
  if (of_exhaust(q)) return of_all_sources(q);
  return !link.county.empty() && link.ring >= ring_of(q) && (q.row.county.empty() || q.row.county == link.county);
}

void add_through_links(const Question& q, std::vector<Pick>& picks) {
  const Words path{"过境 → 路段", "through traffic -> links"};
  for (const Id<Link> id : through_links(q)) {
    const Link& link = q.world.links[id];
    if (counts_link(q, link)) picks.push_back({"link", "link_id", {link.id}, {"length"}, Act::moves, path});
  }
  picks.push_back({"link", "", {}, {"length", "free_speed"}, Act::choice, path});
}

/// Trips a year that stand in the period.
double trips_of(const Question& q, const Through& through) {
  double trips = 0.0;
  for (const Through::Point& point : through.points) {
    if (point.valid_from <= first_day(q.first())) trips = point.loaded_trips_per_year;
  }
  return trips;
}

void add_trips(const Question& q, std::vector<Pick>& picks) {
  const Words path{"过境", "through traffic"};
  const bool whole = of_all_sources(q) || (q.row.metric == "through_km_inside" && q.scope_within({}));
  for (const Through& through : q.world.through) {
    const bool seen = whole && q.row.value > 0.0 && 0.1 * trips_of(q, through) >= 12.0;
    picks.push_back({"through", "through_id", {through.id}, {"loaded_trips_per_year"}, seen ? Act::moves : Act::enters, path});
    picks.push_back({"through", "through_id", {through.id}, {"empty_share", "paths"}, Act::enters, path});
  }
}

/// Kilometres that trucks of a factor drove in the period, loaded and empty.
struct Driven {
  bool loaded = false, empty = false;
};
Driven driven_by(const Question& q, const EmissionFactor& factor) {
  Driven driven;
  for (const ledger::TrafficRow& row : q.ledger.traffic) {
    const EmissionClass truck = EmissionClass::from_index(row.vehicle);
    if (!q.holds(row.month) || row.metres == 0 || truck.type != factor.vehicle_type ||
        truck.access != AccessClass{factor.standard, factor.powertrain})
      continue;
    (row.loaded ? driven.loaded : driven.empty) = true;
  }
  return driven;
}

void add_factors(const Question& q, std::vector<Pick>& picks) {
  for (const EmissionFactor& factor : q.world.emission_factors) {
    if (of_exhaust(q) && factor.pollutant != q.row.numerator_kind) continue;
    const Driven driven = driven_by(q, factor);
    const Words path{"排放因子", "emission factors"};
    const bool all = of_all_sources(q);
    picks.push_back(
        {"emission_factors", "factor_id", {factor.id}, {"loaded_g_per_km"}, all && driven.loaded ? Act::moves : Act::enters, path});
    picks.push_back(
        {"emission_factors", "factor_id", {factor.id}, {"empty_g_per_km"}, all && driven.empty ? Act::moves : Act::enters, path});
  }
}

bool has_factor(const Question& q, const RegisterRow& row) {
  return std::any_of(q.world.emission_factors.begin(), q.world.emission_factors.end(), [&](const EmissionFactor& f) {
    return f.vehicle_type == row.vehicle_type && f.standard == row.standard && f.powertrain == row.powertrain &&
           f.pollutant == q.row.numerator_kind && f.loaded.value > 0.0;
  });
}

/// Registered trucks drive what the mileage table gives, whatever for: those that are still there at the end count.
void add_registered(const Question& q, std::vector<Pick>& picks) {
  std::set<std::string> types;
  for (const RegisterRow& row : q.world.register_rows) {
    const bool there = std::any_of(q.ledger.registers.begin(), q.ledger.registers.end(), [&](const ledger::RegisterFoldRow& fold) {
      return fold.month == q.last() && fold.tally.segment == row.segment && fold.tally.vehicle_type == row.vehicle_type &&
             fold.tally.access == AccessClass{row.standard, row.powertrain} && fold.tally.close > 0 && fold.tally.mileage_metres > 0;
    });
    const bool seen = of_all_sources(q) && there && has_factor(q, row);
    if (seen) types.insert(std::string(to_text(row.vehicle_type)));
    picks.push_back({"register",
                     "register_id",
                     {row.id},
                     {"count"},
                     seen ? Act::moves : Act::draws,
                     {"在册货车 → 其他作业", "registered trucks -> other work"}});
  }
  const Words path{"里程表", "mileage"};
  picks.push_back({"mileage", "vehicle_type", types, {"new_truck_km_per_year"}, Act::moves, path});
  picks.push_back({"mileage", "", {}, {"new_truck_km_per_year", "decay_per_year"}, Act::draws, path});
}

/// Whether goods went over sections of this traction in the period.
bool pulled_by(const Question& q, Traction traction) {
  return std::any_of(q.ledger.rail.begin(), q.ledger.rail.end(), [&](const ledger::RailRow& row) {
    if (!q.holds(row.month) || row.arrived_kg == 0) return false;
    const auto uses = rules::sections_of(q.world, q.world.chains[row.chain]);
    return std::any_of(uses.begin(), uses.end(), [&](const rules::SectionUse& use) {
      return q.world.rail_sections[Id<RailSection>{use.section}].traction == traction;
    });
  });
}

void add_traction(const Question& q, std::vector<Pick>& picks) {
  const std::string& pollutant = q.row.numerator_kind;
  const std::string own = pollutant == "NOx"       ? "rail.diesel_nox_g_per_kg"
                          : pollutant == "PM2.5"   ? "rail.diesel_pm25_g_per_kg"
                          : pollutant == "CO2_ttw" ? "rail.diesel_co2_kg_per_kg"
                                                   : "";
  const Words path{"铁路牵引", "traction"};
  if (of_all_sources(q) && !own.empty() && pulled_by(q, Traction::diesel))
    picks.push_back({"values", "name", {own, "rail.diesel_kg_per_10kgtkm", "rail.gross_net"}, {"value"}, Act::moves, path});
  for (const Parameter& value : q.world.parameters) {
    const bool traction = value.id.starts_with(kRail) &&
                          (value.id.starts_with("rail.electric_") || value.id.starts_with("rail.diesel_") || value.id == "rail.gross_net");
    if (traction || value.id.starts_with("grid.") || value.id.starts_with("fault.") || value.id.starts_with("road.idle_"))
      picks.push_back({"values", "name", {value.id}, {"value"}, Act::enters, path});
  }
}

/// The same picks, none of which is promised: between them and the figure stands the book of kilometres.
std::vector<Pick> through_the_book(std::vector<Pick> picks) {
  for (Pick& pick : picks) {
    if (pick.act == Act::moves || pick.act == Act::enters || pick.act == Act::alike || pick.act == Act::full) pick.act = Act::book;
  }
  return picks;
}

void append(std::vector<Pick>& all, std::vector<Pick> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Pick> through_picks(const Question& q) {
  std::vector<Pick> picks;
  add_trips(q, picks);
  add_through_links(q, picks);
  append(picks, through_measures(q));
  return picks;
}

std::vector<Pick> exhaust_picks(const Question& q) {
  std::vector<Pick> picks;
  add_registered(q, picks);
  if (of_exhaust(q)) {
    add_factors(q, picks);
    add_traction(q, picks);
    append(picks, through_picks(q));
  } else {
    // Kilometres of registered and hired trucks: those of through trucks are in none of them.
    append(picks, through_the_book(through_picks(q)));
  }
  append(picks, through_the_book(goods_picks(q)));
  append(picks, through_the_book(register_picks(q)));
  picks.push_back({"outside_mix", "", {}, {"share"}, Act::enters, {"外地车构成", "mix of outside trucks"}});
  picks.push_back({"truck_classes", "", {}, {"payload_t", "tare_t"}, Act::book, {"车辆类别", "truck classes"}});
  return picks;
}

}  // namespace railshift::study::trace

#include "analysis/emissions/activity.hpp"

#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/gauge.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

EmissionSource source_of(const ledger::TrafficRow& row) {
  if (row.owner == Owner::through) return EmissionSource::through_exhaust;
  if (row.owner == Owner::hired) return EmissionSource::hired_exhaust;
  return row.counted ? EmissionSource::counted_exhaust : EmissionSource::modelled_exhaust;
}

/// All kilometres of the trucks that are registered here, and those of others inside.
void add_traffic(const ledger::Ledger& ledger, ActivityTable& table) {
  for (const ledger::TrafficRow& row : ledger.traffic) {
    if (row.metres == 0 || (!row.inside && row.owner != Owner::local)) continue;
    const LoadState load = row.loaded ? LoadState::loaded : LoadState::empty;
    const std::string county = row.inside ? row.county : kBeyond;
    table[{row.month, source_of(row), county, row.inside ? row.ring : 0, row.vehicle, load, row.counted}] += kilometres_of(row.metres);
  }
}

/// A loaded leg waits where it unloads, an empty run where it loads. Trucks without exhaust do not idle.
void add_idling(const World& world, const ledger::Ledger& ledger, ActivityTable& table) {
  for (const ledger::ServiceRow& row : ledger.service) {
    if (row.wait_ticks == 0 || EmissionClass::from_index(row.vehicle).access.standard == Standard::zero_exhaust) continue;
    const Flow& flow = world.flows[row.flow];
    const Site& site = world.sites[row.loaded ? flow.destination : flow.origin];
    if (site.outside()) continue;
    const LoadState load = row.loaded ? LoadState::loaded : LoadState::empty;
    table[{row.month, EmissionSource::idling, site.county, 0, row.vehicle, load, false}] += hours_from_ticks(row.wait_ticks);
  }
}

/// Nobody knows in which month of the year other work is done: evenly over those that were run.
void add_other_work(const World& world, const ledger::Ledger& ledger, ActivityTable& table) {
  for (const TruckBookRow& row : truck_book(world, ledger)) {
    if (row.other == 0) continue;
    const std::vector<Month> months = months_in_book(world, ledger, row.year);
    const EmissionClass vehicle{row.vehicle_type, row.access, Fault::sound};
    for (const Month month : months) {
      table[{month, EmissionSource::other_exhaust, "", 0, vehicle.index(), LoadState::mixed, true}] +=
          kilometres_of(row.other) / static_cast<double>(months.size());
    }
  }
}

/// Sections of the modelled lines only: a rail leg of stated kilometres runs outside the study area.
void add_rail(const World& world, const ledger::Ledger& ledger, ActivityTable& table) {
  for (const ledger::RailRow& row : ledger.rail) {
    if (row.departed_kg == 0) continue;
    const double gross_t = to_tonnes(Kilograms{row.departed_kg}).value * world.parameter("rail.gross_net", first_day(row.month));
    for (const rules::SectionUse& use : rules::sections_of(world, world.chains[row.chain])) {
      const RailSection& section = world.rail_sections[Id<RailSection>{use.section}];
      const bool electric = section.traction == Traction::electric;
      const EmissionClass engine{
          VehicleType::heavy,
          {electric ? Standard::zero_exhaust : Standard::china0, electric ? Powertrain::electric : Powertrain::diesel},
          Fault::sound};
      table[{row.month, EmissionSource::rail_traction, world.nodes[section.from].county, 0, engine.index(), LoadState::loaded, false}] +=
          gross_t * section.length.value;
    }
  }
}

/// Only measures say what a belt or pipe draws.
void add_belts(const World& world, const ledger::Ledger& ledger, ActivityTable& table) {
  const EmissionClass drive{VehicleType::heavy, {Standard::zero_exhaust, Powertrain::electric}, Fault::sound};
  for (const ledger::ChainRow& row : ledger.chains) {
    const Chain& chain = world.chains[row.chain];
    const auto way = rules::way_opening(world, chain);
    if (!way || row.delivered_kg == 0) continue;
    double km = 0.0;
    for (const Leg& leg : chain.legs) km += leg.mode == chain.main_mode() && leg.km ? leg.km->value : 0.0;
    const double kwh = to_tonnes(Kilograms{row.delivered_kg}).value * km * way->kwh_per_t_km;
    if (kwh <= 0.0) continue;
    const std::string& county = world.sites[world.flows[chain.flow].origin].county;
    table[{row.month, EmissionSource::belt_drive, county, 0, drive.index(), LoadState::loaded, false}] += kwh;
  }
}

}  // namespace

ActivityTable kilometres(const World& world, const ledger::Ledger& ledger) {
  ActivityTable table;
  add_traffic(ledger, table);
  add_other_work(world, ledger, table);
  return table;
}

ActivityTable activities(const World& world, const ledger::Ledger& ledger) {
  ActivityTable table = kilometres(world, ledger);
  add_idling(world, ledger, table);
  add_rail(world, ledger, table);
  add_belts(world, ledger, table);
  return table;
}

}  // namespace railshift::analysis

#include "sim/rules/register/register_month.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/draw.hpp"
#include "sim/rules/register/faults.hpp"
#include "sim/rules/register/month_departures.hpp"
#include "sim/rules/register/register_effects.hpp"
#include "sim/rules/register/register_tally.hpp"

namespace railshift::rules {
namespace {

/// What the changes of a month look up.
struct Bureau {
  Bureau(const RegisterOffice& of)
      : office(of),
        faults(fault_shares(of.world(), first_day(of.month()))),
        sold_away(of.world().parameter("register.sold_away", first_day(of.month()))) {}
  const RegisterOffice& office;
  FaultShares faults;
  double sold_away;
};

void leave(const Bureau& bureau, const Departure& departure, RegisteredTruck& truck, RegisterCells& cells) {
  RegisterTally& cell = cells.at(truck.segment, truck.vehicle);
  ++cell.left[static_cast<std::size_t>(departure.cause)];
  const double u = draw_uniform(bureau.office.seed(), Purpose::sold_away, truck.row_hash, truck.ordinal, truck.generation);
  if (u < bureau.sold_away) ++cell.sold_away[static_cast<std::size_t>(departure.cause)];
  const Date delivery = departure.delivery;
  truck.generation = static_cast<std::uint16_t>(truck.generation + 1);
  truck.present = false;
  truck.returns = delivery.days;
  truck.registered = delivery.days;
  const AccessClass access = new_access(bureau.office.world(), truck.vehicle.type, departure.next, delivery);
  const double fault = draw_uniform(bureau.office.seed(), Purpose::fault, truck.row_hash, truck.ordinal, truck.generation);
  truck.vehicle = {truck.vehicle.type, access, fault_of(bureau.faults, access, fault)};
}

void join(const Bureau& bureau, RegisteredTruck& truck, RegisterCells& cells) {
  RegisterTally& cell = cells.at(truck.segment, truck.vehicle);
  truck.present = true;
  ++cell.joined;
  const bool clean = is_new_energy(truck.vehicle.access.powertrain);
  if (clean && !is_new_energy(bureau.office.showroom().natural(buyer_of(truck)))) ++cell.ordered_joined;
}

std::vector<RegisterChange> apply(const Bureau& bureau, const Departures& departures, Register& reg, RegisterCells& cells) {
  std::vector<RegisterChange> changes;
  for (std::uint32_t slot = 0; slot < reg.trucks.size(); ++slot) {
    RegisteredTruck& truck = reg.trucks[slot];
    RegisterChange change{slot, false, false, truck};
    if (const Departure* departure = departures.of(slot)) {
      leave(bureau, *departure, truck, cells);
      change.removed = true;
    }
    if (!truck.present && truck.returns < end_day(bureau.office.month()).days) {
      join(bureau, truck, cells);
      change.joined = true;
    }
    if (change.removed || change.joined) changes.push_back(change);
  }
  return changes;
}

/// Monthly metres of a vehicle type by whole months of age.
std::vector<std::int64_t> monthly_metres(const Mileage& mileage) {
  std::vector<std::int64_t> metres;
  for (int m = 0; m < 12 * 40; ++m) {
    const double km = mileage.new_truck_per_year.value * std::exp(-mileage.decay_per_year * m / 12.0) / 12.0;
    metres.push_back(std::llround(km * 1000.0));
  }
  return metres;
}

/// Kilometres by the mileage table of the trucks that stand in the register on the first day, those that carry modelled flows too.
void drive(const RegisterWorld& world, Date first, const Register& reg, RegisterCells& cells) {
  std::array<std::vector<std::int64_t>, kVehicleTypes> table;
  for (const Mileage& mileage : world.mileage) table[static_cast<std::size_t>(mileage.vehicle_type)] = monthly_metres(mileage);
  for (const RegisteredTruck& truck : reg.trucks) {
    const auto& metres = table[static_cast<std::size_t>(truck.vehicle.type)];
    if (!truck.present || metres.empty()) continue;
    const double age_months = std::max(0, first.days - truck.registered) * (12.0 / kDaysPerYear);
    cells.at(truck.segment, truck.vehicle).mileage_metres += metres[std::min(metres.size() - 1, static_cast<std::size_t>(age_months))];
  }
}

}  // namespace

RegisterMonth advance_register(const World& world, std::uint32_t seed, Month month, Register& reg, RegisterBook& book) {
  RegisterCells cells(world.segments.size());
  cells.count(reg, &RegisterTally::open);
  drive(world, first_day(month), reg, cells);
  const RegisterOffice office(world, seed, month, reg, book);
  const Departures departures = office.settle(book);
  RegisterMonth done;
  done.effects = register_effects(office, departures);
  done.changes = apply(Bureau(office), departures, reg, cells);
  cells.count(reg, &RegisterTally::close);
  done.tallies = cells.tallies();
  done.frozen = frozen_tallies(world, month, reg, book);
  return done;
}

}  // namespace railshift::rules

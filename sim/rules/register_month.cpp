#include "sim/rules/register_month.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/draw.hpp"
#include "sim/rules/departures.hpp"
#include "sim/rules/faults.hpp"
#include "sim/rules/orders.hpp"
#include "sim/rules/purchase.hpp"
#include "sim/rules/quota.hpp"
#include "sim/rules/register_tally.hpp"
#include "sim/rules/survival.hpp"

namespace railshift::rules {
namespace {

/// Everything a month looks up, built once a month.
struct Bureau {
  Bureau(const World& w, std::uint32_t s, Month m)
      : world(w),
        seed(s),
        month(m),
        first(first_day(m)),
        end(end_day(m)),
        hazards(w),
        orders(w, s, m),
        showroom(w, s),
        faults(fault_shares(w, first_day(m))),
        sold_away(w.parameter("register.sold_away", first_day(m))),
        lag_days(static_cast<int>(std::lround(w.parameter("register.delivery_lag", first_day(m))))) {}
  const World& world;
  std::uint32_t seed;
  Month month;
  Date first;
  Date end;
  HazardTable hazards;
  RetireOrders orders;
  Showroom showroom;
  FaultShares faults;
  double sold_away;
  int lag_days;
};

struct Ending {
  LeaveCause cause = LeaveCause::aged;
  Date day;
};

/// End of life, if it falls in this month. The draw of a truck-month: Purpose::survival, number = ordinal, block = generation x 65536 +
/// month index (months since year 0); word 0 whether, word 1 on which day.
std::optional<Ending> natural_ending(const Bureau& bureau, const RegisteredTruck& truck) {
  const HazardTable::Curve& curve = bureau.hazards.of(truck.vehicle.type, truck.vehicle.access.powertrain);
  const int age = bureau.first.days - truck.registered;
  if (curve.compulsory(age)) return Ending{LeaveCause::compulsory, bureau.first};
  const std::uint32_t block = (static_cast<std::uint32_t>(truck.generation) << 16) + static_cast<std::uint32_t>(bureau.month.index);
  const auto words = draw_block(bureau.seed, Purpose::survival, truck.row_hash, truck.ordinal, block);
  if (to_uniform(words[0]) >= curve.hazard(age)) return std::nullopt;
  return Ending{LeaveCause::aged, bureau.first + static_cast<int>(to_uniform(words[1]) * (bureau.end - bureau.first))};
}

/// Of two endings the earlier one; of two on one day the first of LeaveCause.
void take_earlier(std::optional<Ending>& ending, const Ending& other) {
  if (!ending || other.day < ending->day || (other.day == ending->day && other.cause < ending->cause)) ending = other;
}

Departures departures_of(const Bureau& bureau, const Register& reg, const std::vector<FrozenDue>& frozen) {
  Departures departures(reg.trucks.size());
  auto due = frozen.begin();
  for (std::uint32_t slot = 0; slot < reg.trucks.size(); ++slot) {
    const RegisteredTruck& truck = reg.trucks[slot];
    if (!truck.present) continue;
    std::optional<Ending> ending = natural_ending(bureau, truck);
    // A removal that fell due earlier (a lag over the month end, a late snapshot) takes place on the first day.
    if (const auto day = bureau.orders.removal(truck)) take_earlier(ending, {LeaveCause::retire_order, std::max(bureau.first, *day)});
    while (due != frozen.end() && due->slot < slot) ++due;
    if (due != frozen.end() && due->slot == slot) take_earlier(ending, {LeaveCause::frozen_base_order, std::max(bureau.first, due->day)});
    if (!ending) continue;
    departures.add({slot, ending->cause, ending->day, bureau.showroom.bought(buyer_after(truck, ending->day + bureau.lag_days))});
  }
  return departures;
}

void order_by_quotas(const Bureau& bureau, const Register& reg, Departures& departures) {
  const QuotaMonth now{bureau.world, reg, bureau.showroom, bureau.seed, bureau.month, bureau.lag_days};
  for (const Measure& measure : bureau.world.measures) {
    if (const auto* quota = std::get_if<StockQuota>(&measure.body)) meet_quota(now, measure, *quota, departures);
  }
}

void leave(const Bureau& bureau, const Departure& departure, RegisteredTruck& truck, RegisterCells& cells) {
  RegisterTally& cell = cells.at(truck.segment, truck.vehicle);
  ++cell.left[static_cast<std::size_t>(departure.cause)];
  const double u = draw_uniform(bureau.seed, Purpose::sold_away, truck.row_hash, truck.ordinal, truck.generation);
  if (u < bureau.sold_away) ++cell.sold_away;
  const Date delivery = departure.day + bureau.lag_days;
  truck.generation = static_cast<std::uint16_t>(truck.generation + 1);
  truck.present = false;
  truck.returns = delivery.days;
  truck.registered = delivery.days;
  const AccessClass access = new_access(bureau.world, truck.vehicle.type, departure.next, delivery);
  const double fault = draw_uniform(bureau.seed, Purpose::fault, truck.row_hash, truck.ordinal, truck.generation);
  truck.vehicle = {truck.vehicle.type, access, fault_of(bureau.faults, access, fault)};
}

void join(const Bureau& bureau, RegisteredTruck& truck, RegisterCells& cells) {
  RegisterTally& cell = cells.at(truck.segment, truck.vehicle);
  truck.present = true;
  ++cell.joined;
  const bool clean = is_new_energy(truck.vehicle.access.powertrain);
  if (clean && !is_new_energy(bureau.showroom.natural(buyer_of(truck)))) ++cell.ordered_joined;
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
    if (!truck.present && truck.returns < bureau.end.days) {
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

/// Kilometres by the mileage table of the trucks that stand in the register on the first day and carry no modelled flow.
void drive(const Bureau& bureau, const Register& reg, RegisterCells& cells) {
  std::array<std::vector<std::int64_t>, kVehicleTypes> table;
  for (const Mileage& mileage : bureau.world.mileage) table[static_cast<std::size_t>(mileage.vehicle_type)] = monthly_metres(mileage);
  for (const RegisteredTruck& truck : reg.trucks) {
    const auto& metres = table[static_cast<std::size_t>(truck.vehicle.type)];
    if (!truck.present || truck.pool != -1 || metres.empty()) continue;
    const double age_months = std::max(0, bureau.first.days - truck.registered) * (12.0 / kDaysPerYear);
    cells.at(truck.segment, truck.vehicle).mileage_metres += metres[std::min(metres.size() - 1, static_cast<std::size_t>(age_months))];
  }
}

}  // namespace

RegisterMonth advance_register(const World& world, std::uint32_t seed, Month month, Register& reg, RegisterBook& book) {
  const Bureau bureau(world, seed, month);
  RegisterCells cells(world.segments.size());
  cells.count(reg, &RegisterTally::open);
  drive(bureau, reg, cells);
  Departures departures = departures_of(bureau, reg, frozen_dues(world, seed, month, reg, book));
  order_by_quotas(bureau, reg, departures);
  RegisterMonth done;
  done.changes = apply(bureau, departures, reg, cells);
  cells.count(reg, &RegisterTally::close);
  done.tallies = cells.tallies();
  done.frozen = frozen_tallies(world, month, reg, book);
  return done;
}

}  // namespace railshift::rules

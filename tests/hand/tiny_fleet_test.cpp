// Sections 7 and 8 of tiny.md: the gate floor, the register month by month, frozen base, quota, new trucks.
#include <catch2/catch.hpp>

#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_fleet_test {
namespace {

enum class Count : std::uint8_t { close, joined, ordered_joined };

std::int64_t register_count(const Town& town, std::string_view segment, AccessClass access, Month month, Count what) {
  const Id<Segment> id = segment_named(town.world, segment);
  return total(
      town.ledger.registers, [&](const auto& r) { return r.month == month && r.tally.segment == id && r.tally.access == access; },
      [&](const auto& r) {
        switch (what) {
          case Count::close:
            return r.tally.close;
          case Count::joined:
            return r.tally.joined;
          case Count::ordered_joined:
            return r.tally.ordered_joined;
        }
        return std::int64_t{-1};
      });
}

std::int64_t left(const Town& town, std::string_view segment, LeaveCause cause, Month month) {
  const Id<Segment> id = segment_named(town.world, segment);
  return total(
      town.ledger.registers, [&](const auto& r) { return r.month == month && r.tally.segment == id; },
      [&](const auto& r) { return r.tally.left[static_cast<std::size_t>(cause)]; });
}

constexpr AccessClass diesel(Standard standard) { return {standard, Powertrain::diesel}; }
constexpr AccessClass kElectric{Standard::zero_exhaust, Powertrain::electric};

}  // namespace

TEST_CASE("tiny: from August 2023 no truck below China VI may enter the works and all its loads wait", "[hand]") {
  const Town& town = planned_town();
  const Month august = make_month(2023, 8);
  for (const char* flow : {"fl-ore", "fl-coke"}) {
    const Id<Flow> id = flow_named(town.world, flow);
    const std::int64_t offered = std::string_view(flow) == "fl-ore" ? 3000000 : 1500000;
    for (const ledger::FlowRow& row : town.ledger.flows) {
      if (row.flow != id || row.month < make_month(2023, 7) || row.month > make_month(2023, 9)) continue;
      INFO(flow << " " << to_string(row.month));
      CHECK(row.waiting_open_kg == (row.month == make_month(2023, 9) ? offered : 0));
      CHECK(row.waiting_close_kg == (row.month == august ? offered : 0));
      if (row.month == august) CHECK(row.delivered_kg == 0);
    }
  }
}

TEST_CASE("tiny: the works see no truck below their floor, before it no rule and after it compliant ones only", "[hand]") {
  const Town& town = planned_town();
  for (const ledger::ServiceRow& row : town.ledger.service) {
    const std::string& flow = town.world.flows[row.flow].id;
    if (!row.loaded || (flow != "fl-ore" && flow != "fl-coke")) continue;
    const EmissionClass truck = EmissionClass::from_index(row.vehicle);
    const bool before = row.month < make_month(2023, 8);
    CHECK(row.compliance == (before ? ledger::Compliance::no_rule : ledger::Compliance::compliant));
    CHECK(truck.access == diesel(before ? Standard::china3 : Standard::china6));
  }
}

TEST_CASE("tiny: the ten China III trucks leave on 1 August 2023 and come back ten days later as China VI", "[hand]") {
  const Town& town = planned_town();
  for (Month m = make_month(2023, 1); m < make_month(2025, 1); m = m + 1) {
    INFO(to_string(m));
    const bool before = m < make_month(2023, 8);
    CHECK(register_count(town, "heavy", diesel(Standard::china3), m, Count::close) == (before ? 10 : 0));
    CHECK(register_count(town, "heavy", diesel(Standard::china6), m, Count::close) == (before ? 0 : 10));
    CHECK(left(town, "heavy", LeaveCause::retire_order, m) == (m == make_month(2023, 8) ? 10 : 0));
  }
}

TEST_CASE("tiny: the four mixers come back electric because new mixers must be new-energy", "[hand]") {
  const Town& town = planned_town();
  const Month august = make_month(2023, 8);
  CHECK(register_count(town, "mixer", diesel(Standard::china3), make_month(2023, 7), Count::close) == 4);
  CHECK(register_count(town, "mixer", diesel(Standard::china3), august, Count::close) == 0);
  CHECK(register_count(town, "mixer", kElectric, august, Count::joined) == 4);
  CHECK(register_count(town, "mixer", kElectric, august, Count::ordered_joined) == 4);
}

TEST_CASE("tiny: slag trucks of the frozen base leave on six days spread evenly over the two steps", "[hand]") {
  // 31 July, 31 August, 30 September 2023; 1 March, 1 August, 31 December 2024
  const Town& town = planned_town();
  const int gone_2023[] = {0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3};
  const int gone_2024[] = {3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 6};
  for (const ledger::FrozenBaseRow& row : town.ledger.frozen_bases) {
    INFO(to_string(row.month));
    CHECK(row.tally.measure == "ms-slag");
    CHECK(row.month >= make_month(2023, 7));
    CHECK(row.tally.base == 10);
    const int* gone = row.month.year() == 2023 ? gone_2023 : gone_2024;
    CHECK(row.tally.left_total == gone[row.month.number() - 1]);
    CHECK(row.tally.left_by_order == gone[row.month.number() - 1]);  // nobody dies of age
  }
  CHECK(town.ledger.frozen_bases.size() == 18);
}

TEST_CASE("tiny: the slag truck of July 2023 is replaced by China V and all later ones by China VI", "[hand]") {
  const Town& town = planned_town();
  const int china4_2023[] = {10, 10, 10, 10, 10, 10, 9, 8, 7, 7, 7, 7};
  const int china4_2024[] = {7, 7, 6, 6, 6, 6, 6, 5, 5, 5, 5, 4};
  for (Month m = make_month(2023, 1); m < make_month(2025, 1); m = m + 1) {
    INFO(to_string(m));
    const int china4 = (m.year() == 2023 ? china4_2023 : china4_2024)[m.number() - 1];
    const int china5 = m < make_month(2023, 7) ? 0 : 1;
    CHECK(register_count(town, "slag-truck", diesel(Standard::china4), m, Count::close) == china4);
    CHECK(register_count(town, "slag-truck", diesel(Standard::china5), m, Count::close) == china5);
    CHECK(register_count(town, "slag-truck", diesel(Standard::china6), m, Count::close) == 10 - china4 - china5);
  }
}

TEST_CASE("tiny: owners replace sanitation trucks as soon as the rising quota asks for one more", "[hand]") {
  // level at the end of the month x 10, rounded up: one more in July and October 2023, January, May and September 2024
  const Town& town = planned_town();
  const int electric_2023[] = {0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2};
  const int electric_2024[] = {3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5};
  for (Month m = make_month(2023, 1); m < make_month(2025, 1); m = m + 1) {
    INFO(to_string(m));
    const int electric = (m.year() == 2023 ? electric_2023 : electric_2024)[m.number() - 1];
    CHECK(register_count(town, "sanitation", kElectric, m, Count::close) == electric);
    CHECK(register_count(town, "sanitation", diesel(Standard::china5), m, Count::close) == 10 - electric);
  }
}

TEST_CASE("tiny: nobody dies of age and nobody is sold away", "[hand]") {
  const Town& town = planned_town();
  for (const ledger::RegisterFoldRow& row : town.ledger.registers) {
    CHECK(row.tally.left[static_cast<std::size_t>(LeaveCause::aged)] == 0);
    CHECK(row.tally.left[static_cast<std::size_t>(LeaveCause::compulsory)] == 0);
    CHECK(row.tally.sold_away == decltype(row.tally.sold_away){});
  }
}

TEST_CASE("tiny: the pool of semitrailers is sized to seven trucks and the ore shuttle has two", "[hand]") {
  // 600 x 5.0 + 600 x 1.4 + 600 x 3.0 = 5,640 truck-hours / (365 x 24 x 1.0 x 0.1) = 6.44 -> 7
  const Town& town = planned_town();
  for (const ledger::PoolRow& row : town.ledger.pools) {
    if (row.owner != Owner::local) {
      CHECK(row.close == 0);
      continue;
    }
    const std::int64_t size = town.world.pools[row.pool].id == "pl-ore" ? 2 : 7;
    INFO(to_string(row.month));
    CHECK(row.close == size);
    CHECK(row.present_ticks == size * static_cast<std::int64_t>(days_in(row.month)) * kTicksPerDay);
  }
}

}  // namespace railshift::hand::tiny_fleet_test

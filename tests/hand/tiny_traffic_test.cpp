// Sections 6, 9 and 10 of tiny.md: loads, kilometres, hours, slag trips, through traffic, exhaust.
#include <algorithm>
#include <catch2/catch.hpp>

#include "analysis/emissions/activity.hpp"
#include "analysis/emissions/inventory.hpp"
#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/metrics.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_traffic_test {
namespace {

struct Work {
  std::int64_t trips = 0, kg = 0, metres = 0;
  Tick drive = 0, wait = 0;
};

enum class Run : std::uint8_t { loaded, empty };

Work work_of(const Town& town, std::string_view flow, Run run, Standard standard, int year) {
  const Id<Flow> id = flow_named(town.world, flow);
  Work sum;
  for (const ledger::ServiceRow& row : town.ledger.service) {
    const bool fits = row.flow == id && row.loaded == (run == Run::loaded) && row.month.year() == year;
    if (!fits || EmissionClass::from_index(row.vehicle).access.standard != standard) continue;
    sum.trips += row.trips;
    sum.kg += row.kg;
    sum.metres += row.metres;
    sum.drive += row.drive_ticks;
    sum.wait += row.wait_ticks;
  }
  return sum;
}

void check_work(const Work& work, std::int64_t trips, std::int64_t payload_kg, std::int64_t km) {
  CHECK(work.trips == trips);
  CHECK(work.kg == trips * payload_kg);
  CHECK(work.metres == km * 1000);
  CHECK(work.drive == km * kTicksPerHour / 50);  // 50 km/h everywhere
  CHECK(work.wait == 0);
}

std::int64_t through_metres(const Town& town, int year, int ring) {
  return total(
      town.ledger.traffic, [&](const auto& r) { return r.owner == Owner::through && r.month.year() == year && r.ring == ring; },
      [](const auto& r) { return r.metres; });
}

double grams(const Town& town, analysis::EmissionSource source, std::string_view pollutant, int year) {
  double sum = 0.0;
  for (const analysis::EmissionRow& row : analysis::inventory(town.world, town.ledger)) {
    if (row.source == source && row.pollutant == pollutant && row.month.year() == year) sum += row.grams;
  }
  return sum;
}

}  // namespace

TEST_CASE("tiny: loads, kilometres and truck-hours of the first year, loaded", "[hand]") {
  const Town& town = planned_town();
  // coal: 50 loads a month to the port (100 km) and 50 to the yard (10 km); eight months by China III, four by China VI
  check_work(work_of(town, "fl-coal", Run::loaded, Standard::china3, 2023), 800, 30000, 400 * 100 + 400 * 10);
  check_work(work_of(town, "fl-coal", Run::loaded, Standard::china6, 2023), 400, 30000, 200 * 100 + 200 * 10);
  // ore: 100 loads a month until September, then 50; August's are carried in September
  check_work(work_of(town, "fl-ore", Run::loaded, Standard::china3, 2023), 700, 30000, 700 * 100);
  check_work(work_of(town, "fl-ore", Run::loaded, Standard::china6, 2023), 350, 30000, 350 * 100);
  check_work(work_of(town, "fl-coke", Run::loaded, Standard::china3, 2023), 350, 30000, 350 * 50);
  check_work(work_of(town, "fl-coke", Run::loaded, Standard::china6, 2023), 250, 30000, 250 * 50);
}

TEST_CASE("tiny: every load is followed by one empty run, and nine trucks start where they load", "[hand]") {
  const Town& town = planned_town();
  const auto both = [&](Standard standard, int year, std::int64_t Work::*part) {
    const Work coal = work_of(town, "fl-coal", Run::empty, standard, year);
    const Work coke = work_of(town, "fl-coke", Run::empty, standard, year);
    return coal.*part + coke.*part;
  };
  // back from the port, the yard and the works; seven trucks stand at the port on 31 August and on both last nights of December
  CHECK(both(Standard::china3, 2023, &Work::trips) == 400 + 400 + 350);
  CHECK(both(Standard::china3, 2023, &Work::metres) == (393 * 100 + 400 * 10 + 350 * 50) * 1000);
  CHECK(both(Standard::china6, 2023, &Work::metres) == (200 * 100 + 200 * 10 + 250 * 50) * 1000);
  CHECK(both(Standard::china6, 2024, &Work::metres) == (600 * 100 + 600 * 10 + 600 * 50) * 1000);
  check_work(work_of(town, "fl-ore", Run::empty, Standard::china3, 2023), 700, 0, 698 * 100);
  check_work(work_of(town, "fl-ore", Run::empty, Standard::china6, 2023), 350, 0, 350 * 100);
}

TEST_CASE("tiny: loads of the second year are carried by China VI trucks alone", "[hand]") {
  const Town& town = planned_town();
  check_work(work_of(town, "fl-coal", Run::loaded, Standard::china6, 2024), 1200, 30000, 600 * 100 + 600 * 10);
  check_work(work_of(town, "fl-ore", Run::loaded, Standard::china6, 2024), 285, 30000, 285 * 100);  // 8,550 t
  check_work(work_of(town, "fl-coke", Run::loaded, Standard::china6, 2024), 600, 30000, 600 * 50);
  CHECK(work_of(town, "fl-coal", Run::loaded, Standard::china3, 2024).trips == 0);
}

TEST_CASE("tiny: thirty slag trips a month follow the stock of slag trucks", "[hand]") {
  const Town& town = planned_town();
  struct Row {
    Standard standard;
    std::int64_t first, second;
  };
  for (const Row& row : {Row{Standard::china4, 324, 213}, Row{Standard::china5, 15, 36}, Row{Standard::china6, 21, 111}}) {
    INFO(to_text(row.standard));
    check_work(work_of(town, "fl-slag", Run::loaded, row.standard, 2023), row.first, 15000, row.first * 10);
    check_work(work_of(town, "fl-slag", Run::empty, row.standard, 2023), row.first, 0, row.first * 10);
    check_work(work_of(town, "fl-slag", Run::loaded, row.standard, 2024), row.second, 15000, row.second * 10);
  }
}

TEST_CASE("tiny: stations serve every load for thirty minutes and nobody waits", "[hand]") {
  const Town& town = planned_town();
  std::int64_t arrived = 0;
  for (const ledger::StationRow& row : town.ledger.stations) {
    CHECK(row.wait_ticks == 0);
    CHECK(row.busy_ticks == row.presence_ticks);
    CHECK(row.sojourn_ticks == row.left * kTicksPerHour / 2);
    arrived += row.arrived;
  }
  // mine: 50 + 50 + 50 loads a month; works: ore by road (1,050 + 285) and coke coal (1,200)
  CHECK(arrived == 24 * 150 + 1335 + 1200);
}

TEST_CASE("tiny: through trucks cross the town until the north ring opens and then go round it", "[hand]") {
  const Town& town = planned_town();
  // 10 loaded and 5 empty trips a day; 20 + 10 + 20 km through the town, 20 + 20 + 20 km round it
  CHECK(through_metres(town, 2023, 1) == 5475 * 10 * 1000);
  CHECK(through_metres(town, 2023, 0) == 5475 * 40 * 1000);
  CHECK(through_metres(town, 2024, 1) == 0);
  CHECK(through_metres(town, 2024, 0) == 5490 * 60 * 1000);
}

TEST_CASE("tiny: grams of NOx by source and year", "[hand]") {
  const Town& town = planned_town();
  using analysis::EmissionSource;
  CHECK(grams(town, EmissionSource::modelled_exhaust, "NOx", 2023) == Approx(2072250));
  CHECK(grams(town, EmissionSource::modelled_exhaust, "NOx", 2024) == Approx(186750));
  CHECK(grams(town, EmissionSource::through_exhaust, "NOx", 2023) == Approx(912500));
  CHECK(grams(town, EmissionSource::through_exhaust, "NOx", 2024) == Approx(1098000));
  CHECK(grams(town, EmissionSource::counted_exhaust, "NOx", 2023) == Approx(30375));
  CHECK(grams(town, EmissionSource::counted_exhaust, "NOx", 2024) == Approx(22995));
  CHECK(grams(town, EmissionSource::rail_traction, "NOx", 2023) == Approx(75000));
  CHECK(grams(town, EmissionSource::rail_traction, "NOx", 2024) == Approx(712500));
  CHECK(grams(town, EmissionSource::idling, "NOx", 2023) == 0.0);
  CHECK(grams(town, EmissionSource::hired_exhaust, "NOx", 2023) == 0.0);
  CHECK(grams(town, EmissionSource::other_exhaust, "NOx", 2023) == Approx(6946875));
  CHECK(grams(town, EmissionSource::other_exhaust, "NOx", 2024) == Approx(3234780));
}

TEST_CASE("tiny: what local trucks emit beyond the gateways is the city's, in a county of its own, and counties sum to the total",
          "[hand]") {
  const Town& town = planned_town();
  std::map<int, double> beyond, all;
  for (const auto& row : analysis::inventory(town.world, town.ledger)) {
    if (row.pollutant != "NOx") continue;
    all[row.month.year()] += row.grams;
    if (row.county != analysis::kBeyond) continue;
    beyond[row.month.year()] += row.grams;
    CHECK((analysis::is_local(row.source) && row.ring == 0));
  }
  CHECK(beyond[2023] == Approx(864000));
  CHECK(beyond[2024] == Approx(66375));
  CHECK(all[2023] == Approx(10037000));
  CHECK(all[2024] == Approx(5255025));
}

TEST_CASE("tiny: in the first year stock times mileage is what local trucks emit over", "[hand]") {
  const Town& town = planned_town();
  double local = 0.0;
  for (const auto& [key, km] : analysis::kilometres(town.world, town.ledger)) {
    if (key.month.year() == 2023 && analysis::is_local(key.source)) local += km;
  }
  CHECK(local == Approx(1920000 + 209800));
}

TEST_CASE("tiny: the book of kilometres of registered trucks", "[hand]") {
  const Town& town = planned_town();
  struct Row {
    std::string_view segment;
    int year;
    std::int64_t table, modelled, counted, other, stated;  // km
  };
  const auto book = analysis::by_segment(analysis::truck_book(town.world, town.ledger));
  for (const Row& row : {Row{"heavy", 2023, 480000, 191300, 0, 288700, 209800}, Row{"heavy", 2024, 480000, 192000, 0, 288700, 57000},
                         Row{"mixer", 2023, 240000, 0, 0, 240000, 0}, Row{"mixer", 2024, 240000, 0, 0, 240000, 0},
                         Row{"sanitation", 2023, 600000, 0, 0, 600000, 0}, Row{"sanitation", 2024, 600000, 0, 0, 600000, 0},
                         Row{"slag-truck", 2023, 600000, 0, 7200, 592800, 0}, Row{"slag-truck", 2024, 600000, 0, 7200, 592800, 0}}) {
    INFO(row.segment << " " << row.year);
    const auto found = std::find_if(book.begin(), book.end(), [&](const analysis::TruckBookRow& r) {
      return town.world.segments[r.segment].id == row.segment && r.year == row.year;
    });
    REQUIRE(found != book.end());
    CHECK(found->table == row.table * 1000);
    CHECK(found->modelled == row.modelled * 1000);
    CHECK(found->counted == row.counted * 1000);
    CHECK(found->other == row.other * 1000);
    CHECK(found->stated == row.stated * 1000);
  }
}

TEST_CASE("tiny: other work goes to the standards whose trucks have kilometres left", "[hand]") {
  const Town& town = planned_town();
  struct Row {
    std::string_view segment;
    int year;
    Standard standard;
    std::int64_t km;
  };
  const auto book = analysis::truck_book(town.world, town.ledger);
  for (const Row& row : {Row{"heavy", 2023, Standard::china3, 197700}, Row{"heavy", 2023, Standard::china6, 91000},
                         Row{"heavy", 2024, Standard::china6, 288700}, Row{"slag-truck", 2023, Standard::china4, 533520},
                         Row{"slag-truck", 2023, Standard::china6, 34580}, Row{"slag-truck", 2024, Standard::china4, 350740}}) {
    INFO(row.segment << " " << row.year << " " << to_text(row.standard));
    std::int64_t metres = 0;
    for (const analysis::TruckBookRow& r : book) {
      if (town.world.segments[r.segment].id == row.segment && r.year == row.year && r.access.standard == row.standard) metres += r.other;
    }
    CHECK(metres == row.km * 1000);
  }
}

TEST_CASE("tiny: the electric line emits the carbon dioxide of its current only", "[hand]") {
  const Town& town = planned_town();
  using analysis::EmissionSource;
  // 12 trains x 1,400 t x 2 gross x 100 km x 100 kWh / 10^4 x 0.5 kg, and on the diesel line 2 x 1,500 x 2 x 100 x 25 / 10^4 kg x 3 kg
  // (x 1.2 well to wheel)
  CHECK(grams(town, EmissionSource::rail_traction, "CO2_ttw", 2023) == Approx(4500000));
  CHECK(grams(town, EmissionSource::rail_traction, "CO2_wtw", 2023) == Approx(16800000 + 5400000));
}

}  // namespace railshift::hand::tiny_traffic_test

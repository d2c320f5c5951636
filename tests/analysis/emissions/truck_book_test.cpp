// The one book of kilometres of registered trucks, by hand.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/emissions/truck_book.hpp"
#include "tests/analysis/small_city.hpp"

namespace truck_book_test {

using namespace railshift;
using namespace small_city;
using analysis::TruckBookRow;

namespace {

/// A year of a run: what the table gives, and what flows take of it, in km of the whole year.
struct Year {
  int year = 2020;
  AccessClass access;
  std::int64_t table_km = 0;
  std::int64_t flows_km = 0;
  Owner owner = Owner::local;
};

void add_year(const World& w, ledger::Ledger& l, const Year& y) {
  for (int m = 1; m <= 12; ++m) {
    ledger::RegisterFoldRow stock_row = stock(w, make_month(y.year, m), "freight", y.access, 1, 0);
    stock_row.tally.mileage_metres = y.table_km * 1000 / 12;
    if (y.table_km > 0) l.registers.push_back(stock_row);
    ledger::ServiceRow service;
    service.month = make_month(y.year, m);
    service.flow = id(w.flows, "coal-home");
    service.loaded = true;
    service.vehicle = EmissionClass{VehicleType::heavy, y.access, Fault::sound}.index();
    service.owner = y.owner;
    service.metres = y.flows_km * 1000 / 12;
    if (y.flows_km > 0) l.service.push_back(service);
  }
}

ledger::Ledger years(const World& w, const std::vector<Year>& all) {
  ledger::Ledger l;
  for (const Year& y : all) add_year(w, l, y);
  return l;
}

const TruckBookRow& of(const std::vector<TruckBookRow>& book, int year, AccessClass access) {
  const auto found = std::find_if(book.begin(), book.end(), [&](const TruckBookRow& r) { return r.year == year && r.access == access; });
  REQUIRE(found != book.end());
  return *found;
}

std::int64_t other_km(const World& w, const ledger::Ledger& l, int year, AccessClass access) {
  return of(analysis::truck_book(w, l), year, access).other / 1000;
}

/// Kilometres of all local trucks of a class.
std::int64_t driven_km(const World& w, const ledger::Ledger& l, int year, AccessClass access) {
  return of(analysis::truck_book(w, l), year, access).driven() / 1000;
}

}  // namespace

TEST_CASE("in the base year other work is what the mileage table leaves beside the flows, class by class", "[analysis]") {
  const World w = world();
  // National VI: 60,000 km by the table, 30,000 for flows; National IV: 40,000 and 20,000
  const ledger::Ledger l = years(w, {{2020, kDiesel6, 60'000, 30'000}, {2020, kDiesel4, 40'000, 20'000}});
  CHECK(other_km(w, l, 2020, kDiesel6) == 30'000);
  CHECK(other_km(w, l, 2020, kDiesel4) == 20'000);
}

TEST_CASE("a floor that only reshuffles trucks does not move the kilometres of any standard", "[analysis]") {
  const World w = world();
  // 60 trucks of National VI and 40 of National V, 1,200 km each. The listed firms take 30 + 20 trucks' worth, under the floor 50 + 0:
  // other work is 30 + 20 before and 10 + 40 after.
  const ledger::Ledger l = years(
      w,
      {{2020, kDiesel6, 72'000, 36'000}, {2020, kDiesel5, 48'000, 24'000}, {2021, kDiesel6, 72'000, 60'000}, {2021, kDiesel5, 48'000, 0}});
  CHECK(other_km(w, l, 2020, kDiesel6) == 36'000);
  CHECK(other_km(w, l, 2020, kDiesel5) == 24'000);
  CHECK(other_km(w, l, 2021, kDiesel6) == 12'000);
  CHECK(other_km(w, l, 2021, kDiesel5) == 48'000);
  for (const int year : {2020, 2021}) {
    CHECK(driven_km(w, l, year, kDiesel6) == 72'000);
    CHECK(driven_km(w, l, year, kDiesel5) == 48'000);
  }
}

TEST_CASE("empty kilometres that a floor costs come on top of the city's kilometres", "[analysis]") {
  const World w = world();
  // As above, but the clean trucks come from farther away: 66,000 instead of 60,000 km for the same loads. Other work is still 60,000 km,
  // 126,000 km in all, 1.05 of the table: 75,600 - 66,000 and 50,400.
  const ledger::Ledger l = years(
      w,
      {{2020, kDiesel6, 72'000, 36'000}, {2020, kDiesel5, 48'000, 24'000}, {2021, kDiesel6, 72'000, 66'000}, {2021, kDiesel5, 48'000, 0}});
  CHECK(other_km(w, l, 2021, kDiesel6) == 9'600);
  CHECK(other_km(w, l, 2021, kDiesel5) == 50'400);
  CHECK(driven_km(w, l, 2021, kDiesel6) + driven_km(w, l, 2021, kDiesel5) == 126'000);
}

TEST_CASE("a reshuffle moves no kilometres of a standard in a later year either, when the table gives less to an aged stock",
          "[analysis]") {
  const World w = world();
  // Base: 120,000 by the table, 60,000 for flows, 60,000 besides. Later the table gives 60,000 + 36,000: with 120,000 km in all every
  // standard drives 1.25 of it, 75,000 and 45,000, whoever serves the firms.
  for (const auto& [clean, dirty] : {std::pair<std::int64_t, std::int64_t>{36'000, 24'000}, {60'000, 0}, {24'000, 36'000}}) {
    const ledger::Ledger l = years(w, {{2020, kDiesel6, 72'000, 36'000},
                                       {2020, kDiesel5, 48'000, 24'000},
                                       {2023, kDiesel6, 60'000, clean},
                                       {2023, kDiesel5, 36'000, dirty}});
    CHECK(driven_km(w, l, 2023, kDiesel6) == 75'000);
    CHECK(driven_km(w, l, 2023, kDiesel5) == 45'000);
  }
}

TEST_CASE("goods that leave the road take their kilometres with them, and new trucks make no kilometres", "[analysis]") {
  const World w = world();
  // 96,000 km by the table, 60,000 for flows, 36,000 for other work. Then rail takes half of the flows, and old trucks are replaced by
  // new ones, to which the table gives more: 132,000 km.
  const ledger::Ledger l = years(w, {{2020, kDiesel4, 96'000, 60'000}, {2021, kDiesel6, 132'000, 30'000}});
  CHECK(other_km(w, l, 2020, kDiesel4) == 36'000);
  CHECK(other_km(w, l, 2021, kDiesel6) == 36'000);
  CHECK(driven_km(w, l, 2021, kDiesel6) == 66'000);
}

TEST_CASE("a standard that drives more than its table says takes no other work, and the others give up its excess in proportion to theirs",
          "[analysis]") {
  const World w = world();
  // The segment: 105,000 by the table, 60,000 for flows, so 45,000 km of other work. National III drives 20,400 of 15,000. National V and
  // VI drive 39,600 for flows and 45,000 besides of 90,000: 0.94 of their tables, that is 33,840 and 50,760, less 15,600 and 24,000.
  const ledger::Ledger l = years(w, {{2020, kDiesel3, 15'000, 20'400}, {2020, kDiesel5, 36'000, 15'600}, {2020, kDiesel6, 54'000, 24'000}});
  CHECK(other_km(w, l, 2020, kDiesel3) == 0);
  CHECK(other_km(w, l, 2020, kDiesel5) == 18'240);
  CHECK(other_km(w, l, 2020, kDiesel6) == 26'760);
  const auto sums = analysis::by_segment(analysis::truck_book(w, l));
  REQUIRE(sums.size() == 1);
  CHECK(sums[0].driven() == sums[0].table);
}

TEST_CASE("a segment that drives all that its table gives has no other work, and one that drives more has none either", "[analysis]") {
  const World w = world();
  struct Case {
    std::int64_t flows_km, other_km;
  };
  for (const Case& c : {Case{84'000, 12'000}, Case{96'000, 0}, Case{108'000, 0}})
    CHECK(other_km(w, years(w, {{2020, kDiesel5, 96'000, c.flows_km}}), 2020, kDiesel5) == c.other_km);
}

TEST_CASE("outside trucks that a pool hires are no registered trucks", "[analysis]") {
  const World w = world();
  ledger::Ledger l = years(w, {{2020, kDiesel5, 60'000, 12'000}, {2020, kDiesel5, 0, 24'000, Owner::hired}});
  CHECK(other_km(w, l, 2020, kDiesel5) == 48'000);
  CHECK(of(analysis::truck_book(w, l), 2020, kDiesel5).modelled == 12'000'000);
  const auto table = measured(w, l);
  CHECK(row(table, "truck_km", "2020", "basis=hired_km").value == Approx(24'000));
  CHECK(row(table, "truck_km", "2020", "basis=local_km;segment=freight").value == Approx(60'000));
}

TEST_CASE("nobody left in a segment does none of its other work", "[analysis]") {
  const World w = world();
  ledger::Ledger l = years(w, {{2020, kDiesel5, 60'000, 12'000}, {2021, kDiesel6, 0, 12'000}});
  l.registers.push_back(stock(w, make_month(2021, 1), "freight", kDiesel5, 0, 0));
  CHECK(other_km(w, l, 2021, kDiesel6) == 0);
}

TEST_CASE("half a year of a later year has half of the other work", "[analysis]") {
  const World w = world();
  ledger::Ledger l = years(w, {{2020, kDiesel5, 60'000, 12'000}, {2021, kDiesel5, 60'000, 12'000}});
  std::erase_if(l.registers, [](const auto& r) { return r.month > make_month(2021, 6); });
  std::erase_if(l.service, [](const auto& r) { return r.month > make_month(2021, 6); });
  CHECK(other_km(w, l, 2020, kDiesel5) == 48'000);
  CHECK(other_km(w, l, 2021, kDiesel5) == 24'000);
  CHECK(analysis::months_in_book(w, l, 2021).size() == 6);
}

TEST_CASE("months of the warm-up are in no book", "[analysis]") {
  const World w = world();  // starts on 1 January 2020
  const ledger::Ledger l = years(w, {{2019, kDiesel5, 60'000, 12'000}, {2020, kDiesel5, 60'000, 36'000}});
  const auto book = analysis::truck_book(w, l);
  REQUIRE(book.size() == 1);
  CHECK(book[0].other == 24'000'000);
}

TEST_CASE(
    "a pool of stated size drives beside the book: its kilometres and the trucks that it takes from the register count in neither sum",
    "[analysis]") {
  World w = world();
  Pool pool;
  pool.id = "shuttle";
  pool.truck_class = id(w.truck_classes, "semi");
  pool.closed_shuttle = id(w.flows, "coal-out");
  pool.trucks = 2;
  w.pools = Table<Pool>({pool});
  // 8 trucks of National VI and 2 of V, to which the table gives 80,000 and 20,000 km; the shuttle takes two of the ten, so that 64,000 and
  // 16,000 km are left. Flows of the open pool drive 20,000 + 10,000 of them, the shuttle 150,000 km with trucks of VI.
  ledger::Ledger l = years(w, {{2020, kDiesel6, 80'000, 20'000}, {2020, kDiesel5, 20'000, 10'000}});
  for (ledger::RegisterFoldRow& row : l.registers) row.tally.open = row.tally.access == kDiesel6 ? 8 : 2;
  ledger::ServiceRow shuttle = l.service.front();
  shuttle.flow = id(w.flows, "coal-out");
  shuttle.metres = 150'000'000;
  l.service.push_back(shuttle);
  const auto book = analysis::truck_book(w, l);
  CHECK(of(book, 2020, kDiesel6).table / 1000 == 63'999);  // twelve months, each rounded down to metres
  CHECK(of(book, 2020, kDiesel6).modelled == 20'000'000 / 12 * 12);
  CHECK(of(book, 2020, kDiesel6).stated == 150'000'000);
  CHECK(of(book, 2020, kDiesel5).stated == 0);
  const auto sums = analysis::by_segment(book);
  REQUIRE(sums.size() == 1);
  CHECK(sums[0].driven() == sums[0].table);
  CHECK(sums[0].other == Approx(50'000'000).margin(50));
  const auto table = measured(w, l);
  CHECK(row(table, "truck_km", "2020", "basis=stated_km;segment=freight").value == Approx(150'000));
  CHECK(row(table, "truck_km", "2020", "basis=local_km;segment=freight").value == Approx(80'000).margin(0.1));

  // As many trucks as the register has, or more: nobody is left for other work.
  for (const int trucks : {10, 50}) {
    pool.trucks = trucks;
    w.pools = Table<Pool>({pool});
    CHECK(other_km(w, l, 2020, kDiesel6) == 0);
    CHECK(other_km(w, l, 2020, kDiesel5) == 0);
  }
}

}  // namespace truck_book_test

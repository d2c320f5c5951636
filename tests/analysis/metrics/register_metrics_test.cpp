#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

namespace register_metrics_test {

using namespace railshift;
using namespace small_city;

namespace {

const Month kNovember = make_month(2021, 11);
const Month kDecember = make_month(2021, 12);

/// December 2021: freight 10 diesel III, 20 diesel IV, 5 electric (3 of them joined, with 1 diesel VI); slag 4 diesel IV, 1 electric.
ledger::Ledger december(const World& w) {
  ledger::Ledger l;
  l.registers = {stock(w, kNovember, "freight", kDiesel3, 12, 0), stock(w, kDecember, "freight", kDiesel3, 10, 0),
                 stock(w, kDecember, "freight", kDiesel4, 20, 0), stock(w, kDecember, "freight", kDiesel6, 1, 1),
                 stock(w, kDecember, "freight", kElectric, 5, 3), stock(w, kDecember, "slag", kDiesel4, 4, 0),
                 stock(w, kDecember, "slag", kElectric, 1, 0)};
  return l;
}

}  // namespace

TEST_CASE("the stock of a year is that of its last December night", "[analysis]") {
  const World w = world();
  const auto table = measured(w, december(w));
  CHECK(row(table, "register_stock", "2021", "segment=freight;standard=china3;powertrain=diesel").value == 10.0);
  CHECK(row(table, "register_stock", "2021", "segment=freight").value == 36.0);
  CHECK(row(table, "register_stock", "2021", "").value == 41.0);
  CHECK(row(table, "register_stock", "2021-11", "segment=freight").value == 12.0);
}

TEST_CASE("National III and below includes III and leaves out IV and vehicles without exhaust", "[analysis]") {
  const World w = world();
  const auto table = measured(w, december(w));
  CHECK(row(table, "register_stock", "2021", "standard=<=china3").value == 10.0);
  CHECK(row(table, "register_stock", "2021", "standard=<=china4").value == 34.0);
  CHECK(row(table, "register_stock", "2021", "standard=<=china6").value == 35.0);
}

TEST_CASE("a stock that is gone has a row of 0, not a gap", "[analysis]") {
  const World w = world();
  const auto table = measured(w, december(w));
  CHECK(row(table, "register_stock", "2021", "segment=slag;standard=<=china3").value == 0.0);
}

TEST_CASE("a segment whose last truck has left has a row of 0 too, and no share", "[analysis]") {
  const World w = world();
  ledger::Ledger l;
  l.registers = {stock(w, kNovember, "freight", kDiesel3, 12, 0), stock(w, kNovember, "slag", kDiesel4, 4, 0),
                 stock(w, kDecember, "freight", kDiesel3, 12, 0)};
  const auto table = measured(w, l);
  CHECK(row(table, "register_stock", "2021-12", "segment=slag").value == 0.0);
  CHECK(row(table, "register_stock", "2021", "segment=slag;standard=<=china4").value == 0.0);
  CHECK_FALSE(has_row(table, "new_energy_stock_share", "2021", "segment=slag"));
}

TEST_CASE("a share of the stock and a share of the new registrations are different figures", "[analysis]") {
  const World w = world();
  const auto table = measured(w, december(w));
  CHECK(row(table, "new_energy_stock_share", "2021", "segment=freight").value == 5.0 / 36.0);
  CHECK(row(table, "new_energy_stock_share", "2021", "segment=slag").value == 1.0 / 5.0);
  CHECK(row(table, "new_energy_new_share", "2021", "segment=freight").value == 3.0 / 4.0);
  CHECK_FALSE(has_row(table, "new_energy_new_share", "2021", "segment=slag"));  // nothing joined: no share, not 0 %
}

TEST_CASE("named sets count trucks across segments, by use and by size", "[analysis]") {
  // freight is operating, slag is not; of the 5 slag trucks the electric one is medium.
  World w = world();
  w.segments.rows_for_loading()[id(w.segments, "slag").index].use = Use::other;
  ledger::Ledger l = december(w);
  l.registers.back().tally.vehicle_type = VehicleType::medium;
  const auto table = measured(w, l);
  CHECK(row(table, "register_stock", "2021", "segment=*operating").value == 36.0);
  CHECK(row(table, "register_stock", "2021", "segment=*heavy").value == 40.0);
  CHECK(row(table, "register_stock", "2021", "segment=*medium").value == 1.0);
  CHECK(row(table, "register_stock", "2021", "segment=*heavy_medium").value == 41.0);
  CHECK(row(table, "register_stock", "2021", "segment=*operating_heavy;standard=china3;powertrain=diesel").value == 10.0);
  CHECK(row(table, "register_stock", "2021-12", "segment=*operating_heavy;standard=<=china4").value == 30.0);
  CHECK_FALSE(has_row(table, "register_stock", "2021", "segment=*operating_medium"));
  CHECK(row(table, "new_energy_stock_share", "2021", "segment=*heavy").value == 5.0 / 40.0);
  CHECK(row(table, "new_energy_new_share", "2021", "segment=*operating").value == 3.0 / 4.0);
}

TEST_CASE("those who left in a year stand by segment, class and cause, and how many of them were transferred out of the city",
          "[analysis]") {
  // November: 4 by age, 1 of them transferred; December: 2 more by age, 1 transferred, and 5 by a retire order, 3 transferred.
  const World w = world();
  ledger::Ledger l;
  l.registers = {stock(w, kNovember, "freight", kDiesel3, 12, 0), stock(w, kDecember, "freight", kDiesel3, 5, 0)};
  const auto note = [&l](std::size_t at, LeaveCause cause, std::int64_t left, std::int64_t sold) {
    l.registers[at].tally.left[static_cast<std::size_t>(cause)] = left;
    l.registers[at].tally.sold_away[static_cast<std::size_t>(cause)] = sold;
  };
  note(0, LeaveCause::aged, 4, 1);
  note(1, LeaveCause::aged, 2, 1);
  note(1, LeaveCause::retire_order, 5, 3);
  const auto table = measured(w, l);
  const std::string of = "segment=freight;standard=china3;powertrain=diesel;basis=";
  CHECK(row(table, "register_left", "2021", of + "aged").value == 6.0);
  CHECK(row(table, "transferred_out", "2021", of + "aged").value == 2.0);
  CHECK(row(table, "register_left", "2021", of + "retire_order").value == 5.0);
  CHECK(row(table, "transferred_out", "2021", of + "retire_order").value == 3.0);
  CHECK_FALSE(has_row(table, "register_left", "2021", of + "compulsory"));
}

TEST_CASE("methanol counts as new energy", "[analysis]") {
  const World w = world();
  ledger::Ledger l;
  l.registers = {stock(w, kDecember, "slag", {Standard::china6, Powertrain::methanol}, 1, 1),
                 stock(w, kDecember, "slag", {Standard::china6, Powertrain::gas}, 1, 1)};
  CHECK(row(measured(w, l), "new_energy_stock_share", "2021", "segment=slag").value == 0.5);
}

TEST_CASE("the retired share is a share of the frozen base and has no row without a base", "[analysis]") {
  World w = world();
  FrozenBaseOrder order;
  order.segment = id(w.segments, "slag");
  order.base_date = make_date(2021, 1, 1);
  w.measures = Table<Measure>({measure("frozen", make_date(2021, 1, 1), order), measure("other", make_date(2021, 1, 1), SidingOpens{})});
  ledger::Ledger l;
  l.frozen_bases = {{kDecember, {"frozen", 200, 120, 80}}};
  CHECK(row(measured(w, l), "retired_share", "2021", "segment=slag;standard=china4").value == 0.6);
  CHECK(row(measured(w, l), "retired_share", "2021-12", "segment=slag;standard=china4").denominator == 200.0);
  // The other reading: 80 of 200 left by the order, 40 by themselves.
  CHECK(row(measured(w, l), "retired_by_order_share", "2021", "segment=slag;standard=china4").value == 0.4);
  CHECK(row(measured(w, l), "retired_by_order_share", "2021", "segment=slag;standard=china4;basis=2020-12-31").value == 0.4);
  World of_diesel = w;
  policy::edit<FrozenBaseOrder>(of_diesel.measures.rows_for_loading()[0]).powertrain = Powertrain::diesel;
  CHECK(row(measured(of_diesel, l), "retired_share", "2021", "segment=slag;standard=china4;powertrain=diesel").value == 0.6);
  CHECK_FALSE(has_row(measured(of_diesel, l), "retired_share", "2021", "segment=slag;standard=china4"));
  l.frozen_bases = {{kDecember, {"frozen", 0, 0}}};
  CHECK_FALSE(has_row(measured(w, l), "retired_share", "2021", "segment=slag;standard=china4"));
}

TEST_CASE("two orders on the same trucks give one figure, that of the order which began last", "[analysis]") {
  World w = world();
  FrozenBaseOrder order;
  order.segment = id(w.segments, "slag");
  order.base_date = make_date(2020, 12, 31);
  w.measures = Table<Measure>({measure("a-late", make_date(2021, 6, 1), order), measure("b-early", make_date(2021, 1, 1), order)});
  ledger::Ledger l;
  l.frozen_bases = {{kDecember, {"a-late", 100, 60}}, {kDecember, {"b-early", 100, 30}}};
  CHECK(row(measured(w, l), "retired_share", "2021", "segment=slag;standard=china4").value == 0.6);
}

TEST_CASE("a run without the order still says what left of the stock at the end of a named day", "[analysis]") {
  const World w = world();
  ledger::Ledger l;
  // 40 diesel IV at the end of 2020; 3 leave in March by age, 7 in August by compulsory end: 10 of 40.
  for (Month m = make_month(2021, 1); m < make_month(2022, 1); m = m + 1) {
    auto cell = stock(w, m, "slag", kDiesel4, 30, 0);
    cell.tally.open = m.number() <= 3 ? 40 : m.number() <= 8 ? 37 : 30;
    if (m.number() == 3) cell.tally.left[static_cast<std::size_t>(LeaveCause::aged)] = 3;
    if (m.number() == 8) cell.tally.left[static_cast<std::size_t>(LeaveCause::compulsory)] = 7;
    l.registers.push_back(cell);
  }
  const auto table = measured(w, l);
  CHECK(row(table, "retired_share", "2021", "segment=slag;standard=china4;basis=2020-12-31").value == 0.25);
  CHECK(row(table, "retired_share", "2021", "segment=slag;standard=china4;basis=2021-06-30").numerator == 7.0);
  CHECK(row(table, "retired_share", "2021", "segment=slag;standard=china4;basis=2021-06-30").denominator == 37.0);
  CHECK_FALSE(has_row(table, "retired_share", "2021", "segment=slag;standard=china4"));  // no order, no base of its own
  CHECK_FALSE(has_row(table, "retired_by_order_share", "2021", "segment=slag;standard=china4;basis=2020-12-31"));
}

}  // namespace register_metrics_test

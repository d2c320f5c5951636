/// Goods at sidings and published delays, without a train.
#include <catch2/catch.hpp>

#include "sim/engine/rail/rail_delays.hpp"
#include "sim/engine/rail/rail_goods.hpp"

namespace rail_parts_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

constexpr Tick kHour = kTicksPerHour;
constexpr Tick kDay = kTicksPerDay;
const Month kJanuary = make_month(2020, 1);

Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

/// Two sidings, 6 h a train; a line of two sections and one of the first section alone; two flows of coal and one of coke.
World yard_town() {
  World w;
  w.parameters = Table<Parameter>({parameter("rail.delay_fade", 0.5), parameter("rail.delay_prior", 24.0)});
  std::vector<Flow> flows(3);
  for (std::uint32_t f = 0; f < 3; ++f) {
    flows[f].id = "flow-" + std::to_string(f);
    flows[f].commodity = Id<Commodity>{f / 2};
  }
  w.flows = Table<Flow>(flows);
  std::vector<Siding> sidings(2);
  sidings[0].id = "a";
  sidings[1].id = "b";
  for (Siding& s : sidings) s.train_hours = Hours{6.0};
  w.sidings = Table<Siding>(sidings);
  std::vector<RailSection> sections(2);
  sections[0].id = "s-1";
  sections[1].id = "s-2";
  w.rail_sections = Table<RailSection>(sections);
  w.lines = Table<Line>({Line{"long", {0, 1}}, Line{"short", {0}}});
  return w;
}

/// Trains of 1000 t: flow 0 and 1 load at siding a, flow 2 unloads at siding b.
std::vector<Movement> three_movements() {
  std::vector<Movement> ms(3);
  for (std::uint32_t m = 0; m < 3; ++m) {
    ms[m].flow = Id<Flow>{m};
    ms[m].train_load = 1'000'000;
  }
  ms[0].loads_at = ms[1].loads_at = Id<Siding>{0};
  ms[2].unloads_at = Id<Siding>{1};
  return ms;
}

struct GoodsScene {
  LiveWorld world{yard_town()};
  std::vector<Movement> movements = three_movements();
  kernel::Calendar calendar;
  RailGoods goods{world, Agenda(calendar), movements};

  /// The next event of the supply and its tick; it comes to pass.
  Tick next() {
    const kernel::Key key = calendar.pop();
    goods.supply_event(key.index(), key.tick());
    return key.tick();
  }
};

struct DelayScene {
  LiveWorld world{yard_town()};
  std::vector<Movement> movements = three_movements();
  RailDelays delays{world, movements};
  std::vector<ledger::RailRow> rows = std::vector<ledger::RailRow>(3);
  MonthBook book;

  DelayScene() {
    book.siding_delay_h = {10.0, 10.0};
    book.line_delay_h = {2.0, 2.0};
    rows[0].siding = rows[1].siding = Id<Siding>{0};
    rows[2].siding = Id<Siding>{1};
  }
  void trains(std::size_t m, std::int64_t count, Tick dwell, Tick slot_wait = 0) {
    rows[m].trains_departed = count;
    rows[m].dwell_ticks = dwell;
    rows[m].slot_wait_ticks = slot_wait;
  }
};

}  // namespace

TEST_CASE("trains become ready in the order in which their loads were completed", "[engine]") {
  GoodsScene s;
  s.goods.add(1, 2'500'000);
  s.goods.add(0, 1'000'000);
  CHECK(s.goods.has_ready());
  CHECK(s.goods.take_ready() == std::vector<MovementIndex>{1, 1, 0});
  CHECK_FALSE(s.goods.has_ready());
  CHECK(s.goods.standing(1) == 500'000);
}

TEST_CASE("an even supply calls at the tick at which a train load is complete", "[engine]") {
  GoodsScene s;
  s.goods.begin_month(0, 30 * kDay, {3'000'000, 0, 0});
  CHECK(s.calendar.size() == 1);
  CHECK(s.next() == 10 * kDay);
  CHECK(s.goods.take_ready().size() == 1);
  CHECK(s.next() == 20 * kDay);
  // The third load is complete when the month ends, which is no event of the month.
  CHECK(s.calendar.empty());
  s.goods.end_supply();
  CHECK(s.goods.take_ready() == std::vector<MovementIndex>{0, 0});
}

TEST_CASE("what stands at the siding brings the first train of the supply forward", "[engine]") {
  GoodsScene s;
  s.goods.add(0, 900'000);
  s.goods.begin_month(0, 30 * kDay, {3'000'000, 0, 0});
  // 100 t are missing: a tenth of ten days.
  CHECK(s.next() == kDay);
  CHECK(s.goods.standing(0) == 0);
}

TEST_CASE("a supply that fills no train makes none and is there at the end", "[engine]") {
  GoodsScene s;
  s.goods.begin_month(0, 30 * kDay, {999'999, 0, 0});
  CHECK(s.calendar.empty());
  s.goods.end_supply();
  CHECK_FALSE(s.goods.has_ready());
  CHECK(s.goods.standing(0) == 999'999);
}

TEST_CASE("the row of a siding sums its movements of one commodity", "[engine]") {
  GoodsScene s;
  s.goods.add(0, 100);
  s.goods.begin_month(0, 30 * kDay, {0, 0, 0});
  s.goods.add(0, 1'000'000);
  s.goods.add(1, 30);
  s.goods.add(2, 5);  // comes by train: no goods of a siding
  s.goods.note_sent(0);
  ledger::Ledger out;
  s.goods.add_rows(kJanuary, out);
  REQUIRE(out.stocks.size() == 1);
  const ledger::StockRow& row = out.stocks[0];
  CHECK((row.kind == ledger::StockKind::siding && row.place == 0 && row.month == kJanuary));
  CHECK((row.open_kg == 100 && row.in_kg == 1'000'030 && row.out_kg == 1'000'000 && row.close_kg == 130));
}

TEST_CASE("a movement is used if anything stood there, came or is to come", "[engine]") {
  GoodsScene s;
  s.goods.add(0, 100);
  s.goods.begin_month(0, 30 * kDay, {0, 5, 0});
  CHECK(s.goods.is_used(0));
  CHECK(s.goods.is_used(1));
  CHECK_FALSE(s.goods.is_used(2));
  s.goods.add(2, 1);
  CHECK(s.goods.is_used(2));
}

TEST_CASE("loading is no delay of a siding, unloading trains load nowhere", "[engine]") {
  DelayScene s;
  s.trains(0, 2, 20 * kHour);  // 8 h beyond the loading of two trains
  s.trains(2, 1, 5 * kHour);
  s.delays.publish(s.rows, kJanuary, s.book);
  CHECK(s.book.siding_delay_h[0] == Approx(0.5 * 10.0 + 0.5 * 4.0));
  CHECK(s.book.siding_delay_h[1] == Approx(0.5 * 10.0 + 0.5 * 5.0));
}

TEST_CASE("a siding's delay is the mean over the trains of all its movements, without waits for paths", "[engine]") {
  DelayScene s;
  s.trains(0, 1, 10 * kHour, 2 * kHour);   // 2 h
  s.trains(1, 3, 48 * kHour, 10 * kHour);  // 20 h
  s.delays.publish(s.rows, kJanuary, s.book);
  CHECK(s.book.siding_delay_h[0] == Approx(0.5 * 10.0 + 0.5 * 22.0 / 4.0));
}

TEST_CASE("a line's delay is the sum over its sections of the mean wait for a path", "[engine]") {
  DelayScene s;
  s.delays.note_path(0, kHour);
  s.delays.note_path(0, 3 * kHour);
  s.delays.note_path(1, 4 * kHour);
  s.delays.publish(s.rows, kJanuary, s.book);
  CHECK(s.book.line_delay_h[0] == Approx(0.5 * 2.0 + 0.5 * (2.0 + 4.0)));
  CHECK(s.book.line_delay_h[1] == Approx(0.5 * 2.0 + 0.5 * 2.0));
}

TEST_CASE("a month's waits for paths are forgotten when the next one begins", "[engine]") {
  DelayScene s;
  s.delays.note_path(0, 8 * kHour);
  s.delays.begin_month();
  s.delays.publish(s.rows, kJanuary, s.book);
  CHECK(s.book.line_delay_h[1] == Approx(0.5 * 2.0));
  CHECK(s.book.siding_delay_h[0] == Approx(0.5 * 10.0 + 0.5 * 24.0));
}

}  // namespace rail_parts_test

#include "sim/engine/site_stocks.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/plan_world.hpp"

namespace site_stocks_test {

using namespace railshift;
using namespace railshift::engine;
using railshift::testing::Draft;
using railshift::testing::truck_leg;

namespace {

const Month kJanuary = make_month(2020, 1);

/// A mine digs 3,660 t in 2020, 10 t a day, and sends all of it to a power plant that burns it; the plant keeps 15 days of its need.
struct Town {
  Draft d;
  Id<Site> mine = d.site("a-mine", SiteKind::mine);
  Id<Site> plant;
  Id<Flow> coal;
  explicit Town(SiteKind kind = SiteKind::power_plant, const std::string& need = "coal") : plant(d.site("b-plant", kind)) {
    d.process("p1", mine, 3660.0, {{"coal", 1.0}});
    d.process("p2", plant, 3660.0, {}, {{need, 1.0}});
    coal = d.flow("f1", d.coal, mine, plant, FlowRule::pull, {{make_date(2020, 1, 1), 1.0}});
    d.chain("c1", coal, 1.0, {truck_leg(30)});
  }
  [[nodiscard]] World world(double power_days = 15.0) const {
    World w = d.build();
    std::vector<Parameter> parameters(w.parameters.begin(), w.parameters.end());
    Parameter days;
    days.id = "stock.power_days";
    days.value.from(make_date(2020, 1, 1), power_days);
    parameters.push_back(days);
    w.parameters = Table<Parameter>(std::move(parameters));
    return w;
  }
};

/// The stock rows of one January in which so much is offered and delivered.
std::vector<ledger::StockRow> january(const World& w, std::int64_t offered, std::int64_t delivered) {
  rules::FlowPlan flow;
  flow.flow = Id<Flow>{0};
  flow.offered = Kilograms{offered};
  flow.wished = flow.planned = {offered};
  flow.requested = flow.accepted = {0};
  flow.reasons[static_cast<std::size_t>(Reason::no_chain)] = offered;
  const LiveWorld world(w);
  Accounts accounts(world);
  accounts.begin_month(kJanuary, {{flow}, {}});
  if (delivered > 0) accounts.deliver(Id<Chain>{0}, delivered);
  SiteStocks stocks(world);
  ledger::Ledger out;
  stocks.end_month(kJanuary, accounts, out);
  return out.stocks;
}

}  // namespace

TEST_CASE("a power plant opens with its days of need, a year having 365 of them", "[engine]") {
  // 3,660,000 kg x 15 / 365 = 150,410.96 kg
  const Town t;
  const auto rows = january(t.world(), 0, 0);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].kind == ledger::StockKind::site_in);
  CHECK(rows[1].place == t.plant.index);
  CHECK(rows[1].open_kg == 150'410);
  CHECK(january(t.world(30.0), 0, 0)[1].open_kg == 300'821);
  CHECK(january(t.world(0.0), 0, 0)[1].open_kg == 0);
}

TEST_CASE("a mine that sends as evenly as it digs needs no opening stock", "[engine]") {
  // Flat months are a twelfth each: January 305,000 sent of 310,000 dug, February 305,000 of 290,000; lowest 10 t short in February.
  const Town t;
  const auto rows = january(t.world(), 0, 0);
  CHECK(rows[0].kind == ledger::StockKind::site_out);
  CHECK(rows[0].open_kg == 10'000);
}

TEST_CASE("a mine that sends in winter opens with the most by which it is ahead of its digging", "[engine]") {
  // Dug 310, 290, 310 t, sent 732, 732, 366 t: 422, 864 and 920 t ahead. From April on it digs more than it sends.
  Town t;
  t.d.edit(t.coal).profile = t.d.winter;
  CHECK(january(t.world(), 0, 0)[0].open_kg == 920'000);
}

TEST_CASE("a plant burns what is offered to it by the plan, as far as stock and arrivals reach", "[engine]") {
  const World w = Town().world();
  const ledger::StockRow enough = january(w, 310'000, 200'000)[1];
  CHECK(enough.in_kg == 200'000);
  CHECK(enough.out_kg == 310'000);
  CHECK(enough.close_kg == 40'410);
  CHECK(enough.short_kg == 0);
  const ledger::StockRow empty = january(w, 310'000, 100'000)[1];
  CHECK(empty.out_kg == 250'410);
  CHECK(empty.close_kg == 0);
  CHECK(empty.short_kg == 59'590);
}

TEST_CASE("a mine adds its month's digging and sends what the plan offers", "[engine]") {
  const ledger::StockRow row = january(Town().world(), 305'000, 0)[0];
  CHECK(row.in_kg == 310'000);
  CHECK(row.out_kg == 305'000);
  CHECK(row.close_kg == 15'000);
}

TEST_CASE("the next month opens with what the last one left", "[engine]") {
  const LiveWorld w(Town().world());
  Accounts accounts(w);
  SiteStocks stocks(w);
  ledger::Ledger out;
  stocks.end_month(kJanuary, accounts, out);
  stocks.end_month(kJanuary + 1, accounts, out);
  REQUIRE(out.stocks.size() == 4);
  CHECK(out.stocks[2].open_kg == out.stocks[0].close_kg);
  CHECK(out.stocks[2].in_kg == 290'000);
}

TEST_CASE("only power and heat plants keep what they need, every producer keeps what it makes", "[engine]") {
  CHECK(january(Town(SiteKind::heat_plant).world(), 0, 0).size() == 2);
  const auto rows = january(Town(SiteKind::coking_works).world(), 0, 0);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].kind == ledger::StockKind::site_out);
}

TEST_CASE("a need of a group stands under the first commodity of the group", "[engine]") {
  Town t(SiteKind::power_plant, "power_fuel");
  const auto rows = january(t.world(), 310'000, 100'000);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].commodity == t.d.coal);
  CHECK(rows[1].open_kg == 150'410);
  CHECK(rows[1].in_kg == 100'000);
}

TEST_CASE("a stockyard keeps its own account: there is no second one for its side", "[engine]") {
  Town t;
  World w = t.world();
  Stockyard yard;
  yard.id = "y1";
  yard.site = t.plant;
  yard.commodity = t.d.coal;
  yard.side = StockSide::in;
  w.stockyards = Table<Stockyard>({yard});
  CHECK(january(w, 0, 0).size() == 1);
  yard.side = StockSide::out;  // the plant makes no coal: the yard of the other side changes nothing
  w.stockyards = Table<Stockyard>({yard});
  CHECK(january(w, 0, 0).size() == 2);
}

}  // namespace site_stocks_test

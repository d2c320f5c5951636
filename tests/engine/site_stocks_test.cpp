/// Monthly stocks at sites: producers make evenly and send by the season, a power plant burns by the season and receives what comes.
#include <catch2/catch.hpp>

#include "sim/engine/site_stocks.hpp"
#include "tests/rules/plan_world.hpp"

using namespace railshift;
using namespace railshift::engine;
using railshift::testing::Draft;
using railshift::testing::truck_leg;

namespace {

const Month kJanuary = make_month(2020, 1);

/// A mine makes 366,000 t a year, 1000 t a day in 2020, and sends all of it to a plant that burns as much, in winter more than in summer.
struct StockScene {
  Id<Flow> flow;
  Id<Chain> chain;
  LiveWorld world{draft()};
  Accounts accounts{world};
  SiteStocks stocks{world};
  ledger::Ledger out;

  World draft() {
    Draft d;
    const Id<Site> mine = d.site("a-mine", SiteKind::mine);
    const Id<Site> plant = d.site("b-plant", SiteKind::power_plant);
    d.process("burning", plant, 366'000.0, {}, {{"power_fuel", 1.0}});
    d.process("mining", mine, 366'000.0, {{"coal", 1.0}});
    flow = d.flow("flow", d.coal, mine, plant, FlowRule::push, {{make_date(2020, 1, 1), 1.0}});
    d.edit(flow).profile = d.winter;
    chain = d.chain("chain", flow, 1.0, {truck_leg(10.0)});
    World built = d.build();
    std::vector<Parameter> parameters(built.parameters.begin(), built.parameters.end());
    parameters.emplace_back().id = "stock.power_days";
    parameters.back().value.from(make_date(2020, 1, 1), 15.0);
    built.parameters = Table<Parameter>(parameters);
    return built;
  }

  /// A month that offers its tonnes and delivers some.
  void live(Month month, std::int64_t offered_t, std::int64_t delivered_t) {
    rules::FlowPlan f;
    f.flow = flow;
    f.offered = Kilograms{offered_t * 1000};
    f.wished = f.requested = f.accepted = f.planned = {offered_t * 1000};
    accounts.begin_month(month, {{f}, {}});
    accounts.deliver(chain, delivered_t * 1000);
    stocks.end_month(month, accounts, out);
  }
  [[nodiscard]] const ledger::StockRow& row(ledger::StockKind kind) const {
    for (const ledger::StockRow& r : out.stocks) {
      if (r.kind == kind) return r;
    }
    throw std::logic_error("no such stock");
  }
};

}  // namespace

TEST_CASE("a producer opens with what its season lacks at most, and a plant with days of its need", "[engine]") {
  StockScene s;
  s.live(kJanuary, 73'200, 50'000);
  // 20, 20 and 10 % are sent in January, February and March, 5 % a month from April on. Made: 31, 29 and 31 thousand tonnes.
  // Lowest at the end of March: 91,000 - 183,000 = -92,000 t.
  CHECK(s.row(ledger::StockKind::site_out).open_kg == 92'000'000);
  // 15 days of 365 in a year.
  CHECK(s.row(ledger::StockKind::site_in).open_kg == 366'000'000LL * 15 / 365);
}

TEST_CASE("a producer makes evenly and sends what was offered", "[engine]") {
  StockScene s;
  s.live(kJanuary, 73'200, 50'000);
  const ledger::StockRow& row = s.row(ledger::StockKind::site_out);
  CHECK(row.in_kg == 31'000'000);
  CHECK(row.out_kg == 73'200'000);
  CHECK(row.close_kg == 92'000'000 + 31'000'000 - 73'200'000);
  CHECK(row.short_kg == 0);
}

TEST_CASE("a plant burns what was meant for it and is short of what it does not have", "[engine]") {
  StockScene s;
  s.live(kJanuary, 73'200, 50'000);
  const ledger::StockRow& row = s.row(ledger::StockKind::site_in);
  CHECK(row.in_kg == 50'000'000);
  CHECK(row.out_kg == std::min<std::int64_t>(73'200'000, row.open_kg + 50'000'000));
  CHECK(row.short_kg == 73'200'000 - row.out_kg);
  CHECK(row.short_kg > 0);
  CHECK(row.close_kg == 0);
}

TEST_CASE("a stock goes on next month where it ended", "[engine]") {
  StockScene s;
  s.live(kJanuary, 73'200, 73'200);
  const std::int64_t closed = s.row(ledger::StockKind::site_in).close_kg;
  s.out = {};
  s.live(kJanuary + 1, 73'200, 73'200);
  CHECK(s.row(ledger::StockKind::site_in).open_kg == closed);
  // February made 29 days' worth.
  CHECK(s.row(ledger::StockKind::site_out).in_kg == 29'000'000);
}

TEST_CASE("where a stockyard keeps account of a stock, the month does not", "[engine]") {
  StockScene s;
  World world = s.world.now();
  Stockyard yard;
  yard.id = "pile";
  yard.site = Id<Site>{1};
  yard.side = StockSide::in;
  yard.commodity = s.world->flows[s.flow].commodity;
  world.stockyards = Table<Stockyard>({yard});
  const LiveWorld with_yard(world);
  SiteStocks stocks(with_yard);
  s.accounts.begin_month(kJanuary, {});
  stocks.end_month(kJanuary, s.accounts, s.out);
  // The need of the plant is named by its group, the yard by a commodity of it: whichever comes first stands for both.
  for (const ledger::StockRow& row : s.out.stocks) CHECK(row.kind == ledger::StockKind::site_out);
  CHECK(s.out.stocks.size() == 1);
}

#include <catch2/catch.hpp>

#include "sim/engine/accounts.hpp"
#include "tests/rules/plan_world.hpp"

namespace accounts_test {

using namespace railshift;
using namespace railshift::engine;
using railshift::testing::Draft;
using railshift::testing::rail_leg;
using railshift::testing::truck_leg;

namespace {

const Month kJanuary = make_month(2020, 1);

/// A works sends coke outside by rail from its siding or by road: 900 kg by rail and 100 kg by road are planned in a month.
struct Scene {
  Draft d;
  Id<Site> works = d.site("a-works", SiteKind::coking_works);
  Id<Site> outside = d.site("b-outside", SiteKind::external);
  Id<Node> near = d.node("st-1", NodeType::station);
  Id<Node> far = d.node("st-2", NodeType::station);
  Id<Line> line = d.line("l1", near, far, 10);
  Id<Siding> fence = d.siding("k1-fence", works, near, 10'000);
  Id<Flow> flow = d.flow("f1", d.coke, works, outside, FlowRule::fixed, {{make_date(2020, 1, 1), 12.0}});
  Id<Chain> rail = d.chain("c1-rail", flow, 0.9, {rail_leg(line, near, far, fence)});
  Id<Chain> road = d.chain("c2-road", flow, 0.1, {truck_leg(100.0)});
  LiveWorld world{d.build()};

  [[nodiscard]] rules::MonthPlan plan() const {
    rules::FlowPlan f;
    f.flow = flow;
    f.offered = Kilograms{1'000};
    f.wished = f.planned = {900, 100};
    f.requested = f.accepted = {900, 0};
    f.reasons[static_cast<std::size_t>(Reason::not_chosen)] = 100;
    return {{f}, {}};
  }
};

std::int64_t reason_kg(const ledger::Ledger& out, Month month, Reason reason) {
  std::int64_t kg = 0;
  for (const ledger::ReasonRow& row : out.reasons) kg += row.month == month && row.reason == reason ? row.kg : 0;
  return kg;
}

Table<Pool> one_pool() {
  Pool pool;
  pool.id = "pool";
  return Table<Pool>({pool});
}

/// The plan of the month, of which the railway or a closed road keeps 600 kg of the rail chain where they are.
rules::MonthPlan held_back(const Scene& s, const std::string& by) {
  rules::MonthPlan plan = s.plan();
  plan.flows[0].waits = {600, 0};
  plan.flows[0].held_by = {by, ""};
  return plan;
}

/// What the accounts say of held goods at the beginning of a day: one row.
Unserved held_on(const Scene& s, const Accounts& accounts, Date day) {
  const auto rows = accounts.held_rows((day - s.world->settings.day_zero()) * kTicksPerDay);
  REQUIRE(rows.size() == 1);
  return rows.front();
}

/// That many kilograms go in the month, and all of them arrive in it.
void check_gone(const Scene& s, Accounts& accounts, std::int64_t by_rail, std::int64_t by_road, ledger::Ledger& out) {
  CHECK((accounts.released(s.rail) == by_rail && accounts.released(s.road) == by_road));
  accounts.deliver(s.rail, by_rail);
  accounts.deliver(s.road, by_road);
  accounts.end_month({}, WaitingLoads(one_pool()), out);
}

}  // namespace

TEST_CASE("what is planned and not delivered stays on its chain into the next month", "[engine]") {
  const Scene s;
  Accounts accounts(s.world);
  ledger::Ledger out;
  const WaitingLoads nobody(one_pool());
  accounts.begin_month(kJanuary, s.plan());
  accounts.deliver(s.rail, 600);
  accounts.deliver(s.road, 100);
  CHECK(accounts.delivered(s.flow) == 700);
  accounts.end_month({}, nobody, out);
  accounts.begin_month(kJanuary + 1, s.plan());
  accounts.deliver(s.rail, 1'200);
  accounts.end_month({}, nobody, out);
  REQUIRE(out.chains.size() == 4);
  CHECK((out.chains[0].rail_open_kg == 0 && out.chains[0].rail_close_kg == 300));
  CHECK((out.chains[2].rail_open_kg == 300 && out.chains[2].delivered_kg == 1'200 && out.chains[2].rail_close_kg == 0));
  CHECK((out.chains[1].rail_close_kg == 0 && out.chains[3].rail_close_kg == 100));
  CHECK((out.flows[1].in_transit_open_kg == 300 && out.flows[1].in_transit_close_kg == 100));
  CHECK_THROWS(accounts.deliver(s.rail, 1));
}

TEST_CASE("a spilled train changes chains, and its tonnes get the reason spilled", "[engine]") {
  const Scene s;
  Accounts accounts(s.world);
  ledger::Ledger out;
  accounts.begin_month(kJanuary, s.plan());
  accounts.spill(s.rail, s.road, 300);
  accounts.deliver(s.rail, 600);
  accounts.deliver(s.road, 400);
  accounts.end_month({}, WaitingLoads(one_pool()), out);
  const ledger::ChainRow& rail = out.chains[0];
  const ledger::ChainRow& road = out.chains[1];
  CHECK((rail.spilled_kg == 300 && rail.delivered_kg == 600 && rail.rail_close_kg == 0));
  CHECK((road.spilled_kg == 0 && road.delivered_kg == 400 && road.rail_close_kg == 0));
  CHECK(reason_kg(out, kJanuary, Reason::not_chosen) == 100);
  CHECK(reason_kg(out, kJanuary, Reason::spilled) == 300);
}

TEST_CASE("what waits for a truck is told apart from what is on its way", "[engine]") {
  const Scene s;
  Accounts accounts(s.world);
  std::vector<TruckLeg> legs(2);
  legs[0].flow = legs[1].flow = s.flow;
  legs[0].payload = legs[1].payload = 30;
  legs[0].remainder = 10;
  // The second leg is fed by trains: its goods have travelled, they are on their way.
  legs[1].fed_by = 0;
  legs[1].remainder = 25;
  WaitingLoads waiting(one_pool());
  waiting.add(legs[0], {5, 0, 1});
  waiting.add(legs[0], {6, 0, 2});
  waiting.add(legs[1], {7, 1, 1});
  ledger::Ledger out;
  accounts.begin_month(kJanuary, s.plan());
  accounts.deliver(s.rail, 900);
  accounts.end_month(legs, waiting, out);
  // 100 kg of the road chain are not delivered: 2 loads of 30 and a remainder of 10 wait, 30 are on their way.
  CHECK(out.flows[0].waiting_close_kg == 70);
  CHECK(out.flows[0].in_transit_close_kg == 30);
}

TEST_CASE("a firm's month counts rail and road at its gate by what was delivered", "[engine]") {
  const Scene s;
  Accounts accounts(s.world);
  MonthBook book = empty_book(s.world.now());
  accounts.begin_month(kJanuary, s.plan());
  accounts.deliver(s.rail, 600);
  accounts.deliver(s.road, 100);
  accounts.note_firm_months(book);
  const Id<Firm> firm = s.world->sites[s.works].firm;
  CHECK(book.firm_months[firm.index][0].rail_kg == 600);
  CHECK(book.firm_months[firm.index][0].all_kg == 700);
  CHECK(book.firm_months[firm.index][1].all_kg == 0);
}

TEST_CASE("what the railway does not let on is held, waits in the balance, and the oldest goes first", "[engine]") {
  const Scene s;
  Accounts accounts(s.world);
  ledger::Ledger out;
  rules::MonthPlan plan = held_back(s, "section:s1:forward");
  accounts.begin_month(kJanuary, plan);
  CHECK(accounts.held() == std::vector<std::int64_t>{600, 0});
  check_gone(s, accounts, 300, 100, out);
  CHECK((out.flows[0].waiting_close_kg == 600 && out.flows[0].in_transit_close_kg == 0));
  // In February 900 kg more are planned, and 800 kg may go: all of January's and 200 kg of February's.
  plan.flows[0].waits = {700, 0};
  accounts.begin_month(kJanuary + 1, plan);
  CHECK(accounts.released(s.rail) == 800);
  const Unserved held = held_on(s, accounts, make_date(2020, 3, 1));
  CHECK((held.waits_for == Need::line && held.at == "s1" && held.kg == 700));
  CHECK(held.longest_hours == Approx(29 * 24));
}

TEST_CASE("held goods that go by road at last change chains, and those that a closed road holds wait for the road", "[engine]") {
  const Scene s;
  Accounts accounts(s.world);
  ledger::Ledger out;
  accounts.begin_month(kJanuary, held_back(s, "road:a-works"));
  const Unserved held = held_on(s, accounts, make_date(2020, 2, 1));
  CHECK((held.waits_for == Need::road && held.at == "a-works" && held.kg == 600));
  check_gone(s, accounts, 300, 100, out);
  // In February 900 kg by rail and 100 kg by road are planned anew; the 600 kg go by road too.
  rules::MonthPlan plan = s.plan();
  plan.flows[0].waits = {0, 0};
  plan.flows[0].moved = {{0, 1, 600}};
  accounts.begin_month(kJanuary + 1, plan);
  CHECK(accounts.held() == std::vector<std::int64_t>{0, 0});
  check_gone(s, accounts, 900, 700, out);
  CHECK(out.flows[1].in_transit_close_kg + out.flows[1].waiting_close_kg == 0);
  CHECK(out.chains[2].spilled_kg == 600);
  CHECK(reason_kg(out, kJanuary + 1, Reason::spilled) == 600);
}

}  // namespace accounts_test

/// Why not more rail: steps that sum to the offer; and open-top boxes, full there and empty back.
#include "analysis/operations/funnel.hpp"

#include <catch2/catch.hpp>

#include <map>

#include "analysis/operations/box_figures.hpp"
#include "tests/analysis/small_city.hpp"

namespace funnel_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

const Month kMay = make_month(2020, 5);

std::map<std::string, double> steps(const World& w, const ledger::Ledger& ledger, const std::string& flow, const std::string& period) {
  std::map<std::string, double> found;
  for (const FunnelFigures& f : funnel_figures(w, ledger)) {
    if (w.flows[f.flow].id == flow && f.period == period) found[f.step] = f.t;
  }
  return found;
}

/// Of `tonnes`, `late` came too late.
ledger::ChainRow planned(const World& w, Month month, const std::string& chain, std::int64_t tonnes, std::int64_t late) {
  ledger::ChainRow row;
  row.spilled_kg = late * 1000;
  row.month = month;
  row.chain = small_city::id(w.chains, chain);
  row.planned_kg = tonnes * 1000;
  return row;
}

/// The rail chain from the fence of the small city, in boxes of 30 t.
Chain& boxed(World& w) {
  for (Chain& chain : w.chains.rows_for_loading()) {
    if (chain.main_mode() == Mode::rail) {
      chain.box = Kilograms{30'000};
      return chain;
    }
  }
  throw std::runtime_error("the small city has a rail chain");
}

ledger::RailRow departed(const World& w, const Chain& chain, Month month, std::int64_t kg) {
  ledger::RailRow row;
  row.month = month;
  row.chain = w.chains.id_of(chain);
  row.departed_kg = kg;
  return row;
}

const BoxFigures& boxes_from(const std::vector<BoxFigures>& all, Id<Node> from, const std::string& period) {
  for (const BoxFigures& f : all) {
    if (f.from == from && f.period == period) return f;
  }
  throw std::runtime_error("no boxes leave this station");
}

}  // namespace

TEST_CASE("of 1,000 t 150 lack a contract, 200 are dearer, 100 refused, 50 late: 500 go by rail", "[analysis]") {
  const World w = small_city::world();
  const Id<Flow> flow = small_city::id(w.flows, "coal-out");
  ledger::Ledger ledger;
  ledger::FlowRow offered;
  offered.month = kMay;
  offered.flow = flow;
  offered.offered_kg = 1'000'000;
  ledger.flows.push_back(offered);
  std::string rail;
  for (const Id<Chain> id : w.chains_of(flow)) {
    if (w.chains[id].main_mode() == Mode::rail) rail = w.chains[id].id;
  }
  ledger.chains = {planned(w, kMay, rail, 550, 50)};
  ledger.reasons = {{kMay, flow, Reason::not_contracted, 150'000},
                    {kMay, flow, Reason::not_chosen, 200'000},
                    {kMay, flow, Reason::not_accepted_siding, 100'000},
                    {kMay, flow, Reason::spilled, 50'000}};
  for (const std::string period : {"2020-05", "2020", "all"}) {
    const auto found = steps(w, ledger, "coal-out", period);
    CHECK(found.at("offered") == 1000.0);
    CHECK(found.at("rail") == 500.0);
    CHECK(found.at("spilled") == 50.0);
    double sum = 0.0;
    for (const auto& [step, t] : found) sum += step == "offered" ? 0.0 : t;
    CHECK(sum == found.at("offered"));
  }
}

TEST_CASE("what comes too late leaves the way that it had been planned by, a full belt as a train", "[analysis]") {
  World w = small_city::world();
  Chain& belt = boxed(w);
  for (Leg& leg : belt.legs) leg.mode = Mode::belt;
  ledger::Ledger ledger;
  ledger.chains = {planned(w, kMay, belt.id, 550, 50)};
  ledger.reasons = {{kMay, belt.flow, Reason::spilled, 50'000}};
  const auto found = steps(w, ledger, w.flows[belt.flow].id, "2020-05");
  CHECK(found.at("belt_pipe") == 500.0);
  CHECK(found.at("spilled") == 50.0);
  CHECK(found.count("rail") == 0);
}

TEST_CASE("the funnel names every reason once, in the order in which tonnes leave it", "[analysis]") {
  std::map<Reason, int> named;
  for (const Reason reason : kFunnel) ++named[reason];
  CHECK(named.size() == static_cast<std::size_t>(kReasons));
  CHECK(kFunnel.front() == Reason::no_chain);
  CHECK(kFunnel.back() == Reason::spilled);
}

TEST_CASE("1,000 t in boxes of 30 t are 34 full boxes, and as many come back empty", "[analysis]") {
  World w = small_city::world();
  const Chain& chain = boxed(w);
  ledger::Ledger ledger;
  ledger.rail = {departed(w, chain, kMay, 1'000'000), departed(w, chain, make_month(2020, 6), 900'000)};
  const auto boxes = box_figures(w, ledger);
  const Id<Node> from = *chain.legs.front().from_node;
  REQUIRE(boxes.size() == 2 * 4);  // two directions; two months, the year, all
  const BoxFigures& there = boxes_from(boxes, from, "2020-05");
  const BoxFigures& back = boxes_from(boxes, there.to, "2020-05");
  CHECK(there.full == 34);
  CHECK(there.empty == 0);
  CHECK(back.full == 0);
  CHECK(back.empty == 34);
  CHECK(boxes_from(boxes, there.to, "2020").empty == 64);
}

TEST_CASE("goods of the other direction fill the boxes that go back, no box is lost", "[analysis]") {
  World w = small_city::world();
  const Chain there = boxed(w);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  Chain home = there;
  home.id = "z-home";
  std::swap(home.legs.front().from_node, home.legs.front().to_node);
  chains.push_back(home);
  w.chains = Table<Chain>(chains);
  ledger::Ledger ledger;
  ledger.rail = {departed(w, w.chains[small_city::id(w.chains, there.id)], kMay, 900'000),
                 departed(w, w.chains[small_city::id(w.chains, "z-home")], kMay, 300'000)};
  const auto boxes = box_figures(w, ledger);
  const BoxFigures& out = boxes_from(boxes, *there.legs.front().from_node, "2020-05");
  const BoxFigures& back = boxes_from(boxes, out.to, "2020-05");
  CHECK((out.full == 30 && out.empty == 0));
  CHECK((back.full == 10 && back.empty == 20));
  CHECK(out.full + out.empty == back.full + back.empty);
}

TEST_CASE("goods in wagons are no boxes", "[analysis]") {
  World w = small_city::world();
  ledger::Ledger ledger;
  const Chain& chain = boxed(w);
  ledger.rail = {departed(w, chain, kMay, 1'000'000)};
  for (Chain& c : w.chains.rows_for_loading()) c.box.reset();
  CHECK(box_figures(w, ledger).empty());
}

}  // namespace funnel_test

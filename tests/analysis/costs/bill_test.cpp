// The transport bill: delivered tonnes x yuan a tonne, worked by hand.
#include <catch2/catch.hpp>

#include "analysis/costs/bill.hpp"
#include "tests/analysis/costs/costs_city.hpp"

namespace bill_test {

using namespace railshift;
using namespace small_city;
using analysis::MetricTable;

namespace {

constexpr Month kJanuary = make_month(2020, 1), kFebruary = make_month(2020, 2), kMarch = make_month(2020, 3);

/// out-rail 1,000 t x 40 = 40,000. out-yard 200 t x (15 + 42) = 3,000 + 8,400. out-road 300 t x 100 = 30,000, of it 4 for scarcity.
/// home-road 50 t x 8 = 400. home-belt 100 t x 2.5 = 250. In all 82,050 yuan for 1,650 t.
ledger::Ledger january(const World& w) {
  ledger::Ledger l;
  l.prices = {priced(w, kJanuary, "home-belt", {0.0, 0.0, 0.0, 2.5}), priced(w, kJanuary, "home-road", {8.0}),
              priced(w, kJanuary, "out-rail", {0.0, 0.0, 40.0}), priced(w, kJanuary, "out-road", {100.0, 4.0}),
              priced(w, kJanuary, "out-yard", {15.0, 0.6, 42.0})};
  l.chains = {delivered(w, kJanuary, "home-belt", 100), delivered(w, kJanuary, "home-road", 50), delivered(w, kJanuary, "out-rail", 1'000),
              delivered(w, kJanuary, "out-road", 300), delivered(w, kJanuary, "out-yard", 200)};
  return l;
}

/// The belt states its charge.
World priced_world() {
  World w = world();
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  for (Chain& chain : chains) {
    for (Leg& leg : chain.legs) {
      if (leg.mode == Mode::belt) leg.charges = YuanPerTonne{2.5};
    }
  }
  w.chains = Table<Chain>(std::move(chains));
  w.index();
  return w;
}

double bill(const MetricTable& table, const std::string& scope) { return row(table, "transport_bill", "2020", scope).value; }

}  // namespace

TEST_CASE("the bill is the tonnes that each chain delivered times what a tonne of it costs, by the mode of the legs", "[analysis]") {
  const World w = priced_world();
  const MetricTable table = measured(w, january(w));
  CHECK(bill(table, "") == Approx(82'050));
  CHECK(bill(table, "basis=leg;numerator_kind=truck") == Approx(30'000 + 3'000 + 400));
  CHECK(bill(table, "basis=leg;numerator_kind=rail") == Approx(40'000 + 8'400));
  CHECK(bill(table, "basis=leg;numerator_kind=belt_pipe") == Approx(250));
  CHECK(bill(table, "commodity=coal") == Approx(82'050));
  const analysis::MetricRow& price = row(table, "transport_price", "2020", "");
  CHECK(price.unit == "yuan/t");
  CHECK(price.value == Approx(82'050.0 / 1'650.0));
}

TEST_CASE("by the main haul a truck to the yard belongs to the railway's chain", "[analysis]") {
  const World w = priced_world();
  const MetricTable table = measured(w, january(w));
  CHECK(bill(table, "basis=main_haul;numerator_kind=rail") == Approx(40'000 + 3'000 + 8'400));
  CHECK(bill(table, "basis=main_haul;numerator_kind=truck") == Approx(30'000 + 400));
  CHECK(row(table, "transport_price", "2020", "basis=main_haul;numerator_kind=rail").value == Approx(51'400.0 / 1'200.0));
}

TEST_CASE("modes add up to the whole, and so do all senders and all receivers, every flow once", "[analysis]") {
  const World w = priced_world();
  const MetricTable table = measured(w, january(w));
  for (const std::string basis : {"leg", "main_haul"}) {
    double modes = 0.0;
    for (const analysis::PaidMode mode : analysis::kPaidModes)
      modes += bill(table, "basis=" + basis + ";numerator_kind=" + std::string(to_text(mode)));
    CHECK(modes == Approx(bill(table, "")));
  }
  CHECK(bill(table, "firm=big;direction=out") == Approx(82'050));
  CHECK(bill(table, "firm=small;direction=in") == Approx(650));
  CHECK(bill(table, "firm=far;direction=in") == Approx(81'400));
  CHECK(bill(table, "firm=small;direction=in") + bill(table, "firm=far;direction=in") == Approx(bill(table, "")));
  CHECK(bill(table, "firm=big;direction=both") == Approx(82'050));
  CHECK_FALSE(has_row(table, "transport_bill", "2020", "firm=big;direction=in"));
}

TEST_CASE("a flow inside one firm stands once in its bill", "[analysis]") {
  World w = priced_world();
  std::vector<Site> sites(w.sites.begin(), w.sites.end());
  for (Site& site : sites) {
    if (site.id == "plant") site.firm = id(w.firms, "big");
  }
  w.sites = Table<Site>(std::move(sites));
  w.index();
  const MetricTable table = measured(w, january(w));
  CHECK(bill(table, "firm=big;direction=in") == Approx(650));
  CHECK(bill(table, "firm=big;direction=out") == Approx(82'050));
  CHECK(bill(table, "firm=big;direction=both") == Approx(82'050));
}

TEST_CASE("goods are paid at the price of the month in which they arrive, or of the last one in which their chain had a way",
          "[analysis]") {
  // January 10 t x 40, February without a way 10 t x 40, March 10 t x 50: 1,300.
  const World w = priced_world();
  ledger::Ledger l;
  l.prices = {priced(w, kJanuary, "out-rail", {0.0, 0.0, 40.0}), priced(w, kMarch, "out-rail", {0.0, 0.0, 50.0})};
  for (const Month m : {kJanuary, kFebruary, kMarch}) l.chains.push_back(delivered(w, m, "out-rail", 10));
  CHECK(bill(measured(w, l), "") == Approx(1'300));
}

TEST_CASE("tonnes on a way without a stated price are counted and given none", "[analysis]") {
  // The world as it stands: the belt states no charge. Of road tonnes before any price there is none either.
  const World w = world();
  ledger::Ledger l = january(w);
  for (ledger::PriceRow& price : l.prices) {
    if (w.chains[price.chain].id == "home-belt") price.belt = 0;
    if (w.chains[price.chain].id == "home-road") price.month = kFebruary;
  }
  const MetricTable table = measured(w, l);
  CHECK(row(table, "unpriced_tonnes", "2020", "").value == Approx(100 + 50));
  CHECK(bill(table, "") == Approx(82'050 - 250 - 400));
  const World all = priced_world();
  CHECK(row(measured(all, january(all)), "unpriced_tonnes", "2020", "").value == 0.0);
}

TEST_CASE("hires cost what scarcity adds, and hired trucks get their part of the loaded tonne-kilometres", "[analysis]") {
  // Scarcity: 300 t x 4 + 200 t x 0.6 = 1,320. Of the coal that leaves trucks got 33,000; a quarter of its tonne-kilometres was hired.
  const World w = priced_world();
  ledger::Ledger l = january(w);
  for (const auto& [owner, kg_km] : {std::pair{Owner::local, 3'000'000}, {Owner::hired, 1'000'000}}) {
    ledger::ServiceRow service;
    service.month = kJanuary;
    service.flow = id(w.flows, "coal-out");
    service.leg = 1;
    service.loaded = true;
    service.owner = owner;
    service.kg_km = kg_km;
    l.service.push_back(service);
  }
  const MetricTable table = measured(w, l);
  CHECK(row(table, "hire_cost", "2020", "numerator_kind=hire_premium").value == Approx(1'320));
  CHECK(row(table, "hire_cost", "2020", "numerator_kind=outside_trucks").value == Approx(8'250));
}

TEST_CASE("a run without prices has no bill instead of a bill of nothing", "[analysis]") {
  const World w = priced_world();
  ledger::Ledger l = january(w);
  l.prices.clear();
  CHECK_FALSE(has_row(measured(w, l), "transport_bill", "2020", ""));
}

}  // namespace bill_test

// Sections 1 to 4 of tiny.md: balances, wishes, acceptance, reasons.
#include <catch2/catch.hpp>

#include <cmath>

#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/month_plan.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_goods_test {
namespace {

const ledger::ChainRow& chain_row(const Town& town, std::string_view chain, Month month) {
  const Id<Chain> id = chain_named(town.world, chain);
  for (const ledger::ChainRow& row : town.ledger.chains) {
    if (row.chain == id && row.month == month) return row;
  }
  throw std::runtime_error("no row of " + std::string(chain));
}

std::int64_t reason_kg(const Town& town, std::string_view flow, Reason reason, Month month) {
  const Id<Flow> id = flow_named(town.world, flow);
  return total(
      town.ledger.reasons, [&](const auto& r) { return r.flow == id && r.reason == reason && r.month == month; },
      [](const auto& r) { return r.kg; });
}

std::int64_t delivered_kg(const Town& town, std::string_view chain, int year) {
  const Id<Chain> id = chain_named(town.world, chain);
  return total(
      town.ledger.chains, [&](const auto& r) { return r.chain == id && r.month.year() == year; },
      [](const auto& r) { return r.delivered_kg; });
}

template <class Check>
void every_month(Month from, Month until, Check check) {
  for (Month m = from; m < until; m = m + 1) {
    INFO(to_string(m));
    check(m);
  }
}

constexpr Month kStart = make_month(2023, 1);
constexpr Month kEnd = make_month(2025, 1);

}  // namespace

TEST_CASE("tiny: every site sends what it makes and receives what it needs, to the kilogram", "[hand]") {
  const World world = load_town(Layer::plan);
  const auto lines = rules::balances(world, kStart);
  REQUIRE(lines.size() == 6);
  for (const rules::BalanceLine& line : lines) {
    INFO(world.sites[line.site].id << " " << line.commodity);
    CHECK(line.residual().value == 0);
  }
  const rules::FlowRates rates = rules::flow_rates(world, kStart);
  const auto rate = [&](const char* flow) { return rates.of_flow[flow_named(world, flow).index].value; };
  CHECK(rate("fl-coal") == Approx(36000));  // 60,000 x (0.7 - 0.1)
  CHECK(rate("fl-coke") == Approx(18000));  // 60,000 x 0.3 = 36,000 x 0.5
  CHECK(rate("fl-ore") == Approx(36000));   // 36,000 x 1
  CHECK(rate("fl-slag") == Approx(5400));   // 36,000 x 0.15
}

TEST_CASE("tiny: a twelfth of the year is offered every month", "[hand]") {
  const Town& town = planned_town();
  const std::pair<const char*, std::int64_t> offers[] = {
      {"fl-coal", 3000000}, {"fl-coke", 1500000}, {"fl-ore", 3000000}, {"fl-slag", 450000}};
  for (const auto& [flow, kg] : offers) {
    const Id<Flow> id = flow_named(town.world, flow);
    for (const ledger::FlowRow& row : town.ledger.flows) {
      if (row.flow == id) CHECK(row.offered_kg == kg);
    }
    CHECK(total(
              town.ledger.flows, [&](const auto& r) { return r.flow == id; }, [](const auto&) { return 1; }) == 24);
  }
}

TEST_CASE("tiny: at unchanged costs the coal keeps its base shares of one half by road and one half by rail", "[hand]") {
  const Town& town = planned_town();
  every_month(kStart, kEnd, [&](Month m) {
    CHECK(chain_row(town, "ch-coal-road", m).wished_kg == 1500000);
    const ledger::ChainRow& yard = chain_row(town, "ch-coal-yard", m);
    CHECK(yard.wished_kg == 1500000);
    CHECK(yard.requested_kg == 1500000);
    CHECK(yard.accepted_kg == 1500000);
    CHECK(yard.planned_kg == 1500000);
    CHECK(reason_kg(town, "fl-coal", Reason::not_chosen, m) == 1500000);
  });
}

TEST_CASE("tiny: until the siding opens all ore goes by road because the siding is not in service", "[hand]") {
  const Town& town = planned_town();
  every_month(kStart, make_month(2023, 10), [&](Month m) {
    CHECK(chain_row(town, "ch-ore-rail", m).wished_kg == 0);
    CHECK(chain_row(town, "ch-ore-road", m).planned_kg == 3000000);
    CHECK(reason_kg(town, "fl-ore", Reason::not_in_service, m) == 3000000);
  });
}

TEST_CASE("tiny: an open siding that costs the shipper the same as the road is wished for half of the ore", "[hand]") {
  // road 10 + 0.4 x 100 + 0.5 x 2 = 51; rail 20 + 0.2 x 100 + 9 + 0.5 x (2 + 2) = 51 yuan/t; constants 0 and 0
  const Town& town = planned_town();
  every_month(make_month(2023, 10), make_month(2024, 1), [&](Month m) {
    const ledger::ChainRow& rail = chain_row(town, "ch-ore-rail", m);
    CHECK(rail.wished_kg == 1500000);
    CHECK(rail.accepted_kg == 1500000);
    CHECK(reason_kg(town, "fl-ore", Reason::not_chosen, m) == 1500000);
    CHECK(reason_kg(town, "fl-ore", Reason::not_in_service, m) == 0);
  });
}

TEST_CASE("tiny: the duty of 20 yuan a tonne lifts the wish for rail to 88 percent and the siding accepts 75 t a day", "[hand]") {
  // share = 1 / (1 + exp(-0.1 x 20)) = 0.880797077978; of 3,000,000 kg: 2,642,391.23 and 357,608.77, the odd kg to the larger remainder
  const Town& town = planned_town();
  every_month(make_month(2024, 1), kEnd, [&](Month m) {
    const std::int64_t siding = 75000 * static_cast<std::int64_t>(days_in(m));
    const ledger::ChainRow& rail = chain_row(town, "ch-ore-rail", m);
    CHECK(rail.wished_kg == 2642391);
    CHECK(rail.requested_kg == 2642391);
    CHECK(rail.accepted_kg == siding);
    CHECK(rail.planned_kg == siding);
    CHECK(chain_row(town, "ch-ore-road", m).wished_kg == 357609);
    CHECK(chain_row(town, "ch-ore-road", m).planned_kg == 3000000 - siding);
    CHECK(reason_kg(town, "fl-ore", Reason::not_chosen, m) == 357609);
    CHECK(reason_kg(town, "fl-ore", Reason::not_accepted_siding, m) == 2642391 - siding);
  });
}

TEST_CASE("tiny: coke coal and slag go by road because they have no other chain", "[hand]") {
  const Town& town = planned_town();
  every_month(kStart, kEnd, [&](Month m) {
    CHECK(reason_kg(town, "fl-coke", Reason::no_chain, m) == 1500000);
    CHECK(reason_kg(town, "fl-slag", Reason::no_chain, m) == 450000);
  });
}

TEST_CASE("tiny: tonnes delivered by chain and year", "[hand]") {
  const Town& town = planned_town();
  struct Row {
    const char* chain;
    std::int64_t first, second;
  };
  const Row rows[] = {{"ch-coal-road", 18000000, 18000000}, {"ch-coal-yard", 16800000, 18200000}, {"ch-coke-road", 18000000, 18000000},
                      {"ch-ore-road", 31500000, 8550000},   {"ch-ore-rail", 3000000, 28500000},   {"ch-slag-road", 5400000, 5400000}};
  for (const Row& row : rows) {
    INFO(row.chain);
    CHECK(delivered_kg(town, row.chain, 2023) == row.first);
    CHECK(delivered_kg(town, row.chain, 2024) == row.second);
  }
}

TEST_CASE("tiny: a mine opens with its largest deficit of the base year in stock", "[hand]") {
  // January and February make 59/365 of the year and send 2/12: 36,000 t x (1/6 - 59/365) = 180.822 t, with the month's rounding down
  // 180,823 kg
  const Town& town = planned_town();
  std::int64_t found = 0;
  for (const ledger::StockRow& row : town.ledger.stocks) {
    if (row.kind != ledger::StockKind::site_out || row.month != kStart) continue;
    const std::string& goods = town.world.commodities[row.commodity].id;
    const bool coal = goods == "thermal-coal";
    const bool coke = goods == "coking-coal";
    CHECK(row.open_kg == (coal ? 180823 : coke ? 90412 : 27124));
    CHECK(row.in_kg == (coal ? 3057534 : coke ? 1528767 : 458630));
    CHECK(row.out_kg == (coal ? 3000000 : coke ? 1500000 : 450000));
    ++found;
  }
  CHECK(found == 3);
  CHECK(total(
            town.ledger.stocks, [](const auto&) { return true; }, [](const auto& r) { return r.short_kg; }) == 0);
}

}  // namespace railshift::hand::tiny_goods_test

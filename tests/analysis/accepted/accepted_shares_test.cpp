/// 承认率 and 兑现率 by class of goods and of haul.
#include <catch2/catch.hpp>

#include "tests/analysis/small_city.hpp"

namespace accepted_shares_test {

using namespace railshift;
using namespace small_city;

namespace accepted_shares_test {
namespace {

ledger::ChainRow month_of_chain(const World& w, const std::string& chain, std::int64_t requested_t, std::int64_t accepted_t,
                                std::int64_t delivered_t, std::int64_t spilled_t) {
  ledger::ChainRow row;
  row.month = make_month(2020, 6);
  row.chain = id(w.chains, chain);
  row.requested_kg = requested_t * 1000;
  row.accepted_kg = accepted_t * 1000;
  row.delivered_kg = delivered_t * 1000;
  row.spilled_kg = spilled_t * 1000;
  return row;
}

ledger::Ledger june(const World& w, std::vector<ledger::ChainRow> rows) {
  ledger::Ledger l;
  l.chains = std::move(rows);
  ledger::FlowRow flow;
  flow.month = make_month(2020, 6);
  flow.flow = id(w.flows, "coal-out");
  l.flows.push_back(flow);
  return l;
}

}  // namespace

TEST_CASE("the railway accepts three quarters of what is asked and brings nine tenths of what it is done with", "[analysis]") {
  // Asked 800 t, accepted 600; delivered 540, by road 60 because a train would have waited too long. What is under way counts nowhere.
  const World w = world();
  const auto table = analysis::measure(w, june(w, {month_of_chain(w, "out-rail", 800, 600, 540, 60)}), {});
  CHECK(row(table, "rail_accepted_share", "2020", "").value == Approx(0.75));
  CHECK(row(table, "rail_accepted_share", "2020", "").denominator == Approx(800.0));
  CHECK(row(table, "rail_fulfilled_share", "2020", "").value == Approx(0.9));
  const std::string& goods = w.commodities[w.flows[id(w.flows, "coal-out")].commodity].id;
  CHECK(row(table, "rail_accepted_share", "2020", "commodity=" + goods).value == Approx(0.75));
}

TEST_CASE("where nothing was asked, or trains were done with nothing, there is no share", "[analysis]") {
  const World w = world();
  const auto none = analysis::measure(w, june(w, {month_of_chain(w, "out-rail", 0, 0, 0, 0)}), {});
  CHECK_FALSE(has_row(none, "rail_accepted_share", "2020", ""));
  CHECK_FALSE(has_row(none, "rail_fulfilled_share", "2020", ""));
  const auto refused = analysis::measure(w, june(w, {month_of_chain(w, "out-rail", 100, 0, 0, 0)}), {});
  CHECK(row(refused, "rail_accepted_share", "2020", "").value == 0.0);
  CHECK_FALSE(has_row(refused, "rail_fulfilled_share", "2020", ""));
}

}  // namespace accepted_shares_test

}  // namespace accepted_shares_test

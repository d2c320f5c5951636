/// A verdict names the orders that acted, and no other.
#include "analysis/judge/acting_orders.hpp"

#include <catch2/catch.hpp>

#include "analysis/report/verdict_csv.hpp"

namespace acting_orders_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

ledger::EffectRow effect(Month month, const std::string& measure, std::int64_t acted) {
  return {month, measure, "trucks_removed", "trucks", 10, acted, 0};
}

Verdict ordered(Date due, std::vector<std::string> by) {
  Verdict v;
  v.basis = Basis::ordered;
  v.due = due;
  v.reasons = {OrderedBy{std::move(by)}, WithoutAlone{"b", 3.0}};
  return v;
}

std::vector<std::string> named(const Verdict& v) {
  const auto* by = std::get_if<OrderedBy>(&v.reasons.front());
  return by == nullptr ? std::vector<std::string>{"-"} : by->measures;
}

const Month kMay = make_month(2024, 5);

}  // namespace

TEST_CASE("the first month in which a measure did anything counts, months in which it only looked do not", "[analysis]") {
  const FirstActs acts = first_acts({effect(kMay, "a", 0), effect(kMay + 2, "a", 4), effect(kMay + 1, "a", 1), effect(kMay, "b", 0)});
  CHECK(acts == FirstActs{{"a", kMay + 1}});
}

TEST_CASE("over replications the earliest act counts", "[analysis]") {
  FirstActs all{{"a", kMay}, {"b", kMay}};
  join(all, {{"a", kMay + 1}, {"b", kMay + -1}, {"c", kMay}});
  CHECK(all == FirstActs{{"a", kMay}, {"b", kMay + -1}, {"c", kMay}});
}

TEST_CASE("an order that acted in the month of the due day is named, one that acted a month later is not", "[analysis]") {
  std::vector<Verdict> verdicts{ordered(make_date(2024, 5, 31), {"a", "b"}), ordered(make_date(2024, 4, 30), {"a", "b"})};
  name_acting_orders(verdicts, {{"a", kMay}, {"b", kMay + 1}});
  CHECK(named(verdicts[0]) == std::vector<std::string>{"a"});
  CHECK(named(verdicts[1]) == std::vector<std::string>{"-"});
  CHECK(key_of(verdicts[1].reasons.front()) == "orders_idle");
  CHECK(verdicts[1].basis == Basis::ordered);  // by declaration
  CHECK(verdicts[1].reasons.size() == 2);
}

TEST_CASE("where no order acted the text says so", "[analysis]") {
  std::vector<Verdict> verdicts{ordered(make_date(2024, 5, 31), {"a"})};
  name_acting_orders(verdicts, {});
  CHECK(to_csv(verdicts).find("orders_idle: no measure that declares it had an effect by the due day") != std::string::npos);
}

}  // namespace acting_orders_test

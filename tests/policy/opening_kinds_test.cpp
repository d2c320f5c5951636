/// Sites, sidings, belts and pipes that open or close: what these kinds say of themselves beyond the tables of kinds_test.cpp.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "sim/policy/kinds.hpp"

namespace opening_kinds_test {

using namespace railshift;

namespace {

const Date kFrom = make_date(2024, 8, 23);

Measure measure(Instrument body) {
  Measure m;
  m.id = "m";
  m.from = kFrom;
  m.body = std::move(body);
  return m;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a site change acts from its first day on, a rate from the first that is not 1, neither before the measure", "[policy]") {
  const auto act = [](const SiteChange& change) {
    return policy::first_act(measure(change), [](std::string_view) { return std::optional<Date>{}; });
  };
  SiteChange closing, early, rates;
  closing.closes = kFrom + 10;
  CHECK(act(closing) == kFrom + 10);
  early.closes = kFrom - 10;
  CHECK(act(early) == kFrom);
  rates.rates = {{kFrom + 5, 1.0}, {kFrom + 20, 0.5}};
  CHECK(act(rates) == kFrom + 20);
}

TEST_CASE("a site change says something of one site, a belt joins two and has a ramp or none", "[policy]") {
  const auto fields = [](
                          Instrument body, const policy::Written& written = [](std::string_view) { return false; }) {
    policy::Contradictions found;
    policy::check(measure(std::move(body)), written, found);
    Names names;
    for (const policy::Contradiction& c : found) names.push_back(c.field);
    return names;
  };
  CHECK(fields(SiteChange{}) == Names{""});
  SiteChange change;
  change.opens = kFrom;
  CHECK(fields(change).empty());
  change.closes = kFrom;
  CHECK(fields(change) == Names{"closes"});
  change.closes = kFrom + 1;
  CHECK(fields(change).empty());
  CHECK(fields(change, [](std::string_view field) { return field == "processes"; }) == Names{"processes"});
  change.rates = {{kFrom + 1, 0.5}, {kFrom, 0.2}};
  CHECK(fields(change) == Names{"rates"});
  BeltOpens belt{Id<Site>{0}, Id<Site>{1}, kFrom, 500.0, 0.1, 0, 1.0};
  CHECK(fields(belt).empty());
  belt.ramp_months = 6;
  CHECK(fields(belt) == Names{"first_share"});
  belt.first_share = 0.5;
  CHECK(fields(belt).empty());
  belt.ramp_months = 0;
  CHECK(fields(belt) == Names{"ramp_months"});
  CHECK(fields(PipeOpens{Id<Site>{1}, Id<Site>{1}, kFrom, 500.0, 0.1, 0, 1.0}) == Names{"destination"});
}

}  // namespace opening_kinds_test

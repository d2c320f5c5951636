// The section on pools: kilometres that no road of the network carries.
#include <catch2/catch.hpp>

#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace pool_section_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

TEST_CASE("kilometres off the network stand on the page with the months that they are of, the warm-up left out", "[analysis]") {
  ReportCase c = report_case();
  for (World* w : {&c.baseline_world, &c.plan_world}) {
    w->chains.rows_for_loading()[id(w->chains, "home-road").index].legs[0].off_network = Kilometres{3.0};
  }
  for (ledger::Ledger* l : {&c.baseline_ledger, &c.plan_ledger})
    l->chains.push_back(delivered(c.plan_world, make_month(2019, 12), "home-road", 9'000));
  // 24 months of 10,000 t in loads of 30 t over 3 km
  CHECK_THAT(section_text(c.input(), Language::zh, "pools"),
             Catch::Contains("2020-01 至 2021-12 重驶里程中网外道路：方案 2.40 万公里，基准 2.40 万公里。"));
  CHECK_THAT(section_text(c.input(), Language::en, "pools"),
             Catch::Contains("road of the network, 2020-01 to 2021-12: plan 24,000 km, baseline 24,000 km."));
}

}  // namespace pool_section_test

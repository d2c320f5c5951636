/// The quick twin beside the full engine over members: what docs/limits.md says of cities, asked of tiny (long twin asks it of the cities).
#include <catch2/catch.hpp>

#include <cmath>
#include <map>

#include "study/members/member_runs.hpp"
#include "study/members/member_sets.hpp"
#include "study/work_folder.hpp"
#include "tests/study/scene.hpp"

namespace twin_beside_full_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

/// Yearly figures of one metric, by what they are of.
std::map<std::string, double> yearly(const MemberRun& run, const std::string& metric) {
  std::map<std::string, double> figures;
  for (const analysis::MetricRow& row : run.metrics) {
    if (row.metric != metric || row.period.size() != 4) continue;
    figures[row.period + row.firm + row.county + row.commodity + row.numerator_kind + row.basis + row.denominator_kind + row.direction +
            row.segment + row.standard + row.powertrain] = row.value;
  }
  return figures;
}

}  // namespace

TEST_CASE("over members of a town the twin's rail shares lie within half a point, NOx within 2 %, and the register is equal",
          "[study][slow]") {
  const Scratch scratch;
  Request request = of_tiny();
  request.scenario = tiny_with_a_range(scratch);
  request.jobs = 2;
  const scenario::Loaded plan = load_scenario(request.scenario, load_request(request));
  const MemberSets sets = member_sets(request, plan, {4, 4, 1, 0, 0});
  const WorkFolder work;
  const MemberRuns runs(request, plan, work.path());
  const auto full = runs.run(sets.all, Mover::events, {}), twins = runs.run(sets.all, Mover::months, {});
  for (std::size_t i = 0; i < full.size(); ++i) {
    REQUIRE((full[i].has_figures() && twins[i].has_figures()));
    const auto compare = [&](const std::string& metric, const auto& holds) {
      const auto a = yearly(full[i], metric), b = yearly(twins[i], metric);
      REQUIRE(!a.empty());
      REQUIRE(a.size() == b.size());
      for (const auto& [key, value] : a) {
        INFO(metric << " " << key << ": " << value << " / " << b.at(key));
        CHECK(holds(value, b.at(key)));
      }
    };
    compare("rail_share", [](double f, double t) { return std::abs(t - f) <= 0.005; });
    compare("register_stock", [](double f, double t) { return f == t; });
    compare("exhaust", [](double f, double t) { return std::abs(t - f) <= 0.02 * std::abs(f); });
  }
}

}  // namespace twin_beside_full_test

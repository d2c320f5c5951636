/// No run delivers more than the ceilings of its world allow, whatever year a target is judged in. Asked of tiny; with
/// RAILSHIFT_CEILINGS="taiyuan shuozhou pingcheng" of these scenarios too: .ci/long/ceilings does so.
#include <algorithm>
#include <cstdlib>
#include <sstream>

#include <catch2/catch.hpp>

#include "analysis/ceiling/verdict_ceilings.hpp"
#include "study/single_run.hpp"
#include "study/stored_run.hpp"
#include "tests/study/scene.hpp"

namespace ceilings_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> cities() {
  std::vector<std::string> names{"tiny"};
  const char* asked = std::getenv("RAILSHIFT_CEILINGS");
  std::istringstream words(asked == nullptr ? "" : asked);
  for (std::string word; words >> word;) names.push_back(word);
  return names;
}

/// Every target asked of this year.
World asked_of(World world, int year) {
  std::vector<Target> targets;
  for (Target target : world.targets) {
    if (target.due < world.settings.start) continue;
    target.due = make_date(year, 12, 31);
    targets.push_back(std::move(target));
  }
  world.targets = Table<Target>(std::move(targets));
  return world;
}

bool beyond(double value, double ceiling, Operator op) {
  const double slack = 1e-6 * std::max(1.0, std::abs(ceiling));
  return op == Operator::at_most ? value < ceiling - slack : value > ceiling + slack;
}

/// How many figures were held against a ceiling.
int hold_against_ceilings(const World& world, const std::vector<analysis::MetricTable>& tables, int year) {
  std::vector<analysis::Verdict> verdicts = analysis::judge(world, tables);
  (void)analysis::add_ceilings(world, verdicts);
  int held = 0;
  for (const analysis::Verdict& verdict : verdicts) {
    if (!verdict.value || !verdict.ceiling_capacity) continue;
    const Operator op = world.targets[*world.targets.find(verdict.target)].op;
    INFO(year << " " << verdict.target << ": " << *verdict.value << " of " << *verdict.ceiling_capacity);
    CHECK_FALSE(beyond(*verdict.value, *verdict.ceiling_capacity, op));
    CHECK_FALSE(beyond(*verdict.value, *verdict.ceiling, op));
    ++held;
  }
  return held;
}

}  // namespace

TEST_CASE("no run delivers more than the ceilings of its world allow, in any year", "[study]") {
  for (const std::string& city : cities()) {
    for (const Layer layer : {Layer::baseline, Layer::plan}) {
      INFO(city << " " << name_of(layer));
      const Scratch scratch;
      Request request;
      request.scenario = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / city;
      request.layer = layer;
      request.out = scratch / "run";
      (void)run(request, {});
      const std::vector<analysis::MetricTable> tables = stored_metrics(scratch / "run");
      const World world = world_of(open_run(scratch / "run"));
      int held = 0;
      const Settings& settings = world.settings;
      for (int year = year_of(settings.start); year <= year_of(settings.end - 1); ++year) {
        held += hold_against_ceilings(asked_of(world, year), tables, year);
      }
      CHECK(held > 0);
    }
  }
}

}  // namespace ceilings_test

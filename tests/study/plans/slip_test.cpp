/// A siding that opens months late costs, in these months, what leaving its measure out costs: until the late day both runs are the same.
/// Asked of tiny; with RAILSHIFT_SLIP of Taiyuan's Qingxu siding too: .ci/long/slip does so.
#include <cstdlib>
#include <map>

#include <catch2/catch.hpp>

#include "sim/ledger/run_file.hpp"
#include "study/base_years.hpp"
#include "study/plans/leaving_out.hpp"
#include "study/shared_past.hpp"
#include "study/simulate.hpp"
#include "tests/study/scene.hpp"

namespace slip_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

struct Slip {
  std::string scenario;
  std::string measure;
  Date opens;
  Date late;
};

std::vector<Slip> slips() {
  std::vector<Slip> all{{"tiny", "ms-siding", make_date(2023, 10, 1), make_date(2024, 6, 1)}};
  if (std::getenv("RAILSHIFT_SLIP") != nullptr) all.push_back({"taiyuan", "ms-ty-09", make_date(2025, 3, 1), make_date(2025, 11, 1)});
  return all;
}

/// Kilograms by month and chain.
using Delivered = std::map<std::pair<Month, std::string>, std::int64_t>;

Delivered delivered(const World& world, const ledger::Ledger& book) {
  Delivered kg;
  for (const ledger::ChainRow& row : book.chains) kg[{row.month, world.chains[row.chain].id}] += row.delivered_kg;
  return kg;
}

class Runs {
 public:
  explicit Runs(const Slip& slip) : request_(request_of(slip)), years_(request_, Watch{}) {}
  [[nodiscard]] Delivered run(const std::string& name, const scenario::LoadRequest& asked) {
    const scenario::Loaded loaded = load_scenario(request_.scenario, asked);
    RunJob job;
    job.world = &*loaded.world;
    job.request = recorded(request_, loaded.world->settings);
    job.inputs = &loaded.inputs;
    job.base = years_.with(asked);
    job.until = until_of(request_);
    job.folder = scratch_ / name;
    fs::create_directories(job.folder);
    const auto results = simulate(tasks_of({job}), 1, {});
    REQUIRE(results);
    REQUIRE(results->front().code == 0);
    return delivered(*loaded.world, ledger::read_run_file(job.folder / "run.gpkg").ledger);
  }
  [[nodiscard]] scenario::LoadRequest plan() const { return load_request(request_); }
  [[nodiscard]] const fs::path& scenario() const { return request_.scenario; }

 private:
  static Request request_of(const Slip& slip) {
    Request request;
    request.scenario = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / slip.scenario;
    request.until = to_string(first_day(month_of(slip.late) + 1));
    return request;
  }

  Request request_;
  Scratch scratch_;
  BaseYears years_;
};

/// Tonnes by rail in the months in which the siding should be open and is not.
double rail_tonnes(const World& world, const Delivered& kg, const Slip& slip) {
  std::int64_t sum = 0;
  for (const auto& [key, delivered] : kg) {
    const bool asked = key.first >= month_of(slip.opens) && key.first < month_of(slip.late);
    if (asked && world.chains[*world.chains.find(key.second)].main_mode() == Mode::rail) sum += delivered;
  }
  return static_cast<double>(sum) / 1000.0;
}

}  // namespace

TEST_CASE("a siding that slips costs until its late day what leaving its measure out costs, chain by chain", "[study]") {
  for (const Slip& slip : slips()) {
    INFO(slip.scenario);
    Runs runs(slip);
    const scenario::Loaded plan = load_scenario(runs.scenario(), runs.plan());
    scenario::LoadRequest late = runs.plan();
    late.set["measure." + slip.measure + ".in_service"] = to_string(slip.late);
    scenario::LoadRequest out = runs.plan();
    out.removed_measures = leaving_out(*plan.world, {slip.measure}).removed;
    const Delivered slipped = runs.run("late", late);
    const Delivered without = runs.run("out", out);
    const Delivered as_planned = runs.run("plan", runs.plan());
    const Month day = month_of(slip.late);
    for (const auto& [key, kg] : without) {
      if (key.first >= day) continue;
      INFO(to_string(key.first) << " " << key.second);
      CHECK(slipped.at(key) == kg);
    }
    CHECK(rail_tonnes(*plan.world, slipped, slip) == rail_tonnes(*plan.world, without, slip));
    CHECK(rail_tonnes(*plan.world, as_planned, slip) > rail_tonnes(*plan.world, without, slip));
  }
}

}  // namespace slip_test

/// Signs on Taiyuan's baseline, constants held: what makes rail dearer, slower or scarcer lowers its tonnes, what makes roads dearer raises
/// them. Numbers of a later day begin on 1 January 2021. With RAILSHIFT_SIGNS_UNTIL=2023-01-01 they are asked of 2022 too (.ci/long/signs).
#include <cmath>
#include <cstdlib>
#include <deque>

#include <catch2/catch.hpp>

#include "sim/ledger/run_file.hpp"
#include "study/base_years.hpp"
#include "study/shared_past.hpp"
#include "study/simulate.hpp"
#include "study/text_file.hpp"
#include "tests/study/scene.hpp"

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

using Set = std::map<std::string, std::string>;

constexpr double kLongWaitHours = 30 * 24.0;

/// Runs of Taiyuan's baseline that share what they have in common.
class Taiyuan {
 public:
  Taiyuan() {
    request_.scenario = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "taiyuan";
    request_.layer = Layer::baseline;
    world_ = &*loaded({}).world;
  }
  [[nodiscard]] const World& world() const { return *world_; }
  void add(const std::string& name, const Set& set, const std::string& until) {
    const scenario::Loaded& found = loaded(set);
    request_.set = set;
    request_.until = until;
    RunJob job;
    job.world = &*found.world;
    job.request = recorded(request_, found.world->settings);
    job.inputs = &found.inputs;
    job.base = years().with(load_request(request_));
    job.until = until_of(request_);
    job.folder = scratch_ / name;
    fs::create_directories(job.folder);
    jobs_.push_back(std::move(job));
  }
  /// Two at a time.
  void simulate_all() {
    const auto results = simulate(tasks_of(jobs_), 2, {});
    REQUIRE(results);
    for (const auto& result : *results) {
      INFO(result.name << ": " << result.message);
      CHECK(result.code == 0);
    }
  }
  [[nodiscard]] ledger::Ledger book(const std::string& name) const { return ledger::read_run_file(scratch_ / name / "run.gpkg").ledger; }
  [[nodiscard]] ChildRecord record(const std::string& name) const { return child_record(read_text(scratch_ / name / "child.json")); }

 private:
  const scenario::Loaded& loaded(const Set& set) {
    request_.set = set;
    return loaded_.emplace_back(load_scenario(request_.scenario, load_request(request_)));
  }
  BaseYears& years() {
    if (!years_) years_.emplace(request_, Watch{});
    return *years_;
  }

  Scratch scratch_;
  Request request_;
  std::optional<BaseYears> years_;
  std::deque<scenario::Loaded> loaded_;
  const World* world_ = nullptr;  ///< as given
  std::vector<RunJob> jobs_;
};

/// Tonnes delivered by chains with a rail leg.
double rail_tonnes(const World& world, const ledger::Ledger& book, int year) {
  std::int64_t kg = 0;
  for (const ledger::ChainRow& row : book.chains) {
    if (row.month.year() == year && world.chains[row.chain].main_mode() == Mode::rail) kg += row.delivered_kg;
  }
  return static_cast<double>(kg) / 1000.0;
}

double delivered_tonnes(const ledger::Ledger& book) {
  std::int64_t kg = 0;
  for (const ledger::FlowRow& row : book.flows) kg += row.delivered_kg;
  return static_cast<double>(kg) / 1000.0;
}

/// Tonnes that trains took away from a siding or brought to it.
double siding_tonnes(const ledger::Ledger& book, Id<Siding> siding, int year) {
  std::int64_t kg = 0;
  for (const ledger::RailRow& row : book.rail) {
    if (row.month.year() == year && row.siding == siding) kg += row.departed_kg;
  }
  return static_cast<double>(kg) / 1000.0;
}

void check_few_wait_a_month(const Taiyuan& taiyuan, const std::string& name) {
  double tonnes = 0.0;
  for (const engine::Unserved& u : taiyuan.record(name).unserved) {
    if (u.longest_hours > kLongWaitHours) tonnes += static_cast<double>(u.kg) / 1000.0;
  }
  INFO(tonnes << " t wait longer than 30 days");
  CHECK(tonnes < 0.01 * delivered_tonnes(taiyuan.book(name)));
}

std::string end_of_later_years() {
  const char* asked = std::getenv("RAILSHIFT_SIGNS_UNTIL");
  return asked == nullptr ? "2022-01-01" : asked;
}

}  // namespace

TEST_CASE("Taiyuan: time worth double, dearer and slower rail lower its tonnes from that day on, dearer roads raise them",
          "[study][slow]") {
  const std::string until = end_of_later_years();
  Taiyuan taiyuan;
  taiyuan.add("base", {}, until);
  const double worth = taiyuan.world().parameter("choice.value_of_time", make_date(2021, 1, 1));
  taiyuan.add("time", {{"values.choice.value_of_time@2021-01-01.value", std::to_string(2.0 * worth)}}, until);
  taiyuan.add("rail price", {{"values.rail.price_factor@2021-01-01.value", "1.1"}}, until);
  taiyuan.add("rail delay", {{"values.rail.added_delay@2021-01-01.value", "24"}}, until);
  taiyuan.add("road price", {{"values.road.price_factor@2021-01-01.value", "1.1"}}, until);
  taiyuan.simulate_all();
  const World& world = taiyuan.world();
  const ledger::Ledger base = taiyuan.book("base");
  for (const std::string name : {"time", "rail price", "rail delay", "road price"}) {
    INFO(name);
    const ledger::Ledger changed = taiyuan.book(name);
    CHECK(rail_tonnes(world, changed, 2020) == rail_tonnes(world, base, 2020));
    for (int year = 2021; make_date(year, 1, 1) < *parse_date(until); ++year) {
      INFO(year);
      const double effect = rail_tonnes(world, changed, year) / rail_tonnes(world, base, year) - 1.0;
      if (name == "road price")
        CHECK(effect > 0.01);
      else
        CHECK(effect < -0.01);
    }
  }
}

TEST_CASE("Taiyuan: half of every siding, three quarters of all paths carry less by rail, and hardly anything waits a month for it",
          "[study][slow]") {
  const std::string until = "2021-01-01";
  Taiyuan taiyuan;
  const World& world = taiyuan.world();
  Set half, three_quarters;
  for (const Siding& siding : world.sidings) half["sidings." + siding.id + ".t_per_day"] = std::to_string(siding.capacity.value / 2.0);
  for (const RailSection& section : world.rail_sections)
    three_quarters["rail_sections." + section.id + ".slots_per_day"] = std::to_string(section.slots_per_day * 3 / 4);
  const Id<Siding> qingxu = *world.sidings.find("sd-qingxu-yard");
  taiyuan.add("base", {}, until);
  taiyuan.add("sidings", half, until);
  taiyuan.add("paths", three_quarters, until);
  taiyuan.add("one siding", {{"sidings.sd-qingxu-yard.t_per_day", std::to_string(1.5 * world.sidings[qingxu].capacity.value)}}, until);
  taiyuan.simulate_all();
  const ledger::Ledger base = taiyuan.book("base");
  for (const std::string name : {"sidings", "paths"}) {
    INFO(name);
    CHECK(rail_tonnes(world, taiyuan.book(name), 2020) < rail_tonnes(world, base, 2020));
    check_few_wait_a_month(taiyuan, name);
  }
  CHECK(siding_tonnes(taiyuan.book("one siding"), qingxu, 2020) >= siding_tonnes(base, qingxu, 2020));
}

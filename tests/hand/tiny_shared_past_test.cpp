/// Runs that share their past: tiny's plan is lived once, every change branches off on its day, and each branch is the run alone.
#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include <fmt/format.h>

#include "sim/ensemble/isolated.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/past/first_difference.hpp"
#include "tests/hand/tiny_run.hpp"

namespace tiny_shared_past_test {

using namespace railshift;
using namespace railshift::hand;
namespace fs = std::filesystem;

namespace {

/// A change to the plan of tiny and the first day on which a rule sees it.
struct Change {
  std::string name;
  std::function<void(World&)> make;
  Date seen;
  std::optional<Date> until = {};
};

template <class T>
T& row(Table<T>& table, const std::string& id) {
  return table.rows_for_loading().at(table.find(id).value().index);
}

std::function<void(World&)> without(const std::string& measure) {
  return [measure](World& w) {
    std::vector<Measure> kept;
    for (const Measure& m : w.measures) {
      if (m.id != measure) kept.push_back(m);
    }
    REQUIRE(kept.size() + 1 == w.measures.size());
    w.measures = Table<Measure>(kept);
  };
}

template <class Body>
Body& body(World& w, const std::string& measure) {
  return policy::edit<Body>(row(w.measures, measure));
}

Date day(int year, int month, int number) { return make_date(year, month, number); }

/// What only judges a finished run or turns it into grams.
void read_later(World& w) {
  w.targets = {};
  w.emission_factors = {};
  w.clean_rules = {};
  w.settings.key_region = true;
  for (const char* name :
       {"grid.co2_kg_per_kwh", "road.idle_nox_g_per_h", "rail.electric_kwh_per_10kgtkm", "rail.diesel_nox_g_per_kg", "rail.gross_net",
        "fault.tampered_factor", "fault.no_urea_factor", "scope.over_threshold", "scope.yard_km", "verdict.unserved_limit"})
    row(w.parameters, name).value.from(day(2000, 1, 1), 7.0);
}

/// tiny runs from 2023-01-01 to 2025-01-01, base year 2023, replacements come at once (register.delivery_lag 0).
std::vector<Change> changes() {
  return {
      {"no siding", without("ms-siding"), day(2023, 7, 1)},
      {"no duty", without("ms-duty"), day(2024, 1, 1)},
      {"no gate floor", without("ms-gate"), day(2023, 8, 1)},
      {"no retire order", without("ms-retire"), day(2023, 8, 1)},
      // The plan's own snapshot of 30 June does not matter to a run that never looks at it.
      {"no frozen base", without("ms-slag"), day(2023, 7, 1)},
      {"no quota", without("ms-sanitation"), day(2023, 7, 1)},
      {"no new-only rule", without("ms-mixer"), day(2023, 7, 1)},
      {"no diversion", without("ms-through"), day(2023, 7, 1)},
      {"no sales standard", without("ms-sales-6"), day(2023, 8, 1)},
      {"the siding four months late", [](World& w) { body<SidingOpens>(w, "ms-siding").in_service = day(2024, 2, 1); }, day(2023, 10, 1)},
      {"the siding a month early", [](World& w) { body<SidingOpens>(w, "ms-siding").in_service = day(2023, 9, 1); }, day(2023, 9, 1)},
      {"a smaller siding", [](World& w) { row(w.sidings, "sd-works").capacity = TonnesPerDay{50}; }, day(2023, 10, 1)},
      {"a lower price of the duty", [](World& w) { body<RailDuty>(w, "ms-duty").price = YuanPerTonne{5}; }, day(2024, 1, 1)},
      {"half the owners obey", [](World& w) { body<FrozenBaseOrder>(w, "ms-slag").obedience = 0.5; }, day(2023, 7, 1)},
      {"another base, frozen earlier",
       [](World& w) {
         body<FrozenBaseOrder>(w, "ms-slag").standard = Standard::china5;
         body<FrozenBaseOrder>(w, "ms-slag").base_date = day(2023, 3, 31);
       },
       day(2023, 4, 1)},
      {"dearer road haulage", [](World& w) { row(w.parameters, "road.price_factor").value.from(day(2024, 3, 15), 1.3); }, day(2024, 3, 15)},
      {"slower delivery", [](World& w) { row(w.parameters, "register.delivery_lag").value.from(day(2024, 2, 1), 40.0); }, day(2024, 2, 1)},
      {"the ring opens late", [](World& w) { row(w.links, "lk-ring-1").opens = row(w.links, "lk-ring-2").opens = day(2024, 6, 10); },
       day(2024, 1, 1)},
      {"no background trains", [](World& w) { row(w.rail_sections, "rl-west").background_per_day.from(day(2024, 4, 1), 0.0); },
       day(2024, 4, 1)},
      {"more through traffic", [](World& w) { row(w.through, "th-west-east").points[1].loaded_trips_per_year = 5000; }, day(2024, 1, 1)},
      {"the dump closes", [](World& w) { row(w.sites, "st-dump").closes = day(2024, 9, 15); }, day(2024, 9, 15)},
      {"nothing that a run reads", read_later, day(2025, 1, 1)},
      {"an earlier end", without("ms-duty"), day(2024, 1, 1), day(2024, 5, 1)},
      {"an end before the difference", without("ms-duty"), day(2024, 1, 1), day(2023, 12, 1)},
  };
}

/// What a run left: hashes of all tables, and the counts of the manifest.
std::string traces(engine::RunResult result) {
  std::string text =
      fmt::format("loads {} events {} trains {}\n", result.statistics.loads, result.statistics.events, result.statistics.trains);
  for (const auto& u : result.unserved) text += fmt::format("{} {} {} {}\n", u.flow, u.at, u.loads, u.longest_hours);
  for (const auto& [table, hash] : ledger::table_hashes(result.ledger)) text += table + " " + hash + "\n";
  return text;
}

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("railshift-past-" + std::to_string(::getpid()))) { fs::create_directories(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  void leave(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] std::string text(const std::string& name) const {
    std::ifstream file(path_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  fs::path path_;
};

struct Lived {
  World world;
  Change change;
  Month at;
};

engine::Replication replication(const World& world) {
  engine::Replication r;
  r.seed = world.settings.seed;
  return r;
}

/// The plan with all changes as branches; each leaves its traces under its name.
int live_together(const World& plan, const std::vector<Lived>& branches, const Folder& folder, ensemble::Self& self) {
  std::string name = "plan";
  engine::Replication r = replication(plan);
  r.before_month = [&](Month month) -> std::optional<engine::Turn> {
    for (std::size_t i = 0; i < branches.size() && name == "plan"; ++i) {
      if (branches[i].at != month || !self.branch(i)) continue;
      name = branches[i].change.name;
      return engine::Turn{&branches[i].world, branches[i].change.until};
    }
    return std::nullopt;
  };
  folder.leave(name + " together", traces(engine::run(plan, r)));
  return 0;
}

ensemble::Task alone(const Lived& lived, const Folder& folder) {
  return {lived.change.name + " alone", [&](ensemble::Self&) {
            engine::Replication r = replication(lived.world);
            r.until = lived.change.until;
            folder.leave(lived.change.name + " alone", traces(engine::run(lived.world, r)));
            return 0;
          }};
}

std::vector<Lived> branches_of(const World& plan) {
  std::vector<Lived> all;
  for (const Change& change : changes()) {
    World world = plan;
    change.make(world);
    const Month end = engine::end_month(world, change.until);
    const Month seen = month_of(rules::first_difference(plan, world).value_or(plan.settings.end));
    all.push_back({std::move(world), change, std::min(seen, end)});
  }
  return all;
}

}  // namespace

TEST_CASE("every change of tiny is seen from its own day on and no earlier", "[hand]") {
  const World plan = load_town(Layer::plan);
  for (const Change& change : changes()) {
    INFO(change.name);
    World world = plan;
    change.make(world);
    CHECK(to_string(rules::first_difference(plan, world).value_or(plan.settings.end)) == to_string(change.seen));
  }
  // Nothing moves before the first day of the plan.
  CHECK(rules::first_difference(plan, load_town(Layer::baseline)) == day(2023, 7, 1));
}

TEST_CASE("a run that branches off is the run alone, in every table and count", "[hand]") {
  const World plan = load_town(Layer::plan);
  const std::vector<Lived> branches = branches_of(plan);
  const int jobs = GENERATE(1, 4);
  const Folder folder;
  ensemble::Task together{"plan", [&](ensemble::Self& self) { return live_together(plan, branches, folder, self); }, {}};
  std::vector<ensemble::Task> tasks;
  for (const Lived& b : branches) {
    together.branches.push_back({b.change.name});
    tasks.push_back(alone(b, folder));
  }
  tasks.insert(tasks.begin(), together);
  for (const auto& result : ensemble::run_tasks(tasks, jobs, [](double) { return true; })) {
    INFO(result.name << ": " << result.message.en);
    REQUIRE(result.code == 0);
  }
  for (const Lived& b : branches) {
    INFO(b.change.name);
    CHECK_FALSE(folder.text(b.change.name + " alone").empty());
    CHECK(folder.text(b.change.name + " together") == folder.text(b.change.name + " alone"));
    // Only the change without any difference leaves what the plan leaves.
    const bool same = folder.text(b.change.name + " together") == folder.text("plan together");
    CHECK(same == (b.change.name == "nothing that a run reads"));
  }
}

}  // namespace tiny_shared_past_test

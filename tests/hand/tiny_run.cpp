#include "tests/hand/tiny_run.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "sim/ensemble/isolated.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/ledger/trips_csv.hpp"
#include "sim/scenario/load/load.hpp"

namespace railshift::hand {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone with the object.
class Scratch {
 public:
  Scratch() : path_(fs::temp_directory_path() / ("railshift-tiny-" + std::to_string(::getpid()))) { fs::create_directories(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What the child does: run, leave the run file and, if asked for, the trips.
int run_here(const World& world, const TownRequest& request, const Scratch& scratch) {
  engine::Replication replication;
  replication.seed = world.settings.seed;
  replication.kernel = request.kernel;
  replication.until = request.until;
  ledger::TripsCsv trips(scratch / "trips.csv", world);
  RouteBook routes;
  if (request.trips == Trips::keep) {
    replication.on_trips = [&](Month month, std::span<const ledger::LegRecord> records, const RouteBook& book) {
      trips.append(month, records, book);
      routes = book;
    };
  }
  ledger::RunFile run;
  run.request.scenario_folder_name = "tiny";
  run.ledger = engine::run(world, replication).ledger;
  trips.close();
  std::ofstream(scratch / "cells.csv", std::ios::binary) << ledger::route_cells_csv(routes);
  ledger::write_run_file(scratch / "run.gpkg", world, run);
  return 0;
}

template <class T>
Id<T> named(const Table<T>& table, std::string_view id) {
  const auto found = table.find(id);
  if (!found) throw std::runtime_error("tiny has no " + std::string(id));
  return *found;
}

}  // namespace

World load_town(Layer layer, const std::map<std::string, std::string>& set, const std::optional<std::string>& variant) {
  scenario::LoadRequest request;
  request.layer = layer;
  request.set = set;
  const fs::path folder = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "tiny";
  if (variant) request.variant = (folder / *variant).string();
  scenario::Loaded loaded = scenario::load(folder, request);
  std::string message;
  for (const Problem& problem : loaded.problems.sorted()) message += to_string(problem) + "\n";
  if (!loaded.world) throw std::runtime_error(message);
  return std::move(*loaded.world);
}

World town_with(const std::set<std::string>& what_if, const std::map<std::string, std::string>& set,
                const std::optional<std::string>& variant) {
  World world = load_town(Layer::what_if, set, variant);
  std::vector<Measure> kept;
  for (const Measure& measure : world.measures) {
    if (measure.layer != Layer::what_if || what_if.contains(measure.id)) kept.push_back(measure);
  }
  world.measures = Table<Measure>(std::move(kept));
  return world;
}

Town run_town(const TownRequest& request) {
  const Scratch scratch;
  World world =
      request.what_if ? town_with(*request.what_if, request.set, request.variant) : load_town(request.layer, request.set, request.variant);
  if (request.change) request.change(world);
  Town town{std::move(world), {}, {}, {}};
  const ensemble::Task task{"tiny", [&](const ensemble::Self&) { return run_here(town.world, request, scratch); }};
  const auto results = ensemble::run_tasks({task}, 1, [](double) { return true; });
  if (results.front().code != 0) throw std::runtime_error("the run of tiny failed: " + results.front().message.en);
  town.ledger = ledger::read_run_file(scratch / "run.gpkg").ledger;
  town.trips_csv = text_of(scratch / "trips.csv");
  town.cells_csv = text_of(scratch / "cells.csv");
  return town;
}

const Town& planned_town() {
  static const Town town = run_town({});
  return town;
}

Id<Flow> flow_named(const World& world, std::string_view id) { return named(world.flows, id); }
Id<Chain> chain_named(const World& world, std::string_view id) { return named(world.chains, id); }
Id<Segment> segment_named(const World& world, std::string_view id) { return named(world.segments, id); }

}  // namespace railshift::hand

#include "tests/theory/theory_case.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>

#include <unistd.h>

#include "analysis/audit/audit.hpp"
#include "analysis/operations/operations.hpp"
#include "sim/core/csv.hpp"
#include "sim/engine/run.hpp"
#include "sim/ensemble/isolated.hpp"
#include "sim/scenario/load/load.hpp"

namespace fs = std::filesystem;

namespace railshift::theory {
namespace {

using Figures = std::map<std::pair<std::string, std::string>, double>;

fs::path folder_of(const std::string& name) { return fs::path(RAILSHIFT_SOURCE_DIR) / "tests" / "theory" / name; }

std::vector<CsvRow> rows_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  std::string content = text.str();
  if (content.rfind("\xEF\xBB\xBF", 0) == 0) content.erase(0, 3);
  Problems problems;
  auto rows = read_csv(content, path.string(), problems);
  if (!file || !problems.empty() || rows.empty()) throw std::runtime_error("cannot read " + path.string());
  return rows;
}

std::vector<Expectation> expectations(const std::string& name) {
  const auto rows = rows_of(folder_of(name) / "expected.csv");
  std::vector<Expectation> out;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto& c = rows[r].cells;
    out.push_back({std::stoi(c[0].text), c[1].text, c[2].text, std::stod(c[3].text), std::stod(c[4].text) / 100.0, c[5].text});
  }
  return out;
}

std::string rail_csv(const World& world, const ledger::Ledger& ledger) {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums;
  for (const ledger::RailRow& row : ledger.rail) {
    sums[world.chains[row.chain].id].first += row.trains_departed;
    sums[world.chains[row.chain].id].second += row.departed_kg;
  }
  std::ostringstream out;
  out << "chain,period,trains_departed,departed_kg\n";
  for (const auto& [chain, sum] : sums) out << chain << ",all," << sum.first << "," << sum.second << "\n";
  return out.str();
}

/// What a child leaves: stations.csv, pools.csv, rail.csv. A run that breaks a conservation law fails.
int run_seed(const World& world, std::uint32_t seed, const fs::path& folder) {
  engine::Replication replication;
  replication.seed = seed;
  const engine::RunResult result = engine::run(world, replication);
  if (!analysis::audit(world, result.ledger).breaches.empty()) throw std::runtime_error("a conservation law is broken");
  std::ofstream(folder / "stations.csv") << analysis::to_csv(world, analysis::station_figures(world, result.ledger),
                                                             static_cast<int>(seed));
  std::ofstream(folder / "pools.csv") << analysis::to_csv(world, analysis::pool_figures(world, result.ledger), static_cast<int>(seed));
  std::ofstream(folder / "rail.csv") << rail_csv(world, result.ledger);
  return 0;
}

void add_figures(const fs::path& csv, Figures& into) {
  const auto rows = rows_of(csv);
  const auto& header = rows.front().cells;
  const auto column = [&header](const std::string& name) {
    return static_cast<std::size_t>(std::find_if(header.begin(), header.end(), [&](const CsvCell& c) { return c.text == name; }) -
                                    header.begin());
  };
  const std::size_t period = column("period");
  const std::size_t name = std::min({column("station"), column("pool"), column("chain")});
  const std::size_t owner = column("owner");
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto& cells = rows[r].cells;
    if (cells[period].text != "all" || (owner < cells.size() && cells[owner].text == "hired")) continue;
    // Rows of all trucks of a pool come first: what they alone have stays.
    for (std::size_t c = period + 1; c < cells.size(); ++c) {
      if (!cells[c].text.empty()) into[{cells[name].text, header[c].text}] = std::stod(cells[c].text);
    }
  }
}

std::vector<Figures> run_seeds(const std::string& name, int seeds) {
  const World world = world_of(name);
  const fs::path scratch = fs::temp_directory_path() / ("railshift-theory-" + name + "-" + std::to_string(getpid()));
  std::vector<ensemble::Task> tasks;
  for (int s = 1; s <= seeds; ++s) {
    const fs::path folder = scratch / std::to_string(s);
    fs::create_directories(folder);
    tasks.push_back({name, [&world, s, folder](ensemble::Self&) { return run_seed(world, static_cast<std::uint32_t>(s), folder); }});
  }
  std::vector<Figures> out;
  for (const auto& result : ensemble::run_tasks(tasks, 2, [](double) { return true; })) {
    if (result.code != 0) throw std::runtime_error(name + ": " + result.message.en);
  }
  for (int s = 1; s <= seeds; ++s) {
    Figures figures;
    add_figures(scratch / std::to_string(s) / "stations.csv", figures);
    add_figures(scratch / std::to_string(s) / "pools.csv", figures);
    add_figures(scratch / std::to_string(s) / "rail.csv", figures);
    out.push_back(std::move(figures));
  }
  fs::remove_all(scratch);
  return out;
}

Estimate estimate(const Expectation& e, const std::vector<Figures>& runs) {
  Estimate out{e, 0.0, 0.0};
  const auto n = static_cast<double>(runs.size());
  for (const Figures& run : runs) out.mean += run.at({e.of, e.figure}) / n;
  double squares = 0.0;
  for (const Figures& run : runs) squares += std::pow(run.at({e.of, e.figure}) - out.mean, 2);
  if (runs.size() > 1) out.standard_error = std::sqrt(squares / (n - 1.0) / n);
  return out;
}

}  // namespace

World world_of(const std::string& name, const std::map<std::string, std::string>& set) {
  scenario::LoadRequest request;
  request.set = set;
  scenario::Loaded loaded = scenario::load(folder_of(name), request);
  std::string message;
  for (const Problem& problem : loaded.problems.sorted()) message += to_string(problem) + "\n";
  if (!loaded.world) throw std::runtime_error(message);
  return std::move(*loaded.world);
}

std::vector<Estimate> estimates(const std::string& name) {
  const auto wanted = expectations(name);
  const auto runs = run_seeds(name, wanted.front().seeds);
  std::vector<Estimate> out;
  for (const Expectation& e : wanted) out.push_back(estimate(e, runs));
  return out;
}

void check_case(const std::string& name) {
  for (const Estimate& e : estimates(name)) {
    INFO(name << ": " << e.expectation.of << " " << e.expectation.figure << " should be " << e.expectation.expected << " ("
              << e.expectation.source << "), is " << e.mean << " +- " << e.standard_error);
    const double allowed = e.expectation.tolerance * e.expectation.expected;
    CHECK(std::abs(e.mean - e.expectation.expected) <= allowed);
    CHECK(3.29 * e.standard_error <= allowed);
  }
}

}  // namespace railshift::theory

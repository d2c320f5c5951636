/// One run on several seeds: the same bytes with any number of processes, and nothing lost or feigned when it is cut off.
#include <catch2/catch.hpp>

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "tests/app/results.hpp"

namespace replications_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kTiny = scenario("tiny");
constexpr int kMany = 16;  ///< enough to be cut off in the middle

std::vector<std::string> many_replications(const Scratch& scratch) {
  return {"run", kTiny.string(), "--out", (scratch / "run").string(), "--replications", std::to_string(kMany), "--jobs",
          "2",   "--lang",       "en"};
}

/// Parts with their final names: whole ones.
std::vector<fs::path> whole_parts(const Scratch& scratch) {
  std::vector<fs::path> parts;
  std::error_code none_yet;
  for (const auto& entry : fs::directory_iterator(scratch / "run.partial" / "parts", none_yet)) {
    if (entry.path().extension() != ".tmp") parts.push_back(entry.path());
  }
  return parts;
}

void check_completed(const Scratch& scratch, const std::string& said) {
  CHECK(said.find("whole and kept") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "run.partial"));
  CHECK_FALSE(fs::exists(scratch / "run" / "parts"));
  const fs::path unbroken = run_into(scratch, "unbroken", kTiny, {"--replications", std::to_string(kMany), "--jobs", "2"});
  check_same_bytes(unbroken, scratch / "run");
  CHECK(text_of(unbroken / "replications.csv") == text_of(scratch / "run" / "replications.csv"));
}

std::vector<Row> rows_of_replication(const fs::path& run, const std::string& number) {
  std::vector<Row> rows = rows_of(run / "metrics.csv");
  std::erase_if(rows, [&](const Row& row) { return row.at("replication") != number; });
  return rows;
}

/// Metric, scope, period and unit.
std::string scope_of(const Row& row) {
  std::string text;
  for (const std::string column : {"metric", "firm", "county", "rail_station", "commodity", "haul_class", "numerator_kind", "basis",
                                   "denominator_kind", "direction", "segment", "standard", "powertrain", "ring", "period", "unit"})
    text += row.at(column) + "/";
  return text;
}

}  // namespace

TEST_CASE("replications are the runs on seeds one apart, in one table", "[app][repeats]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTiny, {"--replications", "3"});
  for (int r = 1; r <= 3; ++r) {
    const fs::path alone = run_into(scratch, "alone" + std::to_string(r), kTiny, {"--seed", std::to_string(6755 + r)});
    std::vector<Row> rows = rows_of_replication(run, std::to_string(r));
    for (Row& row : rows) row.at("replication") = "1";
    CHECK(rows == rows_of(alone / "metrics.csv"));
    if (r == 1) CHECK(table_hashes(run) == table_hashes(alone));
  }
  CHECK(ask({"audit", run.string()}).code == 0);
}

TEST_CASE("replications.csv holds mean and 95 % interval of every figure", "[app][repeats]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTiny, {"--replications", "3"});
  const std::vector<Row> figures = rows_of(run / "replications.csv");
  std::map<std::string, std::vector<double>> values_of;
  for (const Row& row : rows_of(run / "metrics.csv")) values_of[scope_of(row)].push_back(std::stod(row.at("value")));
  CHECK(figures.size() == values_of.size());
  int moved = 0;
  for (const Row& figure : figures) {
    const std::vector<double>& values = values_of.at(scope_of(figure));
    INFO(figure.at("metric") << " " << figure.at("period"));
    // A figure of a rare class may be missing in a replication.
    REQUIRE(std::to_string(values.size()) == figure.at("n"));
    if (values.size() < 3) continue;
    const double mean = (values[0] + values[1] + values[2]) / 3.0;
    double squares = 0.0;
    for (const double v : values) squares += (v - mean) * (v - mean);
    CHECK(std::stod(figure.at("mean")) == Approx(mean));
    const double half = 4.302652729911275 * std::sqrt(squares / 2.0) / std::sqrt(3.0);  // t(2) at 0.975
    CHECK(std::stod(figure.at("high")) - std::stod(figure.at("low")) == Approx(2.0 * half).margin(1e-9));
    moved += squares > 0.0 ? 1 : 0;
  }
  CHECK(moved > 0);
}

TEST_CASE("verdicts of replications stand on the interval over them", "[app][repeats]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTiny, {"--replications", "4"});
  for (const Row& verdict : rows_of(run / "verdicts.csv")) {
    INFO(verdict.at("target"));
    if (!verdict.at("value").empty() && verdict.at("basis") != "observed") CHECK(verdict.at("n") == "4");
  }
}

TEST_CASE("the number of processes changes no byte of a run on several seeds", "[app][repeats]") {
  const Scratch scratch;
  const fs::path one = run_into(scratch, "one", kTiny, {"--replications", "5", "--jobs", "1"});
  const std::string jobs = GENERATE("2", "4");
  const fs::path more = run_into(scratch, "more" + jobs, kTiny, {"--replications", "5", "--jobs", jobs});
  check_same_bytes(one, more);
  for (const char* file : {"replications.csv", "operations.csv", "stations.csv", "pools.csv", "stocks.csv", "funnel.csv", "boxes.csv"}) {
    INFO(file);
    CHECK(text_of(one / file) == text_of(more / file));
  }
  const auto told = [](const fs::path& run) {
    const std::string text = text_of(run / "manifest.json");
    return text.substr(0, text.find("not_deterministic"));
  };
  CHECK(told(one) == told(more));
}

TEST_CASE("replications that were cut off are completed by the next run, which keeps what was whole", "[app][repeats]") {
  const int signal = GENERATE(SIGKILL, SIGINT);
  const Scratch scratch;
  std::vector<pid_t> children;
  {
    Background run(many_replications(scratch));
    REQUIRE(soon([&] { return whole_parts(scratch).size() >= 3; }));
    children = run.children();
    run.send(signal);
    CHECK(run.wait() == (signal == SIGKILL ? 128 + SIGKILL : 3));
  }
  for (const pid_t child : children) CHECK(soon([child] { return !alive(child); }));
  CHECK_FALSE(fs::exists(scratch / "run"));
  CHECK_FALSE(fs::exists(scratch / "run.partial" / "manifest.json"));
  CHECK(ask({"audit", (scratch / "run.partial").string()}).code == 2);
  const std::vector<fs::path> parts = whole_parts(scratch);
  REQUIRE(parts.size() < kMany);
  const Answer again = ask(many_replications(scratch));
  CHECK(again.code == 0);
  CHECK(again.err.find(std::to_string(parts.size()) + " of " + std::to_string(kMany)) != std::string::npos);
  check_completed(scratch, again.err);
}

TEST_CASE("a replication whose process is killed fails the run, the others are kept", "[app][repeats]") {
  const Scratch scratch;
  Background run(many_replications(scratch));
  REQUIRE(soon([&] { return !whole_parts(scratch).empty() && !run.children().empty(); }));
  // A child may end by itself between the look and the blow: blow until one is hit.
  bool hit = false;
  REQUIRE(soon([&] {
    for (const pid_t child : run.children()) {
      if (alive(child)) hit = kill(child, SIGKILL) == 0 || hit;
    }
    return hit;
  }));
  CHECK(run.wait() == 1);
  CHECK_FALSE(fs::exists(scratch / "run"));
  const std::size_t kept = whole_parts(scratch).size();
  CHECK((kept > 0 && kept < kMany));
  const Answer again = ask(many_replications(scratch));
  CHECK(again.code == 0);
  check_completed(scratch, again.err);
}

TEST_CASE("a full disk fails a run with a message, leaves no result and costs no part that was whole", "[app][repeats]") {
  // Kilobytes a file may have: no part can be written; all but the one with the run file.
  const std::string limit = GENERATE("100", "430");
  const Scratch scratch;
  std::string words = RAILSHIFT_BINARY;
  for (const std::string& word : many_replications(scratch)) words += " '" + word + "'";
  const Answer full = call({"bash", "-c", "ulimit -f " + limit + "; exec " + words});
  CHECK(full.code == 1);
  CHECK(full.err.find("replication 1: ") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "run"));
  CHECK_FALSE(fs::exists(scratch / "run.partial" / "manifest.json"));
  CHECK(whole_parts(scratch).size() == (limit == "100" ? 0 : kMany - 1));
  const Answer again = ask(many_replications(scratch));
  CHECK(again.code == 0);
  if (limit != "100") check_completed(scratch, again.err);
}

TEST_CASE("parts of other inputs, another seed or another length are not taken", "[app][repeats]") {
  const Scratch scratch;
  const fs::path town = copy_of_tiny(scratch);
  const std::vector<std::string> words = {"run", town.string(), "--out", (scratch / "run").string(), "--replications", "3", "--lang", "en"};
  const auto cut_off = [&] {
    std::string line = RAILSHIFT_BINARY;
    for (const std::string& word : words) line += " '" + word + "'";
    REQUIRE(call({"bash", "-c", "ulimit -f 430; exec " + line}).code == 1);
    REQUIRE(whole_parts(scratch).size() == 2);
  };
  cut_off();
  SECTION("inputs") {
    replace_in(town / "tables" / "sidings.csv", ",1500,4,75,75,", ",1500,4,74,76,");
    const Answer again = ask(words);
    CHECK(again.code == 0);
    CHECK(again.err.find("kept") == std::string::npos);
  }
  SECTION("seed") {
    std::vector<std::string> other = words;
    other.insert(other.end(), {"--seed", "1"});
    CHECK(ask(other).err.find("kept") == std::string::npos);
  }
  SECTION("length") {
    std::vector<std::string> other = words;
    other.insert(other.end(), {"--until", "2023-06-01"});
    CHECK(ask(other).err.find("kept") == std::string::npos);
  }
  SECTION("a run without replications clears them away") {
    CHECK(ask({"run", town.string(), "--out", (scratch / "run").string()}).code == 0);
    CHECK_FALSE(fs::exists(scratch / "run.partial"));
  }
}

TEST_CASE("a wrong number of replications or processes is refused before anything is written", "[app][repeats]") {
  const Scratch scratch;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--replications", "0"},
                                                {"--replications", "2", "--jobs", "0"},
                                                {"--replications", "2", "--trips", (scratch / "trips.csv").string()}}) {
    std::vector<std::string> command = {"run", kTiny.string(), "--out", (scratch / "run").string()};
    command.insert(command.end(), words.begin(), words.end());
    CHECK(ask(command).code == 2);
  }
  CHECK(fs::is_empty(scratch.path()));
}

}  // namespace replications_test

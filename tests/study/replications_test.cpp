/// Runs on several seeds: which parts an interrupted run leaves to the next one, and what the parts come to.
#include <catch2/catch.hpp>

#include "study/replications.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"
#include "study/simulate.hpp"
#include "tests/study/scene.hpp"

namespace replications_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// Three replications of the first month of tiny, in a folder that exists.
std::vector<RunJob> three(const fs::path& folder) {
  RunJob job = job_of_tiny(folder);
  job.request.until = "2023-02-01";
  job.until = make_date(2023, 2, 1);
  fs::create_directories(folder);
  return replications_of(job, 3);
}

void put_whole_part(const RunJob& replication) {
  put(part_of(replication) / "metrics.csv", "metric,value\n");
  put(part_of(replication) / "part.json", sealed(identity_json(replication), list_files(part_of(replication), "part.json")));
}

}  // namespace

TEST_CASE("a wait that several seeds have is one row with the greatest of each figure", "[study]") {
  using engine::WaitCause;
  const auto record = [](std::vector<engine::LongWait> waits) {
    ChildRecord r;
    r.long_waits = std::move(waits);
    return r;
  };
  const auto waits = long_waits_of({record({{"coal", "semi", WaitCause::closure, 5, 150'000, 800.0}}), record({}),
                                    record({{"coke", "semi", WaitCause::closure, 1, 30'000, 730.0},
                                            {"coal", "semi", WaitCause::closure, 3, 90'000, 900.0},
                                            {"coal", "semi", WaitCause::none, 1, 30'000, 721.0}})});
  REQUIRE(waits.size() == 3);
  CHECK((waits[0].greatest.flow == "coal" && waits[0].greatest.cause == WaitCause::closure));
  CHECK((waits[0].greatest.loads == 5 && waits[0].greatest.kg == 150'000 && waits[0].greatest.longest_hours == 900.0));
  CHECK((waits[0].seeds == 2 && waits[0].of == 3));
  CHECK((waits[1].greatest.flow == "coke" && waits[1].seeds == 1));
  CHECK(waits[2].greatest.cause == WaitCause::none);
}

TEST_CASE("replications have seeds one apart, and the first one keeps its tables", "[study]") {
  const auto all = three("run");
  REQUIRE(all.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(all[i].replication == static_cast<int>(i) + 1);
    CHECK(all[i].request.seed == 6756 + i);
    CHECK(part_of(all[i]) == fs::path("run") / "parts" / ("seed-" + std::to_string(6756 + i)));
  }
  CHECK(all[0].parts == RunJob::Parts::everything);
  CHECK(all[1].parts == RunJob::Parts::audited_metrics);
}

TEST_CASE("a part is whole if it was made by this program of these inputs, this request and this seed", "[study]") {
  const Scratch scratch;
  auto all = three(scratch / "run");
  CHECK(count_of(whole_parts(all)) == 0);
  put_whole_part(all[0]);
  put_whole_part(all[2]);
  CHECK(count_of(whole_parts(all)) == 2);
  CHECK(whole_parts(all) == WholeParts{true, false, true});
  const auto missing = missing_parts(all, whole_parts(all));
  REQUIRE(missing.size() == 1);
  CHECK(missing.front().name == "replication 2");
  for (RunJob& replication : all) replication.request.until = "2023-03-01";
  CHECK(count_of(whole_parts(all)) == 0);
}

TEST_CASE("a part that was damaged, or cut off while it was cleared away, is made anew", "[study]") {
  const Scratch scratch;
  const auto all = three(scratch / "run");
  for (const RunJob& replication : all) put_whole_part(replication);
  CHECK(count_of(whole_parts(all)) == 3);
  put(part_of(all[0]) / "metrics.csv", "metric,valve\n");
  CHECK(count_of(whole_parts(all)) == 2);
  fs::remove(part_of(all[1]) / "metrics.csv");  // part.json, which says what it was, is still there
  CHECK(count_of(whole_parts(all)) == 1);
  CHECK(missing_parts(all, whole_parts(all)).size() == 2);
  keep_whole_parts(all, whole_parts(all));
  CHECK(names_in(scratch / "run" / "parts") == std::vector<std::string>{"seed-6758"});
}

TEST_CASE("whole parts are kept, everything else in the folder is cleared", "[study]") {
  const Scratch scratch;
  const auto all = three(scratch / "run");
  put_whole_part(all[1]);
  put(part_of(all[0]) / "part.json", "of another run");
  put(fs::path(part_of(all[2]).string() + ".tmp") / "metrics.csv");
  put(scratch / "run" / "metrics.csv");
  keep_whole_parts(all, whole_parts(all));
  CHECK(names_in(scratch / "run") == std::vector<std::string>{"parts"});
  CHECK(names_in(scratch / "run" / "parts") == std::vector<std::string>{"seed-6757"});
}

TEST_CASE("a folder without parts has none to keep", "[study]") {
  const Scratch scratch;
  const auto all = three(scratch / "run");
  CHECK(count_of(whole_parts(all)) == 0);
  keep_whole_parts(all, whole_parts(all));
  CHECK(fs::is_empty(scratch / "run" / "parts"));
}

TEST_CASE("parts are simulated, merged in the order of their seeds and removed", "[study]") {
  const Scratch scratch;
  const auto all = three(scratch / "run");
  const WholeParts none = whole_parts(all);
  keep_whole_parts(all, none);
  REQUIRE(simulate(missing_parts(all, none), 2, {}));
  CHECK(count_of(whole_parts(all)) == 3);
  CHECK(missing_parts(all, whole_parts(all)).empty());
  CHECK(fs::exists(part_of(all[0]) / "run.gpkg"));
  CHECK_FALSE(fs::exists(part_of(all[1]) / "run.gpkg"));
  const Replicated merged = merge_parts(all);
  CHECK(merged.metrics.size() == 3);
  REQUIRE(merged.records.size() == 3);
  CHECK(merged.records[1].breaches.empty());
  CHECK(merged.records[0].table_hashes != merged.records[1].table_hashes);
  const std::string joined = read_text(scratch / "run" / "metrics.csv");
  const std::string first = read_text(part_of(all[0]) / "metrics.csv");
  CHECK(joined.starts_with(first));
  const std::string heading = joined.substr(0, joined.find('\n'));
  CHECK(joined.find(heading, 1) == std::string::npos);  // one header
  remove_parts(all);
  CHECK(names_in(scratch / "run") == std::vector<std::string>{"boxes.csv", "child.json", "funnel.csv", "metrics.csv", "operations.csv",
                                                              "pools.csv", "replications.csv", "run.gpkg", "stations.csv", "stocks.csv"});
}

}  // namespace replications_test

/// What a child tells its parent comes back as it was, and the manifest says what ran on what.
#include <catch2/catch.hpp>

#include "study/manifest.hpp"
#include "study/version.hpp"
#include "tests/study/scene.hpp"

namespace manifest_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a record goes to text and comes back the same", "[study]") {
  const ChildRecord before = full_record();
  const ChildRecord after = child_record(to_json(before));
  CHECK(after.start == before.start);
  CHECK(after.end == before.end);
  CHECK(after.peak_mib > 0.0);  // of this process
  CHECK(after.statistics.loads == 11);
  CHECK(after.statistics.events == 22);
  CHECK(after.statistics.trains == 33);
  CHECK(after.statistics.refused_loads == 44);
  CHECK(after.statistics.refused_kg == 55'000);
  REQUIRE(after.unserved.size() == 1);
  CHECK(after.unserved[0].flow == "fl-coal");
  CHECK(after.unserved[0].waits_for == engine::Need::goods);
  CHECK(after.unserved[0].at == "yd-mine");
  CHECK(after.unserved[0].kg == 90'000);
  CHECK(after.unserved[0].longest_hours == 25.5);
  REQUIRE(after.long_waits.size() == 1);
  CHECK((after.long_waits[0].flow == "fl-coke" && after.long_waits[0].pool == "pl-semi"));
  CHECK(after.long_waits[0].cause == engine::WaitCause::closure);
  CHECK((after.long_waits[0].loads == 2 && after.long_waits[0].kg == 60'000));
  CHECK(after.long_waits[0].longest_hours == 800.5);
  REQUIRE(after.breaches.size() == 1);
  CHECK(after.breaches[0].identity == "in = out");
  CHECK(after.breaches[0].residual == before.breaches[0].residual);
  CHECK(after.table_hashes == before.table_hashes);
  CHECK(after.pool_runs == before.pool_runs);
}

TEST_CASE("a record that is cut off, or waits for something unknown, is an error", "[study]") {
  std::string text = to_json(full_record());
  CHECK_THROWS(child_record(text.substr(0, text.size() / 2)));
  text.replace(text.find("\"goods\""), 7, "\"manna\"");
  CHECK_THROWS_WITH(child_record(text), Catch::Contains("manna"));
  text = to_json(full_record());
  text.replace(text.find("\"closure\""), 9, "\"weather\"");
  CHECK_THROWS_WITH(child_record(text), Catch::Contains("weather"));
}

TEST_CASE("the manifest of one run names program, request, inputs and hashes", "[study]") {
  RunJob job = job_of_tiny("unused");
  job.replication = 2;
  job.request.set["measure.ms-gate.obedience"] = "0.5";
  const std::string manifest = manifest_json(job, full_record(), {});
  CHECK(holds(manifest, "\"version\": \"" + std::string(kVersion) + "\""));
  CHECK(holds(manifest, "\"scenario\": \"tiny\""));
  CHECK(holds(manifest, "\"measure.ms-gate.obedience\": \"0.5\""));
  CHECK(holds(manifest, "\"replication\": 2"));
  CHECK(holds(manifest, "\"tables/flows.csv\": \""));
  CHECK(holds(manifest, "\"traffic\": \"def\""));
  CHECK(holds(manifest, "\"truck_loads\": 11"));
  CHECK(holds(manifest, "\"cause\": \"closure\""));
  CHECK_FALSE(holds(manifest, "\"replications\""));
  CHECK_FALSE(holds(manifest, RAILSHIFT_SOURCE_DIR));
}

TEST_CASE("the manifest of several runs tells of each with its seed", "[study]") {
  const std::string manifest = manifest_json(job_of_tiny("unused"), full_record(), {full_record(), full_record()});
  CHECK(holds(manifest, "\"replications\""));
  CHECK(holds(manifest, "\"seed\": 6756"));
  CHECK(holds(manifest, "\"seed\": 6757"));
  CHECK_FALSE(holds(manifest, "\"seed\": 6758"));
}

TEST_CASE("whatever decides the bytes of a run decides its identity, and nothing else does", "[study]") {
  const RunJob job = job_of_tiny("one");
  const std::string identity = identity_json(job);
  CHECK(identity_json(job_of_tiny("other")) == identity);  // where it is written is not part of it
  RunJob other = job;
  other.request.seed += 1;
  CHECK(identity_json(other) != identity);
  other = job;
  other.request.until = "2024-01-01";
  CHECK(identity_json(other) != identity);
  other = job;
  other.replication = 2;
  CHECK(identity_json(other) != identity);
  std::vector<InputFile> changed = *job.inputs;
  changed.front().sha256.front() ^= 1;
  other = job;
  other.inputs = &changed;
  CHECK(identity_json(other) != identity);
}

}  // namespace manifest_test

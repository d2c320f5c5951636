/// Every study from C++, without a command line.
#include <catch2/catch.hpp>

#include "study/assess/assessment.hpp"
#include "study/results/text_file.hpp"
#include "study/sensitivity/sensitivity_study.hpp"
#include "study/single_run.hpp"
#include "tests/study/scene.hpp"
#include "tests/support/in_chinese.hpp"

namespace studies_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

Request half_a_year(const fs::path& out) {
  Request request = of_tiny();
  request.until = "2023-07-01";
  request.out = out;
  request.design = {12, 2, 1};
  return request;
}

/// Ends a study as soon as anything was done.
Watch impatient() {
  Watch watch;
  watch.progress = [](double) { return false; };
  return watch;
}

}  // namespace

TEST_CASE("a run leaves its folder and says what came of it", "[study]") {
  const Scratch scratch;
  const RunOutcome outcome = run(half_a_year(scratch / "run"), {});
  CHECK(outcome.folder == scratch / "run");
  CHECK(outcome.verdicts.size() == tiny().world->targets.size());
  REQUIRE(outcome.records.size() == 1);
  CHECK(outcome.records[0].statistics.loads > 0);
  CHECK(outcome.records[0].breaches.empty());
  CHECK(names_in(scratch / "run") == std::vector<std::string>{"boxes.csv", "choice.csv", "document.json", "firm_sheets.csv", "funnel.csv",
                                                              "manifest.json", "metrics.csv", "observed.csv", "pools.csv", "run.gpkg",
                                                              "schedule.csv", "stations.csv", "stocks.csv", "verdicts.csv"});
}

TEST_CASE("a run on several seeds says what came of each", "[study]") {
  const Scratch scratch;
  Request request = half_a_year(scratch / "run");
  request.replications = 2;
  std::size_t runs = 0;
  Watch watch;
  watch.started = [&runs](const Watch::Start& start) { runs = start.runs; };
  const RunOutcome outcome = run(request, watch);
  CHECK(runs == 2);
  CHECK(outcome.records.size() == 2);
  CHECK(fs::exists(scratch / "run" / "replications.csv"));
  CHECK_FALSE(fs::exists(scratch / "run" / "parts"));
}

TEST_CASE("an assessment leaves two runs, verdicts, a comparison and a report", "[study]") {
  const Scratch scratch;
  const Assessed assessed = assess(half_a_year(scratch / "assessed"), {});
  CHECK(assessed.folder == scratch / "assessed");
  CHECK(assessed.focus_year == "2023");
  CHECK(assessed.verdicts.size() == tiny().world->targets.size());
  CHECK(names_in(scratch / "assessed") ==
        std::vector<std::string>{"baseline", "ceilings.csv", "chances.csv", "comparison.csv", "contributions.csv", "costs.csv",
                                 "deciding.csv", "document.json", "firm_sheets.csv", "levers.csv", "manifest.json", "map.gpkg",
                                 "members.csv", "observed.csv", "plan", "report.html", "schedule.csv", "verdicts.csv", "ways.csv"});
  const std::string report = read_text(scratch / "assessed" / "report.html");
  CHECK(report.find("railshift assess " + of_tiny().scenario.string() + " --members 12 --full 2 --until 2023-07-01 --lang en") !=
        std::string::npos);
  CHECK(report.find("2023-01-01 – 2023-06-30") != std::string::npos);
  CHECK(report.find("2024-12-31 ·") == std::string::npos);
}

TEST_CASE("a sensitivity study ranks what it moved and leaves nothing behind", "[study]") {
  const Scratch scratch;
  SensitivityRequest request;
  request.common = of_tiny();
  request.common.scenario = tiny_with_a_range(scratch);
  request.verdict = "tg-rail-2024";
  request.patterns = {"sidings.*"};
  const Sensitivities found = sensitivity(request, {});
  CHECK(found.as_given.target == "tg-rail-2024");
  CHECK(found.runs == 3);  // as given, low, high
  CHECK(found.inputs_found == 1);
  REQUIRE(found.rows.size() == 1);
  CHECK(found.rows[0].input.path == "sidings.sd-works.t_per_day");
  CHECK(found.rows[0].office.en == "railway group, freight department");
  CHECK(found.rows[0].reach > 0.0);
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"tiny"});
  request.patterns = {"flows.*", "sidings.sd-mine.*"};
  CHECK(sensitivity(request, {}).rows.empty());
}

TEST_CASE("an end of a range that the scenario refuses is noted with its reason and moves nothing", "[study]") {
  const Scratch scratch;
  SensitivityRequest request;
  request.common = of_tiny();
  request.common.scenario = tiny_with_a_range(scratch);
  const fs::path sidings = request.common.scenario / "tables" / "sidings.csv";
  std::string text = read_text(sidings);
  // A siding carries no less than nothing.
  text.replace(text.find(",1500,4,50,120,"), 15, ",1500,4,-1,120,");
  write_text(sidings, text);
  request.verdict = "tg-rail-2024";
  request.patterns = {"sidings.*"};
  const Sensitivities found = sensitivity(request, {});
  REQUIRE(found.rows.size() == 1);
  test::require_chinese(found.rows[0].low.refused);
  CHECK_FALSE(found.rows[0].low.refused.empty());
  CHECK(found.rows[0].high.refused.empty());
  CHECK(found.runs == 2);
}

TEST_CASE("a study that is ended by who watches it leaves no result", "[study]") {
  const Scratch scratch;
  CHECK_THROWS_AS(run(half_a_year(scratch / "run"), impatient()), Interrupted);
  CHECK_FALSE(fs::exists(scratch / "run"));
  CHECK(fs::exists(scratch / "run.partial"));
  Request several = half_a_year(scratch / "several");
  several.replications = 2;
  CHECK_THROWS_AS(run(several, impatient()), Interrupted);
  CHECK_FALSE(fs::exists(scratch / "several"));
  CHECK_THROWS_AS(assess(half_a_year(scratch / "assessed"), impatient()), Interrupted);
  CHECK_FALSE(fs::exists(scratch / "assessed"));
  SensitivityRequest moved;
  moved.common = of_tiny();
  moved.verdict = "tg-nox";
  CHECK_THROWS_AS(sensitivity(moved, impatient()), Interrupted);
}

}  // namespace studies_test

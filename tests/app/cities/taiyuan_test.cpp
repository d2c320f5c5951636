/// The city itself: a siding that opens, a price, a capacity, and the same bytes under other surroundings. Windows of a few months.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <numeric>
#include <sstream>

#include "tests/app/results.hpp"

namespace taiyuan_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kTaiyuan = scenario("taiyuan");

/// Days from which a duty of the city is in force and the siding of Qingxu may open.
const std::vector<std::string> kWindow = {"--layer", "plan", "--set", "scenario.start=2025-01-01", "--until", "2025-11-01"};
const std::vector<std::string> kSummer = {"--layer", "plan", "--set", "scenario.start=2025-06-01", "--until", "2025-08-01"};
const std::vector<std::string> kJune = {"--layer", "plan", "--set", "scenario.start=2025-06-01", "--until", "2025-07-01"};

fs::path window(const Scratch& scratch, const std::string& name, std::vector<std::string> words, const std::string& change = "") {
  if (!change.empty()) words.insert(words.end(), {"--set", change});
  return run_into(scratch, name, kTaiyuan, words);
}

/// First column -> second column of a question to a run file, by SQLite's own shell.
std::map<std::string, double> asked(const fs::path& run, const std::string& sql) {
  const Answer answer = call({"sqlite3", "-csv", (run / "run.gpkg").string(), sql});
  REQUIRE(answer.code == 0);
  std::map<std::string, double> values;
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    const auto comma = line.rfind(',');
    values[line.substr(0, comma)] = std::stod(line.substr(comma + 1));
  }
  return values;
}

double sum(const std::map<std::string, double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0, [](double total, const auto& v) { return total + v.second; });
}

/// Tonnes a month over the siding of the Qingxu works: of the chains that have a leg there.
std::map<std::string, double> siding_tonnes(const fs::path& run) {
  std::string chains;
  for (const Row& leg : rows_of(kTaiyuan / "tables" / "legs.csv")) {
    if (leg.at("siding_id") == "sd-qingxu-siding") chains += (chains.empty() ? "'" : ",'") + leg.at("chain_id") + "'";
  }
  REQUIRE_FALSE(chains.empty());
  return asked(run, fmt::format("select month, sum(delivered_kg) / 1000.0 from chains_view where chain in ({}) group by month", chains));
}

double capacity_of(const std::string& siding) {
  for (const Row& row : rows_of(kTaiyuan / "tables" / "sidings.csv")) {
    if (row.at("siding_id") == siding) return std::stod(row.at("t_per_day"));
  }
  FAIL("no siding " << siding);
  return 0.0;
}

std::map<std::string, double> reasons(const fs::path& run) {
  return asked(run, "select reason, sum(kg) / 1000.0 from reasons_view group by reason");
}

}  // namespace

TEST_CASE("Taiyuan: the Qingxu siding carries nothing before service, something after it, and no more the later it opens", "[app][slow]") {
  const Scratch scratch;
  constexpr double kTrainLoad = 4100.0;  // tonnes, of sidings.csv
  double earlier = 0.0;
  for (const char* day : {"2025-10-01", "2025-07-01", "2025-04-01"}) {
    const auto tonnes = siding_tonnes(window(scratch, day, kWindow, fmt::format("measure.ms-ty-09.in_service={}", day)));
    const std::string opening = std::string(day).substr(0, 7);
    double total = 0.0;
    for (const auto& [month, t] : tonnes) {
      INFO(month << " of a siding that opens on " << day);
      if (month < opening) CHECK(t == 0.0);
      total += t;
    }
    INFO(day);
    CHECK(total > kTrainLoad);
    CHECK(total >= earlier - kTrainLoad);
    earlier = total;
  }
}

TEST_CASE("Taiyuan: reasons account for every tonne that did not go by rail", "[app][slow]") {
  const Scratch scratch;
  const fs::path run = window(scratch, "plan", kSummer);
  std::string by_rail;
  for (const Row& leg : rows_of(kTaiyuan / "tables" / "legs.csv")) {
    if (leg.at("mode") == "rail") by_rail += (by_rail.empty() ? "'" : ",'") + leg.at("chain_id") + "'";
  }
  const auto planned =
      asked(run, fmt::format("select chain in ({}), sum(planned_kg) / 1000.0 from chains_view where chain not in (select id from "
                             "dim_chain where id like '%belt%' or id like '%pipe%') group by 1",
                             by_rail));
  CHECK(sum(reasons(run)) > 0.9 * planned.at("0"));
  CHECK(sum(reasons(run)) <= sum(planned));
}

TEST_CASE("Taiyuan: rail haul a tenth cheaper wins tonnes that had not chosen it, and a yard a tenth larger takes tonnes it had refused",
          "[app][slow]") {
  // One month. Road rates answer in the next one, and then what trucks that joined or stayed away do to the choice (70,000 t in July) hides
  // the yard, which has room for 8,700 t more.
  const Scratch scratch;
  const auto as_planned = reasons(window(scratch, "plan", kJune));
  const auto cheaper = reasons(window(scratch, "cheaper", kJune, "values.rail.price_factor@2021-01-01.value=0.9"));
  CHECK(cheaper.at("not_chosen") < 0.97 * as_planned.at("not_chosen"));
  CHECK(cheaper.at("no_chain") == as_planned.at("no_chain"));
  const std::string yard = "sd-gujiao-yard";
  const double t_per_day = capacity_of(yard), more = 30 * 0.1 * t_per_day;
  const fs::path wider = window(scratch, "wider", kJune, fmt::format("sidings.{}.t_per_day={}", yard, 1.1 * t_per_day));
  const auto after = reasons(wider);
  // The yard is full before and after: what it has more room for, it takes. Trucks that joined or stayed away in the warm-up month move
  // some hundred tonnes between those that wish for it and those that do not.
  CHECK(as_planned.at("not_accepted_yard") > 2 * more);
  CHECK(as_planned.at("not_accepted_yard") - after.at("not_accepted_yard") == Approx(more).epsilon(0.06));
  CHECK(sum(as_planned) - sum(after) == Approx(more).epsilon(0.05));
}

TEST_CASE("Taiyuan: time zone, locale and working directory change no byte of a month", "[app][slow]") {
  const Scratch scratch;
  const std::vector<std::string> month = {"--layer", "plan", "--until", "2020-02-01"};
  const fs::path here = run_into(scratch, "here", kTaiyuan, month, {{{"LC_ALL", "C"}, {"TZ", "UTC"}}, {}});
  const fs::path there =
      run_into(scratch, "there", fs::path("..") / "scenarios" / "taiyuan", month,
               {{{"LC_ALL", "de_DE.UTF-8"}, {"LANG", "tr_TR.UTF-8"}, {"TZ", "Pacific/Chatham"}}, fs::path(RAILSHIFT_SOURCE_DIR) / "docs"});
  check_same_bytes(here, there);
}

}  // namespace taiyuan_test

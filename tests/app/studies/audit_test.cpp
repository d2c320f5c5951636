/// The audit of a finished run: silent on a sound one, precise on an altered one.
#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>

#include "sim/core/input_file.hpp"
#include "tests/app/results.hpp"

namespace audit_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

struct Alteration {
  std::string table;
  std::string column;
  std::string condition;  ///< beside the month
};

/// One number of the tables that carry the conservation laws, each in May 2023.
const std::vector<Alteration> kAlterations = {{"flows", "delivered_kg", "flow = 0"},
                                              {"flows", "offered_kg", "flow = 2"},
                                              {"chains", "planned_kg", "chain = 1"},
                                              {"reasons", "kg", "flow = 0"},
                                              {"rail", "trains_arrived", "chain = 1"},
                                              {"rail", "departed_kg", "chain = 1"},
                                              {"stations", "presence_ticks", "station = 0"},
                                              {"stations", "left", "station = 0"},
                                              {"stocks", "close_kg", "kind = 0"},
                                              {"pools", "present_ticks", "owner = 0"},
                                              {"pools", "loaded_ticks", "owner = 0"},
                                              {"registers", "joined", "segment = 0"},
                                              {"registers", "close", "segment = 3"},
                                              {"service", "trips", "loaded = 1 and leg = 1"}};

/// Alters the run, which the audit must notice.
void check_noticed(const fs::path& run, const Alteration& a) {
  // May 2023 is month 2023 x 12 + 4 = 24280. All rows of one month and condition, 7 more in the first of them.
  const std::string where = "month = 24280 and " + a.condition;
  const std::string sql = "update \"" + a.table + "\" set \"" + a.column + "\" = \"" + a.column +
                          "\" + 7 where fid = (select min(fid) from \"" + a.table + "\" where " + where + "); select changes();";
  const Answer altered = call({"sqlite3", (run / "run.gpkg").string(), sql});
  INFO(altered.err);
  REQUIRE(altered.out == "1\n");
  const Answer answer = ask({"audit", run.string()});
  INFO(answer.out.substr(std::min(answer.out.find("broken"), answer.out.size())));
  CHECK(answer.code == 1);
  // An identity may bind two tables: "broken: table reasons, chains month 2023-05".
  CHECK(std::regex_search(answer.out, std::regex("broken: table ([a-z]+, )*" + a.table + "(, [a-z]+)* month 2023-05")));
}

}  // namespace

TEST_CASE("the audit of a sound run ends well and says what it could not check", "[app]") {
  const Scratch scratch;
  const Answer answer = ask({"audit", run_into(scratch, "run", scenario("tiny")).string()});
  INFO(answer.out);
  CHECK(answer.code == 0);
  CHECK(answer.out.find("every identity holds") != std::string::npos);
  CHECK(answer.out.find("columns that no identity covers") != std::string::npos);
  CHECK(answer.out.find("broken:") == std::string::npos);
}

TEST_CASE("altering one number in the run file makes the audit name its table and month", "[app]") {
  const Scratch scratch;
  const fs::path sound = run_into(scratch, "run", scenario("tiny"), {"--until", "2023-07-01"});
  for (const Alteration& a : kAlterations) {
    INFO(a.table << "." << a.column);
    const fs::path altered = scratch / (a.table + "-" + a.column);
    fs::copy(sound, altered);
    check_noticed(altered, a);
  }
}

TEST_CASE("a published figure of exhaust that the tables do not give makes the audit name year, pollutant and source", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("tiny"), {"--until", "2023-07-01"});
  REQUIRE(ask({"audit", run.string()}).code == 0);
  const Row figure{{"metric", "exhaust"}, {"numerator_kind", "NOx"}, {"basis", "modelled_exhaust"}, {"period", "2023"}};
  std::string published;
  for (const Row& row : rows_of(run / "metrics.csv")) {
    if (std::all_of(figure.begin(), figure.end(), [&](const auto& field) { return row.at(field.first) == field.second; }))
      published = row.at("value");
  }
  REQUIRE_FALSE(published.empty());
  std::string text = text_of(run / "metrics.csv");
  const std::size_t line = text.find("modelled_exhaust", text.find("exhaust,"));
  const std::size_t at = text.find("," + published + ",", line);
  REQUIRE(at != std::string::npos);
  text.insert(at + 1, "9");
  write_to(run / "metrics.csv", text);
  const Answer answer = ask({"audit", run.string(), "--lang", "en"});
  INFO(answer.out.substr(std::min(answer.out.find("broken"), answer.out.size())));
  CHECK(answer.code == 1);
  CHECK(answer.out.find("broken: table exhaust month 2023-01..2023-12 pollutant=NOx source=modelled_exhaust") != std::string::npos);
}

namespace {

/// Parts of a text of the audit, by the run that they are about.
struct Said {
  std::string before, baseline, plan;
};
Said parted(const std::string& out) {
  const std::size_t baseline = out.find("\nbaseline:\n"), plan = out.find("\nplan:\n");
  INFO(out);
  REQUIRE((baseline != std::string::npos && plan != std::string::npos && baseline < plan));
  return {out.substr(0, baseline + 1), out.substr(baseline, plan - baseline), out.substr(plan)};
}

/// A month of tiny, assessed.
fs::path assessed(const Scratch& scratch) {
  const fs::path out = scratch / "assessed";
  const Answer answer =
      ask({"assess", scenario("tiny").string(), "--quick", "--until", "2023-02-01", "--jobs", "2", "--out", out.string()});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return out;
}

void truncate(const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }

/// The manifest with other words and a seal that fits them: as somebody would leave it who knows how it is made.
void reseal(const fs::path& manifest, const std::string& from, const std::string& to) {
  replace_in(manifest, from, to);
  const std::string key = ",\n \"manifest_sha256\": \"";
  const std::string text = text_of(manifest);
  const std::string body = text.substr(0, text.rfind(key));
  write_to(manifest, body + key + railshift::sha256_hex(body) + "\"\n}\n");
}

}  // namespace

TEST_CASE("a run of an assessment that cannot be read leaves the other one audited", "[app]") {
  const Scratch scratch;
  const fs::path out = assessed(scratch);
  SECTION("the baseline, which comes first") {
    truncate(out / "baseline" / "run.gpkg");
    const Answer answer = ask({"audit", out.string(), "--lang", "en"});
    CHECK(answer.code == 1);
    const Said said = parted(answer.out);
    CHECK(contains(said.before, "altered: baseline/run.gpkg"));
    CHECK(contains(said.baseline, "cannot be audited: "));
    CHECK(contains(said.plan, "every identity holds"));
  }
  SECTION("the plan, which is gone") {
    fs::remove(out / "plan" / "run.gpkg");
    const Answer answer = ask({"audit", out.string(), "--lang", "en"});
    CHECK(answer.code == 1);
    const Said said = parted(answer.out);
    CHECK(contains(said.before, "missing: plan/run.gpkg"));
    CHECK(contains(said.baseline, "every identity holds"));
    CHECK(contains(said.plan, "cannot be audited: "));
  }
}

TEST_CASE("an altered manifest of an assessment leaves its runs and their files audited", "[app]") {
  const Scratch scratch;
  const fs::path out = assessed(scratch);
  write_to(out / "manifest.json", text_of(out / "manifest.json") + " ");
  write_to(out / "plan" / "verdicts.csv", "better ones");
  const Answer answer = ask({"audit", out.string(), "--lang", "en"});
  CHECK(answer.code == 1);
  const Said said = parted(answer.out);
  CHECK(contains(said.before, "altered: manifest.json"));
  CHECK(contains(said.before, "altered: plan/verdicts.csv"));
  CHECK(contains(said.baseline, "every identity holds"));
  CHECK(contains(said.plan, "every identity holds"));
}

TEST_CASE("an altered manifest of a run leaves its identities audited", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("tiny"), {"--until", "2023-02-01"});
  write_to(run / "manifest.json", text_of(run / "manifest.json") + " ");
  const Answer answer = ask({"audit", run.string(), "--lang", "en"});
  CHECK(answer.code == 1);
  CHECK(contains(answer.out, "altered: manifest.json"));
  CHECK(contains(answer.out, "every identity holds"));
}

TEST_CASE("a table that is not the one that the run wrote fails the audit, even if every file is as listed and every identity holds",
          "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("tiny"), {"--until", "2023-02-01"});
  const std::string hash = table_hashes(run).at("stations");
  reseal(run / "manifest.json", hash, std::string(hash.size(), '0'));
  const Answer answer = ask({"audit", run.string(), "--lang", "en"});
  CHECK(answer.code == 1);
  CHECK(contains(answer.out, "every file is as it was written"));
  CHECK(contains(answer.out, "altered: table of run.gpkg stations"));
  CHECK(contains(answer.out, "every identity holds"));
}

}  // namespace audit_test

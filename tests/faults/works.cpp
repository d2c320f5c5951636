#include "tests/faults/works.hpp"

#include <catch2/catch.hpp>

#include "tests/app/cli.hpp"

namespace railshift::faults {
namespace fs = std::filesystem;
namespace {

using Kind = Place::Kind;
using Words = std::vector<std::string>;

const std::string kTiny = cli::scenario("tiny").string();
const Words kMonth = {"--until", "2023-02-01", "--jobs", "1", "--lang", "en"};

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

void must(const Words& words) {
  const cli::Answer answer = cli::ask(words);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
}

void nothing(const fs::path&) {}

/// An older result, of another seed, with its trips.
void old_run(const fs::path& base) {
  must(with({"run", kTiny, "--seed", "1", "--out", (base / "out").string(), "--trips", (base / "trips.csv").string()}, kMonth));
}

/// Few members: every one of them is a part like the next.
const Words kFewMembers{"--members", "4", "--full", "1"};

void old_assessment(const fs::path& base) {
  must(with(with({"assess", kTiny, "--seed", "1", "--out", (base / "out").string()}, kMonth), kFewMembers));
}

/// A town beside the parameters that it shares with others, and a workbook in which rows of three tables are others.
void town_and_workbook(const fs::path& base) {
  for (const std::string town : {"town", "edited"}) {
    fs::create_directories(base / town);
    fs::copy(kTiny, base / town / "tiny", fs::copy_options::recursive);
    fs::rename(base / town / "tiny" / "parameters", base / town / "parameters");
    cli::replace_in(base / town / "tiny" / "scenario.toml", "parameters = \"parameters\"", "parameters = \"../parameters\"");
  }
  const fs::path edited = base / "edited" / "tiny";
  cli::replace_in(edited / "tables" / "sidings.csv", ",1500,4,75,75,", ",1500,4,74,76,");
  cli::replace_in(edited / "tables" / "firms.csv", "Mine company", "Mine company of old");
  cli::replace_in(edited / ".." / "parameters" / "values.csv", "road.idle_co2_g_per_h,2000-01-01,5000,g/h,5000,5000",
                  "road.idle_co2_g_per_h,2000-01-01,5001,g/h,5001,5001");
  must({"export", edited.string(), "--to", "xlsx", "--out", (base / "filled.xlsx").string()});
  fs::remove_all(base / "edited");
}

Work run_anew() {
  return {"a run",
          with({"run", kTiny, "--out", "@/out", "--trips", "@/trips.csv", "--trains", "@/trains.csv"}, kMonth),
          {{Kind::result, "out"}, {Kind::file, "trips.csv"}, {Kind::file, "trains.csv"}},
          nothing};
}

Work run_again() {
  return {"a run over an old one",
          with({"run", kTiny, "--out", "@/out", "--force", "--trips", "@/trips.csv"}, kMonth),
          {{Kind::result, "out"}, {Kind::file, "trips.csv"}},
          old_run};
}

Work replications() {
  return {"replications over an old run",
          with({"run", kTiny, "--out", "@/out", "--force", "--replications", "3"}, kMonth),
          {{Kind::result, "out"}},
          old_run};
}

Work assessment() {
  return {"an assessment over an old one",
          with(with({"assess", kTiny, "--out", "@/out", "--force"}, kMonth), kFewMembers),
          {{Kind::result, "out"}},
          old_assessment};
}

Work page() {
  const auto old = [](const fs::path& base) { must({"look", kTiny, "--out", (base / "look.html").string(), "--lang", "zh"}); };
  return {"a page over an old one", {"look", kTiny, "--out", "@/look.html", "--lang", "en"}, {{Kind::file, "look.html"}}, old};
}

Work look_workbook() {
  const auto old = [](const fs::path& base) { must({"look", kTiny, "--out", (base / "look.xlsx").string(), "--lang", "zh"}); };
  return {"a workbook of a look", {"look", kTiny, "--out", "@/look.xlsx", "--force", "--lang", "en"}, {{Kind::file, "look.xlsx"}}, old};
}

Work tables_workbook() {
  const auto old = [](const fs::path& base) { cli::write_to(base / "tiny.xlsx", "filled by hand"); };
  return {"a workbook to fill", {"export", kTiny, "--to", "xlsx", "--out", "@/tiny.xlsx", "--force"}, {{Kind::file, "tiny.xlsx"}}, old};
}

Work comparison() {
  const auto old = [](const fs::path& base) {
    must(with({"run", kTiny, "--out", (base / "a").string()}, kMonth));
    must(with({"run", kTiny, "--out", (base / "b").string(), "--seed", "9"}, kMonth));
    cli::write_to(base / "compared.csv", "an old table");
  };
  return {"a comparison", {"compare", "@/a", "@/b", "--out", "@/compared.csv", "--force"}, {{Kind::file, "compared.csv"}}, old};
}

Work difference() {
  const auto old = [](const fs::path& base) {
    fs::copy(kTiny, base / "town", fs::copy_options::recursive);
    cli::replace_in(base / "town" / "scenario.toml", "seed = 1", "seed = 2");
    cli::write_to(base / "differs.csv", "an old table");
  };
  return {"a difference of inputs", {"diff", kTiny, "@/town", "--out", "@/differs.csv", "--force"}, {{Kind::file, "differs.csv"}}, old};
}

Work coverage() {
  const auto old = [](const fs::path& base) { cli::write_to(base / "clauses.csv", "an old table"); };
  return {"a list of clauses", {"coverage", kTiny, "--out", "@/clauses.csv", "--force"}, {{Kind::file, "clauses.csv"}}, old};
}

Work report() {
  const auto old = [](const fs::path& base) {
    must(with({"run", kTiny, "--out", (base / "r").string()}, kMonth));
    for (const std::string name : {"r-full.html", "r-full.xlsx"}) cli::write_to(base / name, "an old report");
  };
  return {"a report in two formats",
          {"report", "@/r", "--to", "html,xlsx", "--force"},
          {{Kind::file, "r-full.html"}, {Kind::file, "r-full.xlsx"}},
          old};
}

Work ranking() {
  const auto old = [](const fs::path& base) { cli::write_to(base / "ranking.csv", "an old table"); };
  return {"a sensitivity study",
          {"sensitivity", kTiny, "--verdict", "tg-china3", "--limit", "1", "--until", "2024-01-01", "--jobs", "1", "--out", "@/ranking.csv",
           "--force"},
          {{Kind::file, "ranking.csv"}},
          old};
}

Work tracking() {
  const std::string observed = (fs::path(RAILSHIFT_SOURCE_DIR) / "examples" / "tracking" / "tiny").string();
  return {"a tracked plan",
          {"track", kTiny, "--until", "2024-06", "--observed", observed, "--members", "1", "--jobs", "1", "--out", "@/out"},
          {{Kind::result, "out"}},
          nothing};
}

Work workbook_import() {
  return {"an import of several tables",
          {"import", "xlsx", "@/filled.xlsx", "--into", "@/town/tiny"},
          {{Kind::scenario, "town"}},
          town_and_workbook};
}

/// Tables of a town and lists beside it, each of them whole for itself.
Work record_import() {
  const auto old = [](const fs::path& base) {
    fs::copy(kTiny, base / "town", fs::copy_options::recursive);
    must({"run", kTiny, "--out", (base / "run").string(), "--trips", (base / "trips.csv").string()});
    fs::remove_all(base / "run");
    cli::write_to(base / "counts.csv", "an old list");
  };
  return {"an import with its lists",
          {"import", "gate", "@/trips.csv", "--columns", "trips", "--into", "@/town", "--source", "trips", "--gate-log", "@/log.csv",
           "--counts", "@/counts.csv", "--force"},
          {{Kind::scenario, "town"}, {Kind::file, "log.csv"}, {Kind::file, "counts.csv"}},
          old};
}

Work new_city() { return {"a new city", {"new", "demo", "--into", "@/demo"}, {{Kind::scenario, "demo"}}, nothing}; }

/// Two members by the quick twin.
void write_study(const fs::path& base, const std::string& seed) {
  cli::write_to(
      base / "study.toml",
      "[study]\nid = \"s\"\ntitle_zh = \"研究\"\ntitle_en = \"study\"\nmembers = 2\nfull = 0\nsecond = 1\nscreening = 0\nseed = " + seed +
          "\n[[case]]\nid = \"plan\"\nscenario = \"" + kTiny + "\"\n");
}

Work study() {
  const auto old = [](const fs::path& base) {
    write_study(base, "1");
    must({"study", (base / "study.toml").string(), "--jobs", "1", "--out", (base / "out").string()});
    write_study(base, "2");
  };
  return {"a study over an old one", {"study", "@/study.toml", "--jobs", "1", "--out", "@/out", "--force"}, {{Kind::result, "out"}}, old};
}

Work scripts() {
  const auto old = [](const fs::path& base) {
    write_study(base, "1");
    fs::create_directories(base / "jobs");
    for (const std::string name : {"submit.sh", "array.sh", "merge.sh"}) cli::write_to(base / "jobs" / name, "an old script");
  };
  return {"scripts for a batch system",
          {"jobs", "slurm", "@/study.toml", "--shards", "2", "--scripts", "@/jobs", "--force"},
          {{Kind::file, "jobs/submit.sh"}, {Kind::file, "jobs/array.sh"}, {Kind::file, "jobs/merge.sh"}},
          old};
}

Work proposals() {
  const auto old = [](const fs::path& base) {
    fs::create_directories(base / "rows");
    for (const std::string name : {"chains.csv", "legs.csv", "proposals.csv"}) cli::write_to(base / "rows" / name, "old rows");
  };
  return {"proposed chains",
          {"chains", kTiny, "--out", "@/rows", "--force"},
          {{Kind::file, "rows/chains.csv"}, {Kind::file, "rows/legs.csv"}, {Kind::file, "rows/proposals.csv"}},
          old};
}

}  // namespace

std::vector<Work> all_works() {
  return {run_anew(),   run_again(),  replications(), assessment(), page(),     look_workbook(),   tables_workbook(),
          comparison(), difference(), coverage(),     report(),     ranking(),  workbook_import(), record_import(),
          new_city(),   study(),      scripts(),      tracking(),   proposals()};
}

}  // namespace railshift::faults

/// A study on the command line: shards, merge, scripts, what is refused, and commands that repeat a run.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "tests/app/results.hpp"
#include "tests/app/studies/tiny_study.hpp"

namespace study_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kShort = {"--lang", "en"};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more = kShort) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::string line_with(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("a shard that is none of its parts, a path that is none, and mixed parts end with 2 and one line", "[app]") {
  const Scratch scratch;
  const fs::path study = tiny_study(scratch, 2, 0);
  const auto refused = [&](const std::vector<std::string>& words, const std::string& said) {
    const Answer answer = ask(with(words));
    INFO(answer.err);
    CHECK(answer.code == 2);
    CHECK(answer.out.empty());
    CHECK(line_with(answer.err, said).find("railshift: ") == 0);
  };
  refused({"study", study.string(), "--shard", "3/2", "--out", (scratch / "a").string()}, "--shard 3/2: write k/N, k from 1 to N, as 3/8");
  refused({"merge", study.string(), (scratch / "tiny").string(), "--out", (scratch / "a").string()}, "no folder that a shard has left");
  CHECK_FALSE(fs::exists(scratch / "a"));
  write_to(study, text_of(study) + "[[grid]]\nid = \"g\"\npath = \"sidings.sd-wroks.t_per_day\"\nvalues = [\"50\", \"60\"]\n");
  const Answer grid = ask(with({"study", study.string(), "--out", (scratch / "a").string()}));
  CHECK(grid.code == 2);
  CHECK(grid.err.find("did you mean \"sd-works\"") != std::string::npos);
  CHECK(grid.err.find("1 error(s)") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "a"));
}

TEST_CASE("the terminal says once how chances are to be read, and no error where all members differ alike", "[app][slow]") {
  const Scratch scratch;
  const fs::path study = tiny_study(scratch, 12, 10);
  write_to(study, text_of(study) + "[[case]]\nid = \"yard\"\nscenario = \"tiny\"\nset = [\"sidings.sd-yard.t_per_day=40\"]\n");
  const Answer answer = ask(with({"study", study.string(), "--out", (scratch / "s").string(), "--jobs", "2"}));
  REQUIRE(answer.code == 0);
  const std::string lead = "Inputs move together within their ranges";
  const std::size_t first = answer.out.find(lead);
  REQUIRE(first != std::string::npos);
  CHECK(answer.out.find(lead, first + 1) == std::string::npos);
  CHECK(contains(answer.out, "5 %-95 % (estimate)"));
  CHECK_FALSE(contains(answer.out, "± 0"));
}

TEST_CASE("shards run by hand with the written scripts, one by a loader, merge to the bytes of one run", "[app][slow]") {
  const Scratch scratch;
  const fs::path study = tiny_study(scratch, 6, 2);
  REQUIRE(ask(with({"study", study.string(), "--out", (scratch / "whole").string(), "--jobs", "2"})).code == 0);
  const Answer written = ask(with({"jobs", "slurm", study.string(), "--shards", "3", "--out", (scratch / "parts of it").string()}));
  INFO(written.err);
  REQUIRE(written.code == 0);
  const fs::path scripts = scratch / "parts of it.jobs";
  CHECK(line_with(written.out, "to start").find((scripts / "submit.sh").string()) != std::string::npos);
  for (const char* task : {"2", "1"})
    CHECK(call({"bash", (scripts / "array.sh").string()}, {{{"SLURM_ARRAY_TASK_ID", task}, {"SLURM_JOB_ID", task}}, scratch.path()}).code ==
          0);
  const Answer early = call({"bash", (scripts / "merge.sh").string()}, {{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()});
  CHECK(early.code == 1);
  // The third share: members 2 and 5 as estimates, 2 in full.
  CHECK(early.err.find("case plan: 3 runs are not done") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "parts of it"));
  // The loader as the process, the program as its argument: the part is of the same program.
  CHECK(call({"/lib64/ld-linux-x86-64.so.2", RAILSHIFT_BINARY, "study", study.string(), "--shard", "3/3", "--out",
              (scratch / "parts of it.shards").string()})
            .code == 0);
  for (int times = 0; times < 2; ++times) {
    const Answer merged = call({"bash", (scripts / "merge.sh").string()}, {{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()});
    INFO(merged.err);
    CHECK(merged.code == 0);
    CHECK(all_files(scratch / "parts of it") == all_files(scratch / "whole"));
  }
  CHECK(ask({"audit", (scratch / "parts of it").string()}).err.find("differ") == std::string::npos);
  const Answer again = ask(with({"jobs", "slurm", study.string(), "--shards", "3", "--out", (scratch / "parts of it").string()}));
  CHECK(again.code == 2);
  CHECK(again.err.find("array.sh exists; --force replaces it") != std::string::npos);
}

TEST_CASE("a killed child or a killed study leaves whole parts, and the next call makes the same bytes", "[app][slow]") {
  const Scratch scratch;
  const fs::path study = tiny_study(scratch, 6, 2);
  REQUIRE(ask(with({"study", study.string(), "--out", (scratch / "whole").string(), "--jobs", "2"})).code == 0);
  for (const bool child : {true, false}) {
    const fs::path out = scratch / (child ? "child" : "driver");
    const fs::path said = scratch / "said";
    Background work({"study", study.string(), "--out", out.string(), "--jobs", "2", "--lang", "en"}, said);
    REQUIRE(soon([&work] { return !work.children().empty(); }));
    if (child)
      kill(work.children().front(), SIGKILL);
    else
      work.send(SIGKILL);
    // A child that was gone before the signal came leaves nothing to mend.
    const int code = work.wait();
    CHECK((code == 0 || (child ? code == 1 : code == 128 + SIGKILL)));
    if (code == 1) CHECK(text_of(said).find("processes were ended from outside") != std::string::npos);
    if (code != 0) {
      CHECK_FALSE(fs::exists(out));
      CHECK(ask(with({"study", study.string(), "--out", out.string(), "--jobs", "2"})).code == 0);
    }
    CHECK(all_files(out) == all_files(scratch / "whole"));
    CHECK_FALSE(fs::exists(out.string() + ".partial"));
  }
}

TEST_CASE("progress as JSON says command, member, month, share and seconds, a line a step", "[app][slow]") {
  const Scratch scratch;
  const fs::path study = tiny_study(scratch, 3, 1);
  const Answer answer = ask({"study", study.string(), "--out", (scratch / "out").string(), "--jobs", "1", "--progress", "json"});
  REQUIRE(answer.code == 0);
  std::istringstream lines(answer.err);
  std::set<int> members;
  std::set<std::string> months, engines;
  double last = -1.0;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto json = nlohmann::json::parse(line);
    CHECK((json["command"] == "study" && json["case"] == "plan" && json["cases"] == 1));
    if (json.contains("member")) members.insert(json["member"].get<int>());
    if (json.contains("month")) months.insert(json["month"].get<std::string>());
    if (json.contains("engine")) engines.insert(json["engine"].get<std::string>());
    CHECK((json["seconds_left"].is_null() || json["seconds_left"].get<double>() >= 0.0));
    const double done = json["done"].get<double>();
    CHECK((done >= last || done == 0.0));  // a new phase begins at 0
    last = done;
  }
  CHECK(members == std::set<int>{1, 2, 3});
  CHECK(engines == std::set<std::string>{"events", "months"});
  CHECK(months.contains("2024-12"));
  CHECK(last == 1.0);
  CHECK(count < 500);
  const Answer run =
      ask({"run", scenario("tiny").string(), "--until", "2023-03-01", "--out", (scratch / "run").string(), "--progress", "json"});
  REQUIRE(run.code == 0);
  CHECK(run.err.find("\"phase\":\"base_year\"") != std::string::npos);
  CHECK(run.err.find("\"month\":\"2023-02\"") != std::string::npos);
  CHECK(ask({"run", scenario("tiny").string(), "--progress", "xml"}).code == 2);
}

}  // namespace study_test

/// Nothing that is true is lost: results are not mixed or overwritten, what changes in them is found, and inputs are never written to.
#include <catch2/catch.hpp>

#include <signal.h>

#include "sim/core/input_file.hpp"
#include "tests/app/results.hpp"

namespace kept_whole_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTiny = scenario("tiny").string();

/// Refused with exit code 2 and this sentence.
void check_refused(const std::vector<std::string>& words, const std::string& why) {
  const Answer answer = ask(words);
  INFO(words[0] << ": " << answer.err);
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, why));
}

/// Audits a copy of a result in which one file was altered; the answer must name the file.
void check_found(const fs::path& result, const std::string& file, const std::string& bytes) {
  const std::string before = text_of(result / file);
  write_to(result / file, bytes);
  const Answer answer = ask({"audit", result.string()});
  INFO(file << ": " << answer.out.substr(0, 300) << answer.err);
  CHECK(answer.code == 1);
  CHECK(contains(answer.out, "altered: " + file + "\n"));
  write_to(result / file, before);
}

void check_every_file(const fs::path& result) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(result)) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(result).generic_string());
  }
  CHECK(files.size() > 7);
  for (const std::string& file : files) {
    const std::string bytes = text_of(result / file);
    for (std::size_t i = 0; i < 4; ++i) {
      std::string flipped = bytes;
      const std::size_t at = i * (bytes.size() - 1) / 3;  // from the first byte to the last
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << (2 * i)));
      check_found(result, file, flipped);
    }
    check_found(result, file, bytes.substr(0, bytes.size() - 1));
    check_found(result, file, bytes + "\n");
  }
  CHECK(ask({"audit", result.string()}).code == 0);
}

}  // namespace

TEST_CASE("a second run into a folder to which another one writes is refused at once, and the first is not disturbed", "[app][repeats]") {
  const Scratch scratch;
  const std::string out = (scratch / "run").string();
  {
    Background first({"run", scenario("taiyuan").string(), "--out", out});
    REQUIRE(soon([&first] { return !first.children().empty(); }));
    for (const std::string& name : {out, out + "/"}) {
      check_refused({"run", kTiny, "--out", name, "--force"}, "another run is writing " + out);
      check_refused({"assess", kTiny, "--out", name}, "another run is writing " + out);
      check_refused({"run", kTiny, "--out", name, "--replications", "2"}, "another run is writing " + out);
      check_refused({"run", kTiny, "--out", name, "--lang", "zh"}, "另一次运行正在写 " + out);
    }
    CHECK(first.children().size() == 1);
    first.send(SIGKILL);
    first.wait();
  }
  // The lock went with its process.
  CHECK(soon([&] { return ask({"run", kTiny, "--until", "2023-02-01", "--out", out}).code == 0; }));
  CHECK(ask({"audit", out}).code == 0);
}

TEST_CASE("the audit finds any bit that flips and any byte that is missing, in any file of a run, and names the file", "[app][repeats]") {
  const Scratch scratch;
  check_every_file(run_into(scratch, "run", kTiny, {"--until", "2023-02-01", "--replications", "2"}));
}

TEST_CASE("the audit of an assessment looks at every file and at the laws of both runs", "[app][repeats]") {
  const Scratch scratch;
  const fs::path out = scratch / "out";
  REQUIRE(ask({"assess", kTiny, "--quick", "--until", "2023-02-01", "--out", out.string()}).code == 0);
  const Answer sound = ask({"audit", out.string()});
  CHECK(sound.code == 0);
  for (const std::string line : {"every file is as it was written\n", "baseline:\n", "plan:\n", "every identity holds\n"})
    CHECK(contains(sound.out, line));
  check_every_file(out);
}

TEST_CASE("the audit says which files are missing or were not written by the run", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTiny, {"--until", "2023-02-01"});
  fs::remove(run / "stations.csv");
  write_to(run / "notes.txt", "thoughts");
  const Answer en = ask({"audit", run.string()});
  CHECK(en.code == 1);
  CHECK(en.out.starts_with("missing: stations.csv\nnot written by the run: notes.txt\n"));
  CHECK(contains(en.out, "every identity holds"));
  CHECK(ask({"audit", run.string(), "--lang", "zh"}).out.starts_with("缺少文件：stations.csv\n不是运行写出的文件：notes.txt\n"));
}

TEST_CASE("results are compared only as they were written", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTiny, {"--until", "2023-02-01"});
  std::string bytes = text_of(run / "run.gpkg");
  write_to(run / "run.gpkg", bytes.substr(0, bytes.size() / 2));
  check_refused({"compare", run.string(), run.string()}, "run.gpkg of " + run.string() + " is not as the run wrote it");
}

TEST_CASE("whatever opens a scenario next finishes an import that was cut off, or says why it cannot", "[app]") {
  const Scratch scratch;
  const fs::path town = copy_of_tiny(scratch);
  const fs::path firms = town / "tables" / "firms.csv";
  const std::string before = text_of(firms);
  std::string after = before;
  after.replace(after.find("Mine company"), 12, "Pit company");
  const auto cut_off = [&] {
    write_to(firms, before);
    write_to(town / "tables" / ".firms.csv.railshift-new", after);
    write_to(town / ".railshift-change", "railshift change 1\n" + railshift::sha256_hex(after) + " tables/firms.csv\nend\n");
  };
  const std::string dir = town.string();
  const std::vector<std::vector<std::string>> commands = {{"check", dir},
                                                          {"look", dir},
                                                          {"run", dir, "--until", "2023-02-01", "--out", (scratch / "run").string()},
                                                          {"export", dir, "--to", "xlsx", "--out", (scratch / "tiny.xlsx").string()},
                                                          {"import", "xlsx", (scratch / "tiny.xlsx").string(), "--into", dir}};
  for (const std::vector<std::string>& words : commands) {
    INFO(words[0]);
    cut_off();
    CHECK(ask(words).code == 0);
    CHECK(text_of(firms) == after);
    CHECK_FALSE(fs::exists(town / ".railshift-change"));
  }
  cut_off();
  fs::remove(town / "tables" / ".firms.csv.railshift-new");
  check_refused({"check", dir}, "firms.csv was altered after an import that was cut off; see whether it is right, then delete " + dir +
                                    "/.railshift-change");
  CHECK(contains(ask({"check", dir, "--lang", "zh"}).err, "在一次中断的导入之后又有变动"));
}

TEST_CASE("no command writes to its own inputs, whatever is asked for", "[app]") {
  const Scratch scratch;
  const fs::path town = copy_of_tiny(scratch);
  const std::string dir = town.string();
  const std::string flows = (town / "tables" / "flows.csv").string();
  fs::create_symlink(flows, scratch / "link.csv");
  write_to(scratch / "late.toml", "extends = \"tiny\"\n");
  const std::string late = (scratch / "late.toml").string();
  const std::string before = text_of(flows);
  const std::string why = "it is an input of this command and is not written to";
  check_refused({"run", dir, "--trips", flows, "--force"}, why);
  check_refused({"run", dir, "--trains", (scratch / "link.csv").string(), "--force"}, why);
  check_refused({"run", dir, "--trips", (town / "tables" / "closures.csv").string(), "--force"}, why);  // not there, but read
  check_refused({"run", dir, "--variant", late, "--trips", late, "--force"}, why);
  check_refused({"look", dir, "--out", flows, "--force"}, why);
  check_refused({"look", dir, "--to", "xlsx", "--out", (town / "parameters" / "values.csv").string(), "--force"}, why);
  check_refused({"sensitivity", dir, "--verdict", "tg-nox", "--out", (town / "scenario.toml").string(), "--force"}, why);
  check_refused({"export", dir, "--to", "xlsx", "--out", flows, "--force"}, why);
  for (const std::string option : {"--report", "--counts", "--gate-log"})
    check_refused({"import", "gate", late, "--into", dir, "--source", "test", option, late, "--force"}, why);
  check_refused({"import", "register", late, "--into", dir, "--source", "test", "--report", flows, "--force"}, why);
  CHECK(text_of(flows) == before);
  CHECK(text_of(late) == "extends = \"tiny\"\n");
}

TEST_CASE("a file that exists is replaced only with --force, by every command that writes one", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTiny, {"--until", "2023-02-01"});
  const std::string file = (scratch / "notes.csv").string();
  write_to(file, "thoughts");
  const std::vector<std::vector<std::string>> commands = {
      {"run", kTiny, "--until", "2023-02-01", "--out", (scratch / "other").string(), "--trips", file},
      {"look", kTiny, "--to", "html", "--out", file},
      {"look", kTiny, "--to", "xlsx", "--out", file},
      {"export", kTiny, "--to", "xlsx", "--out", file},
      {"diff", kTiny, kTiny, "--out", file},
      {"coverage", kTiny, "--out", file},
      {"compare", run.string(), run.string(), "--out", file}};
  for (std::vector<std::string> words : commands) {
    write_to(file, "thoughts");
    check_refused(words, file + ": it exists; choose another name, or --force to replace it");
    CHECK(text_of(file) == "thoughts");
    words.emplace_back("--force");
    CHECK(ask(words).code == 0);
    CHECK(text_of(file) != "thoughts");
  }
  check_refused({"compare", run.string(), run.string(), "--out", (run / "diff.csv").string()}, "lies in a folder of results");
}

TEST_CASE("a page of look is written anew without a word", "[app]") {
  const Scratch scratch;
  const std::string page = (scratch / "look.html").string();
  CHECK(ask({"look", kTiny, "--out", page, "--lang", "zh"}).code == 0);
  CHECK(ask({"look", kTiny, "--out", page, "--lang", "en"}).code == 0);
  CHECK(contains(text_of(page), "lang=\"en\""));
}

TEST_CASE("an output that could not be written is an error", "[app]") {
  for (const std::string& words : {std::string("schema"), std::string("--help"), std::string("new --help"), "check " + kTiny}) {
    INFO(words);
    const Answer answer = call({"bash", "-c", std::string(RAILSHIFT_BINARY) + " " + words + " > /dev/full"});
    CHECK(answer.code == 1);
  }
}

}  // namespace kept_whole_test

/// Parts of members in a folder that several processes share.
#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

#include "study/members/member_parts.hpp"
#include "study/members/shell_words.hpp"
#include "study/results/own_program.hpp"
#include "study/results/text_file.hpp"
#include "tests/study/scene.hpp"

namespace member_parts_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

std::string identity(const std::string& program, const std::string& level, const std::string& input, const std::string& seed) {
  return "{\n \"program_sha256\": \"" + program + "\",\n \"cpu_level\": \"" + level + "\",\n \"request\": {\n  \"seed\": " + seed +
         "\n },\n \"inputs_sha256\": {\n  \"a\": \"" + input + "\"\n }\n}\n";
}

PartKey key(const std::string& id = identity("p", "v3", "i", "1"), int number = 1) { return {number, Mover::months, id}; }

void make(const MemberParts& parts, const PartKey& which, const std::string& text) {
  const fs::path folder = parts.fresh(which);
  write_text(folder / "metrics.csv", text);
  parts.seal(which, folder);
}

std::vector<std::string> english(const std::vector<Words>& all) {
  std::vector<std::string> said;
  for (const Words& words : all) said.push_back(words.en);
  return said;
}

/// The number of a process that has ended.
pid_t ended_process() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  waitpid(child, nullptr, 0);
  return child;
}

}  // namespace

TEST_CASE("a part is whole when it has its name, its identity and every byte", "[study]") {
  const Scratch scratch;
  const MemberParts parts(scratch.path());
  CHECK_FALSE(parts.is_whole(key()));
  make(parts, key(), "figures");
  CHECK(parts.is_whole(key()));
  CHECK_FALSE(parts.is_whole(key(identity("p", "v3", "i", "2"))));
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"twin-0001"});
  write_text(parts.place(key()) / "metrics.csv", "others!");
  CHECK_FALSE(parts.is_whole(key()));
}

TEST_CASE("of two processes that make one part the first stays, and neither leaves anything else", "[study]") {
  const Scratch scratch;
  const MemberParts parts(scratch.path());
  const fs::path late = scratch / "late";
  put(late / "metrics.csv", "later");
  make(parts, key(), "first");
  parts.seal(key(), late);
  CHECK(read_text(parts.place(key()) / "metrics.csv") == "first");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"twin-0001"});
}

TEST_CASE("the name of a writer has machine and process, and the job of a batch system", "[study]") {
  unsetenv("SLURM_JOB_ID");
  unsetenv("PBS_JOBID");
  const std::string alone = writer_name();
  CHECK(alone.ends_with("." + std::to_string(getpid())));
  setenv("PBS_JOBID", "12[3].server", 1);
  CHECK(writer_name() == "job-12_3__server." + alone);
  setenv("SLURM_JOB_ID", "77", 1);
  CHECK(writer_name() == "job-77." + alone);
  unsetenv("SLURM_JOB_ID");
  unsetenv("PBS_JOBID");
  const std::string host = alone.substr(0, alone.rfind('.'));
  CHECK_FALSE(writer_has_ended(alone));
  CHECK(writer_has_ended(host + "." + std::to_string(ended_process())));
  CHECK(writer_has_ended("job-77." + host + "." + std::to_string(ended_process())));
  CHECK_FALSE(writer_has_ended("another-machine." + std::to_string(ended_process())));
  CHECK_FALSE(writer_has_ended(host + ".x1"));
}

TEST_CASE("what an ended process of this machine was writing is cleared away, what others write is not", "[study]") {
  const Scratch scratch;
  const MemberParts parts(scratch.path());
  const std::string alone = writer_name(), host = alone.substr(0, alone.rfind('.'));
  put(scratch / ("twin-0002." + host + "." + std::to_string(ended_process()) + ".tmp") / "metrics.csv");
  put(scratch / ("base-0002.job-5." + host + "." + std::to_string(ended_process()) + ".tmp") / "state.json");
  put(scratch / ("twin-0003.elsewhere.1.tmp") / "metrics.csv");
  static_cast<void>(parts.fresh(key(key().identity, 4)));
  make(parts, key(), "figures");
  parts.clear_left_behind();
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"twin-0001", "twin-0003.elsewhere.1.tmp", "twin-0004." + alone + ".tmp"});
}

TEST_CASE("what a foreign part differs in is said, once for all of a kind", "[study]") {
  const Scratch scratch;
  const MemberParts parts(scratch.path());
  const auto reasons = [&](const std::string& theirs) {
    for (const int number : {1, 2}) make(parts, key(theirs, number), "figures");
    return english(parts.reasons_against({key(), key(key().identity, 2), key(key().identity, 3)}));
  };
  const std::string first = (scratch / "twin-0001").string();
  CHECK(reasons(identity("q", "v4", "j", "2")) == std::vector<std::string>{first + " is of another program (2 parts)"});
  CHECK(reasons(identity("p", "v4", "j", "2")) ==
        std::vector<std::string>{first + " is of another processor level (v4), this machine has v3 (2 parts)"});
  CHECK(reasons(identity("p", "v3", "j", "2")) ==
        std::vector<std::string>{first + " is of another scenario: its input files differ (2 parts)"});
  CHECK(reasons(identity("p", "v3", "i", "2")) ==
        std::vector<std::string>{first + " is of another study: scenario, changes, members or seed differ (2 parts)"});
  CHECK(reasons(key().identity).empty());
  write_text(scratch / "twin-0002" / "metrics.csv", "altered");
  CHECK(english(parts.reasons_against({key(), key(key().identity, 2)})) ==
        std::vector<std::string>{(scratch / "twin-0002").string() + " is damaged: its files are not those of its list"});
}

TEST_CASE("notes of failed runs go along with parts, and a whole part outweighs a note", "[study]") {
  const Scratch scratch;
  fs::create_directories(scratch / "a");
  fs::create_directories(scratch / "b");
  const MemberParts from(scratch / "a"), to(scratch / "b");
  from.note_failure(key(), {"坏了", "broken"});
  to.take(key(), from);
  REQUIRE(to.failure(key()));
  CHECK(to.failure(key())->zh == "坏了");
  CHECK_FALSE(to.failure(key(identity("p", "v3", "i", "2"))));
  make(from, key(), "figures");
  to.take(key(), from);
  CHECK(to.is_whole(key()));
  CHECK_FALSE(to.failure(key()));
  to.take(key(), from);
  CHECK(names_in(scratch / "b") == std::vector<std::string>{"twin-0001"});
}

TEST_CASE("words that a shell would read otherwise stand between quotation marks", "[study]") {
  CHECK(shell_line({"railshift", "run", "a/b-1.toml", "--set", "x.y@2020-01-01=1"}) == "railshift run a/b-1.toml --set x.y@2020-01-01=1");
  CHECK(shell_word("it's $HOME") == "'it'\\''s $HOME'");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("太原") == "'太原'");
}

TEST_CASE("the program that a part names is the file that holds this code", "[study]") {
  CHECK(fs::equivalent(own_program(), "/proc/self/exe"));
  CHECK(own_program_sha256() == sha256_hex(read_text("/proc/self/exe")));
}

}  // namespace member_parts_test

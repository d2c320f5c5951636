/// A finished result beside its place gets it, and none is cleared away unless a whole one stands.
#include <catch2/catch.hpp>

#include "study/results/text_file.hpp"
#include "tests/study/results/made_results.hpp"

namespace repair_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// What a place and the two beside it may hold.
struct State {
  std::string out, old, partial;  ///< absent, empty, foreign, torn or whole

  void make(const Scratch& scratch) const {
    put_as(out, scratch / "out", "standing");
    put_as(old, scratch / ".out.railshift-replaced", "old");
    put_as(partial, scratch / "out.partial", "new");
  }
  [[nodiscard]] bool vacant() const { return out == "absent" || out == "empty"; }
  /// The table of the result that has the place once somebody has looked at it; empty: there is none.
  [[nodiscard]] std::string standing() const {
    if (!vacant()) return out == "whole" ? "standing" : "";
    return partial == "whole" ? "new" : old == "whole" ? "old" : "";
  }

 private:
  static void put_as(const std::string& kind, const fs::path& folder, const std::string& table) {
    if (kind == "empty") fs::create_directories(folder);
    if (kind == "foreign") put(folder / "chapter.txt", "ten years of work");
    if (kind == "torn") put(folder / "metrics.csv", table);
    if (kind == "whole") put_result(folder, table);
  }
};

/// Every state in which a cut and what somebody did afterwards can leave the three.
std::vector<State> all_states() {
  std::vector<State> all;
  for (const char* out : {"absent", "empty", "foreign", "whole"}) {
    for (const char* old : {"absent", "torn", "whole"}) {
      for (const char* partial : {"absent", "torn", "whole"}) all.push_back({out, old, partial});
    }
  }
  return all;
}

/// The one sentence against replacing a place.
Words sentence_against(const fs::path& out) {
  try {
    const ResultFolder folder(out, Replace::yes);
  } catch (const Refused& refused) {
    REQUIRE(refused.reasons.size() == 1);
    return refused.reasons.front();
  }
  FAIL("the place was taken");
  return {};
}

std::string table_of(const fs::path& folder) { return fs::exists(folder / "manifest.json") ? read_text(folder / "metrics.csv") : ""; }

}  // namespace

TEST_CASE("whoever reads a place gives it the finished result beside it, or else the old one, and takes away nothing else", "[study]") {
  for (const State& state : all_states()) {
    const Scratch scratch;
    INFO("place " << state.out << ", old " << state.old << ", unfinished " << state.partial);
    state.make(scratch);
    repair(scratch / "out");
    CHECK(table_of(scratch / "out") == state.standing());
    CHECK(fs::exists(scratch / "out" / "chapter.txt") == (state.out == "foreign"));
    // The finished result lies where it lay or has the place; the old one goes only for it, or to the place.
    const bool taken = state.vacant() && state.partial == "whole";
    CHECK(fs::exists(scratch / "out.partial") == (state.partial != "absent" && !taken));
    const bool old_stays = state.old != "absent" && !taken && !(state.vacant() && state.old == "whole");
    CHECK(fs::exists(scratch / ".out.railshift-replaced") == old_stays);
  }
}

TEST_CASE("a new run loses no finished result, whatever a cut has left", "[study]") {
  for (const State& state : all_states()) {
    const Scratch scratch;
    INFO("place " << state.out << ", old " << state.old << ", unfinished " << state.partial);
    state.make(scratch);
    // Without --force it is refused where something stands, after the finished or the old result has got the place.
    const bool free = state.vacant() && state.standing().empty();
    CHECK(refused(scratch / "out", Replace::no).empty() == free);
    CHECK(table_of(scratch / "out") == state.standing());
    if (state.out == "foreign") {
      CHECK_FALSE(refused(scratch / "out", Replace::yes).empty());
      CHECK(table_of(scratch / ".out.railshift-replaced") == (state.old == "whole" ? "old" : ""));
      CHECK(table_of(scratch / "out.partial") == (state.partial == "whole" ? "new" : ""));
      CHECK(fs::exists(scratch / "out" / "chapter.txt"));
      continue;
    }
    make(scratch / "out", Replace::yes, "newer");
    CHECK(table_of(scratch / "out") == "newer");
    CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
  }
}

TEST_CASE("beside an altered result nothing whole is cleared away, not even on demand", "[study]") {
  const Scratch scratch;
  const fs::path out = scratch / "out";
  put_result(out, "standing");
  put(out / "metrics.csv", "altered");
  SECTION("a finished result") {
    put_result(scratch / "out.partial", "new");
    CHECK_THAT(refused(out, Replace::yes).front(), Catch::Contains("out.partial holds finished results and is not cleared away"));
    CHECK(table_of(scratch / "out.partial") == "new");
  }
  SECTION("an old one") {
    put_result(scratch / ".out.railshift-replaced", "old");
    const std::string old = (scratch / ".out.railshift-replaced").string();
    const Words said = sentence_against(out);
    CHECK(said.en == old + " is left of an earlier replacement and is not cleared away, because " + out.string() +
                         " lacks files or is altered; move " + old + " or " + out.string() + " away first");
    CHECK(said.zh ==
          old + " 是上次替换留下的，不会清除，因为 " + out.string() + " 缺文件或已改动；请先移走 " + old + " 或 " + out.string());
    CHECK(table_of(scratch / ".out.railshift-replaced") == "old");
  }
  CHECK(table_of(out) == "altered");
  fs::remove_all(scratch / "out.partial");
  fs::remove_all(scratch / ".out.railshift-replaced");
  make(out, Replace::yes, "newer");  // an altered result alone is no reason against --force
  CHECK(table_of(out) == "newer");
}

TEST_CASE("old results with somebody's files in them stay beside a whole result, and the files are named", "[study]") {
  const Scratch scratch;
  const fs::path out = scratch / "out", old = scratch / ".out.railshift-replaced";
  put_result(out, "standing");
  put_result(old, "old");
  put(old / "chapter.txt", "ten years of work");
  const Words said = sentence_against(out);
  const std::string move_en = "; move " + old.string() + " or " + out.string() + " away first";
  CHECK(said.en == old.string() +
                       " is left of an earlier replacement and is not cleared away, because it holds files that the program did "
                       "not write: chapter.txt" +
                       move_en);
  CHECK(said.zh == old.string() + " 是上次替换留下的，不会清除，因为其中有不是本程序写的文件：chapter.txt；请先移走 " + old.string() +
                       " 或 " + out.string());
  CHECK(read_text(old / "chapter.txt") == "ten years of work");
}

}  // namespace repair_test

/// A folder of results is absent, partial or complete, and what is not ours is never replaced.
#include <catch2/catch.hpp>

#include "sim/core/text.hpp"
#include "study/run_folder.hpp"
#include "study/text_file.hpp"
#include "tests/study/scene.hpp"

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> refused(const fs::path& out, Replace replace) {
  return refusal([&] { static_cast<void>(start_folder(out, replace)); });
}

}  // namespace

TEST_CASE("results are written beside their place", "[study]") {
  const Scratch scratch;
  const fs::path partial = start_folder(scratch / "out", Replace::no);
  CHECK(partial == scratch / "out.partial");
  CHECK(fs::is_empty(partial));
  CHECK_FALSE(fs::exists(scratch / "out"));
  put(partial / "manifest.json");
  finish_folder(partial, scratch / "out");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
  CHECK(fs::exists(scratch / "out" / "manifest.json"));
}

TEST_CASE("results lie beside their place too if the folder is written with a slash or a dot at its end", "[study]") {
  const Scratch scratch;
  const fs::path out = scratch / "out";
  for (const std::string ending : {"/", "//", "/.", "/./"}) {
    INFO(ending);
    put(out / "manifest.json", "old");
    const fs::path as_typed = out.string() + ending;
    const fs::path partial = start_folder(as_typed, Replace::yes);
    CHECK(partial == scratch / "out.partial");
    put(partial / "manifest.json", "new");
    finish_folder(partial, as_typed);
    CHECK(read_text(out / "manifest.json") == "new");
    CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
  }
}

TEST_CASE("a path is led back to a folder's own name", "[study]") {
  const Scratch scratch;
  fs::create_directories(scratch / "a" / "b");
  CHECK(by_name("a/b") == "a/b");
  CHECK(by_name("a/b/") == "a/b");
  CHECK(by_name("a/b/././/") == "a/b");
  CHECK(by_name("./a/") == "./a");
  CHECK(by_name(scratch / "a" / "b" / "..") == fs::canonical(scratch / "a"));
  CHECK(by_name(".") == fs::current_path());
  CHECK(by_name("/") == "/");
  CHECK(by_name("/.") == "/");
}

TEST_CASE("old results stand at their place again if the new ones cannot take it", "[study]") {
  const Scratch scratch;
  put(scratch / "out" / "manifest.json", "old");
  CHECK_THROWS(finish_folder(scratch / "nothing.partial", scratch / "out"));
  CHECK(read_text(scratch / "out" / "manifest.json") == "old");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
}

TEST_CASE("replacing results touches nothing that has the name under which they step aside", "[study]") {
  const Scratch scratch;
  put(scratch / "out" / "manifest.json", "old");
  put(scratch / "out.replaced" / "thesis.txt");
  const fs::path partial = start_folder(scratch / "out", Replace::yes);
  finish_folder(partial, scratch / "out");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"out", "out.replaced"});
  CHECK(fs::is_empty(scratch / "out"));
  CHECK(fs::exists(scratch / "out.replaced" / "thesis.txt"));
}

TEST_CASE("what an interrupted run left is cleared, or kept where it is of use", "[study]") {
  const Scratch scratch;
  put(scratch / "out.partial" / "half");
  CHECK_FALSE(fs::is_empty(start_folder(scratch / "out", Replace::no, Leftovers::keep)));
  CHECK(fs::is_empty(start_folder(scratch / "out", Replace::no, Leftovers::clear)));
}

TEST_CASE("results that exist are replaced only on demand, and not before the new ones are whole", "[study]") {
  const Scratch scratch;
  const fs::path out = scratch / "out";
  put(out / "manifest.json", "old");
  CHECK(refused(out, Replace::no) == std::vector<std::string>{out.string() + " exists; choose another --out, or --force to replace it"});
  CHECK_FALSE(fs::exists(scratch / "out.partial"));
  const fs::path partial = start_folder(out, Replace::yes);
  CHECK(read_text(out / "manifest.json") == "old");
  put(partial / "manifest.json", "new");
  finish_folder(partial, out);
  CHECK(read_text(out / "manifest.json") == "new");
}

TEST_CASE("an assessment and an empty folder may be replaced, a folder of somebody else never", "[study]") {
  const Scratch scratch;
  put(scratch / "assessment" / "plan" / "manifest.json");
  CHECK(refused(scratch / "assessment", Replace::yes).empty());
  fs::create_directories(scratch / "empty");
  CHECK(refused(scratch / "empty", Replace::yes).empty());
  const fs::path thesis = scratch / "thesis";
  put(thesis / "chapter.txt");
  CHECK(refused(thesis, Replace::yes) == std::vector<std::string>{thesis.string() + " is not a folder of results; it is not replaced"});
  CHECK(names_in(thesis) == std::vector<std::string>{"chapter.txt"});
}

TEST_CASE("a run is complete when its manifest stands, and what the child told is then gone", "[study]") {
  const Scratch scratch;
  const RunJob job = job_of_tiny(scratch / "run");
  put(job.folder / "child.json", to_json(full_record()));
  complete(job, {});
  CHECK(names_in(job.folder) == std::vector<std::string>{"manifest.json", "verdicts.csv"});
  CHECK(without_bom(read_text(job.folder / "verdicts.csv")).starts_with("target,clause,"));
}

TEST_CASE("a file that cannot be written or read is an error that names it", "[study]") {
  const Scratch scratch;
  const std::string bytes("a\r\n\0b", 5);
  write_text(scratch / "file", bytes);
  CHECK(read_text(scratch / "file") == bytes);
  CHECK_THROWS_WITH(write_text(scratch / "nowhere" / "file", "x"), Catch::Contains("nowhere"));
  CHECK_THROWS_WITH(read_text(scratch / "nothing"), Catch::Contains("nothing"));
}

/// A folder of results is absent, partial or complete, and what is not ours is never replaced.
#include <catch2/catch.hpp>

#include <unistd.h>

#include "sim/core/files/file_lock.hpp"
#include "study/results/text_file.hpp"
#include "tests/study/results/made_results.hpp"

namespace result_folder_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

TEST_CASE("results are written beside their place, which they take when they are whole", "[study]") {
  const Scratch scratch;
  {
    ResultFolder folder(scratch / "out", Replace::no);
    CHECK(folder.partial() == scratch / "out.partial");
    CHECK(fs::is_empty(folder.partial()));
    CHECK_FALSE(fs::exists(scratch / "out"));
    put_result(folder.partial(), "new");
    folder.finish();
  }
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
  CHECK(read_text(scratch / "out" / "metrics.csv") == "new");
}

TEST_CASE("results lie beside their place too if the folder is written with a slash or a dot at its end, or is a link", "[study]") {
  const Scratch scratch;
  const fs::path out = scratch / "real" / "out";
  fs::create_directories(scratch / "real");
  fs::create_directory_symlink("real/out", scratch / "link");
  for (const fs::path& as_typed : {fs::path(out.string() + "/"), fs::path(out.string() + "//"), fs::path(out.string() + "/."),
                                   fs::path(out.string() + "/./"), scratch / "link", scratch / "link/"}) {
    INFO(as_typed);
    make(as_typed, Replace::yes, "at " + as_typed.string());
    CHECK(read_text(out / "metrics.csv") == "at " + as_typed.string());
    CHECK(names_in(scratch / "real") == std::vector<std::string>{"out"});
  }
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"link", "real"});
  CHECK(fs::is_symlink(scratch / "link"));
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

TEST_CASE("the folder in which somebody stands is not replaced", "[study]") {
  const Scratch scratch;
  const fs::path before = fs::current_path();
  fs::create_directories(scratch / "here" / "deep");
  fs::current_path(scratch / "here" / "deep");
  for (const char* out : {".", "..", "../../here"}) {
    INFO(out);
    CHECK(refused(out, Replace::yes).size() == 1);
  }
  CHECK(refused("below", Replace::no).empty());
  fs::current_path(before);
}

TEST_CASE("a name that an unfinished result may have is refused", "[study]") {
  const Scratch scratch;
  CHECK(refused(scratch / "out.partial/", Replace::yes) ==
        std::vector<std::string>{(scratch / "out.partial").string() +
                                 ": names that end in .partial are those of results that are not finished; choose another --out"});
}

TEST_CASE("a second run into one folder is refused at once, whatever it calls the folder, until the first has ended", "[study]") {
  const Scratch scratch;
  const std::string out = (scratch / "out").string();
  {
    const ResultFolder first(out, Replace::no);
    for (const std::string& name : {out, out + "/", out + "/."}) {
      CHECK(refused(name, Replace::yes) ==
            std::vector<std::string>{"another run is writing " + out + "; choose another --out, or wait until it has ended"});
    }
    CHECK(refused(scratch / "other", Replace::no).empty());
  }
  CHECK(refused(out, Replace::no).empty());
}

TEST_CASE("a lock whose process has ended is no lock", "[study]") {
  const Scratch scratch;
  put(scratch / ".out.railshift-lock", "left by a process that was killed");
  make(scratch / "out", Replace::no, "new");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
}

TEST_CASE("what an interrupted run left is cleared, or kept where it is of use", "[study]") {
  const Scratch scratch;
  put(scratch / "out.partial" / "metrics.csv");
  CHECK_FALSE(fs::is_empty(ResultFolder(scratch / "out", Replace::no, Leftovers::keep).partial()));
  CHECK(fs::is_empty(ResultFolder(scratch / "out", Replace::no, Leftovers::clear).partial()));
}

TEST_CASE("somebody's own files beside the place are not cleared away as leftovers", "[study]") {
  const Scratch scratch;
  put(scratch / "out.partial" / "metrics.csv");
  put(scratch / "out.partial" / "parts" / "chapter.txt", "ten years of work");
  const auto said = refused(scratch / "out", Replace::no);
  REQUIRE(said.size() == 1);
  CHECK_THAT(said.front(), Catch::EndsWith("they are not cleared away: parts/chapter.txt"));
  CHECK(names_in(scratch / "out.partial") == std::vector<std::string>{"metrics.csv", "parts"});
}

TEST_CASE("results that exist are replaced only on demand, and not before the new ones are whole", "[study]") {
  const Scratch scratch;
  const fs::path out = scratch / "out";
  put_result(out, "old");
  CHECK(refused(out, Replace::no) == std::vector<std::string>{out.string() + " exists; choose another --out, or --force to replace it"});
  CHECK_FALSE(fs::exists(scratch / "out.partial"));
  {
    ResultFolder folder(out, Replace::yes);
    CHECK(read_text(out / "metrics.csv") == "old");
    put_result(folder.partial(), "new");
    CHECK(read_text(out / "metrics.csv") == "old");
    folder.finish();
  }
  CHECK(read_text(out / "metrics.csv") == "new");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
}

TEST_CASE("only a folder that the program wrote is replaced, known by what stands in it", "[study]") {
  const Scratch scratch;
  const fs::path out = scratch / "out";
  std::string why;
  SECTION("a folder of somebody else") {
    put(out / "chapter.txt", "ten years of work");
    why = " is not a folder of results that this version wrote; it is not replaced and holds chapter.txt";
  }
  SECTION("a folder with some manifest.json, as browser extensions have") {
    put(out / "manifest.json", "{\n \"manifest_version\": 3,\n \"name\": \"railshift\"\n}\n");
    put(out / "background.js");
    why = " is not a folder of results that this version wrote; it is not replaced and holds background.js, manifest.json";
  }
  SECTION("a result with files of somebody else in it") {
    put_result(out, "old");
    put(out / "notes.txt", "thoughts");
    put(out / "plots" / "a.png");
    why = " holds files that the program did not write; it is not replaced: notes.txt, plots/a.png";
  }
  SECTION("an empty file") {
    put(out);
    why = " is a file, not a folder; it is not replaced";
  }
  SECTION("a manifest that was altered") {
    put_result(out, "old");
    put(out / "manifest.json", read_text(out / "manifest.json") + " ");
    CHECK_THAT(refused(out, Replace::yes).front(), Catch::StartsWith("manifest.json of " + out.string() + " is altered"));
    return;
  }
  CHECK(refused(out, Replace::yes) == std::vector<std::string>{out.string() + why});
  CHECK(fs::exists(out));
}

TEST_CASE("an empty folder is a free place", "[study]") {
  const Scratch scratch;
  fs::create_directories(scratch / "empty");
  make(scratch / "empty", Replace::no, "new");
  CHECK(read_text(scratch / "empty" / "metrics.csv") == "new");
}

TEST_CASE("files that were put into the old results while the new ones were made are not lost", "[study]") {
  const Scratch scratch;
  put_result(scratch / "out", "old");
  ResultFolder folder(scratch / "out", Replace::yes);
  put_result(folder.partial(), "new");
  put(scratch / "out" / "notes.txt", "thoughts");
  CHECK_THROWS_WITH(folder.finish(), Catch::Contains("notes.txt; the new results are whole in " + (scratch / "out.partial").string()));
  CHECK(read_text(scratch / "out" / "notes.txt") == "thoughts");
  CHECK(read_text(scratch / "out.partial" / "metrics.csv") == "new");
}

TEST_CASE("a replacement that was cut off between its two renames is completed, or undone if the new results are not whole", "[study]") {
  const Scratch scratch;
  const fs::path old = scratch / ".out.railshift-replaced";
  put_result(old, "old");
  SECTION("the new results are whole") {
    put_result(scratch / "out.partial", "new");
    repair(scratch / "out/");
    CHECK(read_text(scratch / "out" / "metrics.csv") == "new");
    CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
  }
  SECTION("the new results are damaged") {
    put_result(scratch / "out.partial", "new");
    put(scratch / "out.partial" / "metrics.csv", "nuw");
    repair(scratch / "out");
    CHECK(read_text(scratch / "out" / "metrics.csv") == "old");
  }
  SECTION("the next run finds it") {
    CHECK(refused(scratch / "out", Replace::no).front() ==
          (scratch / "out").string() + " exists; choose another --out, or --force to replace it");
    CHECK(read_text(scratch / "out" / "metrics.csv") == "old");
    make(scratch / "out", Replace::yes, "newer");
    CHECK(read_text(scratch / "out" / "metrics.csv") == "newer");
    CHECK(names_in(scratch.path()) == std::vector<std::string>{"out"});
  }
}

TEST_CASE("no result is made inside another one", "[study]") {
  const Scratch scratch;
  put_result(scratch / "out", "standing");
  fs::create_directories(scratch / "out" / "plan");
  for (const char* inside : {"out/new", "out/plan", "out/plan/new"}) {
    INFO(inside);
    REQUIRE(refused(scratch / inside, Replace::yes).size() == 1);
    CHECK_THAT(refused(scratch / inside, Replace::yes).front(), Catch::Contains("lies in a folder of results"));
  }
}

}  // namespace result_folder_test

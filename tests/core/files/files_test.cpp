/// A file takes its place when it is whole, and several change together or not at all.
#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>
#include <set>

#include "sim/core/files/joint_replacement.hpp"
#include "sim/core/files/pending_file.hpp"
#include "sim/core/refused.hpp"

namespace files_test {

using namespace railshift;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, gone with the object.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "railshift-files-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

/// Names of all files below a folder, hidden ones included.
std::set<std::string> files_below(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_directory()) names.insert(entry.path().lexically_relative(folder).generic_string());
  }
  return names;
}

/// A town with a table of its own beside shared parameters.
fs::path town_in(const Scratch& scratch) {
  fs::create_directories(scratch / "town" / "tables");
  fs::create_directories(scratch / "parameters");
  write_file(scratch / "town" / "tables" / "flows.csv", "old flows");
  write_file(scratch / "parameters" / "values.csv", "old values");
  return scratch / "town";
}

const std::vector<NewFile> kBoth = {{"tables/flows.csv", "new flows"}, {"../parameters/values.csv", "new values"}};
const std::set<std::string> kNothingElse = {"town/tables/flows.csv", "parameters/values.csv"};

std::string both(const fs::path& town) {
  return read_file(town / "tables" / "flows.csv") + ", " + read_file(town / "../parameters" / "values.csv");
}

std::string sentence(const std::function<void()>& work) {
  try {
    work();
  } catch (const Refused& refused) {
    return refused.reasons.front().en;
  }
  return {};
}

}  // namespace

TEST_CASE("a file takes its place when it is whole, with the rights of the one before", "[core]") {
  const Scratch scratch;
  write_file(scratch / "a.csv", "old");
  fs::permissions(scratch / "a.csv", fs::perms::owner_all);
  {
    PendingFile file(scratch / "a.csv");
    write_file(file.unfinished(), "new");
    CHECK(read_file(scratch / "a.csv") == "old");
    file.take_place();
  }
  CHECK(read_file(scratch / "a.csv") == "new");
  CHECK(fs::status(scratch / "a.csv").permissions() == fs::perms::owner_all);
  CHECK(files_below(scratch / "") == std::set<std::string>{"a.csv"});
}

TEST_CASE("a file that is given up leaves nothing, and the one before as it was", "[core]") {
  const Scratch scratch;
  write_file(scratch / "a.csv", "old");
  {
    const PendingFile file(scratch / "a.csv");
    write_file(file.unfinished(), "half");
  }
  CHECK(read_file(scratch / "a.csv") == "old");
  CHECK(files_below(scratch / "") == std::set<std::string>{"a.csv"});
}

TEST_CASE("one file is written by one process at a time", "[core]") {
  const Scratch scratch;
  const PendingFile first(scratch / "a.csv");
  CHECK(sentence([&] { const PendingFile second(scratch / "a.csv"); }) == "another run is writing " + (scratch / "a.csv").string());
}

TEST_CASE("a link is followed, and into a pipe everything goes at once", "[core]") {
  const Scratch scratch;
  write_file(scratch / "real.csv", "old");
  fs::create_symlink("real.csv", scratch / "link.csv");
  replace_file(scratch / "link.csv", "new");
  CHECK(fs::is_symlink(scratch / "link.csv"));
  CHECK(read_file(scratch / "real.csv") == "new");
  const std::string pipe = (scratch / "pipe").string();
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const Descriptor reader(open(pipe.c_str(), O_RDONLY | O_NONBLOCK));
  replace_file(pipe, "through");
  char got[16] = {};
  CHECK(read(reader.number(), got, sizeof got) == 7);
  CHECK(std::string(got) == "through");
}

TEST_CASE("a file that cannot be written or read is an error that names it and says why", "[core]") {
  const Scratch scratch;
  const std::string bytes("a\r\n\0b", 5);
  write_file(scratch / "file", bytes);
  CHECK(read_file(scratch / "file") == bytes);
  CHECK_THROWS_WITH(write_file(scratch / "nowhere" / "file", "x"), Catch::EndsWith("nowhere/file: No such file or directory"));
  CHECK_THROWS_WITH(read_file(scratch / "nothing"), Catch::EndsWith("nothing: No such file or directory"));
  CHECK_THROWS_WITH(write_file("/dev/full", "x"), Catch::EndsWith("No space left on device"));
  FileStream full("/dev/full");
  full.write("in the buffer");
  CHECK_THROWS(full.close());
}

TEST_CASE("several files change together, in folders that need not exist, and nothing is left beside them", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  FolderChange change(town);
  change.replace(kBoth);
  change.replace({{"tables/deep/new.csv", "new"}});
  CHECK(both(town) == "new flows, new values");
  CHECK(read_file(town / "tables" / "deep" / "new.csv") == "new");
  CHECK(files_below(scratch / "").count("town/.railshift-lock") == 1);  // as long as the change lives
}

TEST_CASE("if one of several files cannot be written none is replaced and nothing is left beside them", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  write_file(town / "file", "no folder");
  CHECK_THROWS(FolderChange(town).replace({kBoth[0], kBoth[1], {"file/c.csv", "c"}}));
  fs::remove(town / "file");
  CHECK(both(town) == "old flows, old values");
  CHECK(files_below(scratch / "") == kNothingElse);
}

TEST_CASE("files that could not all take their places do so when somebody opens one of their folders next", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  const fs::path values = scratch / "parameters" / "values.csv";
  // A folder stands where the second file should go: the first one has its place by then.
  fs::remove(values);
  fs::create_directories(values / "inside");
  CHECK_THROWS(FolderChange(town).replace(kBoth));
  CHECK(read_file(town / "tables" / "flows.csv") == "new flows");
  fs::remove_all(values);
  SECTION("the folder of the change") { finish_change(town); }
  SECTION("a folder that it shares with others") { finish_change(town / "../parameters"); }
  SECTION("the next change") { static_cast<void>(FolderChange(town)); }
  CHECK(both(town) == "new flows, new values");
  finish_change(town);
  CHECK(files_below(scratch / "") == kNothingElse);
}

TEST_CASE("a file that was altered after a change was cut off is asked about, not overwritten and not taken for the new one", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  fs::create_directories(scratch / "parameters" / "z.csv" / "inside");
  CHECK_THROWS(FolderChange(town).replace({kBoth[0], {"../parameters/z.csv", "z"}}));
  write_file(town / "tables" / "flows.csv", "typed by hand");
  CHECK_THAT(sentence([&] { finish_change(town); }), Catch::Contains("flows.csv was altered after an import that was cut off"));
  CHECK(read_file(town / "tables" / "flows.csv") == "typed by hand");
}

TEST_CASE("a folder is changed by one process at a time, and not read in the middle", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  const FolderChange change(town);
  const std::string said = "another command is changing " + town.string() + "; try again when it has ended";
  CHECK(sentence([&] { const FolderChange other(town); }) == said);
  CHECK(sentence([&] { finish_change(town); }).empty());  // nothing is under way yet
  write_file(town / ".railshift-change", "railshift change 1\nend\n");
  CHECK(sentence([&] { finish_change(town); }) == said);
}

TEST_CASE("what a change that never began has left goes with the next one", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  write_file(town / "tables" / ".flows.csv.railshift-new", "half");
  write_file(scratch / "parameters" / ".railshift-change", "railshift change in ../town\n");
  finish_change(scratch / "parameters");
  static_cast<void>(FolderChange(town));
  CHECK(files_below(scratch / "") == kNothingElse);
}

TEST_CASE("what a change that never began has left in a shared folder goes too", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  const fs::path shared = scratch / "parameters";
  write_file(shared / ".values.csv.railshift-new", "half");
  SECTION("when somebody opens that folder, by the note of where the change would have been") {
    write_file(shared / ".railshift-change", "railshift change in ../town\n");
    finish_change(shared);
  }
  SECTION("with the next change there, by whichever town") {
    write_file(shared / ".railshift-change", "railshift change in ../gone\n");
    write_file(shared / ".others.csv.railshift-new", "half");
    FolderChange(town).replace(kBoth);
    CHECK(both(town) == "new flows, new values");
  }
  CHECK(files_below(scratch / "") == kNothingElse);
}

TEST_CASE("new files in a shared folder stay while their change is about to begin, and where no change of ours could have been", "[core]") {
  const Scratch scratch;
  const fs::path town = town_in(scratch);
  const fs::path shared = scratch / "parameters";
  const std::set<std::string> left = {".values.csv.railshift-new", ".railshift-change", "deep/.a.csv.railshift-new", "values.csv"};
  write_file(shared / ".values.csv.railshift-new", "new");
  fs::create_directories(shared / "deep");
  write_file(shared / "deep" / ".a.csv.railshift-new", "of a scenario in the folder");
  write_file(shared / ".railshift-change", "railshift change in ../town\n");
  {
    const FolderChange under_way(town);
    finish_change(shared);
    CHECK(files_below(shared) == left);
  }
  finish_change(shared);
  CHECK(files_below(shared) == std::set<std::string>{"deep/.a.csv.railshift-new", "values.csv"});
}

}  // namespace files_test

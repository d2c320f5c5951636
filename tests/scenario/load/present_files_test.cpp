/// Tables that are there and cannot be read, and tables under another name: neither may pass for one that was left out.
#include <unistd.h>

#include <sys/stat.h>

#include <fstream>

#include "tests/scenario/errors.hpp"

namespace present_files_test {

using namespace railshift;
using namespace railshift::test;
namespace fs = std::filesystem;

namespace {

const std::string kClosures =
    "closure_id,site_id,road,chain_id,from_day,from_h,to_day,to_h,vehicles_per_hour,low,high,standing,source,reason\n";

/// The small scenario on disk, removed when the test ends.
struct OnDisk {
  fs::path above = fs::temp_directory_path() / ("railshift-present-files-" + std::to_string(::getpid()));
  fs::path root = above / "small";
  OnDisk() {
    fs::remove_all(above);
    for (const auto& [key, text] : small_scenario().content) {
      fs::create_directories((root / key).lexically_normal().parent_path());
      std::ofstream((root / key).lexically_normal(), std::ios::binary) << text;
    }
  }
  ~OnDisk() { fs::remove_all(above); }
  [[nodiscard]] std::vector<std::string> errors() const {
    std::vector<std::string> out;
    for (const Problem& problem : scenario::load(root, {}).problems.sorted()) out.push_back(told(problem));
    return out;
  }
  [[nodiscard]] std::string place(const std::string& name) const { return (root / name).generic_string(); }
};

}  // namespace

TEST_CASE("a folder without the tables that may be left out loads, and so does one with them", "[scenario]") {
  const OnDisk disk;
  CHECK(disk.errors() == std::vector<std::string>{});
  std::ofstream(disk.root / "tables/closures.csv") << kClosures;
  CHECK(disk.errors() == std::vector<std::string>{});
}

TEST_CASE("a folder, a pipe or a link into nowhere under the name of a table is an error that says what it is", "[scenario]") {
  const OnDisk disk;
  const fs::path table = disk.root / "tables/closures.csv";
  fs::create_directory(table);
  check_single(disk.errors(), disk.place("tables/closures.csv"), "it is a folder");
  fs::remove(table);
  REQUIRE(mkfifo(table.c_str(), 0600) == 0);
  check_single(disk.errors(), disk.place("tables/closures.csv"), "it is no ordinary file");
  fs::remove(table);
  fs::create_symlink(disk.root / "gone.csv", table);
  check_single(disk.errors(), disk.place("tables/closures.csv"), "it is a link that leads nowhere");
  fs::remove(table);
  // Reading the first byte of one's own memory is an error of input and output.
  fs::create_symlink("/proc/self/mem", table);
  check_single(disk.errors(), disk.place("tables/closures.csv"), "it cannot be read");
}

TEST_CASE("a table that nobody may read is an error", "[scenario]") {
  const OnDisk disk;
  const fs::path table = disk.root / "tables/closures.csv";
  std::ofstream(table) << kClosures;
  fs::permissions(table, fs::perms::none);
  if (::getuid() == 0) return;  // who may read everything
  check_single(disk.errors(), disk.place("tables/closures.csv"), "it cannot be opened");
}

TEST_CASE("a required table that is a folder is told so once", "[scenario]") {
  const OnDisk disk;
  fs::remove(disk.root / "tables/observed.csv");
  fs::create_directory(disk.root / "tables/observed.csv");
  check_single(disk.errors(), disk.place("tables/observed.csv"), "it is a folder");
}

TEST_CASE("a table that may be left out and stands there under nearly its name is an error with the right name", "[scenario]") {
  for (const std::string name : {"closure.csv", "Closures.CSV", "CLOSURES.csv", "closures.cvs", "clousres.csv", "封闭.csv"}) {
    const OnDisk disk;
    INFO(name);
    std::ofstream(disk.root / "tables" / name) << kClosures;
    check_single(disk.errors(), disk.place("tables/" + name), "did you mean \"closures.csv\"?");
  }
}

TEST_CASE("files that are no table's are left alone, also beside a table that they resemble", "[scenario]") {
  const OnDisk disk;
  for (const std::string name : {"notes.txt", "flows-old.csv", "README.md", "map.png"}) std::ofstream(disk.root / "tables" / name) << "x";
  std::ofstream(disk.root / "tables/closures.csv") << kClosures;
  std::ofstream(disk.root / "tables/closure.csv") << kClosures;
  CHECK(disk.errors() == std::vector<std::string>{});
}

}  // namespace present_files_test

/// A run is complete when its manifest stands.
#include <catch2/catch.hpp>

#include "sim/core/text.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"
#include "study/run_folder.hpp"
#include "tests/study/scene.hpp"

namespace run_folder_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

TEST_CASE("a run is complete when its manifest stands, and what the child told is then gone", "[study]") {
  const Scratch scratch;
  const RunJob job = job_of_tiny(scratch / "run");
  put(job.folder / "child.json", to_json(full_record()));
  complete(job, {});
  CHECK(names_in(job.folder) == std::vector<std::string>{"manifest.json", "verdicts.csv"});
  CHECK(without_bom(read_text(job.folder / "verdicts.csv")).starts_with("target,reading_of,"));
  FileList files;
  REQUIRE(kind_of(job.folder, files) == FolderKind::result);
  CHECK(files.size() == 1);
  CHECK(files.at("verdicts.csv") == record_of(job.folder / "verdicts.csv"));
}

TEST_CASE("a file that cannot be written or read is an error that names it", "[study]") {
  const Scratch scratch;
  const std::string bytes("a\r\n\0b", 5);
  write_text(scratch / "file", bytes);
  CHECK(read_text(scratch / "file") == bytes);
  CHECK_THROWS_WITH(write_text(scratch / "nowhere" / "file", "x"), Catch::Contains("nowhere"));
  CHECK_THROWS_WITH(read_text(scratch / "nothing"), Catch::Contains("nothing"));
}

}  // namespace run_folder_test

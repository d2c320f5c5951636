/// A result is known by its manifest, and every bit of it that changes is found.
#include <catch2/catch.hpp>

#include "study/manifest.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"
#include "tests/study/scene.hpp"

namespace result_files_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// Two files, one in a folder, and the manifest that lists them.
fs::path result_in(const Scratch& scratch) {
  put(scratch / "run" / "metrics.csv", "metric,value\n");
  put(scratch / "run" / "plan" / "run.gpkg", std::string("SQLite\0", 7));
  put(scratch / "run" / kManifest, sealed(assessment_manifest_json(), list_files(scratch / "run", kManifest)));
  return scratch / "run";
}

Differences differences(const fs::path& run) {
  FileList files;
  REQUIRE(kind_of(run, files) == FolderKind::result);
  return compare_with(run, files, kManifest);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what was sealed comes apart again as it was", "[study]") {
  const Scratch scratch;
  const fs::path run = result_in(scratch);
  Sealed content;
  REQUIRE(read_seal(read_text(run / kManifest), content) == Seal::sound);
  CHECK(content.json == assessment_manifest_json());
  CHECK(content.files == list_files(run, kManifest));
  CHECK(content.files.at("plan/run.gpkg").bytes == 7);
  CHECK(differences(run).none());
  REQUIRE(read_seal(sealed("{\n \"a\": 1\n}\n", {}), content) == Seal::sound);
  CHECK(content.files.empty());
  CHECK(read_seal("{}", content) == Seal::none);
  CHECK(read_seal("", content) == Seal::none);
}

TEST_CASE("any bit of a manifest that flips, and any byte that is missing at its end, breaks its seal", "[study]") {
  const Scratch scratch;
  const std::string manifest = read_text(result_in(scratch) / kManifest);
  Sealed content;
  std::size_t sound = 0;
  for (std::size_t bit = 0; bit < 8 * manifest.size(); ++bit) {
    std::string flipped = manifest;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    if (read_seal(flipped, content) != Seal::broken) ++sound;
  }
  for (std::size_t length = 40; length < manifest.size(); ++length) {
    if (read_seal(manifest.substr(0, length), content) != Seal::broken) ++sound;
  }
  CHECK(sound == 0);
}

TEST_CASE("files that are altered, shorter, missing or too many are named", "[study]") {
  const Scratch scratch;
  const fs::path run = result_in(scratch);
  put(run / "metrics.csv", "metric,valve\n");  // as long as before
  put(run / "plan" / "run.gpkg", "SQLite");
  CHECK(differences(run).changed == Names{"metrics.csv", "plan/run.gpkg"});
  fs::remove(run / "metrics.csv");
  put(run / "baseline" / "run.gpkg");
  fs::create_symlink("/etc/hostname", run / "verdicts.csv");
  const Differences found = differences(run);
  CHECK(found.missing == Names{"metrics.csv"});
  CHECK(found.changed == Names{"plan/run.gpkg"});
  CHECK(found.unknown == Names{"baseline/run.gpkg", "verdicts.csv"});
}

TEST_CASE("a folder is a result only if its manifest says so in our own words", "[study]") {
  const Scratch scratch;
  FileList files;
  CHECK(kind_of(scratch / "nothing", files) == FolderKind::something_else);
  for (const std::string text : {"", "{}", "{\"name\": \"railshift\", \"manifest_version\": 3}"}) {
    put(scratch / "other" / kManifest, text);
    CHECK(kind_of(scratch / "other", files) == FolderKind::something_else);
  }
  const fs::path run = result_in(scratch);
  put(run / kManifest, "\n" + read_text(run / kManifest));
  CHECK(kind_of(run, files) == FolderKind::damaged_manifest);
}

}  // namespace result_files_test

#include "tests/golden/hashes.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "sim/core/input_file.hpp"
#include "tests/app/results.hpp"
#include "tests/support/approved.hpp"

namespace fs = std::filesystem;

namespace railshift::golden {
namespace {

const fs::path kFolder = fs::path(RAILSHIFT_SOURCE_DIR) / "tests" / "golden";

struct Key {
  std::string run;
  std::string what;  ///< a ledger table, or a file such as metrics.csv
  friend auto operator<=>(const Key&, const Key&) = default;
};
struct Entry {
  std::string sha256;
  std::string heading;  ///< of the changelog
};
using Hashes = std::map<Key, Entry>;

fs::path file_of(const std::string& group) { return kFolder / (group + ".tsv"); }

Hashes read(const fs::path& path) {
  Hashes hashes;
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    Key key;
    Entry entry;
    std::istringstream cells(line);
    std::getline(cells, key.run, '\t');
    std::getline(cells, key.what, '\t');
    std::getline(cells, entry.sha256, '\t');
    std::getline(cells, entry.heading);
    hashes[key] = entry;
  }
  return hashes;
}

void write(const fs::path& path, const Hashes& hashes) {
  std::ofstream file(path, std::ios::binary);
  for (const auto& [key, entry] : hashes) file << key.run << '\t' << key.what << '\t' << entry.sha256 << '\t' << entry.heading << '\n';
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// Hashes as the program makes them now, without headings.
Hashes hashes_now(const std::vector<Run>& runs) {
  Hashes hashes;
  const cli::Scratch scratch;
  for (const Run& run : runs) {
    const fs::path folder = cli::run_into(scratch, "run", run.words.at(0), {run.words.begin() + 1, run.words.end()});
    for (const auto& [table, hash] : cli::table_hashes(folder)) hashes[{run.name, table}].sha256 = hash;
    for (const char* csv : {"metrics.csv", "stations.csv", "pools.csv", "stocks.csv"})
      hashes[{run.name, csv}].sha256 = sha256_hex(cli::text_of(folder / csv));
    fs::remove_all(folder);
  }
  return hashes;
}

std::string line_of(const Key& key, const Hashes& hashes) {
  const auto found = hashes.find(key);
  return fmt::format("{} {}: {}", key.run, key.what, found == hashes.end() ? "absent" : found->second.sha256);
}

/// Whether a text is a section or an entry of the changelog: `## text` or `* **text**`.
bool in_changelog(const std::string& heading) {
  static const std::string changelog = cli::text_of(fs::path(RAILSHIFT_SOURCE_DIR) / "docs" / "changelog.md");
  return changelog.find("\n## " + heading + "\n") != std::string::npos || changelog.find("\n* **" + heading + "**") != std::string::npos;
}

}  // namespace

void check_group(const std::string& group, const std::vector<Run>& runs) {
  const Hashes written = read(file_of(group));
  Hashes now = hashes_now(runs);
  if (testing::approving()) {
    for (auto& [key, entry] : now) {
      const auto before = written.find(key);
      const bool same = before != written.end() && before->second.sha256 == entry.sha256;
      entry.heading = same ? before->second.heading : environment("RAILSHIFT_CHANGE");
    }
    write(file_of(group), now);
    return testing::fail_rewritten("tests/golden/" + group + ".tsv");
  }
  std::map<Key, int> keys;
  for (const auto& [key, entry] : written) keys[key] = 0;
  for (const auto& [key, entry] : now) keys[key] = 0;
  std::vector<std::string> were, are;
  for (const auto& [key, unused] : keys) {
    were.push_back(line_of(key, written));
    are.push_back(line_of(key, now));
  }
  for (std::size_t i = 0; i < were.size(); ++i) CHECK(were[i] == are[i]);
}

std::vector<std::string> unexplained() {
  std::vector<std::string> lines;
  for (const auto& file : fs::directory_iterator(kFolder)) {
    if (file.path().extension() != ".tsv") continue;
    for (const auto& [key, entry] : read(file.path())) {
      if (entry.heading.empty() || !in_changelog(entry.heading))
        lines.push_back(fmt::format("{}: {} {}: \"{}\"", file.path().filename().string(), key.run, key.what, entry.heading));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace railshift::golden

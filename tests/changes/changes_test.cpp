/// Whatever single cell of tiny is changed, the folder is refused with a place, or runs to its end and keeps every law.
#include <catch2/catch.hpp>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "sim/scenario/load/load.hpp"
#include "study/execute.hpp"
#include "tests/changes/single_change.hpp"

namespace changes_test {

using namespace railshift;
using namespace railshift::changes;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kChanges = 200;
constexpr unsigned kLongestRun = 120;  ///< seconds; tiny takes less than one
constexpr int kRefused = 2;

/// Changes of another series are tried by `./test.sh long changes`.
std::uint32_t series() {
  const char* asked = std::getenv("RAILSHIFT_CHANGES");
  return asked != nullptr ? static_cast<std::uint32_t>(std::atoi(asked)) : 1;
}

scenario::Files tiny() {
  Problems problems;
  const fs::path folder = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "tiny";
  return scenario::read_files(folder, std::nullopt, problems);
}

/// Every problem has a place and says what is wrong and what would be taken.
bool said_clearly(const Problems& problems) {
  for (const Problem& p : problems.sorted()) {
    if (p.place.file.empty() || p.rule.empty() || p.accept.empty()) return false;
  }
  return true;
}

/// What the program does with a changed folder, as an exit code.
int live_with(const scenario::Files& files, const fs::path& folder, ensemble::Self& self) {
  alarm(kLongestRun);
  const scenario::Loaded loaded = scenario::load(files, {});
  if (!loaded.world) return said_clearly(loaded.problems) ? kRefused : 1;
  study::RunJob job;
  job.world = &*loaded.world;
  job.request.seed = loaded.world->settings.seed;
  job.request.layer = "plan";
  job.inputs = &loaded.inputs;
  job.folder = folder;
  job.parts = study::RunJob::Parts::audited_metrics;
  return study::execute(job, self);
}

ensemble::Task task_of(const scenario::Files& files, const Change& change, const fs::path& folder) {
  return {to_string(change), [files = with(files, change), folder](ensemble::Self& self) {
            fs::create_directories(folder);
            return live_with(files, folder, self);
          }};
}

}  // namespace

TEST_CASE("of 200 single-cell changes of tiny all that check accepts run to an end and pass the audit", "[changes]") {
  const scenario::Files files = tiny();
  const std::vector<Cell> cells = cells_of(files);
  REQUIRE(cells.size() > 1000);
  std::string pattern = (fs::temp_directory_path() / "railshift-changes-XXXXXX").string();
  const fs::path scratch = mkdtemp(pattern.data());
  std::vector<ensemble::Task> tasks;
  for (std::uint32_t n = 0; n < kChanges; ++n)
    tasks.push_back(task_of(files, draw_change(cells, series(), n), scratch / std::to_string(n)));
  int ran = 0;
  for (const ensemble::TaskResult& result : ensemble::run_tasks(tasks, 2, [](double) { return true; })) {
    INFO(result.name << ": " << result.message.en);
    CHECK((result.code == 0 || result.code == kRefused));
    if (result.code == 0) ++ran;
  }
  INFO("ran: " << ran);
  CHECK(ran > 20);                               // not everything is refused,
  CHECK(ran < static_cast<int>(kChanges) - 20);  // and not everything is taken
  fs::remove_all(scratch);
}

}  // namespace changes_test

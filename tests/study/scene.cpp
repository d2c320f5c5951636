#include "tests/study/scene.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "study/results/text_file.hpp"

namespace railshift::studies {
namespace fs = std::filesystem;

Scratch::Scratch() {
  std::string pattern = (fs::temp_directory_path() / "railshift-study-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

study::Request of_tiny() {
  study::Request request;
  request.scenario = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "tiny";
  request.language = Language::en;
  return request;
}

const scenario::Loaded& tiny() {
  static const scenario::Loaded loaded = study::load_scenario(of_tiny().scenario, {});
  return loaded;
}

study::RunJob job_of_tiny(const fs::path& folder) {
  study::RunJob job;
  job.world = &*tiny().world;
  job.request = study::recorded(of_tiny(), job.world->settings);
  job.inputs = &tiny().inputs;
  job.folder = folder;
  return job;
}

fs::path tiny_with_a_range(const Scratch& scratch) {
  const fs::path copy = scratch / "tiny";
  fs::copy(of_tiny().scenario, copy, fs::copy_options::recursive);
  const fs::path sidings = copy / "tables" / "sidings.csv";
  std::string text = study::read_text(sidings);
  const std::string as_given = ",1500,4,75,75,";
  const auto at = text.find(as_given);
  if (at == std::string::npos) throw std::runtime_error("sd-works of tiny has another capacity");
  study::write_text(sidings, text.replace(at, as_given.size(), ",1500,4,50,120,"));
  return copy;
}

study::ChildRecord full_record() {
  study::ChildRecord record;
  record.start = "2024-01-01T00:00:00Z";
  record.end = "2024-01-01T00:00:09Z";
  record.statistics = {11, 22, 33, 44, 55'000};
  record.unserved = {{"fl-coal", engine::Need::goods, "yd-mine", 3, 90'000, 25.5}};
  record.long_waits = {{"fl-coke", "pl-semi", engine::WaitCause::closure, 2, 60'000, 800.5}};
  record.breaches = {{"chain", "2023-05", "ch-road", "in = out", 7, "kg"}};
  record.table_hashes = {{"chain", "abc"}, {"traffic", "def"}};
  record.pool_runs = {{"pl-semi", 8'000.0, 2'000.5, 2'000.0}};
  return record;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void put(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  study::write_text(file, text);
}

}  // namespace railshift::studies

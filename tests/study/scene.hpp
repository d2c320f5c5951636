#pragma once
/// What the tests of this folder share: a folder of their own and the town scenarios/tiny (2023-01-01 to 2025-01-01, no warm-up, seed
/// 6756).
#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/load/load.hpp"
#include "study/manifest.hpp"
#include "study/refused.hpp"
#include "study/request.hpp"
#include "study/run_job.hpp"

namespace railshift::studies {

/// A folder of its own, gone with the object.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A request for tiny, one process at a time, words in English.
[[nodiscard]] study::Request of_tiny();
/// The plan of tiny, loaded once a process.
[[nodiscard]] const scenario::Loaded& tiny();
/// A run of the plan of tiny into this folder, which need not exist.
[[nodiscard]] study::RunJob job_of_tiny(const std::filesystem::path& folder);

/// A copy of tiny in which one number has a range: the capacity of the siding sd-works, 50 to 120 t a day.
[[nodiscard]] std::filesystem::path tiny_with_a_range(const Scratch& scratch);

/// A record with one of everything.
[[nodiscard]] study::ChildRecord full_record();

/// Names of what lies in a folder, in text order.
[[nodiscard]] std::vector<std::string> names_in(const std::filesystem::path& folder);
/// An empty file, or one with this text; makes its folder.
void put(const std::filesystem::path& file, const std::string& text = "");

/// The English sentences of the reasons that a study gives for refusing; empty if it does not refuse.
template <class Work>
[[nodiscard]] std::vector<std::string> refusal(const Work& work) {
  std::vector<std::string> sentences;
  try {
    work();
  } catch (const study::Refused& refused) {
    for (const Words& reason : refused.reasons) sentences.push_back(reason.en);
  }
  return sentences;
}

}  // namespace railshift::studies

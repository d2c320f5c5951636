#pragma once
/// Results as the program would have written them, and what it says against making one.
#include <filesystem>
#include <string>
#include <vector>

#include "study/results/result_files.hpp"
#include "study/results/result_folder.hpp"
#include "tests/study/scene.hpp"

namespace railshift::studies {

/// The reasons against a place, in English; empty if it is taken.
inline std::vector<std::string> refused(const std::filesystem::path& out, study::Replace replace) {
  return refusal([&] { const study::ResultFolder folder(out, replace); });
}

/// What the program would have written: a table and the manifest that lists it.
inline void put_result(const std::filesystem::path& folder, const std::string& table) {
  put(folder / "metrics.csv", table);
  put(folder / "manifest.json", study::sealed(study::assessment_manifest_json(), study::list_files(folder, study::kManifest)));
}

/// Makes a result with this table and gives it its place.
inline void make(const std::filesystem::path& out, study::Replace replace, const std::string& table) {
  study::ResultFolder folder(out, replace);
  put_result(folder.partial(), table);
  folder.finish();
}

}  // namespace railshift::studies

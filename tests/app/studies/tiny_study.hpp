#pragma once
/// A study of tiny for the command line.
#include <csignal>
#include <map>
#include <set>
#include <sstream>

#include "tests/app/cli.hpp"

namespace railshift::cli {

/// One case, `plan`, of a copy of tiny whose works' siding takes 50 to 120 t a day; the file study.toml.
[[nodiscard]] inline std::filesystem::path tiny_study(const Scratch& scratch, int members, int full, const std::string& town = "tiny") {
  static_cast<void>(copy_of_tiny(scratch, town));
  replace_in(scratch / town / "tables" / "sidings.csv", ",1500,4,75,75,", ",1500,4,50,120,");
  write_to(scratch / "study.toml", "[study]\nid = \"s\"\ntitle_zh = \"研究\"\ntitle_en = \"study\"\nmembers = " + std::to_string(members) +
                                       "\nfull = " + std::to_string(full) +
                                       "\nsecond = 0\nscreening = 0\n[[case]]\nid = \"plan\"\nscenario = \"" + town + "\"\n");
  return scratch / "study.toml";
}

/// Every file of a folder with its bytes.
[[nodiscard]] inline std::map<std::string, std::string> all_files(const std::filesystem::path& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) all[entry.path().lexically_relative(folder).string()] = text_of(entry.path());
  }
  return all;
}

}  // namespace railshift::cli

#pragma once
/// The files of a new city, held by the program itself so that `railshift new` works anywhere. The text is generated at build time from
/// scenarios/skeleton and scenarios/parameters (app/embed_skeleton.cmake).
#include <string_view>
#include <vector>

namespace railshift::app {

struct SkeletonFile {
  enum class Kind { template_text, as_it_is };
  std::string_view path;  ///< inside the new folder
  Kind kind;              ///< in a template @ID@ and @CITY@ stand for the scenario's id and the city's name
  std::string_view text;
};

[[nodiscard]] const std::vector<SkeletonFile>& skeleton_files();

}  // namespace railshift::app

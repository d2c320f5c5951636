#include "study/output_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "study/refused.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

// Nothing is opened to find out: the file may be a pipe, whose reader would take that for its end.
std::optional<Words> obstacle(const fs::path& file) {
  std::error_code ignored;
  const fs::path parent = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!file.has_filename() || fs::is_directory(file, ignored)) return Words{"这是目录，不是文件", "it is a folder, not a file"};
  if (!fs::is_directory(parent, ignored))
    return Words{fmt::format("没有目录 {}", parent.string()), fmt::format("there is no folder {}", parent.string())};
  if (eaccess((fs::exists(file, ignored) ? file : parent).c_str(), W_OK) != 0) return Words{"没有写入权限", "it may not be written to"};
  return std::nullopt;
}

}  // namespace

std::optional<Words> reason_against_file(const std::string& option, const fs::path& file) {
  const auto why = obstacle(file);
  if (!why) return std::nullopt;
  return Words{fmt::format("--{} {}：{}", option, file.string(), why->zh), fmt::format("--{} {}: {}", option, file.string(), why->en)};
}

void check_file(const std::string& option, const fs::path& file) {
  if (const auto reason = reason_against_file(option, file)) throw Refused{{*reason}};
}

}  // namespace railshift::study

#include "study/output_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "sim/core/files/file_bytes.hpp"
#include "study/refused.hpp"
#include "study/results/result_files.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// Where the text by which a file is known stands.
constexpr std::size_t kBeginning = 16'384;

// Nothing is opened to find out: the file may be a pipe, whose reader would take that for its end.
std::optional<Words> obstacle(const fs::path& file) {
  std::error_code ignored;
  const fs::path parent = folder_of(file);
  if (!file.has_filename() || fs::is_directory(file, ignored)) return Words{"这是目录，不是文件", "it is a folder, not a file"};
  if (!fs::is_directory(parent, ignored))
    return Words{fmt::format("没有目录 {}", parent.string()), fmt::format("there is no folder {}", parent.string())};
  const bool is_there = fs::exists(file, ignored);
  const bool renamed = !is_there || fs::is_regular_file(file, ignored);
  if ((is_there && eaccess(file.c_str(), W_OK) != 0) || (renamed && eaccess(parent.c_str(), W_OK) != 0))
    return Words{"没有写入权限", "it may not be written to"};
  return std::nullopt;
}

bool is_same(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  if (fs::exists(a, ignored) && fs::exists(b, ignored)) return fs::equivalent(a, b, ignored);
  return fs::weakly_canonical(fs::absolute(a)) == fs::weakly_canonical(fs::absolute(b));
}

bool is_ours(const fs::path& file, const std::string& text) {
  return !text.empty() && read_file(file).substr(0, kBeginning).find(text) != std::string::npos;
}

/// What would be lost.
std::optional<Words> loss(const fs::path& file, const OutputRules& rules) {
  std::error_code ignored;
  for (const fs::path& input : rules.inputs) {
    if (is_same(file, input)) return Words{"这是本命令的输入文件，不会改写", "it is an input of this command and is not written to"};
  }
  if (lies_in_a_result(file))
    return Words{"在结果目录之中，那里只有运行写出的文件；请写到别处",
                 "lies in a folder of results, which holds what a run wrote and nothing else; write it elsewhere"};
  const bool full = fs::is_regular_file(file, ignored) && fs::file_size(file, ignored) > 0;
  if (full && rules.replace == Replace::no && !is_ours(file, rules.ours))
    return Words{"文件已存在；换一个名字，或用 --force 替换", "it exists; choose another name, or --force to replace it"};
  return std::nullopt;
}

}  // namespace

std::optional<Words> reason_against_file(const std::string& option, const fs::path& file, const OutputRules& rules) {
  auto why = obstacle(file);
  if (!why) why = loss(file, rules);
  if (!why) return std::nullopt;
  return Words{fmt::format("--{} {}：{}", option, file.string(), why->zh), fmt::format("--{} {}: {}", option, file.string(), why->en)};
}

void check_file(const std::string& option, const fs::path& file, const OutputRules& rules) {
  if (const auto reason = reason_against_file(option, file, rules)) throw Refused{{*reason}};
}

}  // namespace railshift::study

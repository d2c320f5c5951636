/// `railshift new`: a folder that checks clean and runs at once, to be replaced by a city's own numbers table by table.
#include <algorithm>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/skeleton.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/core/text.hpp"
#include "study/run_folder.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestName = 100;

po::options_description new_options() {
  po::options_description options;
  options.add_options()("into", po::value<std::string>()->value_name("DIR"),
                        say({"写入的目录，默认 ./<代码>", "the folder to write, default ./<id>"}).c_str())(
      "id", po::value<std::string>()->value_name("ID"),
      say({"情景代码：小写字母、数字、-；CITY 为中文时必需", "id of the scenario: lower-case letters, digits, -; needed if CITY is no id"})
          .c_str());
  return options;
}

bool is_id(const std::string& word) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !word.empty() && word.size() <= kLongestName && plain(word.front()) &&
         std::all_of(word.begin(), word.end(), [&](char c) { return plain(c) || c == '-'; });
}

/// A name goes into quoted text of scenario.toml.
bool is_name(const std::string& word) {
  return !word.empty() && word.size() <= kLongestName && !first_bad_utf8(word) && !first_control_character(word) &&
         word.find_first_of("\"\\/@\t\r\n") == std::string::npos;
}

std::string id_for(const std::string& city, const po::variables_map& values) {
  if (!is_name(city)) {
    throw UsageError{fmt::format(
        fmt::runtime(say({"CITY 不能为空、不能超过 {} 字节、不能含引号、斜线、@ 或控制字符",
                          "CITY must not be empty, longer than {} bytes, or hold quotation marks, slashes, @ or control characters"})),
        kLongestName)};
  }
  const bool given = values.count("id") != 0;
  std::string id = given ? values["id"].as<std::string>() : city;
  if (is_id(id)) return id;
  if (given) {
    throw UsageError{fmt::format(fmt::runtime(say({"--id {}：只用小写字母、数字和 -，以字母或数字开头",
                                                   "--id {}: lower-case letters, digits and - only, beginning with a letter or digit"})),
                                 id)};
  }
  throw UsageError{fmt::format(
      fmt::runtime(say({"{} 不能作情景代码（只用小写字母、数字和 -）；请加 --id，例如 railshift new {} --id my-city",
                        "{} cannot be the scenario's id (lower-case letters, digits and - only); add --id, as in railshift new {} "
                        "--id my-city"})),
      city, city)};
}

std::string filled(const SkeletonFile& file, const std::string& id, const std::string& city) {
  std::string text(file.text);
  if (file.kind == SkeletonFile::Kind::as_it_is) return text;
  for (const auto& [mark, word] : {std::pair<std::string, std::string>{"@ID@", id}, {"@CITY@", city}}) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + word.size())) text.replace(at, mark.size(), word);
  }
  return text;
}

constexpr const char* kStageInside = ".partial";

/// Whether everything in the folder is what `new` writes, by its path.
bool holds_skeleton_alone(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_symlink() && entry.is_directory()) continue;
    const fs::path name = entry.path().lexically_relative(folder);
    const fs::path path = *name.begin() == kStageInside ? name.lexically_relative(kStageInside) : name;
    const auto& files = skeleton_files();
    if (std::none_of(files.begin(), files.end(), [&path](const SkeletonFile& file) { return path == fs::path(file.path); })) return false;
  }
  return true;
}

/// What a `new` that was cut off has left: a stage beside the folder, or one inside it and no scenario.toml yet.
void clear_leftovers(const fs::path& folder) {
  const fs::path beside = folder.string() + ".partial";
  if (fs::is_directory(fs::symlink_status(beside)) && holds_skeleton_alone(beside)) fs::remove_all(beside);
  if (!fs::is_directory(folder / kStageInside) || fs::exists(folder / "scenario.toml") || !holds_skeleton_alone(folder)) return;
  std::vector<fs::path> left;
  for (const auto& entry : fs::directory_iterator(folder)) left.push_back(entry.path());
  std::partition(left.begin(), left.end(), [](const fs::path& path) { return path.filename() != kStageInside; });  // the stage last
  for (const fs::path& path : left) fs::remove_all(path);
}

void refuse_if_taken(const fs::path& path) {
  const auto status = fs::symlink_status(path);
  if (!fs::exists(status) || (fs::is_directory(path) && fs::is_empty(path))) return;
  throw UsageError{fmt::format(fmt::runtime(say({"{} 已存在且不是空目录，不会覆盖；换一个 --into",
                                                 "{} exists and is no empty folder; nothing is replaced, choose another --into"})),
                               path.string())};
}

/// Where the files are written before they appear: beside a folder that is not there yet, inside one that is there and empty.
fs::path stage_of(const fs::path& folder) { return fs::exists(folder) ? folder / kStageInside : fs::path(folder.string() + ".partial"); }

void publish(const fs::path& stage, const fs::path& folder) {
  sync_tree(stage);
  if (!fs::exists(folder)) return rename_durably(stage, folder);
  // scenario.toml makes the folder a scenario: it appears last.
  for (const char* part : {"README.md", "network", "parameters", "tables", "scenario.toml"}) rename_durably(stage / part, folder / part);
  fs::remove(stage);
}

void write_all(const fs::path& folder, const std::string& id, const std::string& city) {
  const fs::path stage = stage_of(folder);
  if (fs::exists(fs::symlink_status(stage))) refuse_if_taken(stage);
  try {
    for (const SkeletonFile& file : skeleton_files()) {
      fs::create_directories((stage / file.path).parent_path());
      write_file(stage / file.path, filled(file, id, city));
    }
    publish(stage, folder);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(stage, ignored);
    throw;
  }
}

ExitCode make(const po::variables_map& values) {
  const std::string city = values["arguments"].as<std::vector<std::string>>()[0];
  const std::string id = id_for(city, values);
  const std::string shown = values.count("into") != 0 ? values["into"].as<std::string>() : id;
  const fs::path folder = study::by_name(shown);
  clear_leftovers(folder);
  refuse_if_taken(folder);
  write_all(folder, id, city);
  fmt::print(fmt::runtime(say({"写入 {}：{} 个文件，数字都是示例。\n先读 {}，再依次：\n",
                               "written: {}, {} files; every number is an example.\nRead {} first, then:\n"})),
             shown, skeleton_files().size(), (fs::path(shown) / "README.md").string());
  for (const char* next : {"check", "look", "run"}) fmt::print("  railshift {} {}\n", next, shown);
  return ExitCode::done;
}

}  // namespace

Command new_command() {
  Command command;
  command.name = "new";
  command.usage = "new CITY [options]";
  command.summary = {"为一个城市写出可直接运行的示例情景", "an example scenario for a city that runs at once"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, new_options(), {"CITY"}).parse(words);
    return values ? make(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app

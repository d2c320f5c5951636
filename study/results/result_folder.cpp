#include "study/results/result_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>

#include <fmt/format.h>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/core/refused.hpp"
#include "study/results/result_files.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kNamesShown = 10;
constexpr const char* kUnfinished = ".partial";

[[noreturn]] void not_taken(const std::string& zh, const std::string& en) { throw Refused{{{zh, en}}}; }

fs::path beside(const fs::path& out, const std::string& ending) {
  return folder_of(out) / ("." + out.filename().string() + ".railshift-" + ending);
}

/// For old results that step aside where the system cannot swap two folders at once.
fs::path stepped_aside(const fs::path& out) { return beside(out, "replaced"); }

fs::path unfinished_of(const fs::path& out) { return out.string() + kUnfinished; }

fs::path place_of(const fs::path& as_given) {
  const fs::path out = by_name(as_given);
  return fs::is_symlink(out) ? fs::weakly_canonical(out) : out;
}

std::string some_of(const std::vector<std::string>& names) {
  const std::size_t shown = std::min(names.size(), kNamesShown);
  const std::string more = names.size() > shown ? fmt::format(" ... ({})", names.size()) : "";
  return fmt::format("{}{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "), more);
}

std::vector<std::string> names_at(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// What no study writes into `<out>.partial`, by names alone: of a result that is not finished there is no list.
std::vector<std::string> not_of_a_study(const fs::path& partial) {
  static const std::set<std::string> files = {
      "run.gpkg", "run.gpkg.tmp", "metrics.csv", "stations.csv", "pools.csv", "stocks.csv", "funnel.csv", "boxes.csv", "choice.csv",
      "verdicts.csv", "child.json", "part.json", "manifest.json", "replications.csv", "operations.csv", "comparison.csv", "ceilings.csv",
      "contributions.csv", "costs.csv", "levers.csv", "ways.csv", "schedule.csv", "firm_sheets.csv", "report.html", "document.json",
      "observed.csv", "map.gpkg", "map.gpkg.tmp", "map.gpkg.tmp-journal", "run.gpkg.tmp-journal",
      // of members of a study (study/members/member_parts.cpp), and its result
      "member.json", "refused.json", "state.json", "why.json", ".why.json.railshift-partial", "chances.csv", "study.gpkg",
      "datapackage.json", "study.toml",
      // of a tracked plan (study/tracking/track_plan.cpp)
      "months.gpkg", "months.gpkg.tmp", "months.gpkg.tmp-journal", "tracking.csv", "progress.csv", "offices.csv", "pace.csv", "runs.csv",
      "rail.csv", "gate.csv", "cancellations.csv", "register.csv"};
  // as CSV and as Parquet
  static const std::set<std::string> tables{"targets", "effects", "members", "deciding", "years", "failed", "iamc", "screening", "shares"};
  std::vector<std::string> others;
  for (const auto& entry : fs::recursive_directory_iterator(partial)) {
    if (!entry.is_symlink() && entry.is_directory()) continue;
    const bool table =
        tables.contains(entry.path().stem().string()) && (entry.path().extension() == ".csv" || entry.path().extension() == ".parquet");
    if (!table && !files.contains(entry.path().filename().string()))
      others.push_back(entry.path().lexically_relative(partial).generic_string());
  }
  std::sort(others.begin(), others.end());
  return others;
}

/// The same of a place that may be no folder.
std::vector<std::string> others_at(const fs::path& place) {
  return fs::is_directory(fs::symlink_status(place)) ? not_of_a_study(place) : std::vector{place.string()};
}

struct Identity {
  dev_t device;
  ino_t number;
  bool operator==(const Identity&) const = default;
};

std::optional<Identity> identity(const fs::path& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return std::nullopt;
  return Identity{about.st_dev, about.st_ino};
}

/// A folder that cannot be renamed, or in which somebody stands.
void refuse_unmovable(const fs::path& out) {
  const auto own = identity(out);
  const std::string name = out.string();
  for (fs::path here = fs::current_path(); own; here = here.parent_path()) {
    if (identity(here) == own)
      not_taken(name + " 是当前工作目录或其上级，不能替换；请写出其中一个新目录",
                name + " is the working folder or holds it and cannot be replaced; name a folder inside it");
    if (here == here.parent_path()) break;
  }
  const auto above = identity(fs::absolute(out).parent_path());
  if (own && above && own->device != above->device)
    not_taken(name + " 是挂载点，不能整体替换；请写出其中一个目录",
              name + " is a mount point and cannot be replaced; name a folder inside it");
}

void refuse_what_is_not_ours(const fs::path& out) {
  FileList files;
  const std::string name = out.string();
  switch (kind_of(out, files)) {
    case FolderKind::something_else:
      not_taken(fmt::format("{} 不是本版本程序写的结果目录，不会替换；其中有 {}", name, some_of(names_at(out))),
                fmt::format("{} is not a folder of results that this version wrote; it is not replaced and holds {}", name,
                            some_of(names_at(out))));
    case FolderKind::damaged_manifest:
      not_taken(name + " 的 manifest.json 已改动，无法确认是结果目录，不会替换；请自行删除或换一个 --out",
                "manifest.json of " + name + " is altered, so that it is not known as a result; it is not replaced, delete it yourself");
    case FolderKind::result:
      break;
  }
  const std::vector<std::string> others = unknown_files(out, files, kManifest);
  if (!others.empty())
    not_taken(fmt::format("{} 中有不是本程序写的文件，不会替换：{}", name, some_of(others)),
              fmt::format("{} holds files that the program did not write; it is not replaced: {}", name, some_of(others)));
}

void refuse_unless_free(const fs::path& out, Replace replace) {
  if (out.filename().string().ends_with(kUnfinished))
    not_taken(out.string() + "：以 .partial 结尾的名字留给未完成的结果；换一个 --out",
              out.string() + ": names that end in .partial are those of results that are not finished; choose another --out");
  if (lies_in_a_result(out))
    not_taken(out.string() + " 在结果目录之中，那里只有运行写出的文件；换一个 --out",
              out.string() + " lies in a folder of results, which holds what a run wrote and nothing else; choose another --out");
  const auto status = fs::symlink_status(out);
  if (!fs::exists(status)) return;
  const std::string name = out.string();
  if (!fs::is_directory(status)) not_taken(name + " 是文件，不是目录，不会替换", name + " is a file, not a folder; it is not replaced");
  refuse_unmovable(out);
  if (fs::is_empty(out)) return;
  if (replace == Replace::no)
    not_taken(name + " 已存在；换一个 --out，或用 --force 替换", name + " exists; choose another --out, or --force to replace it");
  refuse_what_is_not_ours(out);
}

bool is_whole_result(const fs::path& folder) {
  FileList files;
  std::error_code ignored;
  return fs::is_directory(folder, ignored) && kind_of(folder, files) == FolderKind::result && compare_with(folder, files, kManifest).none();
}

/// A result that was not being cleared away, even if somebody altered it.
bool lacks_nothing(const fs::path& folder) {
  FileList files;
  return kind_of(folder, files) == FolderKind::result && compare_with(folder, files, kManifest).missing.empty();
}

/// A place that a folder can take by a rename without anything being lost.
bool is_vacant(const fs::path& out) {
  std::error_code ignored;
  const auto status = fs::symlink_status(out, ignored);
  return !fs::exists(status) || (fs::is_directory(status) && fs::is_empty(out, ignored));
}

/// The old result goes when another one stands in its place whole, and not before.
void clear_stepped_aside(const fs::path& out) {
  const fs::path old = stepped_aside(out);
  if (!fs::is_directory(fs::symlink_status(old)) || !is_whole_result(out) || !not_of_a_study(old).empty()) return;
  std::error_code left_for_the_next_run;
  fs::remove_all(old, left_for_the_next_run);
}

/// A vacant place gets the new result if that is finished, or else the old one. Whoever calls it holds the lock.
void repair_locked(const fs::path& out) {
  const fs::path old = stepped_aside(out);
  const fs::path partial = unfinished_of(out);
  if (is_vacant(out)) {
    if (is_whole_result(partial)) {
      sync_tree(partial);
      rename_durably(partial, out);
    } else if (lacks_nothing(old)) {
      rename_durably(old, out);
    }
  }
  clear_stepped_aside(out);
}

/// Why `clear_stepped_aside` left them beside a place that is not vacant.
Words why_old_results_stay(const fs::path& out) {
  if (!is_whole_result(out)) return both(" {} 缺文件或已改动", "{} lacks files or is altered", out.string());
  const std::vector<std::string> others = others_at(stepped_aside(out));
  if (others.empty()) return {"无法删除", "it cannot be removed"};
  return both("其中有不是本程序写的文件：{}", "it holds files that the program did not write: {}", some_of(others));
}

/// What `repair_locked` has left beside a place that is not vacant would be in the way at the end, or be lost.
void refuse_to_lose_what_lies_beside(const fs::path& out) {
  if (is_vacant(out)) return;
  const fs::path old = stepped_aside(out);
  if (fs::exists(fs::symlink_status(old))) {
    const Words said = both("{} 是上次替换留下的，不会清除，因为{}；请先移走 {} 或 {}",
                            "{} is left of an earlier replacement and is not cleared away, because {}; move {} or {} away first",
                            old.string(), why_old_results_stay(out), old.string(), out.string());
    not_taken(said.zh, said.en);
  }
  const fs::path partial = unfinished_of(out);
  if (is_whole_result(partial) && !is_whole_result(out))
    not_taken(fmt::format("{} 是已完成的结果，而 {} 已改动，不会清除；请先移走其一", partial.string(), out.string()),
              fmt::format("{} holds finished results and is not cleared away, because {} is altered; move one of them away",
                          partial.string(), out.string()));
}

/// Swaps two folders at once; false where the file system or the system cannot.
bool swap_folders(const fs::path& a, const fs::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) return false;
  cannot(FileAct::replace, b);
}

/// Two renames, with the old result whole under another name in between.
void swap_in_two_steps(const fs::path& partial, const fs::path& out) {
  const fs::path old = stepped_aside(out);
  if (fs::exists(fs::symlink_status(old)))
    throw Failed(both("无法替换 {}：{} 已存在", "cannot replace {}: {} exists", out.string(), old.string()));
  rename_durably(out, old);
  try {
    rename_durably(partial, out);
  } catch (...) {
    std::error_code ignored;
    if (is_vacant(out)) fs::rename(old, out, ignored);
    throw;
  }
  std::error_code ignored;
  fs::remove_all(old, ignored);
}

/// The place was free when the work began.
void refuse_if_changed_meanwhile(const fs::path& out, const fs::path& partial, Replace replace) {
  try {
    refuse_unless_free(out, replace);
  } catch (const Refused& refused) {
    throw Failed(both("{}；新结果完整地留在 {}", "{}; the new results are whole in {}", refused.reasons.front(), partial.string()));
  }
}

FileLock locked(const fs::path& out) {
  auto lock = FileLock::take(beside(out, "lock"));
  if (!lock)
    not_taken("另一次运行正在写 " + out.string() + "；换一个 --out，或等它结束",
              "another run is writing " + out.string() + "; choose another --out, or wait until it has ended");
  return std::move(*lock);
}

}  // namespace

fs::path by_name(fs::path folder) {
  while (folder.has_relative_path() && folder.has_parent_path() && (!folder.has_filename() || folder.filename() == "."))
    folder = folder.parent_path();
  const bool unnamed = folder.filename() == "." || folder.filename() == "..";
  return unnamed ? fs::weakly_canonical(folder) : folder;
}

ResultFolder::ResultFolder(const fs::path& as_given, Replace replace, Leftovers leftovers)
    : out_(place_of(as_given)), partial_(unfinished_of(out_)), replace_(replace) {
  refuse_unless_free(out_, replace);
  fs::create_directories(fs::absolute(out_).parent_path());
  lock_.emplace(locked(out_));
  repair_locked(out_);
  refuse_unless_free(out_, replace);
  refuse_to_lose_what_lies_beside(out_);
  if (fs::exists(fs::symlink_status(partial_))) {
    const std::vector<std::string> others = others_at(partial_);
    if (!others.empty())
      not_taken(fmt::format("结果先写在 {}，其中有别的文件，不会清除：{}", partial_.string(), some_of(others)),
                fmt::format("results are first written to {}, which holds other files; they are not cleared away: {}", partial_.string(),
                            some_of(others)));
  }
  if (leftovers == Leftovers::clear) fs::remove_all(partial_);
  fs::create_directories(partial_);
}

void ResultFolder::finish() {
  sync_tree(partial_);
  refuse_if_changed_meanwhile(out_, partial_, replace_);
  if (is_vacant(out_)) {
    rename_durably(partial_, out_);
    return clear_stepped_aside(out_);
  }
  if (!swap_folders(partial_, out_)) return swap_in_two_steps(partial_, out_);
  sync_to_disk(folder_of(out_));
  std::error_code left_for_the_next_run;
  fs::remove_all(partial_, left_for_the_next_run);
}

void repair(const fs::path& as_given) {
  const fs::path out = place_of(as_given);
  if (!is_vacant(out)) return;
  const bool finished = is_whole_result(unfinished_of(out));
  if (!finished && !fs::exists(fs::symlink_status(stepped_aside(out)))) return;
  if (::access(folder_of(out).c_str(), W_OK) != 0) return;
  if (const auto lock = FileLock::take(beside(out, "lock"))) repair_locked(out);
}

}  // namespace railshift::study

#include "sim/core/files/joint_replacement.hpp"

#include <unistd.h>

#include <set>
#include <sstream>

#include "sim/core/files/pending_file.hpp"
#include "sim/core/input_file.hpp"
#include "sim/core/refused.hpp"

namespace railshift {
namespace fs = std::filesystem;
namespace {

constexpr const char* kJournal = ".railshift-change";
constexpr const char* kLock = ".railshift-lock";
constexpr const char* kTitle = "railshift change 1";
/// In the other folders of a change: where its journal lies.
constexpr const char* kElsewhere = "railshift change in ";
constexpr const char* kEnd = "end";

/// A file of a change, from the folder of its journal.
struct Change {
  std::string sha256;
  fs::path path;
};

constexpr std::string_view kPrepared = ".railshift-new";

/// The file itself, if the place is a link to it.
fs::path target(const fs::path& place) { return fs::is_symlink(place) ? fs::weakly_canonical(place) : place; }

fs::path prepared(const fs::path& place) {
  const fs::path real = target(place);
  return folder_of(real) / ("." + real.filename().string() + std::string(kPrepared));
}

void remove_file(const fs::path& file) {
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) cannot(FileAct::remove, file);
}

FileLock alone_in(const fs::path& folder) {
  auto lock = FileLock::take(folder / kLock);
  if (!lock) {
    const std::string name = folder.string();
    throw Refused{{{"另一个命令正在修改 " + name + "；稍后再试", "another command is changing " + name + "; try again when it has ended"}}};
  }
  return std::move(*lock);
}

std::string journal_text(const std::vector<Change>& changes) {
  std::string text = std::string(kTitle) + "\n";
  for (const Change& change : changes) text += change.sha256 + " " + change.path.generic_string() + "\n";
  return text + kEnd + "\n";
}

std::vector<Change> changes_in(const fs::path& journal) {
  std::istringstream lines(read_file(journal));
  std::vector<Change> changes;
  std::string line;
  const bool ours = std::getline(lines, line) && line == kTitle;
  while (ours && std::getline(lines, line) && line != kEnd) {
    const auto blank = line.find(' ');
    if (blank == std::string::npos) break;
    changes.push_back({line.substr(0, blank), line.substr(blank + 1)});
  }
  if (line != kEnd) {
    throw Refused{{{journal.string() + " 不是修改记录；确认数据表无误后删去它",
                    journal.string() + " is no journal of a change; see whether the tables are right, then delete it"}}};
  }
  return changes;
}

/// Other folders than the journal's in which files change.
std::set<fs::path> other_folders(const std::vector<Change>& changes) {
  std::set<fs::path> folders;
  for (const Change& change : changes) {
    if (!change.path.empty() && *change.path.begin() == "..") folders.insert(change.path.parent_path());
  }
  return folders;
}

[[noreturn]] void neither_old_nor_new(const fs::path& file, const fs::path& journal) {
  throw Refused{
      {{file.string() + " 在一次中断的导入之后又有变动；核对后删去 " + journal.string(),
        file.string() + " was altered after an import that was cut off; see whether it is right, then delete " + journal.string()}}};
}

void put_in_place(const fs::path& folder, const std::vector<Change>& changes) {
  std::set<fs::path> folders;
  for (const Change& change : changes) {
    const fs::path place = folder / change.path;
    const fs::path fresh = prepared(place);
    const bool waits = fs::exists(fresh);
    if (sha256_hex(read_file(waits ? fresh : place)) != change.sha256) neither_old_nor_new(place, folder / kJournal);
    if (waits && ::rename(fresh.c_str(), target(place).c_str()) != 0) cannot(FileAct::write, place);
    folders.insert(folder_of(target(place)));
  }
  for (const fs::path& changed : folders) sync_to_disk(changed);
  remove_file(folder / kJournal);
  sync_to_disk(folder);
  for (const fs::path& other : other_folders(changes)) remove_file(folder / other / kJournal);
}

void prepare(const fs::path& place, const std::string& bytes) {
  const fs::path fresh = prepared(place);
  fs::create_directories(folder_of(place));
  write_file(fresh, bytes);
  if (fs::exists(place)) fs::permissions(fresh, fs::status(place).permissions());
  sync_to_disk(fresh);
  sync_to_disk(folder_of(fresh));
}

/// What a change that never began has left in the folders of an iterator.
template <typename Folders>
void clear_prepared(Folders folders) {
  std::vector<fs::path> left;
  for (const auto& entry : folders) {
    if (entry.path().filename().string().ends_with(kPrepared)) left.push_back(entry.path());
  }
  for (const fs::path& file : left) remove_file(file);
}

/// In the folder of a change and those below it.
void clear_prepared_in(const fs::path& folder) { clear_prepared(fs::recursive_directory_iterator(folder)); }

/// In another folder of a change: what lies below it may be of others.
void clear_prepared_beside(const fs::path& other) {
  if (fs::is_directory(other)) clear_prepared(fs::directory_iterator(other));
}

/// The file of a lock whose process was killed.
void clear_stale_lock(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / kLock, ignored) && ::access(folder.c_str(), W_OK) == 0) static_cast<void>(FileLock::take(folder / kLock));
}

/// The other folders of a change are its own too as long as it lasts.
std::vector<FileLock> alone_in_all(const fs::path& folder, const std::set<fs::path>& others) {
  std::vector<FileLock> locks;
  for (const fs::path& other : others) {
    finish_change(folder / other);
    locks.push_back(alone_in(folder / other));
    clear_prepared_beside(folder / other);
  }
  return locks;
}

/// A note without a journal: the change was given up before it began, or is about to begin. Nothing is cleared unless its folders and the
/// note are still so when nobody else is at them.
void clear_given_up(const fs::path& other, const fs::path& main, const std::string& note) {
  std::error_code ignored;
  const auto ours = [&](const fs::path& folder) { return fs::is_directory(folder, ignored) && ::access(folder.c_str(), W_OK) == 0; };
  if (!ours(main) || !ours(other)) return;
  const auto of_main = FileLock::take(main / kLock), of_other = FileLock::take(other / kLock);
  if (!of_main || !of_other || fs::exists(main / kJournal, ignored) || !fs::exists(other / kJournal, ignored)) return;
  if (read_file(other / kJournal) != note) return;
  clear_prepared_beside(other);
  remove_file(other / kJournal);
}

}  // namespace

FolderChange::FolderChange(const fs::path& folder) : folder_(folder), lock_(alone_in(folder)) {
  const fs::path journal = folder / kJournal;
  if (fs::exists(journal) && !read_file(journal).starts_with(kElsewhere)) put_in_place(folder, changes_in(journal));
  clear_prepared_in(folder);
}

void FolderChange::replace(const std::vector<NewFile>& files) {
  std::vector<Change> changes;
  for (const NewFile& file : files) changes.push_back({sha256_hex(file.bytes), file.path});
  if (changes.empty()) return;
  const std::set<fs::path> others = other_folders(changes);
  const std::vector<FileLock> locks = alone_in_all(folder_, others);
  try {
    // The notes go first: by them whoever opens one of the other folders knows whose the new files are.
    for (const fs::path& other : others)
      replace_file(folder_ / other / kJournal, kElsewhere + fs::proximate(folder_, folder_ / other).generic_string() + "\n");
    for (const NewFile& file : files) prepare(folder_ / file.path, file.bytes);
    replace_file(folder_ / kJournal, journal_text(changes));
  } catch (...) {
    std::error_code ignored;
    if (!fs::exists(folder_ / kJournal, ignored)) {
      for (const NewFile& file : files) fs::remove(prepared(folder_ / file.path), ignored);
      for (const fs::path& other : others) fs::remove(folder_ / other / kJournal, ignored);
      throw;
    }
  }
  put_in_place(folder_, changes);
}

void finish_change(const fs::path& folder) {
  std::error_code ignored;
  const fs::path journal = folder / kJournal;
  clear_stale_lock(folder);
  if (!fs::exists(journal, ignored)) return;
  const std::string text = read_file(journal);
  if (!text.starts_with(kElsewhere)) {
    const FileLock lock = alone_in(folder);
    if (fs::exists(journal, ignored)) put_in_place(folder, changes_in(journal));
    return;
  }
  const std::string way = text.substr(std::string_view(kElsewhere).size());
  const fs::path main = folder / way.substr(0, way.find('\n'));
  if (fs::exists(main / kJournal, ignored)) return finish_change(main);
  clear_given_up(folder, main, text);
}

}  // namespace railshift

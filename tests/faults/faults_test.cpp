/// Whatever call of the system fails, and wherever a process is killed: what stood there stands there still or the new one does, whole, and
/// the same command comes to its end when it is given again.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <set>

#include "sim/core/files/file_hash.hpp"
#include "tests/app/cli.hpp"
#include "tests/faults/works.hpp"

namespace faults_test {

using namespace railshift;
using namespace railshift::faults;
namespace fs = std::filesystem;

namespace {

constexpr long kSample = 2;      ///< points of a work and a kind of failure, spread over all of them
constexpr long kLastCalls = 24;  ///< where results take their places; of these every eighth

using Contents = std::map<std::string, std::string>;  ///< hash by path

/// RAILSHIFT_FAULTS=all: every point. RAILSHIFT_FAULTS=2/8: those of the second of eight parts, which together are all.
struct Part {
  long number = 0, of = 0;  ///< of 0: a sample
  [[nodiscard]] bool has(long n) const { return of > 0 && n % of == number % of; }
};
Part part_asked() {
  const char* given = std::getenv("RAILSHIFT_FAULTS");
  const std::string text = given == nullptr ? "" : given;
  if (text == "all") return {1, 1};
  const std::size_t slash = text.find('/');
  return slash == std::string::npos ? Part{} : Part{std::stol(text.substr(0, slash)), std::stol(text.substr(slash + 1))};
}

/// Files of the program's own, not of anybody's data: unfinished ones, locks, journals.
bool is_leftover(const std::string& name) {
  return name.find(".railshift-") != std::string::npos || name.find(".partial") != std::string::npos;
}

Contents contents(const fs::path& place) {
  Contents found;
  if (fs::is_regular_file(place)) found["."] = record_of(place).sha256;
  if (!fs::is_directory(place)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(place)) {
    const std::string name = entry.path().lexically_relative(place).generic_string();
    // The manifest says when a run was made; the audit looks at it.
    if (entry.is_regular_file() && entry.path().filename() != "manifest.json" && !is_leftover(name))
      found[name] = record_of(entry.path()).sha256;
  }
  return found;
}

std::set<std::string> all_names(const fs::path& base) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(base)) {
    const std::string name = entry.path().lexically_relative(base).generic_string();
    if (!name.starts_with("tmp")) names.insert(name);
  }
  return names;
}

std::vector<std::string> words_in(const Work& work, const fs::path& base) {
  std::vector<std::string> words = work.words;
  for (std::string& word : words) {
    if (word.starts_with("@")) word.replace(0, 1, base.string());
  }
  return words;
}

/// A work with what it finds and what it makes of that when nothing fails.
class Trial {
 public:
  explicit Trial(const Work& work) : work_(work) {
    fs::create_directories(before_);
    work_.prepare(before_);
    for (const Place& place : work_.places) old_.push_back(contents(before_ / place.name));
    renew();
    attempt("count", 0);
    REQUIRE(code_ == 0);
    for (const Place& place : work_.places) new_.push_back(contents(base_ / place.name));
    names_ = all_names(base_);
    calls_ = std::stol(cli::text_of(scratch_ / "record"));
    REQUIRE(calls_ > 0);
  }

  [[nodiscard]] std::vector<long> points() const {
    std::set<long> chosen;
    const Part part = part_asked();
    for (long n = 1; n <= calls_; ++n) {
      if (part.has(n)) chosen.insert(n);
    }
    if (part.of > 0) return {chosen.begin(), chosen.end()};
    for (long i = 0; i < kSample; ++i) chosen.insert(1 + i * calls_ / kSample);
    for (long n = std::max(1L, calls_ - kLastCalls); n <= calls_; n += 8) chosen.insert(n);
    return {chosen.begin(), chosen.end()};
  }

  void check(const std::string& how, long n) {
    renew();
    attempt(how, n);
    INFO(work_.name << ": call " << n << " of " << calls_ << ", " << how << ", " << cli::text_of(scratch_ / "record") << said_);
    bool all_new = true, some_new = false;
    for (std::size_t i = 0; i < work_.places.size(); ++i) {
      const Contents now = after_opening(work_.places[i]);
      CHECK((now == old_[i] || now == new_[i]));
      all_new = all_new && now == new_[i];
      some_new = some_new || (now == new_[i] && now != old_[i]);
    }
    CHECK((code_ != 0 || all_new));  // who says that it is done has done it
    go_on(some_new);
    for (std::size_t i = 0; i < work_.places.size(); ++i) CHECK(after_opening(work_.places[i]) == new_[i]);
    CHECK(all_names(base_) == names_);
  }

 private:
  void renew() {
    fs::remove_all(base_);
    fs::copy(before_, base_, fs::copy_options::recursive);
    fs::create_directories(base_ / "tmp");
  }

  [[nodiscard]] cli::Surroundings around() const { return {{{"LC_ALL", "en_US.UTF-8"}, {"TMPDIR", (base_ / "tmp").string()}}, base_}; }

  void attempt(const std::string& how, long n) {
    std::vector<std::string> command = {RAILSHIFT_FAULTY, how, std::to_string(n), (scratch_ / "record").string(), RAILSHIFT_BINARY};
    const auto words = words_in(work_, base_);
    command.insert(command.end(), words.begin(), words.end());
    const cli::Answer answer = cli::call(command, around());
    code_ = answer.code;
    said_ = answer.err;
  }

  /// The same command, without a fault. Without --force it is refused where something new stands already.
  void go_on(bool some_new) {
    std::vector<std::string> words = words_in(work_, base_);
    cli::Answer answer = cli::ask(words, around());
    if (answer.code == 2 && some_new && words[0] != "new") {
      words.emplace_back("--force");
      answer = cli::ask(words, around());
    }
    INFO("again: " << answer.err);
    CHECK((answer.code == 0 || (some_new && words[0] == "new")));
  }

  /// What a place holds once somebody has looked at it: a result that exists must pass its audit, a scenario its check.
  [[nodiscard]] Contents after_opening(const Place& place) const {
    const fs::path path = base_ / place.name;
    switch (place.kind) {
      case Place::Kind::file:
        break;
      case Place::Kind::result: {
        const cli::Answer answer = cli::ask({"audit", path.string()}, around());
        INFO(answer.out.substr(0, 600) << answer.err);
        CHECK((answer.code == 0 || !fs::exists(path)));
        break;
      }
      case Place::Kind::scenario: {
        const fs::path folder = fs::exists(path / "tiny") ? path / "tiny" : path;
        const cli::Answer answer = cli::ask({"check", folder.string()}, around());
        INFO(answer.err);
        CHECK((answer.code == 0 || !fs::exists(folder / "scenario.toml")));
        break;
      }
    }
    return contents(path);
  }

  Work work_;
  cli::Scratch scratch_;
  fs::path before_ = scratch_ / "before";
  fs::path base_ = scratch_ / "base";
  std::vector<Contents> old_;  ///< by place
  std::vector<Contents> new_;
  std::set<std::string> names_;  ///< of everything there when nothing failed
  long calls_ = 0;
  int code_ = 0;
  std::string said_;
};

/// Every chosen point with every kind of failure.
void try_all(const std::string& name, const std::vector<std::string>& failures) {
  const std::vector<Work> works = all_works();
  const auto work = std::find_if(works.begin(), works.end(), [&](const Work& w) { return w.name == name; });
  REQUIRE(work != works.end());
  Trial trial(*work);
  long tried = 0;
  for (const std::string& how : failures) {
    for (const long n : trial.points()) {
      trial.check(how, n);
      ++tried;
    }
  }
  WARN(name << ": " << tried << " points");
}

const std::vector<std::string> kFailures = {"eio", "enospc", "kill"};

}  // namespace

TEST_CASE("a run that fails at any call leaves no result or a whole one, and comes to its end the next time", "[faults]") {
  try_all("a run", kFailures);
}

TEST_CASE("while a run replaces an old one the old result stands until the new one is whole", "[faults]") {
  try_all("a run over an old one", kFailures);
}

TEST_CASE("old results are not lost either where folders cannot be swapped at once", "[faults]") {
  try_all("a run over an old one", {"eio-stepwise", "kill-stepwise"});
}

TEST_CASE("replications that are cut off at any call come to their end the next time", "[faults]") {
  try_all("replications over an old run", kFailures);
}

TEST_CASE("an assessment that is cut off at any call loses neither the old one nor itself", "[faults]") {
  try_all("an assessment over an old one", kFailures);
}

TEST_CASE("a page, a workbook and a table are old or new, never half", "[faults]") {
  const std::string name = GENERATE(as<std::string>{}, "a page over an old one", "a workbook of a look", "a workbook to fill",
                                    "a comparison", "a sensitivity study");
  try_all(name, kFailures);
}

TEST_CASE("an import that is cut off at any call changes all tables or none", "[faults]") {
  const std::string name = GENERATE(as<std::string>{}, "an import of several tables", "an import with its lists");
  try_all(name, kFailures);
}

TEST_CASE("a new city that is cut off at any call is written the next time", "[faults]") { try_all("a new city", kFailures); }

TEST_CASE("a study that is cut off at any call counts no member as missed for it, and comes to its end the next time", "[faults]") {
  try_all("a study over an old one", kFailures);
}

TEST_CASE("scripts for a batch system are old or new, each of them whole", "[faults]") { try_all("scripts for a batch system", kFailures); }

}  // namespace faults_test

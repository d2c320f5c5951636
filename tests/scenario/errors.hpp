#pragma once
/// What a damaged scenario is told.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/in_chinese.hpp"
#include "tests/support/small_scenario.hpp"

namespace railshift::test {

/// In English; the same must be said in Chinese.
inline std::string told(const Problem& problem) {
  REQUIRE_FALSE(problem.found.zh.empty());
  REQUIRE_FALSE(problem.rule.zh.empty());
  require_chinese(problem);
  REQUIRE(to_string(problem, Language::zh) != to_string(problem, Language::en));
  return to_string(problem);
}

inline std::vector<std::string> errors_of(const scenario::Files& files, const scenario::LoadRequest& request = {}) {
  const scenario::Loaded loaded = scenario::load(files, request);
  std::vector<std::string> out;
  for (const Problem& problem : loaded.problems.sorted()) out.push_back(told(problem));
  CHECK(loaded.world.has_value() == out.empty());
  return out;
}

/// What is wrong with the files, if it is exactly one thing.
inline std::string only_error(const scenario::Files& files, const scenario::LoadRequest& request = {}) {
  const std::vector<std::string> errors = errors_of(files, request);
  for (const std::string& e : errors) UNSCOPED_INFO(e);
  REQUIRE(errors.size() == 1);
  return errors.front();
}

/// Exactly one error, which starts with the place and contains the other text.
inline void check_single(const std::vector<std::string>& errors, const std::string& place, const std::string& part) {
  INFO(place << " ... " << part);
  for (const std::string& e : errors) UNSCOPED_INFO(e);
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().rfind(place + ": ", 0) == 0);
  CHECK(errors.front().find(part) != std::string::npos);
}

/// One replacement in one file must give exactly one error.
inline void check_damage(const std::string& key, const std::string& from, const std::string& to, const std::string& place,
                         const std::string& part) {
  scenario::Files files = small_scenario();
  replace(files, key, from, to);
  check_single(errors_of(files), place, part);
}

/// What one replacement in one file is told in Chinese, if that is exactly one thing.
inline std::string chinese_error(const std::string& key, const std::string& from, const std::string& to,
                                 const scenario::LoadRequest& request = {}) {
  scenario::Files files = small_scenario();
  replace(files, key, from, to);
  const std::vector<Problem> problems = scenario::load(files, request).problems.sorted();
  for (const Problem& problem : problems) UNSCOPED_INFO(to_string(problem, Language::zh));
  REQUIRE(problems.size() == 1);
  return to_string(problems.front(), Language::zh);
}

/// One replacement in one file that nobody minds: the other side of a threshold.
inline void check_accepted(const std::string& key, const std::string& from, const std::string& to) {
  scenario::Files files = small_scenario();
  replace(files, key, from, to);
  INFO(key << ": " << to);
  CHECK(errors_of(files) == std::vector<std::string>{});
}

/// One replacement must give exactly one error, somewhere in a file or line.
inline void check_refused(const std::string& key, const std::string& from, const std::string& to, const std::string& where,
                          const std::string& part) {
  scenario::Files files = small_scenario();
  replace(files, key, from, to);
  INFO(key << ": " << to << " ... " << part);
  const std::string error = only_error(files);
  INFO(error);
  CHECK(error.rfind(where, 0) == 0);
  CHECK(error.find(part) != std::string::npos);
}

}  // namespace railshift::test

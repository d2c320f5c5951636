#pragma once
/// The small scenario and a record laid into it.
#include <catch2/catch.hpp>

#include "sim/core/text.hpp"
#include "sim/scenario/records/gate/import_gate.hpp"
#include "sim/scenario/records/import_rail.hpp"
#include "sim/scenario/records/import_register.hpp"
#include "tests/support/in_chinese.hpp"
#include "tests/support/small_scenario.hpp"

namespace railshift::test {

/// What an import of a record into the small scenario (or a changed one) says.
struct Laid {
  scenario::RecordImport imported;
  std::vector<std::string> errors;
  std::vector<std::string> errors_zh;
  scenario::Files after;  ///< the files with the changed tables

  [[nodiscard]] bool wrote(const std::string& key) const {
    for (const auto& table : imported.tables) {
      if (table.key == key) return true;
    }
    return false;
  }
  /// Whether a line of a table stands so in the file afterwards.
  [[nodiscard]] bool has_line(const std::string& key, const std::string& line) const {
    UNSCOPED_INFO(after.content.at(key));
    return ("\n" + after.content.at(key)).find("\n" + line + "\n") != std::string::npos;
  }
  [[nodiscard]] bool notes_say(const std::string& part) const {
    for (const auto* said : {&imported.gaps, &imported.notes}) {
      for (const Words& note : *said) {
        UNSCOPED_INFO(note.en << " | " << note.zh);
        if (note.en.find(part) != std::string::npos || note.zh.find(part) != std::string::npos) return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool errors_say(const std::string& part) const {
    for (const std::string& error : errors) {
      UNSCOPED_INFO(error);
      if (error.find(part) != std::string::npos) return true;
    }
    return false;
  }
  /// Row numbers of the misfit whose reason contains the text; "" if there is none.
  [[nodiscard]] std::string rows_with(const std::string& part) const {
    for (const auto& misfit : imported.misfits.sorted()) {
      UNSCOPED_INFO(misfit.lines.text() << ": " << misfit.what.en << " | " << misfit.what.zh);
      if (misfit.what.en.find(part) != std::string::npos || misfit.what.zh.find(part) != std::string::npos) return misfit.lines.text();
    }
    return "";
  }
};

/// Everything that the import says.
inline void require_chinese(const scenario::RecordImport& imported) {
  for (const Words& note : imported.notes) require_chinese(note);
  for (const Words& gap : imported.gaps) require_chinese(gap);
  for (const auto& misfit : imported.misfits.sorted()) {
    require_chinese(misfit.what);
    require_chinese(misfit.accept);
  }
}

template <class Import>
Laid lay(const scenario::Files& files, const std::string& bytes, std::set<std::string> write, const std::string& map, const Import& import,
         const scenario::Answers& answers = {}) {
  const scenario::Loaded loaded = scenario::load(files, {});
  REQUIRE(loaded.world);
  scenario::RecordRequest request{{"record.csv", bytes}, "厂区门禁 2020", {}, std::move(write), answers};
  if (!map.empty()) request.columns = scenario::RecordFile{"map.toml", map};
  Problems problems;
  Laid laid{import(files, *loaded.world, request, problems), {}, {}, files};
  require_chinese(laid.imported);
  for (const Problem& problem : problems.sorted()) {
    require_chinese(problem);
    laid.errors.push_back(to_string(problem));
    laid.errors_zh.push_back(to_string(problem, Language::zh));
  }
  for (const auto& table : laid.imported.tables) laid.after.content[table.key] = table.bytes;
  return laid;
}

inline Laid lay_gate(const scenario::Files& files, const std::string& bytes, std::set<std::string> write = {"profiles", "tonnes"},
                     const std::string& map = "", const scenario::Answers& answers = {}) {
  return lay(
      files, bytes, std::move(write), map,
      [](const auto& f, const World& world, const auto& request, Problems& problems) {
        return scenario::import_gate(
            f, world, request, scenario::GateForm::log, [](const scenario::Passage&) {}, problems);
      },
      answers);
}
inline Laid lay_register(const std::string& bytes, const std::string& map = "", const scenario::Answers& answers = {}) {
  return lay(small_scenario(), bytes, {}, map, &scenario::import_register, answers);
}
inline Laid lay_rail(const scenario::Files& files, const std::string& bytes, std::set<std::string> write = {"shares", "observed"},
                     const scenario::Answers& answers = {}, const std::string& map = "") {
  return lay(files, bytes, std::move(write), map, &scenario::import_rail_months, answers);
}

/// Answers to what a record asks.
inline scenario::Answers gaps_allowed() {
  scenario::Answers answers;
  answers.gaps = scenario::GapRule::allow;
  return answers;
}
inline scenario::Answers repeats_are(scenario::Repeats repeats) {
  scenario::Answers answers;
  answers.repeats = repeats;
  return answers;
}
inline scenario::Answers magnitude_is_right() {
  scenario::Answers answers;
  answers.magnitude = scenario::Magnitude::right;
  return answers;
}

}  // namespace railshift::test

#pragma once
/// 研究方案 - STUDY.toml: which plans are run at which points of what is uncertain.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/language.hpp"
#include "sim/core/problem.hpp"
#include "sim/model/world.hpp"
#include "study/members/member_study.hpp"

namespace railshift::study {

/// 方案 - one plan of a study: a scenario with changes.
struct StudyCase {
  std::string id;
  std::string name_zh, name_en;
  std::string scenario;          ///< folder, from where the study file lies; in full after reading
  std::string variant;           ///< likewise; empty: none
  std::vector<std::string> set;  ///< path=value
  Layer layer = Layer::plan;
  std::string against;  ///< id of the case that it is compared with; empty: the first of its scenario
  /// `set` as `--set` takes it, what grids add included.
  std::map<std::string, std::string> changes{};
};

/// 网格 - a path that takes each of these values in every case: as many cases as there are combinations.
struct StudyGrid {
  std::string id;
  std::string path;
  std::vector<std::string> values;
};

/// 分摊组 - clauses and measures whose effect is reckoned together (effect_shares.hpp).
struct StudyShare {
  std::string id;
  std::string name_zh, name_en;
  std::vector<std::string> clauses;   ///< ids: all measures of theirs
  std::vector<std::string> measures;  ///< ids
  Place place{};                      ///< of the id in the study file
};

struct StudyFile {
  std::string id;
  std::string title_zh, title_en;
  int members = 200;
  int full = 20;
  std::uint32_t seed = 1;
  int second = 100;              ///< members under the second law
  int screening = 4;             ///< Morris trajectories of every case that is compared with itself
  std::vector<StudyCase> cases;  ///< grids multiplied out: `late`, or `late/price=20` of a grid
  std::vector<StudyShare> shares;
  /// The first day that no member simulates, the first of a month; none: the end of the year in which the last target is due. What acts
  /// later is seen by a later day alone.
  std::optional<Date> until;
  std::string share_of;  ///< id of the case whose effect is shared; after reading never empty where there are shares
  /// Cases that are compared with another show what acts by their members alone.
  [[nodiscard]] MemberDesign design(const StudyCase& one) const {
    return {members, full, seed, second, one.against == one.id ? screening : 0};
  }
};

/// Reads a study. All mistakes at once, each with file, line and column: unknown keys, an id twice, a case without a scenario, `set` that
/// is no path=value, `against` that is no case or one of another scenario, a grid without values or whose path a case sets too, no case, a
/// share of nothing, more than 32 of them, `share_of` that is no case, a design that cannot be (reasons_against). What scenarios say of
/// paths and values, they say when they are loaded.
[[nodiscard]] StudyFile read_study(const std::filesystem::path& file, Problems& problems);

}  // namespace railshift::study

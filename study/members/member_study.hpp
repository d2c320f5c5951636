#pragma once
/// How sure: one plan at many points of its uncertain inputs, all by the quick twin and some in full.
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/chances/deciding.hpp"
#include "analysis/chances/ruled_out.hpp"
#include "analysis/chances/year_bands.hpp"
#include "analysis/statistics/points.hpp"
#include "analysis/words/chance_words.hpp"
#include "study/members/member.hpp"
#include "study/members/member_batches.hpp"
#include "study/members/member_sets.hpp"
#include "study/members/screening.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

struct MemberAnswer {
  MemberDesign design;
  std::vector<std::string> groups;                             ///< factors of the points, ids
  std::map<std::string, Words> names;                          ///< of the groups
  std::map<std::string, Words> offices;                        ///< that have their numbers
  analysis::statistics::Points points;                         ///< by member
  analysis::RuledOutSaid observed;                             ///< what of observed.csv ruled out how many
  std::map<std::size_t, analysis::Contradiction> ruled_out{};  ///< by index of the member
  std::vector<analysis::TargetChance> chances;                 ///< none if no input has a range
  std::vector<TargetScreening> screening;                      ///< of every target with a chance; none without a screening of its own
  std::vector<analysis::Deciding> deciding;                    ///< likewise
  std::vector<analysis::YearBand> years;                       ///< headlines by year
  std::vector<WithoutFigures> without;                         ///< members by number, estimates first; then those under the second law
  std::vector<WithoutFigures> without_screening;               ///< of a screening; their trajectories say nothing
  std::vector<WithoutFigures> undone;                          ///< in the same order, then of a screening; with some there are no figures
};

/// One case of a study: its request and scenario, the design and its members, and where parts lie.
struct MemberWork {
  const Request& request;
  const scenario::Loaded& plan;
  const MemberDesign& design;
  const MemberSets& members;
  std::filesystem::path root;
};

/// Runs what is missing in `root` (MemberRuns; members under the second law and of a screening in folders below it), or leaves it. A member
/// is ruled out by what the twin says of it, pairs too, so that one rule holds for all. Throws Interrupted.
[[nodiscard]] MemberAnswer member_answer(const MemberWork& work, Missing missing, const Watch& watch);
/// The same of a design that is drawn here, run to its end: throws Failed if a run ended without an answer.
[[nodiscard]] MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design,
                                         const std::filesystem::path& root, const Watch& watch);

/// Runs the members of a shard alone, of each kind by its own numbers; their parts are what comes of it. Answers those that ended without
/// an answer.
[[nodiscard]] std::vector<WithoutFigures> run_shard(const MemberWork& work, const Shard& shard, const Watch& watch);
/// What stands against parts that another process left in `from` (MemberRuns::reasons_against).
[[nodiscard]] std::vector<Words> reasons_against_parts(const MemberWork& work, const std::filesystem::path& from);
/// Takes them over (MemberRuns::adopt).
void adopt_parts(const MemberWork& work, const std::filesystem::path& from);

/// members.csv: a row a member: its number, the point (a column a group), id of the observation that rules it out, and each target's figure
/// of twin and corrected.
[[nodiscard]] std::string members_csv(const MemberAnswer& answer);

}  // namespace railshift::study

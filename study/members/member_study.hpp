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
#include "analysis/statistics/points.hpp"
#include "analysis/words/chance_words.hpp"
#include "study/members/member.hpp"
#include "study/members/member_sets.hpp"
#include "study/members/screening.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// A member without figures of one engine.
struct WithoutFigures {
  int number = 1;
  bool estimate = false;
  Words why;
  std::string command;  ///< that runs it alone
  bool second = false;  ///< of those under the second law
};

class MemberRuns;
/// Of these runs those without figures, with the command that runs each alone.
[[nodiscard]] std::vector<WithoutFigures> without_figures(const std::vector<Member>& members, const std::vector<MemberRun>& runs,
                                                          Mover mover, const MemberRuns& all);

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
  std::vector<WithoutFigures> without;                         ///< by number, estimates first
};

/// Runs what is missing in `root` (MemberRuns). A member is ruled out by what the twin says of it, pairs too, so that one rule holds for
/// all. Throws Interrupted.
[[nodiscard]] MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design,
                                         const std::filesystem::path& root, const Watch& watch);

/// Runs the members of a shard alone; their parts are what comes of it.
void run_shard(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const Shard& shard,
               const std::filesystem::path& root, const Watch& watch);
/// Takes parts over that another process left in `from` (MemberRuns::adopt).
void adopt_parts(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const std::filesystem::path& root,
                 const std::filesystem::path& from);

/// members.csv: a row a member: its number, the point (a column a group), id of the observation that rules it out, and each target's figure
/// of twin and corrected.
[[nodiscard]] std::string members_csv(const MemberAnswer& answer);

}  // namespace railshift::study

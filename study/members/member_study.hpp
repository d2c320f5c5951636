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
#include "analysis/statistics/points.hpp"
#include "study/member_design.hpp"
#include "study/members/member.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// A member without figures of one engine.
struct WithoutFigures {
  int number = 1;
  bool estimate = false;
  Words why;
  std::string command;  ///< that runs it alone
};

class MemberRuns;
/// Of these runs those without figures, with the command that runs each alone.
[[nodiscard]] std::vector<WithoutFigures> without_figures(const std::vector<Member>& members, const std::vector<MemberRun>& runs,
                                                          Mover mover, const MemberRuns& all);

struct MemberAnswer {
  MemberDesign design;
  std::vector<std::string> groups;              ///< factors of the points, ids
  std::map<std::string, Words> names;           ///< of the groups
  analysis::statistics::Points points;          ///< by member
  std::vector<analysis::TargetChance> chances;  ///< none if no input has a range
  std::vector<analysis::Deciding> deciding;     ///< likewise
  std::vector<WithoutFigures> without;          ///< by number, estimates first
};

/// 分片 - the members that one of several machines runs: those whose number leaves part - 1 when divided by `of`.
struct Shard {
  int part = 1;
  int of = 1;
  [[nodiscard]] bool has(int number) const { return number % of == part - 1; }
};
/// From "3/8". Nothing for other texts, and for a part that is none of them.
[[nodiscard]] std::optional<Shard> shard_from_text(const std::string& text);

/// The members at these points, numbered from 1, as sound as a scenario must be (scenario::sound_member).
[[nodiscard]] std::vector<Member> members_of(const Request& request, const scenario::Loaded& plan,
                                             const analysis::statistics::Points& points);
/// The points of a design.
[[nodiscard]] analysis::statistics::Points points_of(const scenario::Loaded& plan, const MemberDesign& design);

/// Runs what is missing in `root` (MemberRuns). Throws Interrupted.
[[nodiscard]] MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design,
                                         const std::filesystem::path& root, const Watch& watch);

/// Runs the members of a shard alone; their parts are what comes of it.
void run_shard(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const Shard& shard,
               const std::filesystem::path& root, const Watch& watch);
/// Takes parts over that another process left in `from` (MemberRuns::adopt).
void adopt_parts(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const std::filesystem::path& root,
                 const std::filesystem::path& from);

/// members.csv: a row a member: its number, the point (a column a group), whether twin and full have figures, and each target's figure of
/// both.
[[nodiscard]] std::string members_csv(const MemberAnswer& answer);

}  // namespace railshift::study

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
#include "analysis/chances/year_bands.hpp"
#include "analysis/statistics/points.hpp"
#include "study/members/member.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

struct MemberDesign {
  int members = 200;       ///< points of one Latin hypercube
  int full = 6;            ///< the first of them are run in full too
  std::uint32_t seed = 1;  ///< of the design and of residuals; the draws of all runs are those of the scenario's seed
};
/// Numbers of members below 2, more full ones than members.
[[nodiscard]] std::vector<Words> reasons_against(const MemberDesign& design);

/// A member without figures of one engine.
struct WithoutFigures {
  int number = 1;
  bool estimate = false;
  Words why;
  std::string command;   ///< that runs it alone
  bool refused = false;  ///< by its scenario, not by how the run ended
};

struct MemberAnswer {
  MemberDesign design;
  std::vector<std::string> groups;              ///< factors of the points, ids
  std::map<std::string, Words> names;           ///< of the groups
  analysis::statistics::Points points;          ///< by member
  std::vector<analysis::TargetChance> chances;  ///< none if no input has a range
  std::vector<analysis::Deciding> deciding;     ///< likewise
  std::vector<WithoutFigures> without;          ///< by number, estimates first
  std::vector<WithoutFigures> undone;           ///< runs that were ended from outside, or are missing; then there are no chances
  std::vector<analysis::YearBand> years;        ///< headlines by year
};

/// 分片 - the members that one of several machines runs: those whose number leaves part - 1 when divided by `of`.
struct Shard {
  int part = 1;
  int of = 1;
  [[nodiscard]] bool has(int number) const { return number % of == part - 1; }
};
/// From "3/8". Nothing for other texts, and for a part that is none of them.
[[nodiscard]] std::optional<Shard> shard_from_text(const std::string& text);

/// The members of a design, and those of them that are run in full.
struct Drawn {
  analysis::statistics::Points points;
  std::vector<Member> all, in_full;
};
[[nodiscard]] Drawn drawn(const Request& request, const scenario::Loaded& plan, const MemberDesign& design);
/// The members at these points, numbered from 1, as sound as a scenario must be (scenario::sound_member).
[[nodiscard]] std::vector<Member> members_of(const Request& request, const scenario::Loaded& plan,
                                             const analysis::statistics::Points& points);
/// The points of a design.
[[nodiscard]] analysis::statistics::Points points_of(const scenario::Loaded& plan, const MemberDesign& design);

/// What is done about members that have no part yet.
enum class Missing : std::uint8_t { run, leave };
/// One case of a study: its request and scenario, the design and its members, and where parts lie.
struct MemberWork {
  const Request& request;
  const scenario::Loaded& plan;
  const MemberDesign& design;
  const Drawn& members;
  std::filesystem::path root;
};

/// Runs what is missing in `root` (MemberRuns), or leaves it. Throws Interrupted.
[[nodiscard]] MemberAnswer member_answer(const MemberWork& work, Missing missing, const Watch& watch);
/// The same of a design that is drawn here, run to its end: throws Failed if a run was ended from outside.
[[nodiscard]] MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design,
                                         const std::filesystem::path& root, const Watch& watch);
/// One sentence that names them and says what to do. Precondition: there are some.
[[nodiscard]] Words undone_words(const std::vector<WithoutFigures>& undone);

/// Runs the members of a shard alone; their parts are what comes of it. Answers those whose run was ended from outside.
[[nodiscard]] std::vector<WithoutFigures> run_shard(const MemberWork& work, const Shard& shard, const Watch& watch);
/// What stands against parts that another process left in `from` (MemberRuns::reasons_against).
[[nodiscard]] std::vector<Words> reasons_against_parts(const MemberWork& work, const std::filesystem::path& from);
/// Takes them over (MemberRuns::adopt).
void adopt_parts(const MemberWork& work, const std::filesystem::path& from);

/// members.csv: a row a member: its number, the point (a column a group), whether twin and full have figures, and each target's figure of
/// both.
[[nodiscard]] std::string members_csv(const MemberAnswer& answer);

}  // namespace railshift::study

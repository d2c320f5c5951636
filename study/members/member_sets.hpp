#pragma once
/// Which members a design runs: the points, the same under the second law, and a screening of its own.
#include <optional>
#include <string>
#include <vector>

#include "analysis/statistics/morris.hpp"
#include "analysis/statistics/points.hpp"
#include "study/member_design.hpp"
#include "study/members/member.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// 分片 - the members that one of several machines runs: those whose number leaves part - 1 when divided by `of`.
struct Shard {
  int part = 1;
  int of = 1;
  [[nodiscard]] bool has(int number) const { return number % of == part - 1; }
};
/// From "3/8". Nothing for other texts, and for a part that is none of them.
[[nodiscard]] std::optional<Shard> shard_from_text(const std::string& text);

/// The points of a design.
[[nodiscard]] analysis::statistics::Points points_of(const scenario::Loaded& plan, const MemberDesign& design);
/// The trajectories of its screening; none if it has none.
[[nodiscard]] std::vector<analysis::statistics::Trajectory> trajectories_of(const scenario::Loaded& plan, const MemberDesign& design);

/// Members of a design by what they are run for; each kind has a folder of its own and is numbered from 1.
struct MemberSets {
  std::vector<Member> all;        ///< at the points, as sound as a scenario must be (scenario::sound_member)
  std::vector<Member> in_full;    ///< the first of them
  std::vector<Member> second;     ///< at the first points, under the second law; none where no law has another
  std::vector<Member> screening;  ///< at the points of the trajectories, one after the other
};
/// Those of a shard, of each kind by its own numbers, drawn on as many threads as the request has jobs. None where no input has a range.
/// Throws Interrupted if the watch ends it.
[[nodiscard]] MemberSets member_sets(const Request& request, const scenario::Loaded& plan, const MemberDesign& design,
                                     const Shard& shard = {}, const Watch& watch = {});

}  // namespace railshift::study

#include "study/studies/effect_shares.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/shapley.hpp"
#include "sim/core/both.hpp"
#include "sim/core/text.hpp"
#include "study/plans/leaving_out.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace stats = analysis::statistics;
namespace {

/// An id that the plan does not have.
void unknown(const StudyShare& share, const Words& what, const std::string& id, const std::vector<std::string>& known, Problems& problems) {
  const auto near = nearest(id, known);
  problems.add({share.place, both("分组“{}”中有{}“{}”", "share \"{}\" names {} \"{}\"", share.id, what, id),
                both("方案中没有这个{}", "the plan has no such {}", what),
                near ? both("最接近的是 {}", "nearest: {}", *near) : Words{"写方案中的代码", "write an id of the plan"}});
}

template <class T>
std::vector<std::string> ids_of(const Table<T>& table) {
  std::vector<std::string> ids;
  for (const T& row : table) ids.push_back(row.id);
  return ids;
}

std::set<std::string> measures_of(const StudyShare& share, const World& plan, Problems& problems) {
  std::set<std::string> measures;
  for (const std::string& id : share.measures) {
    if (plan.measures.find(id))
      measures.insert(id);
    else
      unknown(share, {"措施", "measure"}, id, ids_of(plan.measures), problems);
  }
  for (const std::string& id : share.clauses) {
    const auto clause = plan.clauses.find(id);
    if (!clause) {
      unknown(share, {"条款", "clause"}, id, ids_of(plan.clauses), problems);
      continue;
    }
    for (const Measure& measure : plan.measures) {
      if (measure.clause == clause) measures.insert(measure.id);
    }
  }
  return measures;
}

/// The plan with the groups of a coalition: measures of the others are switched off, as the command line can do too.
Member member_of(const World& plan, const std::vector<ShareGroup>& groups, stats::Coalition coalition, std::uint32_t seed) {
  LeftOut out;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if ((coalition >> g & 1U) == 0) out.insert(groups[g].measures.begin(), groups[g].measures.end());
  }
  const LeavingOut leaving = leaving_out(plan, out);
  Member member;
  member.seed = seed;
  member.all = leaving.set;
  for (const std::string& id : leaving.removed) member.all["measure." + id + ".enabled"] = "false";
  return member;
}

using Figures = std::vector<std::vector<std::optional<double>>>;

Figures figures_of(const World& world, const std::vector<analysis::MetricTable>& runs) {
  Figures figures;
  for (const analysis::MetricTable& run : runs) figures.push_back(analysis::target_figures(world, run));
  return figures;
}

std::optional<double> all_less_none(const Figures& figures, std::size_t target) {
  const auto &none = figures.front()[target], &all = figures.back()[target];
  return none && all ? std::optional(*all - *none) : std::nullopt;
}

std::vector<stats::Estimate> shapley_of(const ShareRuns& game, std::size_t players, const stats::CoalitionValues& values) {
  if (!game.orders.empty()) return stats::shapley_sampled(game.orders, values);
  std::vector<stats::Estimate> shares;
  for (const double share : stats::shapley_exact(players, values)) shares.push_back({share, {}});
  return shares;
}

TargetShares shares_of(const analysis::Verdict& asked, std::size_t target, const ShareRuns& game, std::size_t players, const Figures& twins,
                       const Figures& full) {
  TargetShares found;
  found.target = asked.target;
  found.unit = asked.unit;
  found.main = asked.reading_of.empty();
  found.total = all_less_none(full, target);
  found.estimated = all_less_none(twins, target);
  stats::CoalitionValues values;
  for (std::size_t i = 0; i < twins.size(); ++i) {
    if (twins[i][target]) values[game.coalitions[i]] = *twins[i][target];
  }
  if (!found.total || values.size() < game.coalitions.size()) return found;
  found.withheld = is_withheld(found);
  if (!found.withheld) found.shares = shapley_of(game, players, values);
  return found;
}

std::vector<Batch> batches_of(const ShareRuns& runs) {
  return {{runs.full, Mover::events, {}, RunOf::coalition}, {runs.twins, Mover::months, {}, RunOf::coalition}};
}

}  // namespace

bool is_withheld(const TargetShares& target) { return std::abs(*target.remainder()) > kMostRemainder * std::abs(*target.total); }

std::vector<ShareGroup> share_groups(const StudyFile& file, const World& plan, Problems& problems) {
  std::vector<ShareGroup> groups;
  std::map<std::string, std::string> owner;
  for (const StudyShare& share : file.shares) {
    const std::size_t before = problems.size();
    ShareGroup group{share, measures_of(share, plan, problems)};
    if (group.measures.empty() && problems.size() == before)
      problems.add({share.place,
                    both("分组“{}”没有一项措施", "share \"{}\" is no measure of the plan", share.id),
                    {"每组至少有一项措施", "a group is a measure at least"},
                    {"写有措施的条款，或写 measures", "name clauses that have measures, or measures"}});
    for (const std::string& id : group.measures) {
      const auto [at, is_new] = owner.try_emplace(id, share.id);
      if (is_new) continue;
      problems.add({share.place,
                    both("措施 {} 已在分组“{}”中", "measure {} is in share \"{}\" already", id, at->second),
                    {"一项措施只在一组", "a measure stands in one group"},
                    {"从其中一组删去它", "take it out of one of them"}});
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

ShareRuns share_runs(const Request& request, const scenario::Loaded& plan, const std::vector<ShareGroup>& groups, const Shard& shard) {
  const std::uint32_t seed = seed_of(request, plan.world->settings);
  ShareRuns runs;
  if (groups.size() <= stats::kMostExactPlayers) {
    for (stats::Coalition c = 0; c < (stats::Coalition{1} << groups.size()); ++c) runs.coalitions.push_back(c);
  } else {
    stats::SampledOrders sampled{{}, kSampledOrders, seed};
    for (const ShareGroup& group : groups) sampled.players.push_back(group.asked.id);
    runs.orders = stats::join_orders(sampled);
    runs.coalitions = stats::coalitions_of(runs.orders);
  }
  for (std::size_t i = 0; i < runs.coalitions.size(); ++i) {
    Member member = member_of(*plan.world, groups, runs.coalitions[i], seed);
    member.number = static_cast<int>(i) + 1;
    if (!shard.has(member.number)) continue;
    if (i == 0 || i + 1 == runs.coalitions.size()) runs.full.push_back(member);
    runs.twins.push_back(std::move(member));
  }
  return runs;
}

EffectShares effect_shares(const ShareWork& work, Missing missing, const Watch& watch) {
  const World& world = *work.plan.world;
  const ShareRuns members = share_runs(work.request, work.plan, work.groups);
  MemberBatches runs(work.request, work.plan, work.root);
  std::vector<Figures> figures;
  for (const Batch& batch : batches_of(members)) figures.push_back(figures_of(world, runs.figures(batch, missing, watch)));
  EffectShares shares;
  shares.groups = work.groups;
  shares.twins = members.twins.size();
  shares.exact = members.orders.empty();
  shares.without = runs.lacking().without;
  shares.undone = runs.lacking().undone;
  if (!shares.undone.empty()) return shares;
  const std::vector<analysis::Verdict> asked = analysis::judge(world, {});
  for (std::size_t t = 0; t < asked.size(); ++t)
    shares.targets.push_back(shares_of(asked[t], t, members, work.groups.size(), figures[1], figures[0]));
  return shares;
}

std::vector<WithoutFigures> run_share_shard(const ShareWork& work, const Shard& shard, const Watch& watch) {
  const ShareRuns members = share_runs(work.request, work.plan, work.groups, shard);
  MemberBatches runs(work.request, work.plan, work.root);
  for (const Batch& batch : batches_of(members)) static_cast<void>(runs.figures(batch, Missing::run, watch));
  return runs.lacking().undone;
}

std::vector<Words> reasons_against_share_parts(const ShareWork& work, const fs::path& from) {
  const ShareRuns members = share_runs(work.request, work.plan, work.groups);
  return MemberBatches(work.request, work.plan, work.root).reasons_against(batches_of(members), from);
}

void adopt_share_parts(const ShareWork& work, const fs::path& from) {
  const ShareRuns members = share_runs(work.request, work.plan, work.groups);
  MemberBatches(work.request, work.plan, work.root).adopt(batches_of(members), from);
}

}  // namespace railshift::study

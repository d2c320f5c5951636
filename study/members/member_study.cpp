#include "study/members/member_study.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/metrics/csv_text.hpp"
#include "sim/core/failed.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// Every kind of members, those in full first: they take longest.
std::vector<Batch> batches_of(const MemberSets& members) {
  return {{members.in_full, Mover::events, {}, RunOf::points},
          {members.all, Mover::months, {}, RunOf::points},
          {members.second, Mover::months, "second", RunOf::second},
          {members.screening, Mover::months, "screening", RunOf::screening}};
}

std::set<std::size_t> members_in(const std::map<std::size_t, analysis::Contradiction>& found) {
  std::set<std::size_t> members;
  for (const auto& [member, contradiction] : found) members.insert(member);
  return members;
}

void rule_out(const World& world, analysis::MemberTables& tables, MemberAnswer& answer) {
  answer.ruled_out = analysis::ruled_out(world, tables.twins);
  tables.ruled_out = members_in(answer.ruled_out);
  tables.second_ruled_out = members_in(analysis::ruled_out(world, tables.second));
  answer.observed.use = analysis::observed_use(world, tables.twins);
  answer.observed.members = static_cast<int>(tables.twins.size());
  answer.observed.ruled_out = static_cast<int>(tables.ruled_out.size());
  for (const auto& [member, full] : tables.full) {
    const bool by_full = analysis::contradiction(world, full).has_value();
    if (!full.empty() && by_full != tables.ruled_out.contains(member)) ++answer.observed.judged_otherwise;
  }
}

/// By what they are runs of, estimates first.
std::vector<WithoutFigures> in_order(std::vector<WithoutFigures> runs) {
  const auto key = [](const WithoutFigures& run) { return std::tuple(run.of, !run.estimate); };
  std::stable_sort(runs.begin(), runs.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return runs;
}

/// What the figures of all kinds of members say together.
void conclude(const MemberWork& work, const std::vector<std::vector<analysis::MetricTable>>& figures, MemberAnswer& answer) {
  const auto &full = figures.at(0), &moved = figures.at(3);
  const World& world = *work.plan.world;
  analysis::MemberTables tables;
  tables.twins = figures.at(1);
  tables.second = figures.at(2);
  for (std::size_t i = 0; i < full.size(); ++i) tables.full[i] = full[i];
  rule_out(world, tables, answer);
  answer.chances = analysis::target_chances(world, tables, work.design.seed);
  answer.screening = screened(world, trajectories_of(work.plan, work.design), moved);
  answer.deciding =
      analysis::deciding({answer.groups, answer.offices, answer.points, answer.chances, passed_of(answer.screening), work.design.seed});
  answer.years = analysis::year_bands(tables);
}

}  // namespace

MemberAnswer member_answer(const MemberWork& work, Missing missing, const Watch& watch) {
  MemberAnswer answer;
  answer.design = work.design;
  for (const scenario::UncertaintyGroup& group : work.plan.uncertainty.groups) {
    answer.groups.push_back(group.id);
    answer.names[group.id] = group.name;
  }
  if (answer.groups.empty()) return answer;
  answer.offices = offices_of(work.plan);
  answer.points = points_of(work.plan, work.design);
  MemberBatches runs(work.request, work.plan, work.root);
  std::vector<std::vector<analysis::MetricTable>> figures;
  for (const Batch& batch : batches_of(work.members)) figures.push_back(runs.figures(batch, missing, watch));
  answer.undone = in_order(runs.lacking().undone);
  for (WithoutFigures& one : in_order(runs.lacking().without))
    (one.of == RunOf::screening ? answer.without_screening : answer.without).push_back(std::move(one));
  if (answer.undone.empty()) conclude(work, figures, answer);
  return answer;
}

MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const fs::path& root,
                           const Watch& watch) {
  const MemberSets members = member_sets(request, plan, design, {}, watch);
  MemberAnswer answer = member_answer({request, plan, design, members, root}, Missing::run, watch);
  if (!answer.undone.empty()) throw Failed(undone_words(answer.undone));
  return answer;
}

std::vector<WithoutFigures> run_shard(const MemberWork& work, const Shard& shard, const Watch& watch) {
  MemberSets members = work.members;
  for (auto kind : {&MemberSets::all, &MemberSets::in_full, &MemberSets::second, &MemberSets::screening})
    std::erase_if(members.*kind, [&](const Member& member) { return !shard.has(member.number); });
  fs::create_directories(work.root);
  MemberBatches runs(work.request, work.plan, work.root);
  for (const Batch& batch : batches_of(members)) static_cast<void>(runs.figures(batch, Missing::run, watch));
  return in_order(runs.lacking().undone);
}

std::vector<Words> reasons_against_parts(const MemberWork& work, const fs::path& from) {
  return MemberBatches(work.request, work.plan, work.root).reasons_against(batches_of(work.members), from);
}

void adopt_parts(const MemberWork& work, const fs::path& from) {
  MemberBatches(work.request, work.plan, work.root).adopt(batches_of(work.members), from);
}

std::string members_csv(const MemberAnswer& answer) {
  analysis::CsvText csv;
  csv.field("member");
  for (const std::string& group : answer.groups) csv.field(group);
  csv.field("ruled_out_by");
  for (const analysis::TargetChance& target : answer.chances) {
    csv.field(target.asked.target + "_estimate");
    csv.field(target.asked.target + "_corrected");
  }
  csv.end_row();
  for (std::size_t i = 0; i < answer.points.size(); ++i) {
    csv.field(std::to_string(i + 1));
    for (const double u : answer.points[i]) csv.field(u);
    const auto out = answer.ruled_out.find(i);
    csv.field(out == answer.ruled_out.end() ? std::string{} : out->second.observed);
    for (const analysis::TargetChance& target : answer.chances) csv.field(target.estimates[i]).field(target.values[i]);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::study

#include "study/members/member_study.hpp"

#include <algorithm>

#include "analysis/metrics/csv_text.hpp"
#include "study/members/member_runs.hpp"

namespace railshift::study {
namespace fs = std::filesystem;

std::vector<WithoutFigures> without_figures(const std::vector<Member>& members, const std::vector<MemberRun>& runs, Mover mover,
                                            const MemberRuns& all) {
  std::vector<WithoutFigures> without;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].has_figures()) continue;
    const Words& why = runs[i].refused.en.empty() ? runs[i].failed : runs[i].refused;
    without.push_back({runs[i].number, mover == Mover::months, why, all.command(members[i], mover)});
  }
  return without;
}

namespace {

/// Runs of one kind of members, with those that have no figures.
class Runs {
 public:
  Runs(const Request& request, const scenario::Loaded& plan, const fs::path& root) : runs_(request, plan, root) {
    fs::create_directories(root);
  }
  std::vector<analysis::MetricTable> of(const std::vector<Member>& members, Mover mover, const Watch& watch) {
    std::vector<analysis::MetricTable> tables;
    const std::vector<MemberRun> runs = runs_.run(members, mover, watch);
    for (const MemberRun& run : runs) tables.push_back(run.metrics);
    for (WithoutFigures& one : without_figures(members, runs, mover, runs_)) without_.push_back(std::move(one));
    return tables;
  }
  void adopt(const std::vector<Member>& members, Mover mover, const fs::path& from) const { runs_.adopt(members, mover, from); }
  [[nodiscard]] const std::vector<WithoutFigures>& without() const { return without_; }

 private:
  MemberRuns runs_;
  std::vector<WithoutFigures> without_;
};

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

}  // namespace

MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const fs::path& root,
                           const Watch& watch) {
  MemberAnswer answer;
  answer.design = design;
  for (const scenario::UncertaintyGroup& group : plan.uncertainty.groups) {
    answer.groups.push_back(group.id);
    answer.names[group.id] = group.name;
  }
  if (answer.groups.empty()) return answer;
  answer.offices = offices_of(plan);
  answer.points = points_of(plan, design);
  const MemberSets sets = member_sets(request, plan, design);
  Runs runs(request, plan, root), second(request, plan, second_folder(root)), ways(request, plan, screening_folder(root));
  analysis::MemberTables tables;
  const auto full = runs.of(sets.in_full, Mover::events, watch);
  for (std::size_t i = 0; i < full.size(); ++i) tables.full[i] = full[i];
  tables.twins = runs.of(sets.all, Mover::months, watch);
  tables.second = second.of(sets.second, Mover::months, watch);
  const auto moved = ways.of(sets.screening, Mover::months, watch);
  answer.without = runs.without();
  std::stable_partition(answer.without.begin(), answer.without.end(), [](const WithoutFigures& w) { return w.estimate; });
  for (WithoutFigures member : second.without()) {
    member.second = true;
    answer.without.push_back(std::move(member));
  }
  rule_out(*plan.world, tables, answer);
  answer.chances = analysis::target_chances(*plan.world, tables, design.seed);
  answer.screening = screened(*plan.world, trajectories_of(plan, design), moved);
  answer.deciding =
      analysis::deciding({answer.groups, answer.offices, answer.points, answer.chances, passed_of(answer.screening), design.seed});
  return answer;
}

void run_shard(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const Shard& shard, const fs::path& root,
               const Watch& watch) {
  const MemberSets sets = member_sets(request, plan, design, shard);
  Runs runs(request, plan, root);
  static_cast<void>(runs.of(sets.in_full, Mover::events, watch));
  static_cast<void>(runs.of(sets.all, Mover::months, watch));
  static_cast<void>(Runs(request, plan, second_folder(root)).of(sets.second, Mover::months, watch));
  static_cast<void>(Runs(request, plan, screening_folder(root)).of(sets.screening, Mover::months, watch));
}

void adopt_parts(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const fs::path& root,
                 const fs::path& from) {
  const MemberSets sets = member_sets(request, plan, design);
  const Runs runs(request, plan, root);
  runs.adopt(sets.in_full, Mover::events, from);
  runs.adopt(sets.all, Mover::months, from);
  Runs(request, plan, second_folder(root)).adopt(sets.second, Mover::months, second_folder(from));
  Runs(request, plan, screening_folder(root)).adopt(sets.screening, Mover::months, screening_folder(from));
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

#include "study/members/member_study.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/statistics/latin_hypercube.hpp"
#include "sim/core/both.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/load/files.hpp"
#include "sim/scenario/load/sound_member.hpp"
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

analysis::statistics::Points points_of(const scenario::Loaded& plan, const MemberDesign& design) {
  analysis::statistics::LatinHypercube hypercube;
  for (const scenario::UncertaintyGroup& group : plan.uncertainty.groups) hypercube.factors.push_back(group.id);
  hypercube.members = static_cast<std::size_t>(design.members);
  hypercube.seed = design.seed;
  return analysis::statistics::latin_hypercube(hypercube).front();
}

std::vector<Member> members_of(const Request& request, const scenario::Loaded& plan, const analysis::statistics::Points& points) {
  const scenario::LoadRequest load = load_request(request);
  Problems problems;
  const auto variant = load.variant ? std::optional(fs::path(*load.variant)) : std::nullopt;
  const scenario::Files files = scenario::read_files(request.scenario, variant, problems);
  std::vector<Member> members;
  for (std::size_t i = 0; i < points.size(); ++i) {
    scenario::SoundMember sound = scenario::sound_member(files, load, plan.uncertainty, points[i]);
    members.push_back(
        {static_cast<int>(i) + 1, seed_of(request, plan.world->settings), std::move(sound.changes.base), std::move(sound.changes.all)});
  }
  return members;
}

MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const fs::path& root,
                           const Watch& watch) {
  MemberAnswer answer;
  answer.design = design;
  for (const scenario::UncertaintyGroup& group : plan.uncertainty.groups) {
    answer.groups.push_back(group.id);
    answer.names[group.id] = group.name;
  }
  if (answer.groups.empty()) return answer;
  answer.points = points_of(plan, design);
  const std::vector<Member> members = members_of(request, plan, answer.points);
  const std::vector<Member> in_full(members.begin(), members.begin() + design.full);
  fs::create_directories(root);
  const MemberRuns runs(request, plan, root);
  const std::vector<MemberRun> full = runs.run(in_full, Mover::events, watch);
  const std::vector<MemberRun> twins = runs.run(members, Mover::months, watch);
  analysis::MemberTables tables;
  for (const MemberRun& run : twins) tables.twins.push_back(run.metrics);
  for (std::size_t i = 0; i < full.size(); ++i) tables.full[i] = full[i].metrics;
  answer.without = without_figures(members, twins, Mover::months, runs);
  for (WithoutFigures& one : without_figures(in_full, full, Mover::events, runs)) answer.without.push_back(std::move(one));
  answer.chances = analysis::target_chances(*plan.world, tables, design.seed);
  answer.deciding = analysis::deciding(answer.groups, answer.points, answer.chances, design.seed);
  return answer;
}

std::optional<Shard> shard_from_text(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto part = parse_decimal(text.substr(0, slash)), of = parse_decimal(text.substr(slash + 1));
  const auto is_count = [](const std::optional<double>& n) { return n && *n >= 1.0 && *n <= 100'000.0 && *n == std::floor(*n); };
  if (!is_count(part) || !is_count(of) || *part > *of) return std::nullopt;
  return Shard{static_cast<int>(*part), static_cast<int>(*of)};
}

namespace {

/// Members of a design, and those that are run in full.
struct Drawn {
  std::vector<Member> all, in_full;
};

Drawn drawn(const Request& request, const scenario::Loaded& plan, const MemberDesign& design) {
  Drawn members;
  members.all = members_of(request, plan, points_of(plan, design));
  members.in_full.assign(members.all.begin(), members.all.begin() + design.full);
  return members;
}

}  // namespace

void run_shard(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const Shard& shard, const fs::path& root,
               const Watch& watch) {
  Drawn members = drawn(request, plan, design);
  const auto others = [&](const Member& member) { return !shard.has(member.number); };
  std::erase_if(members.all, others);
  std::erase_if(members.in_full, others);
  fs::create_directories(root);
  const MemberRuns runs(request, plan, root);
  static_cast<void>(runs.run(members.in_full, Mover::events, watch));
  static_cast<void>(runs.run(members.all, Mover::months, watch));
}

void adopt_parts(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const fs::path& root,
                 const fs::path& from) {
  const Drawn members = drawn(request, plan, design);
  fs::create_directories(root);
  const MemberRuns runs(request, plan, root);
  runs.adopt(members.in_full, Mover::events, from);
  runs.adopt(members.all, Mover::months, from);
}

std::string members_csv(const MemberAnswer& answer) {
  analysis::CsvText csv;
  csv.field("member");
  for (const std::string& group : answer.groups) csv.field(group);
  for (const analysis::TargetChance& target : answer.chances) {
    csv.field(target.asked.target + "_estimate");
    csv.field(target.asked.target + "_corrected");
  }
  csv.end_row();
  for (std::size_t i = 0; i < answer.points.size(); ++i) {
    csv.field(std::to_string(i + 1));
    for (const double u : answer.points[i]) csv.field(u);
    for (const analysis::TargetChance& target : answer.chances) csv.field(target.estimates[i]).field(target.values[i]);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::study

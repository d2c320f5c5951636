#include "study/members/member_study.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/statistics/latin_hypercube.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/load/files.hpp"
#include "sim/scenario/load/sound_member.hpp"
#include "study/members/member_runs.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// Runs of a case without figures: those that say why, and those that are not done.
void add_without(const std::vector<Member>& members, const std::vector<MemberRun>& runs, Mover mover, const MemberRuns& all,
                 MemberAnswer& answer) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const MemberRun& run = runs[i];
    if (run.has_figures()) continue;
    const bool refused = !run.refused.empty();
    const WithoutFigures one{run.number, mover == Mover::months, refused ? run.refused : run.failed, all.command(members[i], mover),
                             refused};
    (run.state == MemberRun::State::run ? answer.without : answer.undone).push_back(one);
  }
}

}  // namespace

std::vector<Words> reasons_against(const MemberDesign& design) {
  std::vector<Words> reasons;
  if (design.members < 2) reasons.push_back(both("成员数为 {}；至少 2 个", "members: {}; at least 2 are needed", design.members));
  if (design.full < 0 || design.full > design.members)
    reasons.push_back(both("完整模拟 {} 个；0 到成员数 {} 之间", "members in full: {}; 0 to {}, the number of members, are accepted",
                           design.full, design.members));
  return reasons;
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

Drawn drawn(const Request& request, const scenario::Loaded& plan, const MemberDesign& design) {
  Drawn members;
  if (plan.uncertainty.groups.empty()) return members;
  members.points = points_of(plan, design);
  members.all = members_of(request, plan, members.points);
  members.in_full.assign(members.all.begin(), members.all.begin() + design.full);
  return members;
}

MemberAnswer member_answer(const MemberWork& work, Missing missing, const Watch& watch) {
  MemberAnswer answer;
  answer.design = work.design;
  for (const scenario::UncertaintyGroup& group : work.plan.uncertainty.groups) {
    answer.groups.push_back(group.id);
    answer.names[group.id] = group.name;
  }
  if (answer.groups.empty()) return answer;
  answer.points = work.members.points;
  fs::create_directories(work.root);
  const MemberRuns runs(work.request, work.plan, work.root);
  const auto found = [&](const std::vector<Member>& members, Mover mover) {
    return missing == Missing::run ? runs.run(members, mover, watch) : runs.read(members, mover);
  };
  const std::vector<MemberRun> full = found(work.members.in_full, Mover::events);
  const std::vector<MemberRun> twins = found(work.members.all, Mover::months);
  add_without(work.members.all, twins, Mover::months, runs, answer);
  add_without(work.members.in_full, full, Mover::events, runs, answer);
  if (!answer.undone.empty()) return answer;
  analysis::MemberTables tables;
  for (const MemberRun& run : twins) tables.twins.push_back(run.metrics);
  for (std::size_t i = 0; i < full.size(); ++i) tables.full[i] = full[i].metrics;
  answer.chances = analysis::target_chances(*work.plan.world, tables, work.design.seed);
  answer.deciding = analysis::deciding(answer.groups, answer.points, answer.chances, work.design.seed);
  answer.years = analysis::year_bands(tables);
  return answer;
}

MemberAnswer member_answer(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const fs::path& root,
                           const Watch& watch) {
  MemberAnswer answer = member_answer({request, plan, design, drawn(request, plan, design), root}, Missing::run, watch);
  if (!answer.undone.empty()) throw Failed(undone_words(answer.undone));
  return answer;
}

Words undone_words(const std::vector<WithoutFigures>& undone) {
  constexpr std::size_t kNamed = 8;
  std::vector<std::string> zh, en;
  for (const WithoutFigures& one : undone) {
    if (zh.size() == kNamed) break;
    zh.push_back(fmt::format("{}{}", one.number, one.estimate ? "（估算）" : ""));
    en.push_back(fmt::format("{}{}", one.number, one.estimate ? " (estimate)" : ""));
  }
  if (undone.size() > kNamed) zh.emplace_back("……"), en.emplace_back("...");
  return both("{} 次模拟没有做完（进程被外部结束、文件未能写出，或尚未模拟），成员 {}；做完的部分留着，重新运行只做其余",
              "{} runs are not done (their processes were ended from outside, their files could not be written, or they were not run yet), "
              "members {}; whole parts are kept, "
              "run again for the rest",
              undone.size(), Words{fmt::format("{}", fmt::join(zh, "、")), fmt::format("{}", fmt::join(en, ", "))});
}

std::optional<Shard> shard_from_text(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto part = parse_decimal(text.substr(0, slash)), of = parse_decimal(text.substr(slash + 1));
  const auto is_count = [](const std::optional<double>& n) { return n && *n >= 1.0 && *n <= 100'000.0 && *n == std::floor(*n); };
  if (!is_count(part) || !is_count(of) || *part > *of) return std::nullopt;
  return Shard{static_cast<int>(*part), static_cast<int>(*of)};
}

std::vector<WithoutFigures> run_shard(const MemberWork& work, const Shard& shard, const Watch& watch) {
  Drawn members = work.members;
  const auto others = [&](const Member& member) { return !shard.has(member.number); };
  std::erase_if(members.all, others);
  std::erase_if(members.in_full, others);
  fs::create_directories(work.root);
  const MemberRuns runs(work.request, work.plan, work.root);
  MemberAnswer answer;
  add_without(members.in_full, runs.run(members.in_full, Mover::events, watch), Mover::events, runs, answer);
  add_without(members.all, runs.run(members.all, Mover::months, watch), Mover::months, runs, answer);
  return answer.undone;
}

std::vector<Words> reasons_against_parts(const MemberWork& work, const fs::path& from) {
  const MemberRuns runs(work.request, work.plan, work.root);
  std::vector<Words> reasons = runs.reasons_against(work.members.in_full, Mover::events, from);
  for (Words& reason : runs.reasons_against(work.members.all, Mover::months, from)) reasons.push_back(std::move(reason));
  return reasons;
}

void adopt_parts(const MemberWork& work, const fs::path& from) {
  fs::create_directories(work.root);
  const MemberRuns runs(work.request, work.plan, work.root);
  runs.adopt(work.members.in_full, Mover::events, from);
  runs.adopt(work.members.all, Mover::months, from);
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

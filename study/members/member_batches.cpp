#include "study/members/member_batches.hpp"

#include <utility>

#include <fmt/format.h>

#include "sim/core/both.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

Words kind_of(const WithoutFigures& run) {
  switch (run.of) {
    case RunOf::points:
    case RunOf::coalition:
      return run.estimate ? Words{"（估算）", " (estimate)"} : Words{};
    case RunOf::second:
      return {"（第二分布）", " (second law)"};
    case RunOf::screening:
      return {"（筛选）", " (screening)"};
  }
  return {};
}

}  // namespace

Lacking without_figures(const std::vector<Member>& members, const std::vector<MemberRun>& runs, Mover mover, const MemberRuns& all,
                        RunOf of) {
  Lacking lacking;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const MemberRun& run = runs[i];
    if (run.has_figures()) continue;
    const bool refused = !run.refused.empty();
    auto& those = run.state == MemberRun::State::run ? lacking.without : lacking.undone;
    those.push_back({run.number, mover == Mover::months, refused ? run.refused : run.failed, all.command(members[i], mover), refused, of});
  }
  return lacking;
}

Words undone_words(const std::vector<WithoutFigures>& undone) {
  constexpr std::size_t kNamed = 8;
  std::vector<std::string> zh, en;
  for (const WithoutFigures& one : undone) {
    if (zh.size() == kNamed) break;
    const Words kind = kind_of(one);
    zh.push_back(fmt::format("{}{}", one.number, kind.zh));
    en.push_back(fmt::format("{}{}", one.number, kind.en));
  }
  if (undone.size() > kNamed) zh.emplace_back("……"), en.emplace_back("...");
  return both(
      "{} 次模拟没有做完（进程被外部结束、内存不足、文件未能写出，或尚未模拟），成员 {}；做完的部分留着，重新运行只做其余；第一个：{}",
      "{} runs are not done (their processes were ended from outside, they had no memory, their files could not be written, or they "
      "were not run yet), members {}; whole parts are kept, run again for the rest; the first of them: {}",
      undone.size(), Words{fmt::format("{}", fmt::join(zh, "、")), fmt::format("{}", fmt::join(en, ", "))}, undone.front().why);
}

MemberBatches::MemberBatches(const Request& request, const scenario::Loaded& plan, fs::path root)
    : request_(request), plan_(plan), root_(std::move(root)) {}

MemberRuns MemberBatches::runs_of(const Batch& batch) const { return {request_, plan_, root_ / batch.folder}; }

std::vector<analysis::MetricTable> MemberBatches::figures(const Batch& batch, Missing missing, const Watch& watch) {
  if (batch.members.empty()) return {};
  if (missing == Missing::run) fs::create_directories(root_ / batch.folder);
  const MemberRuns all = runs_of(batch);
  std::vector<MemberRun> runs = missing == Missing::run ? all.run(batch.members, batch.mover, watch) : all.read(batch.members, batch.mover);
  Lacking lacking = without_figures(batch.members, runs, batch.mover, all, batch.of);
  for (auto those : {&Lacking::without, &Lacking::undone}) {
    for (WithoutFigures& one : lacking.*those) (lacking_.*those).push_back(std::move(one));
  }
  std::vector<analysis::MetricTable> tables;
  for (MemberRun& run : runs) tables.push_back(std::move(run.metrics));
  return tables;
}

std::vector<Words> MemberBatches::reasons_against(const std::vector<Batch>& batches, const fs::path& from) const {
  std::vector<Words> reasons;
  for (const Batch& batch : batches) {
    for (Words& reason : runs_of(batch).reasons_against(batch.members, batch.mover, from / batch.folder))
      reasons.push_back(std::move(reason));
  }
  return reasons;
}

void MemberBatches::adopt(const std::vector<Batch>& batches, const fs::path& from) const {
  for (const Batch& batch : batches) {
    if (batch.members.empty()) continue;
    fs::create_directories(root_ / batch.folder);
    runs_of(batch).adopt(batch.members, batch.mover, from / batch.folder);
  }
}

}  // namespace railshift::study

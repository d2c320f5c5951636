#include "study/members/member_runs.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/tracking/paced_ledger.hpp"
#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "sim/engine/run.hpp"
#include "sim/scenario/load/overrides.hpp"
#include "study/base_state_file.hpp"
#include "study/last_year.hpp"
#include "study/manifest.hpp"
#include "study/refused.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"
#include "study/run_folder.hpp"
#include "study/simulate.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMemberIdentity = "member.json";
constexpr const char* kMonths = "months.gpkg";
constexpr const char* kRefused = "refused.json";
constexpr std::size_t kChunksAJob = 4;  ///< so that a process that is done early finds other work

/// By the last day on which a target is judged; the scenario's end or `until` if they come first.
Date end_of(const World& world, const std::optional<Date>& until) {
  std::vector<Date> days;
  for (const Target& target : world.targets) days.push_back(target.due);
  return end_of_last_year(world, days, until);
}

/// Where a run that failed says why.
fs::path failed_of(const fs::path& part) { return fs::path(part.string() + ".failed") / "why.txt"; }

void note_failure(const fs::path& file, const std::string& why) {
  fs::create_directories(file.parent_path());
  write_text(file, why);
}

/// Does the work of a member. A promise that its run breaks is an answer of the model, and noted; a disk that is full, a process that is
/// killed are none: they end the study, whose whole parts stay.
template <class Make>
void make_or_note(const Make& make, const fs::path& note) {
  try {
    make();
  } catch (const BrokenPromise& broken) {
    note_failure(note, broken.what());
  }
}

Words first_problem(const scenario::Loaded& loaded) {
  const Problem first = loaded.problems.sorted().front();
  return both("{}；{}", "{}; {}", first.found, first.rule);
}

}  // namespace

MemberRuns::MemberRuns(const Request& request, const scenario::Loaded& plan, fs::path root, Kept kept)
    : request_(request), plan_(plan), root_(std::move(root)), kept_(kept), end_(end_of(*plan.world, until_of(request))) {}

scenario::LoadRequest MemberRuns::load_of(const Member& member) const {
  scenario::LoadRequest load = load_request(request_);
  for (const auto& [path, value] : member.all) load.set[path] = value;
  return load;
}

scenario::LoadRequest MemberRuns::base_load_of(const Member& member) const {
  scenario::LoadRequest load;
  load.layer = Layer::baseline;
  for (const auto& [path, value] : request_.set) {
    if (scenario::is_base_year_input(path)) load.set[path] = value;
  }
  for (const auto& [path, value] : member.base) load.set[path] = value;
  return load;
}

RunJob MemberRuns::job_of(const Member& member, Mover mover) const {
  RunJob job;
  job.request = recorded(request_, plan_.world->settings);
  job.request.engine = mover == Mover::months ? "months" : "events";
  job.request.seed = member.seed;
  job.request.set = load_of(member).set;
  job.request.until = to_string(end_);
  job.inputs = &plan_.inputs;
  job.folder = part_of(member, mover);
  job.replication = member.number;
  job.until = end_;
  job.parts = RunJob::Parts::metrics_only;
  return job;
}

fs::path MemberRuns::part_of(const Member& member, Mover mover) const {
  return root_ / fmt::format("{}-{:04}", mover == Mover::months ? "twin" : "full", member.number);
}

fs::path MemberRuns::state_of(const Member& member) const { return root_ / fmt::format("base-{:04}", member.number) / "state.json"; }

bool MemberRuns::is_whole(const Member& member, Mover mover, const fs::path& part) const {
  Sealed identity;
  std::error_code ignored;
  if (!fs::is_regular_file(part / kMemberIdentity, ignored) || read_seal(read_text(part / kMemberIdentity), identity) != Seal::sound)
    return false;
  return identity.json == identity_json(job_of(member, mover)) && compare_with(part, identity.files, kMemberIdentity).none();
}

void MemberRuns::seal(const Member& member, Mover mover, const fs::path& folder) const {
  write_text(folder / kMemberIdentity, sealed(identity_json(job_of(member, mover)), list_files(folder, kMemberIdentity)));
  sync_tree(folder);
  fs::remove_all(part_of(member, mover));
  rename_durably(folder, part_of(member, mover));
}

namespace {

fs::path fresh(const fs::path& part) {
  fs::path folder = part.string() + fmt::format(".{}.tmp", getpid());
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

}  // namespace

void MemberRuns::write_kept(const fs::path& folder, const World& world, const ledger::Ledger& ledger, const RunJob& job) const {
  const analysis::RunLabel label{world.settings.id, job.request.layer, job.request.variant, job.replication};
  write_text(folder / "metrics.csv", analysis::to_csv(kept_rows(world, analysis::measure(world, ledger, label))));
  if (kept_ == Kept::months) ledger::write_run_file(folder / kMonths, world, {job.request, {}, analysis::kept_of_months(ledger)});
}

ledger::Ledger MemberRuns::months_of(const Member& member, Mover mover) const {
  return ledger::read_run_file(part_of(member, mover) / kMonths).ledger;
}

void MemberRuns::write_refusal(const Member& member, Mover mover, const Words& refused) const {
  const fs::path folder = fresh(part_of(member, mover));
  write_text(folder / kRefused, nlohmann::json{{"zh", refused.zh}, {"en", refused.en}}.dump());
  seal(member, mover, folder);
}

void MemberRuns::make_twin(const Member& member, const std::function<void(double)>& report) const {
  const scenario::Loaded base = scenario::load(request_.scenario, base_load_of(member));
  const scenario::Loaded loaded = scenario::load(request_.scenario, load_of(member));
  for (const scenario::Loaded* one : {&base, &loaded}) {
    if (!one->world) return write_refusal(member, Mover::months, first_problem(*one));
  }
  const bool chooses = rules::has_choice(*base.world);
  const rules::BaseYear year = fitted(*base.world, chooses ? engine::settle_by_months(*base.world) : rules::prior_state(*base.world));
  const RunJob job = job_of(member, Mover::months);
  engine::Replication replication;
  replication.seed = member.seed;
  replication.base = &year;
  replication.until = end_;
  replication.on_progress = report;
  const engine::RunResult result = engine::run_by_months(*loaded.world, replication);
  const fs::path folder = fresh(job.folder);
  write_kept(folder, *loaded.world, result.ledger, job);
  seal(member, Mover::months, folder);
}

void MemberRuns::settle_full(const Member& member, ensemble::Self& self) const {
  const scenario::Loaded base = scenario::load(request_.scenario, base_load_of(member));
  if (!base.world) return write_refusal(member, Mover::events, first_problem(base));
  const bool chooses = rules::has_choice(*base.world);
  fs::create_directories(state_of(member).parent_path());
  write_state(state_of(member),
              chooses ? engine::settle(*base.world, [&self](double done) { self.report(done); }) : rules::prior_state(*base.world));
}

void MemberRuns::make_full(const Member& member, ensemble::Self& self) const {
  const scenario::Loaded base = scenario::load(request_.scenario, base_load_of(member));
  const scenario::Loaded loaded = scenario::load(request_.scenario, load_of(member));
  if (!loaded.world) return write_refusal(member, Mover::events, first_problem(loaded));
  const rules::BaseYear year = fitted(*base.world, read_state(state_of(member)));
  const RunJob job = job_of(member, Mover::events);
  engine::Replication replication;
  replication.seed = member.seed;
  replication.base = &year;
  replication.until = end_;
  replication.on_progress = [&self](double done) { self.report(done); };
  const engine::RunResult result = engine::run(*loaded.world, replication);
  const fs::path folder = fresh(job.folder);
  write_kept(folder, *loaded.world, result.ledger, job);
  seal(member, Mover::events, folder);
  fs::remove_all(state_of(member).parent_path());
}

/// A process takes several twins one after the other.
std::vector<ensemble::Task> MemberRuns::twin_tasks(const std::vector<const Member*>& missing) const {
  const std::size_t chunks = std::min(missing.size(), static_cast<std::size_t>(request_.jobs) * kChunksAJob);
  std::vector<ensemble::Task> tasks;
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    std::vector<const Member*> its;
    for (std::size_t i = chunk; i < missing.size(); i += chunks) its.push_back(missing[i]);
    tasks.push_back({fmt::format("twins {}", chunk + 1), [this, its](ensemble::Self& self) {
                       for (std::size_t i = 0; i < its.size(); ++i) {
                         const auto report = [&](double done) {
                           self.report((static_cast<double>(i) + done) / static_cast<double>(its.size()));
                         };
                         make_or_note([&] { make_twin(*its[i], report); }, failed_of(part_of(*its[i], Mover::months)));
                       }
                       return 0;
                     }});
  }
  return tasks;
}

PartFailed MemberRuns::cut_off(const ensemble::TaskResult& result, const std::vector<Member>& members, Mover mover) const {
  const auto whole =
      std::count_if(members.begin(), members.end(), [&](const Member& m) { return fs::exists(part_of(m, mover) / kMemberIdentity); });
  const Words why = result.message.en.empty() ? both("代码 {}", "code {}", result.code) : result.message;
  return {both("{}：{}", "{}: {}", result.name, why), static_cast<std::size_t>(whole), members.size()};
}

std::vector<MemberRun> MemberRuns::run(const std::vector<Member>& members, Mover mover, const Watch& watch) const {
  std::vector<const Member*> missing;
  for (const Member& member : members) {
    if (!is_whole(member, mover, part_of(member, mover))) missing.push_back(&member);
  }
  for (const Member* member : missing) fs::remove_all(failed_of(part_of(*member, mover)).parent_path());
  const std::size_t kept = members.size() - missing.size();
  const auto perform = [&](const std::vector<ensemble::Task>& tasks) {
    const auto results = simulate(tasks, request_.jobs, watch, kept);
    if (!results) throw Interrupted{};
    for (const ensemble::TaskResult& result : *results) {
      if (result.code != 0) throw cut_off(result, members, mover);
    }
  };
  if (mover == Mover::months) {
    perform(twin_tasks(missing));
    return read(members, mover);
  }
  const auto each = [&](void (MemberRuns::*make)(const Member&, ensemble::Self&) const) {
    std::vector<ensemble::Task> tasks;
    for (const Member* member : missing) {
      tasks.push_back({fmt::format("member {}", member->number), [this, member, make, mover](ensemble::Self& self) {
                         make_or_note([&] { (this->*make)(*member, self); }, failed_of(part_of(*member, mover)));
                         return 0;
                       }});
    }
    perform(tasks);
    std::erase_if(missing, [&](const Member* member) {
      return fs::exists(part_of(*member, mover)) || fs::exists(failed_of(part_of(*member, mover)));
    });
  };
  each(&MemberRuns::settle_full);
  each(&MemberRuns::make_full);
  return read(members, mover);
}

void MemberRuns::adopt(const std::vector<Member>& members, Mover mover, const fs::path& from) const {
  for (const Member& member : members) {
    const fs::path mine = part_of(member, mover), other = from / mine.filename();
    if (!fs::exists(other) || is_whole(member, mover, mine)) continue;
    if (!is_whole(member, mover, other))
      throw Refused({both("{}：不是这一研究同一输入、同一程序、同一处理器级别的完整部分",
                          "{}: no whole part of this study by these inputs, this program and this processor level", other.string())});
    const fs::path folder = fresh(mine);
    fs::copy(other, folder, fs::copy_options::recursive);
    sync_tree(folder);
    fs::remove_all(mine);
    rename_durably(folder, mine);
  }
}

std::vector<MemberRun> MemberRuns::read(const std::vector<Member>& members, Mover mover) const {
  std::vector<MemberRun> runs;
  for (const Member& member : members) {
    MemberRun run;
    run.number = member.number;
    const fs::path part = part_of(member, mover);
    const fs::path failed = failed_of(part);
    if (fs::exists(part / kRefused)) {
      const auto words = nlohmann::json::parse(read_text(part / kRefused));
      run.refused = {words.at("zh").get<std::string>(), words.at("en").get<std::string>()};
    } else if (fs::exists(part / kMemberIdentity)) {
      run.metrics = read_metrics(part);
    } else {
      run.failed = same(read_text(failed));
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

std::string MemberRuns::command(const Member& member, Mover mover) const {
  std::string text = fmt::format("railshift run {} --layer {} --seed {} --until {}", request_.scenario.string(),
                                 request_.layer == Layer::baseline ? "baseline" : "plan", member.seed, to_string(end_));
  if (!request_.variant.empty()) text += " --variant " + request_.variant;
  if (mover == Mover::months) text += " --engine months";
  for (const auto& [path, value] : load_of(member).set) text += fmt::format(" --set '{}={}'", path, value);
  return text;
}

}  // namespace railshift::study

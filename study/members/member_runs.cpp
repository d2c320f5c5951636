#include "study/members/member_runs.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/tracking/paced_ledger.hpp"
#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "sim/engine/run.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/scenario/load/overrides.hpp"
#include "study/base_state_file.hpp"
#include "study/last_year.hpp"
#include "study/manifest.hpp"
#include "study/refused.hpp"
#include "study/results/text_file.hpp"
#include "study/run_folder.hpp"
#include "study/simulate.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMonths = "months.gpkg";
constexpr const char* kRefused = "refused.json";
constexpr std::size_t kChunksAJob = 4;  ///< so that a process that is done early finds other work

using Those = std::vector<const Member*>;

/// `until`; without it the year of the last day on which a target is judged is run to its end, or the scenario's if that comes first.
Date end_of(const World& world, const std::optional<Date>& until) {
  if (until) return *until;
  std::vector<Date> days;
  for (const Target& target : world.targets) days.push_back(target.due);
  return end_of_last_year(world, days, std::nullopt);
}

Words first_problem(const scenario::Loaded& loaded) {
  const Problem first = loaded.problems.sorted().front();
  return both("{}；{}", "{}; {}", first.found, first.rule);
}

}  // namespace

MemberRuns::MemberRuns(const Request& request, const scenario::Loaded& plan, fs::path root, Kept kept)
    : request_(request), plan_(plan), root_(std::move(root)), kept_(kept), parts_(root_), end_(end_of(*plan.world, until_of(request))) {}

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
  job.replication = member.number;
  job.until = end_;
  job.parts = RunJob::Parts::metrics_only;
  return job;
}

PartKey MemberRuns::key_of(const Member& member, Mover mover) const { return {member.number, mover, identity_json(job_of(member, mover))}; }

void MemberRuns::write_part(const Member& member, Mover mover, const World& world, const ledger::Ledger& ledger) const {
  const RunJob job = job_of(member, mover);
  const PartKey key = key_of(member, mover);
  const analysis::RunLabel label{world.settings.id, job.request.layer, job.request.variant, job.replication};
  const std::string rows = analysis::to_csv(kept_rows(world, analysis::measure(world, ledger, label)));
  const fs::path folder = parts_.fresh(key);
  write_text(folder / "metrics.csv", rows);
  if (kept_ == Kept::months) ledger::write_run_file(folder / kMonths, world, {job.request, {}, analysis::kept_of_months(ledger)});
  parts_.seal(key, folder);
}

void MemberRuns::write_refusal(const Member& member, Mover mover, const Words& refused) const {
  const PartKey key = key_of(member, mover);
  const fs::path folder = parts_.fresh(key);
  write_text(folder / kRefused, nlohmann::json{{"zh", refused.zh}, {"en", refused.en}}.dump());
  parts_.seal(key, folder);
}

ledger::Ledger MemberRuns::months_of(const Member& member, Mover mover) const {
  return ledger::read_run_file(parts_.place(key_of(member, mover)) / kMonths).ledger;
}

/// Does the work of a member. A promise that its run breaks is an answer of the model, and noted. What else it ends by says nothing of the
/// plan and ends its process.
template <class Work>
void MemberRuns::note_broken_promise(const Member& member, Mover mover, const Work& work) const {
  try {
    work();
  } catch (const BrokenPromise& broken) {
    parts_.note_failure(key_of(member, mover), {broken.what(), broken.what()});
  }
}

/// Figures, a refusal or a broken promise.
bool MemberRuns::has_answer(const Member& member, Mover mover) const {
  const PartKey key = key_of(member, mover);
  return parts_.is_whole(key) || parts_.failure(key);
}

void MemberRuns::make_twin(const Member& member, const std::function<void(double)>& report) const {
  const scenario::Loaded base = scenario::load(request_.scenario, base_load_of(member));
  const scenario::Loaded loaded = scenario::load(request_.scenario, load_of(member));
  for (const scenario::Loaded* one : {&base, &loaded}) {
    if (!one->world) return write_refusal(member, Mover::months, first_problem(*one));
  }
  const bool chooses = rules::has_choice(*base.world);
  const rules::BaseYear year = fitted(*base.world, chooses ? engine::settle_by_months(*base.world) : rules::prior_state(*base.world));
  engine::Replication replication;
  replication.seed = member.seed;
  replication.base = &year;
  replication.until = end_;
  replication.on_progress = report;
  write_part(member, Mover::months, *loaded.world, engine::run_by_months(*loaded.world, replication).ledger);
}

void MemberRuns::settle_full(const Member& member, ensemble::Self& self) const {
  const scenario::Loaded base = scenario::load(request_.scenario, base_load_of(member));
  if (!base.world) return write_refusal(member, Mover::events, first_problem(base));
  const bool chooses = rules::has_choice(*base.world);
  const auto state = chooses ? engine::settle(*base.world, [&self](double done) { self.report(done); }) : rules::prior_state(*base.world);
  fs::create_directories(parts_.state_folder(member.number));
  write_state(parts_.state_folder(member.number) / "state.json", state);
}

void MemberRuns::make_full(const Member& member, ensemble::Self& self) const {
  const scenario::Loaded base = scenario::load(request_.scenario, base_load_of(member));
  const scenario::Loaded loaded = scenario::load(request_.scenario, load_of(member));
  if (!loaded.world) return write_refusal(member, Mover::events, first_problem(loaded));
  const fs::path state = parts_.state_folder(member.number);
  const rules::BaseYear year = fitted(*base.world, read_state(state / "state.json"));
  engine::Replication replication;
  replication.seed = member.seed;
  replication.base = &year;
  replication.until = end_;
  replication.on_progress = [&self](double done) { self.report(done); };
  write_part(member, Mover::events, *loaded.world, engine::run(*loaded.world, replication).ledger);
  fs::remove_all(state);
}

/// `whose`: the members of each task. A step is told as that of the member which its process has in hand.
std::vector<ensemble::TaskResult> MemberRuns::perform(const std::vector<ensemble::Task>& tasks, const std::vector<Those>& whose,
                                                      const Told& told) const {
  const auto tell = [&](std::size_t task, double done) {
    const double at = done * static_cast<double>(whose[task].size());
    const std::size_t which = std::min(static_cast<std::size_t>(at), whose[task].size() - 1);
    const double share = at - static_cast<double>(which);
    const int number = whose[task][which]->number;
    const auto month = told.start ? std::optional(month_reached(*told.start, end_, share)) : std::nullopt;
    return Step{fmt::format("member {}", number), number, told.mover, month, share};
  };
  const auto results = simulate(tasks, request_.jobs, told.watch, told.kept, tell);
  if (!results) throw Interrupted{};
  return *results;
}

void MemberRuns::make_twins(const Those& its, ensemble::Self& self) const {
  for (std::size_t i = 0; i < its.size(); ++i) {
    const auto report = [&](double done) { self.report((static_cast<double>(i) + done) / static_cast<double>(its.size())); };
    note_broken_promise(*its[i], Mover::months, [&] { make_twin(*its[i], report); });
  }
}

/// A process takes several twins one after the other.
MemberRuns::Ended MemberRuns::run_twins(const Those& missing, const Told& told) const {
  const std::size_t chunks = std::min(missing.size(), static_cast<std::size_t>(request_.jobs) * kChunksAJob);
  std::vector<ensemble::Task> tasks;
  std::vector<Those> whose(chunks);
  for (std::size_t i = 0; i < missing.size(); ++i) whose[i % chunks].push_back(missing[i]);
  for (const Those& its : whose) {
    tasks.push_back({fmt::format("twins {}", tasks.size() + 1), [this, its](ensemble::Self& self) {
                       make_twins(its, self);
                       return 0;
                     }});
  }
  const auto results = perform(tasks, whose, told);
  Ended ended;
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    for (const Member* member : whose[chunk]) {
      if (!has_answer(*member, Mover::months)) ended[member->number] = results[chunk].message;
    }
  }
  return ended;
}

MemberRuns::Ended MemberRuns::run_full(Those missing, Told told) const {
  const auto start = std::exchange(told.start, std::nullopt);
  Ended ended;
  const auto each = [&](void (MemberRuns::*make)(const Member&, ensemble::Self&) const) {
    std::vector<ensemble::Task> tasks;
    std::vector<Those> whose;
    for (const Member* member : missing) {
      whose.push_back({member});
      tasks.push_back({fmt::format("member {}", member->number), [this, member, make](ensemble::Self& self) {
                         note_broken_promise(*member, Mover::events, [&] { (this->*make)(*member, self); });
                         return 0;
                       }});
    }
    const auto results = perform(tasks, whose, told);
    Those next;
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (has_answer(*missing[i], Mover::events)) continue;
      if (results[i].code != 0)
        ended[missing[i]->number] = results[i].message;
      else
        next.push_back(missing[i]);
    }
    missing = next;
  };
  each(&MemberRuns::settle_full);
  told.start = start;
  each(&MemberRuns::make_full);
  return ended;
}

std::vector<MemberRun> MemberRuns::run(const std::vector<Member>& members, Mover mover, const Watch& watch) const {
  parts_.clear_left_behind();
  Those missing;
  for (const Member& member : members) {
    const PartKey key = key_of(member, mover);
    if (parts_.is_whole(key)) continue;
    parts_.forget_failure(key);
    missing.push_back(&member);
  }
  const std::size_t kept = members.size() - missing.size();
  const Told told{watch, kept, mover, plan_.world->settings.day_zero()};
  const Ended ended = mover == Mover::months ? run_twins(missing, told) : run_full(missing, told);
  std::vector<MemberRun> runs = read(members, mover);
  for (MemberRun& run : runs) {
    const auto how = ended.find(run.number);
    if (how == ended.end()) continue;
    run.state = MemberRun::State::ended;
    run.failed = how->second;
  }
  return runs;
}

std::vector<Words> MemberRuns::reasons_against(const std::vector<Member>& members, Mover mover, const fs::path& from) const {
  std::vector<PartKey> keys;
  for (const Member& member : members) keys.push_back(key_of(member, mover));
  return MemberParts(from).reasons_against(keys);
}

void MemberRuns::adopt(const std::vector<Member>& members, Mover mover, const fs::path& from) const {
  const MemberParts others(from);
  for (const Member& member : members) parts_.take(key_of(member, mover), others);
}

std::vector<MemberRun> MemberRuns::read(const std::vector<Member>& members, Mover mover) const {
  std::vector<MemberRun> runs;
  for (const Member& member : members) {
    MemberRun run;
    run.number = member.number;
    const PartKey key = key_of(member, mover);
    const fs::path part = parts_.place(key);
    if (!parts_.is_whole(key)) {
      const auto why = parts_.failure(key);
      run.failed = why.value_or(Words{"尚未模拟", "not run yet"});
      run.state = why ? MemberRun::State::run : MemberRun::State::missing;
    } else if (fs::exists(part / kRefused)) {
      const auto words = nlohmann::json::parse(read_text(part / kRefused));
      run.refused = {words.at("zh").get<std::string>(), words.at("en").get<std::string>()};
    } else {
      run.metrics = read_metrics(part);
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace railshift::study

#include "study/tracking/track_plan.hpp"

#include <algorithm>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/tracking/tracking_csv.hpp"
#include "analysis/words/tracking/tracking_words.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/scenario/tracking/observed_tables.hpp"
#include "study/manifest.hpp"
#include "study/members/member_runs.hpp"
#include "study/refused.hpp"
#include "study/results/result_files.hpp"
#include "study/results/result_folder.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kTrackParts = "parts";

/// What is asked for, read and checked.
struct Asked {
  scenario::Loaded plan;
  fs::path observed;
  Month until{};
  std::vector<ObservedSeries> series;  ///< up to `until`
};

void drop_later(std::vector<ObservedSeries>& series, Month until) {
  for (ObservedSeries& one : series) std::erase_if(one.months, [&](const auto& month) { return until < month.first; });
  std::erase_if(series, [](const ObservedSeries& one) { return one.months.empty(); });
}

/// First and last month that any series counts.
std::pair<Month, Month> counted_span(const std::vector<ObservedSeries>& series) {
  std::pair<Month, Month> span{series.front().months.begin()->first, series.front().months.rbegin()->first};
  for (const ObservedSeries& one : series) {
    span.first = std::min(span.first, one.months.begin()->first);
    span.second = std::max(span.second, one.months.rbegin()->first);
  }
  return span;
}

std::vector<Words> track_reasons(const TrackRequest& request, const std::optional<Month>& until, const Settings& settings) {
  std::vector<Words> all = reasons_against(request.common, settings);
  if (const auto few = less_than_one("members", request.members)) all.push_back(*few);
  if (request.until.empty())
    all.push_back({"缺 --until：写最后已知的月份，如 2024-06", "--until is missing: write the last known month, as 2024-06"});
  else if (!until)
    all.push_back(both("--until {}：写最后已知的月份，如 2024-06", "--until {}: write the last known month, as 2024-06", request.until));
  else if (*until < month_of(settings.start) || !(first_day(*until) < settings.end))
    all.push_back(both("--until {}：情景的月份是 {} 至 {}", "--until {}: the months of the scenario are {} to {}", request.until,
                       to_string(month_of(settings.start)), to_string(month_of(settings.end - 1))));
  return all;
}

/// A month that nobody counted is not known: neither one before all counted months nor one behind them.
void refuse_uncounted(const Asked& asked, const std::string& until) {
  const auto [first, last] = counted_span(asked.series);
  if (asked.until < first)
    throw Refused{{both("--until {}：第一个有观测的月份是 {}，没有可替换的月份",
                        "--until {}: the first counted month is {}; no month can be replaced", until, to_string(first))}};
  if (last < asked.until)
    throw Refused{{both("--until {0}：观测只到 {1}；写 --until {1}，或补上其后各月",
                        "--until {0}: months are counted up to {1}; write "
                        "--until {1}, or add the months behind it",
                        until, to_string(last))}};
}

Asked read_asked(const TrackRequest& request) {
  Asked all;
  all.plan = load_scenario(request.common.scenario, load_request(request.common));
  const World& world = *all.plan.world;
  all.observed = request.observed.empty() ? request.common.scenario / "observed" : request.observed;
  const auto until = scenario::month_from_text(request.until);
  if (const auto against = track_reasons(request, until, world.settings); !against.empty()) throw Refused{against};
  Problems problems;
  all.series = scenario::read_observed(all.observed, world, problems);
  if (problems.empty()) static_cast<void>(analysis::counted_rows(world, all.series, problems));
  if (!problems.empty()) throw WrongScenario{problems};
  all.until = *until;
  refuse_uncounted(all, request.until);
  drop_later(all.series, all.until);
  return all;
}

std::vector<Member> members_to_run(const TrackRequest& request, const scenario::Loaded& plan, const Watch& watch) {
  const std::uint32_t seed = seed_of(request.common, plan.world->settings);
  std::vector<Member> members;
  if (request.members == 1 || plan.uncertainty.groups.empty()) {
    for (int i = 0; i < request.members; ++i) members.push_back({i + 1, seed, {}, {}});
  } else {
    members = member_sets(request.common, plan, {request.members, 0, seed, 0, 0}, {}, watch).all;
  }
  for (std::size_t i = 0; i < members.size(); ++i) members[i].seed = seed + static_cast<std::uint32_t>(i);
  return members;
}

std::string runs_csv(const std::vector<Member>& members, const analysis::TrackedRuns& runs, const World& world,
                     const analysis::Tracking& tracking) {
  analysis::CsvText csv;
  for (const char* column : {"run", "seed", "target", "unit", "plan", "forecast"}) csv.field(column);
  csv.end_row();
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (const analysis::TargetForecast& target : tracking.targets) {
      if (target.ends.empty()) continue;
      const auto plan = analysis::value_of(world, world.targets[*world.targets.find(target.asked.target)], runs.plans[i]);
      csv.field(std::to_string(members[i].number)).field(std::to_string(members[i].seed)).field(target.asked.target);
      csv.field(target.asked.unit).field(plan).field(target.ends[i]);
      csv.end_row();
    }
  }
  return csv.take();
}

void write_observed(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const ObservedKind kind : {ObservedKind::rail, ObservedKind::gate, ObservedKind::cancelled, ObservedKind::stock}) {
    const std::string name = std::string(file_of(kind)) + ".csv";
    if (fs::is_regular_file(from / name)) write_text(to / name, read_text(from / name));
  }
}

/// Counted months that no run can hold would be lost in silence: nothing is written.
void refuse_lost(const World& world, const std::vector<ObservedSeries>& series, const analysis::Tracking& tracking, const fs::path& root) {
  if (tracking.lost.empty()) return;
  std::vector<Words> reasons;
  for (const analysis::LostMonths& lost : tracking.lost)
    reasons.push_back(analysis::lost_words(world, series[lost.series], lost, static_cast<std::size_t>(tracking.runs)));
  fs::remove_all(root);
  throw Refused{reasons};
}

/// The runs, and what they say with counted months in their place.
void track_runs(const TrackRequest& request, const Asked& asked, const fs::path& root, const Watch& watch, TrackResult& result) {
  const World& world = *asked.plan.world;
  const std::vector<Member> members = members_to_run(request, asked.plan, watch);
  const Mover mover = request.common.mover;
  fs::create_directories(root / kTrackParts);
  const MemberRuns all(request.common, asked.plan, root / kTrackParts, Kept::months);
  const std::vector<MemberRun> runs = all.run(members, mover, watch);
  const Lacking lacking = without_figures(members, runs, mover, all);
  if (!lacking.undone.empty()) throw Failed(undone_words(lacking.undone));
  result.without = lacking.without;
  if (result.without.size() == members.size())
    throw Failed(both("没有一次模拟有结果：{}", "no run has figures: {}", result.without.front().why));
  analysis::TrackedRuns tracked;
  for (const MemberRun& run : runs) tracked.plans.push_back(run.metrics);
  tracked.run = [&](std::size_t i) { return all.months_of(members[i], mover); };
  tracked.series = asked.series;
  tracked.until = asked.until;
  tracked.inputs_varied = !result.groups.empty();
  tracked.seed = seed_of(request.common, world.settings);
  result.tracking = analysis::track(world, tracked);
  refuse_lost(world, tracked.series, result.tracking, root);
  write_text(root / "runs.csv", runs_csv(members, tracked, world, result.tracking));
}

std::string manifest_of(const TrackRequest& request, const Asked& asked, const TrackResult& result) {
  RunJob job;
  job.request = recorded(request.common, asked.plan.world->settings);
  job.request.engine = request.common.mover == Mover::months ? "months" : "events";
  job.inputs = &asked.plan.inputs;
  TrackedRecord record{to_string(result.until), result.tracking.runs, result.tracking.failed, {}};
  if (!result.groups.empty()) {
    for (const scenario::UncertaintyGroup& group : asked.plan.uncertainty.groups) record.varied.push_back(group.id);
  }
  return tracking_manifest_json(job, record);
}

}  // namespace

TrackResult track_plan(const TrackRequest& request, const Watch& watch) {
  const Asked asked = read_asked(request);
  TrackResult result;
  result.folder = request.common.out.empty() ? fs::path("runs") / (asked.plan.world->settings.id + "-track") : request.common.out;
  result.until = asked.until;
  result.mover = request.common.mover;
  result.series = asked.series;
  if (request.members > 1) {
    for (const scenario::UncertaintyGroup& group : asked.plan.uncertainty.groups)
      result.groups.push_back(group.name.in(request.common.language));
  }
  ResultFolder results(result.folder, request.common.replace, Leftovers::keep);
  const fs::path root = results.partial();
  track_runs(request, asked, root, watch, result);
  write_text(root / "tracking.csv", analysis::to_csv(result.tracking.targets));
  write_text(root / "progress.csv", analysis::progress_csv(result.tracking.targets));
  write_text(root / "offices.csv", analysis::offices_csv(result.tracking.targets));
  write_text(root / "pace.csv", analysis::pace_csv(result.series, result.tracking.fits));
  write_observed(asked.observed, root / "observed");
  fs::remove_all(root / kTrackParts);
  write_text(root / kManifest, sealed(manifest_of(request, asked, result), list_files(root, kManifest)));
  results.finish();
  return result;
}

}  // namespace railshift::study

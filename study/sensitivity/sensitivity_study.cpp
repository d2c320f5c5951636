#include "study/sensitivity/sensitivity_study.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <deque>
#include <map>

#include <fmt/format.h>

#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "study/base_years.hpp"
#include "study/last_year.hpp"
#include "study/output_file.hpp"
#include "study/refused.hpp"
#include "study/shared_past.hpp"
#include "study/simulate.hpp"
#include "study/work_folder.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

using Changes = std::map<std::string, std::string>;

Changes changed(const scenario::RangedInput& input, const std::string& value, const Changes& with) {
  Changes all = with;
  all[input.path] = value;
  return all;
}

bool matches(const std::vector<std::string>& patterns, const std::string& path) {
  return patterns.empty() ||
         std::any_of(patterns.begin(), patterns.end(), [&](const auto& p) { return fnmatch(p.c_str(), path.c_str(), 0) == 0; });
}

analysis::Verdict verdict_on(const World& world, const std::string& target, const std::vector<analysis::MetricTable>& runs) {
  for (const analysis::Verdict& v : analysis::judge(world, runs)) {
    if (v.target == target) return v;
  }
  throw Failed(both("{}：没有结论", "{}: no verdict", target));
}

/// What a target asks and of when, before anything was run.
analysis::Verdict as_asked(const World& world, const std::string& target) { return verdict_on(world, target, {}); }

/// One question: which inputs, and what each does at both ends of its range.
class Question {
 public:
  Question(const SensitivityRequest& request, const scenario::Loaded& loaded, const Watch& watch)
      : request_(request),
        loaded_(loaded),
        base_years_(request.common, watch),
        target_(world().targets[*world().targets.find(request.verdict)]),
        judged_(as_asked(world(), target_.id).judged) {
    choose_inputs();
  }

  Sensitivities answer(const Watch& watch) {
    add_job("given", {});
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      add_job(fmt::format("{}-low", i), changed(inputs_[i], inputs_[i].low, inputs_[i].with_low));
      add_job(fmt::format("{}-high", i), changed(inputs_[i], inputs_[i].high, inputs_[i].with_high));
    }
    const auto results = simulate(tasks_of(jobs_), request_.common.jobs, watch);
    if (!results) throw Interrupted{};
    for (const ensemble::TaskResult& result : *results) {
      if (result.code != 0) throw Failed(both("{}：{}", "{}: {}", result.name, result.message));
    }
    return conclude();
  }

 private:
  [[nodiscard]] const World& world() const { return *loaded_.world; }

  /// Inputs that match, those that can bear most on the metric first.
  void choose_inputs() {
    const rules::FlowRates rates = rules::flow_rates(world(), month_of(target_.due));
    std::vector<std::pair<double, scenario::RangedInput>> chosen;
    for (const scenario::RangedInput& input : loaded_.ranged) {
      if (matches(request_.patterns, input.path)) chosen.emplace_back(bearing(world(), rates, target_.metric, input), input);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    found_ = chosen.size();
    const auto limit = static_cast<std::size_t>(request_.limit);
    for (std::size_t i = 0; i < std::min(limit, chosen.size()); ++i) inputs_.push_back(chosen[i].second);
  }

  /// A run to the end of the year in which the target is due or by which it is judged. What the scenario refuses is noted, not an error.
  void add_job(const std::string& name, const Changes& changes) {
    const fs::path folder = work_.path() / name;
    fs::create_directories(folder);
    scenario::LoadRequest load_it = load_request(request_.common);
    for (const auto& [path, value] : changes) load_it.set[path] = value;
    const scenario::Loaded& loaded = ends_.emplace_back(scenario::load(request_.common.scenario, load_it));
    if (!loaded.world) {
      const Problem first = loaded.problems.sorted().front();
      refused_[name] = both("{}；{}", "{}; {}", first.found, first.rule);
      return;
    }
    RunJob job;
    job.world = &*loaded.world;
    job.base = base_years_.with(load_it);
    job.request.layer = "plan";
    job.request.kernel = "ahead";
    job.request.seed = seed_of(request_.common, loaded.world->settings);
    job.inputs = &loaded.inputs;
    job.folder = folder;
    job.until = end_of_last_year(*loaded.world, {target_.due, make_date(judged_.year, 1, 1)}, until_of(request_.common));
    job.parts = RunJob::Parts::metrics_only;
    jobs_.push_back(std::move(job));
  }

  [[nodiscard]] analysis::Verdict verdict(const std::string& name) const {
    return verdict_on(world(), target_.id, {read_metrics(work_.path() / name)});
  }

  [[nodiscard]] Moved end(const std::string& name, const analysis::Verdict& as_given) const {
    const auto refused = refused_.find(name);
    if (refused == refused_.end()) return moved(as_given, verdict(name));
    Moved m;
    m.refused = refused->second;
    return m;
  }

  [[nodiscard]] Sensitivities conclude() const {
    Sensitivities found{verdict("given"), {}, jobs_.size(), found_, analysis::names_of(world())};
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      SensitivityRow row{inputs_[i], office_of(world(), inputs_[i]), end(fmt::format("{}-low", i), found.as_given),
                         end(fmt::format("{}-high", i), found.as_given), 0.0};
      settle(row, found.as_given);
      found.rows.push_back(std::move(row));
    }
    rank(found.rows);
    return found;
  }

  const SensitivityRequest& request_;
  const scenario::Loaded& loaded_;
  BaseYears base_years_;
  Target target_;
  analysis::Period judged_;
  std::vector<scenario::RangedInput> inputs_;
  std::size_t found_ = 0;
  std::deque<scenario::Loaded> ends_;     ///< the scenario at every end of a range; the jobs point there
  std::map<std::string, Words> refused_;  ///< by name of the job that was not one: the first problem
  std::vector<RunJob> jobs_;
  WorkFolder work_;
};

std::optional<Words> wrong_verdict(const std::string& id, const World& world) {
  if (id.empty()) return Words{"缺少 --verdict ID", "--verdict ID is missing"};
  if (world.targets.find(id)) return std::nullopt;
  std::vector<std::string> ids;
  for (const Target& t : world.targets) ids.push_back(t.id);
  return Words{fmt::format("--verdict {} 不是目标编号；有 {}", id, fmt::join(ids, ", ")),
               fmt::format("--verdict {} is no target; there are {}", id, fmt::join(ids, ", "))};
}

/// Days, from midnight to midnight, of which the last one is not included.
struct Days {
  Date from, to;
};

/// Of a year or month; of a stock its last day alone.
Days days_of(analysis::Period period, bool is_stock) {
  const Month first = make_month(period.year, period.is_year() ? 1 : period.month);
  const Date to = first_day(first + (period.is_year() ? 12 : 1));
  return {is_stock ? to - 1 : first_day(first), to};
}

/// Periods without which the target has no figure: the one that is judged, and the base year of a growth.
std::vector<std::pair<analysis::Period, Days>> needed_for(const analysis::Verdict& asked, const World& world) {
  std::vector<std::pair<analysis::Period, Days>> needed{{asked.judged, days_of(asked.judged, analysis::traits_of(asked.metric).stock)}};
  const analysis::Period base{world.settings.base_year, 0};
  const auto whole = asked.scope.find("denominator_kind");
  if (whole != asked.scope.end() && whole->second == "base_year") needed.emplace_back(base, days_of(base, false));
  return needed;
}

Words outside_of_scenario(const std::string& id, const std::string& period, const Settings& settings) {
  const std::string start = to_string(settings.start), end = to_string(settings.end);
  return {fmt::format("--verdict {}：要看 {}，不全在情景的 {} 至 {} 之内，没有哪次模拟能给出余量", id, period, start, end),
          fmt::format("--verdict {}: hangs on {}, which does not lie wholly in the scenario ({} to {}), so that no run gives it a margin",
                      id, period, start, end)};
}

/// Why no run of this request would give the target a figure that an input could move.
std::optional<Words> without_a_figure(const SensitivityRequest& request, const World& world) {
  const auto target = world.targets.find(request.verdict);
  if (!target) return std::nullopt;
  const std::string& id = request.verdict;
  const Settings& settings = world.settings;
  const analysis::Verdict asked = as_asked(world, id);
  if (asked.outcome == analysis::Outcome::not_testable)
    return Words{fmt::format("--verdict {}：此目标不在模拟之内，没有哪个输入能影响它", id),
                 fmt::format("--verdict {}: is not simulated, so that no input moves it", id)};
  Date last = settings.start;
  std::string late;
  for (const auto& [period, days] : needed_for(asked, world)) {
    if (days.from < settings.start || days.to > settings.end) return outside_of_scenario(id, to_text(period), settings);
    if (days.to > last) late = to_text(period);
    last = std::max(last, days.to);
  }
  const Date end = until_of(request.common).value_or(settings.end);
  if (last <= end) return std::nullopt;
  return Words{
      fmt::format("--verdict {}：要看 {}，而模拟止于 {}；请用 --until {} 或更晚，或不写", id, late, to_string(end), to_string(last)),
      fmt::format("--verdict {}: hangs on {}, and the run ends on {}; --until {} or later, or none", id, late, to_string(end),
                  to_string(last))};
}

}  // namespace

std::vector<Words> reasons_against(const SensitivityRequest& request, const World& world) {
  std::vector<Words> reasons = reasons_against(request.common, world.settings);
  // Of an end that is none nothing follows.
  const auto no_figure = reasons.empty() ? without_a_figure(request, world) : std::nullopt;
  const auto wrong_out =
      request.common.out.empty() ? std::nullopt : reason_against_file("out", request.common.out, output_rules(request.common));
  for (const auto& reason : {wrong_verdict(request.verdict, world), no_figure, less_than_one("limit", request.limit), wrong_out}) {
    if (reason) reasons.push_back(*reason);
  }
  return reasons;
}

Sensitivities sensitivity(const SensitivityRequest& request, const Watch& watch) {
  const scenario::Loaded loaded = load_scenario(request.common.scenario, load_request(request.common));
  const auto reasons = reasons_against(request, *loaded.world);
  if (!reasons.empty()) throw Refused{reasons};
  return Question(request, loaded, watch).answer(watch);
}

}  // namespace railshift::study

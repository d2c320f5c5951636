#include <algorithm>

#include <fmt/format.h>

#include "analysis/compare.hpp"
#include "analysis/metric_columns.hpp"
#include "analysis/report/html.hpp"
#include "app/assessment.hpp"
#include "app/commands.hpp"
#include "app/manifest.hpp"
#include "app/observed_table.hpp"
#include "app/progress.hpp"
#include "app/run_folder.hpp"
#include "app/scenario_input.hpp"
#include "app/shared_past.hpp"
#include "app/verdict_table.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr int kSeeds = 3;  ///< interval of a verdict: minimum and maximum over three seeds

po::options_description assess_options() {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR2"),
                        say({"结果目录，默认 runs/<情景>-assess", "result folder, default runs/<scenario>-assess"}).c_str())(
      "jobs", po::value<int>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "variant", po::value<std::string>()->value_name("FILE"))(
      "set", po::value<std::vector<std::string>>()->composing()->value_name("path=value"))(
      "until", po::value<std::string>()->value_name("DATE"))("force", say({"替换已有结果", "replace results that exist"}).c_str());
  return options;
}

/// One assessment: its loaded worlds, jobs and folders.
class Assessment {
 public:
  Assessment(const po::variables_map& values, fs::path scenario) : values_(values), scenario_(std::move(scenario)) {}

  /// False if the input is wrong (problems were printed).
  bool load() {
    base_request_.scenario_folder_name = fs::absolute(scenario_).lexically_normal().filename().string();
    if (values_.count("variant") != 0) base_request_.variant = values_["variant"].as<std::string>();
    if (values_.count("set") != 0) base_request_.set = settings_of(values_["set"].as<std::vector<std::string>>());
    if (values_.count("until") != 0) base_request_.until = values_["until"].as<std::string>();
    base_request_.kernel = "ahead";
    plan_ = load_without(Layer::plan, {});
    if (!plan_) return false;
    baseline_ = load_without(Layer::baseline, {});
    if (!baseline_) return false;
    for (const LeftOut& set : sets_to_leave_out(*plan_->world)) {
      without_.emplace_back(set, load_without(Layer::plan, leaving_out(*plan_->world, set)));
      if (!without_.back().second) return false;
    }
    if (values_.count("until") != 0) until_ = parse_date(base_request_.until);
    if (values_.count("until") != 0 && !until_) throw UsageError{"--until " + base_request_.until};
    return true;
  }

  ExitCode work() {
    const int jobs = jobs_of(values_);  // before anything is written
    const fs::path out =
        values_.count("out") != 0 ? fs::path(values_["out"].as<std::string>()) : fs::path("runs") / (world().settings.id + "-assess");
    root_ = start_folder(out, values_.count("force") != 0 ? Replace::yes : Replace::no);
    make_jobs();
    Progress progress(fmt::format(fmt::runtime(say({"评估（{} 次模拟）", "assessing ({} runs)"})), jobs_.size()));
    for (const auto& result : ensemble::run_tasks(tasks_of(jobs_), jobs, [&progress](double done) { return progress.show(done); })) {
      if (result.code == static_cast<int>(ExitCode::interrupted)) return ExitCode::interrupted;
      if (result.code != 0)
        throw std::runtime_error(result.name + ": " + (result.message.empty() ? "a conservation law is broken" : result.message));
    }
    conclude(out);
    return ExitCode::done;
  }

 private:
  [[nodiscard]] const World& world() const { return *plan_->world; }

  std::optional<scenario::Loaded> load_without(Layer layer, const LeavingOut& left_out) {
    scenario::LoadRequest request;
    request.layer = layer;
    if (!base_request_.variant.empty()) request.variant = base_request_.variant;
    request.set = base_request_.set;
    request.set.insert(left_out.set.begin(), left_out.set.end());
    request.removed_measures = left_out.removed;
    return load_or_explain(scenario_, request);
  }

  void add_job(const scenario::Loaded& loaded, const std::string& name, const char* layer, int replication, const LeftOut& removed,
               RunJob::Parts parts) {
    RunJob job;
    job.world = &*loaded.world;
    job.request = base_request_;
    job.request.layer = layer;
    job.request.removed_measures = {removed.begin(), removed.end()};
    job.request.seed = world().settings.seed + static_cast<std::uint32_t>(replication - 1);
    job.inputs = &loaded.inputs;
    job.folder = parts == RunJob::Parts::everything ? root_ / name : root_ / "parts" / name;
    job.replication = replication;
    job.until = until_;
    job.parts = parts;
    fs::create_directories(job.folder);
    jobs_.push_back(std::move(job));
  }

  /// A run without an order is asked for values on due days only: it ends with the year of the last of them.
  [[nodiscard]] std::optional<Date> end_of_use(const LeftOut& set) const {
    Month last = month_of(world().settings.start);
    for (const Target& target : world().targets) {
      const auto ids = analysis::ordering_measures(world(), target);
      const bool concerned =
          std::any_of(set.begin(), set.end(), [&](const auto& id) { return std::count(ids.begin(), ids.end(), id) > 0; });
      if (concerned) last = std::max(last, month_of(target.due));
    }
    const Date end = make_date(year_of(first_day(last)) + 1, 1, 1);
    return std::min(end, until_ ? *until_ : world().settings.end);
  }

  void make_jobs() {
    add_job(*plan_, "plan", "plan", 1, {}, RunJob::Parts::everything);
    add_job(*baseline_, "baseline", "baseline", 1, {}, RunJob::Parts::everything);
    for (int r = 2; r <= kSeeds; ++r) add_job(*plan_, fmt::format("plan-{}", r), "plan", r, {}, RunJob::Parts::metrics_only);
    for (std::size_t i = 0; i < without_.size(); ++i) {
      add_job(*without_[i].second, fmt::format("without-{}", i + 1), "plan", 1, without_[i].first, RunJob::Parts::metrics_only);
      jobs_.back().until = end_of_use(without_[i].first);
    }
  }

  /// Everything after the runs: verdicts, comparison, report; the folder becomes visible last.
  void conclude(const fs::path& out) {
    std::vector<analysis::MetricTable> replications;
    for (int r = 0; r < kSeeds; ++r) replications.push_back(read_metrics(jobs_[r == 0 ? 0 : static_cast<std::size_t>(r) + 1].folder));
    const analysis::MetricTable baseline = read_metrics(jobs_[1].folder);
    WithoutOrders without;
    for (std::size_t i = 0; i < without_.size(); ++i) without[without_[i].first] = read_metrics(jobs_[kSeeds + 1 + i].folder);
    auto verdicts = analysis::judge(world(), replications);
    add_counterfactuals(world(), without, replications[0], verdicts);
    const auto comparison = analysis::compare(baseline, replications[0]);
    write_text(root_ / "verdicts.csv", analysis::to_csv(verdicts));
    write_text(root_ / "comparison.csv", analysis::to_csv(comparison, "baseline", "plan"));
    write_report(verdicts, comparison, baseline, replications);
    complete(jobs_[0], verdicts);
    complete(jobs_[1], analysis::judge(*baseline_->world, {baseline}));
    fs::remove_all(root_ / "parts");
    finish_folder(root_, out);
    fmt::print("{}\n{}\n", verdict_table(verdicts), observed_table(analysis::beside_observed(world(), replications)));
    print(comparison, out);
  }

  void write_report(const std::vector<analysis::Verdict>& verdicts, const std::vector<analysis::ComparisonRow>& comparison,
                    const analysis::MetricTable& baseline, const std::vector<analysis::MetricTable>& plan) const {
    const ledger::RunFile plan_run = ledger::read_run_file(root_ / "plan" / "run.gpkg");
    const ledger::RunFile baseline_run = ledger::read_run_file(root_ / "baseline" / "run.gpkg");
    analysis::report::ReportInput input{{&*baseline_->world, &baseline_run.ledger, &baseline},
                                        {&world(), &plan_run.ledger, &plan.front()},
                                        verdicts,
                                        comparison,
                                        "railshift assess scenarios/" + base_request_.scenario_folder_name,
                                        analysis::beside_observed(world(), plan)};
    write_text(root_ / "report.html", analysis::report::html(input, language()));
  }

  void print(const std::vector<analysis::ComparisonRow>& comparison, const fs::path& out) const {
    const std::string headline_year = std::to_string(year_of((until_ ? *until_ : world().settings.end) - 1));
    fmt::print("{}\n",
               say({"基准与方案（年度，差异最大的指标见 comparison.csv）：", "baseline and plan (yearly; all in comparison.csv):"}));
    for (const auto& row : comparison) {
      const auto& k = row.key;
      const bool total = analysis::is_total_but_for(k, {"numerator_kind", "denominator_kind", "direction", "ring"});
      const bool asked = k.metric == "rail_tonnes" || k.metric == "through_km_inside" || (k.metric == "exhaust" && k.ring.empty());
      const bool headline = total && asked && row.first && row.second && *row.first != 0.0 && k.period == headline_year;
      if (headline) {
        fmt::print("  {:<20} {:<26} {} {:>16.6g} -> {:>16.6g} {}\n", k.metric, k.numerator_kind + " " + k.direction + " " + k.ring,
                   k.period, *row.first, *row.second, k.unit);
      }
    }
    fmt::print(fmt::runtime(say({"报告：{}\n", "report: {}\n"})), (out / "report.html").string());
  }

  const po::variables_map& values_;
  fs::path scenario_;
  ledger::RunRequest base_request_;
  std::optional<scenario::Loaded> plan_, baseline_;
  std::vector<std::pair<LeftOut, std::optional<scenario::Loaded>>> without_;
  std::optional<Date> until_;
  fs::path root_;
  std::vector<RunJob> jobs_;
};

}  // namespace

Command assess_command() {
  Command command;
  command.name = "assess";
  command.usage = "assess DIR [options]";
  command.summary = {"基准、方案与逐项去掉措施的模拟，得出结论与报告", "baseline, plan, plan without each order: verdicts and a report"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, assess_options(), {"DIR"}).parse(words);
    if (!values) return ExitCode::done;
    Assessment assessment(*values, (*values)["arguments"].as<std::vector<std::string>>()[0]);
    return assessment.load() ? assessment.work() : ExitCode::bad_input;
  };
  return command;
}

}  // namespace railshift::app

#include <fnmatch.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <deque>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/progress.hpp"
#include "app/run_folder.hpp"
#include "app/scenario_input.hpp"
#include "app/sensitivity.hpp"
#include "app/shared_past.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr int kLimit = 24;

po::options_description sensitivity_options() {
  po::options_description options;
  options.add_options()("verdict", po::value<std::string>()->value_name("ID"),
                        say({"目标编号（必填）", "id of the target (required)"}).c_str())(
      "inputs", po::value<std::vector<std::string>>()->composing()->value_name("PATTERN"),
      say({"只变动这些输入，如 'sidings.*'，可重复", "move these inputs only, such as 'sidings.*'; may be repeated"}).c_str())(
      "limit", po::value<int>()->value_name("N"), say({"最多变动几个输入，默认 24", "inputs to move at most, default 24"}).c_str())(
      "jobs", po::value<int>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "variant", po::value<std::string>()->value_name("FILE"))(
      "set", po::value<std::vector<std::string>>()->composing()->value_name("path=value"))(
      "out", po::value<std::string>()->value_name("FILE"), say({"排序写成 CSV", "write the ranking as CSV"}).c_str());
  return options;
}

/// A folder for the runs' figures, gone with the object.
class WorkFolder {
 public:
  WorkFolder() {
    std::string pattern = (fs::temp_directory_path() / "railshift-sensitivity-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder in " + fs::temp_directory_path().string());
    path_ = pattern;
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// One question: which inputs, and what each does at both ends of its range.
class Sensitivity {
 public:
  Sensitivity(const po::variables_map& values, fs::path scenario) : values_(values), scenario_(std::move(scenario)) {}

  bool load() {
    if (values_.count("variant") != 0) request_.variant = values_["variant"].as<std::string>();
    if (values_.count("set") != 0) request_.set = settings_of(values_["set"].as<std::vector<std::string>>());
    loaded_ = load_or_explain(scenario_, request_);
    if (!loaded_) return false;
    find_target();
    choose_inputs();
    return true;
  }

  ExitCode work() {
    const int jobs = jobs_of(values_);
    const auto start = std::chrono::steady_clock::now();
    add_job("given", {});
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      add_job(fmt::format("{}-low", i), settings(inputs_[i], inputs_[i].low, inputs_[i].with_low));
      add_job(fmt::format("{}-high", i), settings(inputs_[i], inputs_[i].high, inputs_[i].with_high));
    }
    {
      Progress progress(fmt::format(fmt::runtime(say({"敏感性（{} 次模拟）", "sensitivity ({} runs)"})), jobs_.size()));
      for (const auto& result : ensemble::run_tasks(tasks_of(jobs_), jobs, [&progress](double done) { return progress.show(done); })) {
        if (result.code == static_cast<int>(ExitCode::interrupted)) return ExitCode::interrupted;
        if (result.code != 0) throw std::runtime_error(result.name + ": " + result.message);
      }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    conclude(jobs_.size(), seconds);
    return ExitCode::done;
  }

 private:
  [[nodiscard]] const World& world() const { return *loaded_->world; }

  void find_target() {
    if (values_.count("verdict") == 0) throw UsageError{say({"缺少 --verdict ID", "--verdict ID is missing"})};
    const std::string id = values_["verdict"].as<std::string>();
    std::vector<std::string> ids;
    for (const Target& t : world().targets) ids.push_back(t.id);
    const auto found = world().targets.find(id);
    if (!found)
      throw UsageError{fmt::format(fmt::runtime(say({"--verdict {} 不是目标编号；有 {}", "--verdict {} is no target; there are {}"})), id,
                                   fmt::join(ids, ", "))};
    target_ = world().targets[*found];
  }

  /// Inputs that match, those that can bear most on the metric first.
  void choose_inputs() {
    const rules::FlowRates rates = rules::flow_rates(world(), month_of(target_.due));
    std::vector<std::pair<double, scenario::RangedInput>> chosen;
    for (const scenario::RangedInput& input : loaded_->ranged) {
      if (matches(input.path)) chosen.emplace_back(bearing(world(), rates, target_.metric, input), input);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    found_ = chosen.size();
    const auto limit = static_cast<std::size_t>(positive(values_, "limit", kLimit));
    for (std::size_t i = 0; i < std::min(limit, chosen.size()); ++i) inputs_.push_back(chosen[i].second);
  }

  [[nodiscard]] bool matches(const std::string& path) const {
    if (values_.count("inputs") == 0) return true;
    const auto& patterns = values_["inputs"].as<std::vector<std::string>>();
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& p) { return fnmatch(p.c_str(), path.c_str(), 0) == 0; });
  }

  using Settings = std::map<std::string, std::string>;

  static Settings settings(const scenario::RangedInput& input, const std::string& value, const Settings& with) {
    Settings all = with;
    all[input.path] = value;
    return all;
  }

  /// A run to the end of the year in which the target is due. What the scenario refuses is noted, not an error.
  void add_job(const std::string& name, const Settings& changes) {
    const fs::path folder = work_.path() / name;
    fs::create_directories(folder);
    scenario::LoadRequest request = request_;
    for (const auto& [path, value] : changes) request.set[path] = value;
    const scenario::Loaded& loaded = ends_.emplace_back(scenario::load(scenario_, request));
    if (!loaded.world) {
      const Problem first = loaded.problems.sorted().front();
      write_text(folder / "refused", fmt::format("{}; {}", first.found, first.rule));
      return;
    }
    RunJob job;
    job.world = &*loaded.world;
    job.request.layer = "plan";
    job.request.kernel = "ahead";
    job.request.seed = loaded.world->settings.seed;
    job.inputs = &loaded.inputs;
    job.folder = folder;
    job.until = std::min(make_date(year_of(target_.due) + 1, 1, 1), loaded.world->settings.end);
    job.parts = RunJob::Parts::metrics_only;
    jobs_.push_back(std::move(job));
  }

  [[nodiscard]] analysis::Verdict verdict(const std::string& name) const {
    for (const analysis::Verdict& v : analysis::judge(world(), {read_metrics(work_.path() / name)})) {
      if (v.target == target_.id) return v;
    }
    throw std::runtime_error(target_.id + ": no verdict");
  }

  [[nodiscard]] Moved end(const std::string& name, const analysis::Verdict& as_given) const {
    const fs::path refused = work_.path() / name / "refused";
    if (!fs::exists(refused)) return moved(as_given, verdict(name));
    Moved m;
    m.refused = read_text(refused);
    return m;
  }

  void conclude(std::size_t runs, double seconds) const {
    const analysis::Verdict as_given = verdict("given");
    std::vector<SensitivityRow> rows;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      SensitivityRow row{inputs_[i], end(fmt::format("{}-low", i), as_given), end(fmt::format("{}-high", i), as_given), 0.0};
      settle(row, as_given);
      rows.push_back(std::move(row));
    }
    rank(rows);
    print(rows, as_given, runs, seconds);
    if (values_.count("out") != 0) write_text(values_["out"].as<std::string>(), to_csv(rows, world()));
  }

  void print(const std::vector<SensitivityRow>& rows, const analysis::Verdict& as_given, std::size_t runs, double seconds) const {
    const auto number = [](const std::optional<double>& v) { return v ? fmt::format("{:.5g}", *v) : std::string("-"); };
    fmt::print("{} ({}): {} {}, {} {}\n\n", target_.id, as_given.clause, say({"按现有输入", "as given"}), number(as_given.value),
               say({"余量", "margin"}), number(as_given.margin));
    fmt::print("{:>3}  {:<52} {:>14} {:>14}   {:>11} {:>11} {:>10} {:<6} {}\n", "#", say({"输入", "input"}), say({"下限", "low"}),
               say({"上限", "high"}), say({"下限余量", "margin low"}), say({"上限余量", "margin high"}), say({"影响", "reach"}),
               say({"翻转", "flips"}), say({"通常掌握单位", "who has it"}));
    int place = 0;
    for (const SensitivityRow& r : rows) {
      fmt::print("{:>3}  {:<52} {:>14} {:>14}   {:>11} {:>11} {:>10} {:<6} {}\n", ++place, r.input.path, r.input.low, r.input.high,
                 number(r.low.margin), number(r.high.margin), r.reach < 0.0 ? "-" : fmt::format("{:.4g}", r.reach),
                 r.low.flips || r.high.flips ? say({"是", "yes"}) : "", say(office_of(world(), r.input)));
      for (const Moved* m : {&r.low, &r.high}) {
        if (!m->refused.empty()) fmt::print("     {}: {}\n", say({"情景不接受", "refused"}), m->refused);
      }
    }
    fmt::print(fmt::runtime(say({"\n{} 次模拟，{:.0f} 秒；变动了 {} / {} 个有区间的输入，种子相同\n",
                                 "\n{} runs, {:.0f} s; {} of {} inputs with a range were moved, same seed\n"})),
               runs, seconds, rows.size(), found_);
  }

  const po::variables_map& values_;
  fs::path scenario_;
  scenario::LoadRequest request_;
  std::optional<scenario::Loaded> loaded_;
  Target target_;
  std::vector<scenario::RangedInput> inputs_;
  std::size_t found_ = 0;
  std::deque<scenario::Loaded> ends_;  ///< the scenario at every end of a range; the jobs point there
  std::vector<RunJob> jobs_;
  WorkFolder work_;
};

}  // namespace

Command sensitivity_command() {
  Command command;
  command.name = "sensitivity";
  command.usage = "sensitivity DIR --verdict ID [options]";
  command.summary = {"逐个变动输入，看结论取决于哪些数", "which numbers a verdict hangs on"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, sensitivity_options(), {"DIR"}).parse(words);
    if (!values) return ExitCode::done;
    Sensitivity sensitivity(*values, (*values)["arguments"].as<std::vector<std::string>>()[0]);
    return sensitivity.load() ? sensitivity.work() : ExitCode::bad_input;
  };
  return command;
}

}  // namespace railshift::app

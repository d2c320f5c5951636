#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "analysis/compare/change_size.hpp"
#include "analysis/compare/comparison_csv.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/scope_words.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/reading/runs_table.hpp"
#include "sim/core/both.hpp"
#include "sim/core/files/pending_file.hpp"
#include "study/output_file.hpp"
#include "study/stored_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

constexpr std::size_t kChangesShown = 25;

/// Runs that are compared, the base first.
struct Compared {
  std::vector<analysis::RunFigures> figures;
  std::vector<std::string> titles;  ///< layer and folder
  std::set<std::string> scenarios;
  analysis::Names names;  ///< what only one run has is in its own book
  std::optional<World> base;
};

/// Adds a run; `heading` names its columns, those of an estimate say so.
void open_into(Compared& compared, const std::string& folder, const std::string& heading) {
  const ledger::RunFile file = study::open_run(folder);
  const bool estimate = file.request.is_estimate();
  World world = study::world_of(file);
  compared.figures.push_back({estimate ? heading + " (estimate)" : heading, world.settings.base_year, file.request.seed,
                              study::stored_metrics(folder), analysis::firms_with_siding(world)});
  const std::string mark = estimate ? analysis::word("estimate.mark", language()) : std::string{};
  compared.titles.push_back(analysis::word(file.request.layer, language()) + " · " + folder + mark);
  compared.scenarios.insert(world.settings.id);
  analysis::Names names = analysis::names_of(world);
  for (const auto list : {&analysis::Names::firms, &analysis::Names::segments, &analysis::Names::commodities, &analysis::Names::stations})
    (compared.names.*list).merge(names.*list);
  if (!compared.base) compared.base = std::move(world);
}

/// Headings of the CSV: the folder's own name, or the path as given where two folders have one name; each once.
std::vector<std::string> headings_of(const std::vector<std::string>& folders) {
  std::map<std::string, int> own_names, seen;
  const auto own = [](const std::string& folder) { return study::by_name(folder).filename().string(); };
  for (const std::string& folder : folders) ++own_names[own(folder)];
  std::vector<std::string> headings;
  for (const std::string& folder : folders) {
    const std::string heading = own_names[own(folder)] == 1 ? own(folder) : folder;
    const int times = ++seen[heading];
    headings.push_back(times == 1 ? heading : fmt::format("{} ({})", heading, times));
  }
  return headings;
}

/// Figures by county, station or length of haul are part of one that stands there too, those of frozen bases are as many as there are days
/// and classes, and those of firms that pass as many as there are levels and readings: together they would hide the others.
bool is_part(const analysis::FigureRow& row) {
  const bool of_a_base = row.key.metric.starts_with("retired_") && !row.key.basis.empty();
  const bool of_a_level = !row.key.level.empty() || row.key.metric == "firms_at_or_above";
  return of_a_base || of_a_level || !row.key.county.empty() || !row.key.rail_station.empty() || !row.key.haul_class.empty();
}

/// Tonnes of a firm that are all of its goods' and all of the city's are one change, told once: the first of several figures of a metric
/// and year with the same differences stays.
void leave_told_once(std::vector<analysis::FigureRow>& rows) {
  std::set<std::vector<std::string>> told;
  std::erase_if(rows, [&told](const analysis::FigureRow& row) {
    std::vector<std::string> change{row.key.metric, row.key.unit, row.key.period};
    bool some = false;
    for (const analysis::RunFigure& run : row.runs) {
      some = some || run.difference;
      change.push_back(run.difference ? fmt::format("{}", *run.difference) : std::string{});
    }
    return some && !told.insert(std::move(change)).second;
  });
}

bool other_months(const analysis::FigureRow& row) {
  const auto& base = row.runs.front();
  return base.value &&
         std::any_of(row.runs.begin(), row.runs.end(), [&base](const auto& run) { return run.value && run.months != base.months; });
}

/// Years of which the runs have other months.
void print_not_compared(const std::vector<analysis::FigureRow>& rows) {
  std::set<std::string> years;
  for (const analysis::FigureRow& row : rows) {
    if (other_months(row) && years.insert(row.key.period).second)
      fmt::print("{}\n", fmt::format(fmt::runtime(analysis::word("period.not_compared", language())), row.key.period, period_of(row)));
  }
}

/// 6756, or 6756–6758.
Words seeds_text(const analysis::CommonSeeds& seeds) {
  return seeds.n == 1 ? same(std::to_string(seeds.first)) : both("{}–{}", "{} to {}", seeds.first, seeds.last);
}

/// What the differences of a run cover, where that is not what its values and the base's are means of: the seeds that both ran; without a
/// seed in common they hold the luck of both.
void print_seeds_covered(const Compared& compared) {
  for (std::size_t i = 1; i < compared.figures.size(); ++i) {
    const analysis::CommonSeeds seeds = analysis::common_seeds(compared.figures.front(), compared.figures[i]);
    if (seeds.all) continue;
    const Words text =
        seeds.n == 0
            ? both("提示：{} 与 {} 没有相同的随机种子，差值含随机波动",
                   "note: {} and {} have no random seed in common, their differences hold the chance of both", letter_of(i), letter_of(0))
            : both("提示：{0} 与 {1} 的差值和百分比只按共有的 {2} 个种子（{3}）；数值各是自己全部种子的平均",
                   "note: differences and per cent of {0} and {1} cover the seeds that both ran alone, {2} of them ({3}); the "
                   "values are means of all seeds of each",
                   letter_of(i), letter_of(0), seeds.n, seeds_text(seeds));
    fmt::print("{}\n", say(text));
  }
}

std::string count_of(std::size_t count) { return analysis::grouped(static_cast<double>(count), 0); }

void print_legend(const Compared& compared) {
  for (std::size_t i = 0; i < compared.titles.size(); ++i) {
    const std::size_t seeds = compared.figures[i].replications.size();
    const Words runs = seeds == 1 ? same("") : both("（{} 个种子的平均）", " (mean of {} seeds)", seeds);
    fmt::print("{}\n", say(both("{}：{}{}", "{}: {}{}", letter_of(i), compared.titles[i], runs)));
  }
}

/// The table of targets has every clause in its main reading.
void print_other_readings(const std::vector<analysis::TargetRow>& targets, const std::string& csv) {
  const auto others =
      std::count_if(targets.begin(), targets.end(), [](const auto& t) { return !t.runs.front().verdict.reading_of.empty(); });
  if (others == 0) return;
  const std::string count = fmt::format(fmt::runtime(analysis::word("readings.counted", language())), others);
  fmt::print("  {}\n", csv.empty() ? say(both("{}：加 --out FILE 写出", "{}: --out FILE writes them", count))
                                   : say(both("{}：见 {}", "{}: in {}", count, csv)));
}

/// The largest changes, and how many of them are not shown.
std::size_t print_changed(const Compared& compared, std::vector<analysis::FigureRow> changed, std::size_t metrics) {
  const std::size_t found = changed.size();
  if (found == 0) return 0;
  if (!std::all_of(changed.begin(), changed.end(), is_part)) std::erase_if(changed, is_part);
  leave_told_once(changed);
  if (changed.size() > kChangesShown) changed.resize(kChangesShown);
  fmt::print("{}\n{}",
             say(both("{} 项年度指标中 {} 项不同；按变化占该指标常规规模的比例，最大的 {} 项：",
                      "of {} yearly metrics {} differ; the {} that change most beside the usual size of such a figure:", count_of(metrics),
                      count_of(found), changed.size())),
             figure_table(changed, compared.names));
  return found - changed.size();
}

void print_only_in_some(std::size_t count) {
  if (count > 0)
    fmt::print("{}\n", say(both("另有 {} 项年度指标不是各次运行都有，不比较",
                                "{} more yearly metrics are not in all of the runs and are not compared", count_of(count))));
}

void print_all(const Compared& compared, const std::vector<analysis::TargetRow>& targets, const std::vector<analysis::FigureRow>& rows,
               const std::string& csv) {
  if (compared.scenarios.size() > 1) fmt::print("{}\n", say({"提示：各次运行不是同一情景", "note: the runs are of different scenarios"}));
  print_not_compared(rows);
  print_seeds_covered(compared);
  analysis::Changed changed = analysis::by_size_of_change(rows);
  if (changed.ranked.empty() && changed.only_in_some == 0) {
    fmt::print("{}\n", fmt::format(fmt::runtime(analysis::word("no_difference", language())), count_of(rows.size())));
    return;
  }
  print_legend(compared);
  if (!targets.empty()) fmt::print("{}\n{}", say({"目标：", "targets:"}), target_table(targets, compared.names));
  print_other_readings(targets, csv);
  const std::size_t left_out = print_changed(compared, std::move(changed.ranked), rows.size()) + changed.only_in_some;
  print_only_in_some(changed.only_in_some);
  if (left_out == 0) return;
  const std::string where = analysis::word("all_figures", language());
  fmt::print("{}\n", csv.empty() ? say({"加 --out FILE 写出全部", "--out FILE writes them all"}) : fmt::format(fmt::runtime(where), csv));
}

std::vector<std::filesystem::path> files_of(const std::vector<std::string>& runs) {
  std::vector<std::filesystem::path> files;
  for (const std::string& run : runs) {
    for (const char* name : {"manifest.json", "run.gpkg", "metrics.csv"}) files.push_back(std::filesystem::path(run) / name);
  }
  return files;
}

ExitCode compare(const po::variables_map& values) {
  const auto& runs = values["arguments"].as<std::vector<std::string>>();
  const std::string csv = values.count("out") != 0 ? values["out"].as<std::string>() : std::string{};
  if (!csv.empty()) study::check_file("out", csv, {files_of(runs), values.count("force") != 0 ? study::Replace::yes : study::Replace::no});
  Compared compared;
  const std::vector<std::string> headings = headings_of(runs);
  for (std::size_t i = 0; i < runs.size(); ++i) open_into(compared, runs[i], headings[i]);
  const auto targets = analysis::compare_targets(*compared.base, compared.figures);
  const auto rows = analysis::compare_runs(compared.figures);
  if (!csv.empty()) replace_file(csv, analysis::to_csv(targets, rows, compared.figures));
  print_all(compared, targets, rows, csv);
  return ExitCode::done;
}

}  // namespace

Command compare_command() {
  Command command;
  command.name = "compare";
  command.usage = "compare BASE RUN... [--out FILE]";
  command.summary = {"若干次运行与第一次相比：先目标，再变化最大的年度指标",
                     "runs beside the first one: targets, then the yearly metrics that change most"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("out", po::value<std::string>()->value_name("FILE"),
                          say({"全部目标和指标写成 CSV，每次运行一列", "all targets and figures as CSV, one column a run"}).c_str())(
        "force", say({"替换已有的文件", "replace a file that exists"}).c_str());
    const auto values = CommandLine(command, options, {"BASE", "RUN..."}).parse(words);
    return values ? compare(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app

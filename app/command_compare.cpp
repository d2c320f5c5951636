#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/metrics/compare.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/scope_words.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/commands.hpp"
#include "app/comparison_table.hpp"
#include "app/options.hpp"
#include "sim/core/files/pending_file.hpp"
#include "study/output_file.hpp"
#include "study/stored_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

using analysis::ComparisonRow;

constexpr std::size_t kChangesShown = 25;

/// A run that is compared.
struct Compared {
  std::string title;  ///< layer and folder
  std::string scenario;
  int base_year = 0;
  analysis::Names names;
  analysis::MetricTable metrics;
};

Compared open_compared(const std::string& folder) {
  const ledger::RunFile file = study::open_run(folder);
  const World world = study::world_of(file);
  return {analysis::word(file.request.layer, language()) + " · " + folder, world.settings.id, world.settings.base_year,
          analysis::names_of(world),
          analysis::measure(world, file.ledger, {world.settings.id, file.request.layer, file.request.variant, 1})};
}

/// A figure that only one of the runs has differs too; one of other months of the year is not compared.
bool differs(const ComparisonRow& row) {
  const bool only_one = !row.first || !row.second;
  return only_one || (row.difference && *row.difference != 0.0);
}

/// Less than one tonne, kilometre or truck in one of the runs: its multiple says nothing.
bool is_dust(const ComparisonRow& row) {
  const bool counted = row.key.unit == "t" || row.key.unit == "km" || row.key.unit == "vehicles";
  return counted && std::min(std::abs(row.first.value_or(0.0)), std::abs(row.second.value_or(0.0))) < 1.0;
}

/// Headlines first; then the largest change in percent, what has none (it was next to nothing, or is missing) last.
bool larger(const ComparisonRow& a, const ComparisonRow& b) {
  const auto rank = [](const ComparisonRow& row) {
    return std::pair(analysis::is_headline(row.key), is_dust(row) ? 0.0 : std::abs(row.percent.value_or(0.0)));
  };
  return rank(a) > rank(b);
}

/// Figures by county, station or length of haul are part of one that stands there too, and those of frozen bases are as many as there are
/// days and classes: together they would hide the others.
bool is_part(const ComparisonRow& row) {
  const bool of_a_base = row.key.metric.starts_with("retired_") && !row.key.basis.empty();
  return of_a_base || !row.key.county.empty() || !row.key.rail_station.empty() || !row.key.haul_class.empty();
}

/// Years of which the runs have other months.
void print_not_compared(const std::vector<ComparisonRow>& rows) {
  std::set<std::string> years;
  for (const ComparisonRow& row : rows) {
    if (row.first && row.second && row.first_months != row.second_months && years.insert(row.key.period).second)
      fmt::print("{}\n", fmt::format(fmt::runtime(analysis::word("period.not_compared", language())), row.key.period,
                                     analysis::period_text(row, language())));
  }
}

std::string count_text(std::size_t count) { return analysis::grouped(static_cast<double>(count), 0); }

void print_largest(std::vector<ComparisonRow> rows, const Compared& first, const Compared& second, const std::string& csv) {
  if (first.scenario != second.scenario)
    fmt::print("{}\n", say({"提示：两次运行不是同一情景", "note: the runs are of different scenarios"}));
  print_not_compared(rows);
  const std::size_t all = rows.size();
  std::erase_if(rows, [](const ComparisonRow& r) { return !differs(r); });
  if (rows.empty()) {
    fmt::print("{}\n", fmt::format(fmt::runtime(analysis::word("no_difference", language())), count_text(all)));
    return;
  }
  const std::size_t found = rows.size();
  if (!std::all_of(rows.begin(), rows.end(), is_part)) std::erase_if(rows, is_part);
  std::stable_sort(rows.begin(), rows.end(), larger);
  if (rows.size() > kChangesShown) rows.resize(kChangesShown);
  fmt::print(fmt::runtime(say({"甲：{}\n乙：{}\n{} 项年度指标中 {} 项不同；变化最大的 {} 项：\n",
                               "A: {}\nB: {}\nof {} yearly metrics {} differ; the {} that change most:\n"})),
             first.title, second.title, count_text(all), count_text(found), rows.size());
  analysis::Names names = first.names;  // what only the second run has is in the second's book
  for (const auto list : {&analysis::Names::firms, &analysis::Names::segments, &analysis::Names::commodities, &analysis::Names::stations})
    (names.*list).insert((second.names.*list).begin(), (second.names.*list).end());
  fmt::print("{}", comparison_table(rows, names, say({"甲", "A"}), say({"乙", "B"})));
  if (found == rows.size()) return;
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
  const Compared first = open_compared(runs[0]);
  const Compared second = open_compared(runs[1]);
  const auto rows = analysis::compare(first.metrics, second.metrics, {first.base_year, second.base_year});
  if (!csv.empty()) replace_file(csv, analysis::to_csv(rows, "first", "second"));
  print_largest(rows, first, second, csv);
  return ExitCode::done;
}

}  // namespace

Command compare_command() {
  Command command;
  command.name = "compare";
  command.usage = "compare RUN RUN [--out FILE]";
  command.summary = {"比较两次运行的年度指标", "compare the yearly metrics of two runs"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("out", po::value<std::string>()->value_name("FILE"), say({"写成 CSV", "write a CSV file"}).c_str())(
        "force", say({"替换已有的文件", "replace a file that exists"}).c_str());
    const auto values = CommandLine(command, options, {"RUN", "RUN"}).parse(words);
    return values ? compare(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app

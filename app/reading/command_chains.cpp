/// railshift chains DIR: rail chains that the networks allow and the tables lack.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <map>

#include <fmt/format.h>
#include <unistd.h>

#include "analysis/ceiling/ceilings.hpp"
#include "analysis/chains/proposal_csv.hpp"
#include "analysis/words/figures.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/scenario_input.hpp"
#include "sim/core/files/joint_replacement.hpp"
#include "sim/scenario/load/files.hpp"
#include "study/output_file.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

constexpr double kFarthest = 500.0;

Words words_of(analysis::NoChain why) {
  switch (why) {
    case analysis::NoChain::end_at_origin:
      return {"起点附近没有专用线或货场", "no siding or yard in reach of the origin"};
    case analysis::NoChain::end_at_destination:
      return {"终点附近没有专用线或货场", "no siding or yard in reach of the destination"};
    case analysis::NoChain::no_line:
      return {"两端之间没有有空余运行线的铁路", "no line with paths left between the two ends"};
    case analysis::NoChain::counted:
      return {"车辆按月计数，不能短驳", "its trucks are counted by the month"};
  }
  return {};
}

std::string tonnes(double t) { return analysis::figure_text(t, "t", language()); }

void print_unconnected(const analysis::Proposals& found) {
  std::map<analysis::NoChain, std::pair<int, double>> sums;
  for (const analysis::Unconnected& u : found.unconnected) {
    auto& [flows, t] = sums[u.why];
    ++flows;
    t += u.t_per_year;
  }
  for (const auto& [why, sum] : sums) {
    const Words reason = words_of(why);
    fmt::print(fmt::runtime(say({"没有建议：{0}，{1} 条货流，每年 {2}\n", "no proposal: {0}; flows: {1}, {2} a year\n"})), say(reason),
               sum.first, tonnes(sum.second));
  }
}

void print_listed(const analysis::ListedTonnes& listed, int year) {
  fmt::print(fmt::runtime(say({"名单企业 {0} 年 {1}，其中 {2}现在没有铁路运输链；接受全部建议后 {3}会有\n",
                               "listed firms move {1} in {0}, of which {2} have no rail chain today; {3} of these would have one\n"})),
             year, tonnes(listed.all), tonnes(listed.without_rail), tonnes(listed.proposed));
}

std::string figure_or_none(const std::optional<double>& figure, const std::string& unit) {
  return figure ? analysis::figure_text(*figure, unit, language()) : "-";
}

/// A clause's other readings have ceilings of their own; here each is asked once.
World without_readings(World world) {
  std::vector<Target> asked;
  std::copy_if(world.targets.begin(), world.targets.end(), std::back_inserter(asked), [](const Target& t) { return t.reading_of.empty(); });
  world.targets = Table<Target>(std::move(asked));
  return world;
}

/// What a terminal shows while it waits; nothing takes it away again.
void tell(const std::string& what) {
  if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\033[K{}", what);
  std::fflush(stderr);
}

/// What each target of tonnes can reach by the tables as they are and with all proposals, within capacity. `assess` asks the same of a plan
/// that is carried out, with the days on which its sidings then open.
void print_ceilings(const World& world, const World& with) {
  std::fflush(stdout);
  tell(say({"能力上限：按现有各表……", "ceilings: by the tables as they are ..."}));
  const analysis::Ceilings before = analysis::ceilings_of(without_readings(world));
  tell(say({"能力上限：接受全部建议后……", "ceilings: with all proposals ..."}));
  const analysis::Ceilings after = analysis::ceilings_of(without_readings(with));
  tell("");
  if (!before.targets.empty())
    fmt::print("{}\n", say({"能力上限（按情景中的日期；assess 的能力上限按方案执行到位的日期）：",
                            "ceilings by capacity (on the days of the scenario; assess asks for those of a plan that is carried out):"}));
  for (const analysis::TargetCeiling& now : before.targets) {
    const analysis::TargetCeiling* then = after.of(now.target);
    if (then == nullptr) continue;
    fmt::print(fmt::runtime(say({"  {0}（{1}）：{2}，接受全部建议后 {3}\n", "  {0} ({1}): {2}, with all proposals {3}\n"})), now.target,
               now.year, figure_or_none(now.capacity_bound, now.unit), figure_or_none(then->capacity_bound, then->unit));
  }
}

struct Output {
  fs::path folder;
  study::OutputRules rules;
};

/// A folder that is not there yet is made when there is something to write.
void check_output(const Output& out) {
  if (!fs::exists(out.folder)) return;
  for (const char* name : {"chains.csv", "legs.csv", "proposals.csv"}) study::check_file("out", out.folder / name, out.rules);
}

/// Rows of one table speak of those of another: all three files or none.
void write_rows(const Output& out, const analysis::ProposalTables& tables) {
  fs::create_directories(out.folder);
  FolderChange change(out.folder);
  check_output(out);
  change.replace({{"chains.csv", tables.chains}, {"legs.csv", tables.legs}, {"proposals.csv", tables.proposals}});
}

ExitCode propose(const po::variables_map& values) {
  const fs::path folder = values["arguments"].as<std::vector<std::string>>()[0];
  std::optional<Output> out;
  if (values.count("out") != 0) {
    out = Output{values["out"].as<std::string>(),
                 {scenario::input_paths(folder, std::nullopt), values.count("force") != 0 ? study::Replace::yes : study::Replace::no}};
    check_output(*out);
  }
  analysis::ChainRequest asked;
  asked.within = Kilometres{values["within"].as<double>()};
  if (!(asked.within.value > 0.0 && asked.within.value <= kFarthest))
    throw UsageError{say(both("--within 写 0 以上、{:g} 以内的公里数", "--within: write kilometres above 0, up to {:g}", kFarthest))};
  scenario::LoadRequest request;
  request.layer = layer_of(values["layer"].as<std::string>());
  const auto loaded = load_or_explain(folder, request);
  if (!loaded) return ExitCode::bad_input;
  const World& world = *loaded->world;
  const int last = year_of(world.settings.end - 1);
  const int first = year_of(world.settings.start);
  asked.year = static_cast<int>(whole_number(values, "year", first, last).value_or(last));
  if (asked.year < first) throw UsageError{say(both("--year 写 {} 至 {} 之间的年份", "--year: a year from {} to {}", first, last))};
  const analysis::Proposals found = analysis::propose_chains(world, asked);
  double carried = 0.0;
  std::vector<Chain> chains;
  for (const analysis::ProposedChain& row : found.chains) {
    carried += row.t_per_year;
    chains.push_back(row.chain);
  }
  fmt::print(fmt::runtime(say({"建议 {0} 条铁路运输链，所在货流 {1} 年 {2}（货场 {3:g} 公里以内）\n",
                               "{0} rail chains proposed, for flows of {2} in {1} (yards within {3:g} km)\n"})),
             found.chains.size(), asked.year, tonnes(carried), asked.within.value);
  print_listed(found.listed, asked.year);
  print_unconnected(found);
  print_ceilings(world, chains.empty() ? world : analysis::with_chains(world, chains));
  if (!out) return ExitCode::done;
  write_rows(*out, analysis::to_csv(world, found, asked));
  fmt::print(fmt::runtime(say({"写入 {}：逐行看过再并入情景的 chains.csv 和 legs.csv\n",
                               "written to {}: look at each row, then take it into chains.csv and legs.csv\n"})),
             out->folder.string());
  return ExitCode::done;
}

}  // namespace

Command chains_command() {
  Command command;
  command.name = "chains";
  command.usage = "chains DIR [options]";
  command.summary = {"由路网和铁路网找出缺少的铁路运输链", "rail chains that the networks allow and the tables lack"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("within", po::value<double>()->value_name("KM")->default_value(30.0, "30"),
                          say({"厂区到货场的最远公里数", "farthest yard from a site, km"}).c_str())(
        "year", po::value<std::string>()->value_name("YEAR"), say({"年份；默认最后一年", "year; the last if none is given"}).c_str())(
        "out", po::value<std::string>()->value_name("FOLDER"),
        say({"写入 chains.csv、legs.csv、proposals.csv 的文件夹", "folder for chains.csv, legs.csv and proposals.csv"}).c_str())(
        "force", say({"覆盖已有的文件", "replace existing files"}).c_str());
    add_layer(options);
    const auto values = CommandLine(command, options, {"DIR"}).parse(words);
    return values ? propose(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app

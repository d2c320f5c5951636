#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/judge/coverage.hpp"
#include "analysis/judge/target_list.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/reading/targets_table.hpp"
#include "app/scenario_input.hpp"
#include "app/several_scenarios.hpp"
#include "sim/core/both.hpp"
#include "sim/core/files/pending_file.hpp"
#include "sim/policy/kinds.hpp"
#include "study/output_file.hpp"
#include "study/stored_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

using analysis::ClauseCover;

std::string status_word(const std::optional<ClauseStatus>& status) {
  return analysis::word_of("clause_status", status ? to_text(*status) : std::string_view{"none"}, language());
}

std::string comma() { return say({"、", ", "}); }

/// ms-ty-09（专用线投用）
std::string measures_text(const World& world, const ClauseCover& cover) {
  std::vector<std::string> texts;
  for (const std::string& id : cover.measures) {
    const policy::KindRow& kind = policy::kind_of(world.measures[*world.measures.find(id)]);
    texts.push_back(say(both("{}（{}）", "{} ({})", id, Words{std::string(kind.zh), std::string(kind.en)})));
  }
  return fmt::format("{}", fmt::join(texts, comma()));
}

std::string effects_text(const ClauseCover& cover) {
  std::vector<std::string> texts;
  for (const policy::EffectKind effect : cover.effects) texts.push_back(say(policy::words_of(effect)));
  return fmt::format("{}", fmt::join(texts, comma()));
}

/// The status where there is one, which says more than the outcome; marked where it is an estimate.
std::string judged_word(const analysis::TargetSaid& said) {
  const std::string judged =
      said.status.empty() ? analysis::word_of("outcome", said.outcome, language()) : analysis::word_of("status", said.status, language());
  return said.estimate ? judged + analysis::word("estimate.mark", language()) : judged;
}

std::string figure(const analysis::TargetSaid& said, const std::optional<double>& value) {
  return analysis::figure_text(value, said.unit, language());
}

/// missed: simulated 30.70%, asked >= 85.00%, ceiling of the chains 67.20%, ceiling with capacity 61.00%
std::string said_text(const analysis::TargetSaid& said) {
  std::vector<std::string> figures{analysis::word("measured", language()) + " " + figure(said, said.value),
                                   fmt::format("{} {} {}", analysis::word("asked", language()), said.op, figure(said, said.threshold))};
  if (said.ceiling) figures.push_back(analysis::word("ceiling.chains", language()) + " " + figure(said, said.ceiling));
  if (said.ceiling_capacity) figures.push_back(analysis::word("ceiling.capacity", language()) + " " + figure(said, said.ceiling_capacity));
  return judged_word(said) + say({"：", ": "}) + fmt::format("{}", fmt::join(figures, say({"，", ", "})));
}

void print_line(const Words& name, const std::string& text) {
  if (!text.empty()) fmt::print("  {}\n", say(both("{}：{}", "{}: {}", name, text)));
}

/// How many other readings the clause has, and how many of them ended how.
std::string other_readings(const std::vector<std::string>& readings, const analysis::SaidOfTargets& said) {
  std::map<std::string, int> ends;
  for (const std::string& target : readings) {
    if (const auto of = said.find(target); of != said.end()) ++ends[judged_word(of->second)];
  }
  const std::string how_many = fmt::format(fmt::runtime(analysis::word("readings.counted", language())), readings.size());
  std::vector<std::string> texts;
  for (const auto& [word, count] : ends) texts.push_back(fmt::format("{} {}", word, count));
  return texts.empty() ? how_many : say(both("{}：{}", "{}: {}", how_many, fmt::join(texts, comma())));
}

/// Those in their main reading: in one line without a result, with one a line each with what it says. The other readings are counted.
void print_targets(const World& world, const ClauseCover& cover, const analysis::SaidOfTargets& said) {
  std::vector<std::string> main, others;
  for (const std::string& target : cover.targets)
    (world.targets[*world.targets.find(target)].reading_of.empty() ? main : others).push_back(target);
  if (said.empty()) print_line({"目标", "targets"}, fmt::format("{}", fmt::join(main, comma())));
  for (const std::string& target : main) {
    if (said.empty()) break;
    const auto of = said.find(target);
    print_line({"目标", "target"}, of == said.end() ? target : target + " " + said_text(of->second));
  }
  if (!others.empty()) print_line({"其他口径", "other readings"}, other_readings(others, said));
}

void print_clause(const World& world, const ClauseCover& cover, const analysis::SaidOfTargets& said) {
  const Clause& clause = cover.clause;
  fmt::print("{} {} · {} · {}\n", clause.id, clause.item, status_word(clause.status), analysis::word(clause.force, language()));
  print_line({"原文", "quote"}, clause.quote);
  print_line({"说明", "why"}, clause.status_reason);
  print_line({"措施", "measures"}, measures_text(world, cover));
  print_line({"可有的效果", "effects they can have"}, effects_text(cover));
  print_line({"数据", "rows"}, fmt::format("{}", fmt::join(cover.rows, comma())));
  print_targets(world, cover, said);
  print_line({"责任单位", "offices"}, clause.offices);
}

void print_counts(const std::vector<ClauseCover>& covers) {
  std::vector<std::string> counts;
  for (const auto& [status, count] : analysis::count_by_status(covers)) counts.push_back(fmt::format("{} {}", status_word(status), count));
  fmt::print("{}\n", say(both("共 {} 条：{}", "{} clauses: {}", covers.size(), fmt::join(counts, comma()))));
}

void print_without_office(const std::vector<ClauseCover>& covers) {
  std::vector<std::string> ids;
  for (const ClauseCover& cover : covers) {
    if (cover.clause.offices.empty()) ids.push_back(cover.clause.id);
  }
  if (!ids.empty()) fmt::print("{}\n", say(both("没有写责任单位的条款：{}", "clauses without an office: {}", fmt::join(ids, comma()))));
}

/// A result of another scenario would leave every target without a word, and nobody would know why.
void require_some(const std::vector<ClauseCover>& covers, const analysis::SaidOfTargets& said, const std::string& result) {
  const bool some = std::any_of(covers.begin(), covers.end(), [&said](const ClauseCover& cover) {
    return std::any_of(cover.targets.begin(), cover.targets.end(), [&said](const auto& t) { return said.count(t) > 0; });
  });
  if (!some)
    throw UsageError{
        say(both("--run {}：其中没有本情景任何目标的结论", "--run {}: it has no verdict on any target of this scenario", result))};
}

/// What the command line asks for.
struct Asked {
  std::vector<std::string> folders;
  std::vector<std::string> results;  ///< none, or one a folder in their order
  std::string csv;
};

Asked asked_of(const po::variables_map& values) {
  Asked asked;
  asked.folders = values["arguments"].as<std::vector<std::string>>();
  if (values.count("run") != 0) asked.results = values["run"].as<std::vector<std::string>>();
  if (!asked.results.empty() && asked.results.size() != asked.folders.size())
    throw UsageError{say(both("--run 给了 {} 次，情景有 {} 个；每个情景按顺序给一个结果，或都不给",
                              "--run is given {} time(s) for {} scenario(s); give one result a scenario, in their order, or none",
                              asked.results.size(), asked.folders.size()))};
  refuse_twice(asked.folders);
  if (values.count("out") == 0) return asked;
  asked.csv = values["out"].as<std::string>();
  const study::Replace replace = values.count("force") != 0 ? study::Replace::yes : study::Replace::no;
  std::vector<std::filesystem::path> inputs;
  for (const std::string& folder : asked.folders) {
    for (const std::filesystem::path& input : scenario::input_paths(folder, std::nullopt)) inputs.push_back(input);
  }
  study::check_file("out", asked.csv, {inputs, replace});
  return asked;
}

/// Verdicts of the result that belongs to a folder; none without results.
analysis::SaidOfTargets said_of(const Asked& asked, std::size_t folder, const World& world) {
  if (asked.results.empty()) return {};
  analysis::SaidOfTargets said = study::stored_verdicts(asked.results[folder]);
  require_some(analysis::coverage_of(world), said, asked.results[folder]);
  return said;
}

ExitCode cover_one(const Asked& asked) {
  const auto loaded = load_or_explain(asked.folders[0], {});
  if (!loaded) return ExitCode::bad_input;
  const auto covers = analysis::coverage_of(*loaded->world);
  const analysis::SaidOfTargets said = said_of(asked, 0, *loaded->world);
  if (!asked.csv.empty()) replace_file(asked.csv, analysis::to_csv(covers, said));
  for (const ClauseCover& one : covers) print_clause(*loaded->world, one, said);
  print_counts(covers);
  print_without_office(covers);
  return ExitCode::done;
}

/// The targets of all in one table.
ExitCode cover_all(const Asked& asked) {
  std::vector<World> worlds;
  for (const std::string& folder : asked.folders) {
    auto loaded = load_or_explain(folder, {});
    if (loaded) worlds.push_back(std::move(*loaded->world));
  }
  if (worlds.size() < asked.folders.size()) return ExitCode::bad_input;
  const std::vector<std::string> labels = labels_of(asked.folders, worlds);
  std::vector<analysis::ListedTarget> targets;
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    for (analysis::ListedTarget& row : analysis::targets_of(labels[i], worlds[i], said_of(asked, i, worlds[i])))
      targets.push_back(std::move(row));
  }
  analysis::sort(targets);
  if (!asked.csv.empty()) replace_file(asked.csv, analysis::to_csv(targets));
  fmt::print("{}", targets_table(targets, asked.results.empty() ? Results::none : Results::given, language()));
  fmt::print("{}\n", say(both("共 {} 个情景，{} 个目标", "{} scenarios, {} targets", worlds.size(), targets.size())));
  return ExitCode::done;
}

}  // namespace

Command coverage_command() {
  Command command;
  command.name = "coverage";
  command.usage = "coverage DIR... [--run RESULT]... [--out FILE]";
  command.summary = {"逐条列出方案条款：措施、效果、目标、结论和落实情况；多个情景时列出全部目标",
                     "every clause of the plan: measures, effects, targets, verdicts, status; of several scenarios all targets in a table"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()(
        "run", po::value<std::vector<std::string>>()->composing()->value_name("RESULT"),
        say({"一次运行或评估的结果目录，列出其结论；多个情景时每个给一次，按情景的顺序",
             "folder of a run or an assessment whose verdicts are shown; of several scenarios once for each, in their order"})
            .c_str())("out", po::value<std::string>()->value_name("FILE"), say({"写成 CSV", "write a CSV file"}).c_str())(
        "force", say({"替换已有的文件", "replace a file that exists"}).c_str());
    const auto values = CommandLine(command, options, {"DIR..."}).parse(words);
    if (!values) return ExitCode::done;
    const Asked asked = asked_of(*values);
    return asked.folders.size() == 1 ? cover_one(asked) : cover_all(asked);
  };
  return command;
}

}  // namespace railshift::app

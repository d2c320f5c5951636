#include <algorithm>

#include <fmt/format.h>

#include "analysis/tracking/tracking_csv.hpp"
#include "analysis/words/brief/office_names.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/tracking/tracking_words.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "study/tracking/track_plan.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

using analysis::Align;
using analysis::TargetForecast;

po::options_description track_options() {
  po::options_description options;
  options.add_options()("until", po::value<std::string>()->value_name("MONTH"),
                        say({"最后已知的月份，YYYY-MM（必填）", "last known month, YYYY-MM (required)"}).c_str())(
      "observed", po::value<std::string>()->value_name("DIR"),
      say({"观测分月表的文件夹，默认情景文件夹下的 observed（见 docs/tracking.md）",
           "folder of counted months, default observed in the scenario's folder (docs/tracking.md)"})
          .c_str())("members", po::value<std::string>()->value_name("N"),
                    say({"模拟次数，默认 99；1 为方案本身", "runs, default 99; 1 is the plan as it stands"}).c_str())(
      "engine", po::value<std::string>()->default_value("months")->value_name("months|events"),
      say({"months 快速估算（默认），events 逐车模拟", "months: quick estimates (default), events: every truck"}).c_str())(
      "seed", po::value<std::string>()->value_name("N"),
      say({"第一次的种子，默认情景所定", "seed of the first run, default the scenario's"}).c_str())(
      "jobs", po::value<std::string>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "out", po::value<std::string>()->value_name("DIR"),
      say({"结果目录，默认 runs/<情景>-track", "result folder, default runs/<scenario>-track"}).c_str())(
      "force", say({"替换已有的结果", "replace a result that exists"}).c_str());
  add_changes(options);
  add_progress(options);
  return options;
}

template <class... Args>
std::string said(const Words& words, const Args&... args) {
  return fmt::format(fmt::runtime(say(words)), args...);
}

std::string figure(const std::optional<double>& value, const std::string& unit) { return analysis::figure_text(value, unit, language()); }

std::string interval_said(const TargetForecast& f) {
  if (!f.interval) return "—";
  return figure(f.interval->low, f.asked.unit) + " … " + figure(f.interval->high, f.asked.unit);
}

std::string monthly_said(const std::optional<double>& value, const TargetForecast& f) {
  return value ? figure(value, f.per_month_unit) : "—";
}

/// Main targets with figures: at this pace X by the due date, needed a month from now Y, chance.
void print_forecasts(const std::vector<TargetForecast>& targets) {
  analysis::TextTable table(
      {Align::left, Align::left, Align::right, Align::right, Align::right, Align::right, Align::right, Align::right, Align::right});
  table.row({analysis::word("target", language()), say({"截止", "due"}), say({"要求", "asked"}), say({"已完成", "to date"}),
             say({"按现有进度", "at this pace"}), say({"区间", "interval"}), say({"今后每月需要", "needed a month"}),
             say({"现有进度每月", "pace a month"}), say({"达到", "met by"})});
  std::size_t rows = 0;
  for (const TargetForecast& f : targets) {
    if (!f.forecast || !f.asked.reading_of.empty()) continue;
    ++rows;
    const std::string mark = f.tracked == analysis::Tracked::partly ? say({"（部分观测）", " (counted in part)"}) : std::string{};
    table.row({f.asked.target + mark, to_string(f.asked.due),
               fmt::format("{} {}", analysis::sign(f.asked.op), figure(f.asked.threshold, f.asked.unit)), figure(f.to_date, f.asked.unit),
               figure(f.forecast, f.asked.unit), interval_said(f), analysis::needed_text(f, language()), monthly_said(f.pace, f),
               analysis::chance_text(f, language())});
  }
  if (rows > 0) fmt::print("{}", table.text());
}

/// The first of a list, and whether there are more.
std::string first_of(const std::vector<std::string>& all, std::size_t most) {
  const std::vector<std::string> some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())));
  return fmt::format("{}{}", fmt::join(some, say({"、", ", "})), all.size() > most ? say({"等", " ..."}) : std::string{});
}

/// Targets whose interval would claim more than a month or two can tell.
void print_short(const study::TrackResult& result) {
  constexpr std::size_t kSaid = 3;
  std::vector<std::string> few, series;
  for (const TargetForecast& f : result.tracking.targets) {
    if (f.short_series && f.forecast && !f.settled && f.asked.reading_of.empty()) few.push_back(f.asked.target);
  }
  if (few.empty()) return;
  for (const ObservedSeries& one : result.series) {
    if (one.months.size() < static_cast<std::size_t>(analysis::kLeastMonths)) series.push_back(one.id);
  }
  fmt::print("{}\n",
             said({"  {}  观测不足 {} 个月（{}），不给区间和把握", "  {}  counted in fewer than {} months ({}): no interval and no chance"},
                  first_of(few, few.size()), analysis::kLeastMonths, first_of(series, kSaid)));
}

/// Targets that nothing was counted of, and what would tell them.
void print_untracked(const std::vector<TargetForecast>& targets) {
  for (const TargetForecast& f : targets) {
    if (f.forecast || !f.asked.reading_of.empty()) continue;
    const std::string files(analysis::files_of(f.made_of));
    switch (f.tracked) {
      case analysis::Tracked::not_by_months:
        fmt::print("{}\n", said({"  {}  无观测数据：{}不由分月观测得出", "  {}  not tracked: {} does not follow from counted months"},
                                f.asked.target, analysis::word(f.asked.metric, language())));
        break;
      case analysis::Tracked::no_figure:
        fmt::print("{}\n",
                   said({"  {}  没有模拟值：{} 年没有模拟，或没有模拟满", "  {}  no simulated figure: {} was not run, or not in full"},
                        f.asked.target, f.asked.judged.year));
        break;
      case analysis::Tracked::no_observation:
        fmt::print("{}\n", said({"  {}  无观测数据：需要 {}", "  {}  nothing counted: it needs {}"}, f.asked.target, files));
        break;
      case analysis::Tracked::observed:
      case analysis::Tracked::partly:
        fmt::print("{}\n", said({"  {}  有观测，但没有一次模拟有这个指标", "  {}  counted, but no run has its figure"}, f.asked.target));
        break;
    }
  }
}

void print_quarters(const std::vector<TargetForecast>& targets) {
  analysis::TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right, Align::left});
  table.row({analysis::word("target", language()), say({"季度", "quarter"}), say({"应达到", "asked by then"}), say({"达到", "reached"}),
             say({"超前", "ahead"}), std::string{}});
  for (const TargetForecast& f : targets) {
    if (!f.asked.reading_of.empty()) continue;
    for (const analysis::QuarterProgress& q : f.quarters) {
      const auto ahead = q.ahead(f.asked.op);
      table.row({f.asked.target, analysis::quarter_text(q.end), figure(q.asked, f.asked.unit), figure(q.reached, f.asked.unit),
                 analysis::difference_text(ahead, f.asked.unit, language()), say(analysis::words_of(q.state))});
    }
  }
  fmt::print("{}", table.text());
}

void print_offices(const std::vector<TargetForecast>& targets) {
  analysis::TextTable table({Align::left, Align::left, Align::right, Align::right, Align::left});
  table.row(
      {analysis::word("offices", language()), say({"季度", "quarter"}), say({"目标", "targets"}), say({"落后", "behind"}), std::string{}});
  for (const analysis::OfficeQuarter& o : analysis::office_quarters(targets)) {
    table.row({o.office.empty() ? std::string("—") : analysis::office_name(o.office, language()), analysis::quarter_text(o.end),
               std::to_string(o.targets), std::to_string(o.behind), say(analysis::words_of(o.state))});
  }
  fmt::print("{}", table.text());
}

void print_paces(const study::TrackResult& result) {
  analysis::TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
  table.row({say({"观测", "series"}), say({"月份", "months"}), say({"观测合计", "counted"}), say({"模拟平均", "mean of runs"}),
             say({"观测/模拟", "counted/runs"}), say({"进度系数", "pace"})});
  for (std::size_t s = 0; s < result.series.size(); ++s) {
    const analysis::PaceFit& fit = result.tracking.fits[s];
    const std::string unit = counts_tonnes(result.series[s].kind) ? "t" : "vehicles";
    const bool stock = result.series[s].kind == ObservedKind::stock;
    const auto amount = [&](double value) {
      return stock ? analysis::difference_text(value, unit, language()) + say({"（增减）", " (change)"}) : figure(value, unit);
    };
    const auto factor = [](const std::optional<double>& value) { return value ? fmt::format("{:.3f}", *value) : std::string("—"); };
    table.row({result.series[s].id, std::to_string(fit.months), amount(fit.observed), amount(fit.simulated), factor(fit.level),
               factor(fit.pace)});
  }
  fmt::print("{}", table.text());
  for (std::size_t s = 0; s < result.series.size(); ++s) {
    const Words why = analysis::no_pace_words(result.tracking.fits[s].basis);
    if (!why.empty()) fmt::print("  {}{}{}\n", result.series[s].id, say({"：", ": "}), say(why));
  }
}

/// Counts of the same goods that differ: nothing is set aside in silence.
void print_conflicts(const study::TrackResult& result) {
  const auto sentences = analysis::conflict_words(result.series, result.tracking.conflicts);
  if (sentences.empty()) return;
  fmt::print("\n{}\n", say({"观测之间有矛盾，请核对", "counts that contradict each other, to be looked at"}));
  for (const Words& sentence : sentences) fmt::print("  {}\n", say(sentence));
}

/// "1 run", "19 runs".
std::string runs_said(std::size_t runs) { return said({"{} 次模拟", runs == 1 ? "{} run" : "{} runs"}, runs); }

/// Series that end before the last known month.
std::string ended_said(const study::TrackResult& result) {
  std::vector<std::string> ended;
  for (const ObservedSeries& one : result.series) {
    const Month last = one.months.rbegin()->first;
    if (last < result.until) ended.push_back(fmt::format("{} ({})", one.id, to_string(last)));
  }
  return fmt::format("{}", fmt::join(ended, say({"、", ", "})));
}

/// Groups that the lead names: the manifest has all.
constexpr std::size_t kGroupsSaid = 12;

void print_lead(const study::TrackResult& result) {
  const bool estimate = result.mover == study::Mover::months;
  fmt::print("{}\n", said({"调度：观测到 {}，{}{}；其后各月出自模拟，乘以进度系数",
                           "tracking: counted up to {}, {}{}; the months after are those of the runs times the pace"},
                          to_string(result.until), runs_said(static_cast<std::size_t>(result.tracking.runs)),
                          estimate ? say({"（估算）", " (estimates)"}) : std::string{}));
  if (const std::string ended = ended_said(result); !ended.empty())
    fmt::print("{}\n", said({"较早结束的观测：{}", "counted for a shorter time: {}"}, ended));
  if (result.tracking.runs + result.tracking.failed == 1)
    fmt::print("{}\n", say({"方案本身一次模拟：没有区间，也没有把握", "one run, the plan as it stands: no interval and no chance"}));
  else if (result.groups.empty())
    fmt::print("{}\n", say({"各次模拟只有种子不同，输入没有变动：给区间，不给把握",
                            "runs differ by seed alone, no input varied: intervals, and no chance"}));
  else
    fmt::print("{}\n", said({"变动的输入（{} 组）：{}；每次另换种子", result.groups.size() == 1
                                                                          ? "inputs that varied ({} group): {}; and the seed of each run"
                                                                          : "inputs that varied ({} groups): {}; and the seed of each run"},
                            result.groups.size(), first_of(result.groups, kGroupsSaid)));
  const auto& targets = result.tracking.targets;
  const auto with = std::find_if(targets.begin(), targets.end(), [](const TargetForecast& f) { return f.interval.has_value(); });
  if (with != targets.end())
    fmt::print("{}\n",
               said({"区间：同类的又一次模拟以 {:.0f}% 的概率落在其中；达到：达到的次数/全部次数（95% 区间）",
                     "interval: the next run of the kind lies in it with {:.0f} %; met by: runs that meet it / all (95 % interval)"},
                    100.0 * with->interval->level));
  fmt::print("\n");
}

void print(const study::TrackResult& result) {
  const auto& targets = result.tracking.targets;
  print_lead(result);
  print_forecasts(targets);
  print_short(result);
  print_untracked(targets);
  fmt::print("\n{}\n", say({"序时进度", "progress by quarter"}));
  print_quarters(targets);
  fmt::print("\n{}\n", say({"按责任单位", "by office"}));
  print_offices(targets);
  fmt::print("\n{}\n", say({"进度系数", "paces"}));
  print_paces(result);
  print_conflicts(result);
  if (!result.without.empty()) {
    fmt::print("\n{}\n",
               said({"没有结果的模拟 {} 次，一律算未达到：", "runs without figures, which meet nothing: {}"}, result.without.size()));
    for (const study::WithoutFigures& one : result.without) fmt::print("  {}: {}\n    {}\n", one.number, say(one.why), one.command);
  }
  fmt::print(fmt::runtime(say({"\n结果：{}\n", "\nresults: {}\n"})), result.folder.string());
}

study::TrackRequest track_request(const po::variables_map& values) {
  study::TrackRequest request;
  request.common = study_request(values);
  request.common.until.clear();
  if (values.count("until") != 0) request.until = values["until"].as<std::string>();
  if (values.count("observed") != 0) request.observed = values["observed"].as<std::string>();
  if (const auto members = whole_number(values, "members", 1, kMostAtATime)) request.members = static_cast<int>(*members);
  return request;
}

ExitCode track(const po::variables_map& values) {
  const study::TrackRequest request = track_request(values);
  std::optional<Progress> shown;
  print(study::track_plan(request, watch_on(shown, {"track", progress_form(values)}, [](const auto& start) {
                            return said({"调度（{}）", "tracking ({})"}, runs_said(start.runs));
                          })));
  return ExitCode::done;
}

}  // namespace

Command track_command() {
  Command command;
  command.name = "track";
  command.usage = "track DIR --until MONTH [options]";
  command.summary = {"用已观测的月份替换模拟值，预测目标到期能否达到，按季度、责任单位列进度",
                     "counted months in the place of simulated ones: where targets end at this pace, by quarter and office"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, track_options(), {"DIR"}).parse(words);
    return values ? track(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app

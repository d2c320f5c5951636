#include "app/run_summary.hpp"

#include <cmath>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

std::string in_tonnes(double t) { return analysis::figure_text(t, "t", language()); }
std::string whole(std::int64_t count) { return analysis::grouped(static_cast<double>(count), 0); }

/// Before the sentences of a layer where there are several.
std::string whose(const std::string& layer) { return layer.empty() ? layer : layer + say({"：", ": "}); }

/// Pools whose empty running nobody of the trade would believe.
void print_empty_running(const std::vector<analysis::PoolRuns>& pools) {
  for (const analysis::PoolRuns& runs : pools) {
    const analysis::EmptyRunning how = analysis::empty_running(runs);
    if (how == analysis::EmptyRunning::usual) continue;
    fmt::print(fmt::runtime(how == analysis::EmptyRunning::much
                                ? say({"在用车池 {}：空驶÷重驶 {:.2f}，空驶里程超过重驶（最少空驶为 {:.2f}）\n",
                                       "pool {}: empty / loaded {:.2f}, more kilometres empty than loaded (the least would be {:.2f})\n"})
                                : say({"在用车池 {}：空驶÷重驶 {:.2f}，低于货运统计（最少空驶为 {:.2f}）\n",
                                       "pool {}: empty / loaded {:.2f}, less than statistics know (the least would be {:.2f})\n"})),
               runs.pool, runs.ratio(), runs.least_empty_km / runs.loaded_km);
  }
}

/// What an expert would ask of a run without a plan: why does rail grow?
void print_drift(const std::map<std::string, analysis::RailWishes>& years, const std::string& mark) {
  constexpr double kWorthALine = 0.01;
  if (years.empty()) return;
  const auto& [year, wishes] = *years.rbegin();
  const double at_base = wishes.brought_by(rules::DriftCause::base_shares), wished = wishes.wished;
  if (std::abs(wished - at_base) <= kWorthALine * at_base) return;
  std::string causes;
  for (int c = 1; c < rules::kDriftCauses; ++c) {
    const auto cause = static_cast<rules::DriftCause>(c);
    const double brought = wishes.brought_by(cause);
    if (std::abs(brought) <= kWorthALine * at_base) continue;
    causes += (causes.empty() ? "" : say({"，", ", "})) + analysis::word(to_text(cause), language()) + (brought > 0 ? " +" : " ") +
              in_tonnes(brought);
  }
  fmt::print(fmt::runtime(say({"{}：铁路意愿 {}{}，按基准年份额为 {}：{}\n", "{}: {} wished by rail{}, {} at base shares: {}\n"})),
             analysis::period_text(year, wishes.months, language()), in_tonnes(wished), mark, in_tonnes(at_base), causes);
}

}  // namespace

void print_not_served(const std::vector<study::ChildRecord>& seeds, const std::string& layer) {
  for (const Words& line : study::not_served(seeds)) fmt::print("{}{}\n", whose(layer), line.in(language()));
}

void print_long_waits(const std::vector<study::ChildRecord>& seeds, const std::string& layer) {
  for (const study::WaitSentence& sentence : study::long_waits(seeds))
    fmt::print(sentence.broken ? stderr : stdout, "{}{}\n", whose(layer), sentence.words.in(language()));
}

void print_not_held(study::Demand demand, const std::vector<analysis::Verdict>& verdicts, const std::vector<study::ChildRecord>& demanded) {
  for (const Words& line : study::not_held(demand, verdicts, demanded)) fmt::print(stderr, "{}\n", line.in(language()));
}

void print_summary(const study::RunOutcome& outcome) {
  const study::ChildRecord& first = outcome.records.front();
  const std::string mark = outcome.estimate ? analysis::word("estimate.mark", language()) : std::string{};
  fmt::print(fmt::runtime(say({"卡车装载 {} 次，列车 {} 列{}；结果在 {}\n", "{} truck loads, {} trains{}; results in {}\n"})),
             whole(first.statistics.loads), whole(first.statistics.trains), mark, outcome.folder.string());
  print_not_served(outcome.records);
  print_empty_running(first.pool_runs);
  print_drift(outcome.rail_wishes, mark);
}

}  // namespace railshift::app

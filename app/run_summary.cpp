#include "app/run_summary.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

std::string words_of(const engine::Unserved& u) {
  switch (u.waits_for) {
    case engine::Need::truck:
      return fmt::format(fmt::runtime(say({"在用车池 {} 的可用卡车", "truck of pool {}"})), u.at);
    case engine::Need::registered_truck:
      return fmt::format(fmt::runtime(say({"部门车队 {} 的在册车辆", "registered truck of segment {}"})), u.at);
    case engine::Need::station:
      return fmt::format(fmt::runtime(say({"作业点 {}（无服务台）", "station {} (no server)"})), u.at);
    case engine::Need::service:
      return fmt::format(fmt::runtime(say({"厂区 {} 的服务", "service at site {}"})), u.at);
    case engine::Need::repair:
      return fmt::format(fmt::runtime(say({"维修点 {}（无服务台）", "repair station {} (no server)"})), u.at);
    case engine::Need::goods:
      return fmt::format(fmt::runtime(say({"堆场 {} 的货", "goods in stockyard {}"})), u.at);
    case engine::Need::room:
      return fmt::format(fmt::runtime(say({"堆场 {} 的空位", "room in stockyard {}"})), u.at);
    case engine::Need::way:
      return fmt::format(fmt::runtime(say({"封闭 {} 结束", "the end of closure {}"})), u.at);
    case engine::Need::road:
      return fmt::format(fmt::runtime(say({"厂区 {} 的道路开通（没有开通的道路）", "an open road from site {} (no open road)"})), u.at);
    case engine::Need::siding:
      return fmt::format(fmt::runtime(say({"专用线或货场 {} 的能力（未被承认）", "capacity of siding {} (refused)"})), u.at);
    case engine::Need::line:
      return fmt::format(fmt::runtime(say({"区段 {} 的运行线（未被承认）", "a path on section {} (refused)"})), u.at);
  }
  return u.at;
}

std::string words_of(engine::WaitCause cause) {
  switch (cause) {
    case engine::WaitCause::none:
      return say({"输入中没有原因，本次模拟未守自己的承诺", "the inputs give no cause: the run breaks its own promise"});
    case engine::WaitCause::stated_size:
      return say({"车池辆数为给定值或不许增补", "the size of the pool is stated, or nobody may join it"});
    case engine::WaitCause::no_eligible_truck:
      return say({"门禁之下没有合格车辆", "no eligible truck under a gate rule"});
    case engine::WaitCause::closure:
      return say({"期间有封闭", "something was closed meanwhile"});
    case engine::WaitCause::crowded_end:
      return say({"装卸点排队逾一天，货留原地", "a station at its end has a queue of a day"});
    case engine::WaitCause::full_yard:
      return say({"堆场占住车辆", "trucks stand before a stockyard"});
    case engine::WaitCause::slow_joining:
      return say({"车辆按增补速率（pool.join_rate）加入，仍赶不上货量",
                  "trucks join no faster than pool.join_rate lets them, and more were wanted"});
  }
  return {};
}

constexpr std::size_t kLinesShown = 10;

std::string in_tonnes(double t) { return analysis::figure_text(t, "t", language()); }
std::string tonnes(std::int64_t kg) { return in_tonnes(static_cast<double>(kg) / 1000.0); }
std::string whole(std::int64_t count) { return analysis::grouped(static_cast<double>(count), 0); }

/// In how many of several seeds.
std::string seeds_of(const study::SharedWait& wait) {
  if (wait.of < 2) return {};
  return fmt::format(fmt::runtime(say({"（{1} 个种子中的 {0} 个，取最大）", " (in {} of {} seeds, the greatest of them)"})), wait.seeds,
                     wait.of);
}

bool waited_a_day(const engine::Unserved& u) { return u.longest_hours >= 24.0; }

void print_refused(const engine::RunStatistics& statistics) {
  if (statistics.refused_loads == 0) return;
  fmt::print(fmt::runtime(say({"{} 车、{}因无处等候被拒，未运\n", "{} loads, {}, were turned away for want of room and not carried\n"})),
             whole(statistics.refused_loads), tonnes(statistics.refused_kg));
}

/// Says who could not be served for a day or longer, always; the longest waits first.
void print_unserved(std::vector<engine::Unserved> rows) {
  std::erase_if(rows, [](const auto& u) { return !waited_a_day(u); });
  if (rows.empty()) return;
  std::int64_t kg = 0;
  for (const auto& u : rows) kg += u.kg;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.longest_hours > b.longest_hours; });
  fmt::print(
      fmt::runtime(say({"期末仍在等候，最久者已逾一天：{}\n", "{} still wait at the end, the first of them for a day or longer:\n"})),
      tonnes(kg));
  for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 10); ++i) {
    const auto& u = rows[i];
    fmt::print(
        fmt::runtime(say({"  货流 {} 等 {}：{} 车，{}，最久 {:.0f} 小时\n", "  flow {} waits for {}: {} loads, {}, longest {:.0f} h\n"})),
        u.flow, words_of(u), whole(u.loads), tonnes(u.kg), u.longest_hours);
  }
}

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
void print_drift(const std::map<std::string, analysis::RailWishes>& years) {
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
  fmt::print(fmt::runtime(say({"{}：铁路意愿 {}，按基准年份额为 {}：{}\n", "{}: {} wished by rail, {} at base shares: {}\n"})),
             analysis::period_text(year, wishes.months, language()), in_tonnes(wished), in_tonnes(at_base), causes);
}

}  // namespace

bool promise_kept(const std::vector<study::SharedWait>& waits, const std::string& layer) {
  const auto broken = [](const study::SharedWait& w) { return w.greatest.cause == engine::WaitCause::none; };
  std::vector<study::SharedWait> sorted = waits;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    return broken(a) != broken(b) ? broken(a) : a.greatest.longest_hours > b.greatest.longest_hours;
  });
  const std::string whose = layer.empty() ? layer : layer + say({"：", ": "});
  for (std::size_t i = 0; i < std::min(sorted.size(), kLinesShown); ++i) {
    const engine::LongWait& w = sorted[i].greatest;
    fmt::print(
        broken(sorted[i]) ? stderr : stdout,
        fmt::runtime(say({"{}货流 {} 的 {} 车货（{}）等待车池 {} 的卡车超过 30 天，最久 {:.0f} 天：{}{}\n",
                          "{}flow {}: {} loads, {}, waited more than 30 days for a truck of pool {}, the longest {:.0f} days: {}{}\n"})),
        whose, w.flow, whole(w.loads), tonnes(w.kg), w.pool, w.longest_hours / 24.0, words_of(w.cause), seeds_of(sorted[i]));
  }
  if (sorted.size() > kLinesShown)
    fmt::print(fmt::runtime(say({"另有 {} 条，见 manifest.json 的 long_waits\n", "and {} more, in long_waits of manifest.json\n"})),
               sorted.size() - kLinesShown);
  return std::none_of(waits.begin(), waits.end(), broken);
}

bool served(const study::ChildRecord& record) {
  return record.statistics.refused_loads == 0 && record.long_waits.empty() &&
         std::none_of(record.unserved.begin(), record.unserved.end(), waited_a_day);
}

void print_summary(const study::RunOutcome& outcome) {
  const study::ChildRecord& first = outcome.records.front();
  fmt::print(fmt::runtime(say({"卡车装载 {} 次，列车 {} 列；结果在 {}\n", "{} truck loads, {} trains; results in {}\n"})),
             whole(first.statistics.loads), whole(first.statistics.trains), outcome.folder.string());
  print_refused(first.statistics);
  print_unserved(first.unserved);
  print_empty_running(first.pool_runs);
  print_drift(outcome.rail_wishes);
}

}  // namespace railshift::app

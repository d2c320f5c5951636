#include "study/closing_statement.hpp"

#include <algorithm>

#include "analysis/words/figures.hpp"
#include "sim/core/both.hpp"

namespace railshift::study {
namespace {

Words words_of(const engine::Unserved& u) {
  switch (u.waits_for) {
    case engine::Need::truck:
      return both("在用车池 {} 的可用卡车", "truck of pool {}", u.at);
    case engine::Need::registered_truck:
      return both("部门车队 {} 的在册车辆", "registered truck of segment {}", u.at);
    case engine::Need::station:
      return both("作业点 {}（无服务台）", "station {} (no server)", u.at);
    case engine::Need::service:
      return both("厂区 {} 的服务", "service at site {}", u.at);
    case engine::Need::repair:
      return both("维修点 {}（无服务台）", "repair station {} (no server)", u.at);
    case engine::Need::goods:
      return both("堆场 {} 的货", "goods in stockyard {}", u.at);
    case engine::Need::room:
      return both("堆场 {} 的空位", "room in stockyard {}", u.at);
    case engine::Need::way:
      return both("封闭 {} 结束", "the end of closure {}", u.at);
    case engine::Need::road:
      return both("厂区 {} 的道路开通（没有开通的道路）", "an open road from site {} (no open road)", u.at);
    case engine::Need::siding:
      return both("专用线或货场 {} 的能力（未被承认）", "capacity of siding {} (refused)", u.at);
    case engine::Need::line:
      return both("区段 {} 的运行线（未被承认）", "a path on section {} (refused)", u.at);
  }
  RAILSHIFT_EXPECTS(false, "a need has words");
}

Words words_of(engine::WaitCause cause) {
  switch (cause) {
    case engine::WaitCause::none:
      return {"输入中没有原因，本次模拟未守自己的承诺", "the inputs give no cause: the run breaks its own promise"};
    case engine::WaitCause::stated_size:
      return {"车池辆数为给定值或不许增补", "the size of the pool is stated, or nobody may join it"};
    case engine::WaitCause::no_eligible_truck:
      return {"门禁之下没有合格车辆", "no eligible truck under a gate rule"};
    case engine::WaitCause::closure:
      return {"期间有封闭", "something was closed meanwhile"};
    case engine::WaitCause::crowded_end:
      return {"装卸点排队逾一天，货留原地", "a station at its end has a queue of a day"};
    case engine::WaitCause::full_yard:
      return {"堆场占住车辆", "trucks stand before a stockyard"};
    case engine::WaitCause::slow_joining:
      return {"车辆按增补速率（pool.join_rate）加入，仍赶不上货量",
              "trucks join no faster than pool.join_rate lets them, and more were wanted"};
  }
  RAILSHIFT_EXPECTS(false, "a cause has words");
}

Words tonnes(std::int64_t kg) {
  const double t = static_cast<double>(kg) / 1000.0;
  return {analysis::figure_text(t, "t", Language::zh), analysis::figure_text(t, "t", Language::en)};
}
std::string whole(std::int64_t count) { return analysis::grouped(static_cast<double>(count), 0); }

/// In how many of several seeds.
Words seeds_of(const SharedWait& wait) {
  if (wait.of < 2) return {};
  return both("（{1} 个种子中的 {0} 个，取最大）", " (in {} of {} seeds, the greatest of them)", wait.seeds, wait.of);
}

bool waited_a_day(const engine::Unserved& u) { return u.longest_hours >= 24.0; }

void add_waiting(std::vector<engine::Unserved> rows, std::vector<Words>& lines) {
  std::erase_if(rows, [](const auto& u) { return !waited_a_day(u); });
  if (rows.empty()) return;
  std::int64_t kg = 0;
  for (const auto& u : rows) kg += u.kg;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.longest_hours > b.longest_hours; });
  lines.push_back(both("期末仍在等候，最久者已逾一天：{}", "{} still wait at the end, the first of them for a day or longer:", tonnes(kg)));
  for (std::size_t i = 0; i < std::min(rows.size(), kWaitsShown); ++i) {
    const auto& u = rows[i];
    lines.push_back(both("  货流 {} 等 {}：{} 车，{}，最久 {:.0f} 小时", "  flow {} waits for {}: {} loads, {}, longest {:.0f} h", u.flow,
                         words_of(u), whole(u.loads), tonnes(u.kg), u.longest_hours));
  }
}

}  // namespace

bool served(const ChildRecord& record) {
  return record.statistics.refused_loads == 0 && record.long_waits.empty() &&
         std::none_of(record.unserved.begin(), record.unserved.end(), waited_a_day);
}

std::vector<Words> not_served(const ChildRecord& record) {
  std::vector<Words> lines;
  if (record.statistics.refused_loads > 0)
    lines.push_back(both("{} 车、{}因无处等候被拒，未运", "{} loads, {}, were turned away for want of room and not carried",
                         whole(record.statistics.refused_loads), tonnes(record.statistics.refused_kg)));
  add_waiting(record.unserved, lines);
  return lines;
}

std::vector<WaitSentence> long_waits(const std::vector<SharedWait>& waits) {
  const auto broken = [](const SharedWait& w) { return w.greatest.cause == engine::WaitCause::none; };
  std::vector<SharedWait> sorted = waits;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    return broken(a) != broken(b) ? broken(a) : a.greatest.longest_hours > b.greatest.longest_hours;
  });
  std::vector<WaitSentence> sentences;
  for (std::size_t i = 0; i < std::min(sorted.size(), kWaitsShown); ++i) {
    const engine::LongWait& w = sorted[i].greatest;
    sentences.push_back({both("货流 {} 的 {} 车货（{}）等待车池 {} 的卡车超过 30 天，最久 {:.0f} 天：{}{}",
                              "flow {}: {} loads, {}, waited more than 30 days for a truck of pool {}, the longest {:.0f} days: {}{}",
                              w.flow, whole(w.loads), tonnes(w.kg), w.pool, w.longest_hours / 24.0, words_of(w.cause), seeds_of(sorted[i])),
                         broken(sorted[i])});
  }
  return sentences;
}

}  // namespace railshift::study

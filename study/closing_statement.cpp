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
    case engine::Need::exchange:
      return both("车站 {} 的通过能力（未被承认）", "a train through station {} (refused)", u.at);
    case engine::Need::belt:
      return both("厂区 {} 的皮带廊道或管道（运能不足或尚未投用）", "the belt or pipe that begins at site {} (full or not in service)",
                  u.at);
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

bool waited_a_day(const engine::Unserved& u) { return u.longest_hours >= 24.0; }

/// Something that was found in several runs of one layer: the greatest figures, each for itself, and in how many runs.
template <class Row>
struct Shared {
  Row greatest{};
  std::size_t seeds = 0;
};

template <class Row>
void join(const Row& row, Shared<Row>& shared) {
  shared.greatest.loads = std::max(shared.greatest.loads, row.loads);
  shared.greatest.kg = std::max(shared.greatest.kg, row.kg);
  shared.greatest.longest_hours = std::max(shared.greatest.longest_hours, row.longest_hours);
  ++shared.seeds;
}

/// In how many of several seeds.
Words seeds_of(std::size_t seeds, std::size_t of) {
  if (of < 2) return {};
  return both("（{1} 个种子中的 {0} 个，取最大）", " (in {} of {} seeds, the greatest of them)", seeds, of);
}

Words further(std::size_t left_out) { return both("另有 {} 条", "and {} more", left_out); }

void add_refused(const std::vector<ChildRecord>& seeds, std::vector<Words>& lines) {
  Shared<engine::Unserved> refused;
  for (const ChildRecord& record : seeds) {
    const engine::RunStatistics& run = record.statistics;
    if (run.refused_loads > 0) join({"", engine::Need::room, "", run.refused_loads, run.refused_kg, 0.0}, refused);
  }
  if (refused.seeds == 0) return;
  lines.push_back(both("{} 车、{}因无处等候被拒，未运{}", "{} loads, {}, were turned away for want of room and not carried{}",
                       whole(refused.greatest.loads), tonnes(refused.greatest.kg), seeds_of(refused.seeds, seeds.size())));
}

/// Who waits for what at the end for a day or longer: one row a flow and thing, the longest waits first.
std::vector<Shared<engine::Unserved>> waiting_in(const std::vector<ChildRecord>& seeds) {
  std::vector<Shared<engine::Unserved>> all;
  for (const ChildRecord& record : seeds) {
    for (const engine::Unserved& row : record.unserved) {
      if (!waited_a_day(row)) continue;
      const auto same = [&row](const auto& s) {
        return s.greatest.flow == row.flow && s.greatest.waits_for == row.waits_for && s.greatest.at == row.at;
      };
      auto at = std::find_if(all.begin(), all.end(), same);
      if (at == all.end()) at = all.insert(all.end(), {{row.flow, row.waits_for, row.at, 0, 0, 0.0}, 0});
      join(row, *at);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.greatest.longest_hours > b.greatest.longest_hours; });
  return all;
}

/// All that waits for a day or longer at the end of a run.
Shared<engine::Unserved> waiting_together(const std::vector<ChildRecord>& seeds) {
  Shared<engine::Unserved> all;
  for (const ChildRecord& record : seeds) {
    engine::Unserved sum;
    for (const engine::Unserved& row : record.unserved) {
      if (!waited_a_day(row)) continue;
      sum.kg += row.kg;
      sum.longest_hours = std::max(sum.longest_hours, row.longest_hours);
    }
    if (waited_a_day(sum)) join(sum, all);
  }
  return all;
}

void add_waiting(const std::vector<ChildRecord>& seeds, std::vector<Words>& lines) {
  const std::vector<Shared<engine::Unserved>> rows = waiting_in(seeds);
  if (rows.empty()) return;
  const Shared<engine::Unserved> all = waiting_together(seeds);
  lines.push_back(both("期末仍在等候，最久者已逾一天{1}：{0}", "{} still wait at the end, the first of them for a day or longer{}:",
                       tonnes(all.greatest.kg), seeds_of(all.seeds, seeds.size())));
  const std::size_t shown = std::min(rows.size(), kWaitsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const engine::Unserved& u = rows[i].greatest;
    lines.push_back(both("  货流 {} 等 {}：{} 车，{}，最久 {:.0f} 小时{}", "  flow {} waits for {}: {} loads, {}, longest {:.0f} h{}",
                         u.flow, words_of(u), whole(u.loads), tonnes(u.kg), u.longest_hours, seeds_of(rows[i].seeds, seeds.size())));
  }
  if (rows.size() > shown) lines.push_back(both("  {}", "  {}", further(rows.size() - shown)));
}

bool broken(const SharedWait& wait) { return wait.greatest.cause == engine::WaitCause::none; }

}  // namespace

bool served(const ChildRecord& record) {
  return record.statistics.refused_loads == 0 && record.long_waits.empty() &&
         std::none_of(record.unserved.begin(), record.unserved.end(), waited_a_day);
}

std::vector<Words> not_served(const std::vector<ChildRecord>& seeds) {
  std::vector<Words> lines;
  add_refused(seeds, lines);
  add_waiting(seeds, lines);
  return lines;
}

std::vector<WaitSentence> long_waits(const std::vector<ChildRecord>& seeds) {
  std::vector<SharedWait> sorted = long_waits_of(seeds);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return broken(a) != broken(b) ? broken(a) : a.greatest.longest_hours > b.greatest.longest_hours;
  });
  std::vector<WaitSentence> sentences;
  const std::size_t shown = std::min(sorted.size(), kWaitsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const engine::LongWait& w = sorted[i].greatest;
    sentences.push_back(
        {both("货流 {} 的 {} 车货（{}）等待车池 {} 的卡车超过 30 天，最久 {:.0f} 天：{}{}",
              "flow {}: {} loads, {}, waited more than 30 days for a truck of pool {}, the longest {:.0f} days: {}{}", w.flow,
              whole(w.loads), tonnes(w.kg), w.pool, w.longest_hours / 24.0, words_of(w.cause), seeds_of(sorted[i].seeds, sorted[i].of)),
         broken(sorted[i])});
  }
  if (sorted.size() > shown) sentences.push_back({further(sorted.size() - shown), broken(sorted[shown])});
  return sentences;
}

}  // namespace railshift::study

#include "sim/scenario/records/rail_checks.hpp"

#include <algorithm>

#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/magnitude.hpp"
#include "sim/scenario/records/record_numbers.hpp"

namespace railshift::scenario {
namespace {

/// So many months must rise before the question is worth asking; from the longer run on it is asked whatever other series do, since seven
/// hundred orders of six months hold one that never falls.
constexpr std::size_t kShortRun = 3;
constexpr std::size_t kLongRun = 6;
constexpr double kTenThousand = 1e4;  // 万

using Series = std::vector<std::pair<Month, std::int64_t>>;

std::map<int, Series> by_year(const RailTonnes& goods) {
  std::map<int, Series> out;
  for (const auto& [month, kg] : goods.kg) out[month.year()].emplace_back(month, kg);
  return out;
}

bool falls(const Series& series) {
  return std::adjacent_find(series.begin(), series.end(), [](const auto& a, const auto& b) { return b.second < a.second; }) != series.end();
}

/// Sums since January rise in most months.
bool rises(const Series& series) {
  std::size_t steps = 0;
  for (std::size_t i = 1; i < series.size(); ++i) steps += series[i].second > series[i - 1].second ? 1 : 0;
  return series.size() >= kShortRun && 2 * steps >= series.size();
}

class CumulativeQuestion {
 public:
  CumulativeQuestion(const World& world, const RecordRequest& request, const RailRecord& record)
      : world_(world), request_(request), record_(record) {}

  void ask(Problems& problems) const {
    bool some_fall = false;
    for (const auto& [key, goods] : record_.goods) {
      for (const auto& [year, series] : by_year(goods)) some_fall = some_fall || falls(series);
    }
    for (const auto& [key, goods] : record_.goods) {
      const auto years = by_year(goods);
      if (std::any_of(years.begin(), years.end(), [](const auto& year) { return falls(year.second); })) continue;
      for (const auto& [year, series] : years) {
        if (!rises(series) || (some_fall && series.size() < kLongRun)) continue;
        problems.add(
            {{request_.record.name, goods.lines.first(), 1},
             both("{0}：{2} 年的 {1} 个月只增不减，从 {3} 吨到 {4} 吨", "{0}: {1} months of {2} that never fall, from {3} t to {4} t",
                  words_of_goods(world_, key), series.size(), year, tonnes_text(series.front().second), tonnes_text(series.back().second)),
             {"这些数是不是本年累计？", "are these sums since January (累计, cumulative)?"},
             {"--cumulative yes 取逐月之差，--cumulative no 按各月的数原样采用",
              "--cumulative yes takes differences, --cumulative no takes the figures of each month as they stand"}});
        break;
      }
    }
  }

 private:
  const World& world_;
  const RecordRequest& request_;
  const RailRecord& record_;
};

/// Sums since January as months. A month whose month before is not there cannot be told and is left out: a gap.
void take_differences(const World& world, const RecordRequest& request, RailRecord& record, Problems& problems) {
  for (auto& [key, goods] : record.goods) {
    std::map<Month, std::int64_t> months;
    for (const auto& [month, kg] : goods.kg) {
      const auto before = goods.kg.find(month + -1);
      if (month.number() == 1)
        months[month] = kg;
      else if (before != goods.kg.end())
        months[month] = kg - before->second;
      if (month.number() == 1 || before == goods.kg.end() || kg >= before->second) continue;
      problems.add({{request.record.name, goods.lines.first(), 1},
                    both("{0}：{2} 为 {1} 吨，上月为 {3} 吨", "{0}: {1} t in {2} after {3} t", words_of_goods(world, key), tonnes_text(kg),
                         to_string(month), tonnes_text(before->second)),
                    {"本年累计不会减少", "sums since January never fall"},
                    {"改正数字，或改用 --cumulative no", "correct the figures, or --cumulative no"}});
    }
    goods.kg = std::move(months);
  }
}

void check_capacity(const World& world, const RecordRequest& request, const RailRecord& record, Problems& problems) {
  std::map<std::pair<Id<Siding>, Month>, std::int64_t> loaded;
  std::map<Id<Siding>, int> lines;
  for (const auto& [key, goods] : record.goods) {
    lines.emplace(key.first, goods.lines.first());
    for (const auto& [month, kg] : goods.kg) loaded[{key.first, month}] += kg;
  }
  std::map<Id<Siding>, int> said;
  for (const auto& [key, kg] : loaded) {
    const Siding& siding = world.sidings[key.first];
    const double a_day = std::max(siding.capacity.value, siding.provenance.high.value_or(0.0));
    const double most = a_day * days_in(key.second);
    const double tonnes = static_cast<double>(kg) / 1000.0;
    if (tonnes <= most || ++said[key.first] > 1) continue;
    problems.add({{request.record.name, lines.at(key.first), 1},
                  both("{1}在 {2} 为 {0} 吨", "{0} t at {1} in {2}", tonnes_text(kg), called(siding), to_string(key.second)),
                  both("该专用线每月至多 {:.0f} 吨：每日 {:.0f} 吨，共 {} 日",
                       "the siding moves at most {:.0f} t a month: {:.0f} t on each of {} days", most, a_day, days_in(key.second)),
                  tonnes > 10.0 * most && tonnes <= kTenThousand * most
                      ? Words{"表头写万吨的数是不是吨？改正表头", "are the figures under 万吨 tonnes? Correct the heading"}
                      : Words{"改正数字，或改 sidings.csv 中该专用线的 t_per_day（日能力）",
                              "correct the figures, or t_per_day of the siding in sidings.csv"}});
  }
}

/// The mean month of each siding's goods in a year, as a year, beside what the base shares put there.
void check_magnitude_of_rail(const World& world, const RecordRequest& request, const RailRecord& record, Problems& problems) {
  const auto flow_t = flow_tonnes(world, world.settings.base_year);
  for (const auto& [key, goods] : record.goods) {
    double stands = 0.0;
    for (const Id<Chain> chain : chains_at(world, key)) stands += flow_t[world.chains[chain].flow.index] * world.chains[chain].base_share;
    for (const auto& [year, series] : by_year(goods)) {
      double sum = 0.0;
      for (const auto& [month, kg] : series) sum += static_cast<double>(kg) / 1000.0;
      const Compared compared{both("{}，{} 年", "{} in {}", words_of_goods(world, key), year),
                              sum * 12.0 / static_cast<double>(series.size()),
                              stands,
                              {"吨/年", "t a year"}};
      if (ask_magnitude(request, compared, goods.lines.first(), problems)) break;
    }
  }
}

}  // namespace

void check_rail_record(const World& world, const RecordRequest& request, RailRecord& record, Problems& problems) {
  const std::size_t before = problems.size();
  switch (request.answers.cumulative) {
    case Cumulative::ask:
      CumulativeQuestion(world, request, record).ask(problems);
      break;
    case Cumulative::yes:
      take_differences(world, request, record, problems);
      break;
    case Cumulative::no:
      break;
  }
  // of sums since January nobody asks whether they are much
  if (problems.size() > before) return;
  check_capacity(world, request, record, problems);
  // who is told that a siding cannot load so much needs not be asked whether it is much
  if (problems.size() == before) check_magnitude_of_rail(world, request, record, problems);
}

}  // namespace railshift::scenario

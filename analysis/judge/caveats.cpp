#include "analysis/judge/caveats.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "analysis/judge/measure_name.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/bound_sums.hpp"
#include "sim/rules/roads/straight_line.hpp"

namespace railshift::analysis {
namespace {

/// What binds each sum of firms: names of measures, and the list.
std::map<Id<Firm>, std::vector<Words>> bound_by(const World& world) {
  std::map<Id<Firm>, std::vector<Words>> by;
  for (const Id<Firm> firm : listed_firms(world)) {
    if (world.firms[firm].is_sum) by[firm].push_back({"名单合计", "the list of firms"});
  }
  for (const rules::BoundSum& sum : rules::bound_sums(world)) {
    for (const Id<Measure> measure : sum.measures) by[sum.firm].push_back(measure_name(world, world.measures[measure]));
  }
  return by;
}

std::string joined(const std::vector<Words>& words, Language language) {
  std::string text;
  for (const Words& w : words) text += (text.empty() ? "" : language == Language::zh ? "、" : ", ") + w.in(language);
  return text;
}

std::optional<Caveat> sums_of_firms(const World& world) {
  std::string zh, en;
  for (const auto& [id, rules] : bound_by(world)) {
    const Firm& firm = world.firms[id];
    zh += fmt::format("{}{}（{}）", zh.empty() ? "" : "、", firm.name_zh, joined(rules, Language::zh));
    en += fmt::format("{}{} ({})", en.empty() ? "" : ", ", firm.name_en, joined(rules, Language::en));
  }
  if (zh.empty()) return std::nullopt;
  return Caveat{
      "sums-of-firms",
      "门槛按单个企业规定，以下各行是多家企业的合计，其中哪些企业达到门槛无从判断，模型按一家约束：" + zh,
      "A threshold holds per firm; these rows stand for several firms, which of them reach it is not known, and the model binds each "
      "row as one: " +
          en,
      {MetricKind::rail_share, MetricKind::rail_tonnes, MetricKind::clean_share},
      Standing::assumed,
      "firms.csv: is_sum"};
}

double base_year_tonnes(const World& world, const std::function<double(Id<Flow>)>& share) {
  double tonnes = 0.0;
  for (int number = 1; number <= 12; ++number) {
    const Month month = make_month(world.settings.base_year, number);
    const rules::FlowRates rates = rules::flow_rates(world, month);
    for (const Flow& flow : world.flows) {
      const Id<Flow> id = world.flows.id_of(flow);
      const double part = share(id);
      if (part > 0.0) tonnes += to_tonnes(rules::month_mass(world, rates, id, month)).value * part;
    }
  }
  return tonnes;
}

/// Legs that are stated too short, and how much of the goods goes by their chains.
std::optional<Caveat> short_hauls(const World& world) {
  const std::vector<rules::ShortLeg> legs = rules::short_legs(world);
  if (legs.empty()) return std::nullopt;
  std::set<Id<Chain>> chains;
  for (const rules::ShortLeg& leg : legs) chains.insert(leg.chain);
  const double all = base_year_tonnes(world, [](Id<Flow>) { return 1.0; });
  const double by_these = base_year_tonnes(world, [&](Id<Flow> flow) {
    double share = 0.0;
    for (const Id<Chain> chain : world.chains_of(flow)) share += chains.contains(chain) ? world.chains[chain].base_share : 0.0;
    return share;
  });
  const double percent = all > 0.0 ? by_these / all * 100.0 : 0.0;
  return Caveat{
      "short-hauls",
      fmt::format("{} 段给定里程不到两端直线距离的 0.8 倍（check 逐段列出），所在运输链占基准年货运量的 {:.1f}%：里程或坐标有误，里程偏短则"
                  "运价、里程和排放偏低",
                  legs.size(), percent),
      fmt::format(
          "{} stated lengths are below 0.8 of the straight line between their ends (check lists them); their chains carry {:.1f} % of "
          "the base year's tonnes: a length or a coordinate is wrong, and where it is the length, prices, kilometres and exhaust are "
          "too low",
          legs.size(), percent),
      {MetricKind::exhaust},
      Standing::assumed,
      "legs.csv: km"};
}

}  // namespace

std::vector<Caveat> caveats_of(const World& world) {
  std::vector<Caveat> all(world.caveats.begin(), world.caveats.end());
  if (auto sums = sums_of_firms(world)) all.push_back(std::move(*sums));
  if (auto hauls = short_hauls(world)) all.push_back(std::move(*hauls));
  return all;
}

std::vector<Caveat> caveats_of_run(const World& world, RunKind kind) {
  std::vector<Caveat> caveats = caveats_of(world);
  if (kind == RunKind::full) return caveats;
  caveats.insert(
      caveats.begin(),
      Caveat{"quick-estimate",
             "估算：本结果由 --engine months 按月期望值算出，没有逐车、逐列模拟；排队、等车和单次故障只取平均，不能代替完整模拟。"
             "与五市方案的完整模拟同种子相比：铁路占比（目标和全市）相差至多 0.6 个百分点，年 NOx 至多 0.8%",
             "ESTIMATE: this result was reckoned by the month (--engine months); no truck and no train was simulated, waits are means, "
             "and it does not stand for a full run. Beside full runs of five cities' plans on one seed, rail shares of targets and "
             "cities differ by at most 0.6 points and NOx of a year by 0.8 %",
             {},
             Standing::derived,
             "request: engine = months"});
  return caveats;
}

}  // namespace railshift::analysis

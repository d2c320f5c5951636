#include "sim/scenario/check/check_orders.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/register/retire_orders.hpp"
#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {

namespace {

/// What would help: a law, as long as there is a standard above, or a narrower order.
Words remedy(const rules::Repetition& again) {
  const Words powertrain = word_words(again.bought.powertrain);
  Words narrower =
      both("调低 up_to（最高标准），或从 powertrains（动力）中去掉 {}", "lower up_to, or leave {} out of powertrains", powertrain);
  if (again.bought.standard >= Standard::china6) return narrower;
  return both("补一项 sales_standard（新车排放标准），最迟从 {3} 起要求 {1} {2} 车高于 {0}；或{4}",
              "add a sales_standard above {0} for {1} {2} trucks from {3} or before; or {4}", word_words(again.bought.standard),
              word_words(again.type), powertrain, to_string(again.delivery), narrower);
}

class OpeningsCheck {
 public:
  OpeningsCheck(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder) {}

  void check(const Measure& measure, const SiteChange& change) {
    const Site& site = s_.world.sites[change.site];
    if (change.opens && !site.opens)
      say(measure,
          both("厂区“{}”没有 opens（开业日），一开始就开着", "site \"{}\" has no day of opening: it is open from the start", site.id),
          {"措施只能把厂区自己的开工日提前", "a measure brings the opening of a site forward"},
          {"在 sites.csv 写没有措施时的开工日（不会开工的写模拟期之后的日期），或去掉 opens",
           "write in sites.csv the day without the measure (one after the run if it would never open), or leave opens out"});
    if (change.opens && site.opens && std::max(measure.from, *change.opens) >= *site.opens)
      say(measure, both("厂区“{}”自己 {} 就开工", "site \"{}\" opens on {} by itself", site.id, to_string(*site.opens)),
          {"措施只能把厂区自己的开工日提前", "a measure brings the opening of a site forward"},
          {"写更早的 opens 和 from，或去掉这项措施", "write an earlier opens and from, or leave the measure out"});
    if (change.closes && site.closes && std::max(measure.from, *change.closes) >= *site.closes)
      say(measure, both("厂区“{}”自己 {} 就关停", "site \"{}\" closes on {} by itself", site.id, to_string(*site.closes)),
          {"措施关停的厂区，没有措施时要开得更久", "without the measure the site works longer"},
          {"由措施关停的，sites.csv 的 closes 留空", "leave closes of sites.csv empty where a measure closes the site"});
    for (const Id<Process> process : change.processes) {
      if (s_.world.processes[process].site == change.site) continue;
      say(measure, both("工序“{}”不在厂区“{}”", "process \"{}\" is not at site \"{}\"", s_.world.processes[process].id, site.id),
          {"开工比例只管本厂区的工序", "rates are of processes of the site"}, {"写这个厂区的工序", "name processes of this site"});
    }
  }

  template <Mode mode>
  void check(const Measure& measure, const FixedWayOpens<mode>& way) {
    int chains = 0;
    for (const Chain& chain : s_.world.chains) {
      const Flow& flow = s_.world.flows[chain.flow];
      if (chain.main_mode() != mode || flow.origin != way.origin || flow.destination != way.destination || !rules::is_new_way(chain))
        continue;
      ++chains;
      for (const Leg& leg : chain.legs) {
        if (leg.mode != mode || leg.km || way.kwh_per_t_km <= 0.0) continue;
        say(measure, both("运输链“{}”的第 {} 段没有 km（公里）", "leg {1} of chain \"{0}\" states no km", chain.id, leg.seq),
            {"单位电耗按吨公里计", "electricity is counted by the tonne-kilometre"},
            {"在 legs.csv 写长度", "write its length in legs.csv"});
      }
    }
    if (chains > 0) return;
    say(measure,
        both("从“{}”到“{}”没有 base_share（基年比例）为 0 的{}链", "no chain by {2} with base_share 0 leads from \"{0}\" to \"{1}\"",
             s_.world.sites[way.origin].id, s_.world.sites[way.destination].id,
             mode == Mode::belt ? Words{"皮带", "belt"} : Words{"管道", "pipe"}),
        {"新投用的廊道或管道，要有货流能用的运输链", "what opens has a chain that a flow can use"},
        {"在 chains.csv 和 legs.csv 各补一行，base_share 写 0", "add a row in chains.csv, with base_share 0, and one in legs.csv"});
  }

  template <class Kind>
  void check(const Measure&, const Kind&) {}

 private:
  void say(const Measure& measure, const Words& found, const Words& rule, const Words& accept) {
    decoder_.problem(measure.place, both("措施“{}”：{}", "measure \"{}\": {}", measure.id, found), rule, accept);
  }

  const Sources& s_;
  Decoder& decoder_;
};

/// A figure by which a measure picks counties has rows.
void check_figure(const Sources& s, const Measure& measure, CountyFigureKind kind, Decoder& decoder) {
  const auto& figures = s.world.county_figures;
  if (std::any_of(figures.begin(), figures.end(), [kind](const CountyFigure& row) { return row.figure == kind; })) return;
  const std::string_view field = kind == CountyFigureKind::pm25 ? "county_pm25_from" : "county_last_ranks";
  decoder.problem(measure.place,
                  both("措施“{0}”写了 {1}，county_figures 表没有一行 {2}", "measure \"{0}\" has {1}, and county_figures has no row of {2}",
                       measure.id, field, to_text(kind)),
                  {"按指标挑选县区，要有县区的指标", "who picks counties by a figure has the figures of counties"},
                  both("在 county_figures.csv 补上有来源的 {}，或去掉 {}", "add {} with its source to county_figures.csv, or leave {} out",
                       to_text(kind), field));
}

}  // namespace

void check_orders(const Sources& s, Decoder& decoder) {
  for (const Measure& measure : s.world.measures) {
    const Whom* whom = policy::whom_of(measure);
    if (whom != nullptr && whom->county_pm25_from) check_figure(s, measure, CountyFigureKind::pm25, decoder);
    if (whom != nullptr && whom->county_last_ranks) check_figure(s, measure, CountyFigureKind::rank_from_last, decoder);
  }
  for (const rules::Repetition& again : rules::repetitions(s.world)) {
    const Measure& measure = s.world.measures[again.measure];
    decoder.problem(
        measure.place,
        both("措施“{0}”淘汰 {1} 及以下的车，而车队“{4}”{5} 注册的 {2} {3} 车就是 {6}",
             "measure \"{0}\" removes trucks up to {1}, but a {2} {3} truck of segment \"{4}\" registered on {5} is {6}", measure.id,
             word_words(policy::as<RetireOrder>(measure)->up_to), word_words(again.type), word_words(again.bought.powertrain),
             s.world.segments[again.segment].id, to_string(again.delivery), word_words(again.bought.standard)),
        {"淘汰后更新的车不能再次属于淘汰范围", "what replaces a truck under an order does not fall under it again"}, remedy(again));
  }
}

void check_openings(const Sources& s, Decoder& decoder) {
  OpeningsCheck check(s, decoder);
  for (const Measure& measure : s.world.measures) {
    std::visit([&](const auto& kind) { check.check(measure, kind); }, measure.body.body().kind);
  }
}

}  // namespace railshift::scenario

#include "analysis/metrics/choice_constants.hpp"

#include <algorithm>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/gauge.hpp"
#include "analysis/metrics/standings.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {

const std::array<ChoiceColumn, 10>& choice_columns() {
  static const std::array<ChoiceColumn, 10> columns{{
      {"chain", {"运输链", "chain"}, {"运输链代码", "id of the chain"}},
      {"flow", {"货流", "flow"}, {"货流代码", "id of the flow"}},
      {"chain_class", {"类别", "class"}, {"road、rail_siding、rail_yard", "road, rail_siding or rail_yard"}},
      {"base_share", {"基准份额", "base share"}, {"基准年份额", "share in the base year"}},
      {"wish_share",
       {"意愿份额", "wish share"},
       {"基准年状态下的意愿；基准年已满的链高于基准份额（choice.latent_demand）",
        "wished in the state of the base year; above the base share where the chain was full (choice.latent_demand)"}},
      {"constant_yuan_per_t",
       {"常数（元/吨）", "constant (yuan/t)"},
       {"以元/吨表示的选择常数：正值等于便宜这么多",
        "constant of the choice as money: the chain is liked as if it were cheaper by so much"}},
      {"from",
       {"来源", "from"},
       {"base_share 本链份额，road_of_flow 主公路链（0），class_median 同类中位数，stated_constant 参数",
        "base_share its own share, road_of_flow the main road chain (0), class_median the median of its class, stated_constant a "
        "parameter"}},
      {"samples", {"样本数", "samples"}, {"中位数所用链数", "chains of which the median is taken"}},
      {"full_in_base_year",
       {"基准年已满", "full in the base year"},
       {"yes：基准年专用线或线路装不下，不入中位数", "yes: a siding or line was full in the base year; not part of any median"}},
      {"standing",
       {"数据性质", "standing"},
       {"所用各行中最弱者：本货流各链份额、货流、运价与选择参数，取中位数时还有同类各链",
        "the weakest of the rows that enter: shares of the flow's chains, the flow, prices and parameters of the choice, and where a "
        "median is "
        "taken the chains of the class"}},
  }};
  return columns;
}

namespace {

/// Of the shares that a constant is made from: those of its flow, and of its class where it is the class's median.
Standing standing_of_shares(const World& world, const Chain& chain, rules::ConstantFrom from) {
  Standing standing = world.flows[chain.flow].provenance.standing;
  for (const Chain& other : world.chains) {
    const bool in_class = from == rules::ConstantFrom::class_median && rules::chain_class(world, other) == rules::chain_class(world, chain);
    if (other.flow == chain.flow || in_class) standing = combine(standing, other.provenance.standing);
  }
  return standing;
}

}  // namespace

std::string choice_csv(const World& world, const rules::ChoiceConstants& constants) {
  const double per_yuan = -world.parameter("choice.cost_coefficient", make_date(world.settings.base_year, 1, 1));
  const Standing prices = standing_of_choice(world);
  CsvText csv;
  for (const ChoiceColumn& column : choice_columns()) csv.field(column.name);
  csv.end_row();
  for (const Chain& chain : world.chains) {
    const Id<Chain> id = world.chains.id_of(chain);
    const rules::ChainClass access = rules::chain_class(world, chain);
    if (access == rules::ChainClass::belt_pipe) continue;
    const bool full = std::binary_search(constants.left_out.begin(), constants.left_out.end(), id);
    csv.field(chain.id)
        .field(world.flows[chain.flow].id)
        .field(to_text(access))
        .field(chain.base_share)
        .field(constants.wish_share[id.index]);
    csv.field(constants.of_chain[id.index] / per_yuan).field(to_text(constants.from[id.index]));
    csv.field(static_cast<double>(constants.samples[id.index])).field(full ? "yes" : "no");
    csv.field(standing_text(combine(prices, standing_of_shares(world, chain, constants.from[id.index]))));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis

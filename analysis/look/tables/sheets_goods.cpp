#include "analysis/look/tables/sheets_goods.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace railshift::analysis::look {
namespace {

/// 按货类: inside, out of and into the study area, base year and last year.
struct GoodsFlow {
  Both<Tonnes> within, out, in;
};

std::vector<GoodsFlow> by_goods(const World& world, const Masses& masses) {
  std::vector<GoodsFlow> goods(world.commodities.size());
  for (const Flow& flow : world.flows) {
    GoodsFlow& g = goods[flow.commodity.index];
    const bool from = world.sites[flow.origin].outside();
    const bool to = world.sites[flow.destination].outside();
    for (const When when : kWhens) {
      const Tonnes mass = masses.tonnes(world.flows.id_of(flow), when);
      (from ? g.in : to ? g.out : g.within).at(when) += mass;
    }
  }
  return goods;
}

/// Base share of a flow by main mode.
double share_by(const World& world, Id<Flow> flow, bool (*fits)(Mode)) {
  double share = 0.0;
  for (const Id<Chain> id : world.chains_of(flow)) {
    if (fits(world.chains[id].main_mode())) share += world.chains[id].base_share;
  }
  return share;
}

/// Rows of one site stay together.
std::vector<BalanceRow> heaviest_sites_first(const Look& look) {
  std::map<Id<Site>, Tonnes> weight;
  for (const BalanceRow& row : look.balances) weight[row.site] += row.moved.base;
  std::vector<BalanceRow> rows = look.balances;
  std::stable_sort(rows.begin(), rows.end(), [&weight](const BalanceRow& a, const BalanceRow& b) {
    return std::pair(-weight[a.site].value, a.site) < std::pair(-weight[b.site].value, b.site);
  });
  return rows;
}

}  // namespace

Sheet goods_sheet(const Scribe& s) {
  const auto goods = by_goods(s.world(), s.look().masses);
  Sheet sheet{
      "goods",
      s.say("货运量，按货类", "Tonnes by commodity"),
      s.say("单位：万吨/年。区内 = 起讫都在研究区；发出、到达以研究区边界计。", "kt a year. Within = both ends inside the study area."),
      {s.say("货类", "commodity")},
      {}};
  for (const When when : kWhens) {
    sheet.columns.push_back(s.heading(when, "区内 (万吨)", "within (kt)"));
    sheet.columns.push_back(s.heading(when, "发出 (万吨)", "out (kt)"));
    sheet.columns.push_back(s.heading(when, "到达 (万吨)", "in (kt)"));
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t c = 0; c < goods.size(); ++c) order.push_back(c);
  const auto total = [&goods](std::uint32_t c) { return goods[c].within.base + goods[c].out.base + goods[c].in.base; };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return total(a) > total(b); });
  for (const std::uint32_t c : order) {
    std::vector<Cell> row{s.say(name_of_goods(s.world(), s.world().commodities[Id<Commodity>{c}].id))};
    for (const When when : kWhens) {
      for (const Both<Tonnes>* part : {&goods[c].within, &goods[c].out, &goods[c].in}) row.push_back(s.mass(part->at(when)));
    }
    if (total(c) > Tonnes{}) sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Sheet balance_sheet(const Scribe& s) {
  Sheet sheet{
      "balances",
      s.say("各厂区平衡，按货类", "Balance of every site and commodity"),
      s.say(
          "单位：万吨/年，十二个月平均。产出已扣除自用和损耗；“—”表示输入没有给出，不作平衡。差额应为 0。备货天数 = "
          "按月分布发运所需的最大提前库存。",
          "kt a year, mean of twelve months. Output is net of own use and losses; a dash means that the input states none. The gap should "
          "be 0. Days ready = the largest stock that shipping by the monthly profiles needs in advance."),
      {s.say("厂区", "site"), s.say("货类", "commodity"), s.say("方向", "side")},
      {}};
  for (const When when : kWhens) {
    sheet.columns.push_back(s.heading(when, "产出或需求 (万吨)", "made or needed (kt)"));
    sheet.columns.push_back(s.heading(when, "运出或运入 (万吨)", "sent or received (kt)"));
    sheet.columns.push_back(s.heading(when, "差额 (吨)", "gap (t)"));
  }
  sheet.columns.push_back(s.say("备货 (天)", "ready (days)"));
  for (const BalanceRow& row : heaviest_sites_first(s.look())) {
    const bool output = row.side == rules::SideKind::output;
    std::vector<Cell> cells{s.say(name_of(s.world(), row.site)), s.say(name_of_goods(s.world(), row.goods)),
                            output ? s.say("产出", "output") : s.say("需求", "need")};
    for (const When when : kWhens) {
      cells.push_back(row.stated ? s.mass(row.made.at(when)) : Cell{"—"});
      cells.push_back(s.mass(row.moved.at(when)));
      cells.push_back(row.stated ? Cell{(row.made.at(when) - row.moved.at(when)).value, 0} : Cell{"—"});
    }
    cells.push_back(output && row.stated ? Cell{row.pile_days, 0} : Cell{"—"});
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Sheet flow_sheet(const Scribe& s) {
  Sheet sheet{"flows",
              s.say("货流，从大到小", "Flows, largest first"),
              s.say("分担率为基年输入值。", "Shares are those of the base year, as input."),
              {s.say("编号", "id"), s.say("货类", "commodity"), s.say("起点", "origin"), s.say("终点", "destination"),
               s.heading(When::base, " (万吨)", "(kt)"), s.heading(When::last, " (万吨)", "(kt)"), s.say("公路 (%)", "road (%)"),
               s.say("铁路 (%)", "rail (%)"), s.say("皮带和管道 (%)", "belt and pipe (%)")},
              {}};
  std::vector<Id<Flow>> order;
  for (const Flow& flow : s.world().flows) order.push_back(s.world().flows.id_of(flow));
  const auto mass = [&s](Id<Flow> f) { return s.look().masses.tonnes(f, When::base); };
  std::stable_sort(order.begin(), order.end(), [&](Id<Flow> a, Id<Flow> b) { return mass(a) > mass(b); });
  for (const Id<Flow> id : order) {
    const Flow& flow = s.world().flows[id];
    sheet.rows.push_back({flow.id, s.say(name_of_goods(s.world(), s.world().commodities[flow.commodity].id)),
                          s.say(name_of(s.world(), flow.origin)), s.say(name_of(s.world(), flow.destination)), s.mass(mass(id)),
                          s.mass(s.look().masses.tonnes(id, When::last)),
                          Cell{kPercent * share_by(s.world(), id, [](Mode m) { return m == Mode::truck; }), 0},
                          Cell{kPercent * share_by(s.world(), id, [](Mode m) { return m == Mode::rail; }), 0},
                          Cell{kPercent * share_by(s.world(), id, [](Mode m) { return m == Mode::belt || m == Mode::pipe; }), 0}});
  }
  return sheet;
}

Sheet haul_sheet(const Scribe& s) {
  Sheet sheet{"hauls",
              s.say("公路运距分布，按货类", "Road haul distance by commodity"),
              s.say("全程公路的货物，基年，单位：万吨；运距为门到门公路公里，含研究区外。",
                    "Goods that go by road all the way, base year, kt; door to door, "
                    "with the kilometres outside the study area."),
              {s.say("货类", "commodity"), s.say("合计 (万吨)", "total (kt)"), s.say("平均 (公里)", "mean (km)")},
              {}};
  for (std::size_t b = 0; b <= kHaulBounds.size(); ++b) {
    const std::string unit = s.say(" 公里", " km");
    if (b == 0)
      sheet.columns.push_back(fmt::format("<{:.0f}{}", kHaulBounds[0], unit));
    else if (b == kHaulBounds.size())
      sheet.columns.push_back(fmt::format("≥{:.0f}{}", kHaulBounds[b - 1], unit));
    else
      sheet.columns.push_back(fmt::format("{:.0f}–{:.0f}{}", kHaulBounds[b - 1], kHaulBounds[b], unit));
  }
  for (const HaulRow& row : s.look().hauls) {
    std::vector<Cell> cells{s.say(name_of_goods(s.world(), s.world().commodities[row.commodity].id)), s.mass(row.total),
                            Cell{row.mean.value, 0}};
    for (const Tonnes t : row.in_band) cells.push_back(s.mass(t));
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

}  // namespace railshift::analysis::look

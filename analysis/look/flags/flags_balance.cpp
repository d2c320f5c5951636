#include "analysis/look/flags/flags_balance.hpp"

#include <cmath>

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/thresholds.hpp"

namespace railshift::analysis::look {
namespace {

/// More goes out (or comes in) than the site makes (needs), or less.
void open_side(const World& world, const Figures& figures, const BalanceRow& row, When when, Flags& flags) {
  const Tonnes gap = row.moved.at(when) - row.made.at(when);
  if (!row.stated || std::abs(gap.value) <= kOpenBalanceTonnes) return;
  const Name site = name_of(world, row.site);
  const Name goods = name_of_goods(world, row.goods);
  const bool output = row.side == rules::SideKind::output;
  const bool over = gap > Tonnes{};
  const Tonnes size = over ? gap : Tonnes{} - gap;
  Flag flag{Severity::wrong,
            output ? (over ? "sends_more_than_made" : "output_without_flow") : (over ? "gets_more_than_needed" : "short"),
            {"tables/flows.csv", world.sites[row.site].id},
            "",
            "",
            size.value};
  const char* zh = output ? (over ? "{}年 {} 运出{} {}，只产出 {}，多出 {}" : "{}年 {} 运出{} {}，产出 {}，{} 没有去向")
                          : (over ? "{}年 {} 运入{} {}，只需要 {}，多出 {}" : "{}年 {} 运入{} {}，需要 {}，缺 {}");
  const char* en =
      output ? (over ? "{}: {} sends {} of {}, but makes {} only: {} too much" : "{}: {} sends {} of {} and makes {}: {} go nowhere")
             : (over ? "{}: {} gets {} of {}, but needs {} only: {} too much" : "{}: {} gets {} of {} and needs {}: short of {}");
  const Tonnes made = row.made.at(when);
  const Tonnes moved = row.moved.at(when);
  const int year = figures.masses.year.at(when);
  flag.zh = fmt::format(fmt::runtime(zh), year, site.zh, goods.zh, tonnes_zh(moved), tonnes_zh(made), tonnes_zh(size));
  flag.en = fmt::format(fmt::runtime(en), year, site.en, tonnes_en(moved), goods.en, tonnes_en(made), tonnes_en(size));
  flags.push_back(std::move(flag));
}

void pile(const World& world, const Figures& figures, const BalanceRow& row, Flags& flags) {
  if (row.pile_days <= kPileDays) return;
  const Name site = name_of(world, row.site);
  const Name goods = name_of_goods(world, row.goods);
  const Tonnes mass = row.made.base * (row.pile_days / kDaysAYear);
  flags.push_back(
      {Severity::doubtful,
       "sends_before_made",
       {"tables/flows.csv", world.sites[row.site].id},
       fmt::format("{}年 {} 的{}按月分布发运早于均匀产出：年初须有 {}（{:.0f} 天产量）的库存，超过 {:.0f} 天；核对 profile_id",
                   figures.masses.year.base, site.zh, goods.zh, tonnes_zh(mass), row.pile_days, kPileDays),
       fmt::format(
           "{}, {}: {} leaves earlier in the year than an even output makes it; {} ({:.0f} days of output) must lie ready, more than "
           "{:.0f} days; see profile_id",
           figures.masses.year.base, site.en, goods.en, tonnes_en(mass), row.pile_days, kPileDays),
       mass.value});
}

}  // namespace

void balance_flags(const World& world, const Figures& figures, Flags& flags) {
  for (const BalanceRow& row : figures.balances) {
    const std::size_t before = flags.size();
    open_side(world, figures, row, When::base, flags);
    if (flags.size() == before) open_side(world, figures, row, When::last, flags);
    pile(world, figures, row, flags);
  }
}

}  // namespace railshift::analysis::look

// Flags on balances, flows and profiles: flag_rules.hpp.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/look/flag_rules.hpp"
#include "analysis/look/thresholds.hpp"
#include "sim/rules/chain_service.hpp"
#include "sim/rules/flow_rates.hpp"

namespace railshift::analysis::look {
namespace {

/// More goes out (or comes in) than the site makes (needs), or less.
void open_side(const World& world, const Look& look, const BalanceRow& row, When when, Flags& flags) {
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
  const int year = look.masses.year.at(when);
  flag.zh = fmt::format(fmt::runtime(zh), year, site.zh, goods.zh, tonnes_zh(moved), tonnes_zh(made), tonnes_zh(size));
  flag.en = fmt::format(fmt::runtime(en), year, site.en, tonnes_en(moved), goods.en, tonnes_en(made), tonnes_en(size));
  flags.push_back(std::move(flag));
}

void pile(const World& world, const Look& look, const BalanceRow& row, Flags& flags) {
  if (row.pile_days <= kPileDays) return;
  const Name site = name_of(world, row.site);
  const Name goods = name_of_goods(world, row.goods);
  const Tonnes mass = row.made.base * (row.pile_days / kDaysAYear);
  flags.push_back(
      {Severity::doubtful,
       "sends_before_made",
       {"tables/flows.csv", world.sites[row.site].id},
       fmt::format("{}年 {} 的{}按月分布发运早于均匀产出：年初须有 {}（{:.0f} 天产量）的库存，超过 {:.0f} 天；核对 profile_id",
                   look.masses.year.base, site.zh, goods.zh, tonnes_zh(mass), row.pile_days, kPileDays),
       fmt::format(
           "{}, {}: {} leaves earlier in the year than an even output makes it; {} ({:.0f} days of output) must lie ready, more than "
           "{:.0f} days; see profile_id",
           look.masses.year.base, site.en, goods.en, tonnes_en(mass), row.pile_days, kPileDays),
       mass.value});
}

/// Whether a flow carries anything in some January or July of the run.
bool ever_moves(const World& world, const Masses& masses, Id<Flow> flow) {
  for (int year = masses.year.base; year <= masses.year.last; ++year) {
    for (const int month : {1, 7}) {
      if (rules::flow_rates(world, make_month(year, month)).of_flow[flow.index].value > 0.0) return true;
    }
  }
  return false;
}

void empty_flows(const World& world, const Look& look, Flags& flags) {
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    if (look.masses.tonnes(id, When::base) + look.masses.tonnes(id, When::last) > Tonnes{} || ever_moves(world, look.masses, id)) continue;
    const Name name = name_of(world, id);
    flags.push_back(
        {Severity::doubtful,
         "flow_of_nothing",
         {"tables/flows.csv", flow.id},
         fmt::format("货流 {} {} 在 {}—{} 年都是 0 吨", flow.id, name.zh, look.masses.year.base, look.masses.year.last),
         fmt::format("flow {} {} carries 0 t in all years {}-{}", flow.id, name.en, look.masses.year.base, look.masses.year.last)});
  }
}

void steep_profiles(const World& world, const Look& look, Flags& flags) {
  for (const Profile& profile : world.profiles) {
    Tonnes mass;
    for (const Flow& flow : world.flows) {
      if (flow.profile == world.profiles.id_of(profile)) mass += look.masses.tonnes(world.flows.id_of(flow), When::base);
    }
    for (const Profile::Year& year : profile.years) {
      const auto most = std::max_element(std::begin(year.share), std::end(year.share));
      const double means = *most * 12.0;
      if (means <= kSteepMonth || mass <= Tonnes{}) continue;
      const auto month = most - std::begin(year.share) + 1;
      flags.push_back({Severity::doubtful,
                       "steep_profile",
                       {"tables/profiles.csv", profile.id},
                       fmt::format("月分布 {} 起伏过大：{} 月占全年 {:.1f}%，是月均的 {:.1f} 倍（采暖煤也不到 {:.1f} 倍）；涉及 {}/年",
                                   profile.id, month, *most * kPercent, means, kSteepMonth, tonnes_zh(mass)),
                       fmt::format("profile {} swings wildly: month {} has {:.1f}% of the year, {:.1f} mean months (even heating coal has "
                                   "less than {:.1f}); {} a "
                                   "year follow it",
                                   profile.id, month, *most * kPercent, means, kSteepMonth, tonnes_en(mass)),
                       mass.value});
    }
  }
}

/// The first month of the base year in which a flow carries anything.
std::optional<Month> first_month(const Masses& masses, Id<Flow> flow) {
  for (std::size_t m = 0; m < 12; ++m) {
    if (masses.of_flow.base[flow.index][m].value > 0) return make_month(masses.year.base, static_cast<int>(m) + 1);
  }
  return std::nullopt;
}

void closed_chains(const World& world, const Look& look, Flags& flags) {
  for (const Chain& chain : world.chains) {
    const auto month = first_month(look.masses, chain.flow);
    if (!month || chain.base_share <= 0.0 || rules::chain_open(world, chain, *month)) continue;
    const Tonnes mass = look.masses.tonnes(chain.flow, When::base) * chain.base_share;
    const Name name = name_of(world, chain.flow);
    flags.push_back({Severity::wrong,
                     "share_of_closed_chain",
                     {"tables/chains.csv", chain.id},
                     fmt::format("运输链 {}（{}）基年分担 {:.0f}%（{}），但 {} 时其专用线或厂区尚未开通", chain.id, name.zh,
                                 chain.base_share * kPercent, tonnes_zh(mass), to_string(*month)),
                     fmt::format("chain {} ({}) has {:.0f}% of the base year ({}), but in {} its siding or site is not open", chain.id,
                                 name.en, chain.base_share * kPercent, tonnes_en(mass), to_string(*month)),
                     mass.value});
  }
}

void idle_sites(const World& world, Flags& flags) {
  for (const Site& site : world.sites) {
    const Id<Site> id = world.sites.id_of(site);
    if (std::any_of(world.flows.begin(), world.flows.end(), [id](const Flow& f) { return f.origin == id || f.destination == id; }))
      continue;
    const Name name = name_of(world, id);
    flags.push_back({Severity::note,
                     "site_without_flow",
                     {"tables/sites.csv", site.id},
                     fmt::format("{} 没有任何货流进出", name.zh),
                     fmt::format("no flow begins or ends at {}", name.en)});
  }
}

}  // namespace

void balance_flags(const World& world, const Look& look, Flags& flags) {
  for (const BalanceRow& row : look.balances) {
    const std::size_t before = flags.size();
    open_side(world, look, row, When::base, flags);
    if (flags.size() == before) open_side(world, look, row, When::last, flags);
    pile(world, look, row, flags);
  }
}

void data_flags(const World& world, const Look& look, Flags& flags) {
  closed_chains(world, look, flags);
  empty_flows(world, look, flags);
  steep_profiles(world, look, flags);
  idle_sites(world, flags);
}

}  // namespace railshift::analysis::look

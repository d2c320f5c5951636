#include "analysis/look/flags/flags_data.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/thresholds.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis::look {
namespace {

/// Whether a flow carries anything in some January or July of the run.
bool ever_moves(const World& world, const Masses& masses, Id<Flow> flow) {
  for (int year = masses.year.base; year <= masses.year.last; ++year) {
    for (const int month : {1, 7}) {
      if (rules::flow_rates(world, make_month(year, month)).of_flow[flow.index].value > 0.0) return true;
    }
  }
  return false;
}

void empty_flows(const World& world, const Figures& figures, Flags& flags) {
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    if (figures.masses.tonnes(id, When::base) + figures.masses.tonnes(id, When::last) > Tonnes{} || ever_moves(world, figures.masses, id))
      continue;
    const Name name = name_of(world, id);
    flags.push_back(
        {Severity::doubtful,
         "flow_of_nothing",
         {"tables/flows.csv", flow.id},
         fmt::format("货流 {} {} 在 {}—{} 年都是 0 吨", flow.id, name.zh, figures.masses.year.base, figures.masses.year.last),
         fmt::format("flow {} {} carries 0 t in all years {}-{}", flow.id, name.en, figures.masses.year.base, figures.masses.year.last)});
  }
}

void steep_profiles(const World& world, const Figures& figures, Flags& flags) {
  for (const Profile& profile : world.profiles) {
    Tonnes mass;
    for (const Flow& flow : world.flows) {
      if (flow.profile == world.profiles.id_of(profile)) mass += figures.masses.tonnes(world.flows.id_of(flow), When::base);
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

void closed_chains(const World& world, const Figures& figures, Flags& flags) {
  for (const Chain& chain : world.chains) {
    const auto month = first_month(figures.masses, chain.flow);
    if (!month || chain.base_share <= 0.0 || rules::chain_open(world, chain, *month)) continue;
    const Tonnes mass = figures.masses.tonnes(chain.flow, When::base) * chain.base_share;
    const Name name = name_of(world, chain.flow);
    flags.push_back({Severity::wrong,
                     "share_of_closed_chain",
                     {"tables/chains.csv", chain.id},
                     fmt::format("运输链 {}（{}）基年分担 {:.0f}%（{}），但 {} 时其专用线或厂区尚未投用", chain.id, name.zh,
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

void data_flags(const World& world, const Figures& figures, Flags& flags) {
  closed_chains(world, figures, flags);
  empty_flows(world, figures, flags);
  steep_profiles(world, figures, flags);
  idle_sites(world, flags);
}

}  // namespace railshift::analysis::look

#pragma once
/// 为什么没有更多走铁路 - the funnel: what each flow offers, step by step down to what goes by rail. The steps sum to the offer.
#include <array>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/reason.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// The reasons in the order in which tonnes leave the funnel: no chain, not in service, not contracted, dearer (not_chosen), refused by
/// siding, yard, line, belt, by several at once, late (spilled). Each is the limit that, a little wider alone, would move tonnes.
inline constexpr std::array<Reason, kReasons> kFunnel{
    Reason::no_chain,          Reason::not_in_service,    Reason::not_contracted,    Reason::not_chosen, Reason::not_accepted_siding,
    Reason::not_accepted_yard, Reason::not_accepted_line, Reason::not_accepted_belt, Reason::several,    Reason::spilled};

/// One step of one flow in one period: a month "2024-01", a year "2024" or "all". Steps: offered; the reasons of kFunnel; belt_pipe; rail
/// (planned by rail, less what came too late). offered = all others, to the kilogram, in every period.
struct FunnelFigures {
  Id<Flow> flow;
  std::string step;
  std::string period;
  double t = 0.0;
};

/// Steps without a tonne are left out, but for offered.
[[nodiscard]] std::vector<FunnelFigures> funnel_figures(const World& world, const ledger::Ledger& ledger);

/// funnel.csv of a run folder, for one replication (1 is the first).
[[nodiscard]] std::string to_csv(const World& world, const std::vector<FunnelFigures>& figures, int replication);

}  // namespace railshift::analysis

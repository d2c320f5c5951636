#include "sim/rules/rail/drift.hpp"

#include <functional>

#include "sim/core/contract.hpp"
#include "sim/rules/capacity/acceptance.hpp"

namespace railshift::rules {
namespace {

using Shares = std::function<std::vector<double>(Id<Flow>)>;

std::int64_t rail_kg(const World& world, const std::vector<Kilograms>& offered, const Shares& shares) {
  std::int64_t kg = 0;
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    const std::vector<std::int64_t> split = split_kg(offered[id.index].value, shares(id));
    for (std::size_t p = 0; p < split.size(); ++p) {
      if (world.chains[world.chains_of(id)[p]].main_mode() == Mode::rail) kg += split[p];
    }
  }
  return kg;
}

}  // namespace

std::vector<double> base_shares(const World& world, Id<Flow> flow) {
  std::vector<double> shares;
  for (const Id<Chain> chain : world.chains_of(flow)) shares.push_back(world.chains[chain].base_share);
  return shares;
}

std::string_view to_text(DriftCause cause) {
  switch (cause) {
    case DriftCause::base_shares:
      return "base_shares";
    case DriftCause::openings:
      return "openings";
    case DriftCause::prices:
      return "prices";
    case DriftCause::delays:
      return "delays";
    case DriftCause::road_rates:
      return "road_rates";
    case DriftCause::duties:
      return "duties";
  }
  broken_promise("cause", "a cause of drift is one of its list", __FILE__, __LINE__);
}

std::optional<DriftCause> drift_cause_from(std::string_view text) {
  for (int c = 0; c < kDriftCauses; ++c) {
    if (to_text(static_cast<DriftCause>(c)) == text) return static_cast<DriftCause>(c);
  }
  return std::nullopt;
}

std::array<std::int64_t, kDriftCauses> rail_wishes_by_cause(const World& world, const Choice& choice, const BaseState& base,
                                                            const std::vector<Kilograms>& offered, const MonthBook& book, Month month) {
  MonthBook known = book_of(world, base);
  Choice then{choice.constants, choice.distances, make_month(world.settings.base_year, 1)};
  const auto wished = [&] { return rail_kg(world, offered, [&](Id<Flow> flow) { return wish_shares(world, then, flow, known, month); }); };
  std::array<std::int64_t, kDriftCauses> kg{};
  const auto let_in = [&](DriftCause cause, std::int64_t rail) { kg[static_cast<std::size_t>(cause)] = rail; };
  let_in(DriftCause::base_shares, rail_kg(world, offered, [&](Id<Flow> flow) { return base_shares(world, flow); }));
  let_in(DriftCause::openings, wished());
  then.prices_of = std::nullopt;
  let_in(DriftCause::prices, wished());
  known.siding_delay_h = book.siding_delay_h;
  known.line_delay_h = book.line_delay_h;
  let_in(DriftCause::delays, wished());
  known.road_rate_factor = book.road_rate_factor;
  let_in(DriftCause::road_rates, wished());
  known = book;
  let_in(DriftCause::duties, wished());
  return kg;
}

}  // namespace railshift::rules

#include "sim/rules/rail/base_state.hpp"

#include <algorithm>

#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {

BaseState prior_state(const World& world) {
  const MonthBook book = empty_book(world);
  return {book.siding_delay_h, book.line_delay_h, book.road_rate_factor};
}

MonthBook book_of(const World& world, const BaseState& state) {
  MonthBook book = empty_book(world);
  book.siding_delay_h = state.siding_delay_h;
  book.line_delay_h = state.line_delay_h;
  book.road_rate_factor = state.road_rate_factor;
  return book;
}

bool has_choice(const World& world) {
  return std::any_of(world.flows.begin(), world.flows.end(), [&](const Flow& flow) {
    const auto& chains = world.chains_of(world.flows.id_of(flow));
    return std::count_if(chains.begin(), chains.end(),
                         [&](Id<Chain> c) { return chain_class(world, world.chains[c]) != ChainClass::belt_pipe; }) > 1;
  });
}

}  // namespace railshift::rules

#include "sim/model/state.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

double MonthBook::rail_share(Id<Firm> firm) const {
  RAILSHIFT_EXPECTS(firm.index < firm_months.size(), "the book has a line for every firm");
  std::int64_t rail = 0;
  std::int64_t all = 0;
  for (const FirmMonth& month : firm_months[firm.index]) {
    rail += month.rail_kg;
    all += month.all_kg;
  }
  RAILSHIFT_EXPECTS(rail <= all, "a firm's rail tonnes are part of all its tonnes");
  return all == 0 ? 0.0 : static_cast<double>(rail) / static_cast<double>(all);
}

MonthBook empty_book(const World& world) {
  const double prior = world.parameter("rail.delay_prior", world.settings.start);
  MonthBook book;
  book.firm_months.resize(world.firms.size());
  book.siding_delay_h.assign(world.sidings.size(), prior);
  book.line_delay_h.assign(world.lines.size(), 0.0);
  book.duty_price.resize(world.firms.size());
  book.road_charge.resize(world.flows.size());
  book.admission.resize(world.flows.size());
  return book;
}

}  // namespace railshift

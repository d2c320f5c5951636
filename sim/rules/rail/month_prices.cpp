#include "sim/rules/rail/month_prices.hpp"

#include "sim/rules/rail/duty_effects.hpp"

namespace railshift::rules {

void set_prices(const World& world, const std::vector<DutyRoll>& rolls, Month month, MonthBook& book) {
  book.duty_price = duty_prices(world, rolls, book, month);
}

std::vector<policy::Effect> price_effects(const PricedMonth& priced, const std::vector<DutyRoll>& rolls) {
  return duty_effects(priced, rolls);
}

}  // namespace railshift::rules

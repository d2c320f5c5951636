// What is paid for a tonne against what the legs state.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/audit/audit_book.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis {
namespace {

/// Stated charges of a chain by mode, in millionths of a yuan a tonne.
std::array<std::int64_t, 4> stated_charges(const Chain& chain) {
  std::array<double, 4> yuan{};
  for (const Leg& leg : chain.legs) yuan[static_cast<std::size_t>(leg.mode)] += leg.charges.value;
  std::array<std::int64_t, 4> parts{};
  std::transform(yuan.begin(), yuan.end(), parts.begin(), [](double y) { return std::llround(y * ledger::kPriceParts); });
  return parts;
}

/// A tariff of the month changes what legs of rail chains charge: they cost nothing at least.
bool is_handling_changed(const World& world, const Chain& chain, Month month) {
  return chain.main_mode() == Mode::rail && std::any_of(world.measures.begin(), world.measures.end(), [&](const Measure& measure) {
           const auto* tariff = policy::as<Tariff>(measure);
           return tariff != nullptr && tariff->applies_to == TariffOn::handling && measure.from <= first_day(month);
         });
}

/// Belts and pipes cost their charges; trucks and trains their charges at least, as far as no tariff on handling changes them.
void check_charges(AuditBook& book) {
  Identity& equal = book.identity("prices", "belt, pipe = charges of these legs", "10^-6 yuan/t");
  Identity& least = book.identity("prices", "truck, rail >= charges of these legs, unless a tariff changes them", "10^-6 yuan/t");
  Identity& part = book.identity("prices", "hire_premium <= truck", "10^-6 yuan/t");
  auto belt = book.prices.column("belt"), pipe = book.prices.column("pipe");
  const auto truck = book.prices.column("truck"), rail = book.prices.column("rail"), premium = book.prices.column("hire_premium");
  for (std::size_t row = 0; row < book.prices.size(); ++row) {
    const auto where = [&] { return book.where(book.prices, row); };
    const Chain& chain = book.world.chains[book.prices[row].chain];
    const auto charges = stated_charges(chain);
    const std::int64_t stated = is_handling_changed(book.world, chain, book.prices[row].month) ? 0 : 1;
    const auto below = [](std::int64_t paid, std::int64_t charged) { return std::min<std::int64_t>(0, paid - charged); };
    book.check(equal, belt(row) - charges[static_cast<std::size_t>(Mode::belt)], where);
    book.check(equal, pipe(row) - charges[static_cast<std::size_t>(Mode::pipe)], where);
    book.check(least, below(truck.peek(row), stated * charges[static_cast<std::size_t>(Mode::truck)]), where);
    book.check(least, below(rail.peek(row), stated * charges[static_cast<std::size_t>(Mode::rail)]), where);
    book.check(part, std::max<std::int64_t>(0, premium.peek(row) - truck.peek(row)), where);
  }
}

}  // namespace

void audit_prices(AuditBook& book) { check_charges(book); }

}  // namespace railshift::analysis

#include "analysis/costs/bill.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "analysis/metrics/standings.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

/// kg x 10^-6 yuan a tonne in fen: 1,000 kg a tonne, 10^4 of these in a fen.
constexpr double kPartsInFen = 1000.0 * ledger::kPriceParts / 100.0;
std::int64_t fen_for(std::int64_t kg, std::int64_t price) {
  return std::llround(static_cast<double>(kg) * static_cast<double>(price) / kPartsInFen);
}

/// Prices by chain, ascending by month.
class PriceBook {
 public:
  explicit PriceBook(const Gauge& gauge) : of_chain_(gauge.world().chains.size()) {
    for (const ledger::PriceRow& row : gauge.ledger().prices) of_chain_[row.chain.index].push_back(&row);
    for (auto& rows : of_chain_) {
      std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->month < b->month; });
    }
  }
  /// Null: none of that month or before.
  [[nodiscard]] const ledger::PriceRow* at(Id<Chain> chain, Month month) const {
    const auto& rows = of_chain_[chain.index];
    const auto after = std::upper_bound(rows.begin(), rows.end(), month, [](Month m, const auto* row) { return m < row->month; });
    return after == rows.begin() ? nullptr : *std::prev(after);
  }

 private:
  std::vector<std::vector<const ledger::PriceRow*>> of_chain_;
};

/// Road and rail hauls have tariffs; a belt or pipe costs what its leg states, and 0 states nothing.
bool states_no_price(const Chain& chain) {
  return std::any_of(chain.legs.begin(), chain.legs.end(),
                     [](const Leg& leg) { return paid_mode(leg.mode) == PaidMode::belt_pipe && leg.charges.value == 0.0; });
}

/// Of the prices of a mode.
Standing standing_of_price(const World& world, PaidMode mode) {
  switch (mode) {
    case PaidMode::truck:
      return weakest({standing_of(world.road_rates), standing_of(world.links), standing_of(world.pools),
                      standing_of_values(world, {"road.price_factor", "pool.outside_premium"})});
    case PaidMode::rail:
      return weakest({standing_of(world.rail_tariffs), standing_of(world.rail_sections), standing_of_values(world, {"rail.price_factor"})});
    case PaidMode::belt_pipe:
      break;  // that of its chain
  }
  return Standing::derived;
}

Bill bill_of(const ledger::ChainRow& row, const ledger::PriceRow* price, const Chain& chain) {
  Bill bill;
  bill.kg = row.delivered_kg;
  if (price == nullptr || states_no_price(chain)) bill.unpriced_kg = row.delivered_kg;
  if (price == nullptr) return bill;
  bill.fen = {fen_for(bill.kg, price->truck), fen_for(bill.kg, price->rail), fen_for(bill.kg, price->belt + price->pipe)};
  bill.hire_premium_fen = fen_for(bill.kg, price->hire_premium);
  return bill;
}

}  // namespace

std::string_view to_text(PaidMode mode) {
  switch (mode) {
    case PaidMode::truck:
      return "truck";
    case PaidMode::rail:
      return "rail";
    case PaidMode::belt_pipe:
      return "belt_pipe";
  }
  RAILSHIFT_EXPECTS(false, "a mode that is paid has a word");
}

PaidMode paid_mode(Mode mode) {
  switch (mode) {
    case Mode::truck:
      return PaidMode::truck;
    case Mode::rail:
      return PaidMode::rail;
    case Mode::belt:
    case Mode::pipe:
      break;
  }
  return PaidMode::belt_pipe;
}

void Bill::add(const Bill& other) {
  for (std::size_t m = 0; m < fen.size(); ++m) fen[m] += other.fen[m];
  hire_premium_fen += other.hire_premium_fen;
  kg += other.kg;
  unpriced_kg += other.unpriced_kg;
  standing = combine(standing, other.standing);
}

std::int64_t Bill::all_fen() const { return std::accumulate(fen.begin(), fen.end(), std::int64_t{0}); }

std::vector<ChainBill> chain_bills(const Gauge& gauge) {
  std::vector<ChainBill> bills;
  if (gauge.ledger().prices.empty()) return bills;
  const World& world = gauge.world();
  const std::vector<ChainFacts> facts = chain_facts(world);
  const PriceBook prices(gauge);
  std::array<Standing, kPaidModes.size()> of_price{};
  for (const PaidMode mode : kPaidModes) of_price[static_cast<std::size_t>(mode)] = standing_of_price(world, mode);
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    const ChainFacts& chain = facts[row.chain.index];
    if (!gauge.reported(row.month) || row.delivered_kg == 0 || !chain.touches_inside(world)) continue;
    Bill bill = bill_of(row, prices.at(row.chain, row.month), world.chains[row.chain]);
    bill.standing = chain.standing;
    for (const PaidMode mode : kPaidModes) {
      if (bill.of(mode) > 0) bill.standing = combine(bill.standing, of_price[static_cast<std::size_t>(mode)]);
    }
    bills.push_back({row.month, row.chain, bill});
  }
  return bills;
}

std::int64_t outside_trucks_fen(const Gauge& gauge, const std::vector<ChainBill>& bills, int year) {
  struct Work {
    double hired = 0.0, all = 0.0;  ///< loaded kilogram-kilometres
    std::int64_t fen = 0;
  };
  std::map<Id<Flow>, Work> flows;
  for (const ledger::ServiceRow& row : gauge.ledger().service) {
    if (!gauge.reported(row.month) || row.month.year() != year || !row.loaded) continue;
    Work& work = flows[row.flow];
    work.all += static_cast<double>(row.kg_km);
    if (row.owner == Owner::hired) work.hired += static_cast<double>(row.kg_km);
  }
  for (const ChainBill& of : bills) {
    if (of.month.year() == year) flows[gauge.world().chains[of.chain].flow].fen += of.bill.of(PaidMode::truck);
  }
  std::int64_t fen = 0;
  for (const auto& [flow, work] : flows) {
    if (work.all > 0.0) fen += std::llround(static_cast<double>(work.fen) * work.hired / work.all);
  }
  return fen;
}

}  // namespace railshift::analysis

#include "sim/rules/register/purchase.hpp"

#include <algorithm>
#include <iterator>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/owner_response.hpp"

namespace railshift::rules {
namespace {

bool covers(const SalesStandard& rule, VehicleType type, Powertrain powertrain) {
  const auto has = [](const auto& list, auto value) { return list.empty() || std::find(list.begin(), list.end(), value) != list.end(); };
  return has(rule.vehicle_types, type) && has(rule.powertrains, powertrain);
}

/// The first powertrain whose cumulated share passes u; nothing if all shares together do not.
std::optional<Powertrain> pick(const std::array<double, kPowertrains>& shares, double u) {
  double sum = 0.0;
  for (std::size_t p = 0; p < shares.size(); ++p) {
    sum += shares[p];
    if (u < sum) return static_cast<Powertrain>(p);
  }
  return std::nullopt;
}

Powertrain rest_of(VehicleType type) { return type == VehicleType::mini ? Powertrain::gasoline : Powertrain::diesel; }

bool has_exhaust(Powertrain powertrain) { return powertrain != Powertrain::electric && powertrain != Powertrain::hydrogen; }

std::array<std::uint32_t, 4> words_of(std::uint32_t seed, const Buyer& buyer) {
  return draw_block(seed, Purpose::purchase, buyer.row_hash, buyer.ordinal, buyer.generation);
}

}  // namespace

Buyer buyer_after(const RegisteredTruck& old, Date delivery) {
  const auto generation = static_cast<std::uint16_t>(old.generation + 1);
  return {old.row_hash, old.ordinal, generation, old.segment, old.vehicle.type, delivery};
}

Buyer buyer_of(const RegisteredTruck& bought) {
  return {bought.row_hash, bought.ordinal, bought.generation, bought.segment, bought.vehicle.type, Date{bought.registered}};
}

std::vector<Id<Measure>> sales_laws(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date day) {
  std::vector<Id<Measure>> laws;
  if (!has_exhaust(powertrain)) return laws;
  for (const Measure& measure : world.measures) {
    const auto* rule = policy::as<SalesStandard>(measure);
    if (rule != nullptr && measure.from <= day && covers(*rule, type, powertrain)) laws.push_back(world.measures.id_of(measure));
  }
  return laws;
}

SalesRule sales_rule(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date day, std::optional<Id<Measure>> without) {
  if (!has_exhaust(powertrain)) return {Standard::zero_exhaust, std::nullopt};
  SalesRule rule;
  for (const Id<Measure> id : sales_laws(world, type, powertrain, day)) {
    const Standard standard = policy::as<SalesStandard>(world.measures[id])->standard;
    if (id == without || standard < rule.standard) continue;
    const bool first = !rule.set_by || standard > rule.standard || policy::goes_first(world.measures[id], world.measures[*rule.set_by]);
    if (first && standard > Standard::china3) rule = {standard, id};
  }
  return rule;
}

Standard sales_standard(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date day) {
  return sales_rule(world, type, powertrain, day).standard;
}

AccessClass new_access(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date delivery) {
  return {sales_standard(world, type, powertrain, delivery), powertrain};
}

Showroom::Showroom(const World& world, std::uint32_t seed) : seed_(seed), by_segment_(world.segments.size()) {
  for (const PurchaseShare& row : world.purchase_shares) {
    by_segment_[row.segment.index][row.year][static_cast<std::size_t>(row.powertrain)] += row.share;
  }
  for (const Measure& measure : world.measures) {
    if (const auto* rule = policy::as<NewOnly>(measure)) {
      orders_.push_back({world.measures.id_of(measure), hash_text(measure.id), measure.from, rule->obedience, TruckScope(world, measure)});
    }
  }
  std::sort(orders_.begin(), orders_.end(),
            [&](const Order& a, const Order& b) { return policy::goes_first(world.measures[a.measure], world.measures[b.measure]); });
}

const Showroom::Shares* Showroom::shares_of(const Buyer& buyer) const {
  const auto& years = by_segment_[buyer.segment.index];
  if (years.empty()) return nullptr;
  const auto later = years.upper_bound(year_of(buyer.delivery));
  return later == years.begin() ? &later->second : &std::prev(later)->second;
}

Powertrain Showroom::natural(const Buyer& buyer) const {
  const Shares* shares = shares_of(buyer);
  return shares == nullptr ? rest_of(buyer.type) : pick(*shares, to_uniform(words_of(seed_, buyer)[0])).value_or(rest_of(buyer.type));
}

std::vector<Powertrain> Showroom::on_offer(const Buyer& buyer) const {
  const Shares* shares = shares_of(buyer);
  if (shares == nullptr) return {rest_of(buyer.type)};
  std::vector<Powertrain> offered;
  double sum = 0.0;
  for (std::size_t p = 0; p < shares->size(); ++p) {
    sum += (*shares)[p];
    if ((*shares)[p] > 0.0) offered.push_back(static_cast<Powertrain>(p));
  }
  // Draws are below 1: shares that sum to 1 but for rounding leave no rest worth a warning.
  if (sum < 1.0 - 1e-9) offered.push_back(rest_of(buyer.type));
  return offered;
}

Powertrain Showroom::new_energy(const Buyer& buyer) const {
  const Shares* shares = shares_of(buyer);
  if (shares == nullptr) return Powertrain::electric;
  Shares clean{};
  double sum = 0.0;
  for (std::size_t p = 0; p < clean.size(); ++p) {
    if (is_new_energy(static_cast<Powertrain>(p))) sum += clean[p] = (*shares)[p];
  }
  return pick(clean, sum * to_uniform(words_of(seed_, buyer)[1])).value_or(Powertrain::electric);
}

Purchase Showroom::bought(const Buyer& buyer, std::optional<Id<Measure>> without) const {
  for (const Order& order : orders_) {
    if (order.measure == without || !order.binds(buyer)) continue;
    const OwnerWords words = owner_words(seed_, order.hash, buyer.row_hash, buyer.ordinal, buyer.generation);
    if (to_uniform(words[0]) < order.obedience) return {new_energy(buyer), order.measure};
  }
  return {natural(buyer), std::nullopt};
}

std::vector<Id<Measure>> Showroom::rules_on(const Buyer& buyer) const {
  std::vector<Id<Measure>> rules;
  for (const Order& order : orders_) {
    if (order.binds(buyer)) rules.push_back(order.measure);
  }
  return rules;
}

}  // namespace railshift::rules

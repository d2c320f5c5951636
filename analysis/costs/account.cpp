#include "analysis/costs/account.hpp"

#include "analysis/costs/bill.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

constexpr double kKilogramsInTonne = 1000.0;

Standing standing_from(const std::string& text) {
  return text == standing_text(Standing::derived) ? Standing::derived : Standing::derived_from_assumed;
}

/// Puts one chain and month into every sum that it is part of.
class BillAccount {
 public:
  BillAccount(const World& world, Account& account) : world_(world), account_(account) {}

  void add(const ChainBill& of) {
    const Flow& flow = world_.flows[world_.chains[of.chain].flow];
    year_ = to_text(year_period(of.month));
    standing_ = of.bill.standing;
    const double all = yuan_of(of.bill.all_fen());
    put(CostItem::bill, "", "", all);
    for (const PaidMode mode : kPaidModes) put(CostItem::bill, "", std::string(to_text(mode)), yuan_of(of.bill.of(mode)));
    put(CostItem::bill_goods, world_.commodities[flow.commodity].id, "", all);
    put(CostItem::bill_flow, flow.id, "", all);
    put_firms(world_.firms[world_.sites[flow.origin].firm].id, world_.firms[world_.sites[flow.destination].firm].id, all);
    put(CostItem::delivered, "", "", tonnes_of(of.bill.kg));
    put(CostItem::delivered, flow.id, "", tonnes_of(of.bill.kg));
    put(CostItem::unpriced, "", "", tonnes_of(of.bill.unpriced_kg));
    put(CostItem::hires, "", "hire_premium", yuan_of(of.bill.hire_premium_fen));
    put(CostItem::gain, "", "firms", -all);
    put(CostItem::gain, "", "railway", yuan_of(of.bill.of(PaidMode::rail)));
    put(CostItem::gain, "", "belt_pipe", yuan_of(of.bill.of(PaidMode::belt_pipe)));
    put(CostItem::gain, "", "hauliers", yuan_of(of.bill.of(PaidMode::truck)));
  }

 private:
  void put_firms(const std::string& sender, const std::string& receiver, double yuan) {
    put(CostItem::bill_firm, sender, "out", yuan);
    put(CostItem::bill_firm, receiver, "in", yuan);
    put(CostItem::bill_firm, sender, "both", yuan);
    if (receiver != sender) put(CostItem::bill_firm, receiver, "both", yuan);
  }
  void put(CostItem item, const std::string& id, const std::string& kind, double amount) {
    account_[{item, id, kind}][year_].add(amount, standing_);
  }

  const World& world_;
  Account& account_;
  std::string year_;
  Standing standing_ = Standing::derived;
};

/// Hired trucks take their part out of what all hauliers get.
void add_outside_trucks(const Gauge& gauge, const std::vector<ChainBill>& bills, Account& account) {
  const AccountYears& bill = account[{CostItem::bill, "", ""}];
  for (const auto& [year, all] : bill) {
    const double yuan = yuan_of(outside_trucks_fen(gauge, bills, period_from_text(year)->year));
    account[{CostItem::hires, "", "outside_trucks"}][year].add(yuan, all.standing);
    account[{CostItem::gain, "", "hauliers"}][year].add(-yuan, all.standing);
    account[{CostItem::gain, "", "hired_hauliers"}][year].add(yuan, all.standing);
  }
}

/// What the metrics of the run say already.
void add_metrics(const MetricTable& metrics, Account& account) {
  const Scope rail = full_scope(MetricKind::rail_tonnes, {});
  for (const MetricRow& row : metrics) {
    if (row.period.size() != 4) continue;
    if (row.metric == "rail_tonnes" && scope_of(row) == rail && row.unit == "t")
      account[{CostItem::rail_tonnes, "", ""}][row.period].add(row.value, standing_from(row.standing));
    if (row.metric == "exhaust" && row.numerator_kind == "NOx" && is_total_but_for(row, {"numerator_kind"}))
      account[{CostItem::nox, "", ""}][row.period].add(row.value * kKilogramsInTonne, standing_from(row.standing));
  }
}

}  // namespace

void AccountSum::add(double amount, Standing of_amount) {
  value += amount;
  standing = combine(standing, of_amount);
}

AccountSum sum_of(const Account& account, const AccountKey& key, const std::string& year) {
  const auto years = account.find(key);
  if (years == account.end()) return {};
  const auto sum = years->second.find(year);
  return sum == years->second.end() ? AccountSum{} : sum->second;
}

SameGoods same_goods(const Account& baseline, const Account& plan, const std::string& year) {
  SameGoods result;
  for (const auto& [key, years] : plan) {
    const auto& [item, flow, kind] = key;
    if (item != CostItem::bill_flow) continue;
    const AccountKey tonnes_key{CostItem::delivered, flow, ""};
    const double before_t = sum_of(baseline, tonnes_key, year).value, after_t = sum_of(plan, tonnes_key, year).value;
    if (after_t == 0.0) continue;
    if (before_t == 0.0) {
      result.without_counterpart_t += after_t;
      continue;
    }
    const AccountSum before = sum_of(baseline, key, year), after = sum_of(plan, key, year);
    result.dearer.add(after.value - before.value / before_t * after_t, combine(before.standing, after.standing));
  }
  return result;
}

Account account_of(const CostSide& side) {
  const Gauge gauge(*side.world, *side.ledger, {});
  const std::vector<ChainBill> bills = chain_bills(gauge);
  Account account;
  BillAccount sums(*side.world, account);
  for (const ChainBill& bill : bills) sums.add(bill);
  if (bills.empty()) return account;
  add_outside_trucks(gauge, bills, account);
  add_metrics(*side.metrics, account);
  return account;
}

}  // namespace railshift::analysis

#include "analysis/costs/plan_costs.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/costs/account.hpp"
#include "analysis/metrics/period.hpp"

namespace railshift::analysis {
namespace {

/// Bills of runs that deliver more or less than this share of each other's goods are of other goods.
constexpr double kOtherGoods = 0.01;

std::string unit_of_item(CostItem item) {
  switch (item) {
    case CostItem::delivered:
    case CostItem::unpriced:
    case CostItem::rail_tonnes:
      return "t";
    case CostItem::nox:
      return "kg";
    case CostItem::per_tonne:
      return "yuan/t";
    case CostItem::per_kg_nox:
      return "yuan/kg";
    case CostItem::bill:
    case CostItem::bill_goods:
    case CostItem::bill_firm:
    case CostItem::bill_flow:
    case CostItem::same_goods:
    case CostItem::hires:
    case CostItem::gain:
    case CostItem::public_cost:
      return "yuan";
  }
  RAILSHIFT_EXPECTS(false, "a cost has a unit");
}

/// Money of one kind with its range.
struct Money {
  double value = 0.0, low = 0.0, high = 0.0;
};

/// What public money all measures take within the years in common.
struct PublicMoney {
  Money sum;
  int stated = 0;  ///< measures
  int silent = 0;
  Standing standing = Standing::derived;
  [[nodiscard]] CostRemark remark() const {
    if (stated == 0) return CostRemark::not_stated;
    return silent > 0 ? CostRemark::partly_stated : CostRemark::none;
  }
};

class Costs {
 public:
  Costs(const CostSide& baseline, const CostSide& plan) : baseline_world_(*baseline.world), plan_world_(*plan.world) {
    before_ = account_of(baseline);
    after_ = account_of(plan);
    const YearsRun first = years_run(*baseline.metrics), second = years_run(*plan.metrics);
    for (const auto& [year, months] : second) {
      const auto same = first.find(year);
      if (same != first.end() && same->second == months) years_.push_back(to_text(Period{year, 0}));
    }
  }

  CostTable table() {
    if (before_.empty() || after_.empty() || years_.empty()) return {};
    whole_ = years_.size() == 1 ? years_.front() : years_.front() + ".." + years_.back();
    std::set<AccountKey> keys;
    for (const Account* account : {&before_, &after_}) {
      for (const auto& [key, years] : *account) keys.insert(key);
    }
    for (const AccountKey& key : keys) add_sums(key);
    const PublicMoney money = add_public_costs();
    std::vector<std::string> periods = years_;
    if (years_.size() > 1) periods.push_back(whole_);
    for (const std::string& period : periods) {
      add_same_goods(period);
      add_rates(period, nullptr);
    }
    add_rates(whole_, &money);
    std::stable_sort(rows_.begin(), rows_.end(), [](const CostRow& a, const CostRow& b) {
      return std::tie(a.item, a.id, a.kind, a.period) < std::tie(b.item, b.id, b.kind, b.period);
    });
    return std::move(rows_);
  }

 private:
  static CostRow row_of(CostItem item, std::string period) {
    CostRow row;
    row.item = item;
    row.period = std::move(period);
    row.unit = unit_of_item(item);
    return row;
  }

  void add_sums(const AccountKey& key) {
    AccountSum before, after;
    for (const std::string& year : years_) {
      const AccountSum one = sum_of(before_, key, year), other = sum_of(after_, key, year);
      add_row(key, year, one, other);
      before.add(one.value, one.standing);
      after.add(other.value, other.standing);
    }
    if (years_.size() > 1) add_row(key, whole_, before, after);
  }
  void add_row(const AccountKey& key, const std::string& period, const AccountSum& before, const AccountSum& after) {
    CostRow row = row_of(std::get<CostItem>(key), period);
    row.id = std::get<1>(key);
    row.kind = std::get<2>(key);
    row.baseline = before.value;
    row.plan = after.value;
    row.difference = after.value - before.value;
    row.standing = standing_text(combine(before.standing, after.standing));
    if (row.item == CostItem::unpriced && std::max(before.value, after.value) > 0.0) row.remark = CostRemark::not_stated;
    rows_.push_back(std::move(row));
  }

  void add_public_cost(const Measure& measure, const PublicCost& cost, PublicMoney& money) {
    CostRow row = row_of(CostItem::public_cost, std::to_string(cost.year));
    const double yuan = cost.amount.value;
    row.id = measure.id;
    row.kind = to_text(cost.kind);
    row.plan = row.difference = yuan;
    row.low = cost.provenance.low.value_or(yuan);
    row.high = cost.provenance.high.value_or(yuan);
    row.standing = input_standing_text(cost.provenance.standing);
    if (std::find(years_.begin(), years_.end(), row.period) == years_.end()) {
      row.remark = CostRemark::outside_period;
    } else {
      money.sum.value += yuan;
      money.sum.low += *row.low;
      money.sum.high += *row.high;
      money.standing = combine(money.standing, cost.provenance.standing);
    }
    rows_.push_back(std::move(row));
  }

  /// Of the measures that the baseline does not have.
  PublicMoney add_public_costs() {
    PublicMoney money;
    for (const Measure& measure : plan_world_.measures) {
      if (baseline_world_.measures.find(measure.id)) continue;
      for (const PublicCost& cost : measure.public_costs) add_public_cost(measure, cost, money);
      ++(measure.public_costs.empty() ? money.silent : money.stated);
      if (!measure.public_costs.empty()) continue;
      CostRow row = row_of(CostItem::public_cost, whole_);
      row.id = measure.id;
      row.remark = CostRemark::not_stated;
      rows_.push_back(std::move(row));
    }
    add_public_sum(row_of(CostItem::public_cost, whole_), money, 1.0);
    CostRow gain = row_of(CostItem::gain, whole_);
    gain.kind = "public";
    add_public_sum(std::move(gain), money, -1.0);
    return money;
  }
  void add_public_sum(CostRow row, const PublicMoney& money, double sign) {
    row.remark = money.remark();
    if (money.stated > 0) {
      row.difference = sign * money.sum.value;
      row.low = sign * (sign > 0.0 ? money.sum.low : money.sum.high);
      row.high = sign * (sign > 0.0 ? money.sum.high : money.sum.low);
      row.standing = standing_text(money.standing);
    }
    rows_.push_back(std::move(row));
  }

  [[nodiscard]] AccountSum change(CostItem item, const std::string& period) const {
    AccountSum sum;
    for (const std::string& year : years_) {
      if (period != year && period != whole_) continue;
      const AccountSum before = sum_of(before_, {item, "", ""}, year), after = sum_of(after_, {item, "", ""}, year);
      sum.add(after.value - before.value, combine(before.standing, after.standing));
    }
    return sum;
  }
  [[nodiscard]] SameGoods goods_of(const std::string& period) const {
    SameGoods all;
    for (const std::string& year : years_) {
      if (period != year && period != whole_) continue;
      const SameGoods one = same_goods(before_, after_, year);
      all.dearer.add(one.dearer.value, one.dearer.standing);
      all.without_counterpart_t += one.without_counterpart_t;
    }
    return all;
  }
  [[nodiscard]] bool delivers_other_goods(const std::string& period, const SameGoods& goods) const {
    double before = 0.0;
    for (const std::string& year : years_) {
      if (period == year || period == whole_) before += sum_of(before_, {CostItem::delivered, "", ""}, year).value;
    }
    return std::max(std::abs(change(CostItem::delivered, period).value), goods.without_counterpart_t) > kOtherGoods * before;
  }
  void add_same_goods(const std::string& period) {
    const SameGoods goods = goods_of(period);
    CostRow row = row_of(CostItem::same_goods, period);
    if (delivers_other_goods(period, goods)) {
      row.remark = CostRemark::other_goods;
    } else {
      row.difference = goods.dearer.value;
      row.standing = standing_text(goods.dearer.standing);
    }
    rows_.push_back(std::move(row));
  }

  /// Yuan for a tonne and for a kilogram: of the bill alone, or with public money.
  void add_rates(const std::string& period, const PublicMoney* money) {
    const AccountSum shifted = change(CostItem::rail_tonnes, period), nox = change(CostItem::nox, period);
    add_rate(CostItem::per_tonne, period, shifted, money);
    add_rate(CostItem::per_kg_nox, period, {-nox.value, nox.standing}, money);
  }
  void add_rate(CostItem item, const std::string& period, const AccountSum& units, const PublicMoney* money) {
    CostRow row = row_of(item, period);
    row.kind = money == nullptr ? "bill" : "bill_and_public";
    if (money != nullptr) row.remark = money->remark();
    const SameGoods goods = goods_of(period);
    if (delivers_other_goods(period, goods)) row.remark = CostRemark::other_goods;
    if (units.value < 1.0) row.remark = item == CostItem::per_tonne ? CostRemark::nothing_shifted : CostRemark::nothing_avoided;
    if (row.remark == CostRemark::none || row.remark == CostRemark::partly_stated) {
      const AccountSum& bill = goods.dearer;
      const Money more = money == nullptr ? Money{} : money->sum;
      row.difference = (bill.value + more.value) / units.value;
      row.low = (bill.value + more.low) / units.value;
      row.high = (bill.value + more.high) / units.value;
      row.standing = standing_text(combine(bill.standing, combine(units.standing, money == nullptr ? bill.standing : money->standing)));
    }
    if (money == nullptr) row.low.reset(), row.high.reset();
    rows_.push_back(std::move(row));
  }

  const World& baseline_world_;
  const World& plan_world_;
  Account before_, after_;
  std::vector<std::string> years_;  ///< of which both ran the same months
  std::string whole_;
  CostTable rows_;
};

}  // namespace

CostTable plan_costs(const CostSide& baseline, const CostSide& plan) { return Costs(baseline, plan).table(); }

std::string whole_period(const CostTable& costs) {
  const CostRow* all = nullptr;
  for (const CostRow& row : costs) {
    if (row.item == CostItem::public_cost && row.id.empty()) all = &row;
  }
  return all == nullptr ? std::string{} : all->period;
}

const CostRow* find_cost(const CostTable& costs, CostItem item, std::string_view kind, std::string_view period, std::string_view id) {
  const auto found = std::find_if(costs.begin(), costs.end(), [&](const CostRow& row) {
    return row.item == item && row.kind == kind && row.period == period && row.id == id;
  });
  return found == costs.end() ? nullptr : &*found;
}

std::vector<std::string> not_stated(const CostTable& costs) {
  std::vector<std::string> ids;
  for (const CostRow& row : costs) {
    if (row.item == CostItem::public_cost && !row.id.empty() && row.remark == CostRemark::not_stated) ids.push_back(row.id);
  }
  return ids;
}

}  // namespace railshift::analysis

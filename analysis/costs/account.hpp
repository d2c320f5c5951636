#pragma once
/// The yearly sums of one run that costs are made of. Private to analysis/costs.
#include <map>
#include <string>
#include <tuple>

#include "analysis/costs/plan_costs.hpp"
#include "analysis/metrics/gauge.hpp"

namespace railshift::analysis {

/// item, id, kind
using AccountKey = std::tuple<CostItem, std::string, std::string>;
struct AccountSum {
  double value = 0.0;
  Standing standing = Standing::derived;
  void add(double amount, Standing of_amount);
};
/// By year, as periods are written.
using AccountYears = std::map<std::string, AccountSum>;
using Account = std::map<AccountKey, AccountYears>;

/// Bills by mode, goods, firm and flow, hires, tonnes, NOx, and what every party gets. What every party gets sums to 0: one's bill is the
/// other's income.
[[nodiscard]] Account account_of(const CostSide& side);

/// Of one year: flow by flow, the bill of the plan less what the same tonnes cost at the baseline's yuan a tonne of that flow.
struct SameGoods {
  AccountSum dearer;
  double without_counterpart_t = 0.0;  ///< delivered by flows that delivered nothing in the baseline: in no sum
};
[[nodiscard]] SameGoods same_goods(const Account& baseline, const Account& plan, const std::string& year);

/// 0 of a year without deliveries: nothing was paid.
[[nodiscard]] AccountSum sum_of(const Account& account, const AccountKey& key, const std::string& year);

}  // namespace railshift::analysis

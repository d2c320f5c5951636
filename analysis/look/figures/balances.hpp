#pragma once
/// What sites make and need, against what flows take and bring.
#include <string>
#include <vector>

#include "analysis/look/figures/masses.hpp"
#include "sim/rules/goods/site_balance.hpp"

namespace railshift::analysis::look {

/// One side of a site balance, mean of the twelve months' yearly rates.
struct BalanceRow {
  Id<Site> site;
  rules::SideKind side = rules::SideKind::output;
  std::string goods;       ///< commodity id or need_group
  bool stated = false;     ///< the site says what it makes or needs, so that the side has to close
  Both<Tonnes> made;       ///< made (output) or needed
  Both<Tonnes> moved;      ///< sent or received
  double pile_days = 0.0;  ///< outputs: days of output that must lie ready so that the base year's months can be sent as the profiles say
};
[[nodiscard]] std::vector<BalanceRow> balance_rows(const World& world, const Masses& masses);

}  // namespace railshift::analysis::look

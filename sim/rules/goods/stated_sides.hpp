#pragma once
/// Which sides of site balances the input states, so that they have to close.
#include <cstdint>
#include <set>
#include <string>
#include <tuple>

#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::rules {

/// A need is stated by an `in` row. Goods that a site states no need for are taken as they come (a building zone takes the ash that is
/// pushed to it). What leaves a site with processes must be made there; a site without any process (dump, goods yard, zone) states nothing.
class StatedSides {
 public:
  explicit StatedSides(const GoodsWorld& world);
  [[nodiscard]] bool has(const BalanceLine& line) const;

 private:
  std::set<std::pair<std::uint32_t, std::string>> needs_;
  std::set<std::uint32_t> with_process_;
};

}  // namespace railshift::rules

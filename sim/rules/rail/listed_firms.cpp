#include "sim/rules/rail/listed_firms.hpp"

#include <algorithm>
#include <string_view>

#include "sim/rules/rail/duty.hpp"

namespace railshift::rules {
namespace {

constexpr std::string_view kThresholdParameter = "scope.over_threshold";

}  // namespace

std::vector<Id<Firm>> listed_firms(const World& world) {
  const Settings& settings = world.settings;
  const int list_year = settings.as_of ? year_of(*settings.as_of) - 1 : settings.base_year;
  const Date from = make_date(list_year + 1, 1, 1);
  const TonnesPerYear threshold{world.parameter(kThresholdParameter, from)};
  std::vector<Id<Firm>> firms = bound_firms(world, threshold, {}, from);
  std::sort(firms.begin(), firms.end());
  return firms;
}

}  // namespace railshift::rules

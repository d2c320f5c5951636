#include "analysis/look/flags/flags.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/look/flags/flags_balance.hpp"
#include "analysis/look/flags/flags_data.hpp"
#include "analysis/look/flags/flags_fleet.hpp"
#include "analysis/look/flags/flags_measure.hpp"
#include "analysis/look/flags/flags_place.hpp"
#include "analysis/look/flags/flags_rail.hpp"
#include "analysis/look/flags/flags_relation.hpp"
#include "analysis/look/flags/flags_road.hpp"
#include "analysis/look/flags/flags_station.hpp"
#include "analysis/look/flags/flags_usual.hpp"

namespace railshift::analysis::look {

std::vector<Flag> flags_of(const World& world, const Figures& figures, const std::vector<Unusual>& unusual) {
  Flags flags;
  balance_flags(world, figures, flags);
  usual_flags(unusual, flags);
  relation_flags(world, figures, flags);
  data_flags(world, figures, flags);
  place_flags(world, flags);
  road_flags(world, figures, flags);
  station_flags(world, figures, flags);
  truck_flags(world, figures, flags);
  railway_flags(world, figures, flags);
  measure_flags(world, figures, flags);
  // Within a severity the rules keep the order above, so that flags of one kind stand together.
  std::vector<std::string> order;
  for (const Flag& flag : flags) {
    if (std::find(order.begin(), order.end(), flag.rule) == order.end()) order.push_back(flag.rule);
  }
  const auto place = [&order](const Flag& f) { return std::find(order.begin(), order.end(), f.rule) - order.begin(); };
  std::stable_sort(flags.begin(), flags.end(), [&](const Flag& a, const Flag& b) {
    return std::tuple(a.severity, place(a), -a.weight) < std::tuple(b.severity, place(b), -b.weight);
  });
  return flags;
}

}  // namespace railshift::analysis::look

#include "sim/rules/register/truck_scope.hpp"

#include "sim/core/contains.hpp"
#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"

namespace railshift::rules {
namespace {

template <class T>
bool lists(const std::vector<T>& listed, T one) {
  return listed.empty() || contains(listed, one);
}

template <class Kind>
concept OrdersTrucks = std::is_base_of_v<Whom, Kind> && requires(const Kind& kind) {
  kind.segments;
  kind.vehicle_types;
  kind.uses;
};

std::optional<std::set<std::uint64_t>> rows_meant(const World& world, const Whom& whom, Date from) {
  if (!policy::asks_of_counties(whom)) return std::nullopt;
  std::set<std::uint64_t> rows;
  for (const RegisterRow& row : world.register_rows) {
    if (is_county_meant(world, whom, row.county, from)) rows.insert(hash_text(row.id));
  }
  return rows;
}

}  // namespace

TruckScope::TruckScope(const World& world, const Measure& measure) : segments_(world.segments.size(), false) {
  std::visit(
      [&]<class Kind>(const Kind& order) {
        if constexpr (OrdersTrucks<Kind>) {
          for (const Segment& segment : world.segments) {
            const Id<Segment> id = world.segments.id_of(segment);
            segments_[id.index] = lists(order.segments, id) && lists(order.uses, segment.use);
          }
          for (int t = 0; t < kVehicleTypes; ++t)
            types_[static_cast<std::size_t>(t)] = lists(order.vehicle_types, static_cast<VehicleType>(t));
          rows_ = rows_meant(world, order, measure.from);
        }
      },
      measure.body.body().kind);
}

}  // namespace railshift::rules

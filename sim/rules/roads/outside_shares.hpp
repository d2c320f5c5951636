#pragma once
/// Standards and powertrains of trucks that are not of the local register.
#include <vector>

#include "sim/model/road_world.hpp"

namespace railshift::rules {

struct AccessShare {
  AccessClass access;
  double share = 0.0;
};
/// Mix of hired or through trucks of one type at the start of a month, in access-class order, summing to 1: linear between the 1 January of
/// two years with rows (a class without a row in one of them has share 0 there), flat outside. Empty if there is no row or all are 0.
[[nodiscard]] std::vector<AccessShare> outside_shares(const RoadWorld& world, Owner owner, VehicleType type, Month month);

}  // namespace railshift::rules

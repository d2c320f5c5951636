#pragma once
/// From "this class of truck drove this route so often" to traffic by cell and vehicles by link: each route is laid out once a class of
/// truck, never once a trip.
#include <cstdint>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/route.hpp"

namespace railshift::ledger {

/// So many trips of one emission class over one route in one part of the day.
struct RouteUse {
  std::uint32_t route = 0;
  std::uint8_t day_part = 0;
  std::uint16_t vehicle = 0;
  Owner owner = Owner::local;
  bool loaded = false;
  std::int64_t trips = 0;
};

enum class TripKind : std::uint8_t { individual, counted };

/// In key order.
[[nodiscard]] std::vector<TrafficRow> traffic_rows(Month month, const std::vector<RouteUse>& uses, TripKind kind, const RouteBook& routes);
[[nodiscard]] std::vector<LinkRow> link_rows(Month month, const std::vector<RouteUse>& uses, const RouteBook& routes);

}  // namespace railshift::ledger

#pragma once
/// What replaces a truck: powertrain by the purchase shares of its segment and year or by an order, standard by the sales standard of the
/// day. The buyer is a RegisteredTruck whose generation is that of the new truck; its draws are Purpose::purchase, number = ordinal, block
/// = generation (word 0: the powertrain bought without any order; word 1: which new-energy powertrain if ordered).
#include <array>
#include <map>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// One truck about to be bought.
struct Buyer {
  std::uint64_t row_hash = 0;
  std::uint32_t ordinal = 0;
  std::uint16_t generation = 0;  ///< of the new truck
  Id<Segment> segment;
  VehicleType type = VehicleType::heavy;
  Date delivery;  ///< registration day of the new truck
};
/// The buyer of the truck that replaces `old`.
[[nodiscard]] Buyer buyer_after(const RegisteredTruck& old, Date delivery);
/// The buyer who bought `bought` (on its registration day).
[[nodiscard]] Buyer buyer_of(const RegisteredTruck& bought);

/// Purchase shares by segment and year and the NewOnly orders, indexed.
class Showroom {
 public:
  Showroom(const World& world, std::uint32_t seed);

  /// Without any order: shares of the buyer's segment in the year of delivery (the last earlier year with a row, else the first; no row:
  /// none), in the order of the Powertrain enum, the rest diesel (gasoline for mini).
  [[nodiscard]] Powertrain natural(const Buyer& buyer) const;
  /// As ordered: one of the new-energy powertrains in proportion to their purchase shares; electric if the segment has none.
  [[nodiscard]] Powertrain new_energy(const Buyer& buyer) const;
  /// natural, or new_energy if a NewOnly order binds a registration on the delivery day (from <= delivery) and the owner obeys it
  /// (u < obedience, one draw a measure and truck).
  [[nodiscard]] Powertrain bought(const Buyer& buyer) const;

 private:
  using Shares = std::array<double, kPowertrains>;
  [[nodiscard]] const Shares* shares_of(const Buyer& buyer) const;
  struct Order {
    std::uint64_t hash = 0;
    Date from;
    double obedience = 1.0;
    std::vector<bool> segments;
  };

  std::uint32_t seed_;
  std::vector<std::map<int, Shares>> by_segment_;
  std::vector<Order> orders_;
};

/// The new truck's class: zero_exhaust for electric and hydrogen, else the sales standard of the delivery day. Fault not drawn.
[[nodiscard]] AccessClass new_access(const World& world, VehicleType type, Powertrain powertrain, Date delivery);

}  // namespace railshift::rules

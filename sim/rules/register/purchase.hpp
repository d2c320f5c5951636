#pragma once
/// What replaces a truck: powertrain by the purchase shares of its segment and year or by an order, standard by the sales standard of the
/// day. The buyer is a RegisteredTruck whose generation is that of the new truck; its draws are Purpose::purchase, number = ordinal, block
/// = generation (word 0: the powertrain bought without any order; word 1: which new-energy powertrain if ordered).
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/truck_scope.hpp"

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

/// What is bought, and the measure that decided it.
struct Purchase {
  Powertrain powertrain = Powertrain::diesel;
  std::optional<Id<Measure>> decided_by;
};

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
  /// (u < obedience, one draw a measure and truck). Of several orders that the owner obeys the first by policy::goes_first decided.
  /// `without`: as if this measure were not there.
  [[nodiscard]] Purchase bought(const Buyer& buyer, std::optional<Id<Measure>> without = {}) const;
  /// What a buyer may buy without any order: powertrains with a share, and the rest if the shares leave one.
  [[nodiscard]] std::vector<Powertrain> on_offer(const Buyer& buyer) const;
  /// The NewOnly orders that bind this registration, obeyed or not.
  [[nodiscard]] std::vector<Id<Measure>> rules_on(const Buyer& buyer) const;

 private:
  using Shares = std::array<double, kPowertrains>;
  [[nodiscard]] const Shares* shares_of(const Buyer& buyer) const;
  struct Order {
    Id<Measure> measure;
    std::uint64_t hash = 0;
    Date from;
    double obedience = 1.0;
    TruckScope scope;
    [[nodiscard]] bool binds(const Buyer& buyer) const {
      return from <= buyer.delivery && scope.holds(buyer.row_hash, buyer.segment, buyer.type);
    }
  };

  std::uint32_t seed_;
  std::vector<std::map<int, Shares>> by_segment_;
  std::vector<Order> orders_;  ///< in the order in which they claim a purchase
};

/// The standard that a new truck must meet, and the law that says so.
struct SalesRule {
  Standard standard = Standard::china3;
  std::optional<Id<Measure>> set_by;
};
/// The standard a new truck must meet on a day (sales_standard measures of this run): the highest one in force, National III without any.
/// A measure that lists no types or powertrains covers all. Of several laws with that standard the first by policy::goes_first set it.
/// Electric and hydrogen trucks meet none. `without`: as if this measure were not there.
[[nodiscard]] SalesRule sales_rule(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date day,
                                   std::optional<Id<Measure>> without = {});
[[nodiscard]] Standard sales_standard(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date day);
/// The laws in force on a day that speak of such a truck.
[[nodiscard]] std::vector<Id<Measure>> sales_laws(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date day);

/// The new truck's class: zero_exhaust for electric and hydrogen, else the sales standard of the delivery day. Fault not drawn.
[[nodiscard]] AccessClass new_access(const PolicyWorld& world, VehicleType type, Powertrain powertrain, Date delivery);

}  // namespace railshift::rules

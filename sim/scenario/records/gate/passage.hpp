#pragma once
/// One truck through one gate, whatever record says so.
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"

namespace railshift::scenario {

enum class Direction : std::uint8_t { in, out };
[[nodiscard]] constexpr std::string_view to_text(Direction direction) { return direction == Direction::in ? "in" : "out"; }
enum class Cargo : std::uint8_t { empty, loaded };

struct Passage {
  int line = 0;  ///< of the record
  Date day;
  Id<Site> site;
  Direction direction = Direction::in;
  Cargo cargo = Cargo::empty;
  Standard standard = Standard::china5;
  std::optional<Powertrain> powertrain;
  std::optional<VehicleType> vehicle_type;
  std::optional<Owner> owner;
  std::optional<Id<Commodity>> commodity;
  std::optional<std::int64_t> kg;
};

using UsePassage = std::function<void(const Passage&)>;

}  // namespace railshift::scenario

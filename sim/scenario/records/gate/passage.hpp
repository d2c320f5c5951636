#pragma once
/// One truck through one gate, whatever record says so. What the record does not say is absent.
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"

namespace railshift::scenario {

enum class Direction : std::uint8_t { in, out };
[[nodiscard]] constexpr std::string_view to_text(Direction direction) { return direction == Direction::in ? "in" : "out"; }
/// in, out, or nothing where a record does not say.
[[nodiscard]] constexpr std::string_view to_text(std::optional<Direction> direction) { return direction ? to_text(*direction) : ""; }
enum class Cargo : std::uint8_t { empty, loaded };

struct Passage {
  int line = 0;  ///< of the record
  Date day;
  Id<Site> site;
  std::optional<Direction> direction;
  Cargo cargo = Cargo::empty;
  std::optional<Standard> standard;
  std::optional<Powertrain> powertrain;
  std::optional<VehicleType> vehicle_type;
  std::optional<Owner> owner;
  std::optional<Id<Commodity>> commodity;
  std::optional<std::int64_t> kg;
};

using UsePassage = std::function<void(const Passage&)>;

}  // namespace railshift::scenario

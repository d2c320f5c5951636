#pragma once
/// What a truck is, for rules and emission factors. The words: vehicle_type is size; access_class is what rules see
/// (standard x powertrain); emission_class adds vehicle_type and fault.
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/units.hpp"

namespace railshift {

/// 车型 - vehicle type (size class of GA 802): 重型, 中型, 轻型, 微型.
enum class VehicleType : std::uint8_t { heavy, medium, light, mini };
inline constexpr int kVehicleTypes = 4;

/// 排放标准 - emission standard: 国零 .. 国六, and zero-exhaust vehicles, which have none.
enum class Standard : std::uint8_t { china0, china1, china2, china3, china4, china5, china6, zero_exhaust };
inline constexpr int kStandards = 8;

/// 燃料/动力 - powertrain.
enum class Powertrain : std::uint8_t { diesel, gasoline, gas, methanol, electric, hydrogen };
inline constexpr int kPowertrains = 6;

/// 归属 - owner: local (registered here), hired (outside truck that joined a pool), through (过境).
enum class Owner : std::uint8_t { local, hired, through };

/// 故障状态 - fault state.
enum class Fault : std::uint8_t { sound, tampered, no_urea };

/// Standard x powertrain, 0..63: what a gate or a zone sees.
struct AccessClass {
  Standard standard = Standard::china5;
  Powertrain powertrain = Powertrain::diesel;
  [[nodiscard]] constexpr std::uint8_t index() const {
    return static_cast<std::uint8_t>((static_cast<unsigned>(standard) << 3) | static_cast<unsigned>(powertrain));
  }
  [[nodiscard]] static constexpr AccessClass from_index(unsigned i) {
    return {static_cast<Standard>((i >> 3) & 7U), static_cast<Powertrain>(i & 7U)};
  }
  friend constexpr auto operator<=>(AccessClass, AccessClass) = default;
};

/// A set of access classes, one bit each.
struct AccessMask {
  std::uint64_t bits = ~std::uint64_t{0};
  [[nodiscard]] constexpr bool admits(AccessClass c) const { return ((bits >> c.index()) & 1U) != 0; }
  friend constexpr AccessMask operator&(AccessMask a, AccessMask b) { return {a.bits & b.bits}; }
  friend constexpr auto operator<=>(AccessMask, AccessMask) = default;
};

struct EmissionClass {
  VehicleType type = VehicleType::heavy;
  AccessClass access;
  Fault fault = Fault::sound;
  /// 10 bits: fault 2 | type 2 | standard 3 | powertrain 3.
  [[nodiscard]] constexpr std::uint16_t index() const {
    return static_cast<std::uint16_t>((static_cast<unsigned>(fault) << 8) | (static_cast<unsigned>(type) << 6) | access.index());
  }
  [[nodiscard]] static constexpr EmissionClass from_index(unsigned i) {
    return {static_cast<VehicleType>((i >> 6) & 3U), AccessClass::from_index(i & 63U), static_cast<Fault>((i >> 8) & 3U)};
  }
  friend constexpr auto operator<=>(EmissionClass, EmissionClass) = default;
};

/// 新能源 - new energy in the sense of the Taiyuan plan (clause 三-12): electric, hydrogen, methanol.
[[nodiscard]] constexpr bool is_new_energy(Powertrain p) {
  return p == Powertrain::electric || p == Powertrain::hydrogen || p == Powertrain::methanol;
}

[[nodiscard]] std::string_view to_text(VehicleType v);
[[nodiscard]] std::string_view to_text(Standard s);
[[nodiscard]] std::string_view to_text(Powertrain p);
[[nodiscard]] std::string_view to_text(Owner o);
[[nodiscard]] std::string_view to_text(Fault f);

/// 使用性质 - use: operating (营运: carries for hire, holds a transport licence) or other (非营运).
enum class Use : std::uint8_t { operating, other };
[[nodiscard]] std::string_view to_text(Use u);

/// 部门车队 - register segment: the part of the register that a clause names (freight_heavy, slag, mixer, sanitation, post_logistics, ...).
struct Segment {
  std::string id;
  std::string name_zh;
  std::string name_en;
  VehicleType vehicle_type = VehicleType::heavy;
  Use use = Use::operating;  ///< of all its trucks
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// How the trips of a truck class are simulated: as individuals that can wait, or as monthly counts.
enum class Simulate : std::uint8_t { individual, count };

}  // namespace railshift

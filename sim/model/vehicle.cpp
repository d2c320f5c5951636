#include "sim/model/vehicle.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(VehicleType v) {
  switch (v) {
    case VehicleType::heavy:
      return "heavy";
    case VehicleType::medium:
      return "medium";
    case VehicleType::light:
      return "light";
    case VehicleType::mini:
      return "mini";
  }
  RAILSHIFT_EXPECTS(false, "a vehicle type has a word");
}

std::string_view to_text(Standard s) {
  switch (s) {
    case Standard::china0:
      return "china0";
    case Standard::china1:
      return "china1";
    case Standard::china2:
      return "china2";
    case Standard::china3:
      return "china3";
    case Standard::china4:
      return "china4";
    case Standard::china5:
      return "china5";
    case Standard::china6:
      return "china6";
    case Standard::zero_exhaust:
      return "zero_exhaust";
  }
  RAILSHIFT_EXPECTS(false, "a standard has a word");
}

std::string_view to_text(Powertrain p) {
  switch (p) {
    case Powertrain::diesel:
      return "diesel";
    case Powertrain::gasoline:
      return "gasoline";
    case Powertrain::gas:
      return "gas";
    case Powertrain::methanol:
      return "methanol";
    case Powertrain::electric:
      return "electric";
    case Powertrain::hydrogen:
      return "hydrogen";
  }
  RAILSHIFT_EXPECTS(false, "a powertrain has a word");
}

std::string_view to_text(Owner o) {
  switch (o) {
    case Owner::local:
      return "local";
    case Owner::hired:
      return "hired";
    case Owner::through:
      return "through";
  }
  RAILSHIFT_EXPECTS(false, "an owner has a word");
}

std::string_view to_text(Fault f) {
  switch (f) {
    case Fault::sound:
      return "sound";
    case Fault::tampered:
      return "tampered";
    case Fault::no_urea:
      return "no_urea";
  }
  RAILSHIFT_EXPECTS(false, "a fault state has a word");
}

std::string_view to_text(Use u) {
  switch (u) {
    case Use::operating:
      return "operating";
    case Use::other:
      return "other";
  }
  RAILSHIFT_EXPECTS(false, "a use has a word");
}

}  // namespace railshift

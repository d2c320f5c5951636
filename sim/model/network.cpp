#include "sim/model/network.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(RoadClass c) {
  switch (c) {
    case RoadClass::motorway:
      return "motorway";
    case RoadClass::trunk:
      return "trunk";
    case RoadClass::primary:
      return "primary";
    case RoadClass::urban:
      return "urban";
    case RoadClass::local:
      return "local";
  }
  RAILSHIFT_EXPECTS(false, "a road class has a word");
}

}  // namespace railshift

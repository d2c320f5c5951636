#include "sim/model/operations.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(StationKind kind) {
  switch (kind) {
    case StationKind::gate:
      return "gate";
    case StationKind::weighbridge:
      return "weighbridge";
    case StationKind::load:
      return "load";
    case StationKind::unload:
      return "unload";
    case StationKind::repair:
      return "repair";
  }
  RAILSHIFT_EXPECTS(false, "a station kind has a word");
}

}  // namespace railshift

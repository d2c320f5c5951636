#include "sim/model/clause.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(Force f) {
  switch (f) {
    case Force::must:
      return "must";
    case Force::strive:
      return "strive";
    case Force::about:
      return "about";
    case Force::stable:
      return "stable";
    case Force::in_principle:
      return "in_principle";
    case Force::basically:
      return "basically";
    case Force::encourage:
      return "encourage";
  }
  RAILSHIFT_EXPECTS(false, "a force has a word");
}

}  // namespace railshift

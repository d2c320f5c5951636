#include "sim/model/clause.hpp"

#include <algorithm>

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

std::string_view to_text(ClauseStatus s) {
  switch (s) {
    case ClauseStatus::simulated:
      return "simulated";
    case ClauseStatus::data:
      return "data";
    case ClauseStatus::judged_only:
      return "judged_only";
    case ClauseStatus::in_part:
      return "in_part";
    case ClauseStatus::context:
      return "context";
    case ClauseStatus::not_simulated:
      return "not_simulated";
  }
  RAILSHIFT_EXPECTS(false, "a status has a word");
}

std::vector<Carrier> carriers_of(const std::string& text) {
  std::vector<Carrier> carriers;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::string piece = text.substr(at, end - at);
    const std::size_t colon = piece.find(':');
    carriers.push_back(colon == std::string::npos ? Carrier{"", piece} : Carrier{piece.substr(0, colon), piece.substr(colon + 1)});
    at = end + 1;
  }
  return carriers;
}

}  // namespace railshift

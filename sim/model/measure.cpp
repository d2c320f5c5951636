#include "sim/model/measure.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(Layer l) {
  switch (l) {
    case Layer::baseline:
      return "baseline";
    case Layer::plan:
      return "plan";
    case Layer::what_if:
      return "what_if";
  }
  RAILSHIFT_EXPECTS(false, "a layer has a word");
}

std::string_view to_text(PublicCostKind kind) {
  switch (kind) {
    case PublicCostKind::investment:
      return "investment";
    case PublicCostKind::subsidy:
      return "subsidy";
  }
  RAILSHIFT_EXPECTS(false, "a public cost has a kind");
}

const MeasureBody& Instrument::body() const {
  RAILSHIFT_EXPECTS(body_ != nullptr, "a measure does something");
  return *body_;
}

}  // namespace railshift

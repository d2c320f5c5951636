#include "analysis/judge/basis_reason.hpp"

#include "sim/core/contract.hpp"

namespace railshift::analysis {

std::string_view to_text(PlainReason reason) {
  switch (reason) {
    case PlainReason::no_rail_chain:
      return "no_rail_chain";
    case PlainReason::only_rail:
      return "only_rail";
    case PlainReason::never_any:
      return "never_any";
    case PlainReason::no_through:
      return "no_through";
    case PlainReason::not_simulated:
      return "not_simulated";
    case PlainReason::observed:
      return "observed";
    case PlainReason::orders_idle:
      return "orders_idle";
    case PlainReason::stated_input:
      return "stated_input";
    case PlainReason::estimate:
      return "estimate";
  }
  RAILSHIFT_EXPECTS(false, "a reason has a word");
}

namespace {

struct KeyOf {
  std::string_view operator()(PlainReason reason) const { return to_text(reason); }
  std::string_view operator()(const OrderedBy&) const { return "ordered_by"; }
  std::string_view operator()(const NoMeasure&) const { return "no_measure"; }
  std::string_view operator()(const NoValue&) const { return "no_value"; }
  std::string_view operator()(const PartOfYear&) const { return "part_of_year"; }
  std::string_view operator()(const BeganInYear&) const { return "began_in_year"; }
  std::string_view operator()(const NotServed&) const { return "not_served"; }
  std::string_view operator()(const WithoutAlone&) const { return "without_alone"; }
};

}  // namespace

std::string_view key_of(const BasisReason& reason) { return std::visit(KeyOf{}, reason); }

}  // namespace railshift::analysis

#include "sim/model/reason.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(Reason r) {
  switch (r) {
    case Reason::no_chain:
      return "no_chain";
    case Reason::not_in_service:
      return "not_in_service";
    case Reason::not_chosen:
      return "not_chosen";
    case Reason::not_accepted_siding:
      return "not_accepted_siding";
    case Reason::not_accepted_line:
      return "not_accepted_line";
    case Reason::not_accepted_yard:
      return "not_accepted_yard";
    case Reason::spilled:
      return "spilled";
    case Reason::several:
      return "several";
    case Reason::not_contracted:
      return "not_contracted";
    case Reason::not_accepted_belt:
      return "not_accepted_belt";
  }
  RAILSHIFT_EXPECTS(false, "a reason has a word");
}

std::string_view to_text(LeaveCause c) {
  switch (c) {
    case LeaveCause::aged:
      return "aged";
    case LeaveCause::compulsory:
      return "compulsory";
    case LeaveCause::retire_order:
      return "retire_order";
    case LeaveCause::frozen_base_order:
      return "frozen_base_order";
    case LeaveCause::stock_quota:
      return "stock_quota";
  }
  RAILSHIFT_EXPECTS(false, "a cause has a word");
}

}  // namespace railshift

/// Words of files for what a verdict says.
#include "analysis/judge/verdicts.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {

std::string_view to_text(Outcome o) {
  switch (o) {
    case Outcome::met:
      return "met";
    case Outcome::missed:
      return "missed";
    case Outcome::cannot_say:
      return "cannot_say";
    case Outcome::not_testable:
      return "not_testable";
  }
  RAILSHIFT_EXPECTS(false, "an outcome has a word");
}

std::string_view to_text(Status s) {
  switch (s) {
    case Status::not_testable:
      return "not_testable";
    case Status::impossible_reading:
      return "impossible_reading";
    case Status::impossible_capacity:
      return "impossible_capacity";
    case Status::cannot_say:
      return "cannot_say";
    case Status::on_track:
      return "on_track";
    case Status::if_executed:
      return "if_executed";
    case Status::late:
      return "late";
    case Status::missed:
      return "missed";
  }
  RAILSHIFT_EXPECTS(false, "a status has a word");
}

std::string_view to_text(Basis b) {
  switch (b) {
    case Basis::emergent:
      return "emergent";
    case Basis::ordered:
      return "ordered";
    case Basis::by_definition:
      return "by_definition";
    case Basis::observed:
      return "observed";
  }
  RAILSHIFT_EXPECTS(false, "a basis has a word");
}

}  // namespace railshift::analysis

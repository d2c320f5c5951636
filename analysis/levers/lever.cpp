#include "analysis/levers/lever.hpp"

#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kDaysAMonth = 365.0 / 12.0;

}  // namespace

std::string_view to_text(LeverKind kind) {
  switch (kind) {
    case LeverKind::date:
      return "date";
    case LeverKind::capacity:
      return "capacity";
    case LeverKind::price:
      return "price";
    case LeverKind::obedience:
      return "obedience";
    case LeverKind::chain_share:
      return "chain_share";
  }
  RAILSHIFT_EXPECTS(false, "a kind of lever has a word");
}

std::string_view to_text(LeverUnit unit) {
  switch (unit) {
    case LeverUnit::month:
      return "month";
    case LeverUnit::point:
      return "point";
    case LeverUnit::yuan_per_t:
      return "yuan/t";
    case LeverUnit::thousand_t_per_day:
      return "1000 t/day";
  }
  RAILSHIFT_EXPECTS(false, "a unit of a lever has a word");
}

double size_of(LeverUnit unit, LeverKind kind) {
  switch (unit) {
    case LeverUnit::month:
      return kind == LeverKind::date ? kDaysAMonth : 1.0;
    case LeverUnit::point:
      return 0.01;
    case LeverUnit::yuan_per_t:
      return 1.0;
    case LeverUnit::thousand_t_per_day:
      return 1000.0;
  }
  RAILSHIFT_EXPECTS(false, "a unit of a lever has a size");
}

double Lever::units_to(std::size_t position) const {
  return std::abs(positions[position].number - positions.front().number) / size_of(unit, kind);
}

}  // namespace railshift::analysis

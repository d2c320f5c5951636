#include "sim/model/firm.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(SiteKind kind) {
  switch (kind) {
    case SiteKind::mine:
      return "mine";
    case SiteKind::washery:
      return "washery";
    case SiteKind::power_plant:
      return "power_plant";
    case SiteKind::heat_plant:
      return "heat_plant";
    case SiteKind::steel_works:
      return "steel_works";
    case SiteKind::coking_works:
      return "coking_works";
    case SiteKind::chemical_works:
      return "chemical_works";
    case SiteKind::cement_works:
      return "cement_works";
    case SiteKind::quarry:
      return "quarry";
    case SiteKind::concrete_plant:
      return "concrete_plant";
    case SiteKind::building_zone:
      return "building_zone";
    case SiteKind::waste_site:
      return "waste_site";
    case SiteKind::trade_zone:
      return "trade_zone";
    case SiteKind::rail_yard:
      return "rail_yard";
    case SiteKind::external:
      return "external";
  }
  RAILSHIFT_EXPECTS(false, "a site kind has a word");
}

std::string_view to_text(FirmClass c) {
  switch (c) {
    case FirmClass::leading:
      return "leading";
    case FirmClass::a:
      return "A";
    case FirmClass::b:
      return "B";
    case FirmClass::c:
      return "C";
    case FirmClass::d:
      return "D";
    case FirmClass::unrated:
      return "unrated";
  }
  RAILSHIFT_EXPECTS(false, "a firm class has a word");
}

namespace {

/// 1 is best.
int place(FirmClass c) {
  switch (c) {
    case FirmClass::leading:
    case FirmClass::a:
      return 1;
    case FirmClass::b:
      return 2;
    case FirmClass::c:
      return 3;
    case FirmClass::d:
      return 4;
    case FirmClass::unrated:
      return 5;
  }
  RAILSHIFT_EXPECTS(false, "a firm class has a place");
}

}  // namespace

bool is_better(FirmClass first, FirmClass second) { return place(first) < place(second); }

std::string_view to_text(CountyFigureKind kind) {
  switch (kind) {
    case CountyFigureKind::pm25:
      return "pm25";
    case CountyFigureKind::rank_from_last:
      return "rank_from_last";
  }
  RAILSHIFT_EXPECTS(false, "a county figure has a word");
}

TonnesPerYear Activity::in_year(int year) const {
  RAILSHIFT_EXPECTS(!points.empty(), "an activity has at least one point");
  const Date day = make_date(year, 1, 1);
  if (day <= points.front().valid_from) return points.front().t_per_year;
  if (day >= points.back().valid_from) return points.back().t_per_year;
  std::size_t after = 1;
  while (points[after].valid_from < day) ++after;
  const Point& a = points[after - 1];
  const Point& b = points[after];
  const double share = static_cast<double>(day - a.valid_from) / static_cast<double>(b.valid_from - a.valid_from);
  return a.t_per_year + (b.t_per_year - a.t_per_year) * share;
}

}  // namespace railshift

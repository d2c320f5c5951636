/// What follows from the ways of a firm, and how ways, limits and answers are called in files.
#include "analysis/levers/firm_ways.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {

std::string_view to_text(Way way) {
  switch (way) {
    case Way::siding:
      return "siding";
    case Way::box:
      return "box";
    case Way::belt:
      return "belt";
    case Way::new_energy:
      return "new_energy";
    case Way::national_vi:
      return "national_vi";
  }
  RAILSHIFT_EXPECTS(false, "a way has a word");
}

std::string_view to_text(WayLimit limit) {
  switch (limit) {
    case WayLimit::none:
      return "";
    case WayLimit::refuses:
      return "refuses";
    case WayLimit::base_share:
      return "base_share";
  }
  RAILSHIFT_EXPECTS(false, "a limit has a word");
}

std::string_view to_text(ViAnswer answer) {
  switch (answer) {
    case ViAnswer::no_road_tonnes:
      return "no_road_tonnes";
    case ViAnswer::does_not_comply:
      return "does_not_comply";
    case ViAnswer::no_rule:
      return "no_rule";
    case ViAnswer::share_alone:
      return "share_alone";
    case ViAnswer::needs_new_energy:
      return "needs_new_energy";
    case ViAnswer::only_way:
      return "only_way";
    case ViAnswer::pays_below:
      return "pays_below";
    case ViAnswer::rail_no_dearer:
      return "rail_no_dearer";
  }
  RAILSHIFT_EXPECTS(false, "an answer has a word");
}

const FirmWay* FirmWays::main_rail_way() const {
  const FirmWay* main = nullptr;
  for (const FirmWay& way : ways) {
    if (way.cheapest_t > (main == nullptr ? 0.0 : main->cheapest_t)) main = &way;
  }
  return main;
}

ViAnswer FirmWays::vi_answer() const {
  if (road_t <= 0.0) return ViAnswer::no_road_tonnes;
  if (siding_stands) return ViAnswer::does_not_comply;
  if (trucks_asked == TrucksAsked::no_rule) return ViAnswer::no_rule;
  if (trucks_asked == TrucksAsked::none) return ViAnswer::share_alone;
  if (trucks_asked == TrucksAsked::new_energy) return ViAnswer::needs_new_energy;
  if (!rail_yuan_per_t) return ViAnswer::only_way;
  return *rail_yuan_per_t > 0.0 ? ViAnswer::pays_below : ViAnswer::rail_no_dearer;
}

}  // namespace railshift::analysis

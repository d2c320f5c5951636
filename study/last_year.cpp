#include "study/last_year.hpp"

#include <algorithm>

namespace railshift::study {

Date end_of_last_year(const World& world, const std::vector<Date>& days, const std::optional<Date>& until) {
  Date last = world.settings.start;
  for (const Date day : days) last = std::max(last, day);
  return std::min(make_date(year_of(last) + 1, 1, 1), until.value_or(world.settings.end));
}

}  // namespace railshift::study

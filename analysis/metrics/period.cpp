#include "analysis/metrics/period.hpp"

#include <fmt/format.h>

namespace railshift::analysis {

std::string to_text(Period period) {
  return period.is_year() ? fmt::format("{:04}", period.year) : fmt::format("{:04}-{:02}", period.year, period.month);
}

std::optional<Period> period_from_text(std::string_view text) {
  constexpr std::size_t kYear = 4;
  constexpr std::string_view kJanuary = "-01", kFirst = "-01";
  const bool whole_year = text.size() == kYear;
  const auto day = parse_date(std::string(text) + std::string(whole_year ? kJanuary : "") + std::string(kFirst));
  if (!day) return std::nullopt;
  return whole_year ? year_period(month_of(*day)) : month_period(month_of(*day));
}

}  // namespace railshift::analysis

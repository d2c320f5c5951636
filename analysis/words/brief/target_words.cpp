#include "analysis/words/brief/target_words.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis {
namespace {

/// Whom a target is about, in the order in which an office says it.
constexpr std::array<std::string_view, 9> kWho{"county",   "firm",       "rail_station", "ring",     "haul_class",
                                               "standard", "powertrain", "segment",      "commodity"};

std::string up_to(std::string_view standard, Language language) {
  return fmt::format(fmt::runtime(word("brief.up_to", language)), word(standard, language));
}

std::string who_word(std::string_view field, const std::string& value, const Names& names, Language language) {
  if (field == "firm" && value == kListedFirms) return word("brief.listed", language);
  if (field == "firm" && value == kListedWithSiding) return word("brief.listed_with_siding", language);
  if (field == "county") return area_name(value, language);
  if (field == "haul_class" && value.starts_with(">="))
    return fmt::format(fmt::runtime(word("brief.haul_from", language)), value.substr(2));
  if (field == "haul_class") return fmt::format(fmt::runtime(word("brief.haul", language)), value);
  if (value.starts_with("<=")) return up_to(value.substr(2), language);
  return reading({{std::string(field), value}}, names, language);
}

std::string metric_words(const Verdict& v, Language language) {
  const auto kind = [&](const char* field) {
    const auto found = v.scope.find(field);
    return found == v.scope.end() ? std::string{} : found->second;
  };
  if (v.metric == MetricKind::exhaust) {
    const std::string pollutant = kind("numerator_kind");
    if (is_concentration(pollutant)) return word(pollutant, language);
    return fmt::format(fmt::runtime(word("brief.exhaust", language)), word(pollutant, language));
  }
  if (kind("denominator_kind") == "base_year") return word("brief.growth", language);
  if (v.metric == MetricKind::rail_station_tonnes && kind("direction") == "out") return word("brief.loaded", language);
  if (v.metric == MetricKind::register_stock) return word("brief.register", language);
  if (v.metric == MetricKind::retired_share) return word("brief.retired", language);
  return word(v.metric, language);
}

/// Words of a name; Chinese stands without blanks, but for Latin letters and digits.
std::string joined_words(const std::vector<std::string>& who, const std::string& what, Language language) {
  if (language == Language::zh) return fmt::format("{}{}", fmt::join(who, ""), what);
  return who.empty() ? what : fmt::format("{}, {}", what, fmt::join(who, ", "));
}

/// 85% of 85.00%: a name has no digits that say nothing.
std::string bare_percent(std::string text) {
  if (!text.ends_with('%') || text.find('.') == std::string::npos) return text;
  text.pop_back();
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + "%";
}

}  // namespace

std::string target_words(const Verdict& v, const Names& names, Language language) {
  std::vector<std::string> who;
  for (const std::string_view field : kWho) {
    const auto found = v.scope.find(std::string(field));
    if (found != v.scope.end() && !found->second.empty()) who.push_back(who_word(field, found->second, names, language));
  }
  return joined_words(who, metric_words(v, language), language);
}

std::string demand_words(const Verdict& v, Language language) {
  const std::string day = to_string(v.due);
  const bool end_of_year = day.ends_with("-12-31");
  const std::string due = end_of_year ? fmt::format(fmt::runtime(word("brief.in_year", language)), day.substr(0, 4)) : day;
  return fmt::format(fmt::runtime(word("brief.demand", language)), sign(v.op), bare_percent(exact_text(v.threshold, v.unit, language)),
                     due);
}

std::string short_name(const Verdict& v, const Names& names, Language language) {
  return target_words(v, names, language) + " " + demand_words(v, language);
}

std::string month_words(int month, Language language) {
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return language == Language::zh ? std::to_string(month) + "月" : kMonths.at(static_cast<std::size_t>(month - 1));
}

}  // namespace railshift::analysis

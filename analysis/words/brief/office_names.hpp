#pragma once
/// 责任单位 - offices of a government plan in both languages.
#include <string>
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::analysis {

/// An office as the plan calls it; in English 市交通局 is "Municipal Transport Bureau", 区财政局 "District Finance Bureau": a level (省,
/// 市, 县, 区) and an office that every government has. One that bears the name of a place or a company keeps the name of the plan.
[[nodiscard]] std::string office_name(std::string_view office, Language language);

}  // namespace railshift::analysis

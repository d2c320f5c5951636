#pragma once
/// 目标简称 - a target as an office calls it, without ids: who and what, how much, until when.
#include <string>

#include "analysis/judge/verdicts.hpp"
#include "analysis/words/scope_words.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// 名单企业铁路运输比例; rail share of listed firms. Whom and what the target is about; which tonnes its share counts is left out.
[[nodiscard]] std::string target_words(const Verdict& verdict, const Names& names, Language language);
/// ≥ 90%（2025 年）; ≥ 90% (2025): with the day, if it is not the last of a year.
[[nodiscard]] std::string demand_words(const Verdict& verdict, Language language);
/// Both: 名单企业铁路运输比例 ≥ 90%（2025 年）.
[[nodiscard]] std::string short_name(const Verdict& verdict, const Names& names, Language language);
/// 3月; Mar. Precondition: 1 to 12.
[[nodiscard]] std::string month_words(int month, Language language);

}  // namespace railshift::analysis

#pragma once
/// 区县名称 - names of counties by their codes (GB/T 2260), of the prefectures that scenarios are about and of their neighbours.
#include <string>
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::analysis {

/// 清徐县, Qingxu; beyond the gateways, without a county; of a code that is not in the list 区县 and the code.
[[nodiscard]] std::string area_name(std::string_view code, Language language);

}  // namespace railshift::analysis

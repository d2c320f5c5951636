#pragma once
/// 区划名称 - names of counties and prefectures by their codes (GB/T 2260), of those that scenarios are about and of their neighbours.
#include <optional>
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::analysis {

/// 清徐县, Qingxu of 140121; 太原市, Taiyuan of 1401 and of 140100; nothing of a code that is not in the list.
[[nodiscard]] std::optional<Words> area_named(std::string_view code);

}  // namespace railshift::analysis

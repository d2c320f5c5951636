#pragma once
/// What the units of tables and results are called in Chinese and English: one list for terminal, report, look, workbook and messages.
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift {

/// 吨/年 for t/year, 千克/千克燃料 for kg/kg fuel; a unit without words stands for itself.
[[nodiscard]] Words unit_name(std::string_view unit);

}  // namespace railshift

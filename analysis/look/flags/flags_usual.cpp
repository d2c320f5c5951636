#include "analysis/look/flags/flags_usual.hpp"

#include <fmt/format.h>

#include "sim/core/both.hpp"
#include "sim/core/unit_names.hpp"

namespace railshift::analysis::look {

void usual_flags(const std::vector<Unusual>& unusual, Flags& flags) {
  for (const Unusual& found : unusual) {
    const bool bare = found.unit.empty() || found.unit == "1";
    const Words unit = bare ? Words{} : both(" {}", " {}", unit_name(found.unit));
    flags.push_back({Severity::doubtful,
                     "unusual_number",
                     {found.file, found.id},
                     fmt::format("{} 是 {}{}，通常在 {:.10g}—{:.10g} 之间（{}）：核对单位和小数点", found.column, found.text, unit.zh,
                                 found.low, found.high, found.zh),
                     fmt::format("{} is {}{}, usually {:.10g} to {:.10g} ({}): check the unit and the decimal point", found.column,
                                 found.text, unit.en, found.low, found.high, found.en)});
  }
}

}  // namespace railshift::analysis::look

#pragma once
/// [[measure.numbers]]: what the numbers of a measure rest on, and between what they may lie.
#include <optional>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/model/measure.hpp"
#include "sim/scenario/fields/field.hpp"

namespace railshift::scenario {

[[nodiscard]] std::vector<FieldInfo> number_entry_infos();

/// The value that an entry of this name speaks of, or `--set measure.id.name` changes: of a field, or, of field@YYYY-MM-DD, the level of
/// its step that is due on the day. Nothing if the measure has no such number.
[[nodiscard]] const TomlNode* number_of(const TomlNode& measure, const std::string& name);

/// Reports entries that speak of no number, whose range is missing, stands the wrong way round or does not hold the number, and numbers
/// that no clause states and no entry speaks of. Assumed levels of a list have an entry each.
void check_numbers(const TomlNode& measure, const std::vector<FieldInfo>& fields, const std::optional<Id<Clause>>& clause,
                   Decoder& decoder);

}  // namespace railshift::scenario

#pragma once
/// What is said of ceilings, on terminal and page.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/ceiling/ceilings.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// A limit by its name (rules::RailLimit::what): 小钢厂专用线（sd-works） / siding sd-works.
[[nodiscard]] std::string limit_name(const World& world, std::string_view what, Language language);
/// 武家坡专用线 1.00 t/t (12 个月): what a tonne more of it adds, and in how many months; of a section a slot too.
[[nodiscard]] std::string binding_text(const World& world, const BindingLimit& limit, Language language);
/// How many firms of the list can reach the level: by their chains, at once with capacity, with the bound if it is not proven.
[[nodiscard]] std::string sentence(const FirmsCeiling& firms, Language language);
/// How many targets of a year can be met at once, and which exclude each other.
[[nodiscard]] std::string sentence(const Together& all, Language language);
/// What the figures of clean_share leave out; what no chain can carry. Empty: nothing to say.
[[nodiscard]] std::string remark(const TargetCeiling& ceiling, Language language);

/// Of what the solver gave no sound answer; empty: nothing.
[[nodiscard]] std::string failure_text(const Ceilings& ceilings, Language language);

/// For the terminal: a line a target with its ceilings, what has to be said of it, then a line a year on how many can be met at once, then
/// what the solver failed at. Other readings of a target stand with their verdicts. Empty if no target has a ceiling and nothing failed.
[[nodiscard]] std::string ceiling_text(const Ceilings& ceilings, Language language);

}  // namespace railshift::analysis

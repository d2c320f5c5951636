#pragma once
/// 五个框 - how the main targets of a plan stand, in five boxes that a chief can count; and which target is asked about first.
#include <array>
#include <cstdint>
#include <vector>

#include "analysis/judge/verdicts.hpp"

namespace railshift::analysis {

enum class StatusBox : std::uint8_t {
  on_track,
  if_executed,
  late_or_missed,
  impossible,  ///< in this reading, or with this capacity
  undecided    ///< cannot be said, or not testable
};
inline constexpr std::array kStatusBoxes{StatusBox::on_track, StatusBox::if_executed, StatusBox::late_or_missed, StatusBox::impossible,
                                         StatusBox::undecided};
[[nodiscard]] std::string_view to_text(StatusBox box);

/// By status; of a run that has none by outcome.
[[nodiscard]] StatusBox box_of(const Verdict& verdict);
[[nodiscard]] bool is_met(const Verdict& verdict);

/// Targets in their main reading, in the order of the verdicts.
[[nodiscard]] std::vector<const Verdict*> main_targets(const std::vector<Verdict>& verdicts);
/// The readings of a clause, the main one first; one of a target without other readings.
[[nodiscard]] std::vector<const Verdict*> readings_of(const std::vector<Verdict>& verdicts, const Verdict& main);

/// The target that is asked about first: not met before met, a rail share of the list before other rail shares, these before rail tonnes,
/// before the rest, the latest due day before earlier ones, then in order; nothing without targets.
[[nodiscard]] const Verdict* first_question(const std::vector<Verdict>& verdicts);

/// What needs a decision first: impossible, missed, late, if executed, undecided, not testable, on track. Smaller is more urgent.
[[nodiscard]] int urgency(const Verdict& verdict);

}  // namespace railshift::analysis

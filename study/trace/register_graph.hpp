#pragma once
/// The graph of the register: trucks of the first day, what ends, orders and buys them (docs/model.md section 12).
#include <vector>

#include "study/trace/question.hpp"

namespace railshift::study::trace {

/// Everything that acts on the trucks of the segments that the figure counts. A count or a demanded level is said to move a share where
/// the order fixes it: the share of whole trucks at or above the level is another one with a tenth more.
[[nodiscard]] std::vector<Pick> register_picks(const Question& question);

/// Segments that the row counts: one, those of a named set, or all.
[[nodiscard]] std::vector<Id<Segment>> segments_counted(const Question& question);

}  // namespace railshift::study::trace

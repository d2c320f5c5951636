#pragma once
/// Measures as inputs of a figure.
#include <vector>

#include "study/trace/question.hpp"

namespace railshift::study::trace {

/// Whether a measure orders something of the trucks of a segment: who must leave, what may be bought or sold.
[[nodiscard]] bool acts_on_segment(const Measure& measure, Id<Segment> segment);
[[nodiscard]] Words measure_path(const Measure& measure);

/// Measures that act on goods: openings, duties, gates, and orders on trucks of the classes that carry these flows.
[[nodiscard]] std::vector<Pick> goods_measures(const Question& question, const std::set<Id<Flow>>& flows);
/// Measures that act on through traffic.
[[nodiscard]] std::vector<Pick> through_measures(const Question& question);

}  // namespace railshift::study::trace

#pragma once
/// The way back of a figure as text on a terminal.
#include <string>

#include "study/trace/explanation.hpp"

namespace railshift::app {

enum class HowMuch : std::uint8_t { shortened, all };

/// Figure, target, formula, rows, sums, inputs by how they act (of those that promise nothing the first few of each file unless all are
/// asked for), clauses with their words.
[[nodiscard]] std::string explanation_lines(const study::trace::Explanation& way, HowMuch how_much);

}  // namespace railshift::app

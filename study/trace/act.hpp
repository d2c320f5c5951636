#pragma once
/// How an input acts on a figure.
#include <cstdint>
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::study::trace {

/// From the surest to the least sure. Only `moves` is a promise: 10 % more changes the figure. The others can move it, and the words say
/// why 10 % may not be enough; they follow from rules (a limit that is not full, a change below a train), never from names.
enum class Act : std::uint8_t {
  moves,        ///< it stands in what is summed
  enters,       ///< likewise, behind whole trucks and trains, choices and orders
  whole_loads,  ///< a tenth of it is less than a train or truck load
  alike,        ///< numerator and denominator grow alike
  full,         ///< a limit is full: more goods or wishes do not go by rail
  room,         ///< a limit that is not reached
  choice,       ///< through what shippers or drivers choose
  crossing,     ///< a threshold: only crossing it changes anything
  draws,        ///< through draws and rounding of single trucks
  book,         ///< through the book of kilometres, which holds the kilometres of registered trucks
  waits,        ///< through waits, delays and shared trucks
  earlier,      ///< a value before the period: base year, constants, stocks
  verdict       ///< the threshold of the target: moves the verdict, not the figure
};
inline constexpr int kActs = 13;

/// "moves", "whole_loads" ...
[[nodiscard]] std::string_view to_text(Act act);
/// The sentence that a reader gets.
[[nodiscard]] Words sentence(Act act);

}  // namespace railshift::study::trace

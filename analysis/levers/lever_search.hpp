#pragma once
/// Where a lever is enough for a target, by bisection on runs. Nothing is read off between two runs: what is found was run.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace railshift::analysis {

/// One run with the lever at a position.
struct Tried {
  std::size_t at = 0;           ///< position of the lever, 0 as given
  std::optional<double> value;  ///< of the target's figure; nothing if it has none
  bool meets = false;
};

/// reached: a run meets the threshold and lies within what is near to it. step: one position of the lever misses, the next one meets, and
/// the figure jumps over what is near. between: the same of two positions that lie further apart, because rounds were used up.
/// not_within_range: the target is missed at the better end. no_effect: the figure does not move towards the threshold over the range.
/// no_figure: a run at the better end has none, or the scenario refuses the number.
enum class LeverFinding : std::uint8_t { reached, step, between, not_within_range, no_effect, no_figure };
[[nodiscard]] std::string_view to_text(LeverFinding finding);
/// A position is known at which the target is met.
[[nodiscard]] constexpr bool is_enough(LeverFinding finding) {
  return finding == LeverFinding::reached || finding == LeverFinding::step || finding == LeverFinding::between;
}

struct LeverFound {
  LeverFinding finding = LeverFinding::no_figure;
  std::optional<Tried> meets;   ///< the nearest position to the given one that was run and meets
  std::optional<Tried> misses;  ///< the furthest one before it that was run and misses; of the findings that miss the best run
};

class LeverSearch {
 public:
  /// `last`: the position of the better end; `near`: how far from the threshold a run that meets it may lie, in the unit of the figure.
  LeverSearch(std::size_t last, double threshold, double near) : last_(last), threshold_(threshold), near_(near) {}
  /// Any order; a position a second time changes nothing.
  void add(const Tried& tried);
  /// What to run next: the middle of where the answer lies, and the middles of both halves, so that one round is two steps. There is a
  /// first round even if the better end itself is near, because less of the lever may do. Empty if nothing is left to be run.
  /// Precondition: position 0 and the last one were tried.
  [[nodiscard]] std::vector<std::size_t> next() const;
  /// Precondition: position 0 and the last one were tried, and position 0 misses.
  [[nodiscard]] LeverFound found() const;

 private:
  [[nodiscard]] bool is_near(const Tried& tried) const;
  [[nodiscard]] double distance(const Tried& tried) const;

  std::size_t last_;
  double threshold_;
  double near_;
  std::vector<Tried> tried_;  ///< by position
};

}  // namespace railshift::analysis

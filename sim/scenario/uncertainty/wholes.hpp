#pragma once
/// Numbers of several rows that make up a whole: when some of them move the whole must stay one.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

/// What a share makes up a whole with: rows of one table with the same text here belong together (base shares of a flow, rests of a balance
/// side, shares of a mix); nothing for numbers that stand alone.
[[nodiscard]] std::optional<std::string> whole_of(const RawTable& table, const RawRow& row);

/// A number of a whole with its bounds. `low` and `high` are those of its row; of a number without a range 0 and the sum of the whole.
struct WholePart {
  std::string path;
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  bool stands = false;  ///< never moves: set by hand, or in several sums at once
};

struct Whole {
  enum class Keeps : std::uint8_t {
    sum,         ///< base shares, rests, mixes, yields that make up 1, pushes and pulls that make up 1
    at_most_one  ///< purchase shares of a year, pushes and pulls that leave a rest
  };
  Keeps keeps = Keeps::sum;
  std::vector<WholePart> parts;
};

/// All wholes of a scenario with at least one number that has a range, sums before others. Pushes and pulls of a site are a whole for each
/// day on which one of them changes. Precondition: tables are free of problems and the world has its index.
[[nodiscard]] std::vector<Whole> wholes_of(const RawTables& tables, const World& world);

/// Path -> value of numbers that move.
using Drawn = std::map<std::string, double>;

/// Makes a whole one again after some of its numbers were drawn; the others of a sum are added to `drawn`. Bounds of a drawn number reach
/// to where it was drawn; nothing leaves its bounds, and none of a whole lies below 0 or above it.
///
/// sum: the others take what is left in proportion to their values, v' = clamp(k v, low, high); where their bounds do not let them, the
/// drawn ones are scaled in the same way; where even that is not enough (a number at 0 cannot grow) the whole stays as it is given.
/// at_most_one: drawn ones are scaled down, down to their lows, if the whole exceeds 1.
void close(const Whole& whole, Drawn& drawn);

}  // namespace railshift::scenario

#pragma once
/// 敞顶箱 - open-top boxes: full ones that trains take from station to station, and the empty ones that must come back.
#include <cstdint>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Boxes from one station to another in one period: a month "2024-01", a year "2024" or "all".
struct BoxFigures {
  Id<Node> from;
  Id<Node> to;
  std::string period;
  std::int64_t full = 0;   ///< departed_kg of the chains with boxes over the net load of a box, a started box is a box
  std::int64_t empty = 0;  ///< what the other direction has taken away more than this one brings: full there - full here, month by month
};

/// Stations are those where the movement of a chain with `box` begins and ends. full + empty is the same in both directions in every month:
/// no box is lost.
[[nodiscard]] std::vector<BoxFigures> box_figures(const World& world, const ledger::Ledger& ledger);

/// boxes.csv of a run folder, for one replication (1 is the first).
[[nodiscard]] std::string to_csv(const World& world, const std::vector<BoxFigures>& figures, int replication);

}  // namespace railshift::analysis

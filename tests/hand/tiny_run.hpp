#pragma once
/// Runs of scenarios/tiny for the tests of this folder. SimGrid allows one engine a process, so every run lives in a child that leaves a
/// run file.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "sim/engine/run.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::hand {

struct Town {
  World world;
  ledger::Ledger ledger;
  std::string trips_csv;  ///< only if asked for
  std::string cells_csv;  ///< the routes that trips_csv names
};

enum class Trips : std::uint8_t { drop, keep };

struct TownRequest {
  Layer layer = Layer::plan;
  engine::Kernel kernel = engine::Kernel::ahead;
  std::optional<Date> until = {};
  Trips trips = Trips::drop;
  std::map<std::string, std::string> set = {};        ///< as after --set
  std::optional<std::string> variant = {};            ///< a file of scenarios/tiny
  std::optional<std::set<std::string>> what_if = {};  ///< of layer what_if these measures alone; absent: all
  std::function<void(World&)> change = {};            ///< of what neither of them reaches
};

[[nodiscard]] World load_town(Layer layer, const std::map<std::string, std::string>& set = {},
                              const std::optional<std::string>& variant = std::nullopt);
[[nodiscard]] Town run_town(const TownRequest& request);
/// The town with these measures of layer what_if beside its plan.
[[nodiscard]] World town_with(const std::set<std::string>& what_if, const std::map<std::string, std::string>& set = {},
                              const std::optional<std::string>& variant = std::nullopt);
/// The plan as it stands, run once a process.
[[nodiscard]] const Town& planned_town();

/// Sum of one number over the rows of a table that a condition picks.
template <class Row, class Pick, class Number>
[[nodiscard]] std::int64_t total(const std::vector<Row>& rows, Pick pick, Number number) {
  std::int64_t sum = 0;
  for (const Row& row : rows) {
    if (pick(row)) sum += number(row);
  }
  return sum;
}

/// The index of a row by its text id; ends the test if there is none.
[[nodiscard]] Id<Flow> flow_named(const World& world, std::string_view id);
[[nodiscard]] Id<Chain> chain_named(const World& world, std::string_view id);
[[nodiscard]] Id<Segment> segment_named(const World& world, std::string_view id);

}  // namespace railshift::hand

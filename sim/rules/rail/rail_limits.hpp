#pragma once
/// What can be taken in a month: sidings, their loading tracks, path slots of section directions, belts and pipes that measures open.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/capacity/acceptance.hpp"
#include "sim/rules/rail/line_path.hpp"

namespace railshift::rules {

/// Where a limit binds, in the words of the reasons: at a siding, at a public yard, on the line, on a belt or pipe.
enum class LimitKind : std::uint8_t { siding, yard, line, belt };

struct RailLimit {
  /// siding:<id>, tracks:<id>, section:<id>:forward, section:<id>:backward; wagons:<id>, unloading:<id>, exchange:<node>;
  /// belt:<origin>:<destination>, pipe:<origin>:<destination>
  std::string what;
  LimitKind kind = LimitKind::siding;
  double capacity = 0.0;     ///< kg (siding, tracks, wagons, unloading, belt), path slots (section) or trains (exchange)
  double kg_per_unit = 1.0;  ///< a section that nobody requests is shown in kg at this train load
  bool used = false;         ///< some chain of the world uses it
};

struct RailLimits {
  std::vector<RailLimit> limits;
  std::vector<std::vector<LimitUse>> of_chain;  ///< by chain index; empty for chains without a limit
  std::vector<std::int64_t> train_load{};       ///< by chain index, kg; 0 for chains that take no path
  [[nodiscard]] std::vector<double> capacities() const;
};

/// Loaded and unloaded tonnes both count at their siding; wagons (capacity/station_work.hpp) where they load, tracks for unloading alone
/// where they unload. A train passes an exchange station once where it sets out, where sections meet and where it ends. A train's net load
/// is that of the siding where it loads, else where it unloads; a chain without any siding inside takes no slots. Steps of capacity
/// (capacity_steps.hpp) count by their days. Where background trains have a rank (precedence.hpp) a section has all its slots: they ask for
/// theirs. `without`: as if this measure were not there.
[[nodiscard]] RailLimits rail_limits(const World& world, Month month, std::optional<Id<Measure>> without = {});
/// Index in RailLimits::limits of a section and direction.
[[nodiscard]] std::size_t section_limit(const RailWorld& world, const SectionUse& use);

/// Capacity of one siding and month in kg: min(t_per_day x days, tracks x 24 h / train_hours x train load x days), from the share of days
/// in service; with steps of capacity the sum over the days.
[[nodiscard]] Kilograms siding_capacity(const World& world, Id<Siding> siding, Month month);
/// Background trains a day and direction that do not give way. Months of the warm-up have those of the first day of the run, so that trains
/// do not learn waits on empty lines.
[[nodiscard]] double background_trains(const ValueWorld& world, const RailSection& section, Month month);
/// Path slots of a section in one direction that background trains leave free in a month.
[[nodiscard]] std::int64_t free_slots(const World& world, const RailSection& section, Month month);

}  // namespace railshift::rules

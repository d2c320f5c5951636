#pragma once
/// What measures add to the capacity of sidings and sections, and when a window closes them, day by day.
#include <optional>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/capacity/path_day.hpp"

namespace railshift::rules {

/// A siding or yard on one day.
struct SidingDay {
  double t_per_day = 0.0;
  int tracks = 0;
  double closed_h = 0.0;       ///< of the day
  double closed_from_h = 0.0;  ///< hour of the day
  friend bool operator==(const SidingDay&, const SidingDay&) = default;
};

/// The steps that are in force on some day of a month. `without`: as if this measure were not there.
class CapacitySteps {
 public:
  CapacitySteps(const World& world, Month month, std::optional<Id<Measure>> without = {});

  [[nodiscard]] bool touch(Id<Siding> siding) const;
  [[nodiscard]] bool touch(Id<RailSection> section) const;
  /// The table's figures, and what all steps add on the day, each part of a step of whole tracks or paths cut towards 0; nothing is below
  /// 0. Of several windows the longest holds, of equal ones the first of the table.
  [[nodiscard]] SidingDay on(Id<Siding> siding, Date day) const;
  [[nodiscard]] PathDay on(Id<RailSection> section, Date day) const;

 private:
  struct Step {
    const CapacityStep* step;
    Date from;
  };
  [[nodiscard]] const Step* window(const std::vector<const Step*>& steps, Date day) const;
  [[nodiscard]] std::vector<const Step*> at(Id<Siding> siding) const;
  [[nodiscard]] std::vector<const Step*> at(Id<RailSection> section) const;

  const World& world_;
  std::vector<Step> steps_;
};

}  // namespace railshift::rules

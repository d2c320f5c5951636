#pragma once
/// 绩效等级 - of which class a firm is on a day: what the tables state, and what class_upgrade measures make of it.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/core/dated.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// Classes of firms by day.
class FirmClasses {
 public:
  FirmClasses() = default;  ///< of nobody: everybody is unrated
  explicit FirmClasses(std::vector<Dated<FirmClass>> of_firm) : of_firm_(std::move(of_firm)) {}
  [[nodiscard]] FirmClass on(Id<Firm> firm, Date day) const;
  /// Days from which a firm has another class.
  [[nodiscard]] std::vector<Date> days(Id<Firm> firm) const;

 private:
  std::vector<Dated<FirmClass>> of_firm_;
};

/// Upgrades act in order of their first day, on equal days by policy::goes_first. A firm that an upgrade names and that obeys
/// (u < obedience, one u a measure and firm) is from its first day on at least of `to_class`, if the measure asks for no class before or
/// its class on that day, after the upgrades before, is one that it asks for. Classes that the tables state later hold where they are
/// better. `without`: as if this upgrade were not there.
[[nodiscard]] FirmClasses firm_classes(const World& world, std::uint32_t seed, std::optional<Id<Measure>> without = std::nullopt);

/// What one upgrade finds among the firms that it names: those whose class on its first day, before it, is one that it asks for, and
/// whether each of them obeys. By position.
struct Upgraded {
  std::vector<Id<Firm>> firms;
  std::vector<bool> obeys;
};
/// `before`: the classes without the upgrade.
[[nodiscard]] Upgraded upgraded(const World& world, std::uint32_t seed, Id<Measure> upgrade, const FirmClasses& before);

}  // namespace railshift::rules

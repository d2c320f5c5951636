#pragma once
/// The uncertain numbers of a scenario in groups that move together: one factor in [0, 1) a group.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/uncertainty/ranged_input.hpp"
#include "sim/scenario/uncertainty/uncertainty_section.hpp"
#include "sim/scenario/uncertainty/wholes.hpp"

namespace railshift::scenario {

/// A number that a group moves. Days count from 1970-01-01.
struct MovedInput {
  std::string path;
  Range range;
  Written written = Written::number;
  double least = 0.0;  ///< what its column accepts at all: a draw beyond (of 5_95) is cut there
  double most = 0.0;
  bool against = false;
};

struct UncertaintyGroup {
  std::string id;
  Words name;
  Law law;
  Stage stage = Stage::base;
  std::string reason;
  bool by_default = false;         ///< of numbers that no [[uncertainty]] names
  std::vector<MovedInput> inputs;  ///< in order of path
  Words office{};                  ///< that has the numbers, if the section says so
};

struct Uncertainty {
  std::vector<UncertaintyGroup> groups;  ///< those of scenario.toml in its order, then defaults by id; none without a number to move
  std::vector<Whole> wholes;
  std::vector<std::string> standing;  ///< paths of ranged numbers that no group moves: shares of a whole that none names, or set by hand
};

/// The same groups, each with its second law (law.hpp); nothing if no law has another.
[[nodiscard]] std::optional<Uncertainty> under_second_law(const Uncertainty& uncertainty);

/// What the groups are made of.
struct UncertaintySources {
  const RawTables& tables;
  const TomlNode& root;
  const World& world;
  const std::vector<RangedInput>& taking_part;  ///< ranged numbers of this layer
  const std::set<std::string>& set_by_hand;     ///< paths of --set and [set], with or without a date: what was set is certain
};

/// Groups of the sections and of the rest (docs/decisions/uncertain-together.md): ranged numbers that no section names move together by
/// table and column (`processes.t_per_year`), named values each alone (`values.road.local_speed`), measures by field
/// (`measure.fade`); triangular with ends; tables in stage base, measures in stage later. Shares of a whole have no default, as all at once
/// they cannot move; nor have numbers of judging (verdict.*, scope.*, clean_rules), which are no input of what happens. Precondition: no
/// problems so far, the world has its index.
[[nodiscard]] Uncertainty uncertainty_of(const UncertaintySources& sources, const std::vector<UncertaintyRow>& rows);

}  // namespace railshift::scenario

#pragma once
/// Worlds for looks: the small scenario in memory, tiny from disk, each changed in one place; and the flags of a look by rule.
#include <algorithm>
#include <string>
#include <vector>

#include "analysis/look/flags/look.hpp"
#include "tests/support/small_scenario.hpp"

namespace railshift::test {

inline World world_of(const scenario::Files& files) {
  scenario::Loaded loaded = scenario::load(files, {});
  if (!loaded.world) throw std::logic_error("the scenario of a test loads");
  return std::move(*loaded.world);
}
inline World small_world() { return world_of(small_scenario()); }
inline World tiny_world() {
  scenario::Loaded loaded = scenario::load(std::filesystem::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "tiny", {});
  if (!loaded.world) throw std::logic_error("tiny loads");
  return std::move(*loaded.world);
}

/// The row with this id, to be changed.
template <class T>
T& row(Table<T>& table, const std::string& id) {
  return table.rows_for_loading().at(table.find(id).value().index);
}

inline std::vector<analysis::look::Flag> flags_by(const World& world, const std::string& rule) {
  std::vector<analysis::look::Flag> found;
  for (const auto& flag : analysis::look::look_at(world).flags) {
    if (flag.rule == rule) found.push_back(flag);
  }
  return found;
}
inline bool raised(const World& world, const std::string& rule) { return !flags_by(world, rule).empty(); }

}  // namespace railshift::test

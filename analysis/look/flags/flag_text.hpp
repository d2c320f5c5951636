#pragma once
/// Names and numbers in the sentences of flags and in the tables.
#include <string>

#include "sim/model/world.hpp"

namespace railshift::analysis::look {

/// Shares are parts of one; readers see percent.
inline constexpr double kPercent = 100.0;
/// 123.4 万吨 | 1.234 Mt, small amounts in t.
[[nodiscard]] std::string tonnes_zh(Tonnes tonnes);
[[nodiscard]] std::string tonnes_en(Tonnes tonnes);
/// 12,345
[[nodiscard]] std::string whole(double value);

/// Names in both languages; the other one, then the id, where one is missing.
struct Name {
  std::string zh, en;
};
[[nodiscard]] Name name_of(const World& world, Id<Site> site);
[[nodiscard]] Name name_of_goods(const World& world, const std::string& commodity_or_group);
[[nodiscard]] Name name_of(const World& world, Id<Flow> flow);  ///< origin → destination, goods
[[nodiscard]] Name name_of(const World& world, Id<Siding> siding);
[[nodiscard]] Name name_of(const World& world, Id<RailSection> section);
[[nodiscard]] Name name_of(const World& world, Id<Segment> segment);
[[nodiscard]] Name name_of(const World& world, Id<TruckClass> truck_class);
[[nodiscard]] Name name_of(Standard standard);

}  // namespace railshift::analysis::look

#include "analysis/judge/judged_order.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

/// What readings are grouped by: metric of the main target or another one, whose figure, seen from where.
std::tuple<bool, std::string, std::string> group_of(const Target& reading, const Target& main) {
  const Scope scope = full_scope(reading);
  const auto word = [&](const char* field) {
    const auto found = scope.find(field);
    return found == scope.end() ? std::string{} : found->second;
  };
  return {reading.metric != main.metric, word("firm"), word("basis")};
}

}  // namespace

std::vector<const Target*> judged_order(const World& world) {
  std::vector<const Target*> order;
  for (const Target& main : world.targets) {
    if (!main.reading_of.empty()) continue;
    std::vector<const Target*> readings;
    for (const Target& target : world.targets) {
      if (target.reading_of == main.id) readings.push_back(&target);
    }
    std::stable_sort(readings.begin(), readings.end(),
                     [&](const Target* a, const Target* b) { return group_of(*a, main) < group_of(*b, main); });
    order.push_back(&main);
    order.insert(order.end(), readings.begin(), readings.end());
  }
  return order;
}

}  // namespace railshift::analysis

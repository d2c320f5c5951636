#include "study/members/screening.hpp"

#include <algorithm>

#include "analysis/statistics/screening.hpp"
#include "study/sensitivity/sensitivity.hpp"

namespace railshift::study {
namespace {

constexpr int kLeastTrajectories = 2;

Words most_frequent(const scenario::Loaded& plan, const scenario::UncertaintyGroup& group) {
  std::map<std::string, std::pair<int, Words>> offices;
  for (const scenario::MovedInput& moved : group.inputs) {
    const auto input = std::find_if(plan.ranged.begin(), plan.ranged.end(), [&](const auto& r) { return r.path == moved.path; });
    if (input == plan.ranged.end()) continue;
    const Words office = office_of(*plan.world, *input);
    auto& [count, words] = offices[office.zh];
    ++count;
    words = office;
  }
  const auto most =
      std::max_element(offices.begin(), offices.end(), [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
  return most == offices.end() ? Words{} : most->second.second;
}

}  // namespace

std::vector<TargetScreening> screened(const World& world, const std::vector<analysis::statistics::Trajectory>& trajectories,
                                      const std::vector<analysis::MetricTable>& runs) {
  std::vector<TargetScreening> all;
  if (trajectories.empty()) return all;
  std::vector<std::vector<std::optional<double>>> figures;
  for (const analysis::MetricTable& run : runs) figures.push_back(analysis::target_figures(world, run));
  const std::vector<analysis::Verdict> asked = analysis::judge(world, {});
  for (std::size_t t = 0; t < asked.size(); ++t) {
    TargetScreening one{asked[t].target, asked[t].unit, 0, {}, {}};
    std::vector<analysis::statistics::Trajectory> whole;
    std::vector<std::vector<double>> values;
    std::size_t at = 0;
    for (const auto& way : trajectories) {
      std::vector<double> of_way;
      for (std::size_t i = 0; i < way.points.size(); ++i, ++at) {
        if (figures.at(at)[t]) of_way.push_back(*figures[at][t]);
      }
      if (of_way.size() < way.points.size()) continue;
      whole.push_back(way);
      values.push_back(std::move(of_way));
    }
    if (whole.empty()) continue;
    one.trajectories = static_cast<int>(whole.size());
    one.effects = analysis::statistics::elementary_effects(whole, values);
    one.passed = analysis::statistics::acting_factors(one.effects);
    all.push_back(std::move(one));
  }
  return all;
}

std::map<std::string, std::vector<std::size_t>> passed_of(const std::vector<TargetScreening>& screening) {
  std::map<std::string, std::vector<std::size_t>> passed;
  for (const TargetScreening& one : screening) {
    if (one.trajectories >= kLeastTrajectories) passed[one.target] = one.passed;
  }
  return passed;
}

std::map<std::string, Words> offices_of(const scenario::Loaded& plan) {
  std::map<std::string, Words> offices;
  for (const scenario::UncertaintyGroup& group : plan.uncertainty.groups)
    offices[group.id] = group.office.zh.empty() ? most_frequent(plan, group) : group.office;
  return offices;
}

}  // namespace railshift::study

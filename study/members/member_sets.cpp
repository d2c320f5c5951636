#include "study/members/member_sets.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/latin_hypercube.hpp"
#include "sim/core/both.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/load/files.hpp"
#include "study/members/drawing.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> factors_of(const scenario::Loaded& plan) {
  std::vector<std::string> factors;
  for (const scenario::UncertaintyGroup& group : plan.uncertainty.groups) factors.push_back(group.id);
  return factors;
}

DrawnFrom drawn_from(const Request& request, const scenario::Loaded& plan) {
  DrawnFrom from{{}, load_request(request), seed_of(request, plan.world->settings)};
  Problems problems;
  const auto variant = from.load.variant ? std::optional(fs::path(*from.load.variant)) : std::nullopt;
  from.files = scenario::read_files(request.scenario, variant, problems);
  return from;
}

/// Points of a design by kind, to be drawn together.
class Draws {
 public:
  explicit Draws(const Shard& shard) : shard_(shard) {}

  /// The first `count` of the points, under these laws.
  void add(const analysis::statistics::Points& points, std::size_t count, const scenario::Uncertainty& laws) {
    for (std::size_t i = 0; i < count; ++i) {
      const int number = static_cast<int>(i) + 1;
      if (shard_.has(number)) all_.push_back({number, &points[i], &laws});
    }
    ends_.push_back(all_.size());
  }

  [[nodiscard]] const std::vector<Draw>& all() const { return all_; }

  /// Of all members, in their order, those of the kind that was added k-th, from 0.
  [[nodiscard]] std::vector<Member> of_kind(std::size_t k, const std::vector<Member>& members) const {
    const std::size_t begin = k == 0 ? 0 : ends_[k - 1];
    return {members.begin() + static_cast<std::ptrdiff_t>(begin), members.begin() + static_cast<std::ptrdiff_t>(ends_[k])};
  }

 private:
  Shard shard_;
  std::vector<Draw> all_;
  std::vector<std::size_t> ends_;
};

}  // namespace

std::optional<Shard> shard_from_text(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto part = parse_decimal(text.substr(0, slash)), of = parse_decimal(text.substr(slash + 1));
  const auto is_count = [](const std::optional<double>& n) { return n && *n >= 1.0 && *n <= 100'000.0 && *n == std::floor(*n); };
  if (!is_count(part) || !is_count(of) || *part > *of) return std::nullopt;
  return Shard{static_cast<int>(*part), static_cast<int>(*of)};
}

analysis::statistics::Points points_of(const scenario::Loaded& plan, const MemberDesign& design) {
  analysis::statistics::LatinHypercube hypercube;
  hypercube.factors = factors_of(plan);
  hypercube.members = static_cast<std::size_t>(design.members);
  hypercube.seed = design.seed;
  return analysis::statistics::latin_hypercube(hypercube).front();
}

std::vector<analysis::statistics::Trajectory> trajectories_of(const scenario::Loaded& plan, const MemberDesign& design) {
  if (design.screening == 0) return {};
  return analysis::statistics::morris_trajectories({factors_of(plan), static_cast<std::size_t>(design.screening), design.seed});
}

MemberSets member_sets(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const Shard& shard,
                       const Watch& watch) {
  MemberSets sets;
  if (plan.uncertainty.groups.empty()) return sets;
  const analysis::statistics::Points points = points_of(plan, design);
  const auto second = scenario::under_second_law(plan.uncertainty);
  analysis::statistics::Points ways;
  for (const auto& way : trajectories_of(plan, design)) ways.insert(ways.end(), way.points.begin(), way.points.end());
  Draws draws(shard);
  draws.add(points, points.size(), plan.uncertainty);
  draws.add(points, second ? static_cast<std::size_t>(std::min(design.second, design.members)) : 0, second ? *second : plan.uncertainty);
  draws.add(ways, ways.size(), plan.uncertainty);
  const std::vector<Member> members = drawn(drawn_from(request, plan), draws.all(), request.jobs, watch);
  sets.all = draws.of_kind(0, members);
  sets.second = draws.of_kind(1, members);
  sets.screening = draws.of_kind(2, members);
  std::copy_if(sets.all.begin(), sets.all.end(), std::back_inserter(sets.in_full),
               [&](const Member& m) { return m.number <= design.full; });
  return sets;
}

}  // namespace railshift::study

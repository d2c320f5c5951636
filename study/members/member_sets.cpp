#include "study/members/member_sets.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/latin_hypercube.hpp"
#include "sim/core/both.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/load/files.hpp"
#include "sim/scenario/load/sound_member.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> factors_of(const scenario::Loaded& plan) {
  std::vector<std::string> factors;
  for (const scenario::UncertaintyGroup& group : plan.uncertainty.groups) factors.push_back(group.id);
  return factors;
}

/// Makes members at points; the scenario's files are read once.
class Drawing {
 public:
  Drawing(const Request& request, const scenario::Loaded& plan, const Shard& shard)
      : load_(load_request(request)), seed_(seed_of(request, plan.world->settings)), shard_(shard) {
    Problems problems;
    const auto variant = load_.variant ? std::optional(fs::path(*load_.variant)) : std::nullopt;
    files_ = scenario::read_files(request.scenario, variant, problems);
  }

  [[nodiscard]] std::vector<Member> at(const analysis::statistics::Points& points, const scenario::Uncertainty& uncertainty) const {
    std::vector<Member> members;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const int number = static_cast<int>(i) + 1;
      if (!shard_.has(number)) continue;
      scenario::SoundMember sound = scenario::sound_member(files_, load_, uncertainty, points[i]);
      members.push_back({number, seed_, std::move(sound.changes.base), std::move(sound.changes.all)});
    }
    return members;
  }

 private:
  scenario::LoadRequest load_;
  std::uint32_t seed_;
  Shard shard_;
  scenario::Files files_;
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

MemberSets member_sets(const Request& request, const scenario::Loaded& plan, const MemberDesign& design, const Shard& shard) {
  MemberSets sets;
  if (plan.uncertainty.groups.empty()) return sets;
  const Drawing drawing(request, plan, shard);
  const analysis::statistics::Points points = points_of(plan, design);
  sets.all = drawing.at(points, plan.uncertainty);
  std::copy_if(sets.all.begin(), sets.all.end(), std::back_inserter(sets.in_full),
               [&](const Member& m) { return m.number <= design.full; });
  if (const auto second = scenario::under_second_law(plan.uncertainty)) {
    const auto first = static_cast<std::ptrdiff_t>(std::min(design.second, design.members));
    sets.second = drawing.at({points.begin(), points.begin() + first}, *second);
  }
  analysis::statistics::Points ways;
  for (const auto& way : trajectories_of(plan, design)) ways.insert(ways.end(), way.points.begin(), way.points.end());
  sets.screening = drawing.at(ways, plan.uncertainty);
  return sets;
}

}  // namespace railshift::study

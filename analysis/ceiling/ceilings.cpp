#include "analysis/ceiling/ceilings.hpp"

#include <algorithm>
#include <map>

#include "analysis/ceiling/shared_year.hpp"
#include "analysis/ceiling/year_programme.hpp"

namespace railshift::analysis {
namespace {

/// Below this a tonne more adds nothing but rounding.
constexpr double kWorthSomething = 1e-6;

std::vector<BindingLimit> binding_limits(const YearProgramme& year, const std::vector<double>& worth) {
  const auto& rows = year.limit_rows();
  std::map<std::size_t, BindingLimit> by_limit;
  std::map<std::size_t, double> capacity;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const rules::RailLimit& limit = year.offer().limits[rows[i].month].limits[rows[i].limit];
    BindingLimit& binding = by_limit[rows[i].limit];
    binding.what = limit.what;
    binding.kind = limit.kind;
    if (limit.kind == rules::LimitKind::line) binding.tonnes_a_slot = limit.kg_per_unit / 1000.0;
    binding.months += worth[i] > kWorthSomething ? 1 : 0;
    // A siding that is not open yet has no capacity in the month; its worth counts as if it had a little.
    const double kg = std::max(limit.capacity * limit.kg_per_unit, 1.0);
    binding.worth += worth[i] * kg;
    capacity[rows[i].limit] += kg;
  }
  std::vector<BindingLimit> binding;
  for (auto& [limit, found] : by_limit) {
    found.worth /= capacity.at(limit);
    if (found.months > 0) binding.push_back(std::move(found));
  }
  std::stable_sort(binding.begin(), binding.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
  return binding;
}

/// A year with everything that is asked of it.
class AskedYear {
 public:
  AskedYear(const World& world, int year) : world_(world), offer_(offer_of(world, year)), programme_(world, offer_) {}
  // The programme refers to the offer beside it.
  AskedYear(const AskedYear&) = delete;
  AskedYear& operator=(const AskedYear&) = delete;

  TargetCeiling ceiling(const Target& target, const Question& question) {
    TargetCeiling ceiling;
    ceiling.target = question.target;
    ceiling.year = question.year;
    ceiling.kind = question.kind;
    ceiling.unit = question.unit;
    ceiling.least = question.least;
    ceiling.trucks_count = question.trucks_count;
    const auto best = offer_.months.empty() ? std::nullopt : programme_.best(question);
    const PartOfWhole free = best_by_chains(world_, offer_, question);
    const auto figure = best ? question.figure(free.part, free.whole) : std::nullopt;
    if (!figure) return ceiling;
    ceiling.chains = question.in_unit(*figure);
    ceiling.not_carried_t = programme_.not_carried();
    add_capacity(question, *best, *figure, ceiling);
    if (question.kind == QuestionKind::share) ceiling.firms = firms(target);
    if (!question.trucks_count) {
      asked_.push_back(question);
      alone_.push_back(meets(question, best->sum));
    }
    return ceiling;
  }

  [[nodiscard]] std::optional<Together> all() const {
    if (asked_.size() < 2) return std::nullopt;
    return together(world_, programme_, asked_, alone_);
  }

 private:
  void add_capacity(const Question& question, const BestUse& best, double free, TargetCeiling& ceiling) const {
    // Goods that nothing can carry drop out of a share with capacity, and stand in that of the chain table.
    const auto figure = question.figure(best.sum.part, best.sum.whole);
    if (figure) ceiling.capacity = question.in_unit(question.least ? std::max(*figure, free) : std::min(*figure, free));
    ceiling.binding = binding_limits(programme_, best.worth);
    for (std::size_t m = 0; m < best.months.size(); ++m)
      ceiling.months.push_back({offer_.months[m], best.months[m].part, best.months[m].whole});
  }
  [[nodiscard]] std::optional<FirmsCeiling> firms(const Target& target) const {
    std::vector<Question> questions;
    for (const Id<Firm> firm : listed_firms(world_)) {
      if (auto question = question_of_firm(world_, target, firm)) questions.push_back(std::move(*question));
    }
    if (questions.empty()) return std::nullopt;
    return firms_that_pass(world_, programme_, questions);
  }

  const World& world_;
  YearOffer offer_;
  YearProgramme programme_;
  std::vector<Question> asked_;
  std::vector<bool> alone_;
};

}  // namespace

const TargetCeiling* Ceilings::of(const std::string& target) const {
  const auto found = std::find_if(targets.begin(), targets.end(), [&](const TargetCeiling& c) { return c.target == target; });
  return found == targets.end() ? nullptr : &*found;
}

Ceilings ceilings_of(const World& world) {
  Ceilings ceilings;
  std::map<int, AskedYear> years;
  for (const Target& target : world.targets) {
    const auto question = question_of(world, target);
    if (!question) continue;
    auto& year = years.try_emplace(question->year, world, question->year).first->second;
    ceilings.targets.push_back(year.ceiling(target, *question));
  }
  for (const auto& [year, asked] : years) {
    if (auto all = asked.all()) ceilings.years.push_back(std::move(*all));
  }
  return ceilings;
}

}  // namespace railshift::analysis

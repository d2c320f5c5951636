#include "analysis/ceiling/ceilings.hpp"

#include <algorithm>
#include <map>

#include "analysis/ceiling/shared_year.hpp"
#include "analysis/ceiling/year_programme.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/core/text.hpp"

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

/// The programme of a year, beside the offer to which it refers.
struct Year {
  Year(const World& world, YearOffer offered) : offer(std::move(offered)), programme(world, offer) {}
  Year(const Year&) = delete;
  Year& operator=(const Year&) = delete;

  YearOffer offer;
  YearProgramme programme;
};

/// What one year says to one question; nothing if nothing is counted.
struct Answer {
  double chains = 0.0;
  double capacity = 0.0;
  BestUse use;
};

/// What a run of the year may still carry less of: of the goods that count, those that it may leave and those on their way when the year
/// ends stand in no figure of it. A floor is only below every run without them, whatever chain they would have taken.
PartOfWhole floor_of(const YearOffer& offer, const Question& question, const PartOfWhole& best) {
  double left = offer.left_share * best.whole;
  for (std::size_t c = 0; c < question.of_chain.size(); ++c) {
    const ChainCount& count = question.of_chain[c];
    left += offer.under_way_at_end_t[c] * std::max(count.part, count.whole);
  }
  return {std::max(0.0, best.part - left), std::max(best.whole - left, 0.0)};
}

/// What a run may leave behind may all be goods of the denominator alone: a share of the others is the greater for it.
PartOfWhole top_of(const YearOffer& offer, const PartOfWhole& best) {
  return {best.part, std::max(best.part, best.whole * (1.0 - offer.left_share))};
}

std::optional<double> figure_of(const YearOffer& offer, const Question& question, const PartOfWhole& best) {
  const PartOfWhole sum = question.least ? floor_of(offer, question, best) : top_of(offer, best);
  return question.figure(sum.part, sum.whole);
}

std::optional<Answer> answer(const World& world, const Year& year, const Question& question) {
  const PartOfWhole free = best_by_chains(world, year.offer, question);
  const auto chains = figure_of(year.offer, question, free);
  auto use = chains ? year.programme.best(question) : std::nullopt;
  const auto capacity = use ? figure_of(year.offer, question, use->sum) : std::nullopt;
  if (!capacity) return std::nullopt;
  // Goods that nothing can carry drop out of a share with capacity, and stand in that of the chain table.
  return Answer{*chains, question.least ? std::max(*capacity, *chains) : std::min(*capacity, *chains), std::move(*use)};
}

/// firms_passing as what it asks of each firm: its rail share at the level. Nothing where trucks can make a firm pass.
std::optional<Target> asked_of_firms(const Target& target) {
  const auto level = target.scope.find("level");
  const auto part = target.scope.find("numerator_kind");
  const bool trucks = part != target.scope.end() && part->second == "rail_or_clean";
  if (target.metric != MetricKind::firms_passing || level == target.scope.end() || trucks) return std::nullopt;
  Target asked = target;
  asked.metric = MetricKind::rail_share;
  asked.scope = full_scope(target);
  asked.scope.erase("level");
  asked.op = Operator::at_least;
  asked.value = parse_decimal(level->second).value_or(1.0);
  asked.unit = "1";
  asked.tolerance = 0.0;
  return asked;
}

std::optional<double> share_in(const std::string& unit, int part, int whole) {
  MetricRow row;
  row.unit = "1";
  row.value = static_cast<double>(part) / static_cast<double>(whole);
  return value_in(row, unit);
}

/// A year with everything that is asked of it.
class AskedYear {
 public:
  AskedYear(const World& world, const YearOffer& offer) : world_(world), own_(world, without_under_way(offer)), all_(world, offer) {}

  TargetCeiling ceiling(const Target& target, const Question& question) {
    TargetCeiling ceiling;
    ceiling.target = question.target;
    ceiling.reading_of = target.reading_of;
    ceiling.year = question.year;
    ceiling.kind = question.kind;
    ceiling.unit = question.unit;
    ceiling.least = question.least;
    ceiling.trucks_count = question.trucks_count;
    if (own_.offer.months.empty()) return ceiling;
    const auto own = answer(world_, own_, question);
    const auto bound = answer(world_, all_, question);
    if (!own || !bound) return ceiling;
    ceiling.chains = question.in_unit(own->chains);
    ceiling.capacity = question.in_unit(own->capacity);
    ceiling.chains_bound = question.in_unit(bound->chains);
    ceiling.capacity_bound = question.in_unit(bound->capacity);
    ceiling.not_carried_t = own_.programme.not_carried();
    ceiling.binding = binding_limits(own_.programme, own->use.worth);
    for (std::size_t m = 0; m < own->use.months.size(); ++m)
      ceiling.months.push_back({own_.offer.months[m], own->use.months[m].part, own->use.months[m].whole});
    // One clause is asked once: its other readings say how far they reach, no more.
    if (!target.reading_of.empty()) return ceiling;
    if (question.kind == QuestionKind::share) ceiling.firms = firms(target);
    if (!question.trucks_count) {
      asked_.push_back(question);
      alone_.push_back(meets(question, bound->use.sum));
    }
    return ceiling;
  }

  /// Of firms_passing: the share of firms that can pass, each alone by the chain table, and all at once with capacity.
  [[nodiscard]] TargetCeiling passing(const Target& target, const Target& of_firms) const {
    TargetCeiling ceiling;
    ceiling.target = target.id;
    ceiling.reading_of = target.reading_of;
    ceiling.year = judged_period(target).year;
    ceiling.unit = target.unit;
    if (own_.offer.months.empty()) return ceiling;
    ceiling.firms = firms(of_firms);
    if (!ceiling.firms || ceiling.firms->firms == 0) return ceiling;
    ceiling.chains = ceiling.chains_bound = share_in(target.unit, ceiling.firms->by_chains, ceiling.firms->firms);
    ceiling.capacity = ceiling.capacity_bound = share_in(target.unit, ceiling.firms->bound, ceiling.firms->firms);
    return ceiling;
  }

  [[nodiscard]] std::optional<Together> all() const {
    if (asked_.size() < 2) return std::nullopt;
    return together(world_, all_.programme, asked_, alone_);
  }

 private:
  [[nodiscard]] std::optional<FirmsCeiling> firms(const Target& target) const {
    std::vector<Question> questions;
    for (const Id<Firm> firm : listed_firms(world_)) {
      if (auto question = question_of_firm(world_, target, firm)) questions.push_back(std::move(*question));
    }
    if (questions.empty()) return std::nullopt;
    return firms_that_pass(world_, all_.programme, questions);
  }

  const World& world_;
  Year own_;
  Year all_;  ///< with what is under way at its beginning
  std::vector<Question> asked_;
  std::vector<bool> alone_;
};

}  // namespace

const TargetCeiling* Ceilings::of(const std::string& target) const {
  const auto found = std::find_if(targets.begin(), targets.end(), [&](const TargetCeiling& c) { return c.target == target; });
  return found == targets.end() ? nullptr : &*found;
}

Ceilings ceilings_of(const World& world, const BaseTonnes& base_tonnes) {
  Ceilings ceilings;
  std::map<int, AskedYear> years;
  for (const Target& target : world.targets) {
    const auto question = question_of(world, target, base_tonnes);
    const auto of_firms = asked_of_firms(target);
    if (!question && (!of_firms || target.op == Operator::at_most)) continue;
    try {
      const int asked = judged_period(target).year;
      auto year = years.find(asked);
      if (year == years.end()) year = years.try_emplace(asked, world, offer_of(world, asked)).first;
      ceilings.targets.push_back(question ? year->second.ceiling(target, *question) : year->second.passing(target, *of_firms));
    } catch (const SolverFailed&) {
      ceilings.failed.push_back(target.id);
    }
  }
  for (const auto& [year, asked] : years) {
    try {
      if (auto all = asked.all()) ceilings.years.push_back(std::move(*all));
    } catch (const SolverFailed&) {
      ceilings.failed.push_back(std::to_string(year));
    }
  }
  return ceilings;
}

}  // namespace railshift::analysis

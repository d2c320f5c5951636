#include "analysis/ceiling/shared_year.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// Nodes of branch and bound: some 20 s on the cities at hand; a slower machine takes longer and finds the same.
constexpr int kMostNodes = 2000;
constexpr double kUnitTonnes = 1000.0;
/// A share that misses its level by less is rounding.
constexpr double kEnough = 1e-7;

void add_columns(Programme& programme, const ProgrammeColumn& like, std::size_t count) {
  programme.columns.insert(programme.columns.end(), count, like);
  programme.aim.insert(programme.aim.end(), count, 0.0);
}

/// terms >= need - slack x column
ProgrammeRow row_of(const Want& want, std::optional<ProgrammeTerm> slack = {}) {
  ProgrammeRow row{want.terms, want.need - kEnough * want.scale, kNoBound};
  if (slack) row.terms.push_back(*slack);
  return row;
}

/// terms >= need if the column is 1, and whatever the year brings if it is 0.
ProgrammeRow row_if(const Want& want, std::size_t column) {
  ProgrammeRow row = row_of(want, ProgrammeTerm{column, -want.worst});
  row.low -= want.worst;
  return row;
}

bool possible(const YearProgramme& year, const std::vector<const Want*>& wants) {
  Programme programme = year.plain();
  for (const Want* want : wants) programme.rows.push_back(row_of(*want));
  return solve(programme).end == ProgrammeEnd::best;
}

/// As many wants as can be met at once; which.
struct MostMet {
  std::vector<bool> met;
  std::vector<double> columns;  ///< of the year
  int bound = 0;
};

int whole_bound(double bound) { return static_cast<int>(std::floor(bound + 1e-6)); }

/// Adds one 0-1 column a want and returns the first.
std::size_t add_choices(Programme& programme, const std::vector<Want>& wants) {
  const std::size_t first = programme.columns.size();
  add_columns(programme, {0.0, 1.0, true}, wants.size());
  for (std::size_t k = 0; k < wants.size(); ++k) programme.rows.push_back(row_if(wants[k], first + k));
  return first;
}

MostMet most_met(const YearProgramme& year, const std::vector<Want>& wants) {
  Programme programme = year.plain();
  const std::size_t years_columns = programme.columns.size();
  const std::size_t first = add_choices(programme, wants);
  for (std::size_t k = 0; k < wants.size(); ++k) programme.aim[first + k] = 1.0;
  const ProgrammeAnswer answer = solve_whole(programme, kMostNodes);
  MostMet most{std::vector<bool>(wants.size()), {}, whole_bound(answer.bound)};
  if (!answer.found()) return most;
  most.columns.assign(answer.columns.begin(), answer.columns.begin() + static_cast<std::ptrdiff_t>(years_columns));
  for (std::size_t k = 0; k < wants.size(); ++k) most.met[k] = answer.columns[first + k] > 0.5;
  return most;
}

/// Of the uses of the year that meet `count` of the wants that can be met alone, one with the least sum of shortfalls.
std::vector<double> least_short(const YearProgramme& year, const std::vector<Want>& wants, const std::vector<bool>& alone, int count) {
  Programme programme = year.plain();
  const std::size_t years_columns = programme.columns.size();
  const std::size_t short_by = years_columns;
  add_columns(programme, {}, wants.size());
  for (std::size_t k = 0; k < wants.size(); ++k) {
    programme.rows.push_back(row_of(wants[k], ProgrammeTerm{short_by + k, 1.0}));
    programme.aim[short_by + k] = -1.0 / wants[k].scale;
  }
  std::vector<Want> possible_ones;
  for (std::size_t k = 0; k < wants.size(); ++k) {
    if (alone[k]) possible_ones.push_back(wants[k]);
  }
  const std::size_t first = add_choices(programme, possible_ones);
  ProgrammeRow enough{{}, static_cast<double>(count), kNoBound};
  for (std::size_t k = 0; k < possible_ones.size(); ++k) enough.terms.push_back({first + k, 1.0});
  if (!possible_ones.empty()) programme.rows.push_back(std::move(enough));
  const ProgrammeAnswer answer = solve_whole(programme, kMostNodes);
  if (!answer.found()) return {};
  return {answer.columns.begin(), answer.columns.begin() + static_cast<std::ptrdiff_t>(years_columns)};
}

}  // namespace

Want want_of(const World& world, const YearProgramme& year, const Question& question) {
  const bool share = question.kind == QuestionKind::share;
  Want want{year.terms(question, share ? question.threshold : 0.0)};
  const double wished = question.kind == QuestionKind::growth ? question.base_tonnes * (1.0 + question.threshold) : question.threshold;
  const double sign = question.least ? -1.0 : 1.0;
  for (ProgrammeTerm& term : want.terms) term.factor *= sign;
  want.need = share ? 0.0 : sign * wished / kUnitTonnes;
  const PartOfWhole reference = best_by_chains(world, year.offer(), question);
  want.scale = std::max((share ? reference.whole : std::abs(wished)) / kUnitTonnes, 1e-6);
  double least = 0.0;
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    double worst = 0.0;
    for (const Id<Chain> chain : world.chains_of(id)) {
      const ChainCount& count = question.of_chain[chain.index];
      worst = std::min(worst, sign * (count.part - (share ? question.threshold : 0.0) * count.whole));
    }
    least += worst * year.offer().tonnes(id) / kUnitTonnes;
  }
  want.worst = std::max(0.0, want.need - least);
  return want;
}

bool meets(const Question& question, const PartOfWhole& sum) {
  const auto figure = question.figure(sum.part, sum.whole);
  if (!figure) return false;
  const double room = 1e-6 * std::max(1.0, std::abs(question.threshold));
  return question.least ? *figure <= question.threshold + room : *figure >= question.threshold - room;
}

namespace {

/// Whether goods of the year count by the chains of the base year, as they do in the metric: a firm that belts serve alone has no share of
/// rail and road.
bool has_goods_that_count(const World& world, const YearOffer& offer, const Question& question) {
  return std::any_of(world.chains.begin(), world.chains.end(), [&](const Chain& chain) {
    return chain.base_share > 0.0 && offer.tonnes(chain.flow) > 0.0 && question.of_chain[world.chains.id_of(chain).index].whole > 0.0;
  });
}

}  // namespace

FirmsCeiling firms_that_pass(const World& world, const YearProgramme& year, const std::vector<Question>& firms) {
  FirmsCeiling ceiling;
  std::vector<Want> wants;
  for (const Question& question : firms) {
    if (!has_goods_that_count(world, year.offer(), question)) continue;
    const PartOfWhole best = best_by_chains(world, year.offer(), question);
    ++ceiling.firms;
    if (!meets(question, best)) continue;
    ++ceiling.by_chains;
    wants.push_back(want_of(world, year, question));
  }
  if (wants.empty()) return ceiling;
  const MostMet most = most_met(year, wants);
  ceiling.together = static_cast<int>(std::count(most.met.begin(), most.met.end(), true));
  ceiling.bound = std::max(most.bound, ceiling.together);
  return ceiling;
}

Together together(const World& world, const YearProgramme& year, const std::vector<Question>& questions, const std::vector<bool>& alone) {
  Together result;
  result.year = year.offer().year;
  std::vector<Want> wants;
  std::vector<Want> possible_ones;
  for (std::size_t k = 0; k < questions.size(); ++k) {
    wants.push_back(want_of(world, year, questions[k]));
    if (alone[k]) possible_ones.push_back(wants.back());
  }
  const MostMet most = most_met(year, possible_ones);
  result.met = static_cast<int>(std::count(most.met.begin(), most.met.end(), true));
  result.bound = std::max(most.bound, result.met);
  const std::vector<double> columns = least_short(year, wants, alone, result.met);
  for (std::size_t k = 0; k < questions.size(); ++k) {
    TogetherTarget target{questions[k].target, questions[k].unit, alone[k], false, std::nullopt};
    if (!columns.empty()) {
      const PartOfWhole sum = year.measured(questions[k], columns);
      target.met = meets(questions[k], sum);
      if (const auto figure = questions[k].figure(sum.part, sum.whole)) target.figure = questions[k].in_unit(*figure);
    }
    result.targets.push_back(std::move(target));
    for (std::size_t before = 0; before < k && result.met < static_cast<int>(possible_ones.size()); ++before) {
      const bool both = alone[k] && alone[before];
      if (both && !possible(year, {&wants[before], &wants[k]}))
        result.exclusive.emplace_back(questions[before].target, questions[k].target);
    }
  }
  return result;
}

}  // namespace railshift::analysis

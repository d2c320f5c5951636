#include "analysis/ceiling/year_programme.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/core/contract.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

constexpr std::size_t kOne = 0;  ///< the column u
constexpr double kKilogramsPerUnit = 1e6;
/// What is left of the least waiting beside rounding, thousands of tonnes.
constexpr double kWaitingRoom = 1e-6;

double sign_of(const Question& question) { return question.least ? -1.0 : 1.0; }

}  // namespace

YearProgramme::YearProgramme(const World& world, const YearOffer& offer) : world_(world), offer_(offer) {
  add_column(1.0, 1.0);
  for (const Flow& flow : world.flows) add_flow(flow);
  add_limits();
  settle_waiting();
  add_under_way();
}

std::size_t YearProgramme::add_column(double low, double high) {
  rows_.columns.push_back({low, high, false});
  return rows_.columns.size() - 1;
}

bool YearProgramme::may_wait(Id<Flow> flow) const {
  for (std::size_t m = 0; m < offer_.months.size(); ++m) {
    const auto& chains = world_.chains_of(flow);
    const bool always_a_way = std::any_of(chains.begin(), chains.end(), [&](Id<Chain> chain) {
      const bool limited = world_.chains[chain].main_mode() == Mode::rail || rules::is_new_way(world_.chains[chain]);
      return !limited && offer_.open[chain.index][m] >= 1.0;
    });
    if (!always_a_way) return true;
  }
  return false;
}

/// Whether a chain of the base year other than belts and pipes is open all month.
bool YearProgramme::has_other_than_belts(Id<Flow> flow, std::size_t month) const {
  const auto& chains = world_.chains_of(flow);
  return std::any_of(chains.begin(), chains.end(), [&](Id<Chain> id) {
    const Chain& chain = world_.chains[id];
    const bool belt = rules::chain_class(world_, chain) == rules::ChainClass::belt_pipe;
    return !belt && chain.base_share > 0.0 && offer_.open[id.index][month] >= 1.0;
  });
}

void YearProgramme::add_flow(const Flow& flow) {
  const Id<Flow> id = world_.flows.id_of(flow);
  if (offer_.tonnes(id) <= 0.0) return;
  const bool waits = may_wait(id) || offer_.waiting_t[id.index] > 0.0;
  std::optional<std::size_t> before;
  if (const double kt = offer_.waiting_t[id.index] / kTonnesPerUnit; kt > 0.0) {
    before = add_column(0.0, kNoBound);
    rows_.rows.push_back({{{*before, 1.0}, {kOne, -kt}}, -kNoBound, 0.0});
  }
  for (std::size_t m = 0; m < offer_.months.size(); ++m) {
    const auto after = waits ? std::optional(add_column(0.0, kNoBound)) : std::nullopt;
    add_month(id, m, before, after);
    before = after;
  }
  if (before) waits_at_end_.push_back(*before);
}

void YearProgramme::add_month(Id<Flow> flow, std::size_t month, std::optional<std::size_t> before, std::optional<std::size_t> after) {
  const double offered = static_cast<double>(offer_.kg[flow.index][month]) / kKilogramsPerUnit;
  ProgrammeRow balance{{{kOne, -offered}}, 0.0, 0.0};
  if (before) balance.terms.push_back({*before, -1.0});
  if (after) balance.terms.push_back({*after, 1.0});
  const bool others = has_other_than_belts(flow, month);
  for (const Id<Chain> chain : world_.chains_of(flow)) {
    const double open = offer_.open[chain.index][month];
    if (open <= 0.0) continue;
    const std::size_t column = add_column(0.0, kNoBound);
    carried_.push_back({chain, month, column});
    balance.terms.push_back({column, 1.0});
    // Belts and pipes of the base year carry their share of what is planned (rules/rail/choice), by which their capacity is known; all of
    // it where no other chain of the base year is open.
    const bool belt = rules::keeps_base_share(world_.chains[chain]);
    const double most = belt && others ? std::min(open, world_.chains[chain].base_share) : open;
    if (most >= 1.0) continue;
    ProgrammeRow part{{{column, 1.0}, {kOne, -most * offered}}, -kNoBound, 0.0};
    if (before) part.terms.push_back({*before, -1.0});
    rows_.rows.push_back(std::move(part));
  }
  rows_.rows.push_back(std::move(balance));
}

void YearProgramme::add_limits() {
  std::map<std::pair<std::size_t, std::size_t>, ProgrammeRow> rows;  // by limit and month
  for (const Carried& at : carried_) {
    const rules::RailLimits& limits = offer_.limits[at.month];
    std::map<std::size_t, double> uses;  // a line that is travelled there and back is used twice
    for (const rules::LimitUse& use : limits.of_chain[at.chain.index]) uses[use.limit] += use.per_kg * limits.limits[use.limit].kg_per_unit;
    for (const auto& [limit, per_kg] : uses) {
      if (!std::isinf(limits.limits[limit].capacity)) rows[{limit, at.month}].terms.push_back({at.column, per_kg});
    }
  }
  for (auto& [key, row] : rows) {
    const rules::RailLimit& limit = offer_.limits[key.second].limits[key.first];
    row.terms.push_back({kOne, -limit.capacity * limit.kg_per_unit / kKilogramsPerUnit});
    row.high = 0.0;
    limit_rows_.push_back({rows_.rows.size(), key.first, key.second});
    rows_.rows.push_back(std::move(row));
  }
}

void YearProgramme::add_under_way() {
  for (const Chain& chain : world_.chains) {
    const Id<Chain> id = world_.chains.id_of(chain);
    const double kt = offer_.under_way_t[id.index] / kTonnesPerUnit;
    if (kt <= 0.0) continue;
    const std::size_t column = add_column(0.0, kNoBound);
    carried_.push_back({id, 0, column});
    rows_.rows.push_back({{{column, 1.0}, {kOne, -kt}}, -kNoBound, 0.0});
  }
}

void YearProgramme::settle_waiting() {
  if (waits_at_end_.empty()) return;
  Programme least = plain();
  for (const std::size_t column : waits_at_end_) least.aim[column] = -1.0;
  const ProgrammeAnswer answer = solve(least);
  if (answer.end != ProgrammeEnd::best) throw SolverFailed("no way was found in which goods without a way wait");
  waiting_kt_ = std::max(0.0, -answer.value);
  ProgrammeRow row{{{kOne, -(waiting_kt_ + kWaitingRoom)}}, -kNoBound, 0.0};
  for (const std::size_t column : waits_at_end_) row.terms.push_back({column, 1.0});
  rows_.rows.push_back(std::move(row));
}

Programme YearProgramme::plain() const {
  Programme programme = rows_;
  programme.aim.assign(programme.columns.size(), 0.0);
  return programme;
}

std::vector<ProgrammeTerm> YearProgramme::terms(const Question& question, double price) const {
  std::vector<ProgrammeTerm> terms;
  for (const Carried& at : carried_) {
    const ChainCount& count = question.of_chain[at.chain.index];
    const double factor = count.part - price * count.whole;
    if (factor != 0.0) terms.push_back({at.column, factor});
  }
  return terms;
}

PartOfWhole YearProgramme::measured(const Question& question, const std::vector<double>& columns) const {
  PartOfWhole sum;
  for (const Carried& at : carried_) {
    sum.part += columns[at.column] * question.of_chain[at.chain.index].part * kTonnesPerUnit;
    sum.whole += columns[at.column] * question.of_chain[at.chain.index].whole * kTonnesPerUnit;
  }
  return sum;
}

std::optional<BestUse> YearProgramme::best(const Question& question) const {
  Programme programme = plain();
  for (const ProgrammeTerm& term : terms(question, 0.0)) programme.aim[term.column] = sign_of(question) * term.factor;
  if (question.kind == QuestionKind::share) {
    // Any reference would do; what is offered keeps u near 1.
    const double reference = best_by_chains(world_, offer_, question).whole / kTonnesPerUnit;
    if (reference <= 0.0) return std::nullopt;
    ProgrammeRow whole{{}, reference, reference};
    for (const Carried& at : carried_) {
      if (const double factor = question.of_chain[at.chain.index].whole; factor > 0.0) whole.terms.push_back({at.column, factor});
    }
    programme.columns[kOne] = {0.0, kNoBound, false};
    programme.rows.push_back(std::move(whole));
  }
  ProgrammeAnswer answer = solve(programme);
  if (answer.end != ProgrammeEnd::best) return std::nullopt;
  const double one = answer.columns[kOne];
  if (!(one > 0.0)) throw SolverFailed("a share was left without a denominator");
  for (double& column : answer.columns) column /= one;
  expect_kept(plain(), answer.columns);
  BestUse use{measured(question, answer.columns), std::vector<PartOfWhole>(offer_.months.size()), {}};
  for (const Carried& at : carried_) {
    const ChainCount& count = question.of_chain[at.chain.index];
    use.months[at.month].part += answer.columns[at.column] * count.part * kTonnesPerUnit;
    use.months[at.month].whole += answer.columns[at.column] * count.whole * kTonnesPerUnit;
  }
  for (const LimitRow& row : limit_rows_) use.worth.push_back(answer.prices[row.row]);
  return use;
}

}  // namespace railshift::analysis

#include "analysis/ceiling/question.hpp"

#include "analysis/ceiling/chain_counts.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::analysis {
namespace {

std::string scope_word(const Target& target, const std::string& name) {
  const auto found = target.scope.find(name);
  return found == target.scope.end() ? std::string{} : found->second;
}

QuestionKind kind_of(const Target& target) {
  const bool share = target.metric == MetricKind::rail_share || target.metric == MetricKind::clean_share;
  if (share) return QuestionKind::share;
  return is_growth("", scope_word(target, "denominator_kind")) ? QuestionKind::growth : QuestionKind::tonnes;
}

/// What the numerator was in the base year, in the months that the judged year has too, if base shares were carried.
double tonnes_at_base_shares(const World& world, const Question& question) {
  double tonnes = 0.0;
  for (int number = 1; number <= 12; ++number) {
    const Month base = make_month(world.settings.base_year, number);
    const Month judged = make_month(question.year, number);
    const auto run = [&](Month m) { return m >= month_of(world.settings.start) && m <= month_of(world.settings.end - 1); };
    if (!run(base) || !run(judged)) continue;
    const rules::FlowRates rates = rules::flow_rates(world, base);
    for (const Chain& chain : world.chains) {
      const double part = question.of_chain[world.chains.id_of(chain).index].part;
      if (part > 0.0) tonnes += part * chain.base_share * to_tonnes(rules::month_mass(world, rates, chain.flow, base)).value;
    }
  }
  return tonnes;
}

/// The least (most) that the target takes, in its unit.
double accepted(const Target& target) {
  return target.op == Operator::at_most ? target.value + target.tolerance : target.value - target.tolerance;
}

}  // namespace

std::optional<double> Question::figure(double part, double whole) const {
  switch (kind) {
    case QuestionKind::share:
      return whole > 0.0 ? std::optional(part / whole) : std::nullopt;
    case QuestionKind::tonnes:
      return part;
    case QuestionKind::growth:
      return base_tonnes > 0.0 ? std::optional(part / base_tonnes - 1.0) : std::nullopt;
  }
  RAILSHIFT_EXPECTS(false, "a question is of some kind");
}

std::optional<double> Question::in_unit(double figure) const {
  MetricRow row;
  row.unit = kind == QuestionKind::tonnes ? "t" : "1";
  row.value = figure;
  return value_in(row, unit);
}

BaseTonnes base_tonnes_of(const World& world, const std::vector<MetricTable>& replications) {
  BaseTonnes all;
  for (const Target& target : world.targets) {
    if (kind_of(target) != QuestionKind::growth) continue;
    double sum_of_inverses = 0.0;
    std::size_t n = 0;
    for (const MetricTable& metrics : replications) {
      const MetricRow* row = row_at(rows_of(target, metrics), to_text(judged_period(target)));
      if (row == nullptr || row->denominator.value_or(0.0) <= 0.0) continue;
      sum_of_inverses += 1.0 / *row->denominator;
      ++n;
    }
    if (n > 0 && n == replications.size()) all[target.id] = static_cast<double>(n) / sum_of_inverses;
  }
  return all;
}

std::optional<Question> question_of(const World& world, const Target& target, const BaseTonnes& base_tonnes) {
  auto counts = chain_counts(world, target);
  // a programme is of a year; of a month that a scope names it says nothing
  if (!counts || !judged_period(target).is_year()) return std::nullopt;
  Question question;
  question.target = target.id;
  question.kind = kind_of(target);
  question.year = judged_period(target).year;
  question.least = target.op == Operator::at_most;
  question.trucks_count = target.metric == MetricKind::clean_share;
  question.unit = target.unit;
  question.of_chain = std::move(*counts);
  if (question.kind == QuestionKind::growth) {
    const auto of_runs = base_tonnes.find(target.id);
    question.base_tonnes = of_runs == base_tonnes.end() ? tonnes_at_base_shares(world, question) : of_runs->second;
  }
  const auto one = question.in_unit(1.0);
  if (!one) return std::nullopt;
  question.threshold = accepted(target) / *one;
  return question;
}

std::optional<Question> question_of_firm(const World& world, const Target& of_list, Id<Firm> firm) {
  if (scope_word(of_list, "firm") != kListedFirms) return std::nullopt;
  Target of_firm = of_list;
  of_firm.scope["firm"] = world.firms[firm].id;
  return question_of(world, of_firm);
}

}  // namespace railshift::analysis

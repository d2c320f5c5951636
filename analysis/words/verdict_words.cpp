#include "analysis/words/verdict_words.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "sim/core/text.hpp"
#include "sim/core/unit_names.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis {
namespace {

/// The template of a key with its gap filled.
template <class... Parts>
std::string filled(std::string_view key, Language language, const Parts&... parts) {
  return fmt::format(fmt::runtime(word(key, language)), parts...);
}

struct Sentence {
  Language language;
  std::string operator()(PlainReason reason) const { return word_of("reason", to_text(reason), language); }
  std::string operator()(const OrderedBy& by) const {
    return filled("reason.ordered_by", language, fmt::join(by.measures, language == Language::zh ? "、" : ", "));
  }
  std::string operator()(const NoMeasure& none) const { return filled("reason.no_measure", language, word(none.metric, language)); }
  std::string operator()(const NoValue& none) const { return filled("reason.no_value", language, to_text(none.period)); }
  std::string operator()(const PartOfYear& part) const {
    return filled("reason.part_of_year", language, part.months.first, part.months.last, to_text(part.period));
  }
  std::string operator()(const BeganInYear& began) const {
    return filled("reason.began_in_year", language, began.measure, to_string(began.from));
  }
  std::string operator()(const NotServed& left) const {
    return filled("reason.not_served", language, to_text(left.year), figure_text(left.share, "1", language));
  }
  std::string operator()(const WithoutAlone& without) const { return filled("reason.without_alone", language, without.measure); }
};

/// The value of kind=new_only or reason=nobody_obeys, or an amount with its unit: trucks_removed=12 trucks.
std::string journal_value(std::string_view key, std::string_view value, Language language) {
  if (const auto reason = policy::idle_reason_from(value); key == "reason" && reason) return policy::words_of(*reason).in(language);
  for (const policy::KindRow& kind : policy::kKinds) {
    if (key == "kind" && kind.word == value) return std::string(language == Language::zh ? kind.zh : kind.en);
  }
  const std::size_t space = value.find(' ');
  if (!policy::effect_from(key) || space == std::string_view::npos) return word_of("journal", value, language);
  const auto amount = parse_decimal(value.substr(0, space));
  const std::string number = amount ? grouped_as_written(*amount) : std::string(value.substr(0, space));
  return number + " " + unit_word(value.substr(space + 1), language);
}

std::string journal_key(std::string_view key, Language language) {
  const auto effect = policy::effect_from(key);
  return effect ? policy::words_of(*effect).in(language) : word_of("journal", key, language);
}

std::string journal_piece(std::string_view piece, Language language) {
  const std::size_t equals = std::min(piece.find('='), piece.size());
  const std::string_view key = piece.substr(0, equals);
  if (equals == piece.size()) return std::string(piece);
  return journal_key(key, language) + (language == Language::zh ? "：" : ": ") + journal_value(key, piece.substr(equals + 1), language);
}

}  // namespace

std::string word(Outcome outcome, Language language) { return word_of("outcome", to_text(outcome), language); }
std::string word(Status status, Language language) { return word_of("status", to_text(status), language); }
std::string word(Basis basis, Language language) { return word_of("basis", to_text(basis), language); }
std::string word(Force force, Language language) { return word_of("force", to_text(force), language); }
std::string word(MetricKind metric, Language language) { return metric_name(to_text(metric), language); }
std::string word(Match match, Language language) { return word_of("match", to_text(match), language); }

std::string runs_word(int runs, Language language) { return runs == 1 ? word("runs.one", language) : filled("runs.mean", language, runs); }

std::string_view sign(Operator op) {
  switch (op) {
    case Operator::at_least:
      return "≥";
    case Operator::at_most:
      return "≤";
    case Operator::equals:
      return "=";
  }
  RAILSHIFT_EXPECTS(false, "an operator has a sign");
}

std::string metric_name(std::string_view metric, Language language) { return word_of("metric", metric, language); }

std::string period_text(const std::string& period, const std::optional<MonthsRun>& months, Language language) {
  return period_text(period, std::vector{months}, language);
}

std::string period_text(const std::string& period, const std::vector<std::optional<MonthsRun>>& runs, Language language) {
  std::vector<std::string> spans;
  std::set<MonthsRun> different;
  for (const auto& months : runs) {
    spans.push_back(months ? filled("period.span", language, months->first, months->last) : "—");
    if (months) different.insert(*months);
  }
  if (std::all_of(different.begin(), different.end(), [](MonthsRun months) { return months.whole_year(); })) return period;
  if (different.size() == 1) spans = {filled("period.span", language, different.begin()->first, different.begin()->last)};
  return filled("period.months", language, period, fmt::join(spans, " / "));
}

std::string period_text(const ComparisonRow& row, Language language) {
  return period_text(row.key.period, {row.first_months, row.second_months}, language);
}

std::string unit_word(std::string_view unit, Language language) { return unit_name(unit).in(language); }

std::string sentence(const BasisReason& reason, Language language) { return std::visit(Sentence{language}, reason); }

std::string sentence(const Checked& checked, Language language) {
  if (checked.tests > 0) return filled("observed.checked", language, checked.tests);
  if (checked.rows == 0) return word("observed.none", language);
  if (checked.compared == 0) return filled("observed.unmatched", language, checked.rows);
  return filled("observed.only_repeats", language, checked.compared);
}

std::string journal_detail(std::string_view detail, Language language) {
  std::string out;
  while (!detail.empty()) {
    const std::size_t end = std::min(detail.find(';'), detail.size());
    out += (out.empty() ? "" : language == Language::zh ? "；" : "; ") + journal_piece(detail.substr(0, end), language);
    detail.remove_prefix(std::min(end + 1, detail.size()));
  }
  return out;
}

}  // namespace railshift::analysis

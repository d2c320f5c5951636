#include "analysis/report/parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Look;
using document::Run;

/// The same reason with measures by their names.
struct WithNames {
  const Page& page;
  template <class Reason>
  BasisReason operator()(const Reason& reason) const {
    return reason;
  }
  BasisReason operator()(const OrderedBy& by) const {
    OrderedBy named;
    for (const std::string& measure : by.measures) named.measures.push_back(page.measure_name(measure));
    return named;
  }
  BasisReason operator()(const BeganInYear& began) const { return BeganInYear{page.measure_name(began.measure), began.from}; }
  BasisReason operator()(const WithoutAlone& without) const { return WithoutAlone{page.measure_name(without.measure), without.value}; }
};

/// The value without one measure stands in the text of a cell.
Run without_alone(Page& page, const Verdict& v, const WithoutAlone& without) {
  document::Figure figure{
      without.value,
      v.unit,
      figure_text_beside(without.value, v.threshold, v.unit, page.language()),
      document::Of::one_run,
      1,
      "",
      {"verdicts.csv", {{"target", v.target}}, "", fmt::format("basis_reason: without {} alone", without.measure), {v.clause}}};
  return page.figure(fmt::format("verdict:{}:without:{}", v.target, without.measure), figure);
}

}  // namespace

std::string quoted(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kInner[] = {{"“", "‘"}, {"”", "’"}};
  std::string inside(text);
  for (const auto& mark : kInner) {
    for (auto at = inside.find(mark.first); at != std::string::npos; at = inside.find(mark.first, at + mark.second.size()))
      inside.replace(at, mark.first.size(), mark.second);
  }
  return "“" + inside + "”";
}

Blocks cites(const Page& page, const std::vector<MetricKind>& metrics) {
  std::vector<Line> clauses;
  std::vector<std::string> seen;
  for (const Verdict& v : page.input().verdicts) {
    const bool about = std::find(metrics.begin(), metrics.end(), v.metric) != metrics.end();
    if (!about || std::find(seen.begin(), seen.end(), v.clause) != seen.end()) continue;
    seen.push_back(v.clause);
    clauses.push_back({text(page.clause_name(v.clause) + " " + quoted(v.quote))});
  }
  if (clauses.empty()) return {};
  Line line{text(page.word("cites"))};
  const Line all = joined(clauses, page.semicolon());
  line.insert(line.end(), all.begin(), all.end());
  return {paragraph(std::move(line), document::Tone::small)};
}

Look look_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
      return Look::good;
    case Outcome::missed:
      return Look::bad;
    case Outcome::cannot_say:
      return Look::unsure;
    case Outcome::not_testable:
      return Look::off;
  }
  return Look::plain;
}

Look look_of(Status status) {
  switch (status) {
    case Status::on_track:
      return Look::good;
    case Status::if_executed:
    case Status::late:
      return Look::open;
    case Status::missed:
    case Status::impossible_reading:
    case Status::impossible_capacity:
      return Look::bad;
    case Status::cannot_say:
      return Look::unsure;
    case Status::not_testable:
      return Look::off;
  }
  return Look::plain;
}

Run judged(const Page& page, const Verdict& v) {
  return v.status ? text(word(*v.status, page.language()), look_of(*v.status)) : text(word(v.outcome, page.language()), look_of(v.outcome));
}

Line demand(Page& page, const Verdict& v) { return {text(std::string(sign(v.op)) + " "), page.of_verdict(v, "threshold")}; }

Line margin(Page& page, const Verdict& v) {
  if (!v.margin) return {};
  return page.sentence(*v.margin < 0.0 ? "margin.short" : "margin.spare", {page.of_verdict(v, "margin")});
}

Line basis_reasons(Page& page, const Verdict& v) {
  std::vector<Line> parts;
  for (const BasisReason& reason : v.reasons) {
    Line part{text(sentence(std::visit(WithNames{page}, reason), page.language()))};
    if (const auto* alone = std::get_if<WithoutAlone>(&reason)) {
      part.push_back(text(page.language() == Language::zh ? "：" : ": "));
      part.push_back(without_alone(page, v, *alone));
    }
    parts.push_back(std::move(part));
  }
  return joined(parts, page.semicolon());
}

std::vector<document::Column> year_columns(const Page& page, const std::string& first) {
  std::vector<document::Column> columns{words(first, 2.0)};
  for (const std::string& year : page.year_names()) columns.push_back(numbers(year));
  return columns;
}

std::string with_side(const Page& page, const std::string& name, const NamedSide& side) {
  return page.baseline() == nullptr ? name : name + " · " + page.word(side.name);
}

void add_sides(Page& page, TableRows& table, const std::string& name, std::string_view metric, const Scope& scope) {
  for (const NamedSide& side : page.sides()) {
    std::vector<Cell> cells{with_side(page, name, side)};
    for (const std::string& year : page.years()) cells.emplace_back(page.metric(*side.side, metric, year, scope));
    table.row(std::move(cells));
  }
}

}  // namespace railshift::analysis::report

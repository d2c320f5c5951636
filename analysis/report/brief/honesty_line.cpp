/// 可信程度: a line of figures that say how far to trust the page.
#include <fmt/format.h>

#include "analysis/brief/honesty.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

using document::From;
using document::Line;
using document::Run;

/// A figure that is worked out for this line alone.
struct Worked {
  const char* id;
  double value;
  const char* unit;
  std::string text;
  std::string standing;
};

Run worked_run(Page& page, const Worked& w, From from) {
  return page.figure(std::string("honesty:") + w.id, {w.value, w.unit, w.text, page.plan().of, 1, w.standing, std::move(from)});
}

std::string tenth_percent(double share) { return fmt::format("{:.1f}%", 100.0 * share); }

Run metric_run(Page& page, const MetricRow& row) { return page.metric(page.plan(), row.metric, row.period, scope_of(row)); }

void add_base_year(Page& page, const Honesty& h, std::vector<Line>& parts) {
  if (!h.base_year) return;
  const double gap = h.base_year->gap();
  const From from{
      page.plan().folder + "run.gpkg/chains", {}, "", "(delivered by rail - delivered x base shares) / delivered, base year", {}};
  const Run run = worked_run(page, {"base_year_gap", gap, "1", difference_text(gap, "1", page.language()), "derived(assumed)"}, from);
  parts.push_back(page.sentence("brief.honesty.base_year", {run}));
}

void add_empty(Page& page, const Honesty& h, std::vector<Line>& parts) {
  if (!h.empty_ratio) return;
  const From from{
      page.plan().folder + "pools.csv", {{"replication", "1"}, {"owner", "all"}, {"period", "all"}}, "", "empty_km / loaded_km", {}};
  const Run run = worked_run(page, {"empty_ratio", *h.empty_ratio, "", fmt::format("{:.2f}", *h.empty_ratio), "derived(assumed)"}, from);
  parts.push_back(page.sentence("brief.honesty.empty", {run}));
}

void add_no_chain(Page& page, const Honesty& h, std::vector<Line>& parts) {
  if (h.no_chain == nullptr || h.no_chain->denominator.value_or(0.0) <= 0.0) return;
  const MetricRow& row = *h.no_chain;
  const double share = row.value / *row.denominator;
  const From from{page.plan().folder + "metrics.csv", page.key_of(page.plan(), row), "", "value / denominator", {}};
  const Run run = worked_run(page, {"no_chain_share", share, "1", tenth_percent(share), row.standing}, from);
  parts.push_back(page.sentence("brief.honesty.no_chain", {metric_run(page, row), run}));
}

void add_assumed(Page& page, const Honesty& h, std::vector<Line>& parts) {
  if (h.assumed.empty()) return;
  const MetricRow& row = *h.assumed.back();
  std::string sum_formula;
  for (const MetricRow* one : h.assumed) sum_formula += (sum_formula.empty() ? "" : " + ") + ("numerator_kind=" + one->numerator_kind);
  const std::map<std::string, std::string> key{{"metric", row.metric}, {"period", row.period}, {"basis", row.basis}, {"replication", "1"}};
  const std::string file = page.plan().folder + "metrics.csv";
  const double sum = h.assumed_t();
  const double share = sum / row.denominator.value_or(sum);
  const Run tonnes = worked_run(page, {"assumed_t", sum, "t", figure_text(sum, "t", page.language()), row.standing},
                                {file, key, "value", sum_formula, {}});
  const Run part = worked_run(page, {"assumed_share", share, "1", tenth_percent(share), row.standing},
                              {file, key, "", "(" + sum_formula + ") / denominator of one of them", {}});
  parts.push_back(page.sentence("brief.honesty.assumed", {tonnes, part}));
}

void add_through(Page& page, const Honesty& h, std::vector<Line>& parts) {
  const std::optional<double> share = h.through_share();
  if (!share) return;
  std::map<std::string, std::string> key = page.key_of(page.plan(), *h.through_nox);
  key.erase("basis");
  for (const char* empty : {"ring", "standard", "county"}) key[empty] = "";
  const From from{page.plan().folder + "metrics.csv", key, "value", "basis=" + h.through_nox->basis + " / basis=", {}};
  parts.push_back(page.sentence("brief.honesty.through",
                                {worked_run(page, {"through_nox", *share, "1", tenth_percent(*share), h.through_nox->standing}, from)}));
}

std::string checked_words(const Page& page, const Honesty& h) {
  if (h.checked.tests == 0) return page.word("observed.unchecked");
  return fmt::format(fmt::runtime(page.word("brief.honesty.checked")), h.checked.tests);
}

}  // namespace

Line honesty_line(Page& page) {
  const Side& plan = page.plan();
  const std::string& year = page.focus_year();
  const Honesty h = honesty(page.world(), *plan.ledger, *plan.metrics, year, page.input().observed);
  std::vector<Line> parts;
  for (const auto add : {&add_base_year, &add_empty, &add_no_chain, &add_assumed}) add(page, h, parts);
  if (h.not_carried != nullptr) parts.push_back(page.sentence("brief.honesty.not_carried", {metric_run(page, *h.not_carried)}));
  add_through(page, h, parts);
  Line line{strong(page.word("brief.honesty"))};
  const Line said = joined(parts, page.semicolon());
  line.insert(line.end(), said.begin(), said.end());
  line.push_back(text(fmt::format(fmt::runtime(page.word("brief.honesty.year")), year) + page.semicolon()));
  line.push_back(strong(checked_words(page, h)));
  line.push_back(text(page.language() == Language::zh ? "。" : "."));
  return line;
}

}  // namespace railshift::analysis::report

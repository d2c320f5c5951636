/// 可信程度: a line of figures that say how far to trust the page.
#include <fmt/format.h>

#include "analysis/brief/honesty.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

using document::Figure;
using document::From;
using document::Line;
using document::Run;

Run own_figure(Page& page, const std::string& id, Figure figure) {
  figure.of = page.plan().of;
  return page.figure("honesty:" + id, std::move(figure));
}

std::string whole_percent(double share) { return fmt::format("{:.1f}%", 100.0 * share); }

From ledger_table(const Page& page, const char* formula) { return {page.plan().folder + "run.gpkg", {}, "", formula, {}}; }

Run share_run(Page& page, const std::string& id, const MetricRow& row, double part, double whole, const char* formula) {
  return own_figure(page, id,
                    {part / whole,
                     "1",
                     whole_percent(part / whole),
                     document::Of::one_run,
                     1,
                     row.standing,
                     {page.plan().folder + "metrics.csv", page.key_of(page.plan(), row), "", formula, {}}});
}

Run metric_run(Page& page, const MetricRow& row) { return page.metric(page.plan(), row.metric, row.period, scope_of(row)); }

void add_assumed(Page& page, const Honesty& h, std::vector<Line>& parts) {
  if (h.assumed.empty()) return;
  const MetricRow& row = *h.assumed.back();
  const double sum = h.assumed_t();
  const char* formula = "rows of assumed and derived(assumed) flows added up";
  const From from{
      page.plan().folder + "metrics.csv", {{"metric", row.metric}, {"period", row.period}, {"basis", row.basis}}, "", formula, {}};
  const Run tonnes =
      own_figure(page, "assumed_t", {sum, "t", figure_text(sum, "t", page.language()), document::Of::one_run, 1, row.standing, from});
  const double whole = row.denominator.value_or(sum);
  const Run share =
      own_figure(page, "assumed_share", {sum / whole, "1", whole_percent(sum / whole), document::Of::one_run, 1, row.standing, from});
  parts.push_back(page.sentence("brief.honesty.assumed", {tonnes, share}));
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
  if (h.base_year) {
    const double gap = h.base_year->gap();
    const char* formula = "(tonnes by rail - tonnes at base shares) / tonnes, delivered in the base year";
    parts.push_back(
        page.sentence("brief.honesty.base_year", {own_figure(page, "base_year_gap",
                                                             {gap, "1", difference_text(gap, "1", page.language()), document::Of::one_run,
                                                              1, "derived(assumed)", ledger_table(page, formula)})}));
  }
  if (h.empty_ratio)
    parts.push_back(page.sentence("brief.honesty.empty",
                                  {own_figure(page, "empty_ratio",
                                              {h.empty_ratio, "", fmt::format("{:.2f}", *h.empty_ratio), document::Of::one_run, 1,
                                               "derived(assumed)", ledger_table(page, "empty_km / loaded_km of all pools, whole run")})}));
  if (h.no_chain != nullptr && h.no_chain->denominator.value_or(0.0) > 0.0)
    parts.push_back(page.sentence("brief.honesty.no_chain",
                                  {metric_run(page, *h.no_chain), share_run(page, "no_chain_share", *h.no_chain, h.no_chain->value,
                                                                            *h.no_chain->denominator, "value / denominator")}));
  add_assumed(page, h, parts);
  if (h.not_carried != nullptr) parts.push_back(page.sentence("brief.honesty.not_carried", {metric_run(page, *h.not_carried)}));
  if (h.through_share())
    parts.push_back(page.sentence("brief.honesty.through", {share_run(page, "through_nox", *h.through_nox, h.through_nox->value,
                                                                      h.all_nox->value, "NOx of through trucks / NOx of all sources")}));
  Line line{strong(page.word("brief.honesty"))};
  const Line said = joined(parts, page.semicolon());
  line.insert(line.end(), said.begin(), said.end());
  line.push_back(text(fmt::format(fmt::runtime(page.word("brief.honesty.year")), year)));
  line.push_back(text(page.semicolon()));
  line.push_back(strong(checked_words(page, h)));
  line.push_back(text(page.language() == Language::zh ? "。" : "."));
  return line;
}

}  // namespace railshift::analysis::report

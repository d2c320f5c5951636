#include "analysis/report/page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/judge/caveats.hpp"
#include "analysis/judge/headlines.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {

Page::Page(const ReportInput& input, Language language)
    : input_(&input),
      language_(language),
      names_(names_of(*input.plan.world)),
      years_(reported_years(*input.plan.metrics)),
      years_run_(analysis::years_run(*input.plan.metrics)),
      focus_year_(analysis::focus_year(*input.plan.metrics, input.verdicts)),
      caveats_(caveats_of(*input.plan.world)) {}

std::string Page::year_name(const std::string& year) const { return period_text(year, months_run(years_run_, year), language_); }

std::vector<std::string> Page::year_names() const {
  std::vector<std::string> names;
  for (const std::string& year : years_) names.push_back(year_name(year));
  return names;
}

std::string Page::word(std::string_view key) const { return analysis::word(key, language_); }

std::string Page::name(std::string_view zh, std::string_view en) const {
  const bool take_zh = en.empty() || (language_ == Language::zh && !zh.empty());
  return std::string(take_zh ? zh : en);
}

std::string Page::segment_name(const std::string& id) const { return name_in(names_.segments, id, language_); }
std::string Page::commodity_name(const std::string& id) const { return name_in(names_.commodities, id, language_); }

std::string Page::site_name(Id<Site> id) const {
  const Site& site = world().sites[id];
  const std::string text = name(site.name_zh, site.name_en);
  return text.empty() ? site.id : text;
}

std::optional<double> Page::value(const Side& side, std::string_view metric, std::string_view period, const Scope& scope) const {
  const MetricRow* row = find_row(*side.metrics, metric, period, scope);
  if (row == nullptr) return std::nullopt;
  return row->value;
}

std::string Page::reading(const Scope& scope) const { return analysis::reading(scope, names_, language_); }

std::string Page::metric_reading(std::string_view metric, const Scope& scope) const {
  return analysis::metric_reading(metric, scope, names_, language_);
}

std::string Page::between() const { return language_ == Language::zh ? "；" : "; "; }

std::string Page::cites(const std::vector<MetricKind>& metrics) const {
  std::string out;
  std::string last_clause;
  for (const Verdict& v : input_->verdicts) {
    const bool about = std::any_of(metrics.begin(), metrics.end(), [&](MetricKind m) { return m == v.metric; });
    if (!about || v.clause == last_clause) continue;
    last_clause = v.clause;
    if (!out.empty()) out += between();
    out += fmt::format("<b>{}</b> {}", escape(v.clause), quoted(v.quote));
  }
  if (out.empty()) return escape(word("no_clause"));
  return fmt::format("{}: {}", escape(word("cites")), out);
}

std::string Page::figure_block(const std::string& svg, const std::string& caption, const std::vector<MetricKind>& metrics) const {
  return fmt::format("<figure>{}<figcaption><b>{}</b><br>{}</figcaption></figure>\n", svg, escape(caption), cites(metrics));
}

std::string Page::basis_reasons(const Verdict& verdict) const {
  std::string out;
  for (const BasisReason& reason : verdict.reasons) {
    out += (out.empty() ? "" : between()) + escape(sentence(reason, language_));
    if (const auto* alone = std::get_if<WithoutAlone>(&reason)) out += ": " + figure(alone->value, verdict.unit, language_);
  }
  return out;
}

}  // namespace railshift::analysis::report

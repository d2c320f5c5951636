#include "analysis/report/page.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kFullYear = 12.0;

/// Who, what kind, of what, seen from where - the order in which a planner says it; a field that is not named here comes last.
std::vector<std::string> in_spoken_order(const Scope& scope) {
  constexpr std::array<std::string_view, 14> kOrder{"firm",       "segment", "commodity",      "county",           "haul_class", "standard",
                                                    "powertrain", "basis",   "numerator_kind", "denominator_kind", "direction",  "ring",
                                                    "period",     "unit"};
  std::vector<std::string> fields;
  for (const auto& [field, value] : scope) fields.push_back(field);
  const auto place = [&](const std::string& field) { return std::find(kOrder.begin(), kOrder.end(), field) - kOrder.begin(); };
  std::stable_sort(fields.begin(), fields.end(), [&](const std::string& a, const std::string& b) { return place(a) < place(b); });
  return fields;
}

}  // namespace

Page::Page(const ReportInput& input, Language language) : input_(&input), language_(language) {
  for (const MetricRow& row : *input.plan.metrics) {
    if (row.metric != "reported_months") continue;
    years_.push_back(row.period);
    if (row.value == kFullYear || focus_year_.empty()) focus_year_ = row.period;
  }
  std::string latest_due;
  for (const Verdict& v : input.verdicts) {
    const std::string due = due_year(v);
    if (std::find(years_.begin(), years_.end(), due) != years_.end()) latest_due = std::max(latest_due, due);
  }
  if (!latest_due.empty()) focus_year_ = latest_due;
}

std::string Page::word(std::string_view key) const { return analysis::word(key, language_); }

std::string Page::name(std::string_view zh, std::string_view en) const {
  const bool take_zh = en.empty() || (language_ == Language::zh && !zh.empty());
  return std::string(take_zh ? zh : en);
}

std::string Page::segment_name(const std::string& id) const {
  const auto found = world().segments.find(id);
  return found ? name(world().segments[*found].name_zh, world().segments[*found].name_en) : id;
}

std::string Page::commodity_name(const std::string& id) const {
  const auto found = world().commodities.find(id);
  return found ? name(world().commodities[*found].name_zh, world().commodities[*found].name_en) : id;
}

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

std::string Page::reading(const Scope& scope) const {
  std::string text;
  for (const std::string& field : in_spoken_order(scope)) {
    if (!text.empty()) text += field == "denominator_kind" ? " " : " · ";
    text += reading_piece(field, scope.at(field));
  }
  return text;
}

std::string Page::reading_piece(const std::string& field, const std::string& value) const {
  if (field == "firm") {
    const auto firm = world().firms.find(value);
    if (value == kListedFirms) return word("aggregate");
    return firm ? name(world().firms[*firm].name_zh, world().firms[*firm].name_en) : value;
  }
  if (field == "segment") return segment_name(value);
  if (field == "commodity") return commodity_name(value);
  if (field == "ring") return word("ring" + value);
  if (field == "denominator_kind") return "÷ (" + word(value) + ")";
  return value.starts_with("<=") ? "≤" + word(value.substr(2)) : word(value);
}

std::string Page::cites(const std::vector<MetricKind>& metrics) const {
  std::string out;
  std::string last_clause;
  for (const Verdict& v : input_->verdicts) {
    const bool about = std::any_of(metrics.begin(), metrics.end(), [&](MetricKind m) { return m == v.metric; });
    if (!about || v.clause == last_clause) continue;
    last_clause = v.clause;
    if (!out.empty()) out += "; ";
    out += fmt::format("<b>{}</b> “{}”", escape(v.clause), escape(v.quote));
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
    out += (out.empty() ? "" : "; ") + escape(sentence(reason, language_));
    if (const auto* alone = std::get_if<WithoutAlone>(&reason)) out += ": " + figure(alone->value, verdict.unit, language_);
  }
  return out;
}

std::string due_year(const Verdict& verdict) { return to_text(year_period(month_of(verdict.due))); }

}  // namespace railshift::analysis::report

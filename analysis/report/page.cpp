#include "analysis/report/page.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/words.hpp"
#include "analysis/tonnes.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kFullYear = 12.0;

}  // namespace

Page::Page(const ReportInput& input, Language language) : input_(&input), language_(language) {
  for (const MetricRow& row : *input.plan.metrics) {
    if (row.metric != "reported_months") continue;
    years_.push_back(row.period);
    if (row.value == kFullYear || focus_year_.empty()) focus_year_ = row.period;
  }
  std::string latest_due;
  for (const Verdict& v : input.verdicts) {
    const std::string due = v.due.substr(0, 4);
    if (std::find(years_.begin(), years_.end(), due) != years_.end()) latest_due = std::max(latest_due, due);
  }
  if (!latest_due.empty()) focus_year_ = latest_due;
}

std::string Page::word(std::string_view key) const { return std::string(report::word(key, language_)); }

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
  // who, what kind, of what, seen from where - the order in which a planner says it
  constexpr std::array<const char*, 14> kOrder{"firm",       "segment", "commodity",      "county",           "haul_class", "standard",
                                               "powertrain", "basis",   "numerator_kind", "denominator_kind", "direction",  "ring",
                                               "period",     "unit"};
  std::string text;
  for (const char* field : kOrder) {
    const auto found = scope.find(field);
    if (found == scope.end()) continue;
    const std::string piece = reading_piece(found->first, found->second);
    if (!text.empty()) text += found->first == "denominator_kind" ? " " : " · ";
    text += piece;
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
    const bool about = std::any_of(metrics.begin(), metrics.end(), [&](MetricKind m) { return to_text(m) == v.metric; });
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

std::string Page::basis_reason(const Verdict& verdict) const {
  std::string out;
  std::size_t at = 0;
  const std::string& text = verdict.basis_reason;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find("; ", at), text.size());
    if (!out.empty()) out += "; ";
    out += basis_piece(text.substr(at, end - at), verdict.unit);
    at = end + 2;
  }
  return out;
}

std::string Page::basis_piece(const std::string& piece, const std::string& unit) const {
  constexpr std::string_view kWithout = "without ", kAlone = " alone";
  const std::size_t colon = std::min(piece.find(':'), piece.size());
  const std::string key = piece.substr(0, colon);
  if (key.starts_with(kWithout) && key.ends_with(kAlone)) {
    const std::string measure = key.substr(kWithout.size(), key.size() - kWithout.size() - kAlone.size());
    const auto value = parse_decimal(std::string_view(piece).substr(std::min(colon + 2, piece.size())));
    return escape(word("without_alone") + " " + measure) + (value ? ": " + figure(value, unit, language_) : escape(piece.substr(colon)));
  }
  std::string said = word(key);
  if (key == "ordered_by") said += piece.substr(colon);
  if (said == key && colon < piece.size()) said = piece;  // no word for it: as it stands
  return escape(said);
}

}  // namespace railshift::analysis::report

#include "analysis/report/page.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "analysis/judge/caveats.hpp"
#include "analysis/judge/headlines.hpp"
#include "analysis/judge/measure_name.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {

Page::Page(const ReportInput& input, Language language, document::Document& document)
    : input_(&input),
      language_(language),
      document_(&document),
      names_(names_of(*input.plan.world)),
      years_(reported_years(*input.plan.metrics)),
      years_run_(analysis::years_run(*input.plan.metrics)),
      focus_year_(analysis::focus_year(*input.plan.metrics, input.verdicts)),
      caveats_(caveats_of(*input.plan.world)),
      plan_rows_(by_metric_and_period(*input.plan.metrics)) {
  if (baseline() != nullptr) baseline_rows_ = by_metric_and_period(*input.baseline.metrics);
  name_targets();
  name_pools();
  for (const Measure& measure : world().measures) measure_names_[measure.id] = analysis::measure_name(world(), measure).in(language_);
}

std::vector<NamedSide> Page::sides() const {
  std::vector<NamedSide> sides{{&input_->plan, "plan"}};
  if (baseline() != nullptr) sides.push_back({baseline(), "baseline"});
  return sides;
}

std::string Page::word(std::string_view key) const { return analysis::word(key, language_); }

document::Line Page::sentence(std::string_view key, const std::vector<document::Run>& runs) const { return filled(word(key), runs); }

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

std::string Page::target_name(const std::string& id) const {
  const auto found = target_names_.find(id);
  return found == target_names_.end() ? id : found->second;
}

std::string Page::clause_name(const std::string& id) const {
  const auto clause = world().clauses.find(id);
  return clause ? clause_number(world().clauses[*clause]) : id;
}

std::string Page::measure_name(const std::string& id) const {
  const auto found = measure_names_.find(id);
  return found == measure_names_.end() ? id : found->second;
}

std::string Page::pool_name(const std::string& id) const {
  const auto found = pool_names_.find(id);
  return found == pool_names_.end() ? id : found->second;
}

std::string Page::flow_name(Id<Flow> id) const {
  const Flow& flow = world().flows[id];
  return fmt::format(fmt::runtime(word("flow.route")), commodity_name(world().commodities[flow.commodity].id), site_name(flow.origin),
                     site_name(flow.destination));
}

std::string Page::with_names(std::string_view sentence) const {
  const auto inside = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; };
  const World& w = world();
  const auto named = [&](const std::string& id) -> std::string {
    if (const auto flow = w.flows.find(id)) return flow_name(*flow);
    if (const auto site = w.sites.find(id)) return site_name(*site);
    if (const auto siding = w.sidings.find(id); siding && !w.sidings[*siding].name_zh.empty()) return w.sidings[*siding].name_zh;
    if (w.firms.find(id)) return name_in(names_.firms, id, language_);
    if (const auto pool = pool_names_.find(id); pool != pool_names_.end()) return pool->second;
    return measure_name(id);
  };
  std::string out;
  for (std::size_t at = 0; at < sentence.size();) {
    std::size_t end = at;
    while (end < sentence.size() && inside(sentence[end])) ++end;
    if (end > at) out += named(std::string(sentence.substr(at, end - at)));
    if (end < sentence.size()) out += sentence[end++];
    at = end;
  }
  return out;
}

std::string Page::reading(const Scope& scope) const { return analysis::reading(scope, names_, language_); }

std::string Page::metric_reading(std::string_view metric, const Scope& scope) const {
  return analysis::metric_reading(metric, scope, names_, language_);
}

std::string Page::comma() const { return language_ == Language::zh ? "、" : ", "; }
std::string Page::semicolon() const { return language_ == Language::zh ? "；" : "; "; }

std::string Page::year_name(const std::string& year) const { return period_text(year, months_run(years_run_, year), language_); }

std::vector<std::string> Page::year_names() const {
  std::vector<std::string> names;
  for (const std::string& year : years_) names.push_back(year_name(year));
  return names;
}

std::string Page::one_run_note() const {
  return fmt::format(fmt::runtime(word("note.one_run")), input_->seed.value_or(world().settings.seed));
}

std::string Page::mean_note() const {
  int most = 0;
  for (const Verdict& v : input_->verdicts) most = std::max(most, v.n);
  return most > 1 ? fmt::format(fmt::runtime(word("note.mean")), most) : one_run_note();
}

std::string Page::input_file(std::string_view name) const {
  const auto found = std::find_if(input_->inputs.begin(), input_->inputs.end(),
                                  [&](const std::string& path) { return path == name || path.ends_with("/" + std::string(name)); });
  return "inputs/" + (found == input_->inputs.end() ? "tables/" + std::string(name) : *found);
}

void Page::name_pools() {
  std::map<std::string, int> times, seen;
  const auto called = [&](const Pool& pool) {
    const TruckClass& trucks = world().truck_classes[pool.truck_class];
    const std::string own = name(trucks.name_zh, trucks.name_en);
    return own.empty() ? pool.id : own;
  };
  for (const Pool& pool : world().pools) ++times[called(pool)];
  for (const Pool& pool : world().pools) {
    const std::string own = called(pool);
    pool_names_[pool.id] = times[own] > 1 ? fmt::format(fmt::runtime(word("pool.numbered")), own, ++seen[own]) : own;
  }
}

/// What a main target is called, with more of its scope where two would have the same name.
void Page::name_targets() {
  const auto short_name = [&](const Verdict& v) {
    return fmt::format(fmt::runtime(word("target.name")), analysis::word(v.metric, language_), clause_name(v.clause), due_year(v));
  };
  const auto long_name = [&](const Verdict& v) {
    return fmt::format(fmt::runtime(word("target.name")), metric_reading(to_text(v.metric), v.scope), clause_name(v.clause),
                       to_string(v.due));
  };
  std::map<std::string, int> short_names, long_names;
  for (const Verdict& v : input_->verdicts) {
    if (!v.reading_of.empty()) continue;
    ++short_names[short_name(v)];
    ++long_names[long_name(v)];
  }
  for (const Verdict& v : input_->verdicts) {
    if (!v.reading_of.empty()) continue;
    std::string called = short_name(v);
    if (short_names[called] > 1) called = long_name(v);
    if (long_names[called] > 1) called += " (" + v.target + ")";
    target_names_[v.target] = std::move(called);
  }
  for (const Verdict& v : input_->verdicts) {
    if (!v.reading_of.empty())
      target_names_[v.target] = fmt::format(fmt::runtime(word("target.reading")), target_name(v.reading_of), v.reading.in(language_));
  }
}

}  // namespace railshift::analysis::report

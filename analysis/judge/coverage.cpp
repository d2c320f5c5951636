#include "analysis/judge/coverage.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/judge/basis_reason.hpp"
#include "analysis/metrics/csv_text.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis {
namespace {

void add_measure(ClauseCover& cover, const Measure& measure) {
  if (std::find(cover.measures.begin(), cover.measures.end(), measure.id) != cover.measures.end()) return;
  cover.measures.push_back(measure.id);
  for (const policy::EffectKind effect : policy::kind_of(measure).effects) {
    if (std::find(cover.effects.begin(), cover.effects.end(), effect) == cover.effects.end()) cover.effects.push_back(effect);
  }
}

std::string list_of(const std::vector<std::string>& ids) { return fmt::format("{}", fmt::join(ids, ";")); }

/// A column of what a result says of the targets of a clause.
struct SaidColumn {
  const char* name;
  std::string (*text)(const TargetSaid&);
};

std::string said_number(const std::optional<double>& value) { return value ? number_text(*value) : std::string{}; }

constexpr std::array<SaidColumn, 9> kSaidColumns{{
    {"outcomes", [](const TargetSaid& t) { return t.outcome; }},
    {"statuses", [](const TargetSaid& t) { return t.status; }},
    {"values", [](const TargetSaid& t) { return said_number(t.value); }},
    {"operators", [](const TargetSaid& t) { return t.op; }},
    {"thresholds", [](const TargetSaid& t) { return said_number(t.threshold); }},
    {"units", [](const TargetSaid& t) { return t.unit; }},
    {"ceilings", [](const TargetSaid& t) { return said_number(t.ceiling); }},
    {"ceilings_capacity", [](const TargetSaid& t) { return said_number(t.ceiling_capacity); }},
    {"estimates", [](const TargetSaid& t) { return std::string(t.estimate ? to_text(PlainReason::estimate) : ""); }},
}};

std::string said_list(const ClauseCover& cover, const SaidOfTargets& said, const SaidColumn& column) {
  if (said.empty()) return {};
  std::vector<std::string> texts;
  for (const std::string& target : cover.targets) {
    const auto of = said.find(target);
    texts.push_back(of == said.end() ? std::string{} : column.text(of->second));
  }
  return list_of(texts);
}

}  // namespace

std::vector<ClauseCover> coverage_of(const World& world) {
  std::vector<ClauseCover> covers;
  for (const Clause& clause : world.clauses) covers.push_back({clause, {}, {}, {}, {}});
  for (const Measure& measure : world.measures) {
    if (measure.clause) add_measure(covers[measure.clause->index], measure);
  }
  for (ClauseCover& cover : covers) {
    for (const Carrier& carrier : carriers_of(cover.clause.carried_by)) {
      if (carrier.table != "measure")
        cover.rows.push_back(carrier.table + ":" + carrier.id);
      else if (const auto id = world.measures.find(carrier.id))
        add_measure(cover, world.measures[*id]);
    }
  }
  for (const Target& target : world.targets) covers[target.clause.index].targets.push_back(target.id);
  return covers;
}

std::map<std::optional<ClauseStatus>, int> count_by_status(const std::vector<ClauseCover>& covers) {
  std::map<std::optional<ClauseStatus>, int> counts;
  for (const ClauseCover& cover : covers) ++counts[cover.clause.status];
  return counts;
}

std::string to_csv(const std::vector<ClauseCover>& covers, const SaidOfTargets& said) {
  CsvText csv;
  for (const char* column :
       {"clause", "item", "force", "status", "quote", "status_reason", "offices", "measures", "effects", "carried_by", "targets"})
    csv.field(column);
  for (const SaidColumn& column : kSaidColumns) csv.field(column.name);
  csv.end_row();
  for (const ClauseCover& cover : covers) {
    const Clause& clause = cover.clause;
    std::vector<std::string> effects;
    for (const policy::EffectKind effect : cover.effects) effects.emplace_back(to_text(effect));
    csv.field(clause.id)
        .field(clause.item)
        .field(to_text(clause.force))
        .field(clause.status ? to_text(*clause.status) : std::string_view{});
    csv.field(clause.quote).field(clause.status_reason).field(clause.offices).field(list_of(cover.measures)).field(list_of(effects));
    csv.field(list_of(cover.rows)).field(list_of(cover.targets));
    for (const SaidColumn& column : kSaidColumns) csv.field(said_list(cover, said, column));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis

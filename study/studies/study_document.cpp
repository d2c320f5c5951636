#include "study/studies/study_document.hpp"

#include <fmt/format.h>

#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "study/version.hpp"

namespace railshift::study {
namespace {

namespace report = analysis::report;
namespace document = analysis::document;
using document::Run;

std::string name_of(const StudyCase& plan, Language language) {
  const Words name{plan.name_zh.empty() ? plan.name_en : plan.name_zh, plan.name_en.empty() ? plan.name_zh : plan.name_en};
  return name.in(language).empty() ? plan.id : name.in(language);
}

/// What a page of one case asks: its chances, and nothing of a run.
report::ReportInput input_of(const CaseResult& one, const World& world) {
  static const ledger::Ledger kNoLedger;
  static const analysis::MetricTable kNoMetrics;
  report::ReportInput input;
  input.plan = {&world, &kNoLedger, &kNoMetrics, "", document::Of::members};
  const MemberAnswer& answer = one.answer;
  input.chances = analysis::ChancesSaid{answer.design.members, answer.design.full,    answer.names,   answer.chances,
                                        answer.deciding,       answer.without.size(), answer.observed};
  for (const analysis::TargetChance& chance : answer.chances) input.verdicts.push_back(chance.asked);
  input.study_case = one.plan.id;
  return input;
}

/// A column of effects.csv.
Run effect(report::Page& page, const CaseResult& one, const analysis::TargetEffect& of, const char* column,
           const std::optional<double>& value) {
  return page.figure(fmt::format("effect:{}:{}:{}", one.plan.id, of.target, column),
                     {value,
                      of.unit,
                      analysis::difference_text(value, of.unit, page.language()),
                      document::Of::members,
                      static_cast<std::uint32_t>(of.members),
                      "",
                      {"effects.csv", {{"case", one.plan.id}, {"against", one.plan.against}, {"target", of.target}}, column, "", {}}});
}

report::Blocks effects_of(report::Page& page, const StudyResult& result, const CaseResult& one, std::size_t number) {
  if (one.effects.empty()) return {};
  std::string against = one.plan.against;
  for (const CaseResult& other : result.cases) {
    if (other.plan.id == one.plan.against) against = name_of(other.plan, page.language());
  }
  report::TableRows table(fmt::format("effects_{}", number), fmt::format(fmt::runtime(page.word("study.effects")), against),
                          {report::words(page.word("target"), 2.6), report::numbers(page.word("study.mean")),
                           report::numbers(page.word("study.full")), report::numbers(page.word("study.band"), 1.4)});
  for (const analysis::TargetEffect& of : one.effects) {
    report::Cell band("—");
    if (of.band)
      band = document::Line{effect(page, one, of, "p05", of.band->p05), report::text(" … "), effect(page, one, of, "p95", of.band->p95)};
    table.row({page.target_name(of.target), effect(page, one, of, "mean", of.mean ? std::optional(of.mean->value) : std::nullopt),
               effect(page, one, of, "full_mean", of.full_alone ? std::optional(of.full_alone->value) : std::nullopt), band});
  }
  return {table.take(fmt::format(fmt::runtime(page.word("chance.file")), "effects.csv"))};
}

document::Document study_document(const StudyResult& result, const std::vector<const World*>& worlds, Language language) {
  document::Document all;
  all.language = language;
  std::size_t number = 0;
  for (const CaseResult& one : result.cases) {
    const report::ReportInput input = input_of(one, *worlds.at(number++));
    report::Page page(input, language, all);
    if (number == 1) {
      all.title = page.name(result.file.title_zh, result.file.title_en);
      if (all.title.empty()) all.title = result.file.id;
      all.subtitle = page.word("study.subtitle");
      all.facts = {{page.word("study.cases"), std::to_string(result.cases.size())},
                   {page.word("fact.version"), std::string("railshift ") + kVersion}};
    }
    report::Blocks blocks = report::chances(page);
    for (document::Block& block : effects_of(page, result, one, number)) blocks.push_back(std::move(block));
    for (document::Block& block : blocks) {
      // tables of a document have ids of their own
      if (auto* table = std::get_if<document::Table>(&block); table != nullptr && !table->id.starts_with("effects_"))
        table->id += fmt::format("_{}", number);
    }
    all.sections.push_back({fmt::format("case_{}", number), name_of(one.plan, language), {document::Template::full}, std::move(blocks)});
  }
  return all;
}

}  // namespace

analysis::document::Documents study_documents(const StudyResult& result, const std::vector<const World*>& worlds) {
  return {study_document(result, worlds, Language::zh), study_document(result, worlds, Language::en)};
}

}  // namespace railshift::study

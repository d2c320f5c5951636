#include "study/studies/study_csv.hpp"

#include <algorithm>

#include "analysis/metrics/csv_text.hpp"

namespace railshift::study {
namespace {

using analysis::statistics::Estimate;

void add_estimate(const std::optional<Estimate>& estimate, analysis::CsvText& csv) {
  csv.field(estimate ? std::optional(estimate->value) : std::nullopt).field(estimate ? estimate->error : std::nullopt);
}

}  // namespace

std::string targets_csv(const StudyResult& result) {
  analysis::CsvText csv;
  csv.field("case");
  for (const analysis::ChanceColumn& column : analysis::chance_columns()) csv.field(column.name);
  csv.end_row();
  for (const CaseResult& one : result.cases) {
    for (const analysis::TargetChance& chance : one.answer.chances) {
      csv.field(one.plan.id);
      for (const analysis::ChanceColumn& column : analysis::chance_columns()) csv.field(column.text(chance));
      csv.end_row();
    }
  }
  return csv.take();
}

std::string effects_csv(const StudyResult& result) {
  analysis::CsvText csv;
  for (const char* column :
       {"case", "against", "target", "unit", "members", "pairs", "mean", "mean_error", "full_mean", "full_error", "p05", "p50", "p95"})
    csv.field(column);
  csv.end_row();
  for (const CaseResult& one : result.cases) {
    for (const analysis::TargetEffect& effect : one.effects) {
      csv.field(one.plan.id).field(one.plan.against).field(effect.target).field(effect.unit);
      csv.field(std::to_string(effect.members)).field(std::to_string(effect.pairs));
      add_estimate(effect.mean, csv);
      add_estimate(effect.full_alone, csv);
      const auto& band = effect.band;
      for (double analysis::statistics::Band::*quantile :
           {&analysis::statistics::Band::p05, &analysis::statistics::Band::p50, &analysis::statistics::Band::p95})
        csv.field(band ? std::optional((*band).*quantile) : std::nullopt);
      csv.end_row();
    }
  }
  return csv.take();
}

std::string members_csv(const StudyResult& result) {
  analysis::CsvText csv;
  for (const char* column : {"case", "member", "target", "unit", "estimate", "full", "corrected", "ruled_out_by"}) csv.field(column);
  csv.end_row();
  for (const CaseResult& one : result.cases) {
    for (const analysis::TargetChance& chance : one.answer.chances) {
      for (std::size_t i = 0; i < chance.estimates.size(); ++i) {
        const auto full = chance.full.find(i);
        csv.field(one.plan.id).field(std::to_string(i + 1)).field(chance.asked.target).field(chance.asked.unit).field(chance.estimates[i]);
        csv.field(full == chance.full.end() ? std::nullopt : full->second).field(chance.values[i]);
        const auto out = one.answer.ruled_out.find(i);
        csv.field(out == one.answer.ruled_out.end() ? std::string{} : out->second.observed);
        csv.end_row();
      }
    }
  }
  return csv.take();
}

std::string deciding_csv(const StudyResult& result) {
  analysis::CsvText csv;
  csv.field("case");
  for (const std::string_view column : analysis::deciding_columns()) csv.field(column);
  csv.end_row();
  for (const CaseResult& one : result.cases) {
    for (const analysis::Deciding& target : one.answer.deciding) {
      for (const auto& row : analysis::deciding_rows(target)) {
        csv.field(one.plan.id);
        for (const std::string& cell : row) csv.field(cell);
        csv.end_row();
      }
    }
  }
  return csv.take();
}

std::string screening_csv(const StudyResult& result) {
  analysis::CsvText csv;
  for (const char* column : {"case", "target", "unit", "trajectories", "group", "mean", "mean_size", "sigma", "passed"}) csv.field(column);
  csv.end_row();
  for (const CaseResult& one : result.cases) {
    for (const TargetScreening& target : one.answer.screening) {
      for (std::size_t group = 0; group < target.effects.size(); ++group) {
        const analysis::statistics::ElementaryEffects& effects = target.effects[group];
        const bool passed = std::find(target.passed.begin(), target.passed.end(), group) != target.passed.end();
        csv.field(one.plan.id).field(target.target).field(target.unit).field(std::to_string(target.trajectories));
        csv.field(one.answer.groups[group]).field(effects.mean).field(effects.mean_size).field(effects.sigma);
        csv.field(passed ? "yes" : "no");
        csv.end_row();
      }
    }
  }
  return csv.take();
}

}  // namespace railshift::study

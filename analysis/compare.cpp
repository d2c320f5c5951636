#include "analysis/compare.hpp"

#include <map>
#include <utility>

#include "analysis/csv_text.hpp"

namespace railshift::analysis {
namespace {

/// The fields by which two figures are the same figure, in the order of the output's columns.
struct ScopeField {
  std::string_view name;
  std::string MetricRow::*member;
};
constexpr ScopeField kScopeFields[] = {{"metric", &MetricRow::metric},
                                       {"firm", &MetricRow::firm},
                                       {"county", &MetricRow::county},
                                       {"commodity", &MetricRow::commodity},
                                       {"haul_class", &MetricRow::haul_class},
                                       {"numerator_kind", &MetricRow::numerator_kind},
                                       {"basis", &MetricRow::basis},
                                       {"denominator_kind", &MetricRow::denominator_kind},
                                       {"direction", &MetricRow::direction},
                                       {"segment", &MetricRow::segment},
                                       {"standard", &MetricRow::standard},
                                       {"powertrain", &MetricRow::powertrain},
                                       {"ring", &MetricRow::ring},
                                       {"period", &MetricRow::period},
                                       {"unit", &MetricRow::unit}};

using Key = std::pair<std::vector<std::string>, int>;

Key key_of(const MetricRow& row) {
  Key key{{}, row.replication};
  for (const ScopeField& field : kScopeFields) key.first.push_back(row.*field.member);
  return key;
}

/// 2024, not 2024-03.
bool yearly(const MetricRow& row) { return row.period.size() == 4; }

/// What the two runs share: neither's label, neither's figures.
MetricRow shared(const MetricRow& row) {
  MetricRow key = row;
  key.scenario.clear();
  key.layer.clear();
  key.variant.clear();
  key.value = 0.0;
  key.numerator.reset();
  key.denominator.reset();
  key.standing.clear();
  return key;
}

void complete(ComparisonRow& row) {
  if (!row.first || !row.second) return;
  row.difference = *row.second - *row.first;
  if (*row.first != 0.0) row.percent = 100.0 * *row.difference / *row.first;
}

}  // namespace

std::vector<ComparisonRow> compare(const MetricTable& first, const MetricTable& second) {
  std::map<Key, ComparisonRow> rows;
  const auto place = [&](const MetricTable& table, std::optional<double> ComparisonRow::*value) {
    for (const MetricRow& row : table) {
      if (!yearly(row)) continue;
      ComparisonRow& compared = rows.try_emplace(key_of(row), ComparisonRow{shared(row), {}, {}, {}, {}}).first->second;
      compared.*value = row.value;
    }
  };
  place(first, &ComparisonRow::first);
  place(second, &ComparisonRow::second);
  std::vector<ComparisonRow> result;
  for (auto& [key, row] : rows) {
    complete(row);
    result.push_back(std::move(row));
  }
  return result;
}

std::string to_csv(const std::vector<ComparisonRow>& rows, const std::string& first_name, const std::string& second_name) {
  CsvText csv;
  for (const ScopeField& field : kScopeFields) csv.field(field.name);
  csv.field(first_name).field(second_name).field("difference").field("percent").end_row();
  for (const ComparisonRow& row : rows) {
    for (const ScopeField& field : kScopeFields) csv.field(row.key.*field.member);
    csv.field(row.first).field(row.second).field(row.difference).field(row.percent).end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis

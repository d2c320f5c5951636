#include <filesystem>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "study/results/text_file.hpp"
#include "study/studies/study_tables.hpp"
#include "study/tables/parquet.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

using analysis::number_text;

/// "rail_tonnes" -> "Rail Tonnes"
std::string title_of(const std::string& id) {
  std::string title;
  bool begins = true;
  for (const char c : id) {
    const bool small = c >= 'a' && c <= 'z';
    title += c == '_' ? ' ' : begins && small ? static_cast<char>(c - 'a' + 'A') : c;
    begins = c == '_';
  }
  return title;
}

/// A star would be a wildcard to readers of this form: sets of firms or trucks (*heavy) are written without it.
std::string without_star(std::string value) {
  std::erase(value, '*');
  return value;
}

/// Rows of one case.
class Long {
 public:
  Long(const CaseResult& one, DataTable& table) : one_(one), table_(table) {}

  void add(const std::string& variable, const std::string& unit, const std::string& year, double value) {
    table_.rows.push_back({"railshift", one_.plan.id, one_.scenario, variable, unit, year, number_text(value)});
  }

  void add_target(const analysis::TargetChance& chance) {
    const std::string name = "Target|" + chance.asked.target, unit = chance.asked.unit, year = std::to_string(year_of(chance.asked.due));
    add(name + "|Asked", unit, year, chance.asked.threshold);
    if (chance.chance) add(name + "|Chance", "1", year, chance.chance->value);
    if (chance.range) {
      add(name + "|Chance Low", "1", year, chance.range->low);
      add(name + "|Chance High", "1", year, chance.range->high);
    }
    if (chance.second && chance.second->chance) add(name + "|Second Law|Chance", "1", year, chance.second->chance->value);
    if (chance.second && chance.second->range) {
      add(name + "|Second Law|Chance Low", "1", year, chance.second->range->low);
      add(name + "|Second Law|Chance High", "1", year, chance.second->range->high);
    }
    if (!chance.band) return;
    add(name + "|P05", unit, year, chance.band->p05);
    add(name + "|P50", unit, year, chance.band->p50);
    add(name + "|P95", unit, year, chance.band->p95);
  }

  void add_year(const analysis::YearBand& year) {
    std::string name = title_of(year.key.metric);
    for (const analysis::TextColumn& scope : analysis::scope_columns()) {
      const std::string& value = year.key.*scope.member;
      if (!value.empty()) name += "|" + title_of(std::string(scope.name)) + " " + without_star(value);
    }
    add(name + "|Estimate P05", year.key.unit, year.key.period, year.band.p05);
    add(name + "|Estimate P50", year.key.unit, year.key.period, year.band.p50);
    add(name + "|Estimate P95", year.key.unit, year.key.period, year.band.p95);
    if (year.full_mean) add(name + "|Full Mean", year.key.unit, year.key.period, *year.full_mean);
  }

 private:
  const CaseResult& one_;
  DataTable& table_;
};

}  // namespace

DataTable iamc_table(const StudyResult& result) {
  const auto text = [](const char* name, Words meaning) { return DataColumn{name, DataKind::text, EmptyCell::never, std::move(meaning)}; };
  DataTable table{"iamc",
                  {"IAMC 长表", "IAMC long form"},
                  {text("model", {"railshift", "railshift"}),
                   text("scenario", {"方案代码", "id of the case"}),
                   text("region", {"情景代码", "id of the scenario folder"}),
                   text("variable", {"变量名，以 | 分层", "name, its levels divided by |"}),
                   text("unit", {"单位，1 为比例", "1 for a share"}),
                   {"year", DataKind::integer, EmptyCell::never, {"年份；目标为到期年", "year; of a target that in which it is due"}},
                   {"value", DataKind::number, EmptyCell::never, {"数值", "value"}}},
                  {}};
  for (const CaseResult& one : result.cases) {
    Long rows(one, table);
    for (const analysis::TargetChance& chance : one.answer.chances) rows.add_target(chance);
    for (const analysis::YearBand& year : one.answer.years) rows.add_year(year);
  }
  return table;
}

void write_study_files(const StudyResult& result, const fs::path& root) {
  const std::vector<DataTable> tables = study_tables(result);
  fs::create_directories(root / "parquet");
  for (const DataTable& table : tables) {
    write_text(root / (table.name + ".csv"), to_csv(table));
    write_text(root / "parquet" / (table.name + ".parquet"), parquet(table));
  }
  write_table_file(root / "study.gpkg", tables, target_places(result), result.end);
  write_text(root / "datapackage.json", datapackage_json(result.file.id, {result.file.title_zh, result.file.title_en}, tables));
}

}  // namespace railshift::study

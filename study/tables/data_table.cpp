#include "study/tables/data_table.hpp"

#include <nlohmann/json.hpp>

#include "analysis/metrics/csv_text.hpp"

namespace railshift::study {
namespace {

using nlohmann::ordered_json;

const char* type_of(DataKind kind) {
  switch (kind) {
    case DataKind::text:
      return "string";
    case DataKind::integer:
      return "integer";
    case DataKind::number:
      return "number";
  }
  return "";
}

const char* word_of(EmptyCell empty) {
  switch (empty) {
    case EmptyCell::never:
      return "never";
    case EmptyCell::all:
      return "all";
    case EmptyCell::nothing:
      return "nothing";
  }
  return "";
}

Words sentence_of(EmptyCell empty) {
  switch (empty) {
    case EmptyCell::never:
      return {};
    case EmptyCell::all:
      return {"；空格表示全部", "; an empty cell means all"};
    case EmptyCell::nothing:
      return {"；空格表示没有", "; an empty cell means that there is none"};
  }
  return {};
}

ordered_json field_json(const DataColumn& column) {
  const Words empty = sentence_of(column.empty);
  ordered_json field{{"name", column.name},
                     {"type", type_of(column.kind)},
                     {"description", column.meaning.en + empty.en},
                     {"description_zh", column.meaning.zh + empty.zh},
                     {"emptyCell", word_of(column.empty)}};
  if (column.empty == EmptyCell::never) field["constraints"] = {{"required", true}};
  return field;
}

ordered_json resource_json(const DataTable& table) {
  ordered_json fields = ordered_json::array();
  for (const DataColumn& column : table.columns) fields.push_back(field_json(column));
  return {{"name", table.name},      {"path", table.name + ".csv"}, {"profile", "tabular-data-resource"},
          {"title", table.title.en}, {"title_zh", table.title.zh},  {"format", "csv"},
          {"mediatype", "text/csv"}, {"encoding", "utf-8"},         {"schema", {{"fields", fields}, {"missingValues", {""}}}}};
}

}  // namespace

std::string to_csv(const DataTable& table) {
  analysis::CsvText csv;
  for (const DataColumn& column : table.columns) csv.field(column.name);
  csv.end_row();
  for (const auto& row : table.rows) {
    for (const std::string& cell : row) csv.field(cell);
    csv.end_row();
  }
  return csv.take();
}

std::string datapackage_json(const std::string& name, const Words& title, const std::vector<DataTable>& tables) {
  ordered_json resources = ordered_json::array();
  for (const DataTable& table : tables) resources.push_back(resource_json(table));
  const ordered_json json{
      {"profile", "tabular-data-package"},
      {"name", name},
      {"title", title.en},
      {"title_zh", title.zh},
      {"description",
       "An empty cell of a field with emptyCell \"all\" means all (all firms, all goods, ...), not a missing value; readers that turn it "
       "into one (pandas: read_csv(..., keep_default_na=False) for text) drop these rows when they group. Files begin with a byte order "
       "mark (utf-8-sig)."},
      {"description_zh",
       "emptyCell 为 all 的字段，空格表示“全部”，不是缺值；用 pandas 读取时文本列加 keep_default_na=False，否则分组会丢掉这些行。文件带 "
       "BOM（utf-8-sig）。"},
      {"resources", resources}};
  return json.dump(1) + "\n";
}

}  // namespace railshift::study

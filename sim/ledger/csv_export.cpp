#include "sim/ledger/csv_export.hpp"

#include <optional>
#include <type_traits>

#include "sim/core/contract.hpp"
#include "sim/core/csv.hpp"

namespace railshift::ledger {

template <class Row>
std::string to_csv(const Labels& labels, const std::vector<Row>& rows) {
  const auto& columns = layout<Row>().columns;
  std::string csv = "\xEF\xBB\xBF";
  for (const Column<Row>& column : columns) csv.append(&column == &columns.front() ? "" : ",").append(column.name);
  csv += '\n';
  for (const Row& row : rows) {
    for (const Column<Row>& column : columns) {
      if (&column != &columns.front()) csv += ',';
      csv += csv_result_cell(column.is_text() ? column.text(row) : labels.of(column.dimension, column.number(row)));
    }
    csv += '\n';
  }
  return csv;
}

template std::string to_csv(const Labels&, const std::vector<ServiceRow>&);
template std::string to_csv(const Labels&, const std::vector<TrafficRow>&);
template std::string to_csv(const Labels&, const std::vector<LinkRow>&);
template std::string to_csv(const Labels&, const std::vector<StationRow>&);
template std::string to_csv(const Labels&, const std::vector<WaitRow>&);
template std::string to_csv(const Labels&, const std::vector<StockRow>&);
template std::string to_csv(const Labels&, const std::vector<RailRow>&);
template std::string to_csv(const Labels&, const std::vector<ChainRow>&);
template std::string to_csv(const Labels&, const std::vector<ReasonRow>&);
template std::string to_csv(const Labels&, const std::vector<FlowRow>&);
template std::string to_csv(const Labels&, const std::vector<RegisterFoldRow>&);
template std::string to_csv(const Labels&, const std::vector<FrozenBaseRow>&);
template std::string to_csv(const Labels&, const std::vector<EffectRow>&);
template std::string to_csv(const Labels&, const std::vector<DivertedRow>&);
template std::string to_csv(const Labels&, const std::vector<LoadWaitRow>&);
template std::string to_csv(const Labels&, const std::vector<DriftRow>&);
template std::string to_csv(const Labels&, const std::vector<PoolRow>&);
template std::string to_csv(const Labels&, const std::vector<JournalEntry>&);

std::string to_csv(const World& world, const Ledger& ledger, std::string_view table) {
  const Labels labels(world);
  std::optional<std::string> csv;
  for_each_table(ledger, [&](const auto& rows) {
    using Row = typename std::decay_t<decltype(rows)>::value_type;
    if (layout<Row>().name == table) csv = to_csv(labels, rows);
  });
  RAILSHIFT_EXPECTS(csv.has_value(), "a fold table has this name");
  return *csv;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  const Ledger empty;
  for_each_table(empty, [&](const auto& rows) {
    using Row = typename std::decay_t<decltype(rows)>::value_type;
    names.emplace_back(layout<Row>().name);
  });
  return names;
}

}  // namespace railshift::ledger

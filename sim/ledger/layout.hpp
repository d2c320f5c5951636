#pragma once
/// Table layouts: one description of each fold table that serves writing, reading, CSV export, hashing, views and documentation.
/// Key columns stand first, in the order of the table's key; a new column is added here and nowhere else.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/ledger/dimension.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::ledger {

enum class Role : std::uint8_t { key, value };

/// One column. Either `number`/`set_number` or `text`/`set_text` stand; a number may be absent (SQL NULL, an empty CSV cell).
template <class Row>
struct Column {
  std::string_view name;
  Role role = Role::value;
  Dimension dimension = Dimension::none;  ///< what the number refers to
  std::string_view unit;                  ///< empty: a code or an index
  std::string_view description;
  std::optional<std::int64_t> (*number)(const Row&) = nullptr;
  void (*set_number)(Row&, std::optional<std::int64_t>) = nullptr;
  const std::string& (*text)(const Row&) = nullptr;
  void (*set_text)(Row&, std::string) = nullptr;

  [[nodiscard]] bool is_text() const { return text != nullptr; }
  [[nodiscard]] std::string_view sql_type() const { return is_text() ? "TEXT" : "INTEGER"; }
};

template <class Row>
struct TableLayout {
  std::string_view name;
  std::string_view description;
  std::vector<Column<Row>> columns;
};

/// The layout of one row type; built once.
template <class Row>
[[nodiscard]] const TableLayout<Row>& layout();

template <>
const TableLayout<ServiceRow>& layout<ServiceRow>();
template <>
const TableLayout<TrafficRow>& layout<TrafficRow>();
template <>
const TableLayout<LinkRow>& layout<LinkRow>();
template <>
const TableLayout<StationRow>& layout<StationRow>();
template <>
const TableLayout<WaitRow>& layout<WaitRow>();
template <>
const TableLayout<StockRow>& layout<StockRow>();
template <>
const TableLayout<RailRow>& layout<RailRow>();
template <>
const TableLayout<ChainRow>& layout<ChainRow>();
template <>
const TableLayout<ReasonRow>& layout<ReasonRow>();
template <>
const TableLayout<FlowRow>& layout<FlowRow>();
template <>
const TableLayout<RegisterFoldRow>& layout<RegisterFoldRow>();
template <>
const TableLayout<FrozenBaseRow>& layout<FrozenBaseRow>();
template <>
const TableLayout<PoolRow>& layout<PoolRow>();
template <>
const TableLayout<LoadWaitRow>& layout<LoadWaitRow>();
template <>
const TableLayout<EffectRow>& layout<EffectRow>();
template <>
const TableLayout<DivertedRow>& layout<DivertedRow>();
template <>
const TableLayout<DriftRow>& layout<DriftRow>();
template <>
const TableLayout<PriceRow>& layout<PriceRow>();
template <>
const TableLayout<JournalEntry>& layout<JournalEntry>();

/// Calls visit(rows) for every table of a ledger, const or not; the layout follows from the row type.
template <class AnyLedger, class Visit>
void for_each_table(AnyLedger& ledger, Visit&& visit) {
  visit(ledger.service);
  visit(ledger.traffic);
  visit(ledger.links);
  visit(ledger.stations);
  visit(ledger.waits);
  visit(ledger.stocks);
  visit(ledger.rail);
  visit(ledger.chains);
  visit(ledger.reasons);
  visit(ledger.flows);
  visit(ledger.registers);
  visit(ledger.frozen_bases);
  visit(ledger.pools);
  visit(ledger.load_waits);
  visit(ledger.effects);
  visit(ledger.diverted);
  visit(ledger.drift);
  visit(ledger.prices);
  visit(ledger.journal);
}

/// Negative, zero or positive as the key of `a` stands before, is, or stands after the key of `b`. Absent numbers stand first.
template <class Row>
[[nodiscard]] int compare_keys(const Row& a, const Row& b) {
  for (const Column<Row>& column : layout<Row>().columns) {
    if (column.role != Role::key) continue;
    if (column.is_text()) {
      const int order = column.text(a).compare(column.text(b));
      if (order != 0) return order;
    } else {
      const auto x = column.number(a), y = column.number(b);
      if (x != y) return x < y ? -1 : 1;
    }
  }
  return 0;
}

}  // namespace railshift::ledger

#pragma once
/// The audit's working paper: reads cells of fold tables, remembers which cells stood in an equation, and collects what does not add up.
/// Private to the audit.
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "analysis/audit/audit.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/core/contract.hpp"
#include "sim/ledger/layout.hpp"

namespace railshift::analysis {

/// One identity and every instance of it that was looked at. `tables` names the tables that it binds, "service, traffic".
struct Identity {
  std::string tables, statement, unit;
  std::int64_t instances = 0;
};

/// Where an instance stands, asked for only when it breaks.
struct Where {
  std::string month, key;
};

/// One fold table with a mark for every number that an equation has covered.
template <class Row>
class Sheet {
 public:
  /// A numeric column; calling it reads a cell and marks it as covered.
  class Reader {
   public:
    std::int64_t operator()(std::size_t row) {
      sheet_->covered_[column_][row] = true;
      return peek(row);
    }
    /// Reads without covering: for bounds, which notice large errors only.
    [[nodiscard]] std::int64_t peek(std::size_t row) const {
      return ledger::layout<Row>().columns[column_].number(sheet_->rows_[row]).value_or(0);
    }

   private:
    friend class Sheet;
    Reader(Sheet* sheet, std::size_t column) : sheet_(sheet), column_(column) {}
    Sheet* sheet_;
    std::size_t column_;
  };

  explicit Sheet(const std::vector<Row>& rows)
      : rows_(rows), covered_(ledger::layout<Row>().columns.size(), std::vector<bool>(rows.size())) {}
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const Row& operator[](std::size_t row) const { return rows_[row]; }
  [[nodiscard]] std::string_view name() const { return ledger::layout<Row>().name; }
  [[nodiscard]] Reader column(std::string_view name) {
    const auto& columns = ledger::layout<Row>().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name == name && !columns[i].is_text()) return Reader(this, i);
    }
    RAILSHIFT_EXPECTS(false, "the audit names columns that exist");
    return Reader(this, 0);
  }
  /// Names of the columns that count something: values, not keys and not references.
  [[nodiscard]] std::vector<std::string_view> measures() const {
    std::vector<std::string_view> names;
    for (const auto& c : ledger::layout<Row>().columns) {
      if (c.role == ledger::Role::value && c.dimension == ledger::Dimension::none && !c.is_text()) names.push_back(c.name);
    }
    return names;
  }
  /// "service.kg_km" or "service.trips (3 of 7 rows)" for every measure with cells that no equation covers.
  [[nodiscard]] std::vector<std::string> uncovered() const {
    std::vector<std::string> gaps;
    const auto& columns = ledger::layout<Row>().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto& c = columns[i];
      if (c.role != ledger::Role::value || c.dimension != ledger::Dimension::none || c.is_text()) continue;
      std::size_t open = 0;
      for (const bool covered : covered_[i]) open += covered ? 0 : 1;
      if (open == 0) continue;
      std::string gap = std::string(name()) + "." + std::string(c.name);
      if (open < rows_.size()) gap += " (" + std::to_string(open) + " of " + std::to_string(rows_.size()) + " rows)";
      gaps.push_back(std::move(gap));
    }
    return gaps;
  }

 private:
  const std::vector<Row>& rows_;
  std::vector<std::vector<bool>> covered_;  ///< by column, by row
};

class AuditBook {
 public:
  AuditBook(const World& a_world, const ledger::Ledger& ledger);

  Identity& identity(std::string tables, std::string statement, std::string unit);
  /// One instance of an equation: the residual should be 0. `where` is called only if it is not.
  template <class Ask>
  void check(Identity& identity, std::int64_t residual, Ask&& where) {
    ++identity.instances;
    if (residual == 0) return;
    Where place = where();
    breaches_.push_back({identity.tables, std::move(place.month), std::move(place.key), identity.statement, residual, identity.unit});
  }
  /// Month and labelled key of one row: "flow=fl-1 leg=1 loaded=yes".
  template <class Row>
  [[nodiscard]] Where where(const Sheet<Row>& sheet, std::size_t row) const {
    Where place;
    for (const auto& c : ledger::layout<Row>().columns) {
      if (c.role != ledger::Role::key) continue;
      const std::string label = c.is_text() ? c.text(sheet[row]) : labels_.of(c.dimension, c.number(sheet[row]));
      if (c.dimension == ledger::Dimension::month)
        place.month = label;
      else
        place.key += (place.key.empty() ? "" : " ") + std::string(c.name) + "=" + label;
    }
    return place;
  }
  /// The same for an equation that binds the rows of several months.
  template <class Row>
  [[nodiscard]] Where where_between(const Sheet<Row>& sheet, std::size_t first, std::size_t last) const {
    Where place = where(sheet, last);
    if (sheet[first].month != sheet[last].month) place.month = to_string(sheet[first].month) + ".." + place.month;
    return place;
  }
  [[nodiscard]] AuditResult result() const;

  const World& world;
  Sheet<ledger::ServiceRow> service;
  Sheet<ledger::TrafficRow> traffic;
  Sheet<ledger::LinkRow> links;
  Sheet<ledger::StationRow> stations;
  Sheet<ledger::WaitRow> waits;
  Sheet<ledger::StockRow> stocks;
  Sheet<ledger::RailRow> rail;
  Sheet<ledger::ChainRow> chains;
  Sheet<ledger::ReasonRow> reasons;
  Sheet<ledger::FlowRow> flows;
  Sheet<ledger::RegisterFoldRow> registers;
  Sheet<ledger::FrozenBaseRow> frozen_bases;
  Sheet<ledger::EffectRow> effects;
  Sheet<ledger::DivertedRow> diverted;
  Sheet<ledger::DriftRow> drift;
  Sheet<ledger::PriceRow> prices;
  Sheet<ledger::PoolRow> pools;
  Sheet<ledger::LoadWaitRow> load_waits;

  template <class Visit>
  void for_each_sheet(Visit&& visit) const {
    visit(service), visit(traffic), visit(links), visit(stations), visit(waits), visit(stocks), visit(rail);
    visit(chains), visit(reasons), visit(flows), visit(registers), visit(frozen_bases), visit(pools), visit(load_waits), visit(effects),
        visit(diverted), visit(drift), visit(prices);
  }

 private:
  ledger::Labels labels_;
  std::deque<Identity> identities_;  ///< references stay good
  std::vector<Breach> breaches_;
};

/// A term of an equation inside one row.
struct Term {
  std::string_view column;
  std::int64_t sign = 1;
};

/// Every row by itself: the signed sum of some of its columns is 0.
template <class Row>
void check_rows(AuditBook& book, Sheet<Row>& sheet, const std::string& statement, const std::string& unit, const std::vector<Term>& terms) {
  Identity& identity = book.identity(std::string(sheet.name()), statement, unit);
  std::vector<typename Sheet<Row>::Reader> readers;
  for (const Term& term : terms) readers.push_back(sheet.column(term.column));
  for (std::size_t row = 0; row < sheet.size(); ++row) {
    std::int64_t residual = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) residual += terms[i].sign * readers[i](row);
    book.check(identity, residual, [&] { return book.where(sheet, row); });
  }
}

/// The key of a row without its month, as text that is the same for the same thing in every month.
template <class Row>
std::string lasting_key(const Row& row) {
  std::string key;
  for (const auto& c : ledger::layout<Row>().columns) {
    if (c.role != ledger::Role::key || c.dimension == ledger::Dimension::month) continue;
    key += c.is_text() ? c.text(row) : std::to_string(c.number(row).value_or(-1));
    key += '|';
  }
  return key;
}

/// Rows of every thing of a table in the order of months.
template <class Row>
std::map<std::string, std::vector<std::size_t>> histories(const Sheet<Row>& sheet) {
  std::map<std::string, std::map<Month, std::size_t>> by_month;
  for (std::size_t row = 0; row < sheet.size(); ++row) by_month[lasting_key(sheet[row])].emplace(sheet[row].month, row);
  std::map<std::string, std::vector<std::size_t>> result;
  for (const auto& [key, months] : by_month) {
    for (const auto& [month, row] : months) result[key].push_back(row);
  }
  return result;
}

/// What stands at the end of a month stands at the start of the next; a month without a row stands for nothing there.
template <class Row>
void check_continuity(AuditBook& book, Sheet<Row>& sheet, std::string_view open_name, std::string_view close_name,
                      const std::string& unit) {
  const std::string statement = std::string(open_name) + " = " + std::string(close_name) + " of the month before";
  Identity& identity = book.identity(std::string(sheet.name()), statement, unit);
  if (sheet.size() == 0) return;
  auto open = sheet.column(open_name), close = sheet.column(close_name);
  Month first = sheet[0].month, last = first;
  for (std::size_t row = 0; row < sheet.size(); ++row) first = std::min(first, sheet[row].month), last = std::max(last, sheet[row].month);
  for (const auto& [key, rows] : histories(sheet)) {
    const auto report = [&](std::size_t row, std::int64_t residual) {
      book.check(identity, residual, [&] { return book.where(sheet, row); });
    };
    const auto report_pair = [&](std::size_t before, std::size_t row, std::int64_t residual) {
      book.check(identity, residual, [&] { return book.where_between(sheet, before, row); });
    };
    if (sheet[rows.front()].month > first) report(rows.front(), open(rows.front()));
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (sheet[rows[i]].month - sheet[rows[i - 1]].month == 1) {
        report_pair(rows[i - 1], rows[i], open(rows[i]) - close(rows[i - 1]));
      } else {
        report(rows[i - 1], -close(rows[i - 1]));
        report(rows[i], open(rows[i]));
      }
    }
    if (sheet[rows.back()].month < last) report(rows.back(), -close(rows.back()));
  }
}

/// The months of a year, as a breach names them.
[[nodiscard]] inline std::string months_of_year(const std::string& year) { return year + "-01.." + year + "-12"; }

// The parts of the audit.
void audit_flows(AuditBook& book);    ///< flows, chains, reasons, rail
void audit_places(AuditBook& book);   ///< stations, waits, stocks
void audit_fleet(AuditBook& book);    ///< register, frozen bases, pools
void audit_road(AuditBook& book);     ///< service against traffic and chains
void audit_effects(AuditBook& book);  ///< what measures did against register and traffic
/// The one book of kilometres, as it is published, against register, service and traffic.
void audit_trucks(AuditBook& book, const ledger::Ledger& ledger);
/// Exhaust as it is published (null: as the metrics measure it) against a second account.
void audit_exhaust(AuditBook& book, const ledger::Ledger& ledger, const MetricTable* published);
void audit_prices(AuditBook& book);  ///< prices against legs
void audit_shape(AuditBook& book);   ///< one row a key, no negative number

}  // namespace railshift::analysis

#include "analysis/writers/docx/table_balance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "analysis/writers/docx/table_widths.hpp"
#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

/// Of long tables so many rows decide.
constexpr std::size_t kMostRows = 80;
constexpr int kMostMoves = 80;

struct Move {
  std::size_t from, to;
  double width, lines;
};

/// The move of a step that makes the table lowest; nothing where none makes it lower by half a line.
std::optional<Move> best_move(std::vector<double> widths, const TableEms& table, const BalanceLimits& limits, double step) {
  const double now = lines_of(widths, table, limits);
  std::optional<Move> best;
  for (std::size_t from = 0; from < widths.size(); ++from) {
    if (widths[from] - step < limits.least[from]) continue;
    widths[from] -= step;
    for (std::size_t to = 0; to < widths.size(); ++to) {
      if (to == from) continue;
      widths[to] += step;
      const double lines = lines_of(widths, table, limits);
      if (lines <= now - 0.5 && (!best || lines < best->lines)) best = {from, to, step, lines};
      widths[to] -= step;
    }
    widths[from] += step;
  }
  return best;
}

}  // namespace

CellEms cell_ems(const document::Lines& cell) {
  CellEms out;
  for (const document::Line& line : cell) {
    double ems = 0.0;
    for (const document::Run& run : line) ems += ems_of(clean_text(run.text));
    out.push_back(ems);
  }
  return out;
}

bool goes_on(const document::Table& table, std::size_t row) {
  if (row == 0 || row >= table.rows.size() || table.columns.size() < 2 || table.columns.front().align != document::Align::text)
    return false;
  if (table.rows[row].empty() || table.rows[row - 1].empty()) return false;
  for (const document::Line& line : table.rows[row].front()) {
    if (!std::all_of(line.begin(), line.end(), [](const document::Run& run) { return run.text.empty(); })) return false;
  }
  return true;
}

TableEms table_ems(const document::Table& table) {
  TableEms out;
  for (std::size_t r = 0; r < std::min(kMostRows, table.rows.size()); ++r) {
    const auto& row = table.rows[r];
    std::vector<CellEms>& cells = out.emplace_back(table.columns.size());
    for (std::size_t c = 0; c < row.size() && c < cells.size(); ++c) cells[c] = cell_ems(row[c]);
    if (cells.empty()) continue;
    if (goes_on(table, r))
      cells.front().clear();
    else if (cells.front().empty())
      cells.front().push_back(0.0);
  }
  return out;
}

double lines_of(const std::vector<double>& widths, const TableEms& table, const BalanceLimits& limits) {
  const double em = limits.size * 10.0;
  const auto high = [&](const std::vector<CellEms>& row, std::size_t column) {
    const double room = std::max(1.0, widths[column] - limits.margins);
    double lines = 0.0;
    for (const double ems : row[column]) lines += std::max(1.0, std::ceil(ems * em / room));
    return lines;
  };
  // A first cell stands beside all rows that go on with it.
  double sum = 0.0, beside = 0.0, first = 0.0;
  for (const auto& row : table) {
    if (!row.empty() && !row.front().empty()) {
      sum += std::max(first, beside);
      first = high(row, 0);
      beside = 0.0;
    }
    double most = 1.0;
    for (std::size_t c = 1; c < row.size(); ++c) most = std::max(most, high(row, c));
    beside += most;
  }
  return sum + std::max(first, beside);
}

std::vector<double> balanced(std::vector<double> widths, const TableEms& table, const BalanceLimits& limits) {
  double total = 0.0;
  for (const double width : widths) total += width;
  for (const double part : {8.0, 16.0, 32.0, 64.0}) {
    for (int moves = 0; moves < kMostMoves; ++moves) {
      const auto move = best_move(widths, table, limits, total / part);
      if (!move) break;
      widths[move->from] -= move->width;
      widths[move->to] += move->width;
    }
  }
  return widths;
}

}  // namespace railshift::analysis::writers::office

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

TableEms table_ems(const document::Table& table) {
  TableEms out;
  for (const auto& row : table.rows) {
    if (out.size() == kMostRows) break;
    std::vector<CellEms>& cells = out.emplace_back(table.columns.size());
    for (std::size_t c = 0; c < row.size() && c < cells.size(); ++c) cells[c] = cell_ems(row[c]);
  }
  return out;
}

double lines_of(const std::vector<double>& widths, const TableEms& table, const BalanceLimits& limits) {
  const double em = limits.size * 10.0;
  double sum = 0.0;
  for (const auto& row : table) {
    double most = 1.0;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const double room = std::max(1.0, widths[c] - limits.margins);
      double lines = 0.0;
      for (const double ems : row[c]) lines += std::max(1.0, std::ceil(ems * em / room));
      most = std::max(most, lines);
    }
    sum += most;
  }
  return sum;
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

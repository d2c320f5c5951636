#pragma once
/// Stock figures: how long stocks last and how often they ran out, by reporting period, from the stocks of the ledger.
#include <optional>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// One stock in one period: a month "2024-01", a year "2024" or "all". Tonnes.
struct StockFigures {
  ledger::StockKind kind = ledger::StockKind::site_out;
  std::uint32_t place = 0;  ///< site or siding index
  Id<Commodity> commodity;
  std::string period;
  double days = 0.0;
  double open_t = 0.0;
  double in_t = 0.0;
  double out_t = 0.0;
  double close_t = 0.0;
  double short_t = 0.0;  ///< use or dispatch that found no stock, or making that found the yard full
  /// Stockyards: time without stock (in) or stopped by the full yard (out). Other stocks, known by the month: short_t over a day's use.
  double short_days = 0.0;
  /// close_t over a day's use of the period, use = out_t (+ short_t where it was wanted from the stock); none without use.
  std::optional<double> cover_days;
};

/// Stocks of a site that makes nothing of the commodity in any month are left out: its flows are stated, not made, so that nothing is known
/// of a stock behind them.
[[nodiscard]] std::vector<StockFigures> stock_figures(const World& world, const ledger::Ledger& ledger);

/// stocks.csv of a run folder, for one replication (1 is the first).
[[nodiscard]] std::string to_csv(const World& world, const std::vector<StockFigures>& figures, int replication);

}  // namespace railshift::analysis

#pragma once
/// 运费账 - transport bill: delivered tonnes x what is paid for a tonne of their chain (table prices). All goods of flows that begin or end
/// inside. No time, no reliability, no duty price: those weigh in the choice and are paid to nobody.
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/metrics/gauge.hpp"
#include "sim/model/flow.hpp"

namespace railshift::analysis {

/// Of a leg, or of the main haul of a chain. Words: truck, rail, belt_pipe.
enum class PaidMode : std::uint8_t { truck, rail, belt_pipe };
inline constexpr std::array kPaidModes{PaidMode::truck, PaidMode::rail, PaidMode::belt_pipe};
[[nodiscard]] std::string_view to_text(PaidMode mode);
[[nodiscard]] PaidMode paid_mode(Mode mode);

/// Money in whole fen, so that parts add up.
struct Bill {
  std::array<std::int64_t, kPaidModes.size()> fen{};  ///< by the mode of the legs (PaidMode)
  std::int64_t hire_premium_fen = 0;                  ///< part of what trucks get: what the scarcity of trucks adds
  std::int64_t kg = 0;
  std::int64_t unpriced_kg = 0;  ///< part of kg, on a way for a leg of which no price is stated
  Standing standing = Standing::derived;
  void add(const Bill& other);
  [[nodiscard]] std::int64_t of(PaidMode mode) const { return fen[static_cast<std::size_t>(mode)]; }
  [[nodiscard]] std::int64_t all_fen() const;
};
[[nodiscard]] constexpr double yuan_of(std::int64_t fen) { return static_cast<double>(fen) / 100.0; }

/// What one chain delivered in one month.
struct ChainBill {
  Month month;
  Id<Chain> chain;
  Bill bill;
};
/// Of the reported months, in the order of the ledger; at the prices of the month, or, where the chain had no way in it, of the last month
/// before in which it had one. Empty if the ledger has no prices.
[[nodiscard]] std::vector<ChainBill> chain_bills(const Gauge& gauge);

/// Fen that hired trucks got of one year: of every flow what trucks got, in the proportion of loaded tonne-kilometres. The ledger does not
/// know by which chain a load went.
[[nodiscard]] std::int64_t outside_trucks_fen(const Gauge& gauge, const std::vector<ChainBill>& bills, int year);

}  // namespace railshift::analysis

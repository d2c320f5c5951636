#include "sim/engine/fleet/stockyards.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/engine/base/wide.hpp"

namespace railshift::engine {
namespace {

/// kg a month: t_per_day over the year, in the shares of the profile; without one the same every day.
double month_mass(const World& world, const Stockyard& yard, Month month) {
  if (!yard.profile) return yard.t_per_day * 1000.0 * days_in(month);
  return yard.t_per_day * 1000.0 * days_in_year(month.year()) * world.profiles[*yard.profile].share(month);
}

}  // namespace

StockyardState::StockyardState(const LiveWorld& world, Id<Stockyard> id)
    : world_(&world),
      yard_(id),
      in_(yard().side == StockSide::in),
      capacity_(yard().capacity ? to_kilograms(*yard().capacity).value : std::numeric_limits<std::int64_t>::max() / 4),
      level_(to_kilograms(yard().opening).value) {
  row_.kind = in_ ? ledger::StockKind::site_in : ledger::StockKind::site_out;
  row_.place = yard().site.index;
  row_.commodity = yard().commodity;
}

void StockyardState::begin_month(Month month, Tick begin, Tick end) {
  const double grams = month_mass(world_->now(), yard(), month) * 1000.0 + static_cast<double>(carried_grams_);
  month_kg_ = static_cast<std::int64_t>(grams / 1000.0);
  carried_grams_ = static_cast<std::int64_t>(std::llround(grams)) - month_kg_ * 1000;
  begin_ = begin;
  end_ = end;
  at_ = begin;
  row_.month = month;
  row_.open_kg = level_;
  row_.in_kg = row_.out_kg = row_.short_kg = row_.stopped_ticks = 0;
}

std::int64_t StockyardState::due_by(Tick now) const {
  return static_cast<std::int64_t>(static_cast<Wide>(month_kg_) * (now - begin_) / (end_ - begin_));
}

void StockyardState::advance(Tick now) {
  if (now <= at_) return;
  const std::int64_t due = due_by(now) - due_by(at_);
  const std::int64_t possible = in_ ? level_ : std::max<std::int64_t>(0, capacity_ - level_);
  const std::int64_t moved = std::min(due, possible);
  // Short of stock, or of room, from the tick at which the rest began; to the kg.
  if (moved < due) row_.stopped_ticks += static_cast<Tick>(static_cast<Wide>(now - at_) * (due - moved) / due);
  row_.short_kg += due - moved;
  (in_ ? row_.out_kg : row_.in_kg) += moved;
  level_ += in_ ? -moved : moved;
  at_ = now;
}

bool StockyardState::let_in(std::int64_t kg, Tick now) {
  advance(now);
  if (in_) {
    if (level_ + kept_ + kg > capacity_) return false;
    kept_ += kg;
    return true;
  }
  if (level_ < kg) return false;
  level_ -= kg;
  row_.out_kg += kg;
  return true;
}

void StockyardState::put(std::int64_t kg, bool kept, Tick now) {
  advance(now);
  if (kept) kept_ -= kg;
  level_ += kg;
  row_.in_kg += kg;
}

std::optional<Tick> StockyardState::next_turn(Tick now) {
  if (waiting.empty()) return std::nullopt;
  advance(now);
  const std::int64_t kg = waiting.front().kg;
  const std::int64_t missing = in_ ? level_ + kept_ + kg - capacity_ : kg - level_;
  if (missing <= 0) return now;
  // What is kept for others must first be put, which is an event of its own; use cannot go below an empty yard, making not above a full
  // one.
  if (in_ ? level_ < missing : level_ + missing > capacity_) return std::nullopt;
  const std::int64_t wanted = due_by(now) + missing;
  if (wanted > month_kg_) return std::nullopt;
  const auto month = static_cast<Wide>(end_ - begin_);
  const Tick turn = begin_ + static_cast<Tick>((static_cast<Wide>(wanted) * month + month_kg_ - 1) / month_kg_);
  return turn < end_ ? std::optional(turn) : std::nullopt;
}

std::int64_t StockyardState::lacks(std::int64_t on_order_kg, Tick now) {
  advance(now);
  if (!yard().order_up_to) return 0;
  return std::max<std::int64_t>(0, to_kilograms(*yard().order_up_to).value - level_ - on_order_kg);
}

void StockyardState::end_month(ledger::Ledger& out) {
  advance(end_);
  row_.close_kg = level_;
  out.stocks.push_back(row_);
}

std::vector<LegYards> leg_yards(const World& world, const PlaceBook& places, const std::vector<TruckLeg>& legs) {
  std::vector<LegYards> out(legs.size());
  for (std::size_t l = 0; l < legs.size(); ++l) {
    for (const Stockyard& yard : world.stockyards) {
      if (yard.commodity != world.flows[legs[l].flow].commodity) continue;
      const auto index = static_cast<YardIndex>(world.stockyards.id_of(yard).index);
      if (yard.side == StockSide::out && places.site_at(legs[l].origin) == yard.site) out[l].from = index;
      if (yard.side == StockSide::in && places.site_at(legs[l].destination) == yard.site) out[l].to = index;
    }
  }
  return out;
}

}  // namespace railshift::engine

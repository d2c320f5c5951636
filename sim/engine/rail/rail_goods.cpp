#include "sim/engine/rail/rail_goods.hpp"

#include <map>
#include <utility>

#include "sim/engine/base/wide.hpp"

namespace railshift::engine {

void RailGoods::add(MovementIndex m, std::int64_t kg) {
  Stock& s = stock_[m];
  s.kg += kg;
  s.in_kg += kg;
  for (; s.kg >= movements_[m].train_load; s.kg -= movements_[m].train_load) ready_.push_back(m);
}

std::vector<MovementIndex> RailGoods::take_ready() { return std::exchange(ready_, {}); }

void RailGoods::schedule_supply(MovementIndex m) {
  const Stock& s = stock_[m];
  const std::int64_t missing = movements_[m].train_load - s.kg;
  const std::int64_t target = s.supplied + missing;
  if (s.supply <= 0 || target > s.supply) return;
  // The tick at which the even supply has brought `target` kg: rounded up, so that the goods are there.
  const auto length = static_cast<Wide>(month_end_ - month_begin_);
  const auto tick = month_begin_ + static_cast<Tick>((length * target + s.supply - 1) / s.supply);
  if (tick < month_end_) agenda_.put(tick, kernel::Phase::completion, EventKind::supply, m);
}

void RailGoods::supply_event(MovementIndex m, Tick now) {
  Stock& s = stock_[m];
  const auto length = static_cast<Wide>(month_end_ - month_begin_);
  const auto brought = static_cast<std::int64_t>(static_cast<Wide>(s.supply) * (now - month_begin_) / length);
  const std::int64_t added = brought - s.supplied;
  s.supplied = brought;
  add(m, added);
  schedule_supply(m);
}

void RailGoods::begin_month(Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg) {
  month_begin_ = begin;
  month_end_ = end;
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    Stock& s = stock_[m];
    const std::int64_t kg = s.kg;
    s = {};
    s.kg = s.open_kg = kg;
    s.supply = direct_kg[m];
    schedule_supply(m);
  }
}

void RailGoods::end_supply() {
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    Stock& s = stock_[m];
    const std::int64_t rest = s.supply - s.supplied;
    s.supplied = s.supply;
    if (rest > 0) add(m, rest);
  }
}

bool RailGoods::is_used(MovementIndex m) const {
  const Stock& s = stock_[m];
  return s.supply > 0 || s.in_kg > 0 || s.open_kg > 0;
}

void RailGoods::add_rows(Month month, ledger::Ledger& out) const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, ledger::StockRow> rows;
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (!movements_[m].loads_at) continue;
    const Stock& s = stock_[m];
    const Id<Commodity> commodity = world_->flows[movements_[m].flow].commodity;
    ledger::StockRow& row = rows[{movements_[m].loads_at->index, commodity.index}];
    row.month = month;
    row.kind = ledger::StockKind::siding;
    row.place = movements_[m].loads_at->index;
    row.commodity = commodity;
    row.open_kg += s.open_kg;
    row.in_kg += s.in_kg;
    row.out_kg += s.out_kg;
    row.close_kg += s.kg;
  }
  for (const auto& [key, row] : rows) out.stocks.push_back(row);
}

}  // namespace railshift::engine

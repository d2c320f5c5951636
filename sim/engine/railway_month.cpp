/// The railway at month ends: even supply of direct goods, background timetable, rail and siding rows, published delays.
#include <map>
#include <utility>

#include "sim/engine/railway.hpp"

namespace railshift::engine {

void Railway::begin_month(Month month, Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg) {
  month_begin_ = begin;
  month_end_ = end;
  for (const RailSection& s : world_.rail_sections) {
    const std::uint32_t i = world_.rail_sections.id_of(s).index;
    const int background = static_cast<int>(s.background_per_day.on(first_day(month)).value_or(0.0) + 0.5);
    forward_[i].set_background(background);
    backward_[i].set_background(background);
    section_delay_[i] = {};
  }
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    Stock& s = stock_[m];
    s.supply = direct_kg[m];
    s.supplied = 0;
    s.open_kg = s.kg;
    s.in_kg = 0;
    s.out_kg = 0;
    rows_[m] = {};
    rows_[m].month = month;
    rows_[m].chain = movements_[m].chain;
    rows_[m].siding = movements_[m].loads_at ? movements_[m].loads_at : movements_[m].unloads_at;
    schedule_supply(m);
  }
}

void Railway::end_month(Month month, Tick now, ledger::Ledger& out, MonthBook& book) {
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    Stock& s = stock_[m];
    const std::int64_t rest = s.supply - s.supplied;
    s.supplied = s.supply;
    if (rest > 0) add_stock(m, rest, now);
  }
  flush_outbox();
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    const Stock& s = stock_[m];
    if (s.supply > 0 || s.in_kg > 0 || s.open_kg > 0 || rows_[m].trains_departed > 0 || rows_[m].trains_arrived > 0)
      out.rail.push_back(rows_[m]);
  }
  siding_rows(month, out);
  publish_delays(book, month);
}

void Railway::siding_rows(Month month, ledger::Ledger& out) const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, ledger::StockRow> rows;
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (!movements_[m].loads_at) continue;
    const Stock& s = stock_[m];
    const Id<Commodity> commodity = world_.flows[movements_[m].flow].commodity;
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

void Railway::publish_delays(MonthBook& book, Month month) const {
  const double prior = world_.parameter("rail.delay_prior", first_day(month));
  const double kept = world_.parameter("rail.delay_fade", first_day(month));
  std::vector<std::pair<double, std::int64_t>> of_siding(world_.sidings.size());
  for (const ledger::RailRow& row : rows_) {
    if (row.trains_departed == 0 || !row.siding) continue;
    const double loading =
        movements_[static_cast<std::size_t>(&row - rows_.data())].loads_at ? world_.sidings[*row.siding].train_hours.value : 0.0;
    // The wait for a path is published by the line, the loading time is no delay.
    of_siding[row.siding->index].first +=
        hours_from_ticks(row.dwell_ticks - row.slot_wait_ticks) - loading * static_cast<double>(row.trains_departed);
    of_siding[row.siding->index].second += row.trains_departed;
  }
  for (std::size_t i = 0; i < of_siding.size(); ++i) {
    const double seen = of_siding[i].second > 0 ? of_siding[i].first / static_cast<double>(of_siding[i].second) : prior;
    book.siding_delay_h[i] = kept * book.siding_delay_h[i] + (1.0 - kept) * seen;
  }
  for (const Line& line : world_.lines) {
    double& delay = book.line_delay_h[world_.lines.id_of(line).index];
    double seen = 0.0;
    for (const std::uint32_t s : line.sections) {
      if (section_delay_[s].trains > 0) seen += hours_from_ticks(section_delay_[s].wait) / static_cast<double>(section_delay_[s].trains);
    }
    delay = kept * delay + (1.0 - kept) * seen;
  }
}

}  // namespace railshift::engine

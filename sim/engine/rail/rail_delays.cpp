#include "sim/engine/rail/rail_delays.hpp"

#include <algorithm>

namespace railshift::engine {

void RailDelays::begin_month() { std::fill(sections_.begin(), sections_.end(), PathWait{}); }

void RailDelays::note_path(std::uint32_t section, Tick wait) {
  sections_[section].wait += wait;
  ++sections_[section].trains;
}

std::vector<RailDelays::Seen> RailDelays::seen_at_sidings(const std::vector<ledger::RailRow>& rows) const {
  std::vector<Seen> seen(world_->sidings.size());
  for (MovementIndex m = 0; m < rows.size(); ++m) {
    const ledger::RailRow& row = rows[m];
    if (row.trains_departed == 0 || !row.siding) continue;
    const double loading = movements_[m].loads_at ? world_->sidings[*row.siding].train_hours.value : 0.0;
    Seen& at = seen[row.siding->index];
    at.hours += hours_from_ticks(row.dwell_ticks - row.slot_wait_ticks) - loading * static_cast<double>(row.trains_departed);
    at.trains += row.trains_departed;
  }
  return seen;
}

double RailDelays::seen_on(const Line& line) const {
  double hours = 0.0;
  for (const std::uint32_t s : line.sections) {
    if (sections_[s].trains > 0) hours += hours_from_ticks(sections_[s].wait) / static_cast<double>(sections_[s].trains);
  }
  return hours;
}

void RailDelays::publish(const std::vector<ledger::RailRow>& rows, Month month, MonthBook& book) const {
  const double prior = world_->parameter("rail.delay_prior", first_day(month));
  const double kept = world_->parameter("rail.delay_fade", first_day(month));
  const std::vector<Seen> seen = seen_at_sidings(rows);
  for (std::size_t i = 0; i < seen.size(); ++i)
    book.siding_delay_h[i] = kept * book.siding_delay_h[i] + (1.0 - kept) * seen[i].mean_or(prior);
  for (const Line& line : world_->lines) {
    double& delay = book.line_delay_h[world_->lines.id_of(line).index];
    delay = kept * delay + (1.0 - kept) * seen_on(line);
  }
}

}  // namespace railshift::engine

// Layouts of what happened at places: stations, waits, stocks, rail.
#include "sim/ledger/layout_parts.hpp"

namespace railshift::ledger {

template <>
const TableLayout<StationRow>& layout<StationRow>() {
  using R = StationRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "stations",
      "Trucks at stations: counts, time integrals and the clocks of those present at month ends",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::station>("station", D::station, "station"),
       parts::value<R, &R::arrived>("arrived", "trucks", "arrivals"), parts::value<R, &R::left>("left", "trucks", "departures"),
       parts::value<R, &R::present_open>("present_open", "trucks", "present at the start of the month"),
       parts::value<R, &R::present_close>("present_close", "trucks", "present at its end"),
       parts::value<R, &R::busy_ticks>("busy_ticks", "ticks", "time in service inside the month, over all servers"),
       parts::value<R, &R::presence_ticks>("presence_ticks", "ticks", "time integral of trucks present, waiting or in service"),
       parts::value<R, &R::sojourn_ticks>("sojourn_ticks", "ticks", "full stays of those who left in the month"),
       parts::value<R, &R::clocks_open>("clocks_open", "ticks", "time already spent by those present at the start"),
       parts::value<R, &R::clocks_close>("clocks_close", "ticks", "time already spent by those present at the end"),
       parts::value<R, &R::wait_ticks>("wait_ticks", "ticks", "waits before service of those whose service began in the month"),
       parts::value<R, &R::found_full>("found_full", "trucks", "arrivals that had to wait and found no room to"),
       parts::value<R, &R::turned_away>("turned_away", "trucks", "of them, those that did not enter; not in arrived")}};
  return table;
}

template <>
const TableLayout<WaitRow>& layout<WaitRow>() {
  using R = WaitRow;
  using D = Dimension;
  static const TableLayout<R> table{"waits",
                                    "Waits before service, 16 logarithmic buckets an octave",
                                    {parts::key<R, &R::month>("month", D::month, "month in which service began"),
                                     parts::key<R, &R::station>("station", D::station, "station"),
                                     parts::key<R, &R::bucket>("bucket", D::wait_bucket, "bucket of the wait"),
                                     parts::value<R, &R::trucks>("trucks", "trucks", "trucks whose service began")}};
  return table;
}

namespace {

std::optional<std::int64_t> place_of(const StockRow& row) {
  return (row.kind == StockKind::siding ? kFirstSidingPlace : 0) + static_cast<std::int64_t>(row.place);
}
void set_place(StockRow& row, std::optional<std::int64_t> number) {
  row.place = static_cast<std::uint32_t>(number.value_or(0) % kFirstSidingPlace);
}

}  // namespace

template <>
const TableLayout<StockRow>& layout<StockRow>() {
  using R = StockRow;
  using D = Dimension;
  Column<R> place = parts::key<R, &R::place>("place", D::place, "site, or siding from 1,000,000 on");
  place.number = place_of;
  place.set_number = set_place;
  static const TableLayout<R> table{
      "stocks",
      "Stocks of sites and sidings: open + in - out = close",
      {parts::key<R, &R::month>("month", D::month, "month"),
       parts::key<R, &R::kind>("kind", D::stock_kind, "output stock, input stock, siding stock"), place,
       parts::key<R, &R::commodity>("commodity", D::commodity, "commodity"),
       parts::value<R, &R::open_kg>("open_kg", "kg", "stock at the start of the month"),
       parts::value<R, &R::in_kg>("in_kg", "kg", "put in"), parts::value<R, &R::out_kg>("out_kg", "kg", "taken out"),
       parts::value<R, &R::close_kg>("close_kg", "kg", "stock at its end"),
       parts::value<R, &R::short_kg>("short_kg", "kg",
                                     "consumption or dispatch that found the stock empty, or making that found the yard full"),
       parts::value<R, &R::stopped_ticks>("stopped_ticks", "ticks",
                                          "stockyards: time without stock (in) or stopped by a full yard (out)")}};
  return table;
}

template <>
const TableLayout<RailRow>& layout<RailRow>() {
  using R = RailRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "rail",
      "Trains of one chain",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::chain>("chain", D::chain, "chain"),
       [] {
         Column<R> c = parts::value<R, &R::siding>("siding", "", "where it loads, else where it unloads; absent: outside");
         c.dimension = D::siding;
         return c;
       }(),
       parts::value<R, &R::trains_departed>("trains_departed", "trains", "departures"),
       parts::value<R, &R::trains_arrived>("trains_arrived", "trains", "arrivals"),
       parts::value<R, &R::departed_kg>("departed_kg", "kg", "mass of the departures"),
       parts::value<R, &R::arrived_kg>("arrived_kg", "kg", "mass of the arrivals"),
       parts::value<R, &R::dwell_ticks>("dwell_ticks", "ticks", "train load reached to departure, departures of the month"),
       parts::value<R, &R::slot_wait_ticks>("slot_wait_ticks", "ticks", "part of the dwell spent waiting for a path"),
       parts::value<R, &R::run_ticks>("run_ticks", "ticks", "running time")}};
  return table;
}

}  // namespace railshift::ledger

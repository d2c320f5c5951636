// Layouts of the two books of trucks: the register and the working pools.
#include "sim/ledger/layout_parts.hpp"

namespace railshift::ledger {
namespace {

template <LeaveCause cause>
Column<RegisterFoldRow> left_by(std::string_view name, std::string_view description) {
  constexpr auto kPosition = static_cast<std::size_t>(cause);
  Column<RegisterFoldRow> c;
  c.name = name;
  c.unit = "trucks";
  c.description = description;
  c.number = [](const RegisterFoldRow& row) { return std::optional<std::int64_t>(row.tally.left[kPosition]); };
  c.set_number = [](RegisterFoldRow& row, std::optional<std::int64_t> number) { row.tally.left[kPosition] = number.value_or(0); };
  return c;
}

template <LeaveCause cause>
Column<RegisterFoldRow> sold_of(std::string_view name, std::string_view description) {
  constexpr auto kPosition = static_cast<std::size_t>(cause);
  Column<RegisterFoldRow> c;
  c.name = name;
  c.unit = "trucks";
  c.description = description;
  c.number = [](const RegisterFoldRow& row) { return std::optional<std::int64_t>(row.tally.sold_away[kPosition]); };
  c.set_number = [](RegisterFoldRow& row, std::optional<std::int64_t> number) { row.tally.sold_away[kPosition] = number.value_or(0); };
  return c;
}

}  // namespace

template <>
const TableLayout<RegisterFoldRow>& layout<RegisterFoldRow>() {
  using R = RegisterFoldRow;
  using T = RegisterTally;
  using D = Dimension;
  static const TableLayout<R> table{
      "registers",
      "The register: open + joined - left = close",
      {parts::key<R, &R::month>("month", D::month, "month"),
       parts::key<R, &R::tally, &T::segment>("segment", D::segment, "register segment"),
       parts::key<R, &R::tally, &T::vehicle_type>("vehicle_type", D::vehicle_type, "size class"),
       parts::key<R, &R::tally, &T::access>("access_class", D::access_class, "standard and powertrain"),
       parts::value<R, &R::tally, &T::open>("open", "trucks", "stock at the start of the month"),
       parts::value<R, &R::tally, &T::joined>("joined", "trucks", "registered in the month"),
       left_by<LeaveCause::aged>("left_aged", "left: end of life"),
       left_by<LeaveCause::compulsory>("left_compulsory", "left: compulsory age"),
       left_by<LeaveCause::retire_order>("left_retire_order", "left: order to retire"),
       left_by<LeaveCause::frozen_base_order>("left_frozen_base_order", "left: order on a frozen base"),
       left_by<LeaveCause::stock_quota>("left_stock_quota", "left: quota on the stock"),
       sold_of<LeaveCause::aged>("sold_aged", "part of left_aged: transferred out of the city, not scrapped"),
       sold_of<LeaveCause::compulsory>("sold_compulsory", "part of left_compulsory: transferred out"),
       sold_of<LeaveCause::retire_order>("sold_retire_order", "part of left_retire_order: transferred out"),
       sold_of<LeaveCause::frozen_base_order>("sold_frozen_base_order", "part of left_frozen_base_order: transferred out"),
       sold_of<LeaveCause::stock_quota>("sold_stock_quota", "part of left_stock_quota: transferred out"),
       parts::value<R, &R::tally, &T::close>("close", "trucks", "stock at the end"),
       parts::value<R, &R::tally, &T::ordered_joined>("ordered_joined", "trucks", "part of joined that a measure ordered to be new-energy"),
       parts::value<R, &R::tally, &T::mileage_metres>("mileage_metres", "m",
                                                      "what the mileage table gives to the stock at the start of the month")}};
  return table;
}

template <>
const TableLayout<FrozenBaseRow>& layout<FrozenBaseRow>() {
  using R = FrozenBaseRow;
  using T = FrozenTally;
  static const TableLayout<R> table{
      "frozen_bases",
      "Frozen base stocks of orders",
      {parts::key<R, &R::month>("month", Dimension::month, "month"),
       parts::key<R, &R::tally, &T::measure>("measure", Dimension::none, "measure"),
       parts::value<R, &R::tally, &T::base>("base", "trucks", "stock at the snapshot"),
       parts::value<R, &R::tally, &T::left_total>("left_total", "trucks", "of these, gone since, whatever the cause"),
       parts::value<R, &R::tally, &T::left_by_order>("left_by_order", "trucks", "of left_total, removed by an order on a frozen base")}};
  return table;
}

template <>
const TableLayout<PoolRow>& layout<PoolRow>() {
  using R = PoolRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "pools",
      "Working pools: open + joined - left = close, and where the truck-time went",
      {parts::key<R, &R::month>("month", D::month, "month"),
       parts::key<R, &R::pool>("pool", D::pool, "pool"),
       parts::key<R, &R::owner>("owner", D::owner, "local or hired"),
       parts::value<R, &R::open>("open", "trucks", "trucks at the start of the month"),
       parts::value<R, &R::joined>("joined", "trucks", "joined"),
       parts::value<R, &R::left>("left", "trucks", "left"),
       parts::value<R, &R::close>("close", "trucks", "trucks at the end"),
       parts::value<R, &R::present_ticks>("present_ticks", "ticks", "time integral of trucks in the pool"),
       parts::value<R, &R::idle_ticks>("idle_ticks", "ticks", "waiting for a load"),
       parts::value<R, &R::empty_ticks>("empty_ticks", "ticks", "driving empty"),
       parts::value<R, &R::origin_ticks>("origin_ticks", "ticks", "waiting and loading at the origin"),
       parts::value<R, &R::loaded_ticks>("loaded_ticks", "ticks", "driving loaded"),
       parts::value<R, &R::destination_ticks>("destination_ticks", "ticks", "waiting and unloading at the destination"),
       parts::value<R, &R::rest_ticks>("rest_ticks", "ticks", "between shifts and out of service"),
       parts::value<R, &R::repair_ticks>("repair_ticks", "ticks", "broken down: waiting for a repair bay and in it"),
       parts::value<R, &R::origin_wait_ticks>("origin_wait_ticks", "ticks", "waits before service at the origin, booked on arrival there"),
       parts::value<R, &R::destination_wait_ticks>("destination_wait_ticks", "ticks", "the same at the destination"),
       parts::value<R, &R::loads_waiting_ticks>("loads_waiting_ticks", "ticks",
                                                "time integral of loads that wait for a truck; owner local"),
       parts::value<R, &R::loads_found>("loads_found", "loads", "loads that found a truck in the month; owner local"),
       parts::value<R, &R::off_station_ticks>(
           "off_station_ticks", "ticks", "of origin and destination: held by a stockyard or a closed way, or at a place without stations"),
       parts::value<R, &R::least_empty_metres>(
           "least_empty_metres", "m",
           "least empty run that the month's loads leave to drive, whoever carries them: a bound on the empty run of both "
           "owners together, written in the row of owner local")}};
  return table;
}

template <>
const TableLayout<LoadWaitRow>& layout<LoadWaitRow>() {
  using R = LoadWaitRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "load_waits",
      "Loads that found a truck in the month, by how long they had waited for it",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::pool>("pool", D::pool, "pool"),
       parts::key<R, &R::bucket>("bucket", D::wait_bucket, "bucket of the wait"), parts::value<R, &R::loads>("loads", "loads", "loads")}};
  return table;
}

}  // namespace railshift::ledger

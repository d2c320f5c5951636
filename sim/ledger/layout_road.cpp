// Layouts of what trucks did: service, traffic, links.
#include "sim/ledger/layout_parts.hpp"

namespace railshift::ledger {

template <>
const TableLayout<ServiceRow>& layout<ServiceRow>() {
  using R = ServiceRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "service",
      "What trucks did for flows, by month of the leg's end",
      {parts::key<R, &R::month>("month", D::month, "month in which the leg ended"),
       parts::key<R, &R::flow>("flow", D::flow, "the flow served"),
       parts::key<R, &R::leg>("leg", D::none, "seq of the truck leg in its chain; 0 for an empty run"),
       parts::key<R, &R::loaded>("loaded", D::yes_no, "loaded or empty"),
       parts::key<R, &R::vehicle>("vehicle", D::vehicle, "emission class"),
       parts::key<R, &R::owner>("owner", D::owner, "local, hired or through"),
       parts::key<R, &R::compliance>("compliance", D::compliance, "how the truck stood to the gate floors of the leg"),
       parts::value<R, &R::trips>("trips", "trips", "legs completed"), parts::value<R, &R::kg>("kg", "kg", "mass carried"),
       parts::value<R, &R::metres>("metres", "m", "kilometres of the legs, those outside included"),
       parts::value<R, &R::kg_km>("kg_km", "kg km", "mass times distance"),
       parts::value<R, &R::drive_ticks>("drive_ticks", "ticks", "time driving"),
       parts::value<R, &R::wait_ticks>("wait_ticks", "ticks", "waits at the stations of the legs' ends")}};
  return table;
}

template <>
const TableLayout<TrafficRow>& layout<TrafficRow>() {
  using R = TrafficRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "traffic",
      "Truck kilometres by place, road, speed and truck: what emission factors multiply",
      {parts::key<R, &R::month>("month", D::month, "month of the trip's end"),
       parts::key<R, &R::county>("county", D::none, "GB/T 2260 code; empty outside the study area"),
       parts::key<R, &R::inside>("inside", D::yes_no, "inside the study area"),
       parts::key<R, &R::ring>("ring", D::none, "ring roads that enclose the road"),
       parts::key<R, &R::road_class>("road_class", D::road_class, "class of the road"),
       parts::key<R, &R::speed_bin>("speed_bin", D::none, "floor(speed / 10 km/h)"),
       parts::key<R, &R::vehicle>("vehicle", D::vehicle, "emission class"),
       parts::key<R, &R::owner>("owner", D::owner, "local, hired or through"),
       parts::key<R, &R::loaded>("loaded", D::yes_no, "loaded or empty"),
       parts::key<R, &R::counted>("counted", D::yes_no, "monthly counts (yes) or individuals (no)"),
       parts::value<R, &R::metres>("metres", "m", "distance driven"), parts::value<R, &R::ticks>("ticks", "ticks", "time driven")}};
  return table;
}

template <>
const TableLayout<LinkRow>& layout<LinkRow>() {
  using R = LinkRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "links",
      "Trucks over each road link",
      {parts::key<R, &R::month>("month", D::month, "month of the trip's end"), parts::key<R, &R::link>("link", D::link, "road link"),
       parts::key<R, &R::day_part>("day_part", D::day_part, "part of the day in which the trip ended"),
       parts::key<R, &R::access_class>("access_class", D::access_class, "standard and powertrain"),
       parts::key<R, &R::owner>("owner", D::owner, "local, hired or through"),
       parts::key<R, &R::loaded>("loaded", D::yes_no, "loaded or empty"),
       parts::value<R, &R::vehicles>("vehicles", "trucks", "passages, both directions")}};
  return table;
}

}  // namespace railshift::ledger

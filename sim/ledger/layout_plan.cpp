// Layouts of the month's plan and of flow balances: chains, reasons, flows, and the journal.
#include "sim/ledger/layout_parts.hpp"

namespace railshift::ledger {

template <>
const TableLayout<ChainRow>& layout<ChainRow>() {
  using R = ChainRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "chains",
      "The month in five steps, by chain",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::chain>("chain", D::chain, "chain"),
       parts::value<R, &R::wished_kg>("wished_kg", "kg", "wished by shippers"),
       parts::value<R, &R::requested_kg>("requested_kg", "kg", "requested of sidings and lines"),
       parts::value<R, &R::accepted_kg>("accepted_kg", "kg", "accepted"),
       parts::value<R, &R::planned_kg>("planned_kg", "kg", "what goes by this chain after the second split"),
       parts::value<R, &R::spilled_kg>("spilled_kg", "kg", "accepted, came too late, went by road"),
       parts::value<R, &R::delivered_kg>("delivered_kg", "kg", "arrived at the destination by this chain"),
       parts::value<R, &R::refused_kg>("refused_kg", "kg", "turned away at a full station of the origin"),
       parts::value<R, &R::rail_open_kg>("rail_open_kg", "kg", "given to the chain and not delivered at the start of the month"),
       parts::value<R, &R::rail_close_kg>("rail_close_kg", "kg", "the same at its end")}};
  return table;
}

template <>
const TableLayout<ReasonRow>& layout<ReasonRow>() {
  using R = ReasonRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "reasons",
      "Why tonnes went by road",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::flow>("flow", D::flow, "flow"),
       parts::key<R, &R::reason>("reason", D::reason, "first reason that holds"), parts::value<R, &R::kg>("kg", "kg", "mass")}};
  return table;
}

template <>
const TableLayout<FlowRow>& layout<FlowRow>() {
  using R = FlowRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "flows",
      "Flow balances: offered + under way + waiting at the start = delivered + refused + under way + waiting at the end",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::flow>("flow", D::flow, "flow"),
       parts::value<R, &R::offered_kg>("offered_kg", "kg", "offered in the month"),
       parts::value<R, &R::delivered_kg>("delivered_kg", "kg", "arrived at the destination"),
       parts::value<R, &R::refused_kg>("refused_kg", "kg", "turned away at a full station of the origin"),
       parts::value<R, &R::in_transit_open_kg>("in_transit_open_kg", "kg", "under way at the start, rail pipeline included"),
       parts::value<R, &R::in_transit_close_kg>("in_transit_close_kg", "kg", "under way at the end"),
       parts::value<R, &R::waiting_open_kg>("waiting_open_kg", "kg", "loads without a truck at the start"),
       parts::value<R, &R::waiting_close_kg>("waiting_close_kg", "kg", "loads without a truck at the end")}};
  return table;
}

template <>
const TableLayout<EffectRow>& layout<EffectRow>() {
  using R = EffectRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "effects",
      "What each measure did in the month; direct effects, not to be summed up to a due date",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::measure>("measure", D::none, "measure"),
       parts::key<R, &R::effect>("effect", D::none, "what it did, of a closed list"),
       parts::value<R, &R::unit>("unit", "word", "of the three numbers"),
       parts::value<R, &R::in_scope>("in_scope", "as the row",
                                     "what its rule looked at; of brought_forward nothing, of ring_avoided trips"),
       parts::value<R, &R::acted>("acted", "as the row", "what its rule did in its name"),
       parts::value<R, &R::changed>("changed", "as the row", "difference with and without it on the same state in the same month")}};
  return table;
}

template <>
const TableLayout<DivertedRow>& layout<DivertedRow>() {
  using R = DivertedRow;
  using D = Dimension;
  static const TableLayout<R> table{"diverted",
                                    "Kilometres of through trips inside rings that a diversion keeps free",
                                    {parts::key<R, &R::month>("month", D::month, "month"),
                                     parts::key<R, &R::ring>("ring", D::none, "inside this many ring roads or more"),
                                     parts::key<R, &R::measure>("measure", D::none, "diversion"),
                                     parts::value<R, &R::before_metres>("before_metres", "m", "with the diversions that claim before it"),
                                     parts::value<R, &R::after_metres>("after_metres", "m", "with this one too")}};
  return table;
}

template <>
const TableLayout<DriftRow>& layout<DriftRow>() {
  using R = DriftRow;
  using D = Dimension;
  static const TableLayout<R> table{
      "drift",
      "Rail wishes, with what differs from the base year let in one cause after another",
      {parts::key<R, &R::month>("month", D::month, "month"),
       parts::key<R, &R::cause>("cause", D::none, "base_shares, openings, prices, delays, road_rates, duties"),
       parts::value<R, &R::rail_kg>("rail_kg", "kg", "wished by rail with the causes up to this one; the last row is what was wished")}};
  return table;
}

template <>
const TableLayout<PriceRow>& layout<PriceRow>() {
  using R = PriceRow;
  using D = Dimension;
  static constexpr const char* kUnit = "10^-6 yuan/t";
  static const TableLayout<R> table{
      "prices",
      "What is paid for a tonne in the month, by the mode of the legs: hauls and charges, no time",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::chain>("chain", D::chain, "chain"),
       parts::value<R, &R::truck>("truck", kUnit, "truck legs, with their charges"),
       parts::value<R, &R::hire_premium>("hire_premium", kUnit, "part of truck: what the scarcity of trucks adds"),
       parts::value<R, &R::rail>("rail", kUnit, "rail legs, with their charges"),
       parts::value<R, &R::belt>("belt", kUnit, "charges of belts"), parts::value<R, &R::pipe>("pipe", kUnit, "charges of pipes")}};
  return table;
}

template <>
const TableLayout<JournalEntry>& layout<JournalEntry>() {
  using R = JournalEntry;
  using D = Dimension;
  static const TableLayout<R> table{
      "journal",
      "What happened that a reader should know",
      {parts::key<R, &R::month>("month", D::month, "month"), parts::key<R, &R::subject>("subject", D::none, "measure, siding, road ..."),
       parts::key<R, &R::event>("event", D::none, "opened, frozen, acted, idle ..."),
       parts::key<R, &R::detail>("detail", D::none, "key=value;key=value")}};
  return table;
}

}  // namespace railshift::ledger

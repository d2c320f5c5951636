#include "study/trace/ledger_sums.hpp"

#include <algorithm>
#include <type_traits>

#include "sim/ledger/layout.hpp"
#include "study/trace/flow_facts.hpp"
#include "study/trace/register_graph.hpp"

namespace railshift::study::trace {
namespace {

using ledger::Dimension;

/// Who is counted, by index of a dimension; a dimension that is not there counts all.
struct Counted {
  std::set<std::int64_t> flows, chains, segments;
  std::optional<std::int64_t> owner;
  [[nodiscard]] bool holds(Dimension dimension, std::int64_t number) const {
    switch (dimension) {
      case Dimension::flow:
        return flows.contains(number);
      case Dimension::chain:
        return chains.contains(number);
      case Dimension::segment:
        return segments.contains(number);
      case Dimension::owner:
        return !owner || *owner == number;
      case Dimension::none:
      case Dimension::yes_no:
      case Dimension::month:
      case Dimension::station:
      case Dimension::link:
      case Dimension::site:
      case Dimension::siding:
      case Dimension::commodity:
      case Dimension::pool:
      case Dimension::vehicle_type:
      case Dimension::vehicle:
      case Dimension::access_class:
      case Dimension::road_class:
      case Dimension::day_part:
      case Dimension::wait_bucket:
      case Dimension::stock_kind:
      case Dimension::place:
      case Dimension::reason:
      case Dimension::compliance:
        return true;
    }
    return true;
  }
};

Counted counted_by(const Question& q) {
  Counted counted;
  const std::vector<FlowFacts> facts = flow_facts(q);
  for (const Flow& flow : q.world.flows) {
    const Id<Flow> id = q.world.flows.id_of(flow);
    if (!facts[id.index].in_scope) continue;
    counted.flows.insert(id.index);
    for (const Id<Chain> chain : q.world.chains_of(id)) counted.chains.insert(chain.index);
  }
  for (const Id<Segment> segment : segments_counted(q)) counted.segments.insert(segment.index);
  if (q.row.metric == "through_km_inside") counted.owner = static_cast<std::int64_t>(Owner::through);
  return counted;
}

template <class Row>
bool in_figure(const Row& row, const Question& q, const Counted& counted) {
  for (const auto& column : ledger::layout<Row>().columns) {
    if (column.role != ledger::Role::key || column.is_text()) continue;
    const auto number = column.number(row);
    if (!number) continue;
    if (column.dimension == Dimension::month && !q.holds(Month{static_cast<std::int32_t>(*number)})) return false;
    if (!counted.holds(column.dimension, *number)) return false;
  }
  return true;
}

template <class Row>
std::optional<LedgerSum> sum_of(const std::vector<Row>& rows, const LedgerColumn& wanted, const Question& q, const Counted& counted) {
  const auto& table = ledger::layout<Row>();
  if (table.name != wanted.table) return std::nullopt;
  const auto column = std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& c) { return c.name == wanted.column; });
  if (column == table.columns.end()) return std::nullopt;
  LedgerSum sum{wanted.table, wanted.column, std::string(column->unit), 0, 0};
  for (const Row& row : rows) {
    if (!in_figure(row, q, counted)) continue;
    ++sum.rows;
    sum.sum += column->number(row).value_or(0);
  }
  return sum;
}

}  // namespace

std::vector<LedgerSum> ledger_sums(const Question& q, const Formula& formula) {
  const Counted counted = counted_by(q);
  std::vector<LedgerSum> sums;
  for (const LedgerColumn& wanted : formula.sums) {
    ledger::for_each_table(q.ledger, [&](const auto& rows) {
      if (auto sum = sum_of(rows, wanted, q, counted)) sums.push_back(std::move(*sum));
    });
  }
  return sums;
}

}  // namespace railshift::study::trace

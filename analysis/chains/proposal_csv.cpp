#include "analysis/chains/proposal_csv.hpp"

#include <cmath>
#include <initializer_list>

#include <fmt/format.h>

#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

CsvText begin_table(std::initializer_list<std::string_view> columns) {
  CsvText csv;
  for (const std::string_view column : columns) csv.field(column);
  csv.end_row();
  return csv;
}

/// low, high, standing, source, reason of a row that nobody has looked at yet.
void end_assumed(CsvText& csv, const char* low_high, const std::string& reason) {
  csv.field(low_high).field(low_high).field("assumed").field("").field(reason);
  csv.end_row();
}

template <class T>
std::string id_or_nothing(const Table<T>& table, const std::optional<Id<T>>& id) {
  return id ? table[*id].id : std::string{};
}

/// Hundredths of a kilometre are more than a proposal knows.
double to_hundredths(double value) { return std::round(value * 100.0) / 100.0; }

std::optional<double> rounded_km(const std::optional<Kilometres>& km) {
  return km ? std::optional(to_hundredths(km->value)) : std::nullopt;
}

void add_leg(CsvText& csv, const World& world, const Chain& chain, const Leg& leg, const std::string& reason) {
  csv.field(chain.id).field(static_cast<double>(leg.seq)).field(to_text(leg.mode));
  csv.field(id_or_nothing(world.nodes, leg.from_node)).field(id_or_nothing(world.nodes, leg.to_node));
  csv.field(id_or_nothing(world.lines, leg.line)).field(id_or_nothing(world.sidings, leg.siding));
  csv.field(rounded_km(leg.km)).field(leg.hours ? std::optional(leg.hours->value) : std::nullopt).field(leg.charges.value);
  end_assumed(csv, "", reason);
}

}  // namespace

ProposalTables to_csv(const World& world, const Proposals& proposals, const ChainRequest& request) {
  CsvText chains = begin_table({"chain_id", "flow_id", "base_share", "low", "high", "standing", "source", "reason"});
  CsvText legs = begin_table({"chain_id", "seq", "mode", "from_node", "to_node", "line_id", "siding_id", "km", "hours", "yuan_per_t", "low",
                              "high", "standing", "source", "reason"});
  CsvText all = begin_table({"chain", "flow", "commodity", "t_per_year", "drayage_km", "drayage_by_line", "rail_km", "yuan_per_t",
                             "dearer_yuan_per_t", "capacity_t"});
  for (const ProposedChain& row : proposals.chains) {
    const Flow& flow = world.flows[row.chain.flow];
    const std::string how = row.drayage_by_line ? "straight line x 1.3 to the yard" : "shortest way on the road network to the yard";
    const std::string reason = fmt::format("proposed from the networks, yards within {:g} km: {}; charges as other chains pay them there",
                                           request.within.value, row.drayage_km > 0.0 ? how : "a siding at the site");
    chains.field(row.chain.id).field(flow.id).field("0");
    end_assumed(chains, "0", reason);
    for (const Leg& leg : row.chain.legs) add_leg(legs, world, row.chain, leg, reason);
    all.field(row.chain.id).field(flow.id).field(world.commodities[flow.commodity].id).field(std::round(row.t_per_year));
    all.field(to_hundredths(row.drayage_km)).field(row.drayage_by_line ? "yes" : "no").field(to_hundredths(row.rail_km));
    all.field(to_hundredths(row.yuan_per_t)).field(to_hundredths(row.dearer_yuan)).field(std::round(row.capacity_t));
    all.end_row();
  }
  return {chains.take(), legs.take(), all.take()};
}

}  // namespace railshift::analysis

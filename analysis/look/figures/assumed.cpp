#include "analysis/look/figures/assumed.hpp"

#include <algorithm>
#include <set>

#include "sim/rules/goods/site_balance.hpp"

namespace railshift::analysis::look {
namespace {

/// Whether a row of a process belongs to the side of the balance that the flow is a share of.
bool takes_part(const ProcessIo& io, const Commodity& goods, rules::SideKind side) {
  const bool at_origin = side == rules::SideKind::output;
  if (io.commodity == goods.id) return at_origin || io.role == IoRole::in;
  return !at_origin && io.role == IoRole::in && !goods.need_group.empty() && io.commodity == goods.need_group;
}

const char* word_of(IoRole role) {
  switch (role) {
    case IoRole::in:
      return "in";
    case IoRole::out:
      return "out";
    case IoRole::loss:
      return "loss";
  }
  return "";
}

class Assumptions {
 public:
  Assumptions(const World& world, const Masses& masses) : world_(world), masses_(masses) {}

  std::vector<AssumedRow> run() {
    for (const Flow& flow : world_.flows) add({"tables/flows.csv", flow.id}, flow.provenance, tonnes(world_.flows.id_of(flow)));
    for (const Process& process : world_.processes) add_process(process);
    for (const Chain& chain : world_.chains) {
      if (world_.chains_of(chain.flow).size() == 1) continue;  // the share of an only chain is no judgement
      add({"tables/chains.csv", chain.id}, chain.provenance, tonnes(chain.flow) * chain.base_share);
    }
    for (const Siding& siding : world_.sidings) add_siding(siding);
    std::stable_sort(rows_.begin(), rows_.end(), [](const AssumedRow& a, const AssumedRow& b) { return a.tonnes > b.tonnes; });
    return std::move(rows_);
  }

 private:
  [[nodiscard]] Tonnes tonnes(Id<Flow> flow) const { return masses_.tonnes(flow, When::base); }
  void add(Where where, const Provenance& provenance, Tonnes mass) {
    if (provenance.standing == Standing::assumed && mass > Tonnes{}) rows_.push_back({std::move(where), mass, provenance});
  }

  /// Tonnes of the flows that are shares of a side on which one of these io rows stands.
  template <class Takes>
  [[nodiscard]] Tonnes resting_on(const Process& process, const Takes& takes) const {
    Tonnes sum;
    for (const Flow& flow : world_.flows) {
      if (flow.rule == FlowRule::fixed) continue;
      const bool at_origin = flow.rule == FlowRule::push || flow.rule == FlowRule::rest_out;
      if ((at_origin ? flow.origin : flow.destination) != process.site) continue;
      const rules::SideKind side = at_origin ? rules::SideKind::output : rules::SideKind::need;
      if (takes(world_.commodities[flow.commodity], side)) sum += tonnes(world_.flows.id_of(flow));
    }
    return sum;
  }

  void add_process(const Process& process) {
    const auto any = [&](const Commodity& goods, rules::SideKind side) {
      return std::any_of(process.io.begin(), process.io.end(), [&](const ProcessIo& io) { return takes_part(io, goods, side); });
    };
    if (!process.activity.points.empty()) {
      add({"tables/processes.csv", process.id}, process.activity.points.front().provenance, resting_on(process, any));
    }
    for (const ProcessIo& io : process.io) {
      const auto this_one = [&](const Commodity& goods, rules::SideKind side) { return takes_part(io, goods, side); };
      add({"tables/process_io.csv", process.id + " " + io.commodity + " " + word_of(io.role)}, io.provenance,
          resting_on(process, this_one));
    }
  }

  void add_siding(const Siding& siding) {
    const Id<Siding> id = world_.sidings.id_of(siding);
    std::set<Id<Chain>> chains;
    for (const Chain& chain : world_.chains) {
      for (const Leg& leg : chain.legs) {
        if (leg.siding == id) chains.insert(world_.chains.id_of(chain));
      }
    }
    Tonnes sum;
    for (const Id<Chain> chain : chains) sum += tonnes(world_.chains[chain].flow) * world_.chains[chain].base_share;
    add({"tables/sidings.csv", siding.id}, siding.provenance, sum);
  }

  const World& world_;
  const Masses& masses_;
  std::vector<AssumedRow> rows_;
};

}  // namespace

std::vector<AssumedRow> assumed_rows(const World& world, const Masses& masses) { return Assumptions(world, masses).run(); }

}  // namespace railshift::analysis::look

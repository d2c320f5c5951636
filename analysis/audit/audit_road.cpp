// Audit of what trucks did: loads are whole payloads, what they brought is what the chains delivered, and the kilometres of the service
// table are those of the traffic table.
#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "analysis/audit/audit_book.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

bool counted(const World& world, Id<Flow> flow) { return world.truck_classes[world.flows[flow].truck_class].simulate == Simulate::count; }

void check_payloads(AuditBook& book) {
  Identity& loads = book.identity("service", "kg = trips x payload of the flow, loaded legs", "kg");
  Identity& empty = book.identity("service", "kg = 0 of empty runs", "kg");
  Identity& empty_haul = book.identity("service", "kg_km = 0 of empty runs", "kg km");
  auto trips = book.service.column("trips"), kg = book.service.column("kg"), kg_km = book.service.column("kg_km");
  for (std::size_t row = 0; row < book.service.size(); ++row) {
    const ledger::ServiceRow& service = book.service[row];
    const auto where = [&] { return book.where(book.service, row); };
    if (!service.loaded) {
      book.check(empty, kg(row), where);
      book.check(empty_haul, kg_km(row), where);
    } else {
      book.check(loads, kg(row) - trips(row) * book.world.flows[service.flow].payload.value, where);
    }
  }
}

/// Kilometres and hours by kind of truck: the service table knows the flows, the traffic table the roads.
void check_distance(AuditBook& book, std::string_view of_service, std::string_view of_traffic, const std::string& unit) {
  using Key = std::tuple<Month, bool, std::uint16_t, Owner, bool>;
  std::map<Key, std::int64_t> sums;
  auto service = book.service.column(of_service);
  auto traffic = book.traffic.column(of_traffic);
  for (std::size_t row = 0; row < book.service.size(); ++row) {
    const ledger::ServiceRow& s = book.service[row];
    sums[{s.month, counted(book.world, s.flow), s.vehicle, s.owner, s.loaded}] += service(row);
  }
  for (std::size_t row = 0; row < book.traffic.size(); ++row) {
    const ledger::TrafficRow& t = book.traffic[row];
    // Through traffic serves no flow, so no service row stands against it.
    if (t.counted && t.owner == Owner::through) continue;
    sums[{t.month, t.counted, t.vehicle, t.owner, t.loaded}] -= traffic(row);
  }
  const std::string statement =
      "sum of service." + std::string(of_service) + " = sum of traffic." + std::string(of_traffic) + " without through traffic";
  Identity& identity = book.identity("service, traffic", statement, unit);
  const ledger::Labels labels(book.world);
  for (const auto& [key, residual] : sums) {
    book.check(identity, residual, [&, &key = key] {
      const auto& [month, counts, vehicle, owner, loaded] = key;
      return Where{to_string(month), "vehicle=" + labels.of(ledger::Dimension::vehicle, vehicle) + " owner=" + std::string(to_text(owner)) +
                                         " loaded=" + (loaded ? "yes" : "no") + " counted=" + (counts ? "yes" : "no")};
    });
  }
}

/// A bound: every cell of a row drives inside the row's speed bin, hence so does the row.
void check_speeds(AuditBook& book) {
  Identity& identity = book.identity("traffic", "floor(metres / ticks, in 10 km/h) = speed_bin", "bins");
  const auto metres = book.traffic.column("metres"), ticks = book.traffic.column("ticks");
  for (std::size_t row = 0; row < book.traffic.size(); ++row) {
    if (ticks.peek(row) <= 0) continue;
    // In cells times are rounded to the nearest tick: speeds are raised by 1/4096 before they are binned (36 x 1024 x 4097 / 4096).
    const std::int64_t bin = metres.peek(row) * 36'873 / (ticks.peek(row) * 100);
    book.check(identity, bin - book.traffic[row].speed_bin, [&] { return book.where(book.traffic, row); });
  }
}

/// What one chain's truck leg brings, as the other tables know it.
enum class Brings : std::uint8_t { deliveries, siding_goods, unknown };

Brings brings(const World& world, const Chain& chain, std::size_t position) {
  const Flow& flow = world.flows[chain.flow];
  const bool last = position + 1 == chain.legs.size();
  if (chain.legs.size() == 1) return Brings::deliveries;
  // Trucks wholly outside the study area are not simulated one by one: which legs these are the tables do not say.
  if (last) return world.sites[flow.destination].outside() ? Brings::unknown : Brings::deliveries;
  const bool feeds_rail = position == 0 && chain.legs[1].mode == Mode::rail && !world.sites[flow.origin].outside();
  return feeds_rail && rules::loading_siding(world, chain) ? Brings::siding_goods : Brings::unknown;
}

/// Truck deliveries against chains and siding stocks. Flows whose trucks only deliver are checked one by one, flows that also bring goods
/// to sidings together by commodity, because a siding's stock does not say which flow brought what.
class DeliveryCheck {
 public:
  explicit DeliveryCheck(AuditBook& book) : book_(book) {
    for (const Flow& flow : book.world.flows) {
      const Id<Flow> id = book.world.flows.id_of(flow);
      if (!counted(book.world, id)) classify(id);
    }
    drop_mixed_sidings();
  }

  void check() {
    add_service();
    add_chains();
    add_siding_stocks();
    Identity& alone = book_.identity("service, chains", "kg of loaded truck legs = delivered_kg of the chains that they end", "kg");
    Identity& shared =
        book_.identity("service, chains, stocks",
                       "kg of loaded truck legs = delivered_kg of the chains that they end + in_kg of the sidings that they feed", "kg");
    for (const auto& [key, residual] : sums_) {
      const auto& [month, group] = key;
      const bool by_flow = group.first == Group::flow;
      book_.check(by_flow ? alone : shared, residual, [&, &month = month, &group = group] {
        const std::string name = by_flow ? "flow=" + book_.world.flows[Id<Flow>{group.second}].id
                                         : "commodity=" + book_.world.commodities[Id<Commodity>{group.second}].id;
        return Where{to_string(month), name};
      });
    }
  }

 private:
  enum class Group : std::uint8_t { flow, commodity };
  using GroupKey = std::pair<Group, std::uint32_t>;

  void classify(Id<Flow> id) {
    const World& world = book_.world;
    std::set<std::uint32_t> sidings;
    for (const Id<Chain> c : world.chains_of(id)) {
      const Chain& chain = world.chains[c];
      for (std::size_t i = 0; i < chain.legs.size(); ++i) {
        if (chain.legs[i].mode != Mode::truck) continue;
        const Brings kind = brings(world, chain, i);
        if (kind == Brings::unknown) return;
        if (kind == Brings::siding_goods) sidings.insert(rules::loading_siding(world, chain)->index);
      }
    }
    const std::uint32_t commodity = world.flows[id].commodity.index;
    group_of_[id] = sidings.empty() ? GroupKey{Group::flow, id.index} : GroupKey{Group::commodity, commodity};
    for (const std::uint32_t siding : sidings) fed_.insert({siding, commodity});
  }

  /// A siding that also gets goods without a truck, or from a flow that is not checked, cannot be balanced against trucks.
  void drop_mixed_sidings() {
    const World& world = book_.world;
    std::set<std::uint32_t> mixed;
    for (const Chain& chain : world.chains) {
      const auto siding = rules::loading_siding(world, chain);
      const std::uint32_t commodity = world.flows[chain.flow].commodity.index;
      if (!siding || !fed_.contains({siding->index, commodity})) continue;
      if (chain.legs.front().mode != Mode::truck || !group_of_.contains(chain.flow)) mixed.insert(commodity);
    }
    std::erase_if(group_of_,
                  [&](const auto& entry) { return entry.second.first == Group::commodity && mixed.contains(entry.second.second); });
    std::erase_if(fed_, [&](const auto& entry) { return mixed.contains(entry.second); });
  }

  void add_service() {
    auto kg = book_.service.column("kg");
    for (std::size_t row = 0; row < book_.service.size(); ++row) {
      const auto group = group_of_.find(book_.service[row].flow);
      if (group != group_of_.end() && book_.service[row].loaded) sums_[{book_.service[row].month, group->second}] += kg(row);
    }
  }

  void add_chains() {
    auto delivered = book_.chains.column("delivered_kg");
    for (std::size_t row = 0; row < book_.chains.size(); ++row) {
      const Chain& chain = book_.world.chains[book_.chains[row].chain];
      const auto group = group_of_.find(chain.flow);
      const bool ends_by_truck = !chain.legs.empty() && chain.legs.back().mode == Mode::truck;
      if (group != group_of_.end() && ends_by_truck) sums_[{book_.chains[row].month, group->second}] -= delivered(row);
    }
  }

  void add_siding_stocks() {
    auto in = book_.stocks.column("in_kg");
    for (std::size_t row = 0; row < book_.stocks.size(); ++row) {
      const ledger::StockRow& stock = book_.stocks[row];
      if (stock.kind != ledger::StockKind::siding || !fed_.contains({stock.place, stock.commodity.index})) continue;
      sums_[{stock.month, GroupKey{Group::commodity, stock.commodity.index}}] -= in(row);
    }
  }

  AuditBook& book_;
  std::map<Id<Flow>, GroupKey> group_of_;                  ///< flows that are checked
  std::set<std::pair<std::uint32_t, std::uint32_t>> fed_;  ///< siding, commodity
  std::map<std::pair<Month, GroupKey>, std::int64_t> sums_;
};

/// A bound: counted trips carry whole payloads, so they lag behind the deliveries of their flow by less than one payload.
void check_counted_deliveries(AuditBook& book) {
  Identity& identity =
      book.identity("service, chains", "kg of counted loads follow delivered_kg of truck chains to less than one payload", "kg");
  std::map<std::pair<Id<Flow>, Month>, std::int64_t> changes;
  const auto kg = book.service.column("kg");
  const auto delivered = book.chains.column("delivered_kg");
  for (std::size_t row = 0; row < book.chains.size(); ++row) {
    const Chain& chain = book.world.chains[book.chains[row].chain];
    if (counted(book.world, chain.flow) && chain.main_mode() == Mode::truck)
      changes[{chain.flow, book.chains[row].month}] += delivered.peek(row);
  }
  for (std::size_t row = 0; row < book.service.size(); ++row) {
    const ledger::ServiceRow& s = book.service[row];
    if (counted(book.world, s.flow) && s.loaded) changes[{s.flow, s.month}] -= kg.peek(row);
  }
  std::map<Id<Flow>, std::int64_t> ahead;
  for (const auto& [key, change] : changes) {
    const Flow& flow = book.world.flows[key.first];
    const std::int64_t sum = ahead[key.first] += change;
    const std::int64_t excess = std::max<std::int64_t>(0, std::abs(sum) - (flow.payload.value - 1));
    book.check(identity, excess, [&, &key = key] { return Where{to_string(key.second), "flow=" + flow.id}; });
  }
}

}  // namespace

void audit_road(AuditBook& book) {
  check_payloads(book);
  check_distance(book, "metres", "metres", "m");
  check_distance(book, "drive_ticks", "ticks", "ticks");
  check_speeds(book);
  DeliveryCheck(book).check();
  check_counted_deliveries(book);
}

}  // namespace railshift::analysis

/// Tonnes by the way they went, by what stopped them from going by rail, and by the standing of the rows they rest on.
/// All goods of flows that touch the study area, delivered tonnes (reasons: planned tonnes, as the plan of the month decides them).
#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

struct Sum {
  std::int64_t kg = 0;
  Standing standing = Standing::derived;
};
/// Of a key: whose goods. Empty = all.
struct Whose {
  std::string firm, commodity, haul_class;
  friend auto operator<=>(const Whose&, const Whose&) = default;
};
/// metric, period, whose, basis, numerator_kind
using WordKey = std::tuple<std::string, Period, Whose, std::string, std::string>;
using WordTable = std::map<WordKey, Sum>;

void put(WordTable& words, WordKey key, std::int64_t kg, Standing standing) {
  Sum& sum = words[std::move(key)];
  sum.kg += kg;
  sum.standing = combine(sum.standing, standing);
}

/// All goods, those of its commodity, those of its haul class.
std::vector<Whose> scopes_of(const Gauge& gauge, Id<Flow> flow) {
  const World& world = gauge.world();
  return {
      {}, {{}, world.commodities[world.flows[flow].commodity].id, {}}, {{}, {}, std::string(to_text(gauge.haul_classes()[flow.index]))}};
}

void add_by_chain(const Gauge& gauge, WordTable& words) {
  const World& world = gauge.world();
  const std::vector<ChainFacts> facts = chain_facts(world);
  std::vector<std::string> classes;
  for (const Chain& chain : world.chains) classes.emplace_back(to_text(rules::chain_class(world, chain)));
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    const ChainFacts& chain = facts[row.chain.index];
    if (row.delivered_kg == 0 || !gauge.reported(row.month) || !chain.touches_inside(world)) continue;
    const Flow& flow = world.flows[chain.flow];
    const Period year = year_period(row.month);
    const std::string mode{to_text(chain.main_mode)};
    for (const Whose& whose : scopes_of(gauge, chain.flow))
      put(words, {"tonnes_by_chain", year, whose, "main_haul", mode}, row.delivered_kg, chain.standing);
    put(words, {"tonnes_by_chain", year, {}, "chain_class", classes[row.chain.index]}, row.delivered_kg, chain.standing);
    put(words, {"tonnes_by_standing", year, {}, "flow", input_standing_text(flow.provenance.standing)}, row.delivered_kg, chain.standing);
  }
}

void add_by_reason(const Gauge& gauge, WordTable& words) {
  const World& world = gauge.world();
  const std::vector<Id<Firm>> listed = listed_firms(world);
  const auto at_listed_gate = [&](Id<Site> id) {
    const Site& site = world.sites[id];
    return !site.outside() && is_industrial(site.kind) && std::binary_search(listed.begin(), listed.end(), site.firm);
  };
  for (const ledger::ReasonRow& row : gauge.ledger().reasons) {
    const Flow& flow = world.flows[row.flow];
    const bool inside = !world.sites[flow.origin].outside() || !world.sites[flow.destination].outside();
    if (row.kg == 0 || !gauge.reported(row.month) || !inside) continue;
    const Period year = year_period(row.month);
    const std::string reason{railshift::to_text(row.reason)};
    std::vector<Whose> scopes = scopes_of(gauge, row.flow);
    if (at_listed_gate(flow.origin) || at_listed_gate(flow.destination)) scopes.push_back({kListedFirms, {}, {}});
    for (const Whose& whose : scopes) put(words, {"tonnes_by_reason", year, whose, "", reason}, row.kg, flow.provenance.standing);
  }
}

}  // namespace

void add_tonnes(const Gauge& gauge, MetricTable& table) {
  WordTable words;
  add_by_chain(gauge, words);
  add_by_reason(gauge, words);
  std::map<WordKey, std::int64_t> totals;  // the same key without the word: the denominator of every part
  const auto without_word = [](WordKey key) {
    std::get<4>(key).clear();
    return key;
  };
  for (const auto& [key, sum] : words) totals[without_word(key)] += sum.kg;
  for (const auto& [key, sum] : words) {
    const auto& [metric, period, whose, basis, word] = key;
    MetricRow row = gauge.row(metric, period, "t", tonnes_of(sum.kg), sum.standing);
    row.firm = whose.firm;
    row.commodity = whose.commodity;
    row.haul_class = whose.haul_class;
    row.basis = basis;
    row.numerator_kind = word;
    row.numerator = tonnes_of(sum.kg);
    row.denominator = tonnes_of(totals.at(without_word(key)));
    table.push_back(std::move(row));
  }
}

}  // namespace railshift::analysis

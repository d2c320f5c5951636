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

/// A sum of 0 kg has the standing of the rows that brought nothing; other sums do not take it over.
void put(WordTable& words, WordKey key, std::int64_t kg, Standing standing) {
  Sum& sum = words[std::move(key)];
  if (kg == 0 && sum.kg > 0) return;
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
  const auto add = [&](const ledger::ChainRow& row) {
    const ChainFacts& chain = facts[row.chain.index];
    if (!gauge.reported(row.month) || !chain.touches_inside(world)) return;
    const Flow& flow = world.flows[chain.flow];
    const Period year = year_period(row.month);
    const std::string mode{to_text(chain.main_mode)};
    for (const Whose& whose : scopes_of(gauge, chain.flow))
      put(words, {"tonnes_by_chain", year, whose, "main_haul", mode}, row.delivered_kg, chain.standing);
    put(words, {"tonnes_by_chain", year, {}, "chain_class", classes[row.chain.index]}, row.delivered_kg, chain.standing);
    put(words, {"tonnes_by_standing", year, {}, "flow", input_standing_text(flow.provenance.standing)}, row.delivered_kg, chain.standing);
  };
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    if (row.delivered_kg > 0) add(row);
  }
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    if (row.delivered_kg == 0) add(row);
  }
}

void add_by_reason(const Gauge& gauge, WordTable& words) {
  const World& world = gauge.world();
  const std::vector<Id<Firm>> listed = listed_firms(world);
  const auto at_listed_gate = [&](Id<Site> id) {
    const Site& site = world.sites[id];
    return !site.outside() && is_industrial(site.kind) && std::binary_search(listed.begin(), listed.end(), site.firm);
  };
  const auto add = [&](const Flow& flow, Month month, Reason reason, std::int64_t kg) {
    const bool inside = !world.sites[flow.origin].outside() || !world.sites[flow.destination].outside();
    if (!gauge.reported(month) || !inside) return;
    std::vector<Whose> scopes = scopes_of(gauge, world.flows.id_of(flow));
    if (at_listed_gate(flow.origin) || at_listed_gate(flow.destination)) scopes.push_back({kListedFirms, {}, {}});
    const std::string word{railshift::to_text(reason)};
    for (const Whose& whose : scopes) put(words, {"tonnes_by_reason", year_period(month), whose, "", word}, kg, flow.provenance.standing);
  };
  for (const ledger::ReasonRow& row : gauge.ledger().reasons) {
    if (row.kg > 0) add(world.flows[row.flow], row.month, row.reason, row.kg);
  }
  // The ledger lists reasons that kept tonnes on the road; every other reason kept none. A month a year is enough to say so.
  for (Month m = gauge.first_reported(); m < gauge.end(); m = make_month(m.year() + 1, 1)) {
    for (const Flow& flow : world.flows) {
      for (int r = 0; r < kReasons; ++r) add(flow, m, static_cast<Reason>(r), 0);
    }
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

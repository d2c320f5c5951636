#include "analysis/judge/unserved.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// Whose goods. Empty = all of the study area.
struct Owed {
  std::string firm, county, commodity;
  Goods goods = Goods::all;
  int year = 0;
  friend auto operator<=>(const Owed&, const Owed&) = default;
};
struct OwedSum {
  std::int64_t left_kg = 0;  ///< refused, or waiting at the end
  std::int64_t all_kg = 0;   ///< offered, or waiting at the beginning
  Standing standing = Standing::derived;
};

/// What one flow was to carry in one year, and what of it was left.
struct FlowYear {
  std::int64_t offered = 0, refused = 0, waiting_open = 0, waiting_close = 0;
  Month first, last;
};

std::map<std::pair<int, Id<Flow>>, FlowYear> years_of_flows(const Gauge& gauge) {
  std::map<std::pair<int, Id<Flow>>, FlowYear> years;
  for (const ledger::FlowRow& row : gauge.ledger().flows) {
    if (!gauge.reported(row.month)) continue;
    const auto [at, is_new] = years.try_emplace({row.month.year(), row.flow}, FlowYear{0, 0, 0, 0, row.month, row.month});
    FlowYear& year = at->second;
    year.offered += row.offered_kg;
    year.refused += row.refused_kg;
    if (row.month <= year.first) {
      year.first = row.month;
      year.waiting_open = row.waiting_open_kg;
    }
    if (row.month >= year.last) {
      year.last = row.month;
      year.waiting_close = row.waiting_close_kg;
    }
  }
  return years;
}

/// Firms of the inside works at the ends of a flow, the list if one of them stands in it, and counties of its inside ends: each once.
struct Scopes {
  std::set<std::string> firms{""};
  std::set<std::string> counties;
};
Scopes scopes_at_ends(const World& world, const Flow& flow, const std::vector<Id<Firm>>& listed) {
  Scopes scopes;
  for (const Id<Site> end : {flow.origin, flow.destination}) {
    const Site& site = world.sites[end];
    if (site.outside()) continue;
    if (!site.county.empty()) scopes.counties.insert(site.county);
    if (!is_industrial(site.kind)) continue;
    scopes.firms.insert(world.firms[site.firm].id);
    if (std::binary_search(listed.begin(), listed.end(), site.firm)) scopes.firms.insert(kListedFirms);
  }
  return scopes;
}

/// Which fields of a target's scope are kept when it is looked up: all of them first, none of them last.
struct Narrowing {
  bool firm, county, commodity;
};
constexpr std::array<Narrowing, 5> kNarrowings{
    {{true, true, true}, {true, false, true}, {true, true, false}, {true, false, false}, {false, false, false}}};

class Owing {
 public:
  explicit Owing(const Gauge& gauge) : world_(gauge.world()), listed_(listed_firms(world_)) {
    for (const auto& [key, year] : years_of_flows(gauge)) add(key.first, world_.flows[key.second], year);
  }
  [[nodiscard]] const std::map<Owed, OwedSum>& sums() const { return sums_; }

 private:
  void add(int year, const Flow& flow, const FlowYear& of_flow) {
    if (world_.sites[flow.origin].outside() && world_.sites[flow.destination].outside()) return;
    const Commodity& goods = world_.commodities[flow.commodity];
    const Scopes scopes = scopes_at_ends(world_, flow, listed_);
    for (const Goods counted : {Goods::all, Goods::bulk}) {
      if (counted == Goods::bulk && (!goods.bulk || goods.dangerous)) continue;
      for (const std::string& commodity : {std::string{}, goods.id}) {
        for (const std::string& firm : scopes.firms) put({firm, {}, commodity, counted, year}, of_flow, flow);
        for (const std::string& county : scopes.counties) put({{}, county, commodity, counted, year}, of_flow, flow);
      }
    }
  }

  void put(const Owed& key, const FlowYear& of_flow, const Flow& flow) {
    OwedSum& sum = sums_[key];
    sum.left_kg += of_flow.refused + of_flow.waiting_close;
    sum.all_kg += of_flow.offered + of_flow.waiting_open;
    sum.standing = combine(sum.standing, flow.provenance.standing);
  }

  const World& world_;
  std::vector<Id<Firm>> listed_;
  std::map<Owed, OwedSum> sums_;
};

}  // namespace

void add_unserved_share(const Gauge& gauge, MetricTable& table) {
  const Owing owing(gauge);
  for (const auto& [key, sum] : owing.sums()) {
    if (sum.all_kg == 0) continue;
    MetricRow row = gauge.share_row(kUnservedShare, {key.year, 0}, {tonnes_of(sum.left_kg), tonnes_of(sum.all_kg)}, sum.standing);
    row.firm = key.firm;
    row.county = key.county;
    row.commodity = key.commodity;
    if (key.goods == Goods::bulk) row.denominator_kind = kBulkGoods;
    table.push_back(std::move(row));
  }
}

namespace {

bool counts_bulk_alone(MetricKind metric) {
  return metric == MetricKind::rail_share || metric == MetricKind::firms_passing || metric == MetricKind::clean_ok;
}

}  // namespace

std::optional<double> unserved_share(const Target& target, int year, const MetricTable& metrics) {
  const Scope asked = full_scope(target);
  for (const Narrowing& kept : kNarrowings) {
    Scope scope;
    const auto keep = [&](const char* field, bool wanted) {
      if (const auto named = asked.find(field); wanted && named != asked.end()) scope.insert(*named);
    };
    keep("firm", kept.firm);
    // a part of the list: what the list leaves behind
    if (scope.contains("firm") && scope["firm"] == kListedWithSiding) scope["firm"] = kListedFirms;
    keep("county", kept.county);
    keep("commodity", kept.commodity);
    if (counts_bulk_alone(target.metric)) scope.emplace("denominator_kind", kBulkGoods);
    if (const MetricRow* row = find_row(metrics, kUnservedShare, std::to_string(year), scope)) return row->value;
  }
  return std::nullopt;
}

bool too_much_left(const World& world, const Target& target, double unserved) {
  if (unserved == 0.0 || !traits_of(target.metric).sums_carried) return false;
  return unserved > world.parameter(kUnservedLimit, world.settings.start);
}

}  // namespace railshift::analysis

#include "analysis/sheets/firm_sheets.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "analysis/judge/headlines.hpp"
#include "analysis/loads/network_loads.hpp"
#include "analysis/metrics/gauge.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

/// How goods pass a gate: by rail, by truck to a train elsewhere, by belt or pipe, by road alone.
std::size_t way_at(Mode gate, Mode main_haul) {
  using rules::ChainClass;
  ChainClass way = ChainClass::road;
  if (gate == Mode::rail) way = ChainClass::rail_siding;
  if (gate == Mode::truck && main_haul == Mode::rail) way = ChainClass::rail_yard;
  if (gate == Mode::belt || gate == Mode::pipe || (gate == Mode::truck && (main_haul == Mode::belt || main_haul == Mode::pipe)))
    way = ChainClass::belt_pipe;
  return static_cast<std::size_t>(way);
}

/// Everything that is read once for all firms.
class SheetBook {
 public:
  explicit SheetBook(const SheetQuestion& q)
      : q_(q),
        gauge_(q.world, q.ledger, {}),
        year_(std::stoi(q.year)),
        facts_(chain_facts(q.world)),
        listed_(listed_firms(q.world)),
        with_siding_(listed_with_siding(q.world, year_)),
        loads_(siding_loads(q.world, q.ledger)) {
    for (Month m = gauge_.first_reported(); m < gauge_.end(); m = m + 1) days_ += m.year() == year_ ? days_in(m) : 0;
  }

  [[nodiscard]] FirmSheet sheet(Id<Firm> firm) const {
    FirmSheet sheet;
    sheet.firm = firm;
    sheet.year = q_.year;
    add_tonnes(sheet);
    add_reasons(sheet);
    add_sidings(sheet);
    add_trucks(sheet);
    add_readings(sheet);
    const Scope scope = full_scope(MetricKind::clean_ok, {{"firm", q_.world.firms[firm].id}});
    if (const MetricRow* row = find_row(q_.metrics, "clean_ok", q_.year, scope)) sheet.clean = row->value >= 1.0;
    const auto ways = std::find_if(q_.ways.begin(), q_.ways.end(), [&](const FirmWays& w) { return w.firm == q_.world.firms[firm].id; });
    if (ways != q_.ways.end()) sheet.ways = &*ways;
    return sheet;
  }

 private:
  [[nodiscard]] bool in_year(Month month) const { return gauge_.reported(month) && month.year() == year_; }
  [[nodiscard]] bool is_works(Id<Site> id, Id<Firm> firm) const {
    const Site& site = q_.world.sites[id];
    return site.firm == firm && !site.outside() && is_industrial(site.kind);
  }
  [[nodiscard]] bool is_bulk(Id<Flow> flow) const {
    const Commodity& goods = q_.world.commodities[q_.world.flows[flow].commodity];
    return goods.bulk && !goods.dangerous;
  }
  [[nodiscard]] bool touches(Id<Flow> flow, Id<Firm> firm) const {
    return is_works(q_.world.flows[flow].origin, firm) || is_works(q_.world.flows[flow].destination, firm);
  }

  void add_tonnes(FirmSheet& sheet) const {
    for (const ledger::ChainRow& row : q_.ledger.chains) {
      const ChainFacts& facts = facts_[row.chain.index];
      if (row.delivered_kg == 0 || !in_year(row.month) || !is_bulk(facts.flow)) continue;
      const double tonnes = tonnes_of(row.delivered_kg);
      if (is_works(facts.origin, sheet.firm)) sheet.tonnes.out[way_at(facts.origin_gate, facts.main_mode)] += tonnes;
      if (is_works(facts.destination, sheet.firm)) sheet.tonnes.in[way_at(facts.destination_gate, facts.main_mode)] += tonnes;
    }
  }

  void add_reasons(FirmSheet& sheet) const {
    for (const ledger::ReasonRow& row : q_.ledger.reasons) {
      if (in_year(row.month) && touches(row.flow, sheet.firm)) sheet.reasons_t[static_cast<std::size_t>(row.reason)] += tonnes_of(row.kg);
    }
  }

  void add_sidings(FirmSheet& sheet) const {
    std::map<Id<Siding>, FirmSiding> found;
    for (const Siding& siding : q_.world.sidings) {
      if (siding.site && is_works(*siding.site, sheet.firm)) found[q_.world.sidings.id_of(siding)];
    }
    const auto add = [&](const std::optional<Id<Siding>>& at, std::int64_t kg, bool of_firm) {
      if (!at || kg == 0 || (!of_firm && !found.contains(*at))) return;
      FirmSiding& siding = found[*at];
      (of_firm ? siding.of_firm_t : siding.all_t) += tonnes_of(kg);
    };
    for (const bool of_firm : {true, false}) {
      for (const ledger::RailRow& row : q_.ledger.rail) {
        const Chain& chain = q_.world.chains[row.chain];
        if (!in_year(row.month) || (of_firm && !touches(chain.flow, sheet.firm))) continue;
        // A siding belongs to the end of the chain at which the firm stands.
        if (!of_firm || is_works(q_.world.flows[chain.flow].origin, sheet.firm))
          add(rules::loading_siding(q_.world, chain), row.departed_kg, of_firm);
        if (!of_firm || is_works(q_.world.flows[chain.flow].destination, sheet.firm))
          add(rules::unloading_siding(q_.world, chain), row.arrived_kg, of_firm);
      }
    }
    const auto period = std::find(loads_.periods.begin(), loads_.periods.end(), q_.year) - loads_.periods.begin();
    for (auto& [id, siding] : found) {
      siding.siding = id;
      siding.in_service = rules::siding_in_service(q_.world, id);
      siding.load = loads_.rows[id.index][static_cast<std::size_t>(period)];
      sheet.sidings.push_back(siding);
    }
    const auto own = [&](const FirmSiding& s) {
      return q_.world.sidings[s.siding].site && is_works(*q_.world.sidings[s.siding].site, sheet.firm);
    };
    std::stable_sort(sheet.sidings.begin(), sheet.sidings.end(), [&](const FirmSiding& a, const FirmSiding& b) {
      return std::pair(!own(a), -a.of_firm_t) < std::pair(!own(b), -b.of_firm_t);
    });
  }

  void add_trucks(FirmSheet& sheet) const {
    std::int64_t trips = 0;
    std::map<Id<Flow>, std::set<int>> legs;  // at the firm's gates
    for (const Chain& chain : q_.world.chains) {
      if (chain.legs.empty()) continue;
      const Flow& flow = q_.world.flows[chain.flow];
      if (is_works(flow.origin, sheet.firm) && chain.legs.front().mode == Mode::truck) legs[chain.flow].insert(chain.legs.front().seq);
      if (is_works(flow.destination, sheet.firm) && chain.legs.back().mode == Mode::truck) legs[chain.flow].insert(chain.legs.back().seq);
    }
    for (const ledger::ServiceRow& row : q_.ledger.service) {
      if (!row.loaded || !in_year(row.month)) continue;
      const auto of_flow = legs.find(row.flow);
      if (of_flow != legs.end() && of_flow->second.contains(row.leg)) trips += row.trips;
    }
    if (days_ > 0) sheet.trucks_per_day = static_cast<double>(trips) / days_;
  }

  /// The readings of targets that are due in the year and ask a rail share of the list.
  void add_readings(FirmSheet& sheet) const {
    for (const Verdict& v : q_.verdicts) {
      const auto who = v.scope.find("firm");
      const bool of_list = who != v.scope.end() && (who->second == kListedFirms || who->second == kListedWithSiding);
      if (!of_list || v.metric != MetricKind::rail_share || due_year(v) != q_.year) continue;
      const auto target = q_.world.targets.find(v.target);
      if (!target) continue;
      Target own = q_.world.targets[*target];
      own.scope["firm"] = q_.world.firms[sheet.firm].id;
      FirmReading reading{v.target, v.reading, v.op, v.threshold, v.unit, std::nullopt, false};
      const auto& known = who->second == kListedWithSiding ? with_siding_ : listed_;
      if (std::binary_search(known.begin(), known.end(), sheet.firm)) {
        const MetricRow* row = row_at(rows_of(own, q_.metrics), q_.year);
        if (row != nullptr) reading.value = value_in(*row, v.unit);
      }
      reading.holds = reading.value && stand(own, *reading.value) == Stand::holds;
      sheet.readings.push_back(reading);
    }
  }
  const SheetQuestion& q_;
  Gauge gauge_;
  int year_;
  std::vector<ChainFacts> facts_;
  std::vector<Id<Firm>> listed_, with_siding_;
  LoadTable loads_;
  int days_ = 0;
};

}  // namespace

double GateTonnes::all() const { return std::accumulate(in.begin(), in.end(), std::accumulate(out.begin(), out.end(), 0.0)); }

double FirmSheet::road_reasons_t() const { return std::accumulate(reasons_t.begin(), reasons_t.end(), 0.0); }

std::vector<FirmSheet> firm_sheets(const SheetQuestion& question) {
  std::vector<FirmSheet> sheets;
  if (question.year.empty()) return sheets;
  const SheetBook book(question);
  for (const Id<Firm> firm : listed_firms(question.world)) sheets.push_back(book.sheet(firm));
  std::stable_sort(sheets.begin(), sheets.end(), [](const FirmSheet& a, const FirmSheet& b) {
    return a.tonnes.of(rules::ChainClass::road) > b.tonnes.of(rules::ChainClass::road);
  });
  return sheets;
}

const FirmWay* cheapest_way(const FirmWays& ways) {
  const FirmWay* best = nullptr;
  for (const FirmWay& way : ways.ways) {
    if (way.yuan_per_t && way.tonnes > 0.0 && (best == nullptr || *way.yuan_per_t < *best->yuan_per_t)) best = &way;
  }
  return best;
}

}  // namespace railshift::analysis

#include "tests/analysis/ceiling/ceiling_city.hpp"

#include <algorithm>

using namespace railshift;

namespace ceiling_city {
namespace {

template <class T>
Id<T> id(const Table<T>& table, const std::string& text) {
  const auto found = table.find(text);
  RAILSHIFT_EXPECTS(found.has_value(), ("the test names a row of the table: " + text).c_str());
  return *found;
}

Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2000, 1, 1), value);
  return p;
}

Site site(const World& w, const std::string& name, const std::string& firm, SiteKind kind) {
  Site s;
  s.id = name;
  s.firm = id(w.firms, firm);
  s.kind = kind;
  s.county = kind == SiteKind::external ? "" : "140100";
  s.node = id(w.nodes, kind == SiteKind::external ? "gate" : "town");
  return s;
}

void add_places(World& w, const City& city) {
  std::vector<Firm> firms{{"far", "远港", "far", ""}, {"zone", "小区", "zone", "140100"}};
  for (const std::string& firm : city.firms) firms.push_back({firm, firm, firm, "140100"});
  w.firms = Table<Firm>(std::move(firms));
  w.nodes = Table<Node>({{"gate", "口", 0, 0, NodeType::gateway, ""},
                         {"station", "站", 0, 0, NodeType::station, "140100"},
                         {"town", "城", 0, 0, NodeType::site, "140100"}});
  std::vector<Site> sites{site(w, "port", "far", SiteKind::external), site(w, "zone", "zone", SiteKind::building_zone)};
  for (const std::string& firm : city.firms) sites.push_back(site(w, firm, firm, SiteKind::mine));
  w.sites = Table<Site>(std::move(sites));
}

void add_railway(World& w, const City& city) {
  w.lines = Table<Line>(std::vector<Line>{{"line", {0}}});
  RailSection section;
  section.id = "section";
  section.name_zh = "东线";
  section.line = id(w.lines, "line");
  section.from = id(w.nodes, "station");
  section.to = id(w.nodes, "gate");
  section.slots_per_day = city.slots_per_day;
  section.length = Kilometres{100.0};
  section.background_per_day.from(make_date(2000, 1, 1), city.background);
  w.rail_sections = Table<RailSection>({section});
  std::vector<Siding> sidings;
  for (const Yard& yard : city.yards) {
    Siding s;
    s.id = yard.id;
    if (!yard.fence_of.empty()) s.site = id(w.sites, yard.fence_of);
    s.ends_at = yard.fence_of.empty() ? SidingEnd::yard : SidingEnd::fence;
    s.station = id(w.nodes, "station");
    s.in_service = yard.opens;
    s.capacity = TonnesPerDay{yard.t_per_day};
    s.train_load = Kilograms{10'000};
    sidings.push_back(s);
  }
  w.sidings = Table<Siding>(std::move(sidings));
}

void add_flows(World& w, const City& city) {
  Profile january;
  january.id = "january";
  january.years.resize(1);
  january.years[0].share[0] = 1.0;
  w.profiles = Table<Profile>({january});
  w.segments = Table<Segment>({{"freight", "货车", "freight trucks", VehicleType::heavy}});
  TruckClass semi;
  semi.id = "semi";
  semi.segment = id(w.segments, "freight");
  w.truck_classes = Table<TruckClass>({semi});
  w.commodities = Table<Commodity>({{"coal", "煤", "coal", "", true, false, "1"}});
  std::vector<Flow> flows;
  for (const Sent& sent : city.sent) {
    Flow f;
    f.id = sent.id;
    f.commodity = id(w.commodities, "coal");
    f.origin = id(w.sites, sent.firm);
    f.destination = id(w.sites, sent.to);
    f.rule = FlowRule::fixed;
    f.share_or_t.from(make_date(2015, 1, 1), sent.tonnes);
    f.profile = id(w.profiles, "january");
    f.truck_class = id(w.truck_classes, "semi");
    f.payload = Kilograms{30'000};
    flows.push_back(f);
  }
  w.flows = Table<Flow>(std::move(flows));
}

/// On no road of the network: open at all times.
Leg truck_leg(double km) {
  Leg leg;
  leg.seq = 1;
  leg.km = leg.off_network = Kilometres{km};
  return leg;
}

std::vector<Leg> rail_legs(const World& w, const std::string& siding) {
  std::vector<Leg> legs;
  if (w.sidings[id(w.sidings, siding)].ends_at == SidingEnd::yard) {
    legs.push_back(truck_leg(1.0));
    legs.back().to_node = id(w.nodes, "station");
  }
  Leg rail;
  rail.seq = static_cast<int>(legs.size()) + 1;
  rail.mode = Mode::rail;
  rail.line = id(w.lines, "line");
  rail.from_node = id(w.nodes, "station");
  rail.to_node = id(w.nodes, "gate");
  rail.siding = id(w.sidings, siding);
  legs.push_back(rail);
  return legs;
}

void add_chains(World& w, const City& city) {
  std::vector<Chain> chains;
  for (const Sent& sent : city.sent) {
    const Id<Flow> flow = id(w.flows, sent.id);
    if (!sent.siding.empty()) chains.push_back({sent.id + "-rail", flow, 0.5, rail_legs(w, sent.siding), {}});
    if (sent.by_road) chains.push_back({sent.id + "-road", flow, 0.5, {truck_leg(50.0)}, {}});
    if (std::find(city.belts.begin(), city.belts.end(), sent.id) == city.belts.end()) continue;
    Leg belt;
    belt.seq = 1;
    belt.mode = Mode::belt;
    belt.km = Kilometres{2.0};
    chains.push_back({sent.id + "-belt", flow, 1.0, {belt}, {}});
  }
  w.chains = Table<Chain>(std::move(chains));
}

}  // namespace

World world(const City& city) {
  World w;
  w.parameters =
      Table<Parameter>({parameter("scope.over_threshold", 150.0), parameter("scope.yard_km", 10.0), parameter("road.stated_speed", 50.0),
                        parameter("road.local_speed", 30.0), parameter("verdict.unserved_limit", 0.01)});
  w.settings.id = "ceiling-city";
  w.settings.start = make_date(2021, 1, 1);
  w.settings.end = make_date(2022, 1, 1);
  w.settings.base_year = 2021;
  w.settings.warmup_months = 0;
  add_places(w, city);
  add_railway(w, city);
  add_flows(w, city);
  add_chains(w, city);
  w.clauses = Table<Clause>(std::vector<Clause>{{"C-1", "plan", "1", "铁路运输比例", Force::must, ""}});
  w.index();
  return w;
}

Target target(const World& world, const std::string& name, MetricKind metric, const Scope& scope, double value) {
  Target t;
  t.id = name;
  t.clause = id(world.clauses, "C-1");
  t.metric = metric;
  t.scope = scope;
  t.value = value;
  t.unit = metric == MetricKind::rail_tonnes ? "t" : "1";
  t.due = make_date(2021, 12, 31);
  return t;
}

void set_targets(World& world, std::vector<Target> targets) { world.targets = Table<Target>(std::move(targets)); }

}  // namespace ceiling_city

#include "tests/analysis/small_city.hpp"

#include "analysis/metrics/target_scope.hpp"

using namespace railshift;

namespace small_city {
namespace {

Provenance derived() { return {std::nullopt, std::nullopt, Standing::derived, "", "worked by hand"}; }
Provenance assumed() { return {0.0, 1.0, Standing::assumed, "", "assumed for the test"}; }

void add_places(World& w) {
  w.commodities = Table<Commodity>({{"acid", "硫酸", "acid", "", true, true, "1"}, {"coal", "煤", "coal", "", true, false, "1"}});
  w.segments =
      Table<Segment>({{"freight", "货车", "freight trucks", VehicleType::heavy}, {"slag", "渣土车", "slag trucks", VehicleType::heavy}});
  TruckClass semi;
  semi.id = "semi";
  semi.segment = id(w.segments, "freight");
  w.truck_classes = Table<TruckClass>({semi});
  w.firms =
      Table<Firm>({{"big", "大矿", "Big Mine", "140100"}, {"far", "远港", "Far Port", ""}, {"small", "小厂", "Small Plant", "140100"}});
  w.nodes = Table<Node>({{"gate", "口", 0, 0, NodeType::gateway, ""},
                         {"mine-node", "矿", 0, 0, NodeType::site, "140100"},
                         {"plant-node", "厂", 0, 0, NodeType::site, "140100"},
                         {"station", "站", 0, 0, NodeType::station, "140100"}});
  const auto site = [&](const std::string& name, const std::string& firm, SiteKind kind, const std::string& node) {
    Site s;
    s.id = name;
    s.firm = id(w.firms, firm);
    s.kind = kind;
    s.county = kind == SiteKind::external ? "" : "140100";
    s.node = id(w.nodes, node);
    return s;
  };
  w.sites = Table<Site>({site("mine", "big", SiteKind::mine, "mine-node"), site("plant", "small", SiteKind::power_plant, "plant-node"),
                         site("port", "far", SiteKind::external, "gate")});
}

void add_railway(World& w) {
  w.lines = Table<Line>(std::vector<Line>{{"line", {0}}});
  RailSection section;
  section.id = "section";
  section.line = id(w.lines, "line");
  section.from = id(w.nodes, "station");
  section.to = id(w.nodes, "gate");
  section.length = Kilometres{50.0};
  w.rail_sections = Table<RailSection>({section});
  Siding fence;
  fence.id = "fence";
  fence.site = id(w.sites, "mine");
  fence.station = id(w.nodes, "station");
  fence.in_service = make_date(2019, 1, 1);
  Siding yard = fence;
  yard.id = "yard";
  yard.site.reset();
  yard.ends_at = SidingEnd::yard;
  w.sidings = Table<Siding>({fence, yard});
}

void add_flows(World& w) {
  Profile flat;
  flat.id = "flat";
  flat.years.resize(1);
  for (double& share : flat.years[0].share) share = 1.0 / 12.0;
  w.profiles = Table<Profile>({flat});
  const auto flow = [&](const std::string& name, const std::string& goods, const std::string& to, double t_per_year, Provenance p) {
    Flow f;
    f.id = name;
    f.commodity = id(w.commodities, goods);
    f.origin = id(w.sites, "mine");
    f.destination = id(w.sites, to);
    f.rule = FlowRule::fixed;
    f.share_or_t.from(make_date(2020, 1, 1), t_per_year);
    f.profile = id(w.profiles, "flat");
    f.truck_class = id(w.truck_classes, "semi");
    f.payload = Kilograms{30'000};
    f.provenance = std::move(p);
    return f;
  };
  w.flows = Table<Flow>({flow("acid-out", "acid", "port", 10'000, assumed()), flow("coal-home", "coal", "plant", 200'000, assumed()),
                         flow("coal-out", "coal", "port", 2'000'000, derived())});
}

void add_chains(World& w) {
  const auto leg = [](int seq, Mode mode) {
    Leg l;
    l.seq = seq;
    l.mode = mode;
    l.km = Kilometres{10.0};
    return l;
  };
  const auto rail_leg = [&](int seq, const std::string& siding) {
    Leg l = leg(seq, Mode::rail);
    l.line = id(w.lines, "line");
    l.from_node = id(w.nodes, "station");
    l.to_node = id(w.nodes, "gate");
    l.siding = id(w.sidings, siding);
    return l;
  };
  const auto chain = [&](const std::string& name, const std::string& flow, std::vector<Leg> legs) {
    return Chain{name, id(w.flows, flow), 0.5, std::move(legs), derived()};
  };
  w.chains = Table<Chain>({chain("acid-road", "acid-out", {leg(1, Mode::truck)}), chain("home-belt", "coal-home", {leg(1, Mode::belt)}),
                           chain("home-road", "coal-home", {leg(1, Mode::truck)}), chain("out-rail", "coal-out", {rail_leg(1, "fence")}),
                           chain("out-road", "coal-out", {leg(1, Mode::truck)}),
                           chain("out-yard", "coal-out", {leg(1, Mode::truck), rail_leg(2, "yard")})});
}

bool matches(const analysis::MetricRow& r, const analysis::Scope& scope) {
  const analysis::Scope fields{{"firm", r.firm},
                               {"county", r.county},
                               {"rail_station", r.rail_station},
                               {"commodity", r.commodity},
                               {"haul_class", r.haul_class},
                               {"numerator_kind", r.numerator_kind},
                               {"basis", r.basis},
                               {"denominator_kind", r.denominator_kind},
                               {"direction", r.direction},
                               {"level", r.level},
                               {"segment", r.segment},
                               {"standard", r.standard},
                               {"powertrain", r.powertrain},
                               {"ring", r.ring}};
  for (const auto& [name, value] : fields) {
    const auto wanted = scope.find(name);
    if (value != (wanted == scope.end() ? std::string{} : wanted->second)) return false;
  }
  return true;
}

std::vector<const analysis::MetricRow*> find(const analysis::MetricTable& table, const std::string& metric, const std::string& period,
                                             const std::string& scope) {
  std::vector<const analysis::MetricRow*> found;
  for (const analysis::MetricRow& r : table) {
    if (r.metric == metric && r.period == period && matches(r, analysis::parse_scope(scope))) found.push_back(&r);
  }
  return found;
}

}  // namespace

World world() {
  World w;
  Parameter threshold;
  threshold.id = "scope.over_threshold";
  threshold.unit = "t/year";
  threshold.value.from(make_date(2020, 1, 1), 1.5e6);
  Parameter yard;
  yard.id = "scope.yard_km";
  yard.unit = "km";
  yard.value.from(make_date(2020, 1, 1), 10.0);
  w.parameters = Table<Parameter>(std::vector<Parameter>{threshold, yard});
  w.settings.id = "small-city";
  w.settings.start = make_date(2020, 1, 1);
  w.settings.end = make_date(2022, 1, 1);
  w.settings.base_year = 2020;
  w.settings.warmup_months = 1;
  add_places(w);
  add_railway(w);
  add_flows(w);
  add_chains(w);
  w.clauses = Table<Clause>(std::vector<Clause>{{"C-1", "plan", "1", "铁路运输比例达到85%", Force::must, ""}});
  w.index();
  return w;
}

ledger::ChainRow delivered(const World& world, Month month, const std::string& chain, std::int64_t tonnes) {
  ledger::ChainRow row;
  row.month = month;
  row.chain = id(world.chains, chain);
  row.delivered_kg = tonnes * 1000;
  return row;
}

ledger::RegisterFoldRow stock(const World& world, Month month, const std::string& segment, AccessClass access, std::int64_t close,
                              std::int64_t joined) {
  ledger::RegisterFoldRow row;
  row.month = month;
  row.tally.segment = id(world.segments, segment);
  row.tally.access = access;
  row.tally.close = close;
  row.tally.joined = joined;
  return row;
}

Measure measure(const std::string& name, Date from, Instrument body) {
  Measure m;
  m.id = name;
  m.from = from;
  m.body = std::move(body);
  return m;
}

Target target(const World& world, const std::string& name, MetricKind metric, std::map<std::string, std::string> scope, Operator op,
              double value, const std::string& unit, Date due) {
  Target t;
  t.id = name;
  t.clause = id(world.clauses, "C-1");
  t.metric = metric;
  t.scope = std::move(scope);
  t.op = op;
  t.value = value;
  t.unit = unit;
  t.due = due;
  return t;
}

const analysis::MetricRow& row(const analysis::MetricTable& table, const std::string& metric, const std::string& period,
                               const std::string& scope) {
  const auto found = find(table, metric, period, scope);
  RAILSHIFT_EXPECTS(found.size() == 1, ("exactly one row: " + metric + ' ' + period + ' ' + scope).c_str());
  return *found.front();
}

bool has_row(const analysis::MetricTable& table, const std::string& metric, const std::string& period, const std::string& scope) {
  return !find(table, metric, period, scope).empty();
}

}  // namespace small_city

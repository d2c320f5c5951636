#include "tests/rules/plan_world.hpp"

#include "sim/core/contract.hpp"

namespace railshift::testing {
namespace {

template <class T>
Id<T> append(std::vector<T>& rows, T row) {
  RAILSHIFT_EXPECTS(rows.empty() || rows.back().id < row.id, "rows of a draft come in text order");
  rows.push_back(std::move(row));
  return Id<T>{static_cast<std::uint32_t>(rows.size() - 1)};
}

Parameter parameter(const std::string& id, double value) {
  Parameter p;
  p.id = id;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

Commodity commodity(const std::string& id, const std::string& group) {
  Commodity c;
  c.id = id;
  c.need_group = group;
  c.rail_class = "bulk";
  return c;
}

Profile profile(const std::string& id, std::vector<double> months) {
  Profile p;
  p.id = id;
  p.years.emplace_back();
  for (std::size_t m = 0; m < 12; ++m) p.years.back().share[m] = months[m];
  return p;
}

}  // namespace

Draft::Draft() {
  settings_.id = "draft";
  settings_.start = make_date(2020, 1, 1);
  settings_.end = make_date(2023, 1, 1);
  settings_.base_year = 2020;
  coal = append(commodities_, commodity("coal", "power_fuel"));
  coke = append(commodities_, commodity("coke", ""));
  middlings = append(commodities_, commodity("middlings", "power_fuel"));
  oil = append(commodities_, commodity("oil", ""));
  commodities_.back().dangerous = true;
  segments_.push_back({"heavy", "", "", VehicleType::heavy});
  TruckClass semi;
  semi.id = "semi";
  semi.payload = Kilograms{32000};
  truck_classes_.push_back(semi);
  for (const auto& [name, value] : std::vector<std::pair<std::string, double>>{{"choice.cost_coefficient", -0.05},
                                                                               {"choice.nest_scale", 0.5},
                                                                               {"choice.new_chain_constant", 0.4},
                                                                               {"choice.latent_demand", 0.25},
                                                                               {"choice.value_of_time", 0.5},
                                                                               {"rail.price_factor", 1},
                                                                               {"road.price_factor", 1},
                                                                               {"rail.added_delay", 0.0},
                                                                               {"rail.delay_prior", 24.0},
                                                                               {"road.stated_speed", 50.0}}) {
    parameters_.push_back(parameter(name, value));
  }
  tariffs_.push_back({"bulk", YuanPerTonne{16.0}, 0.14, {}});
  rates_.push_back({"middle", Kilometres{50.0}, YuanPerTonne{10.0}, 0.36, {}});
  rates_.push_back({"short", Kilometres{0.0}, YuanPerTonne{6.0}, 0.45, {}});
  flat = append(profiles_, profile("flat", std::vector<double>(12, 1.0 / 12.0)));
  winter = append(profiles_, profile("winter", {0.2, 0.2, 0.1, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.1}));
}

Id<Node> Draft::node(const std::string& id, NodeType type) {
  Node n;
  n.id = id;
  n.type = type;
  return append(nodes_, n);
}

Id<Firm> Draft::firm(const std::string& id) { return append(firms_, Firm{id, "", "", "140121"}); }

void Draft::county_figure(const std::string& county, CountyFigureKind figure, std::initializer_list<DatedValue> values) {
  CountyFigure row{county + '.' + std::string(to_text(figure)), county, figure, {}, {}};
  for (const DatedValue& value : values) row.value.from(value.from, value.value);
  (void)append(county_figures_, row);
}

Id<Site> Draft::site(const std::string& id, SiteKind kind, std::optional<Id<Firm>> owner) {
  Site s;
  s.id = id;
  s.kind = kind;
  s.firm = owner ? *owner : firm("firm-" + id);
  s.node = node("node-" + id, kind == SiteKind::external ? NodeType::gateway : NodeType::site);
  return append(sites_, s);
}

void Draft::process(const std::string& id, Id<Site> site, double t_per_year, const std::vector<std::pair<std::string, double>>& out,
                    const std::vector<std::pair<std::string, double>>& in, const std::vector<std::pair<std::string, double>>& loss) {
  Process p;
  p.id = id;
  p.site = site;
  p.activity.points.push_back({make_date(2020, 1, 1), TonnesPerYear{t_per_year}, {}});
  const auto add = [&](const auto& rows, IoRole role) {
    for (const auto& [name, t_per_t] : rows) {
      ProcessIo io{name, role, {}};
      io.t_per_t.from(make_date(2020, 1, 1), t_per_t);
      p.io.push_back(io);
    }
  };
  add(out, IoRole::out);
  add(in, IoRole::in);
  add(loss, IoRole::loss);
  append(processes_, std::move(p));
}

Id<Flow> Draft::flow(const std::string& id, Id<Commodity> commodity_id, Id<Site> from, Id<Site> to, FlowRule rule,
                     std::initializer_list<DatedValue> values) {
  Flow f;
  f.id = id;
  f.commodity = commodity_id;
  f.origin = from;
  f.destination = to;
  f.rule = rule;
  for (const DatedValue& v : values) f.share_or_t.from(v.from, v.value);
  f.profile = flat;
  f.payload = Kilograms{32000};
  return append(flows_, f);
}

Id<Chain> Draft::chain(const std::string& id, Id<Flow> flow_id, double base_share, std::vector<Leg> legs) {
  Chain c;
  c.id = id;
  c.flow = flow_id;
  c.base_share = base_share;
  c.legs = std::move(legs);
  for (std::size_t i = 0; i < c.legs.size(); ++i) c.legs[i].seq = static_cast<int>(i) + 1;
  return append(chains_, c);
}

Id<Line> Draft::line(const std::string& id, Id<Node> from, Id<Node> to, int slots_per_day, double km, double kmh) {
  RailSection s;
  s.id = "section-" + id;
  s.line = Id<Line>{static_cast<std::uint32_t>(lines_.size())};
  s.from = from;
  s.to = to;
  s.slots_per_day = slots_per_day;
  s.length = Kilometres{km};
  s.speed = KilometresPerHour{kmh};
  const Id<RailSection> section = append(sections_, s);
  return append(lines_, Line{id, {section.index}});
}

Id<Siding> Draft::siding(const std::string& id, std::optional<Id<Site>> site, Id<Node> station, double t_per_day, SidingEnd end) {
  Siding s;
  s.id = id;
  s.site = site;
  s.station = station;
  s.built = s.in_service = make_date(2019, 1, 1);
  s.capacity = TonnesPerDay{t_per_day};
  s.tracks = 2;
  s.ends_at = end;
  s.train_load = Kilograms{3'000'000};
  s.train_hours = Hours{6.0};
  return append(sidings_, s);
}

void Draft::measure(const std::string& id, Date from, Instrument body) {
  Measure m;
  m.id = id;
  m.from = from;
  m.body = std::move(body);
  append(measures_, std::move(m));
}

void Draft::set(const std::string& name, double value) {
  for (Parameter& p : parameters_) {
    if (p.id == name) p.value.from(make_date(2020, 1, 1), value);
  }
}

World Draft::build() const {
  World w;
  w.settings = settings_;
  w.commodities = Table(commodities_);
  w.segments = Table(segments_);
  w.truck_classes = Table(truck_classes_);
  w.parameters = Table(parameters_);
  w.rail_tariffs = Table(tariffs_);
  w.road_rates = Table(rates_);
  w.firms = Table(firms_);
  w.sites = Table(sites_);
  w.county_figures = Table(county_figures_);
  w.processes = Table(processes_);
  w.profiles = Table(profiles_);
  w.flows = Table(flows_);
  w.chains = Table(chains_);
  w.nodes = Table(nodes_);
  w.lines = Table(lines_);
  w.rail_sections = Table(sections_);
  w.sidings = Table(sidings_);
  w.measures = Table(measures_);
  w.index();
  return w;
}

Leg truck_leg(double km, double yuan_per_t) {
  Leg leg;
  leg.km = Kilometres{km};
  leg.charges = YuanPerTonne{yuan_per_t};
  return leg;
}

Leg rail_leg(Id<Line> line, Id<Node> from, Id<Node> to, std::optional<Id<Siding>> siding) {
  Leg leg;
  leg.mode = Mode::rail;
  leg.line = line;
  leg.from_node = from;
  leg.to_node = to;
  leg.siding = siding;
  return leg;
}

Leg belt_leg(double yuan_per_t) {
  Leg leg;
  leg.mode = Mode::belt;
  leg.charges = YuanPerTonne{yuan_per_t};
  return leg;
}

rules::LegDistances distances_of(const World& world) {
  return rules::stated_distances(world, [](const Chain& chain, const Leg&) -> Kilometres {
    RAILSHIFT_EXPECTS(chain.id.empty(), "truck legs of a draft state their kilometres");
    return {};
  });
}

}  // namespace railshift::testing

#include "tests/engine/haul_town.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace railshift::testing {
namespace {

constexpr std::uint32_t kSeed = 1;

Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

Node node(const std::string& id) {
  Node n;
  n.id = id;
  n.county = "140121";
  return n;
}

Site site(const std::string& id, std::uint32_t at) {
  Site s;
  s.id = id;
  s.kind = SiteKind::mine;
  s.node = Id<Node>{at};
  s.county = "140121";
  return s;
}

Link only_road() {
  Link l;
  l.id = l.road = "road";
  l.from = Id<Node>{0};
  l.to = Id<Node>{1};
  l.length = Kilometres{50.0};
  l.free_speed = KilometresPerHour{50.0};
  l.county = "140121";
  return l;
}

}  // namespace

Register trucks_of(std::uint32_t count) {
  Register reg;
  for (std::uint32_t i = 0; i < count; ++i) {
    RegisteredTruck t;
    t.row_hash = 99;
    t.ordinal = i;
    t.vehicle = {VehicleType::heavy, {Standard::china5, Powertrain::diesel}, Fault::sound};
    reg.trucks.push_back(t);
  }
  return reg;
}

HaulTown::HaulTown() {
  pool.id = "pool";
  pool.shift = Hours{24.0};
  pool.availability = 1.0;
  pool.trucks = 1;
  flow.id = "flow";
  flow.origin = Id<Site>{kMine};
  flow.destination = Id<Site>{kPlant};
  flow.payload = Kilograms{30'000};
  leg.seq = 1;
  road = only_road();
  OutsideMix mix;
  mix.id = "hired";
  mix.owner = Owner::hired;
  mix.year = 2020;
  mix.standard = Standard::china5;
  mix.share = 1.0;
  outside.push_back(mix);
}

Station& HaulTown::station(const std::string& id, PlaceIndex at, StationKind kind, double minutes) {
  Station s;
  s.id = id;
  s.site = Id<Site>{at};
  s.kind = kind;
  s.p1 = minutes;
  s.order = static_cast<int>(stations.size());
  stations.push_back(s);
  return stations.back();
}

Stockyard& HaulTown::yard(StockSide side, double opening_t, double t_per_day) {
  Stockyard y;
  y.id = side == StockSide::in ? "pile-in" : "pile-out";
  y.site = Id<Site>{side == StockSide::in ? kPlant : kMine};
  y.side = side;
  y.opening = Tonnes{opening_t};
  y.t_per_day = t_per_day;
  yards.push_back(y);
  return yards.back();
}

void HaulTown::closure_of_chain(double from_h, double to_h) {
  Closure c;
  c.id = "closed";
  c.chain = Id<Chain>{0};
  c.from_day = c.to_day = make_date(2020, 1, 1);
  c.from_h = from_h;
  c.to_h = to_h;
  closures.push_back(c);
}

World HaulTown::build() const {
  World w;
  w.settings.start = make_date(2020, 1, 1);
  w.settings.end = make_date(2021, 1, 1);
  w.settings.warmup_months = 0;
  w.parameters =
      Table<Parameter>({parameter("pool.join_rate", join_rate), parameter("pool.outside_wait", 24.0), parameter("road.local_speed", 30.0),
                        parameter("road.stated_speed", 50.0), parameter("site.default_service", 30.0)});
  Commodity coal;
  coal.id = "coal";
  w.commodities = Table<Commodity>({coal});
  w.segments = Table<Segment>({Segment{"heavy", "", "", VehicleType::heavy}});
  TruckClass semi;
  semi.id = "semi";
  w.truck_classes = Table<TruckClass>({semi});
  w.nodes = Table<Node>({node("a"), node("b")});
  w.links = Table<Link>({road});
  w.firms = Table<Firm>({Firm{"firm", "", "", "140121"}});
  w.sites = Table<Site>({site("mine", 0), site("plant", 1)});
  Profile flat;
  flat.id = "flat";
  flat.years.emplace_back();
  std::fill(std::begin(flat.years[0].share), std::end(flat.years[0].share), 1.0 / 12.0);
  w.profiles = Table<Profile>({flat});
  std::vector<Flow> flows{flow};
  std::vector<Chain> chains(1);
  chains[0].id = "chain";
  chains[0].base_share = 1.0;
  chains[0].legs = {leg};
  if (has_second_flow) {
    flows.push_back(flow);
    flows[1].id = "flow-2";
    if (second_flow_returns) std::swap(flows[1].origin, flows[1].destination);
    chains.push_back(chains[0]);
    chains[1].id = "chain-2";
    chains[1].flow = Id<Flow>{1};
  }
  w.flows = Table<Flow>(std::move(flows));
  w.chains = Table<Chain>(std::move(chains));
  w.stations = Table<Station>(stations);
  w.stockyards = Table<Stockyard>(yards);
  w.closures = Table<Closure>(closures);
  w.outside_mix = Table<OutsideMix>(outside);
  w.pools = Table<Pool>({pool});
  w.index();
  return w;
}

HaulScene::HaulScene(const HaulTown& town)
    : world(town.build()), places(world.now()), book(build_legs(world, places)), roads(world, places) {
  roads.update(world->settings.start, book.legs);
  fleet = std::make_unique<Fleet>(Surroundings{world, kSeed, Agenda(calendar), places, book, roads}, *this);
}

TruckIndex HaulScene::truck(PlaceIndex place, std::optional<std::uint64_t> identity) {
  const EmissionClass vehicle{VehicleType::heavy, {Standard::china6, Powertrain::diesel}, Fault::sound};
  Truck t;
  t.vehicle = vehicle.index();
  t.access = vehicle.access.index();
  t.place = place;
  return fleet->join(t, 0, identity);
}

Tick HaulScene::begin_of(Month month) const { return (first_day(month) - world->settings.start) * kTicksPerDay; }

void HaulScene::begin_month(Month month) { fleet->begin_month(month, begin_of(month), begin_of(month + 1)); }

void HaulScene::run_to(Tick end) {
  for (kernel::Key key; calendar.pop_before(end, key);) fleet->event(static_cast<EventKind>(key.kind()), key.index(), key.tick());
}

ledger::Ledger HaulScene::end_month(Month month) {
  ledger::Ledger out;
  run_to(begin_of(month + 1));
  fleet->end_month(month, begin_of(month + 1), out);
  return out;
}

}  // namespace railshift::testing

#include "audit_fixture.hpp"

#include "sim/policy/kinds.hpp"

namespace audit_fixture {
namespace {

using namespace railshift;
using namespace railshift::ledger;

Leg leg(int seq, Mode mode) {
  Leg l;
  l.seq = seq;
  l.mode = mode;
  return l;
}

Chain chain(const std::string& id, std::uint32_t flow, std::vector<Leg> legs) {
  Chain c;
  c.id = id;
  c.flow = Id<Flow>{flow};
  c.legs = std::move(legs);
  return c;
}

void add_places(World& w) {
  Node mine_node, plant_node;
  mine_node.id = "nd-mine";
  plant_node.id = "nd-plant";
  w.nodes = Table<Node>({mine_node, plant_node});
  w.firms = Table<Firm>({{"fm", "", "", "1"}});
  Site mine, plant;
  mine.id = "si-mine";
  mine.kind = SiteKind::mine;
  plant.id = "si-plant";
  plant.kind = SiteKind::power_plant;
  plant.node = Id<Node>{1};
  w.sites = Table<Site>({mine, plant});
  Siding of_mine, yard;
  of_mine.id = "sd-mine";
  of_mine.site = Id<Site>{0};
  of_mine.train_load = Kilograms{50'000};
  yard.id = "sd-yard";
  yard.train_load = Kilograms{60'000};
  w.sidings = Table<Siding>({of_mine, yard});
  Station station;
  station.id = "st-gate";
  w.stations = Table<Station>({station});
}

void add_flows(World& w) {
  w.commodities = Table<Commodity>(
      {{"coal", "", "", "power_fuel", true, false, ""}, {"coke", "", "", "", true, false, ""}, {"gravel", "", "", "", true, false, ""}});
  w.segments = Table<Segment>({{"freight_heavy", "", "", VehicleType::heavy}, {"slag", "", "", VehicleType::heavy}});
  TruckClass semi, light;
  semi.id = "semi";
  light.id = "light";
  light.simulate = Simulate::count;
  w.truck_classes = Table<TruckClass>({light, semi});  // light 0, semi 1
  Flow coal, coke, gravel;
  coal.id = "fl-coal";
  coke.id = "fl-coke";
  gravel.id = "fl-gravel";
  coal.payload = Kilograms{30'000};
  coke.payload = Kilograms{20'000};
  gravel.payload = Kilograms{10'000};
  coal.truck_class = coke.truck_class = Id<TruckClass>{1};
  coal.destination = gravel.destination = coke.origin = Id<Site>{1};
  coke.commodity = Id<Commodity>{1};
  gravel.commodity = Id<Commodity>{2};
  w.flows = Table<Flow>({coal, coke, gravel});
  Leg from_mine = leg(1, Mode::rail), to_yard = leg(1, Mode::truck), from_yard = leg(2, Mode::rail);
  from_mine.siding = Id<Siding>{0};
  from_yard.siding = Id<Siding>{1};
  w.chains = Table<Chain>({chain("ch-a-road", 0, {leg(1, Mode::truck)}), chain("ch-b-rail", 0, {from_mine}),
                           chain("ch-c-yard", 0, {to_yard, from_yard}), chain("ch-d-coke", 1, {leg(1, Mode::truck)}),
                           chain("ch-e-gravel", 2, {leg(1, Mode::truck)})});
}

ChainRow plan(Month month, std::uint32_t chain, std::int64_t wished, std::int64_t requested, std::int64_t accepted) {
  ChainRow row;
  row.month = month;
  row.chain = Id<Chain>{chain};
  row.wished_kg = wished;
  row.requested_kg = requested;
  row.accepted_kg = accepted;
  return row;
}
ChainRow went(ChainRow row, std::int64_t open, std::int64_t planned, std::int64_t spilled, std::int64_t delivered, std::int64_t close) {
  row.rail_open_kg = open;
  row.planned_kg = planned;
  row.spilled_kg = spilled;
  row.delivered_kg = delivered;
  row.rail_close_kg = close;
  return row;
}

void add_mass(Ledger& l) {
  // January coal: wishes 200 + 250 + 150 = 600 t offered; plans 240 + 200 + 160 = 600 t. 10 t spill from rail to road.
  // road 0 + 240 + 10 - 210 = 40; rail 0 + 200 - 10 - 150 = 40; yard 0 + 160 - 120 = 40: 120 t = 70 under way + 50 waiting; 480 t
  // delivered. February coal: 300 t offered; road 40 + 110 - 150 = 0, rail 40 + 110 - 100 = 50, yard 40 + 80 - 60 = 60: 110 = 80 + 30; 310
  // t delivered.
  l.chains = {went(plan(kJanuary, 0, 200'000, 190'000, 180'000), 0, 240'000, 0, 210'000, 40'000),
              went(plan(kJanuary, 1, 250'000, 240'000, 210'000), 0, 200'000, 10'000, 150'000, 40'000),
              went(plan(kJanuary, 2, 150'000, 140'000, 130'000), 0, 160'000, 0, 120'000, 40'000),
              went(plan(kJanuary, 3, 100'000, 90'000, 80'000), 0, 100'000, 0, 80'000, 20'000),
              went(plan(kJanuary, 4, 105'000, 90'000, 80'000), 0, 105'000, 0, 105'000, 0),
              went(plan(kFebruary, 0, 100'000, 90'000, 80'000), 40'000, 110'000, 0, 150'000, 0),
              went(plan(kFebruary, 1, 120'000, 110'000, 100'000), 40'000, 110'000, 0, 100'000, 50'000),
              went(plan(kFebruary, 2, 80'000, 70'000, 60'000), 40'000, 80'000, 0, 60'000, 60'000),
              went(plan(kFebruary, 3, 60'000, 50'000, 40'000), 20'000, 60'000, 0, 80'000, 0),
              went(plan(kFebruary, 4, 95'000, 90'000, 80'000), 0, 95'000, 0, 95'000, 0)};
  l.flows = {{kJanuary, Id<Flow>{0}, 600'000, 480'000, 0, 70'000, 0, 50'000},
             {kJanuary, Id<Flow>{1}, 100'000, 80'000, 0, 20'000, 0, 0},
             {kJanuary, Id<Flow>{2}, 105'000, 105'000, 0, 0, 0, 0},
             {kFebruary, Id<Flow>{0}, 300'000, 310'000, 70'000, 80'000, 50'000, 30'000},
             {kFebruary, Id<Flow>{1}, 60'000, 80'000, 20'000, 0, 0, 0},
             {kFebruary, Id<Flow>{2}, 95'000, 95'000, 0, 0, 0, 0}};
  l.reasons = {{kJanuary, Id<Flow>{0}, Reason::not_chosen, 240'000},  {kJanuary, Id<Flow>{0}, Reason::spilled, 10'000},
               {kJanuary, Id<Flow>{1}, Reason::no_chain, 100'000},    {kJanuary, Id<Flow>{2}, Reason::no_chain, 105'000},
               {kFebruary, Id<Flow>{0}, Reason::not_chosen, 110'000}, {kFebruary, Id<Flow>{1}, Reason::no_chain, 60'000},
               {kFebruary, Id<Flow>{2}, Reason::no_chain, 95'000}};
  const std::optional<Id<Siding>> mine = Id<Siding>{0}, yard = Id<Siding>{1};
  l.rail = {{kJanuary, Id<Chain>{1}, mine, 4, 3, 200'000, 150'000, 900, 400, 700},
            {kJanuary, Id<Chain>{2}, yard, 2, 2, 120'000, 120'000, 900, 400, 700},
            {kFebruary, Id<Chain>{1}, mine, 2, 2, 100'000, 100'000, 900, 400, 700},
            {kFebruary, Id<Chain>{2}, yard, 1, 1, 60'000, 60'000, 900, 400, 700}};
}

void add_stocks(Ledger& l) {
  const Id<Commodity> coal{0}, coke{1};
  // Out of the mine: what the coal flow was offered. Out of the plant: 90 + 10 t short = 100 t of coke offered.
  // Into sd-yard: 150 t in 5 trucks, then 60 t in 2.
  l.stocks = {{kJanuary, StockKind::site_out, 0, coal, 500'000, 700'000, 600'000, 600'000, 0},
              {kJanuary, StockKind::site_out, 1, coke, 0, 90'000, 90'000, 0, 10'000},
              {kJanuary, StockKind::site_in, 1, coal, 1'000'000, 480'000, 600'000, 880'000, 5},
              {kJanuary, StockKind::siding, 0, coal, 0, 190'000, 150'000, 40'000, 0},
              {kJanuary, StockKind::siding, 1, coal, 0, 150'000, 120'000, 30'000, 0},
              {kFebruary, StockKind::site_out, 0, coal, 600'000, 0, 300'000, 300'000, 0},
              {kFebruary, StockKind::site_out, 1, coke, 0, 60'000, 60'000, 0, 0},
              {kFebruary, StockKind::site_in, 1, coal, 880'000, 310'000, 300'000, 890'000, 0},
              {kFebruary, StockKind::siding, 0, coal, 40'000, 110'000, 100'000, 50'000, 0},
              {kFebruary, StockKind::siding, 1, coal, 30'000, 60'000, 60'000, 30'000, 0}};
}

void add_stations(Ledger& l) {
  const std::uint16_t half_second = wait_bucket(500), short_wait = wait_bucket(300);
  // January: empty at both ends, so 1,000 ticks of waits (2 of 500) + 5,000 of service fill the presence.
  // February: one truck stays. 100 waits of 292..303 ticks lie between 29,200 and 30,300.
  l.stations = {{kJanuary, Id<Station>{0}, 12, 12, 0, 0, 5'000, 6'000, 6'000, 0, 0, 1'000},
                {kFebruary, Id<Station>{0}, 101, 100, 0, 1, 60'000, 90'000, 89'500, 0, 500, 29'900}};
  l.waits = {{kJanuary, Id<Station>{0}, 0, 10}, {kJanuary, Id<Station>{0}, half_second, 2}, {kFebruary, Id<Station>{0}, short_wait, 100}};
}

constexpr EmissionClass kDiesel{VehicleType::heavy, {Standard::china5, Powertrain::diesel}, Fault::sound};

ServiceRow service(Month month, std::uint32_t flow, bool loaded, std::int64_t trips, std::int64_t kg, std::int64_t metres,
                   std::int64_t seconds) {
  ServiceRow row;
  row.month = month;
  row.flow = Id<Flow>{flow};
  row.leg = loaded ? 1 : 0;
  row.loaded = loaded;
  row.vehicle = kDiesel.index();
  row.trips = trips;
  row.kg = kg;
  row.metres = metres;
  row.kg_km = loaded ? kg * metres / trips / 1000 : 0;
  row.drive_ticks = seconds * kTicksPerSecond;
  row.wait_ticks = loaded ? 1'000 : 0;
  return row;
}

TrafficRow traffic(Month month, const std::string& county, Owner owner, bool loaded, bool counted, std::int64_t metres,
                   std::int64_t seconds) {
  TrafficRow row;
  row.month = month;
  row.county = county;
  row.speed_bin = 6;
  row.vehicle = kDiesel.index();
  row.owner = owner;
  row.loaded = loaded;
  row.counted = counted;
  row.metres = metres;
  row.ticks = seconds * kTicksPerSecond;
  return row;
}

void add_road(Ledger& l) {
  // Coal by truck: 210 t on the road chain + 150 t to the yard = 12 loads; February 150 + 60 = 7 loads. Coke 4 loads in both months.
  // Gravel: 105 t delivered, 10 whole loads; 95 t, 10 loads with the 5 t left over. All at 62 to 66 km/h: bin 6.
  l.service = {service(kJanuary, 0, false, 12, 0, 450'000, 26'000),      service(kJanuary, 0, true, 12, 360'000, 480'000, 27'600),
               service(kJanuary, 1, true, 4, 80'000, 40'000, 2'200),     service(kJanuary, 2, true, 10, 100'000, 50'000, 2'900),
               service(kFebruary, 0, true, 7, 210'000, 280'000, 16'100), service(kFebruary, 1, true, 4, 80'000, 40'000, 2'200),
               service(kFebruary, 2, true, 10, 100'000, 50'000, 2'900)};
  l.traffic = {traffic(kJanuary, "1", Owner::local, false, false, 450'000, 26'000),
               traffic(kJanuary, "1", Owner::local, true, false, 500'000, 28'700),
               traffic(kJanuary, "1", Owner::local, true, true, 50'000, 2'900),
               traffic(kJanuary, "1", Owner::through, true, true, 100'000, 5'800),
               traffic(kJanuary, "2", Owner::local, true, false, 20'000, 1'100),
               traffic(kFebruary, "1", Owner::local, true, false, 320'000, 18'300),
               traffic(kFebruary, "1", Owner::local, true, true, 50'000, 2'900)};
  l.traffic[3].ring = 1;  // through trucks in the town
  l.links = {{kJanuary, Id<Link>{0}, 1, kDiesel.access.index(), Owner::local, true, 12}};
}

void add_fleet(Ledger& l) {
  const AccessClass diesel = kDiesel.access, electric{Standard::zero_exhaust, Powertrain::electric};
  const Id<Segment> freight{0}, slag{1};
  // The freight trucks of the model drive 1,020 km in January and 370 in February; the mileage table gives them 2,000 each.
  // 100 + 10 - 8 = 102, then 102 + 5 - 4 = 103; a cell that appears in February and one that ends in January.
  l.registers = {{kJanuary, {freight, VehicleType::heavy, diesel, 100, 10, {1, 2, 3, 1, 1}, {1, 1, 1, 0, 0}, 102, 4, 2'000'000}},
                 {kJanuary, {slag, VehicleType::heavy, diesel, 1, 2, {3, 0, 0, 0, 0}, {1, 0, 0, 0, 0}, 0, 1, 0}},
                 {kFebruary, {freight, VehicleType::heavy, diesel, 102, 5, {4, 0, 0, 0, 0}, {2, 0, 0, 0, 0}, 103, 3, 2'000'000}},
                 {kFebruary, {slag, VehicleType::heavy, electric, 0, 2, {1, 0, 0, 0, 0}, {}, 1, 0, 10}}};
  l.frozen_bases = {{kJanuary, {"ms-slag", 300, 90, 60}}, {kFebruary, {"ms-slag", 300, 120, 75}}};
  // Station 0 had 6,000 ticks of presence in January and 90,000 in February: origin + destination + repair less what was spent elsewhere.
  l.pools = {{kJanuary, Id<Pool>{0}, Owner::local, 50, 5, 3, 52, 8'300, 100, 200, 3'000, 400, 4'000, 600},
             {kFebruary, Id<Pool>{0}, Owner::local, 52, 1, 2, 51, 91'700, 600, 500, 50'000, 300, 40'200, 100}};
  // 12 and 7 loads of coal found a truck, and 4 of coke in each month
  l.pools[0].loads_found = 16;
  l.pools[1].loads_found = 11;
  l.load_waits = {{kJanuary, Id<Pool>{0}, 0, 10}, {kJanuary, Id<Pool>{0}, 40, 6}, {kFebruary, Id<Pool>{0}, 0, 11}};
  l.pools[0].off_station_ticks = 1'000;
  l.pools[1].off_station_ticks = 200;
}

/// What the orders of January claim of those who left, and what the diversion kept out of the ring.
void add_effects(Ledger& l) {
  l.effects = {{kJanuary, "ms-quota", "trucks_removed", "trucks", 100, 1, 0},
               {kJanuary, "ms-retire", "trucks_removed", "trucks", 100, 3, 2},
               {kJanuary, "ms-retire", "brought_forward", "truck-months", 0, 5, 2},
               {kJanuary, "ms-slag", "trucks_removed", "trucks", 300, 1, 0},
               {kJanuary, "ms-through", "ring_avoided", "m", 12, 50'000, 10'000}};
  l.diverted = {{kJanuary, 1, "ms-through", 150'000, 100'000}};
  // By rail and by the yard 250 + 150 t were wished in January, 120 + 80 t in February.
  l.drift = {{kJanuary, "base_shares", 380'000}, {kJanuary, "duties", 400'000}, {kFebruary, "duties", 200'000}};
  // Of the yard's chain: 15 yuan a tonne by truck, 0.5 of it for scarcity, 40 by rail; its legs state no charges.
  l.prices = {{kJanuary, Id<Chain>{2}, 15'000'000, 500'000, 40'000'000, 0, 0}};
}

Measure measure(const std::string& id, Instrument body) {
  Measure m;
  m.id = id;
  m.body = std::move(body);
  return m;
}

}  // namespace

World world() {
  World w;
  w.settings.start = make_date(2024, 1, 1);
  w.settings.end = make_date(2024, 3, 1);
  add_places(w);
  add_flows(w);
  Pool pool;
  pool.id = "pl-semi";
  pool.truck_class = Id<TruckClass>{1};
  w.pools = Table<Pool>({pool});
  Link link;
  link.id = "l-1";
  w.links = Table<Link>({link});
  w.measures = Table<Measure>({measure("ms-quota", StockQuota{}), measure("ms-retire", RetireOrder{}),
                               measure("ms-slag", FrozenBaseOrder{}), measure("ms-through", ThroughDiversion{"ring", 1, 1.0})});
  w.index();
  return w;
}

Ledger balanced() {
  Ledger l;
  add_mass(l);
  add_stocks(l);
  add_stations(l);
  add_road(l);
  add_fleet(l);
  add_effects(l);
  return l;
}

}  // namespace audit_fixture

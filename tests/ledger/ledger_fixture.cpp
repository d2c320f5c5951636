#include "ledger_fixture.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace railshift::test {
namespace {

const Month kMarch = make_month(2024, 3);

void add_network(World& w) {
  w.nodes = Table<Node>({{"a", "甲", 112.25, 37.5, NodeType::site, "140121"},
                         {"b", "乙", 112.5, 37.75, NodeType::junction, "140121"},
                         {"c", "丙", 112.0, 38.0, NodeType::station, "140109"}});
  Link first;
  first.id = "l-1";
  first.name_zh = "一号路";
  first.road = "g5";
  first.from = Id<Node>{0};
  first.to = Id<Node>{1};
  first.length = Kilometres{12.5};
  first.road_class = RoadClass::motorway;
  first.county = "140121";
  first.opens = make_date(2024, 12, 9);
  Link second = first;
  second.id = "l-2";
  second.from = Id<Node>{1};
  second.to = Id<Node>{2};
  second.ring = 1;
  second.opens.reset();
  w.links = Table<Link>({first, second});
}

void add_goods(World& w) {
  w.commodities =
      Table<Commodity>({{"coal", "煤", "coal", "power_fuel", true, false, "coal"}, {"coke", "焦炭", "coke", "", true, false, "coke"}});
  w.firms = Table<Firm>({{"fm-1", "一厂", "works one", "140121"}});
  Site mine, plant;
  mine.id = "si-mine";
  plant.id = "si-plant";
  w.sites = Table<Site>({mine, plant});
  w.segments = Table<Segment>({{"freight_heavy", "重型货车", "heavy trucks", VehicleType::heavy}});
  TruckClass semi;
  semi.id = "semi";
  w.truck_classes = Table<TruckClass>({semi});
  Flow coal, coke;
  coal.id = "fl-coal";
  coke.id = "fl-coke, \"hot\"";
  coal.destination = coke.origin = Id<Site>{1};
  coke.commodity = Id<Commodity>{1};
  w.flows = Table<Flow>({coal, coke});
  Chain road, rail;
  road.id = "ch-coal-road";
  Leg by_truck, by_rail;
  by_truck.seq = by_rail.seq = 1;
  by_rail.mode = Mode::rail;
  road.legs = {by_truck};
  rail.id = "ch-coal-rail";
  rail.legs = {by_rail};
  w.chains = Table<Chain>({road, rail});
}

}  // namespace

World ledger_world() {
  World w;
  w.settings.id = "fixture";
  w.settings.start = make_date(2024, 1, 1);
  w.settings.end = make_date(2025, 1, 1);
  add_network(w);
  add_goods(w);
  Siding siding;
  siding.id = "sd-plant";
  siding.site = Id<Site>{1};
  w.sidings = Table<Siding>({siding});
  Station gate;
  gate.id = "st-gate";
  w.stations = Table<Station>({gate});
  Pool pool;
  pool.id = "pl-semi";
  w.pools = Table<Pool>({pool});
  w.index();
  return w;
}

ledger::Ledger full_ledger() {
  const std::uint16_t diesel = EmissionClass{VehicleType::heavy, {Standard::china5, Powertrain::diesel}, Fault::tampered}.index();
  const AccessClass electric{Standard::zero_exhaust, Powertrain::electric};
  ledger::Ledger l;
  l.service = {
      {kMarch, Id<Flow>{0}, 0, false, diesel, Owner::local, ledger::Compliance::no_rule, 7, 0, 70'000, 0, 3'000, 0},
      {kMarch, Id<Flow>{1}, 1, true, diesel, Owner::hired, ledger::Compliance::violation, 7, 210'000, 70'000, 2'100'000, 4'000, 55}};
  l.traffic = {{kMarch, "140121", true, 1, RoadClass::motorway, 7, diesel, Owner::through, true, true, 140'000, 7'372'800}};
  l.links = {{kMarch, Id<Link>{1}, 2, electric.index(), Owner::local, true, 12}};
  l.stations = {{kMarch, Id<Station>{0}, 10, 9, 1, 2, 500, 600, 590, 5, 15, 100}};
  l.waits = {{kMarch, Id<Station>{0}, 33, 4}};
  l.stocks = {{kMarch, ledger::StockKind::site_in, 1, Id<Commodity>{0}, 100, 20, 30, 90, 3},
              {kMarch, ledger::StockKind::siding, 0, Id<Commodity>{1}, 0, 9'000'000'000'000, 0, 9'000'000'000'000, 0}};
  l.rail = {{kMarch, Id<Chain>{0}, std::nullopt, 1, 1, 3'500'000, 3'500'000, 10, 5, 100},
            {kMarch, Id<Chain>{1}, Id<Siding>{0}, 2, 1, 7'000'000, 3'500'000, 20, 6, 200}};
  l.chains = {{kMarch, Id<Chain>{0}, 9, 8, 7, 6, 1, 5, 4, 3}};
  l.reasons = {{kMarch, Id<Flow>{0}, Reason::spilled, 77}};
  l.flows = {{kMarch, Id<Flow>{0}, 1000, 900, 10, 90, 5, 25}};
  l.registers = {{kMarch, {Id<Segment>{0}, VehicleType::heavy, electric, 100, 9, {1, 2, 3, 4, 5}, 2, 94, 8, 123'456'789}}};
  l.frozen_bases = {{kMarch, {"ms-slag", 300, 90}}};
  l.pools = {{kMarch, Id<Pool>{0}, Owner::hired, 5, 3, 2, 6, 60, 10, 11, 12, 13, 14, 0}};
  l.effects = {{kMarch, "ms-slag", "trucks_removed", "trucks", 300, 90, 80}};
  l.diverted = {{kMarch, 1, "ms-through", 123'456, 23'456}};
  l.drift = {{kMarch, "base_shares", 654'321}, {kMarch, "duties", 765'432}};
  l.prices = {{kMarch, Id<Chain>{0}, 14'600'000, 960'000, 30'000'000, 2'500'000, 125}};
  l.load_waits = {{kMarch, Id<Pool>{0}, 17, 4}};
  l.journal = {{kMarch, "ms-slag", "acted", "trucks_removed=90 trucks"}};
  return l;
}

ledger::RunFile full_run() {
  ledger::RunFile run;
  run.request = {"fixture",        "plan", "variants/late.toml", {{"measure.m.price", "12"}, {"settings.seed", "4"}},
                 {"ms-a", "ms-b"}, 17,     "2024-07-01",         "step"};
  run.inputs = {{"scenario.toml", "[scenario]\nid = \"fixture\"\n", "aa"},
                {"tables/empty.csv", "", "bb"},
                {"tables/gb.csv", std::string("\xD6\xD0\0x", 4), "cc"}};
  run.ledger = full_ledger();
  return run;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "railshift-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace railshift::test

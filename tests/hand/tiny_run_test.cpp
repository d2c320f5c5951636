// Section 14 of tiny.md: what must hold of a run whatever its numbers are.
#include <catch2/catch.hpp>

#include <map>
#include <sstream>
#include <tuple>

#include "analysis/audit/audit.hpp"
#include "sim/ledger/run_file.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_run_test {
namespace {

/// A CSV without quotes as rows of cells by column name.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& csv) {
  std::istringstream text(csv.substr(csv.starts_with("\xEF\xBB\xBF") ? 3 : 0));
  const auto cells = [](const std::string& line) {
    std::vector<std::string> all;
    std::string cell;
    for (std::istringstream in(line + ","); std::getline(in, cell, ',');) all.push_back(cell);
    return all;
  };
  std::string line;
  std::getline(text, line);
  const std::vector<std::string> names = cells(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(text, line)) {
    const std::vector<std::string> values = cells(line);
    REQUIRE(values.size() == names.size());
    std::map<std::string, std::string>& row = rows.emplace_back();
    for (std::size_t c = 0; c < names.size(); ++c) row[names[c]] = values[c];
  }
  return rows;
}

using Key = std::tuple<std::string, std::string, int, std::string, std::string, std::string>;  // month, flow, leg, truck, owner, compliance
struct Sums {
  std::int64_t trips = 0, kg = 0, metres = 0, kg_metres = 0, drive_ticks = 0, wait_ticks = 0;
  friend bool operator==(const Sums&, const Sums&) = default;
};

struct Way {
  std::int64_t metres = 0, ticks = 0;
};

std::map<Key, Sums> totals_of_trips(const Town& town) {
  std::map<std::string, Way> ways;
  for (auto& cell : rows_of(town.cells_csv)) {
    ways[cell["route"]].metres += std::stoll(cell["metres"]);
    ways[cell["route"]].ticks += std::stoll(cell["ticks"]);
  }
  std::map<Key, Sums> sums;
  for (auto& trip : rows_of(town.trips_csv)) {
    const std::string truck = trip["vehicle_type"] + trip["standard"] + trip["powertrain"] + trip["fault"];
    Sums& s = sums[{trip["month"], trip["flow"], std::stoi(trip["leg"]), truck, trip["owner"], trip["compliance"]}];
    const std::int64_t kg = std::stoll(trip["kg"]);
    const Way way = ways[trip["route"]];
    ++s.trips;
    s.kg += kg;
    s.metres += way.metres;
    s.kg_metres += kg * way.metres;
    s.drive_ticks += way.ticks;
    s.wait_ticks += std::stoll(trip["wait_ticks"]);
  }
  return sums;
}

std::map<Key, Sums> totals_of_service(const Town& town) {
  std::map<Key, Sums> sums;
  for (const ledger::ServiceRow& row : town.ledger.service) {
    const Flow& flow = town.world.flows[row.flow];
    if (town.world.truck_classes[flow.truck_class].simulate == Simulate::count) continue;  // counts are no trips of ours
    const EmissionClass v = EmissionClass::from_index(row.vehicle);
    std::string truck{to_text(v.type)};
    truck.append(to_text(v.access.standard)).append(to_text(v.access.powertrain)).append(to_text(v.fault));
    sums[{to_string(row.month), flow.id, row.leg, truck, std::string(to_text(row.owner)), std::string(ledger::to_text(row.compliance))}] = {
        row.trips, row.kg, row.metres, row.kg_km * 1000, row.drive_ticks, row.wait_ticks};
  }
  return sums;
}

}  // namespace

TEST_CASE("tiny: stepping the clock event by event gives the same tables as running ahead", "[hand]") {
  TownRequest request;
  const auto ahead = ledger::table_hashes(run_town(request).ledger);
  request.kernel = engine::Kernel::step;
  const auto step = ledger::table_hashes(run_town(request).ledger);
  CHECK(ahead.size() >= 14);
  CHECK(ahead == step);
}

TEST_CASE("tiny: the trips added up anew are the service table", "[hand]") {
  TownRequest request;
  request.trips = Trips::keep;
  const Town town = run_town(request);
  const auto trips = totals_of_trips(town);
  const auto service = totals_of_service(town);
  CHECK(trips.size() > 100);
  REQUIRE(trips.size() == service.size());
  for (const auto& [key, sums] : trips) {
    INFO(std::get<0>(key) << " " << std::get<1>(key) << " leg " << std::get<2>(key) << " " << std::get<3>(key));
    REQUIRE(service.contains(key));
    CHECK(service.at(key) == sums);
  }
}

TEST_CASE("tiny: the audit finds nothing", "[hand]") {
  const Town& town = planned_town();
  const analysis::AuditResult audit = analysis::audit(town.world, town.ledger);
  for (const analysis::Breach& b : audit.breaches) {
    UNSCOPED_INFO(b.table << " " << b.month << " " << b.key << ": " << b.identity << " " << b.residual << " " << b.unit);
  }
  CHECK(audit.breaches.empty());
  CHECK_FALSE(audit.identities.empty());
}

TEST_CASE("tiny: until the plan begins baseline and plan are the same run", "[hand]") {
  TownRequest request;
  request.until = make_date(2023, 7, 1);
  auto plan = ledger::table_hashes(run_town(request).ledger);
  request.layer = Layer::baseline;
  auto baseline = ledger::table_hashes(run_town(request).ledger);
  // The journal names the measures that a run was given, also those that have not begun.
  plan.erase("journal");
  baseline.erase("journal");
  CHECK(plan.size() >= 13);
  CHECK(plan == baseline);
}

TEST_CASE("tiny: without the plan no ore goes by rail and no old truck leaves", "[hand]") {
  TownRequest request;
  request.layer = Layer::baseline;
  const Town town = run_town(request);
  const Id<Chain> rail = chain_named(town.world, "ch-ore-rail");
  CHECK(total(
            town.ledger.chains, [&](const auto& r) { return r.chain == rail; }, [](const auto& r) { return r.planned_kg; }) == 0);
  const auto china3 = [](const auto& r) { return r.month == make_month(2024, 12) && r.tally.access.standard == Standard::china3; };
  CHECK(total(town.ledger.registers, china3, [](const auto& r) { return r.tally.close; }) == 14);
}

}  // namespace railshift::hand::tiny_run_test

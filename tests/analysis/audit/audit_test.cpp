#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "analysis/audit/audit.hpp"
#include "sim/ledger/layout.hpp"
#include "tests/analysis/audit_fixture.hpp"

namespace audit_test {

using namespace railshift;
using analysis::AuditResult;
using analysis::Breach;
using audit_fixture::kFebruary;
using audit_fixture::kJanuary;

namespace {

AuditResult audited(const ledger::Ledger& ledger) {
  static const World world = audit_fixture::world();
  return analysis::audit(world, ledger);
}

bool names_table(const Breach& breach, const std::string& table) {
  return (", " + breach.table + ", ").find(", " + table + ", ") != std::string::npos;
}
/// "2024-01" or "2024-01..2024-02".
bool names_month(const Breach& breach, Month month) {
  const std::string text = to_string(month);
  return breach.month.substr(0, 7) <= text && text <= breach.month.substr(breach.month.size() - 7);
}

bool has_breach(const AuditResult& result, const std::string& table, const std::string& month, const std::string& identity,
                std::int64_t residual) {
  return std::any_of(result.breaches.begin(), result.breaches.end(), [&](const Breach& b) {
    return names_table(b, table) && b.month == month && b.identity.find(identity) != std::string::npos && b.residual == residual;
  });
}

/// What a change of one cell by 1 does: noticed at its place, noticed elsewhere only, or not at all.
enum class Notice { at_its_place, elsewhere, none };

/// `column` must not outlive the call: the change is taken back.
template <class Row>
Notice notice(ledger::Ledger& ledger, Row& row, const ledger::Column<Row>& column) {
  const std::int64_t value = *column.number(row);
  column.set_number(row, value + 1);
  const AuditResult result = audited(ledger);
  column.set_number(row, value);
  if (result.breaches.empty()) return Notice::none;
  const std::string table(ledger::layout<Row>().name);
  const bool found = std::any_of(result.breaches.begin(), result.breaches.end(),
                                 [&](const Breach& b) { return names_table(b, table) && names_month(b, row.month); });
  return found ? Notice::at_its_place : Notice::elsewhere;
}

}  // namespace

TEST_CASE("books that balance pass the audit", "[analysis]") {
  const AuditResult result = audited(audit_fixture::balanced());
  for (const Breach& b : result.breaches) {
    UNSCOPED_INFO(b.table << " " << b.month << " " << b.key << ": " << b.identity << " off by " << b.residual << " " << b.unit);
  }
  CHECK(result.breaches.empty());
  for (const std::string& identity : result.identities) {
    INFO(identity);
    if (identity.starts_with("exhaust: ")) continue;  // these books have no emission factors; tiny and the cities have
    CHECK(identity.find("(0 checked)") == std::string::npos);
  }
}

TEST_CASE("no row of a table is overlooked for being the first or the last", "[analysis]") {
  ledger::Ledger l = audit_fixture::balanced();
  const auto turn = [&l](auto& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::rotate(rows.begin(), rows.begin() + 1, rows.end());
      CHECK(audited(l).breaches.empty());
    }
  };
  turn(l.traffic);
  turn(l.service);
  turn(l.chains);
  turn(l.flows);
  turn(l.registers);
  turn(l.effects);
}

TEST_CASE("an empty ledger has nothing to break and nothing uncovered", "[analysis]") {
  const AuditResult result = audited({});
  CHECK(result.breaches.empty());
  CHECK(result.uncovered.empty());
}

TEST_CASE("a change of any number by 1 is noticed in its table and month unless the audit lists it as uncovered", "[analysis]") {
  ledger::Ledger ledger = audit_fixture::balanced();
  std::vector<std::string> silent_columns;
  ledger::for_each_table(ledger, [&](auto& rows) {
    using Row = typename std::decay_t<decltype(rows)>::value_type;
    for (const auto& column : ledger::layout<Row>().columns) {
      if (column.role == ledger::Role::key || column.dimension != ledger::Dimension::none || column.is_text()) continue;
      REQUIRE(!rows.empty());
      std::size_t silent = 0;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        INFO(ledger::layout<Row>().name << "." << column.name << ", row " << i);
        const Notice seen = notice(ledger, rows[i], column);
        CHECK(seen != Notice::elsewhere);
        silent += seen == Notice::none ? 1 : 0;
      }
      if (silent == 0) continue;
      std::string line = std::string(ledger::layout<Row>().name) + "." + std::string(column.name);
      if (silent < rows.size()) line += " (" + std::to_string(silent) + " of " + std::to_string(rows.size()) + " rows)";
      silent_columns.push_back(line);
    }
  });
  CHECK(audited(ledger).uncovered == silent_columns);
}

TEST_CASE("the list of uncovered numbers is short and known", "[analysis]") {
  CHECK(audited(audit_fixture::balanced()).uncovered == std::vector<std::string>{"service.trips (1 of 7 rows)",
                                                                                 "service.kg_km (6 of 7 rows)",
                                                                                 "service.wait_ticks",
                                                                                 "traffic.ticks (1 of 7 rows)",
                                                                                 "links.vehicles",
                                                                                 "stations.busy_ticks (1 of 2 rows)",
                                                                                 "stations.wait_ticks (1 of 2 rows)",
                                                                                 "stations.found_full",
                                                                                 "stations.turned_away",
                                                                                 "waits.trucks (1 of 3 rows)",
                                                                                 "stocks.short_kg (6 of 10 rows)",
                                                                                 "stocks.stopped_ticks",
                                                                                 "rail.dwell_ticks",
                                                                                 "rail.slot_wait_ticks",
                                                                                 "rail.run_ticks",
                                                                                 "chains.requested_kg",
                                                                                 "chains.accepted_kg",
                                                                                 "registers.sold_aged",
                                                                                 "registers.sold_compulsory",
                                                                                 "registers.sold_retire_order",
                                                                                 "registers.sold_frozen_base_order",
                                                                                 "registers.sold_stock_quota",
                                                                                 "registers.ordered_joined",
                                                                                 "registers.mileage_metres",
                                                                                 "frozen_bases.left_total",
                                                                                 "frozen_bases.left_by_order",
                                                                                 "pools.origin_wait_ticks",
                                                                                 "pools.destination_wait_ticks",
                                                                                 "pools.loads_waiting_ticks",
                                                                                 "pools.least_empty_metres",
                                                                                 "effects.in_scope",
                                                                                 "effects.acted (1 of 5 rows)",
                                                                                 "effects.changed",
                                                                                 "drift.rail_kg (1 of 3 rows)",
                                                                                 "prices.truck",
                                                                                 "prices.hire_premium",
                                                                                 "prices.rail"});
}

TEST_CASE("a breach says table, month, key, identity, residual and unit", "[analysis]") {
  ledger::Ledger ledger = audit_fixture::balanced();
  ledger.stocks[0].out_kg += 7;  // also against what the coal flow was offered
  const AuditResult result = audited(ledger);
  REQUIRE(result.breaches.size() == 2);
  const Breach& balance = result.breaches[0];
  CHECK(balance.table == "stocks");
  CHECK(balance.month == "2024-01");
  CHECK(balance.key == "kind=site_out place=si-mine commodity=coal");
  CHECK(balance.identity == "open_kg + in_kg - out_kg = close_kg");
  CHECK(balance.residual == -7);
  CHECK(balance.unit == "kg");
  CHECK(result.breaches[1].table == "stocks, flows");
  CHECK(result.breaches[1].residual == 7);
}

TEST_CASE("an hour that a truck says it stood at a station and no station saw is a breach", "[analysis]") {
  ledger::Ledger ledger = audit_fixture::balanced();
  // The truck's own book still fills its month: an hour less on the road, an hour more at the origin.
  ledger.pools[1].origin_ticks += 100;
  ledger.pools[1].loaded_ticks -= 100;
  const AuditResult result = audited(ledger);
  CHECK(has_breach(result, "stations, pools", "2024-02", "by the trucks' own clocks", -100));
  CHECK(result.breaches.size() == 1);
}

TEST_CASE("a stock that vanishes between two months is a breach", "[analysis]") {
  ledger::Ledger ledger = audit_fixture::balanced();
  ledger::PoolRow& february = ledger.pools[1];
  february.owner = Owner::hired;
  february.open = february.close = 4;
  february.joined = february.left = 0;
  const AuditResult result = audited(ledger);
  CHECK(has_breach(result, "pools", "2024-01", "open = close of the month before", -52));  // 52 local trucks are gone
  CHECK(has_breach(result, "pools", "2024-02", "open = close of the month before", 4));    // 4 hired ones came from nowhere
  CHECK(result.breaches.size() == 2);
}

TEST_CASE("bounds notice what no equation covers", "[analysis]") {
  ledger::Ledger ledger = audit_fixture::balanced();
  ledger.chains[1].accepted_kg = 240'003;         // 240,000 kg were requested
  ledger.rail[0].slot_wait_ticks = 905;           // of a dwell of 900
  ledger.registers[0].tally.sold_away[0] = 8;     // and 2 by other causes; 8 left
  ledger.registers[0].tally.ordered_joined = 11;  // 10 joined
  ledger.frozen_bases[1].tally.left_total = 80;   // 90 before
  ledger.frozen_bases[1].tally.left_by_order = 81;
  ledger.stations[1].wait_ticks = 40'000;  // 100 waits of at most 303 ticks
  ledger.links[0].vehicles = -1;
  ledger.traffic[3].speed_bin = 7;  // 62 km/h
  const AuditResult result = audited(ledger);
  CHECK(has_breach(result, "chains", "2024-01", "accepted_kg <= requested_kg", 3));
  CHECK(has_breach(result, "rail", "2024-01", "slot_wait_ticks <= dwell_ticks", 5));
  CHECK(has_breach(result, "registers", "2024-01", "transferred out by every cause <= left by every cause", 2));
  CHECK(has_breach(result, "frozen_bases", "2024-02", "left_by_order <= left_total", 1));
  CHECK(has_breach(result, "registers", "2024-01", "ordered_joined <= joined", 1));
  CHECK(has_breach(result, "frozen_bases", "2024-02", "left_total does not fall", -10));
  CHECK(has_breach(result, "stations", "2024-02", "bounds of the wait buckets",
                   40'000 - 100 * (ledger::wait_bucket_floor(static_cast<std::uint16_t>(ledger::wait_bucket(300) + 1)) - 1)));
  CHECK(has_breach(result, "links", "2024-01", "no number is below 0", -1));
  CHECK(has_breach(result, "traffic", "2024-01", "speed_bin", -1));
  CHECK(result.breaches.size() == 9);
}

TEST_CASE("a frozen base holds what has left of it, to the last truck", "[analysis]") {
  auto [left, breaches] = GENERATE(table<std::int64_t, std::size_t>({{300, 0}, {301, 1}}));
  ledger::Ledger ledger = audit_fixture::balanced();
  ledger.frozen_bases[1].tally.left_total = left;
  CHECK(audited(ledger).breaches.size() == breaches);
}

TEST_CASE("counted loads lag behind deliveries by less than one payload", "[analysis]") {
  // January: 105 t delivered. 10 loads of 10 t leave 5 t; 9 loads leave 15 t, which is more than one payload holds back.
  auto [trips, sound] = GENERATE(table<std::int64_t, bool>({{10, true}, {9, false}, {11, true}, {12, false}}));
  ledger::Ledger ledger = audit_fixture::balanced();
  ledger.service[3].trips = trips;
  ledger.service[3].kg = trips * 10'000;
  std::erase_if(ledger.service, [](const ledger::ServiceRow& r) { return r.month == kFebruary && r.flow == Id<Flow>{2}; });
  std::erase_if(ledger.chains, [](const ledger::ChainRow& r) { return r.month == kFebruary && r.chain == Id<Chain>{4}; });
  const AuditResult result = audited(ledger);
  const bool found = std::any_of(result.breaches.begin(), result.breaches.end(),
                                 [](const Breach& b) { return b.identity.find("less than one payload") != std::string::npos; });
  CHECK(found == !sound);
}

TEST_CASE("two rows of one key are a breach", "[analysis]") {
  ledger::Ledger ledger = audit_fixture::balanced();
  ledger.links.push_back(ledger.links.front());
  const AuditResult result = audited(ledger);
  REQUIRE(result.breaches.size() == 1);
  CHECK(result.breaches[0].identity == "at most one row a key");
  CHECK(result.breaches[0].key.find("link=l-1") != std::string::npos);
  CHECK(result.breaches[0].residual == 1);
  CHECK(result.breaches[0].unit == "rows");
}

TEST_CASE("tonnes brought to a yard by truck are those that the yard took in", "[analysis]") {
  ledger::Ledger ledger = audit_fixture::balanced();
  ledger.service[1].trips += 1;
  ledger.service[1].kg += 30'000;
  const AuditResult result = audited(ledger);
  REQUIRE(result.breaches.size() == 1);
  CHECK(result.breaches[0].table == "service, chains, stocks");
  CHECK(result.breaches[0].key == "commodity=coal");
  CHECK(result.breaches[0].residual == 30'000);
}

}  // namespace audit_test

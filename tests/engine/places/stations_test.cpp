#include <catch2/catch.hpp>

#include <vector>

#include "sim/engine/places/stations.hpp"

namespace stations_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

constexpr Tick kMonth = 1'000;  // any length does: a station knows its month only by begin and end

StationState bays(int servers) {
  Station station;
  station.id = "sv-bays";
  station.servers = servers;
  static const rules::WorkingHours always;
  return StationState(station, Id<Station>{3}, always);
}

/// Little's law of a month, exact: the time integral of those present is what those who left spent here, and what the clocks of those
/// present show more than at the start.
Tick little_gap(const ledger::StationRow& r) { return r.presence_ticks - (r.sojourn_ticks - r.clocks_open + r.clocks_close); }

}  // namespace

TEST_CASE("two bays serve five trucks first come, first served", "[engine]") {
  StationState station = bays(2);
  station.begin_month(kMonth);
  // truck:    A      B      C      D      E
  // arrives   0      10     20     30     200
  // service   100    50     70     10     5
  // bay       1      2      2      1      either
  // starts    0      10     60     100    200
  // ends      100    60     130    110    205
  const Passage a = station.arrive(0, 100, true);
  const Passage b = station.arrive(10, 50, true);
  const Passage c = station.arrive(20, 70, true);
  const Passage d = station.arrive(30, 10, true);
  const Passage e = station.arrive(200, 5, true);
  CHECK((a.start == 0 && a.end == 100));
  CHECK((b.start == 10 && b.end == 60));
  CHECK((c.start == 60 && c.end == 130));
  CHECK((d.start == 100 && d.end == 110));
  CHECK((e.start == 200 && e.end == 205));

  ledger::Ledger out;
  station.end_month(make_month(2023, 1), out);
  REQUIRE(out.stations.size() == 1);
  const ledger::StationRow& row = out.stations.front();
  CHECK(row.station == Id<Station>{3});
  CHECK(row.arrived == 5);
  CHECK(row.left == 5);
  CHECK(row.present_close == 0);
  CHECK(row.busy_ticks == 100 + 50 + 70 + 10 + 5);
  CHECK(row.wait_ticks == 0 + 0 + 40 + 70 + 0);
  // sojourns 100 + 50 + 110 + 80 + 5
  CHECK(row.sojourn_ticks == 345);
  CHECK(row.presence_ticks == 345);
  CHECK(little_gap(row) == 0);
}

TEST_CASE("presence and service are split exactly at the month end, waits belong to the month in which service begins", "[engine]") {
  StationState station = bays(1);
  station.begin_month(kMonth);
  // A arrives at 900 for 300 (900..1200), B at 950 for 100 (waits to 1200, leaves at 1300).
  station.arrive(900, 300, true);
  station.arrive(950, 100, true);
  ledger::Ledger out;
  station.end_month(make_month(2023, 1), out);
  station.begin_month(2 * kMonth);
  station.end_month(make_month(2023, 2), out);
  REQUIRE(out.stations.size() == 2);

  const ledger::StationRow& first = out.stations[0];
  CHECK(first.arrived == 2);
  CHECK(first.left == 0);
  CHECK(first.present_open == 0);
  CHECK(first.present_close == 2);
  CHECK(first.busy_ticks == 100);
  CHECK(first.presence_ticks == 100 + 50);
  CHECK(first.clocks_close == 100 + 50);
  CHECK(first.wait_ticks == 0);
  CHECK(little_gap(first) == 0);

  const ledger::StationRow& second = out.stations[1];
  CHECK(second.arrived == 0);
  CHECK(second.left == 2);
  CHECK(second.present_open == 2);
  CHECK(second.present_close == 0);
  CHECK(second.busy_ticks == 200 + 100);
  CHECK(second.presence_ticks == 200 + 300);
  CHECK(second.clocks_open == 150);
  CHECK(second.sojourn_ticks == 300 + 350);
  CHECK(second.wait_ticks == 250);
  CHECK(little_gap(second) == 0);

  // One wait of 0 in the first month, one of 250 ticks in the second.
  REQUIRE(out.waits.size() == 2);
  CHECK((out.waits[0].bucket == ledger::wait_bucket(0) && out.waits[0].trucks == 1));
  CHECK((out.waits[1].month == make_month(2023, 2) && out.waits[1].bucket == ledger::wait_bucket(250)));
}

TEST_CASE("a truck that is known to come next month counts when it comes", "[engine]") {
  StationState station = bays(1);
  station.begin_month(kMonth);
  // A: 900..1050. B comes at 1040 (known already in this month), waits to 1050, leaves at 1100.
  station.arrive(900, 150, true);
  station.arrive(1'040, 50, true);
  ledger::Ledger out;
  station.end_month(make_month(2023, 1), out);
  station.begin_month(2 * kMonth);
  station.end_month(make_month(2023, 2), out);
  const ledger::StationRow& first = out.stations[0];
  CHECK(first.arrived == 1);
  CHECK(first.present_close == 1);
  CHECK(first.presence_ticks == 100);
  CHECK(first.clocks_close == 100);
  CHECK(little_gap(first) == 0);
  const ledger::StationRow& second = out.stations[1];
  CHECK(second.arrived == 1);
  CHECK(second.left == 2);
  CHECK(second.present_open == 1);
  CHECK(second.clocks_open == 100);
  CHECK(second.presence_ticks == 50 + 60);
  CHECK(second.busy_ticks == 50 + 50);
  CHECK(second.wait_ticks == 10);
  CHECK(little_gap(second) == 0);
}

TEST_CASE("who leaves at midnight of the month end leaves in the new month", "[engine]") {
  for (const Tick end : {kMonth - 1, kMonth}) {
    StationState station = bays(1);
    station.begin_month(kMonth);
    station.arrive(end - 10, 10, true);
    ledger::Ledger out;
    station.end_month(make_month(2023, 1), out);
    CHECK(out.stations[0].left == (end < kMonth ? 1 : 0));
    CHECK(out.stations[0].present_close == (end < kMonth ? 0 : 1));
    CHECK(out.stations[0].busy_ticks == 10);
    CHECK(little_gap(out.stations[0]) == 0);
  }
}

TEST_CASE("a service longer than a month is busy through every month that it touches", "[engine]") {
  StationState station = bays(1);
  ledger::Ledger out;
  for (int m = 1; m <= 3; ++m) {
    station.begin_month(m * kMonth);
    if (m == 1) station.arrive(400, 2'000, true);
    station.end_month(make_month(2023, m), out);
  }
  std::vector<Tick> busy;
  for (const auto& row : out.stations) {
    busy.push_back(row.busy_ticks);
    CHECK(little_gap(row) == 0);
  }
  CHECK(busy == std::vector<Tick>{600, 1'000, 400});
}

}  // namespace stations_test

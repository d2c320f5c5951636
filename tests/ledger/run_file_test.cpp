#include <catch2/catch.hpp>

#include <chrono>
#include <cstring>
#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>

#include "ledger_fixture.hpp"
#include "sim/ledger/run_file.hpp"

namespace run_file_test {

using namespace railshift;
using namespace railshift::ledger;
using Catch::Matchers::Contains;

namespace {

std::filesystem::path written(const test::TemporaryFolder& folder) {
  write_run_file(folder.file("run.gpkg"), test::ledger_world(), test::full_run());
  return folder.file("run.gpkg");
}

std::int64_t number(SQLite::Database& db, const std::string& sql) { return db.execAndGet(sql).getInt64(); }

}  // namespace

TEST_CASE("a run file gives back the request, the inputs and every table", "[ledger]") {
  const test::TemporaryFolder folder;
  const RunFile run = test::full_run();
  const RunFile read = read_run_file(written(folder));
  CHECK(read.request.scenario_folder_name == "fixture");
  CHECK(read.request.layer == "plan");
  CHECK(read.request.variant == run.request.variant);
  CHECK(read.request.set == run.request.set);
  CHECK(read.request.removed_measures == run.request.removed_measures);
  CHECK(read.request.seed == 17);
  CHECK(read.request.until == "2024-07-01");
  CHECK(read.request.kernel == "step");
  REQUIRE(read.inputs.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(read.inputs[i].path == run.inputs[i].path);
    CHECK(read.inputs[i].content == run.inputs[i].content);
    CHECK(read.inputs[i].sha256 == run.inputs[i].sha256);
  }
  CHECK(table_hashes(read.ledger) == table_hashes(run.ledger));
  CHECK(!read.ledger.rail[0].siding.has_value());
  CHECK(read.ledger.rail[1].siding == Id<Siding>{0});
  CHECK(read.ledger.journal[0].detail == "trucks_removed=90 trucks");
}

TEST_CASE("equal runs give equal bytes and no unfinished file stays behind", "[ledger]") {
  const test::TemporaryFolder folder;
  const std::string bytes = test::read_bytes(written(folder));
  write_run_file(folder.file("again.gpkg"), test::ledger_world(), test::full_run());
  CHECK(!bytes.empty());
  CHECK(test::read_bytes(folder.file("again.gpkg")) == bytes);
  CHECK(!std::filesystem::exists(folder.file("run.gpkg.tmp")));
  CHECK(test::read_bytes(written(folder)) == bytes);  // over an old file and after it
}

TEST_CASE("a run file is a GeoPackage whose contents are registered and exist", "[ledger]") {
  const test::TemporaryFolder folder;
  SQLite::Database db(written(folder).string());
  CHECK(number(db, "PRAGMA application_id") == 0x47504B47);
  CHECK(number(db, "PRAGMA user_version") == 10300);
  CHECK(db.execAndGet("PRAGMA integrity_check").getString() == "ok");
  CHECK(number(db, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  for (const int srs : {-1, 0, 4326})
    CHECK(number(db, "SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id = " + std::to_string(srs)) == 1);
  CHECK(number(db, "SELECT count(*) FROM gpkg_contents WHERE data_type NOT IN ('features', 'attributes')") == 0);
  CHECK(number(db, "SELECT count(*) FROM gpkg_contents WHERE table_name NOT IN (SELECT name FROM sqlite_master)") == 0);
  CHECK(number(db, "SELECT count(*) FROM gpkg_contents WHERE table_name IN ('service', 'service_view', 'journal', 'dim_flow')") == 4);
  CHECK(number(db, "SELECT count(DISTINCT last_change) FROM gpkg_contents") == 1);
  SQLite::Statement contents(db, "SELECT table_name FROM gpkg_contents");
  while (contents.executeStep()) {
    const std::string table = contents.getColumn(0).getString();
    INFO(table);
    CHECK(number(db, "SELECT count(*) FROM \"" + table + "\"") >= 1);
  }
}

TEST_CASE("road links are lines in longitude and latitude", "[ledger]") {
  const test::TemporaryFolder folder;
  SQLite::Database db(written(folder).string());
  CHECK(number(db,
               "SELECT count(*) FROM gpkg_geometry_columns WHERE table_name = 'link_geometry' AND geometry_type_name = 'LINESTRING' AND "
               "srs_id = 4326 AND z = 0 AND m = 0") == 1);
  SQLite::Statement box(db, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'link_geometry'");
  REQUIRE(box.executeStep());
  CHECK(box.getColumn(0).getDouble() == 112.0);
  CHECK(box.getColumn(1).getDouble() == 37.5);
  CHECK(box.getColumn(2).getDouble() == 112.5);
  CHECK(box.getColumn(3).getDouble() == 38.0);
  SQLite::Statement line(db, "SELECT geom, id, length_m, opens FROM link_geometry WHERE link = 0");
  REQUIRE(line.executeStep());
  const std::string blob = line.getColumn(0).getString();
  // header 8 + envelope 32, then WKB: byte order 1, type 4, count 4, two points of 16
  REQUIRE(blob.size() == 8 + 32 + 9 + 32);
  CHECK(blob.substr(0, 2) == "GP");
  CHECK(blob[3] == 3);
  CHECK(blob[40] == 1);
  CHECK(blob[41] == 2);
  double coordinates[4];
  std::memcpy(coordinates, blob.data() + 49, sizeof coordinates);
  CHECK(coordinates[0] == 112.25);
  CHECK(coordinates[1] == 37.5);
  CHECK(coordinates[2] == 112.5);
  CHECK(coordinates[3] == 37.75);
  CHECK(line.getColumn(1).getString() == "l-1");
  CHECK(line.getColumn(2).getInt64() == 12'500);
  CHECK(line.getColumn(3).getString() == "2024-12-09");
}

TEST_CASE("views show months and labels instead of indices", "[ledger]") {
  const test::TemporaryFolder folder;
  SQLite::Database db(written(folder).string());
  SQLite::Statement service(
      db, "SELECT month, flow, loaded, vehicle_type, standard, powertrain, fault, owner, compliance, kg FROM service_view WHERE fid = 2");
  REQUIRE(service.executeStep());
  const std::vector<std::string> expected = {"2024-03", "fl-coke, \"hot\"", "yes",   "heavy",     "china5",
                                             "diesel",  "tampered",         "hired", "violation", "210000"};
  for (int i = 0; i < static_cast<int>(expected.size()); ++i)
    CHECK(service.getColumn(i).getString() == expected[static_cast<std::size_t>(i)]);
  CHECK(db.execAndGet("SELECT place FROM stocks_view WHERE kind = 'siding'").getString() == "sd-plant");
  CHECK(db.execAndGet("SELECT siding IS NULL FROM rail_view WHERE fid = 1").getInt() == 1);
  CHECK(db.execAndGet("SELECT standard FROM registers_view").getString() == "zero_exhaust");
  CHECK(db.execAndGet("SELECT reason FROM reasons_view").getString() == "spilled");
  CHECK(db.execAndGet("SELECT unit FROM fold_column WHERE table_name = 'pools' AND name = 'idle_ticks'").getString() == "ticks");
}

TEST_CASE("what is not a complete run file is refused with a sentence", "[ledger]") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_WITH(read_run_file(folder.file("none.gpkg")), Contains("none.gpkg is not a complete run file: it does not exist"));
  std::ofstream(folder.file("text.gpkg")) << "not a database, but long enough to be looked at by any reader that tries to open it";
  CHECK_THROWS_WITH(read_run_file(folder.file("text.gpkg")), Contains("is not a complete run file"));
  SQLite::Database(folder.file("other.gpkg").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE a (b)");
  CHECK_THROWS_WITH(read_run_file(folder.file("other.gpkg")), Contains("it is not a GeoPackage"));
  const std::filesystem::path run = written(folder);
  SQLite::Database(run.string(), SQLite::OPEN_READWRITE).exec("DELETE FROM service WHERE fid = 1");
  CHECK_THROWS_WITH(read_run_file(run), Contains("table service has 1 rows and should have 2"));
  SQLite::Database(written(folder).string(), SQLite::OPEN_READWRITE).exec("DROP VIEW waits_view; DROP TABLE waits");
  CHECK_THROWS_WITH(read_run_file(run), Contains("it has no table waits"));
}

TEST_CASE("a run file that cannot be written says so", "[ledger]") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(write_run_file(folder.file("none/run.gpkg"), test::ledger_world(), test::full_run()), std::runtime_error);
}

// The bound is several times what an optimised build takes.
TEST_CASE("two and a half million rows are written within a minute and read again", "[ledger][slow]") {
  const test::TemporaryFolder folder;
  RunFile run;
  for (int i = 0; i < 1'500'000; ++i) {
    TrafficRow row;
    row.month = make_month(2020, 1) + i / 18'000;
    row.county = "140121";
    row.speed_bin = i % 12;
    row.metres = i * 1000LL;
    row.ticks = i * 60'000LL;
    run.ledger.traffic.push_back(row);
    if (i % 3 != 0) run.ledger.links.push_back({row.month, Id<Link>{1}, static_cast<std::uint8_t>(i % 4), 40, Owner::local, true, i});
  }
  const auto begin = std::chrono::steady_clock::now();
  write_run_file(folder.file("big.gpkg"), test::ledger_world(), run);
  const std::chrono::duration<double> writing = std::chrono::steady_clock::now() - begin;
  const RunFile read = read_run_file(folder.file("big.gpkg"));
  const std::chrono::duration<double> both = std::chrono::steady_clock::now() - begin;
  INFO("written in " << writing.count() << " s, read in " << (both - writing).count() << " s");
  CHECK(read.ledger.traffic.size() == 1'500'000);
  CHECK(read.ledger.links.back().vehicles == 1'499'999);
  CHECK(writing.count() < 60.0);
}

}  // namespace run_file_test

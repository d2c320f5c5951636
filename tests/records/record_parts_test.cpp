/// The parts that imports of records are made of.
#include <catch2/catch.hpp>

#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/gate/gate_flows.hpp"
#include "sim/scenario/records/gate/gate_tally.hpp"
#include "sim/scenario/records/reading/misfits.hpp"
#include "sim/scenario/records/reading/usual_columns.hpp"
#include "sim/scenario/records/record_numbers.hpp"
#include "sim/scenario/records/record_words.hpp"
#include "tests/support/small_scenario.hpp"

namespace record_parts_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

World world_of(const Files& files) {
  const Loaded loaded = load(files, {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  return *loaded.world;
}

Passage passage(Date day, Direction direction, Cargo cargo, std::optional<std::int64_t> kg = std::nullopt) {
  Passage p;
  p.line = 7;
  p.day = day;
  p.site = Id<Site>{1};
  p.direction = direction;
  p.standard = Standard::china5;
  p.cargo = cargo;
  p.commodity = Id<Commodity>{0};
  p.kg = kg;
  return p;
}

const Date kMay = make_date(2023, 5, 31);

}  // namespace

TEST_CASE("rows of a record are told as runs, in the order in which they came", "[records]") {
  LineRanges lines;
  CHECK(lines.text().empty());
  CHECK(lines.first() == 0);
  for (const int line : {3, 4, 5, 9, 11, 12}) lines.add(line);
  CHECK(lines.text() == "3-5, 9, 11-12");
  CHECK(lines.count() == 6);
  CHECK(lines.first() == 3);
}

TEST_CASE("misfits stand by their first row and count all of them", "[records]") {
  Misfits misfits;
  CHECK(misfits.empty());
  misfits.add(Words{"厂区未知", "site unknown"}, 9);
  misfits.add(Words{"没有重量", "no weight"}, 4);
  misfits.add(Words{"厂区未知", "site unknown"}, 10);
  CHECK(misfits.rows() == 3);
  const auto sorted = misfits.sorted();
  REQUIRE(sorted.size() == 2);
  CHECK(sorted[0].what == Words{"没有重量", "no weight"});
  CHECK(sorted[0].found() == sorted[0].what);
  CHECK(sorted[1].found() == Words{"厂区未知（第 9-10 行）", "site unknown (rows 9-10)"});
  CHECK(sorted[1].lines.text() == "9-10");
}

TEST_CASE("shares of six decimals sum to one: the largest remainders get what is left", "[records]") {
  CHECK(share_texts({1, 1, 1}) == std::vector<std::string>{"0.333334", "0.333333", "0.333333"});
  CHECK(share_texts({1, 2}) == std::vector<std::string>{"0.333333", "0.666667"});
  CHECK(share_texts({0, 5}) == std::vector<std::string>{"0.000000", "1.000000"});
}

TEST_CASE("tonnes are written to the kilogram without needless zeros", "[records]") {
  CHECK(tonnes_text(0) == "0");
  CHECK(tonnes_text(1'234'500) == "1234.5");
  CHECK(tonnes_text(1'234'000) == "1234");
  CHECK(tonnes_text(10) == "0.01");
  CHECK(id_part("zero_exhaust") == "zero-exhaust");
  CHECK(list_of({make_month(2023, 1), make_month(2023, 12)}) == "2023-01, 2023-12");
  CHECK(list_of({}).empty());
}

TEST_CASE("an empty truck counts as a truck and brings no load", "[records]") {
  GateCount count;
  count.add(passage(kMay, Direction::in, Cargo::empty, 9'000));
  CHECK(count.trucks == 1);
  CHECK(count.loaded == 0);
  CHECK(count.kg == 0);
  count.add(passage(kMay, Direction::in, Cargo::loaded, 30'000));
  count.add(passage(kMay, Direction::in, Cargo::loaded));
  CHECK(count.trucks == 3);
  CHECK(count.loaded == 2);
  CHECK(count.kg == 30'000);
  CHECK(count.unweighed == 1);
}

TEST_CASE("passages are kept by month, side and standard, loads by side and commodity", "[records]") {
  GateTally tally;
  tally.add(passage(kMay, Direction::in, Cargo::loaded, 30'000));
  tally.add(passage(kMay + 1, Direction::in, Cargo::loaded, 20'000));  // 1 June
  tally.add(passage(kMay, Direction::out, Cargo::empty));
  CHECK(tally.passages == 3);
  CHECK(tally.counts.size() == 3);
  REQUIRE(tally.loads.size() == 1);
  CHECK(tally.loads.begin()->second.by_month.size() == 2);
  CHECK(tally.loads.begin()->second.lines.count() == 2);
  CHECK(tally.years(Id<Site>{1}) == std::set<int>{2023});
  CHECK(tally.years(Id<Site>{0}).empty());
}

TEST_CASE("a year is covered if every month has a passage, loaded or not", "[records]") {
  GateTally tally;
  for (int m = 1; m <= 12; ++m) {
    if (m != 4) tally.add(passage(make_date(2023, m, 1), Direction::out, Cargo::empty));
  }
  CHECK(tally.gaps(Id<Site>{1}, 2023) == std::vector<Month>{make_month(2023, 4)});
  CHECK(tally.gaps(Id<Site>{1}, 2022).size() == 12);
  CHECK(tally.gaps(Id<Site>{0}, 2023).size() == 12);
  tally.add(passage(make_date(2023, 4, 30), Direction::out, Cargo::empty));
  CHECK(tally.gaps(Id<Site>{1}, 2023).empty());
}

TEST_CASE("hired trucks enter the mix of their year if size and powertrain are known", "[records]") {
  GateTally tally;
  Passage hired = passage(kMay, Direction::in, Cargo::loaded);
  hired.owner = Owner::hired;
  hired.vehicle_type = VehicleType::heavy;
  tally.add(hired);
  CHECK(tally.hired.empty());
  hired.powertrain = Powertrain::diesel;
  tally.add(hired);
  tally.add(hired);
  REQUIRE(tally.hired.size() == 1);
  CHECK(tally.hired.begin()->second == 2);
  hired.owner = Owner::local;
  tally.add(hired);
  CHECK(tally.hired.begin()->second == 2);
}

TEST_CASE("counts are told by year, months added up, tonnes to the kilogram", "[records]") {
  const World w = world_of(test::small_scenario());
  GateTally tally;
  tally.add(passage(kMay, Direction::in, Cargo::loaded, 30'005));
  tally.add(passage(kMay + 1, Direction::in, Cargo::loaded));
  CHECK(counts_csv(w, tally) ==
        "year,site,direction,standard,trucks,loaded,tonnes,unweighed\n2023," + w.sites[Id<Site>{1}].id + ",in,china5,2,2,30.005,1\n");
}

TEST_CASE("words of bureaus are values of the model, the words of the schema too", "[records]") {
  CHECK(standard_words().find("国六b") == Standard::china6);
  CHECK(standard_words().find("5") == Standard::china5);
  CHECK(standard_words().find("china4") == Standard::china4);
  CHECK(standard_words().find("纯电动") == Standard::zero_exhaust);
  CHECK_FALSE(standard_words().find("7"));
  CHECK(powertrain_words().find("LNG") == Powertrain::gas);
  CHECK(powertrain_words().find("氢燃料电池") == Powertrain::hydrogen);
  CHECK(vehicle_words().find("黄牌") == VehicleType::heavy);
  CHECK(vehicle_words().find("蓝牌") == VehicleType::light);
  CHECK(owner_words().find("外来") == Owner::hired);
  CHECK_FALSE(owner_words().find("某人"));
}

TEST_CASE("a name stands for its row, and one that two rows share for neither", "[records]") {
  Files files = test::small_scenario();
  World w = world_of(files);
  const NameBook<Site> plain(w.sites);
  CHECK(plain.find("煤矿") == w.sites.find("mine"));
  CHECK(plain.find("mine") == w.sites.find("mine"));
  CHECK_FALSE(plain.find("煤"));
  w.sites.rows_for_loading().at(w.sites.find("plant")->index).name_zh = "煤矿";
  const NameBook<Site> shared(w.sites);
  CHECK_FALSE(shared.find("煤矿"));
  CHECK(shared.find("plant") == w.sites.find("plant"));
}

TEST_CASE("every kind of record has usual columns with its English name among the headings", "[records]") {
  for (const RecordKind kind : {RecordKind::gate, RecordKind::register_counts, RecordKind::rail_months, RecordKind::trips}) {
    const ColumnMap map = usual_columns(kind);
    CHECK_FALSE(map.columns.empty());
    CHECK(std::any_of(map.columns.begin(), map.columns.end(), [](const RecordField& f) { return f.need == Need::required; }));
    for (const RecordField& f : map.columns) CHECK_FALSE(f.headings.empty());
  }
}

TEST_CASE("a word of a record means what the map says, or itself", "[records]") {
  ColumnMap map;
  map.words["site"]["东门"] = "works";
  CHECK(map.meaning("site", "东门") == "works");
  CHECK(map.meaning("site", "西门") == "西门");
  CHECK(map.meaning("standard", "东门") == "东门");
}

TEST_CASE("a flow carries the mean of its months' rates", "[records]") {
  // 400,000 t to the plant, 0.75 and 0.25 of the 600,000 t that remain.
  const World w = world_of(test::small_scenario());
  const auto tonnes = flow_tonnes(w, 2020);
  CHECK(tonnes[w.flows.find("fl-plant")->index] == Approx(400'000.0));
  CHECK(tonnes[w.flows.find("fl-market")->index] == Approx(450'000.0));
  CHECK(tonnes[w.flows.find("fl-market2")->index] == Approx(150'000.0));
}

TEST_CASE("a share may be written where another flow takes what remains of its side, and only there", "[records]") {
  // The plant's need has no rest: its pull cannot move. As a push of the mine it can: the market takes what remains.
  const World w = world_of(test::small_scenario());
  CHECK_FALSE(free_side(w, *w.flows.find("fl-plant"), 2020));
  CHECK_FALSE(free_side(w, *w.flows.find("fl-market"), 2020));  // a rest itself
  Files files = test::small_scenario();
  test::replace(files, "tables/flows.csv", "pull,2020-01-01,1,flat", "push,2020-01-01,0.4,flat");
  const World pushed = world_of(files);
  REQUIRE(free_side(pushed, *pushed.flows.find("fl-plant"), 2020));
  CHECK(*free_side(pushed, *pushed.flows.find("fl-plant"), 2020) == Approx(1'000'000.0));
}

TEST_CASE("loads that may belong to a flow or to another are a doubt of both, in their year", "[records]") {
  // the plant receives coal, and here sends some too
  World w = world_of(test::small_scenario());
  const Id<Site> plant = *w.sites.find("plant");
  w.flows.rows_for_loading().at(w.flows.find("fl-market2")->index).origin = plant;
  GateTally tally;
  Passage load = passage(kMay, Direction::in, Cargo::loaded, 30'000);
  load.site = plant;
  tally.add(load);
  CHECK(gate_flows(w, tally).seen.at(0).doubts.empty());
  load.direction.reset();
  load.line = 9;
  tally.add(load);
  const GateFlows flows = gate_flows(w, tally);
  REQUIRE(flows.seen.size() == 1);
  CHECK(w.flows[flows.seen[0].flow].id == "fl-plant");
  CHECK(flows.seen[0].doubts.at(2023).text() == "9");
  CHECK(flows.misfits.rows() == 1);
}

TEST_CASE("what was written in spite of a gap is derived, and only that", "[records]") {
  const Words row{"第 3 行", "row 3"};
  CHECK(standing_with({}) == "published");
  CHECK(standing_with(row) == "derived");
  CHECK(with_gap("sum", {}) == "sum");
  CHECK(with_gap("sum", row) == "sum; gap: row 3");
  CHECK(with_gap(Words{"和", "sum"}, row) == Words{"和；缺口：第 3 行", "sum; gap: row 3"});
  CHECK(all_gaps({row, {}, {"第 2 行", "row 2"}, row}) == Words{"第 2 行；第 3 行", "row 2; row 3"});
  Gaps<int, int> gaps;
  gaps.add(1, 2020, 5);
  gaps.add(1, std::nullopt, 9);
  gaps.add(std::nullopt, 2021, 7);
  CHECK(gaps.of(1, 2020) == Words{"第 5, 9 行读不出", "rows 5, 9 could not be read"});
  CHECK(gaps.of(1, 2021).en == "rows 7, 9 could not be read");
  CHECK(gaps.of(2, 2021) == Words{"第 7 行读不出", "row 7 could not be read"});
  CHECK(gaps.of(2, 2020).empty());
}

}  // namespace record_parts_test

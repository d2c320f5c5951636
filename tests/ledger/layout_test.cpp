#include <catch2/catch.hpp>

#include <set>

#include "ledger_fixture.hpp"
#include "sim/core/contract.hpp"
#include "sim/ledger/csv_export.hpp"

namespace layout_test {

using namespace railshift;
using namespace railshift::ledger;

namespace {

template <class Rows>
using RowOf = typename std::decay_t<Rows>::value_type;

}  // namespace

TEST_CASE("every fold table describes its columns, keys first, no name twice", "[ledger]") {
  std::set<std::string> tables;
  const Ledger ledger = test::full_ledger();
  for_each_table(ledger, [&](const auto& rows) {
    const auto& table = layout<RowOf<decltype(rows)>>();
    INFO("table " << table.name);
    CHECK(tables.insert(std::string(table.name)).second);
    CHECK(!table.description.empty());
    std::set<std::string> names;
    bool values_begun = false;
    for (const auto& column : table.columns) {
      INFO("column " << column.name);
      CHECK(names.insert(std::string(column.name)).second);
      CHECK(!column.description.empty());
      CHECK((column.number == nullptr) != (column.text == nullptr));
      values_begun = values_begun || column.role == Role::value;
      CHECK((column.role == Role::key) != values_begun);
      if (column.role == Role::value && column.dimension == Dimension::none) CHECK(!column.unit.empty());
    }
    CHECK(table.columns.front().name == "month");
  });
  CHECK(tables.size() == 19);
}

TEST_CASE("what a column writes it reads again", "[ledger]") {
  const Ledger ledger = test::full_ledger();
  for_each_table(ledger, [&](const auto& rows) {
    using Row = RowOf<decltype(rows)>;
    REQUIRE(!rows.empty());
    for (const Row& row : rows) {
      Row copy;
      for (const auto& column : layout<Row>().columns) {
        if (column.is_text())
          column.set_text(copy, column.text(row));
        else
          column.set_number(copy, column.number(row));
      }
      CHECK(compare_keys(row, copy) == 0);
      for (const auto& column : layout<Row>().columns) {
        INFO(layout<Row>().name << "." << column.name);
        if (column.is_text())
          CHECK(column.text(copy) == column.text(row));
        else
          CHECK(column.number(copy) == column.number(row));
      }
    }
  });
}

TEST_CASE("a siding is another place than the site of the same index", "[ledger]") {
  StockRow site, siding;
  site.kind = StockKind::site_in;
  siding.kind = StockKind::siding;
  site.place = siding.place = 3;
  const auto& place = layout<StockRow>().columns[2];
  REQUIRE(place.name == "place");
  CHECK(place.number(site) == 3);
  CHECK(place.number(siding) == 1'000'003);
}

TEST_CASE("keys compare in the order of the columns", "[ledger]") {
  WaitRow a, b;
  a.month = b.month = make_month(2024, 1);
  a.station = Id<Station>{1};
  b.station = Id<Station>{2};
  a.bucket = 9;
  CHECK(compare_keys(a, b) < 0);
  CHECK(compare_keys(b, a) > 0);
  b.station = a.station;
  CHECK(compare_keys(a, b) > 0);
  b.bucket = 9;
  b.trucks = 5;
  CHECK(compare_keys(a, b) == 0);
}

TEST_CASE("a fold table as CSV has a BOM, headings and labels", "[ledger]") {
  const std::string csv = to_csv(test::ledger_world(), test::full_ledger(), "service");
  CHECK(csv ==
        "\xEF\xBB\xBFmonth,flow,leg,loaded,vehicle,owner,compliance,trips,kg,metres,kg_km,drive_ticks,wait_ticks\n"
        "2024-03,fl-coal,0,no,heavy china5 diesel tampered,local,no_rule,7,0,70000,0,3000,0\n"
        "2024-03,\"fl-coke, \"\"hot\"\"\",1,yes,heavy china5 diesel tampered,hired,violation,7,210000,70000,2100000,4000,55\n");
}

TEST_CASE("an absent siding is an empty cell and a siding stock names its siding", "[ledger]") {
  const World world = test::ledger_world();
  const std::string rail = to_csv(world, test::full_ledger(), "rail");
  CHECK(rail.find("\n2024-03,ch-coal-rail,,1,1,3500000") != std::string::npos);
  CHECK(rail.find("\n2024-03,ch-coal-road,sd-plant,2,1,7000000") != std::string::npos);
  const std::string stocks = to_csv(world, test::full_ledger(), "stocks");
  CHECK(stocks.find("\n2024-03,site_in,si-plant,coal,100,") != std::string::npos);
  CHECK(stocks.find("\n2024-03,siding,sd-plant,coke,0,") != std::string::npos);
  CHECK_THROWS_AS(to_csv(world, test::full_ledger(), "nonsense"), BrokenPromise);
  CHECK(table_names().size() == 19);
}

TEST_CASE("every dimension table stands under the name of its dimension and labels an index once", "[ledger]") {
  const std::vector<DimensionTable> tables = dimension_tables(test::ledger_world());
  CHECK(tables.size() == 20);
  std::set<std::string> names;
  for (const DimensionTable& table : tables) {
    INFO(table.name);
    CHECK(names.insert(table.name).second);
    CHECK(table.name == table_name(table.dimension));
    std::set<std::int64_t> indices;
    for (const DimensionTable::Entry& entry : table.entries) {
      CHECK(indices.insert(entry.index).second);
      CHECK(entry.cells.size() == table.columns.size());
    }
  }
  CHECK(table_name(Dimension::flow) == "dim_flow");
  CHECK(table_name(Dimension::stock_kind) == "dim_stock_kind");
  CHECK(table_name(Dimension::reason) == "dim_reason");
  CHECK(table_name(Dimension::month).empty());
}

}  // namespace layout_test

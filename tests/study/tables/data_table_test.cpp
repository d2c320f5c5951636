/// CSV and the description beside it.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "study/tables/data_table.hpp"

namespace data_table_test {

using namespace railshift;
using namespace railshift::study;

namespace {

DataTable table() {
  return {"years",
          {"逐年", "By year"},
          {{"firm", DataKind::text, EmptyCell::all, {"企业", "firm"}},
           {"year", DataKind::integer, EmptyCell::never, {"年份", "year"}},
           {"value", DataKind::number, EmptyCell::nothing, {"数值", "value"}}},
          {{"", "2024", "0.5"}, {"a, b", "2025", ""}}};
}

}  // namespace

TEST_CASE("a table as CSV has a byte order mark and quotation marks where they are needed", "[study]") {
  CHECK(to_csv(table()) ==
        "\xEF\xBB\xBF"
        "firm,year,value\n,2024,0.5\n\"a, b\",2025,\n");
}

TEST_CASE("the data package says of every field what an empty cell means", "[study]") {
  const auto json = nlohmann::json::parse(datapackage_json("late", {"晚半年", "Half a year late"}, {table()}));
  CHECK(json["name"] == "late");
  CHECK(json["profile"] == "tabular-data-package");
  const auto& resource = json["resources"][0];
  CHECK((resource["path"] == "years.csv" && resource["encoding"] == "utf-8" && resource["schema"]["missingValues"][0] == ""));
  const auto& fields = resource["schema"]["fields"];
  CHECK(fields[0]["emptyCell"] == "all");
  CHECK(fields[0]["description"] == "firm; an empty cell means all");
  CHECK(fields[0]["description_zh"] == "企业；空格表示全部");
  CHECK_FALSE(fields[0].contains("constraints"));
  CHECK((fields[1]["type"] == "integer" && fields[1]["emptyCell"] == "never" && fields[1]["constraints"]["required"] == true));
  CHECK((fields[2]["type"] == "number" && fields[2]["description"] == "value; an empty cell means that there is none"));
}

}  // namespace data_table_test

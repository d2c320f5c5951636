/// The tables of a report as CSV.
#include <catch2/catch.hpp>

#include "analysis/writers/csv/document_csv.hpp"
#include "sim/core/csv.hpp"
#include "tests/analysis/document/sample.hpp"

namespace csv_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

TEST_CASE("a file a table and one of all figures, with a BOM and quoted cells", "[writers]") {
  const auto files = document_csv(sample());
  REQUIRE(files.size() == 2);
  CHECK(files[0].first == "tonnes.csv");
  CHECK(files[0].second == "\xEF\xBB\xBF年份,方案\n2024 年,123.46 万吨\n2025 年,\"—\n未运行\"\n");
  CHECK(files[1].first == "figures.csv");
  CHECK(files[1].second.starts_with("\xEF\xBB\xBFid,text,value,unit,of,n,standing,file,key,column,formula,clauses\n"));
  CHECK(files[1].second.find("\nplan:rail_tonnes:2025,—,,t,one_run,1,,plan/metrics.csv,metric=rail_tonnes;period=2025,value,,\n") !=
        std::string::npos);
  CHECK(files[1].second.ends_with("verdict:t-1:value,85.12%,0.8512,1,mean,3,derived(assumed),verdicts.csv,target=t-1,value,,TY-12\n"));
}

TEST_CASE("a table that is called like the list of figures, or by other signs than a file may have, has a name of its own", "[writers]") {
  Document d = sample();
  Table& table = std::get<Table>(d.sections[1].blocks[1]);
  table.id = "figures";
  CHECK(document_csv(d)[0].first == "figures_2.csv");
  table.id = "../运";
  CHECK(document_csv(d)[0].first == "______.csv");
}

}  // namespace csv_test

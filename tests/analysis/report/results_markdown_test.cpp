#include <catch2/catch.hpp>

#include "analysis/contributions/contributions.hpp"
#include "analysis/levers/firm_ways.hpp"
#include "analysis/levers/target_levers.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "analysis/operations/operations_columns.hpp"
#include "analysis/report/results_markdown.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "tests/support/approved.hpp"

namespace results_markdown_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// The part of the page under the heading of one file.
std::string part_of(const std::string& page, const std::string& file) {
  const std::size_t at = page.find("\n## " + file + " ");
  REQUIRE(at != std::string::npos);
  return page.substr(at, page.find("\n## ", at + 1) - at);
}

template <class Columns>
void check_documented(const std::string& part, const Columns& columns) {
  for (const auto& column : columns) {
    INFO(column.name);
    CHECK(part.find("\n| " + std::string(column.name) + " | ") != std::string::npos);
    CHECK_FALSE(column.heading.zh.empty());
    CHECK_FALSE(column.heading.en.empty());
    CHECK_FALSE(column.meaning.zh.empty());
    CHECK_FALSE(column.meaning.en.empty());
  }
}

}  // namespace

TEST_CASE("docs/results.md is what the tables of columns say", "[analysis]") {
  testing::check_approved("docs/results.md", results_markdown());
}

TEST_CASE("every column of every result file is documented in both languages", "[analysis]") {
  const std::string page = results_markdown();
  check_documented(part_of(page, "metrics.csv"), metric_columns());
  for (const OperationsTable& table : operations_tables()) {
    check_documented(part_of(page, std::string(table.name) + ".csv"), table.columns);
  }
  check_documented(part_of(page, "verdicts.csv"), verdict_columns());
  check_documented(part_of(page, "contributions.csv"), contribution_columns());
  check_documented(part_of(page, "levers.csv"), lever_columns());
  check_documented(part_of(page, "ways.csv"), way_columns());
}

TEST_CASE("keys and values of a result file are told apart", "[analysis]") {
  const std::string metrics = part_of(results_markdown(), "metrics.csv");
  CHECK(metrics.find("| ring | key: scope |") != std::string::npos);
  CHECK(metrics.find("| layer | key: run |") != std::string::npos);
  CHECK(metrics.find("| numerator | value |") != std::string::npos);
  CHECK(part_of(results_markdown(), "stations.csv").find("| site | about the subject |") != std::string::npos);
}

}  // namespace results_markdown_test

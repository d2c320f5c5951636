/// Every figure of the maps of a report is looked up where its layer says that it comes from.
#include <cmath>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "analysis/document/document_json.hpp"
#include "sim/core/date.hpp"
#include "tests/app/reading/result_tables.hpp"
#include "tests/app/results.hpp"

namespace map_figures_test {

using namespace railshift::cli;
namespace fs = std::filesystem;
namespace document = railshift::analysis::document;

namespace {

double days_of(const std::string& month) {
  return railshift::days_in(railshift::make_month(std::stoi(month.substr(0, 4)), std::stoi(month.substr(5))));
}

/// A figure of a map beside the rows to which it leads; maps say one decimal, shares in per cent.
void check_on_map(Files& files, const document::From& from, const std::string& period, double said) {
  constexpr double kDigit = 0.05 + 1e-9;
  const auto sum = [&](const std::string& file) { return sum_of(agreeing(files.rows(file), from.key), from.column); };
  const std::string a_day = "sum / days of the month", less = a_day + ", less the same of ";
  if (from.formula.empty()) {
    const auto rows = agreeing(files.rows(from.file), from.key);
    REQUIRE(rows.size() == 1);
    const double cell = std::stod(rows.front()->at(from.column));
    CHECK((std::abs(cell - said) <= kDigit || std::abs(100.0 * cell - said) <= kDigit));
  } else if (from.formula == a_day) {
    CHECK(std::abs(sum(from.file) / days_of(period) - said) <= kDigit);
  } else if (from.formula.starts_with(less)) {
    CHECK(std::abs((sum(from.file) - sum(from.formula.substr(less.size()))) / days_of(period) - said) <= kDigit);
  } else {
    CHECK((said == 0.0 || !agreeing(files.rows(from.file), from.key).empty()));
  }
}

/// How many figures of maps were looked up, by layer.
std::map<std::string, std::size_t> check_maps(Files& files, const document::Document& document) {
  std::map<std::string, std::size_t> seen;
  for (const document::Section& section : document.sections) {
    for (const document::Block& block : section.blocks) {
      const auto* map = std::get_if<document::Map>(&block);
      if (map == nullptr) continue;
      for (const document::MapLayer& layer : map->layers) {
        REQUIRE(layer.values.size() == (layer.of == "points" ? map->points.size() : map->lines.size()));
        for (std::size_t row = 0; row < layer.values.size(); ++row) {
          for (std::size_t p = 0; p < layer.values[row].size(); ++p) {
            if (!layer.values[row][p]) continue;
            INFO(map->id << " " << layer.id << " row " << row << " in " << layer.periods[p]);
            check_on_map(files, document::from_of(*map, layer, row, p), layer.periods[p], *layer.values[row][p]);
            ++seen[layer.id];
          }
        }
      }
    }
  }
  return seen;
}

/// The periods of the first map that has both years and months.
std::set<std::string> periods_of(const document::Document& document, const std::string& id) {
  for (const document::Section& section : document.sections) {
    for (const document::Block& block : section.blocks) {
      const auto* map = std::get_if<document::Map>(&block);
      if (map != nullptr && map->id == id) return {map->layers[0].periods.begin(), map->layers[0].periods.end()};
    }
  }
  return {};
}

}  // namespace

TEST_CASE("every figure of a run's maps stands where it says, of every year and month of the run", "[app]") {
  const Scratch scratch;
  const fs::path folder = run_into(scratch, "r", scenario("tiny"));
  const document::Documents documents = document::documents_from(text_of(folder / "document.json"));
  Files files(folder);
  auto seen = check_maps(files, documents.zh);
  for (const char* layer : {"plan", "sections", "sidings"}) CHECK(seen[layer] > 0);
  // tiny runs from January 2023 to December 2024
  const std::set<std::string> periods = periods_of(documents.zh, "map_flows");
  CHECK(periods.size() == 26);
  for (const char* period : {"2023", "2024", "2023-01", "2024-12"}) CHECK(periods.contains(period));
  CHECK(periods_of(documents.zh, "brief_map") == std::set<std::string>{"2023", "2024"});
}

TEST_CASE("every figure of an assessment's maps stands where it says, differences in both runs", "[app][repeats]") {
  const Scratch scratch;
  const fs::path folder = scratch / "a";
  REQUIRE(ask({"assess", scenario("tiny").string(), "--quick", "--out", folder.string()}).code == 0);
  const document::Documents documents = document::documents_from(text_of(folder / "document.json"));
  Files files(folder);
  auto seen = check_maps(files, documents.en);
  for (const char* layer : {"change", "plan", "sections", "sidings"}) CHECK(seen[layer] > 0);
}

}  // namespace map_figures_test

/// All cities: kilometres and exhaust stand in one book that adds up, in the first year and after it, with gate floors (plan) and without
/// (baseline).
#include <catch2/catch.hpp>

#include <map>

#include "tests/app/cities/gate_floor.hpp"
#include "tests/app/results.hpp"

namespace one_book_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// A year, in which the floors of the plan begin, and the first month of the next.
fs::path thirteen_months(const Scratch& scratch, const std::string& city, const std::string& layer) {
  return run_into(scratch, city + "-" + layer, with_gate_floor(scratch, city),
                  {"--layer", layer, "--set", "scenario.start=2024-01-01", "--until", "2025-02-01"});
}

/// The figures of one year of a run: metrics.csv is read once.
struct YearOf {
  const std::vector<Row>& rows;
  std::string year;

  /// The figure whose fields are these, and no others of the scope; 0 if there is none.
  [[nodiscard]] double figure(const std::string& metric, const std::string& pollutant, const std::string& basis,
                              const std::string& segment) const {
    for (const Row& row : rows) {
      if (row.at("metric") == metric && row.at("period") == year && row.at("numerator_kind") == pollutant && row.at("basis") == basis &&
          row.at("segment") == segment && row.at("county").empty() && row.at("ring").empty() && row.at("standard").empty())
        return std::stod(row.at("value"));
    }
    return 0.0;
  }
  [[nodiscard]] double exhaust(const std::string& source) const { return figure("exhaust", "NOx", source, ""); }
  [[nodiscard]] double km(const std::string& kind, const std::string& segment) const { return figure("truck_km", "", kind, segment); }
  /// NOx by county, what has none and what lies beyond the gateways among them.
  [[nodiscard]] std::map<std::string, double> counties() const {
    std::map<std::string, double> found;
    for (const Row& row : rows) {
      if (row.at("metric") == "exhaust" && row.at("numerator_kind") == "NOx" && row.at("period") == year && !row.at("county").empty())
        found[row.at("county")] += std::stod(row.at("value"));
    }
    return found;
  }
};

const std::vector<std::string> kSegments{"", "freight-heavy", "freight-tipper", "freight-light"};

void check_exhaust(const YearOf& year) {
  INFO(year.year);
  double sum = 0.0, counties = 0.0;
  for (const char* source :
       {"modelled_exhaust", "counted_exhaust", "other_exhaust", "hired_exhaust", "through_exhaust", "idling", "rail_traction"})
    sum += year.exhaust(source);
  CHECK(year.exhaust("") == Approx(sum).epsilon(1e-9));
  CHECK(year.exhaust("other_exhaust") > 0.0);
  const auto by_county = year.counties();
  for (const auto& [county, tonnes] : by_county) counties += tonnes;
  CHECK(year.exhaust("") == Approx(counties).epsilon(1e-9));
  CHECK(by_county.at("*beyond") > 0.0);
}

void check_kilometres(const YearOf& year) {
  for (const std::string& segment : kSegments) {
    INFO(year.year << " " << segment);
    CHECK(year.km("other_km", segment) > 0.0);
    CHECK(year.km("local_km", segment) ==
          Approx(year.km("modelled_km", segment) + year.km("counted_km", segment) + year.km("other_km", segment)).epsilon(1e-12));
  }
}

void check_book(const std::string& city, const std::string& layer) {
  INFO(city << " " << layer);
  const Scratch scratch;
  const fs::path run = thirteen_months(scratch, city, layer);
  const Answer audit = ask({"audit", run.string(), "--lang", "en"});
  INFO(audit.out << audit.err);
  CHECK(audit.code == 0);
  CHECK(audit.out.find("km of exhaust of local trucks = stock x mileage + km of pools of stated size [m] (1 checked)") !=
        std::string::npos);
  std::vector<Row> rows = rows_of(run / "metrics.csv");
  std::erase_if(rows, [](const Row& row) { return row.at("metric") != "exhaust" && row.at("metric") != "truck_km"; });
  const YearOf first{rows, "2024"}, second{rows, "2025"};
  for (const YearOf& year : {first, second}) {
    check_exhaust(year);
    check_kilometres(year);
  }
  for (const std::string& segment : kSegments) {
    INFO(segment);
    // The first year of a run is its base: what the table gives, and no metre more. Later the demand stays: one month of twelve.
    CHECK(first.km("local_km", segment) == Approx(first.km("table_km", segment)).epsilon(1e-12));
    CHECK(second.km("other_km", segment) == Approx(first.km("other_km", segment) / 12.0).epsilon(1e-9));
  }
}

}  // namespace

TEST_CASE("Taiyuan: kilometres and exhaust of the city are one book in two years, with gate floors and without", "[app][slow]") {
  check_book("taiyuan", GENERATE("baseline", "plan"));
}

TEST_CASE("Shuozhou: kilometres and exhaust of the city are one book in two years, with gate floors and without", "[app][.cities]") {
  check_book("shuozhou", GENERATE("baseline", "plan"));
}

TEST_CASE("the other cities: kilometres and exhaust are one book in two years, with gate floors and without", "[app][.cities]") {
  check_book(GENERATE("yangquan", "pingcheng", "xinzhou"), GENERATE("baseline", "plan"));
}

}  // namespace one_book_test

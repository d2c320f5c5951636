/// Both cities: kilometres and exhaust stand in one book that adds up, with gate floors (plan) and without (baseline).
#include <catch2/catch.hpp>

#include "tests/app/cities/gate_floor.hpp"
#include "tests/app/results.hpp"

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// A quarter in which floors are in force in the plan.
fs::path quarter(const Scratch& scratch, const std::string& city, const std::string& layer) {
  return run_into(scratch, city + "-" + layer, with_gate_floor(scratch, city),
                  {"--layer", layer, "--set", "scenario.start=2025-01-01", "--until", "2025-04-01"});
}

double exhaust(const fs::path& run, const std::string& source) {
  Row fields{{"metric", "exhaust"}, {"numerator_kind", "NOx"}, {"period", "2025"}};
  if (!source.empty()) fields.emplace("basis", source);
  return metric(run, fields).value_or(0.0);
}

double km(const fs::path& run, const std::string& kind, const std::string& segment) {
  Row fields{{"metric", "truck_km"}, {"basis", kind}, {"period", "2025"}};
  if (!segment.empty()) fields.emplace("segment", segment);
  return metric(run, fields).value_or(0.0);
}

void check_book(const fs::path& run) {
  const Answer audit = ask({"audit", run.string(), "--lang", "en"});
  INFO(audit.out << audit.err);
  CHECK(audit.code == 0);
  double sum = 0.0;
  for (const char* source :
       {"modelled_exhaust", "counted_exhaust", "other_exhaust", "hired_exhaust", "through_exhaust", "idling", "rail_traction"})
    sum += exhaust(run, source);
  CHECK(exhaust(run, "") == Approx(sum).epsilon(1e-9));
  CHECK(exhaust(run, "other_exhaust") > 0.0);
  for (const char* segment : {"", "freight-heavy", "freight-tipper", "freight-light"}) {
    INFO(segment);
    CHECK(km(run, "other_km", segment) > 0.0);
    CHECK(km(run, "local_km", segment) ==
          Approx(km(run, "modelled_km", segment) + km(run, "counted_km", segment) + km(run, "other_km", segment)).epsilon(1e-12));
    // The first year of a run is its base: what the table gives, and no metre more.
    CHECK(km(run, "local_km", segment) == Approx(km(run, "table_km", segment)).epsilon(1e-12));
  }
}

}  // namespace

TEST_CASE("Taiyuan: kilometres and exhaust of the city are one book, with gate floors and without", "[app][slow]") {
  const Scratch scratch;
  for (const char* layer : {"baseline", "plan"}) check_book(quarter(scratch, "taiyuan", layer));
}

TEST_CASE("Shuozhou: kilometres and exhaust of the city are one book, with gate floors and without", "[app][slow]") {
  const Scratch scratch;
  for (const char* layer : {"baseline", "plan"}) check_book(quarter(scratch, "shuozhou", layer));
}

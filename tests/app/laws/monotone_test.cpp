/// The quantity that a measure orders moves one way as the measure is obeyed better (or priced higher).
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace monotone_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

enum class Way { up, down };

struct Ordered {
  std::string measure;
  Way way;
  Row fields;  ///< of the metric row
  std::string knob = "obedience";
  std::vector<std::string> settings = {"0", "0.5", "0.9", "1"};
};

const std::vector<Ordered> kOrdered = {
    // The gate binds in August 2023, before the ordered trucks stand in the pools.
    {"ms-gate", Way::up, {{"metric", "clean_share"}, {"numerator_kind", "clean_with_china6"}, {"basis", "tonnes"}, {"period", "2023"}}},
    {"ms-retire", Way::down, {{"metric", "register_stock"}, {"segment", "heavy"}, {"standard", "<=china3"}, {"period", "2023"}}},
    {"ms-slag", Way::up, {{"metric", "retired_share"}, {"segment", "slag-truck"}, {"standard", "china4"}, {"period", "2024"}}},
    {"ms-sanitation", Way::up, {{"metric", "new_energy_stock_share"}, {"segment", "sanitation"}, {"period", "2024"}}},
    {"ms-mixer", Way::up, {{"metric", "new_energy_new_share"}, {"segment", "mixer"}, {"period", "2023"}}},
    {"ms-through", Way::down, {{"metric", "through_km_inside"}, {"ring", "1"}, {"period", "2024"}}},
    {"ms-duty",
     Way::up,
     {{"metric", "rail_share"},
      {"firm", "fm-works"},
      {"numerator_kind", "rail"},
      {"basis", "gate"},
      {"denominator_kind", "rail_road"},
      {"direction", "both"},
      {"period", "2024"}},
     "price_yuan_per_t",
     {"0", "5", "20", "60"}}};

}  // namespace

TEST_CASE("what a measure orders is monotone in obedience or price, and the ends differ", "[app][repeats]") {
  const Ordered ordered = GENERATE(from_range(kOrdered));
  INFO(ordered.measure);
  const Scratch scratch;
  std::vector<double> values;
  for (const std::string& setting : ordered.settings) {
    const fs::path run =
        run_into(scratch, setting, scenario("tiny"), {"--set", "measure." + ordered.measure + "." + ordered.knob + "=" + setting});
    const auto value = metric(run, ordered.fields);
    INFO(setting);
    REQUIRE(value.has_value());
    values.push_back(ordered.way == Way::up ? *value : -*value);
  }
  for (std::size_t i = 1; i < values.size(); ++i) CHECK(values[i - 1] <= values[i]);
  CHECK(values.front() < values.back());
}

}  // namespace monotone_test

/// Measures on prices and choice as they stand in scenario.toml: what is read, and what is told of what contradicts itself.
#include "sim/policy/kinds.hpp"
#include "tests/scenario/errors.hpp"

namespace price_kinds_test {

using namespace railshift;
using namespace railshift::test;

namespace {

std::string stated_number(const std::string& field, const std::string& value) {
  return field + " = " + value + "\n[[measure.numbers]]\nfield = \"" + field + "\"\nlow = " + value + "\nhigh = " + value +
         "\nstanding = \"assumed\"\nreason = \"r\"\n";
}

/// The small scenario with one measure more, of clause T-1: its kind, its plain fields, and one number with its standing.
scenario::Files with_price_kind(const std::string& kind, const std::string& fields, const std::string& last) {
  scenario::Files files = small_scenario();
  files.content.at("scenario.toml") +=
      "\n[[measure]]\nid = \"more\"\nkind = \"" + kind + "\"\nlayer = \"plan\"\nclause = \"T-1\"\nfrom = 2021-01-01\n" + fields + last;
  return files;
}

template <class Kind>
Kind read_more(const scenario::Files& files) {
  const scenario::Loaded loaded = scenario::load(files, {});
  for (const Problem& problem : loaded.problems.sorted()) UNSCOPED_INFO(to_string(problem));
  REQUIRE(loaded.world);
  return *policy::as<Kind>(loaded.world->measures[*loaded.world->measures.find("more")]);
}

/// The only error, which names all of these.
void refused_naming(const scenario::Files& files, const std::vector<std::string>& parts) {
  const std::string error = only_error(files);
  INFO(error);
  for (const std::string& part : parts) CHECK(error.find(part) != std::string::npos);
}

const std::string kTariffFactor = stated_number("factor", "0.9");
const std::string kStatedPrice = stated_number("price_yuan_per_t", "8");
const std::string kStatedObedience = stated_number("obedience", "0.9");
const std::string kRailHaul = "applies_to = \"rail_haul\"\npayer = \"carrier\"\n";

}  // namespace

TEST_CASE("a tariff is read with its band, its goods and who bears it", "[scenario]") {
  const auto tariff = read_more<Tariff>(
      with_price_kind("tariff",
                      "applies_to = \"通行费\"\npayer = \"财政\"\ncommodities = [\"coal\"]\nfrom_km = 100\nbelow_km = 500\n"
                      "truck_classes = [\"semi\"]\nfrom_standard = \"china6\"\n",
                      stated_number("yuan_per_t_km", "-0.02")));
  CHECK(tariff.applies_to == TariffOn::toll);
  CHECK(tariff.payer == Payer::public_money);
  CHECK(tariff.commodities == std::vector{Id<Commodity>{0}});
  CHECK(tariff.from_km.value == 100.0);
  CHECK(tariff.below_km->value == 500.0);
  CHECK(tariff.yuan_per_t_km == -0.02);
  CHECK_FALSE(tariff.factor);
  CHECK(tariff.truck_classes.size() == 1);
  CHECK(tariff.from_standard == Standard::china6);
}

TEST_CASE("a tariff that says two things, an empty band, or trucks where no truck is paid is refused with both fields named",
          "[scenario]") {
  refused_naming(with_price_kind("tariff", kRailHaul, ""), {"factor, yuan_per_t_km and yuan_per_t 0"});
  refused_naming(with_price_kind("tariff", kRailHaul + "yuan_per_t = -3\n",
                                 kTariffFactor + "[[measure.numbers]]\nfield = \"yuan_per_t\"\nlow = -3\nhigh = -3\n" +
                                     "standing = \"assumed\"\nreason = \"r\"\n"),
                 {"factor, yuan_per_t_km and yuan_per_t 2"});
  refused_naming(with_price_kind("tariff", kRailHaul + "from_km = 500\nbelow_km = 500\n", kTariffFactor),
                 {"below_km is 500", "from_km is 500"});
  refused_naming(with_price_kind("tariff", kRailHaul + "from_standard = \"china6\"\n", kTariffFactor), {"from_standard", "applies_to"});
  refused_naming(with_price_kind("tariff", kRailHaul + "truck_classes = [\"semi\"]\n", kTariffFactor), {"truck_classes", "applies_to"});
}

TEST_CASE("numbers and words of a tariff are held against what the fields accept", "[scenario]") {
  refused_naming(with_price_kind("tariff", kRailHaul, stated_number("factor", "-0.1")), {"factor"});
  refused_naming(with_price_kind("tariff", kRailHaul, stated_number("factor", "10.1")), {"factor"});
  CHECK(errors_of(with_price_kind("tariff", kRailHaul, stated_number("factor", "10"))).empty());
  refused_naming(with_price_kind("tariff", "applies_to = \"train\"\npayer = \"carrier\"\n", kTariffFactor), {"applies_to", "train"});
  refused_naming(with_price_kind("tariff", "applies_to = \"rail_haul\"\npayer = \"somebody\"\n", kTariffFactor), {"payer", "somebody"});
  refused_naming(with_price_kind("tariff", kRailHaul + "commodities = [\"gold\"]\n", kTariffFactor), {"commodities", "gold"});
  refused_naming(with_price_kind("tariff", kRailHaul + "from_km = -1\n", kTariffFactor), {"from_km", "-1"});
  refused_naming(with_price_kind("tariff", kRailHaul + "factor = 0.9\n", ""), {"factor", "without a standing"});
}

TEST_CASE("a preference by distance has a distance and a price", "[scenario]") {
  const auto far = read_more<DistancePreference>(with_price_kind("distance_preference", "min_km = 500\n", kStatedPrice));
  CHECK(far.min_km.value == 500.0);
  CHECK(far.price.value == 8.0);
  refused_naming(with_price_kind("distance_preference", "", kStatedPrice), {"min_km"});
  refused_naming(with_price_kind("distance_preference", "min_km = -500\n", kStatedPrice), {"min_km", "-500"});
  refused_naming(with_price_kind("distance_preference", "min_km = 500\n", stated_number("price_yuan_per_t", "-1")),
                 {"price_yuan_per_t", "-1"});
  refused_naming(with_price_kind("distance_preference", "min_km = 500\n", ""), {"price_yuan_per_t"});
}

TEST_CASE("an admission is read with projects, modes and exceptions", "[scenario]") {
  const auto clean = read_more<CleanAdmission>(with_price_kind(
      "clean_admission", "sectors = [\"mine\", \"电厂\"]\nmodes = [\"rail\", \"新能源车\"]\nexceptions = [\"plant\"]\n", kStatedObedience));
  CHECK(clean.sectors == std::vector{SiteKind::mine, SiteKind::power_plant});
  CHECK(clean.modes == std::vector{CleanMode::rail, CleanMode::new_energy_truck});
  CHECK(clean.exceptions.size() == 1);
  CHECK(clean.min_growth == 0.0);
}

TEST_CASE("an admission of nobody, of nothing or of an exception is refused with both fields named", "[scenario]") {
  const std::string rail = "modes = [\"rail\"]\n";
  refused_naming(with_price_kind("clean_admission", rail, kStatedObedience), {"sites", "sectors"});
  refused_naming(with_price_kind("clean_admission", rail + "sites = [\"mine\"]\nsectors = [\"mine\"]\n", kStatedObedience),
                 {"sites", "sectors"});
  refused_naming(with_price_kind("clean_admission", "modes = []\nsites = [\"mine\"]\n", kStatedObedience), {"modes"});
  refused_naming(with_price_kind("clean_admission", rail + "sites = [\"mine\"]\nexceptions = [\"mine\"]\n", kStatedObedience),
                 {"exceptions", "sites"});
  refused_naming(with_price_kind("clean_admission", rail + "sites = [\"mine\"]\nobedience = 0.9\n",
                                 stated_number("new_energy_extra_yuan_per_t", "20") +
                                     "[[measure.numbers]]\nfield = \"obedience\"\nlow = 0.9\nhigh = 0.9\n" +
                                     "standing = \"assumed\"\nreason = \"r\"\n"),
                 {"new_energy_extra_yuan_per_t", "modes"});
  refused_naming(with_price_kind("clean_admission", rail + "sites = [\"nowhere\"]\n", kStatedObedience), {"sites", "nowhere"});
}

TEST_CASE("a duty of new sites is read with or without a threshold", "[scenario]") {
  const std::string modes = "modes = [\"siding\", \"pipe\"]\n";
  CHECK_FALSE(read_more<NewSiteDuty>(with_price_kind("new_site_duty", modes, kStatedPrice)).threshold);
  const auto duty = read_more<NewSiteDuty>(
      with_price_kind("new_site_duty", modes + "threshold_t_per_year = 1500000\ncounts = [\"迁建\"]\n", kStatedPrice));
  CHECK(duty.threshold->value == 1'500'000.0);
  CHECK(duty.counts == std::vector{NewSite::relocated});
  refused_naming(with_price_kind("new_site_duty", "modes = []\n", kStatedPrice), {"modes"});
  refused_naming(with_price_kind("new_site_duty", modes + "sectors = [\"external\"]\n", kStatedPrice), {"sectors"});
  refused_naming(with_price_kind("new_site_duty", modes + "threshold_t_per_year = -1\n", kStatedPrice), {"threshold_t_per_year", "-1"});
}

TEST_CASE("a duty says by a word whether clean trucks stand in for rail, and without it they do not", "[scenario]") {
  const std::string duty = "threshold_t_per_year = 150000\nrequired = [{ due = 2021-12-31, level = 0.8 }]\n";
  CHECK(read_more<RailDuty>(with_price_kind("rail_duty", duty, kStatedPrice)).clean_trucks == CleanTrucks::no);
  CHECK(read_more<RailDuty>(with_price_kind("rail_duty", duty + "clean_trucks = \"without_siding\"\n", kStatedPrice)).clean_trucks ==
        CleanTrucks::without_siding);
  refused_naming(with_price_kind("rail_duty", duty + "clean_trucks = \"yes\"\n", kStatedPrice), {"clean_trucks", "yes"});
}

}  // namespace price_kinds_test

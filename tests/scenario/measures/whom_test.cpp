/// Firm classes, county figures and the conditions of measures as they stand in files.
#include "sim/policy/kinds.hpp"
#include "tests/scenario/errors.hpp"

namespace whom_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kObeyed =
    "obedience = 0.9\n[[measure.numbers]]\nfield = \"obedience\"\nlow = 0.5\nhigh = 1\nstanding = \"assumed\"\nreason = \"r\"\n";
const std::string kClassHead = "firm_id,valid_from,firm_class,low,high,standing,source,reason\n";
const std::string kFigureHead = "county,figure,valid_from,value,low,high,standing,source,reason\n";

/// The small scenario with one measure more, of clause T-1.
scenario::Files with_measure(const std::string& kind, const std::string& fields) {
  scenario::Files files = small_scenario();
  files.content.at("scenario.toml") +=
      "\n[[measure]]\nid = \"more\"\nkind = \"" + kind + "\"\nlayer = \"plan\"\nclause = \"T-1\"\nfrom = 2021-01-01\n" + fields + kObeyed;
  return files;
}
scenario::Files with_table(const std::string& name, const std::string& rows, scenario::Files files = small_scenario()) {
  files.content["tables/" + name + ".csv"] = rows;
  return files;
}

World loaded(const scenario::Files& files) {
  scenario::Loaded result = scenario::load(files, {});
  for (const Problem& problem : result.problems.sorted()) UNSCOPED_INFO(to_string(problem));
  REQUIRE(result.world);
  return std::move(*result.world);
}

const Measure& more(const World& world) { return world.measures[*world.measures.find("more")]; }

void refused(const scenario::Files& files, const std::vector<std::string>& parts) {
  const std::string error = only_error(files);
  INFO(error);
  for (const std::string& part : parts) CHECK(error.find(part) != std::string::npos);
}

const std::string kUpgrade = "firms = [\"mine-co\"]\nto_class = \"A级\"\n";
const std::string kFloor = "floor = \"china6\"\n";

}  // namespace

TEST_CASE("a folder without the two tables has firms without a class and counties without a figure", "[scenario]") {
  const World world = loaded(small_scenario());
  for (const Firm& firm : world.firms) CHECK(firm.classes.steps().empty());
  CHECK(world.county_figures.size() == 0);
}

TEST_CASE("classes are read by firm and day, in either language", "[scenario]") {
  const World world =
      loaded(with_table("firm_classes", kClassHead + "mine-co,2021-07-01,B级,,,published,notice,\n" +
                                            "mine-co,2020-01-01,C,,,assumed,,r\npower-co,2020-01-01,引领性,,,published,notice,\n"));
  const auto& classes = world.firms[*world.firms.find("mine-co")].classes;
  CHECK_FALSE(classes.on(make_date(2019, 12, 31)));
  CHECK(classes.on(make_date(2021, 6, 30)) == FirmClass::c);
  CHECK(classes.on(make_date(2021, 7, 1)) == FirmClass::b);
  CHECK(world.firms[*world.firms.find("power-co")].classes.on(make_date(2020, 1, 1)) == FirmClass::leading);
}

TEST_CASE("a class of no firm, without a word or without its source is refused", "[scenario]") {
  refused(with_table("firm_classes", kClassHead + "mine-cc,2020-01-01,B,,,published,notice,\n"),
          {"firm_classes.csv:2:1", "mine-cc", "mine-co"});
  refused(with_table("firm_classes", kClassHead + "mine-co,2020-01-01,AA,,,published,notice,\n"),
          {"firm_classes.csv:2:20", "AA", "leading"});
  refused(with_table("firm_classes", kClassHead + "mine-co,2020-01-01,B,,,published,,\n"), {"firm_classes.csv", "source"});
  refused(with_table("firm_classes", kClassHead + "mine-co,2020-01-01,B,,,published,n,\nmine-co,2020-01-01,A,,,published,n,\n"),
          {"firm_classes.csv:3", "mine-co"});
}

TEST_CASE("figures are read by county and day, and one of no county of sites is refused with the nearest", "[scenario]") {
  const World world = loaded(with_table("county_figures", kFigureHead + "140121,pm25,2020-03-01,41.5,,,published,bulletin,\n" +
                                                              "140121,pm25,2021-03-01,39,38,40,assumed,,r\n" +
                                                              "140122,倒数名次,2020-03-01,20,,,published,bulletin,\n"));
  REQUIRE(world.county_figures.size() == 2);
  const CountyFigure& pm25 = *world.county_figures.begin();
  CHECK(pm25.county == "140121");
  CHECK(pm25.figure == CountyFigureKind::pm25);
  CHECK_FALSE(pm25.value.on(make_date(2020, 2, 29)));
  CHECK(pm25.value.on(make_date(2021, 2, 28)) == 41.5);
  CHECK(pm25.value.on(make_date(2021, 3, 1)) == 39.0);
  refused(with_table("county_figures", kFigureHead + "140123,pm25,2020-03-01,41.5,,,published,bulletin,\n"),
          {"county_figures.csv:2:1", "140123", "did you mean \"14012"});
  refused(with_table("county_figures", kFigureHead + "140121,pm10,2020-03-01,41.5,,,published,bulletin,\n"),
          {"county_figures.csv:2:8", "pm10", "pm25"});
  refused(with_table("county_figures", kFigureHead + "140121,pm25,2020-03-01,-1,,,published,bulletin,\n"), {"county_figures.csv:2", "-1"});
}

TEST_CASE("an upgrade is read with its firms and both classes", "[scenario]") {
  const World world = loaded(with_measure("class_upgrade", kUpgrade + "from_classes = [\"B\", \"未定级\"]\n"));
  const auto& upgrade = *policy::as<ClassUpgrade>(more(world));
  CHECK(upgrade.firms == std::vector{*world.firms.find("mine-co")});
  CHECK(upgrade.from_classes == std::vector{FirmClass::b, FirmClass::unrated});
  CHECK(upgrade.to_class == FirmClass::a);
  CHECK(upgrade.obedience == 0.9);
}

TEST_CASE("each field of an upgrade is refused with what would be accepted", "[scenario]") {
  refused(with_measure("class_upgrade", "to_class = \"A\"\n"), {"firms"});
  refused(with_measure("class_upgrade", "firms = []\nto_class = \"A\"\n"), {"firms is an empty list"});
  refused(with_measure("class_upgrade", "firms = [\"mine-cp\"]\nto_class = \"A\"\n"), {"mine-cp", "did you mean \"mine-co\""});
  refused(with_measure("class_upgrade", "firms = [\"mine-co\"]\n"), {"to_class"});
  refused(with_measure("class_upgrade", "firms = [\"mine-co\"]\nto_class = \"leadin\"\n"), {"leadin", "did you mean \"leading\""});
  refused(with_measure("class_upgrade", "firms = [\"mine-co\"]\nto_class = \"unrated\"\n"), {"to_class is unrated"});
  refused(with_measure("class_upgrade", kUpgrade + "from_classes = [\"A\"]\n"), {"from_classes holds A", "to_class is A"});
  refused(with_measure("class_upgrade", kUpgrade + "from_class = [\"B\"]\n"), {"from_class", "did you mean \"from_classes\""});
}

TEST_CASE("a gate floor may mean firms by class, sector and county, and takes the names of each", "[scenario]") {
  const World world = loaded(with_measure(
      "gate_floor", kFloor + "sectors = [\"煤矿\"]\nfirm_classes = [\"引领性\", \"A\"]\ncounties = [\"140121\", \"140122\"]\n"));
  const auto& floor = *policy::as<GateFloor>(more(world));
  CHECK(floor.sectors == std::vector{SiteKind::mine});
  CHECK(floor.firm_classes == std::vector{FirmClass::leading, FirmClass::a});
  CHECK(floor.counties == std::vector<std::string>{"140121", "140122"});
  refused(with_measure("gate_floor", kFloor + "counties = [\"140129\"]\n"), {"140129", "did you mean \"14012"});
  refused(with_measure("gate_floor", kFloor + "counties = [140121]\n"), {"counties", "quotes"});
  refused(with_measure("gate_floor", kFloor + "firm_classes = [\"AA\"]\n"), {"firm_classes", "AA"});
  refused(with_measure("gate_floor", kFloor + "sectors = [\"min\"]\n"), {"sectors", "did you mean \"mine\""});
  refused(with_measure("gate_floor", kFloor + "firm_class = [\"A\"]\n" + "sectors = [\"mine\"]\n"),
          {"firm_class", "did you mean \"firm_classes\""});
  refused(with_measure("gate_floor", kFloor), {"neither threshold_t_per_year nor firms", "firm_classes"});
}

TEST_CASE("a state rule says in which state a firm is bound, and has the fields of a floor", "[scenario]") {
  const std::string state = "while_firm = \"尚无专用线\"\n";
  const World world = loaded(with_measure("state_rule", kFloor + state + "threshold_t_per_year = 1500000\n"));
  const auto& rule = *policy::as<StateRule>(more(world));
  CHECK(rule.while_firm == FirmState::without_siding);
  CHECK(rule.threshold.value == 1'500'000);
  CHECK(rule.floor == Standard::china6);
  CHECK(policy::floor_of(more(world)) == &rule);
  refused(with_measure("state_rule", kFloor + "threshold_t_per_year = 1500000\n"), {"while_firm"});
  refused(with_measure("state_rule", kFloor + "while_firm = \"without_sidings\"\nsectors = [\"mine\"]\n"),
          {"while_firm", "did you mean \"without_siding\""});
  refused(with_measure("state_rule", kFloor + state), {"neither threshold_t_per_year nor firms"});
  refused(with_measure("state_rule", state + "sectors = [\"mine\"]\n"), {"floor"});
  refused(with_measure("state_rule", kFloor + state + "sectors = [\"mine\"]\nfirms = [\"mine-cx\"]\n"), {"mine-cx"});
}

TEST_CASE("an order on trucks takes counties of the register and no others, and figures of them", "[scenario]") {
  const std::string trucks = "up_to = \"china3\"\n";
  scenario::Files files = with_measure("retire_order", trucks + "counties = [\"140122\"]\n");
  refused(files, {"counties", "140122"});  // sites lie there, and no truck is registered there
  replace(files, "tables/register.csv", "local,140121,20", "local,140122,20");
  CHECK(policy::as<RetireOrder>(more(loaded(files)))->counties == std::vector<std::string>{"140122"});
  const scenario::Files by_figure =
      with_table("county_figures", kFigureHead + "140121,pm25,2020-03-01,41.5,,,published,bulletin,\n",
                 with_measure("stock_quota", "steps = [{ due = 2021-12-31, level = 0.5 }]\ncounty_pm25_from = 40\n"));
  CHECK(policy::as<StockQuota>(more(loaded(by_figure)))->county_pm25_from == 40.0);
  refused(with_measure("new_only", "county_last_ranks = 20\n"), {"county_last_ranks", "county_figures has no row of rank_from_last"});
}

TEST_CASE("who picks counties by a figure needs its rows, and a number in its limits", "[scenario]") {
  const std::string dirty = kFloor + "county_pm25_from = 40\n", last = kFloor + "county_last_ranks = 20\n";
  const auto with_pm25 = [](const std::string& fields) {
    return with_table("county_figures", kFigureHead + "140121,pm25,2020-03-01,41.5,,,published,bulletin,\n",
                      with_measure("gate_floor", fields));
  };
  CHECK(policy::as<GateFloor>(more(loaded(with_pm25(dirty))))->county_pm25_from == 40.0);
  refused(with_measure("gate_floor", dirty), {"county_pm25_from", "county_figures has no row of pm25"});
  refused(with_pm25(last), {"county_last_ranks", "county_figures has no row of rank_from_last"});
  refused(with_pm25(kFloor + "county_pm25_from = -1\n"), {"county_pm25_from", "-1"});
  refused(with_pm25(kFloor + "county_pm25_from = 1001\n"), {"county_pm25_from", "1001"});
  refused(with_pm25(kFloor + "county_last_ranks = 0\n"), {"county_last_ranks", "0"});
  refused(with_pm25(kFloor + "county_last_ranks = 2.5\n"), {"county_last_ranks", "2.5"});
}

}  // namespace whom_test

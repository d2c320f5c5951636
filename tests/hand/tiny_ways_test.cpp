// What the firms of the town can do with what they move by road: costs of section 2, tonnes and kilometres of section 6 of tiny.md.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/levers/firm_ways.hpp"
#include "analysis/words/lever_words.hpp"
#include "sim/rules/rail/base_state.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_ways_test {

using namespace railshift::analysis;

namespace {

/// Both firms are on the list: they move 54,000 and 59,400 t.
const Town& town_of_listed_firms() {
  static const Town town = run_town({.set = {{"values.scope.over_threshold.value", "54000"}}});
  return town;
}

const FirmWays& firm_named(const std::vector<FirmWays>& firms, const std::string& id) {
  const auto found = std::find_if(firms.begin(), firms.end(), [&](const FirmWays& firm) { return firm.firm == id; });
  REQUIRE(found != firms.end());
  return *found;
}

const FirmWay& way_of(const FirmWays& firm, Way way) {
  const auto found = std::find_if(firm.ways.begin(), firm.ways.end(), [&](const FirmWay& row) { return row.way == way; });
  REQUIRE(found != firm.ways.end());
  return *found;
}

std::vector<FirmWays> ways_in(int year) {
  const Town& town = town_of_listed_firms();
  return firm_ways({&town.world, &town.ledger}, rules::prior_state(town.world), year);
}

FirmWays with_price(std::optional<double> yuan) {
  FirmWays firm{"fm", {"厂", "works"}, 100.0, 0.0, {}, yuan ? 100.0 : 0.0, yuan};
  if (yuan) firm.ways.push_back({Way::box, 100.0, yuan, std::nullopt, std::nullopt, 100.0});
  firm.ways.push_back({Way::national_vi, 100.0, std::nullopt, std::nullopt, std::nullopt});
  return firm;
}

}  // namespace

TEST_CASE("tiny: the mine can send coal over the yard for 10.1 yuan a tonne more and 4.5 g of NOx less", "[hand]") {
  const std::vector<FirmWays> firms = ways_in(2024);
  const FirmWays& mine = firm_named(firms, "fm-mine");
  // 18,000 t of coal and 18,000 t of coke coal by road; coke coal has no other chain.
  CHECK(mine.road_t == Approx(36'000.0));
  CHECK(mine.no_chain_t == Approx(18'000.0));
  // 61.1 - 51 yuan a tonne.
  CHECK(way_of(mine, Way::box).tonnes == Approx(18'000.0));
  CHECK(*way_of(mine, Way::box).yuan_per_t == Approx(10.1));
  CHECK(way_of(mine, Way::box).from == make_date(2000, 1, 1));
  // 96,000 km loaded at 1 g and as many empty at 0.5 g: 1.5 g a loaded km. Road 100 km x 1.5 / 30 t = 5 g; yard 10 km: 0.5 g; the line is
  // electric.
  CHECK(*way_of(mine, Way::box).nox_g_per_t == Approx(-4.5));
  // Coal 5 g, coke coal 50 km: 2.5 g, as many tonnes of each.
  CHECK(*way_of(mine, Way::new_energy).nox_g_per_t == Approx(-3.75));
  // All trucks of 2024 are of National VI already.
  CHECK(*way_of(mine, Way::national_vi).nox_g_per_t == Approx(0.0).margin(1e-9));
  CHECK(way_of(mine, Way::national_vi).from == make_date(2023, 8, 1));
  CHECK_FALSE(way_of(mine, Way::national_vi).yuan_per_t);
  CHECK_FALSE(way_of(mine, Way::new_energy).yuan_per_t);
  CHECK(mine.main_rail_way()->way == Way::box);
  CHECK(mine.rail_t == Approx(18'000.0));
  CHECK(*mine.rail_yuan_per_t == Approx(10.1));
  CHECK_FALSE(mine.siding_stands);
  // The town has no rules of clean transport.
  CHECK(mine.trucks_asked == TrucksAsked::no_rule);
  CHECK(mine.vi_answer() == ViAnswer::no_rule);
}

TEST_CASE("tiny: ore by the siding of the works costs what the road costs, so that rail has a point", "[hand]") {
  const std::vector<FirmWays> firms = ways_in(2024);
  const FirmWays& works = firm_named(firms, "fm-works");
  // 8,550 t of ore and 18,000 t of coke coal by road; slag is no bulk good.
  CHECK(works.road_t == Approx(26'550.0));
  CHECK(works.no_chain_t == Approx(18'000.0));
  CHECK(way_of(works, Way::siding).tonnes == Approx(8'550.0));
  CHECK(*way_of(works, Way::siding).yuan_per_t == Approx(0.0).margin(1e-9));
  CHECK(way_of(works, Way::siding).from == make_date(2023, 10, 1));
  CHECK(works.main_rail_way()->way == Way::siding);
  // Its siding stands since October 2023: it is judged by its rail share, whatever trucks it has.
  CHECK(works.siding_stands);
  CHECK(works.vi_answer() == ViAnswer::does_not_comply);
}

TEST_CASE("tiny: cleaner trucks are worth most while the old ones drive", "[hand]") {
  // 2023: some loads by National III at 10 and 5 g, so that National VI saves and new energy saves more.
  const std::vector<FirmWays> firms = ways_in(2023);
  const FirmWays& mine = firm_named(firms, "fm-mine");
  CHECK(*way_of(mine, Way::national_vi).nox_g_per_t < 0.0);
  CHECK(*way_of(mine, Way::new_energy).nox_g_per_t < *way_of(mine, Way::national_vi).nox_g_per_t);
}

TEST_CASE("National VI trucks undercut what costs more than the road, and only at firms without a siding", "[hand]") {
  CHECK(with_price(0.1).vi_answer() == ViAnswer::pays_below);
  CHECK(with_price(0.0).vi_answer() == ViAnswer::rail_no_dearer);
  CHECK(with_price(-3.0).vi_answer() == ViAnswer::rail_no_dearer);
  // No rail chain at all: only other trucks remain, and they have no price.
  CHECK(with_price(std::nullopt).main_rail_way() == nullptr);
  CHECK(with_price(std::nullopt).vi_answer() == ViAnswer::only_way);
  FirmWays connected = with_price(0.1);
  connected.siding_stands = true;
  CHECK(connected.vi_answer() == ViAnswer::does_not_comply);
  CHECK(price_text(std::nullopt, Language::zh) == "缺价格");
  // Cement in a key region: what is short goes by new-energy trucks, rail or not.
  FirmWays cement = with_price(std::nullopt);
  cement.trucks_asked = TrucksAsked::new_energy;
  CHECK(cement.vi_answer() == ViAnswer::needs_new_energy);
  CHECK(vi_sentence(cement, Language::zh) == "清洁方式不足的部分须用新能源货车：换国六货车不算达标");
  cement.trucks_asked = TrucksAsked::none;
  CHECK(cement.vi_answer() == ViAnswer::share_alone);
  cement.trucks_asked = TrucksAsked::no_rule;
  CHECK(cement.vi_answer() == ViAnswer::no_rule);
  CHECK(vi_sentence(with_price(0.1), Language::en) ==
        "as long as National VI trucks cost less than 0.100 yuan/t more, they comply for less than rail: the rail target has no point");
  CHECK(vi_sentence(with_price(-3.0), Language::zh) == "有铁路可走的货，铁路不比公路贵：换国六货车不更省");
  CHECK(vi_sentence(connected, Language::zh) == "已建专用线，按铁路比例判定：换国六货车不算达标");
  CHECK(vi_sentence({"fm", {}, 0.0, 0.0, {}}, Language::zh).empty());
}

TEST_CASE("tiny: the rule of mines says whether National VI trucks comply", "[hand]") {
  const Town& town = town_of_listed_firms();
  const auto mine_by = [&](bool fallback, std::optional<double> new_energy) {
    CleanRule rule;
    rule.id = "mine";
    rule.site_kind = SiteKind::mine;
    rule.fallback = fallback;
    rule.shortfall_new_energy = new_energy;
    World world = town.world;
    world.clean_rules = Table<CleanRule>(std::vector<CleanRule>{rule});
    world.index();
    return firm_named(firm_ways({&world, &town.ledger}, rules::prior_state(world), 2024), "fm-mine").vi_answer();
  };
  CHECK(mine_by(true, std::nullopt) == ViAnswer::pays_below);
  CHECK(mine_by(true, 0.6) == ViAnswer::needs_new_energy);
  CHECK(mine_by(false, std::nullopt) == ViAnswer::share_alone);
}

TEST_CASE("ways.csv has a row for each firm and way, without a price where there is none", "[hand]") {
  const std::string csv = to_csv(std::vector<FirmWays>{with_price(2.5)});
  CHECK(csv.find("firm,way,road_t,no_chain_t,tonnes,yuan_per_t,nox_g_per_t,from,cheapest_t,limit,vi_answer,vi_pays_below\n") !=
        std::string::npos);
  CHECK(csv.find("fm,box,100,0,100,2.5,,,100,,,\n") != std::string::npos);
  CHECK(csv.find("fm,national_vi,100,0,100,,,,0,,pays_below,2.5\n") != std::string::npos);
}

}  // namespace railshift::hand::tiny_ways_test

/// The base year that the runs of a study are measured against.
#include "study/base_years.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/rules/rail/choice.hpp"
#include "sim/rules/roads/road_distances.hpp"
#include "study/results/text_file.hpp"
#include "tests/study/scene.hpp"

namespace base_years_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// A copy of tiny with a variant that changes a base share, and one that changes what comes later.
struct Town {
  Scratch scratch;
  Request request = of_tiny();
  Town() {
    fs::copy(of_tiny().scenario, scratch / "tiny", fs::copy_options::recursive);
    request.scenario = scratch / "tiny";
    write_text(request.scenario / "shares.toml",
               "extends = \".\"\n[set]\n\"chains.ch-coal-road.base_share\" = 0.4\n\"chains.ch-coal-yard.base_share\" = 0.6\n");
    write_text(request.scenario / "later.toml",
               "extends = \".\"\n[set]\n\"values.rail.price_factor@2024-01-01.value\" = 1.1\n\"sidings.sd-works.t_per_day\" = 200\n");
  }
  [[nodiscard]] World world() const {
    scenario::LoadRequest baseline;
    baseline.layer = Layer::baseline;
    return *load_scenario(request.scenario, baseline).world;
  }
};

scenario::LoadRequest setting(const std::map<std::string, std::string>& set) {
  scenario::LoadRequest changes;
  changes.set = set;
  return changes;
}

scenario::LoadRequest variant(const Town& town, const std::string& name) {
  scenario::LoadRequest changes;
  changes.variant = (town.request.scenario / name).string();
  return changes;
}

bool same(const rules::BaseState& a, const rules::BaseState& b) {
  return a.siding_delay_h == b.siding_delay_h && a.line_delay_h == b.line_delay_h && a.road_rate_factor == b.road_rate_factor;
}

}  // namespace

TEST_CASE("the base year is that of the folder: no seed, layer, variant or change moves its state", "[study]") {
  Town town;
  const rules::BaseState plain = BaseYears(town.request, {}).with({})->state;
  CHECK_FALSE(same(plain, rules::prior_state(town.world())));
  Request other = town.request;
  other.seed = 99;
  other.layer = Layer::baseline;
  other.variant = (town.request.scenario / "shares.toml").string();
  other.set = {{"sidings.sd-works.t_per_day", "1"}, {"values.rail.delay_prior.value", "72"}};
  BaseYears years(other, {});
  CHECK(same(years.with(load_request(other))->state, plain));
}

TEST_CASE("in its state the folder's shippers wish its base shares", "[study]") {
  const Town town;
  const World world = town.world();
  BaseYears years(town.request, {});
  const rules::BaseYear* base = years.with({});
  const rules::RoadMap roads(world, rules::regime_on(world, make_date(world.settings.base_year, 1, 1)));
  const rules::LegDistances distances = rules::road_distances(world, roads);
  const Month january = make_month(world.settings.base_year, 1);
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    const auto shares = rules::wish_shares(world, {base->constants, distances}, id, rules::book_of(world, base->state), january);
    for (std::size_t p = 0; p < shares.size(); ++p) {
      INFO(flow.id);
      CHECK(shares[p] == Approx(world.chains[world.chains_of(id)[p]].base_share).margin(1e-12));
    }
  }
}

TEST_CASE("constants are held by whatever is changed, left out or comes later", "[study]") {
  const Town town;
  BaseYears years(town.request, {});
  const rules::BaseYear* held = years.with({});
  scenario::LoadRequest baseline, without;
  baseline.layer = Layer::baseline;
  without.removed_measures = {"ms-retire"};
  for (const scenario::LoadRequest& changes :
       {baseline, without, variant(town, "later.toml"), setting({{"values.choice.value_of_time.value", "2"}}),
        setting({{"values.choice.cost_coefficient@2024-01-01.value", "-0.09"}}), setting({{"measure.ms-retire.obedience", "0"}}),
        setting({{"scenario.seed", "5"}, {"sidings.sd-works.t_per_day", "5"}})})
    CHECK(years.with(changes) == held);
}

TEST_CASE("a changed base share has constants of its own, in the same state, and gives them again when asked again", "[study]") {
  // The yard at 0.6 in place of 0.5: ln(0.6 / 0.4) more liked; all other chains as they were, but for medians of its class.
  const Town town;
  BaseYears years(town.request, {});
  const rules::BaseYear* held = years.with({});
  const rules::BaseYear* fitted = years.with(variant(town, "shares.toml"));
  REQUIRE(fitted != held);
  CHECK(same(fitted->state, held->state));
  const World world = town.world();
  const std::size_t yard = world.chains.find("ch-coal-yard")->index;
  CHECK(fitted->constants.of_chain[yard] - held->constants.of_chain[yard] == Approx(std::log(1.5)));
  for (std::size_t c = 0; c < world.chains.size(); ++c) {
    if (held->constants.from[c] == rules::ConstantFrom::class_median || c == yard) continue;
    CHECK(fitted->constants.of_chain[c] == Approx(held->constants.of_chain[c]).margin(1e-12));
  }
  const std::map<std::string, std::string> shares{{"chains.ch-coal-road.base_share", "0.4"}, {"chains.ch-coal-yard.base_share", "0.6"}};
  CHECK(years.with(setting(shares)) == fitted);
  auto more = shares;
  more["values.choice.value_of_time.value"] = "2";
  CHECK(years.with(setting(more)) == fitted);
}

TEST_CASE("a base year is said to be run, where a flow has a choice at all, and can be ended", "[study]") {
  const Town town;
  int settled = 0;
  Watch watch;
  watch.settling = [&settled] { ++settled; };
  const BaseYears years(town.request, watch);
  CHECK(settled == 1);
  Request one_way;
  one_way.scenario = fs::path(RAILSHIFT_SOURCE_DIR) / "tests" / "theory" / "mm1";
  BaseYears without(one_way, watch);
  CHECK(settled == 1);
  CHECK(without.with({})->state.road_rate_factor.empty());
  watch.progress = [](double) { return false; };
  CHECK_THROWS_AS(BaseYears(town.request, watch), Interrupted);
}

}  // namespace base_years_test

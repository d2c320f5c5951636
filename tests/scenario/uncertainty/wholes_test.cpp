/// Shares that make up a whole, after some of them were drawn.
#include <catch2/catch.hpp>

#include "sim/scenario/uncertainty/wholes.hpp"
#include "tests/scenario/errors.hpp"

namespace wholes_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::scenario;

namespace {

Whole sum(std::vector<WholePart> parts) { return {Whole::Keeps::sum, std::move(parts)}; }

Drawn closed(const Whole& whole, Drawn drawn) {
  close(whole, drawn);
  return drawn;
}

}  // namespace

TEST_CASE("what one share of two takes the other gives", "[scenario]") {
  const Whole flow = sum({{"road", 0.1, 0, 0.3}, {"belt", 0.9, 0.7, 1}});
  const Drawn drawn = closed(flow, {{"road", 0.25}});
  CHECK(drawn.at("road") == Approx(0.25));
  CHECK(drawn.at("belt") == Approx(0.75));
}

TEST_CASE("the others share what is left in proportion, inside of their own ranges", "[scenario]") {
  // road takes 0.8, 0.2 of 0.4 are left: half of each
  const Whole flow = sum({{"road", 0.6, 0.2, 0.8}, {"rail", 0.3, 0.1, 0.5}, {"yard", 0.1, 0, 1}});
  const Drawn drawn = closed(flow, {{"road", 0.8}});
  CHECK(drawn.at("rail") == Approx(0.15));
  CHECK(drawn.at("yard") == Approx(0.05));
  // of 0.25 rail keeps 0.2, where its range begins, and the yard has the rest
  const Drawn bounded = closed(sum({{"road", 0.6, 0.2, 0.8}, {"rail", 0.3, 0.2, 0.5}, {"yard", 0.1, 0, 1}}), {{"road", 0.75}});
  CHECK(bounded.at("rail") == Approx(0.2));
  CHECK(bounded.at("yard") == Approx(0.05));
}

TEST_CASE("where the others cannot give so much the drawn share takes less", "[scenario]") {
  // rail keeps 0.3: of 0.9 the road has 0.7
  const Drawn drawn = closed(sum({{"road", 0.5, 0, 1}, {"rail", 0.4, 0.3, 0.6}, {"yard", 0.1, 0, 1}}), {{"road", 0.9}});
  CHECK(drawn.at("road") == Approx(0.7));
  CHECK(drawn.at("rail") == Approx(0.3));
  CHECK(drawn.at("yard") == Approx(0.0).margin(1e-9));
}

TEST_CASE("shares that were all drawn are scaled to the whole", "[scenario]") {
  const Drawn drawn = closed(sum({{"road", 0.1, 0, 0.3}, {"rail", 0.9, 0.7, 1}}), {{"road", 0.05}, {"rail", 0.97}});
  CHECK(drawn.at("road") == Approx(0.05 / 1.02));
  CHECK(drawn.at("rail") == Approx(0.97 / 1.02));
}

TEST_CASE("a whole that cannot be closed stays as it is given", "[scenario]") {
  // b reaches 0.6 at most, and a drawn 0 cannot grow
  const Drawn drawn = closed(sum({{"a", 0.5, 0, 0.5}, {"b", 0.5, 0.4, 0.6}}), {{"a", 0.0}});
  CHECK(drawn.at("a") == 0.5);
  CHECK(drawn.at("b") == 0.5);
  const Drawn possible = closed(sum({{"a", 0.5, 0, 0.5}, {"b", 0.5, 0.4, 1}}), {{"a", 0.0}});
  CHECK(possible.at("b") == Approx(1.0));
}

TEST_CASE("a share that stands is not drawn, and the others close around it", "[scenario]") {
  Whole flow = sum({{"road", 0.5, 0, 1}, {"rail", 0.3, 0, 1}, {"yard", 0.2, 0, 1}});
  flow.parts[1].stands = true;
  const Drawn drawn = closed(flow, {{"road", 0.6}, {"rail", 0.9}});
  CHECK(drawn.at("rail") == 0.3);
  CHECK(drawn.at("yard") == Approx(0.1));
  CHECK(closed(flow, {{"rail", 0.9}}).empty());
}

TEST_CASE("purchase shares may leave a rest but not exceed the whole", "[scenario]") {
  const Whole year{Whole::Keeps::at_most_one, {{"electric", 0.5, 0.2, 0.9}, {"gas", 0.3, 0.1, 0.5}}};
  CHECK(closed(year, {{"electric", 0.7}}) == Drawn{{"electric", 0.7}});  // 1.0 together: the threshold itself
  CHECK(closed(year, {{"electric", 0.9}}).at("electric") == Approx(0.7));
  const Drawn both = closed(year, {{"electric", 0.8}, {"gas", 0.4}});  // 1.2 together
  CHECK(both.at("electric") == Approx(0.8 / 1.2));
  CHECK(both.at("gas") == Approx(0.4 / 1.2));
}

TEST_CASE("nothing happens to a whole of which nothing was drawn", "[scenario]") {
  CHECK(closed(sum({{"road", 0.5, 0, 1}, {"rail", 0.5, 0, 1}}), {{"other", 0.2}}) == Drawn{{"other", 0.2}});
}

TEST_CASE("base shares, rests and mixes are wholes, written in either language", "[scenario]") {
  Files files = small_scenario();
  const auto has = [](const Files& f, const std::string& path) {
    const Loaded loaded = load(f, {});
    REQUIRE(loaded.world);
    return std::any_of(loaded.uncertainty.wholes.begin(), loaded.uncertainty.wholes.end(), [&](const Whole& whole) {
      return whole.keeps == Whole::Keeps::sum && whole.parts.size() > 1 &&
             std::any_of(whole.parts.begin(), whole.parts.end(), [&](const WholePart& p) { return p.path == path; });
    });
  };
  CHECK(has(files, "chains.market-rail.base_share"));
  CHECK(has(files, "outside_mix.hired-5.share"));
  CHECK(has(files, "flows.fl-market@2020-01-01.share_or_t"));
  std::string& flows = files.content.at("tables/flows.csv");
  for (std::size_t at = flows.find("rest_out"); at != std::string::npos; at = flows.find("rest_out")) flows.replace(at, 8, "产出余量");
  CHECK(has(files, "flows.fl-market@2020-01-01.share_or_t"));
}

}  // namespace wholes_test

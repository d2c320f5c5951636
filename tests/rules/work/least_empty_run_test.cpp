/// The least empty kilometres of a month's loads, worked by hand.
#include <catch2/catch.hpp>

#include "sim/rules/work/least_empty_run.hpp"

namespace least_empty_run_test {

using namespace railshift::rules;

namespace {

constexpr std::uint16_t kA = 0, kB = 1, kC = 2;

/// Places on a line, in km: A at 0, B at 50, C at 80.
std::optional<std::int64_t> on_the_line(std::uint16_t from, std::uint16_t to) {
  constexpr std::int64_t kAt[] = {0, 50, 80};
  return 1000 * std::abs(kAt[from] - kAt[to]);
}

}  // namespace

TEST_CASE("100 loads out and 60 back over 50 km leave 40 empty runs: 2,000 km for 8,000 loaded", "[rules]") {
  const std::vector<Hauls> hauls{{kA, kB, 100}, {kB, kA, 60}};
  CHECK(least_empty_metres(hauls, on_the_line) == 2'000'000);
}

TEST_CASE("loads that balance at every place leave no empty run, one that does not goes back", "[rules]") {
  CHECK(least_empty_metres({{kA, kB, 7}, {kB, kC, 7}, {kC, kA, 7}}, on_the_line) == 0);
  CHECK(least_empty_metres({{kA, kB, 7}, {kB, kC, 7}, {kC, kA, 6}}, on_the_line) == 80'000);
  CHECK(least_empty_metres({}, on_the_line) == 0);
}

TEST_CASE("of two places with trucks to spare the nearer one serves first", "[rules]") {
  // A -> B 10, A -> C 10: 20 trucks are missing at A; B sends its 10 over 50 km, C its 10 over 80.
  CHECK(least_empty_metres({{kA, kB, 10}, {kA, kC, 10}}, on_the_line) == 10 * 50'000 + 10 * 80'000);
  // C -> B 5 as well: only 5 of B's 15 and C's 5 (10 - 5) differ: B has 15 left, C 5, A misses 20.
  CHECK(least_empty_metres({{kA, kB, 10}, {kA, kC, 10}, {kC, kB, 5}}, on_the_line) == 15 * 50'000 + 5 * 80'000);
}

TEST_CASE("each of two places that miss trucks gets them from where they are near, each way has its own cost", "[rules]") {
  // A to D stand at 0, 50, 80 and 90 km. A -> B 10 and C -> D 10: A and C miss 10 trucks each, B and D have 10 over.
  const auto metres = [](std::uint16_t from, std::uint16_t to) {
    constexpr std::int64_t kAt[] = {0, 50, 80, 90};
    return std::optional<std::int64_t>(1000 * std::abs(kAt[from] - kAt[to]));
  };
  // B -> A and D -> C: 10 x 50 + 10 x 10 km; the other way round, B -> C and D -> A, is 10 x 30 + 10 x 90 km.
  CHECK(least_empty_metres({{0, 1, 10}, {2, 3, 10}}, metres) == 600'000);
}

TEST_CASE("a truck goes on from a place while another comes to it, where that is shorter than the way round", "[rules]") {
  // A -> B 1 and B -> C 1, A and C 50 km apart, but B's roads to A and to C are stated as 6 km. The truck at C is wanted at A, the one at B
  // at B. Left where it is, B's truck saves its 0 km and C's drives 50; going C -> B and B -> A they drive 6 + 6.
  const auto stated = [](std::uint16_t from, std::uint16_t to) {
    return std::optional<std::int64_t>(from == kB || to == kB ? 6'000 : 50'000);
  };
  CHECK(least_empty_metres({{kA, kB, 1}, {kB, kC, 1}}, stated) == 12'000);
  // With 60 km between B and the others nobody takes that way.
  const auto far = [](std::uint16_t from, std::uint16_t to) {
    return std::optional<std::int64_t>(from == kB || to == kB ? 60'000 : 50'000);
  };
  CHECK(least_empty_metres({{kA, kB, 1}, {kB, kC, 1}}, far) == 50'000);
}

TEST_CASE("a place that no truck can reach has no least empty run", "[rules]") {
  CHECK_FALSE(least_empty_metres({{kA, kB, 3}}, [](auto, auto) { return std::optional<std::int64_t>{}; }));
}

}  // namespace least_empty_run_test

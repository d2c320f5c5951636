/// Expected waits against formulas that are exact.
#include <catch2/catch.hpp>

#include "sim/core/contract.hpp"
#include "sim/engine/months/expected_wait.hpp"

namespace expected_wait_test {

using namespace railshift;
using namespace railshift::engine;

TEST_CASE("one server with chance arrivals and exponential services waits as M/M/1 does", "[months]") {
  // use 0.6, service 0.5 h: 0.6 / (1 - 0.6) x 0.5 = 0.75 h
  CHECK(expected_wait_h({1, 0.5, 1.2, 1.0}) == Approx(0.75));
  // constant services: half of it
  CHECK(expected_wait_h({1, 0.5, 1.2, 0.5}) == Approx(0.375));
}

TEST_CASE("nobody waits where nobody comes, where arrivals are even, or where nothing is served", "[months]") {
  CHECK(expected_wait_h({1, 0.5, 0.0, 1.0}) == 0.0);
  CHECK(expected_wait_h({1, 0.5, 1.9, 0.0}) == 0.0);
  CHECK(expected_wait_h({0, 0.5, 1.0, 1.0}) == 0.0);
}

TEST_CASE("two servers of half the speed wait less than one", "[months]") {
  // M/M/2, use 0.6: exact C / (2 (1 - 0.6)) with C = 0.45 is 0.5625 services; the approximation gives 0.6^(sqrt(6) - 1) / 0.8 = 0.596
  CHECK(expected_wait_h({2, 1.0, 1.2, 1.0}) == Approx(0.5962).epsilon(0.001));
}

TEST_CASE("a place that is asked for more than it can serve waits as at full use", "[months]") {
  CHECK(expected_wait_h({1, 1.0, 0.98, 1.0}) == Approx(0.98 / 0.02));
  CHECK(expected_wait_h({1, 1.0, 5.0, 1.0}) == expected_wait_h({1, 1.0, kFullUse, 1.0}));
}

TEST_CASE("a train waits half a headway for a free path, and longer behind background trains", "[months]") {
  // 24 paths a day, none taken: half an hour. Every other one taken: two slots between free ones, an hour.
  CHECK(next_path_h(24, 0) == Approx(0.5));
  CHECK(next_path_h(24, 12) == Approx(1.0));
  // all but one are taken: half a day
  CHECK(next_path_h(24, 23) == Approx(12.0));
}

TEST_CASE("a section without a free path has no wait for one", "[months]") {
  CHECK_THROWS_AS(next_path_h(24, 24), BrokenPromise);
  CHECK_THROWS_AS(path_queue_h(24, 24, 1.0, 2), BrokenPromise);
  CHECK_THROWS_AS(track_queue_h(1, 1.0, 0.5, 0), BrokenPromise);
}

TEST_CASE("trains of one movement never queue for paths, those of several by chance and never behind more than half of the others",
          "[months]") {
  CHECK(path_queue_h(24, 0, 12.0, 1) == 0.0);
  // 12 trains of 2 movements for 24 paths: use 0.5, v = 0.25, 0.25 x 0.5 / 0.5 x 1 h
  CHECK(path_queue_h(24, 0, 12.0, 2) == Approx(0.25));
  // 23 trains: 0.25 x 0.9583 / 0.0417 = 5.75 h, but one other movement has at most half a train of an hour standing before
  CHECK(path_queue_h(24, 0, 23.0, 2) == Approx(0.5));
  // half of the paths are background's: an hour becomes two
  CHECK(path_queue_h(24, 12, 6.0, 2) == Approx(0.5));
}

TEST_CASE("with three servers and 20 visits an hour of 6 minutes a truck waits 1.43 minutes", "[months]") {
  CHECK(expected_wait_h({3, 0.1, 20.0, 0.5}) * 60.0 == Approx(1.43).margin(0.005));
}

}  // namespace expected_wait_test

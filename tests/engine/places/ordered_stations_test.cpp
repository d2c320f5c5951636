#include <catch2/catch.hpp>

#include "sim/engine/places/ordered_stations.hpp"

namespace ordered_stations_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

/// Gate, weighbridge, loading and unloading bays of one site: stations 0 to 3, one server each.
struct Yard {
  std::vector<Station> stations = std::vector<Station>(4);
  std::vector<Way> ways = {{}, {0, 1, 2}, {0, 1, 3}};

  Yard() {
    const char* names[] = {"a-gate", "b-weighbridge", "c-load", "d-unload"};
    for (std::size_t i = 0; i < stations.size(); ++i) {
      stations[i].id = names[i];
      stations[i].servers = 1;
    }
  }
  [[nodiscard]] std::vector<bool> ordered() const {
    World world;
    world.stations = Table<Station>(stations);
    return ordered_stations(world, ways);
  }
};

}  // namespace

TEST_CASE("behind a gate with one lane trucks come to the weighbridge in the order of the gate, and so on", "[engine]") {
  CHECK(Yard().ordered() == std::vector<bool>{false, true, true, true});
}

TEST_CASE("behind two servers trucks may overtake, however many servers the next station has", "[engine]") {
  Yard yard;
  yard.stations[1].servers = 2;
  CHECK(yard.ordered() == std::vector<bool>{false, true, false, false});
}

TEST_CASE("a station that trucks enter from two sides is not ordered", "[engine]") {
  Yard yard;
  yard.ways = {{}, {0, 1, 2}, {1, 3}};
  CHECK(yard.ordered() == std::vector<bool>{false, false, true, true});
  yard.ways = {{}, {0, 2, 1}, {0, 3, 1}};
  CHECK(yard.ordered() == std::vector<bool>{false, false, true, true});
}

TEST_CASE("feedback takes order away from the station that has it, from the one it leads to and from the one behind", "[engine]") {
  Yard yard;
  yard.stations[1].feedback = 0.1;
  yard.stations[1].feedback_to = Id<Station>{1};
  CHECK(yard.ordered() == std::vector<bool>{false, false, false, false});
  yard.stations[1].feedback = 0.0;
  yard.stations[1].feedback_to.reset();
  yard.stations[2].feedback = 0.1;
  yard.stations[2].feedback_to = Id<Station>{1};
  CHECK(yard.ordered() == std::vector<bool>{false, false, false, true});
}

TEST_CASE("a station that may be full or has no server is entered by an event", "[engine]") {
  Yard yard;
  yard.stations[1].waiting_room = 3;
  yard.stations[2].servers = 0;
  CHECK(yard.ordered() == std::vector<bool>{false, false, false, true});
}

TEST_CASE("a station that no leg passes is not ordered", "[engine]") {
  Yard yard;
  yard.ways = {{}};
  CHECK(yard.ordered() == std::vector<bool>{false, false, false, false});
}

}  // namespace ordered_stations_test

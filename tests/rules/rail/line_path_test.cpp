#include "sim/rules/rail/line_path.hpp"

#include <catch2/catch.hpp>

#include "sim/model/world.hpp"

namespace line_path_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

RailSection section(const std::string& id, std::uint32_t from, std::uint32_t to) {
  RailSection s;
  s.id = id;
  s.from = Id<Node>{from};
  s.to = Id<Node>{to};
  return s;
}

/// Stations 0 to 5: 0 - 1 - 2 - 3 with a short cut 0 - 2, all of one line; 4 - 5 on it too, apart from the rest; 3 - 4 on another line.
struct Rails {
  World world;
  Line line{"l1", {0, 1, 2, 3, 4}};
  Rails() {
    world.rail_sections = Table<RailSection>(
        {section("s0", 0, 1), section("s1", 1, 2), section("s2", 3, 2), section("s3", 2, 0), section("s4", 4, 5), section("s5", 3, 4)});
  }
  /// Numbers of the sections, those against their direction with a minus (and one more, since there is no -0).
  [[nodiscard]] std::vector<int> way(std::uint32_t from, std::uint32_t to) const {
    std::vector<int> out;
    for (const SectionUse& use : line_path(world, line, {Id<Node>{from}, Id<Node>{to}})) {
      const int number = static_cast<int>(use.section);
      out.push_back(use.forward ? number : -number - 1);
    }
    return out;
  }
};

using Way = std::vector<int>;

}  // namespace

TEST_CASE("a train takes the way of fewest sections and knows the direction of each", "[rules]") {
  const Rails r;
  CHECK(r.way(0, 1) == Way{0});
  CHECK(r.way(0, 2) == Way{-4});      // the short cut s3 runs from 2 to 0
  CHECK(r.way(0, 3) == Way{-4, -3});  // and s2 from 3 to 2
  CHECK(r.way(3, 0) == Way{2, 3});
  CHECK(r.way(3, 1) == Way{2, -2});
}

TEST_CASE("stations that the line does not join have no way, be there another line or not", "[rules]") {
  const Rails r;
  CHECK(r.way(0, 4).empty());
  CHECK(r.way(3, 5).empty());
  CHECK(r.way(4, 5) == Way{4});
  CHECK(r.way(2, 2).empty());
}

}  // namespace line_path_test

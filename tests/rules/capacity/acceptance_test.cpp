#include "sim/rules/capacity/acceptance.hpp"

#include <cstdlib>
#include <random>
#include <tuple>

#include <catch2/catch.hpp>

namespace acceptance_test {

using namespace railshift::rules;

namespace {

using Kg = std::vector<std::int64_t>;

Demand on(std::int64_t kg, std::initializer_list<std::size_t> limits, double weight = 1.0) {
  Demand d{kg, {}, weight};
  for (const std::size_t l : limits) d.uses.push_back({l, 1.0});
  return d;
}

}  // namespace

TEST_CASE("demands of 2, 6 and 8 on a capacity of 12 get 2, 5 and 5", "[rules]") {
  // All rise to 2 (6 used, 6 left), the first is met, the others share 6 as 3 each: 2, 5, 5.
  const Acceptance a = accept({on(2, {0}), on(6, {0}), on(8, {0})}, {12.0});
  CHECK(a.kg == Kg{2, 5, 5});
  CHECK(a.left == std::vector<double>{0.0});
  CHECK(a.bound_by[0].empty());
  CHECK(a.bound_by[1] == std::vector<std::size_t>{0});
}

TEST_CASE("weights of 1 and 2 share a capacity of 12 as 4 and 8", "[rules]") {
  CHECK(accept({on(100, {0}, 1.0), on(100, {0}, 2.0)}, {12.0}).kg == Kg{4, 8});
}

// Max-min fairness and progressive filling: Bertsekas and Gallager, Data Networks, 2nd edition, 1992, section 6.5.2. The networks here are
// worked by hand.
TEST_CASE(
    "max-min, three links of one unit, gives a third to three on one link, two thirds to whom one of them leaves them, one to who is alone",
    "[rules]") {
  // Link 0 carries 1, 2, 3; link 1 carries 3 and 4; link 2 carries 5. A unit is 3,000 kg. Level 1,000: link 0 is full, 1, 2 and 3 stop.
  // Level 2,000: link 1 has 3,000 - 1,000 for 4. Level 3,000: link 2 is full.
  const Acceptance a = accept({on(9000, {0}), on(9000, {0}), on(9000, {0, 1}), on(9000, {1}), on(9000, {2})}, {3000.0, 3000.0, 3000.0});
  CHECK(a.kg == Kg{1000, 1000, 1000, 2000, 3000});
  CHECK(a.bound_by[3] == std::vector<std::size_t>{1});
}

TEST_CASE("weighted max-min on two links gives rates in the proportion of weights on the link that stops them", "[rules]") {
  // Weights 1, 2, 3 on link 0 of 6,000: level 1,000, 1,000 + 2,000 + 3,000. The third also uses link 1 of 5,000, where the fourth, of
  // weight 1, goes on to 2,000.
  const Acceptance a = accept({on(9000, {0}, 1.0), on(9000, {0}, 2.0), on(9000, {0, 1}, 3.0), on(9000, {1}, 1.0)}, {6000.0, 5000.0});
  CHECK(a.kg == Kg{1000, 2000, 3000, 2000});
  // One that asks for less than its part leaves it to the others in the proportion of theirs: 500 of 6,000, 5,500 as 2 : 3.
  CHECK(accept({on(500, {0}, 1.0), on(9000, {0}, 2.0), on(9000, {0}, 3.0)}, {6000.0}).kg == Kg{500, 2200, 3300});
}

TEST_CASE("a lower rank has what it asks before the next one has anything", "[rules]") {
  const auto ranked = [](std::int64_t kg, int rank) {
    Demand demand = on(kg, {0});
    demand.rank = rank;
    return demand;
  };
  CHECK(accept({ranked(8, 5), ranked(8, 1), ranked(8, 5)}, {12.0}).kg == Kg{2, 8, 2});
  CHECK(accept({ranked(8, 5), ranked(12, 1)}, {12.0}).kg == Kg{0, 12});
  CHECK(accept({ranked(8, 5), ranked(11, 1)}, {12.0}).kg == Kg{1, 11});
  const Acceptance a = accept({ranked(8, 5), ranked(13, 1)}, {12.0});
  CHECK(a.kg == Kg{0, 12});
  CHECK(a.bound_by[0] == std::vector<std::size_t>{0});
  CHECK(a.bound_by[1] == std::vector<std::size_t>{0});
}

TEST_CASE("capacity that suffices refuses nothing, one kilogram less refuses one", "[rules]") {
  CHECK(accept({on(5, {0}), on(7, {0})}, {12.0}).kg == Kg{5, 7});
  CHECK(accept({on(5, {0}), on(7, {0})}, {11.0}).kg == Kg{5, 6});
}

TEST_CASE("a demand that a narrow limit stops leaves room for the others on the wide one", "[rules]") {
  // Limit 0 holds 3 and takes A alone, limit 1 holds 12 and takes all: A 3, B and C share 9: the odd kilogram to the first.
  const Acceptance a = accept({on(10, {0, 1}), on(10, {1}), on(10, {1})}, {3.0, 12.0});
  CHECK(a.kg == Kg{3, 5, 4});
  CHECK(a.bound_by[0] == std::vector<std::size_t>{0});
  CHECK(a.bound_by[2] == std::vector<std::size_t>{1});
}

TEST_CASE("limits that fill at the same level both bind", "[rules]") {
  const Acceptance a = accept({on(10, {0, 1})}, {4.0, 4.0});
  CHECK(a.kg == Kg{4});
  CHECK(a.bound_by[0] == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a limit without capacity refuses everything on it", "[rules]") {
  CHECK(accept({on(10, {0}), on(10, {1})}, {0.0, 4.0}).kg == Kg{0, 4});
}

TEST_CASE("a section counts trains: heavier trains carry more through the same slots", "[rules]") {
  // 10 slots, loads of 1024 and 4096 kg: at level x, x/1024 + x/4096 = 10 -> x = 8192 each. Slots: 8 and 2.
  const Acceptance a = accept({{20'000, {{0, 1.0 / 1024.0}}, 1.0}, {20'000, {{0, 1.0 / 4096.0}}, 1.0}}, {10.0});
  CHECK(a.kg == Kg{8192, 8192});
}

TEST_CASE("a larger siding never carries less, and yet all may: light trains of 1,000 t take the slots of heavy ones of 4,000 t",
          "[rules]") {
  // 10 slots. A wishes 10,000 t in trains of 1,000 t from a siding that takes 2,000 t; B wishes 40,000 t in trains of 4,000 t.
  // Both rise to 2,000 t (2 slots and half a one): A's siding is full. B goes on until the other 8 slots are: 32,000 t. Together 34,000 t.
  // The siding takes 3,000 t: both rise to 3,000 t, A has 3 slots; B goes on with the other 7: 28,000 t. Together 31,000 t.
  constexpr double kKg = 1000.0;  // of a tonne
  for (const auto& [siding_t, b_t, all_t] : {std::tuple{2000, 32'000, 34'000}, std::tuple{3000, 28'000, 31'000}}) {
    INFO("the siding of A takes " << siding_t << " t");
    const Demand a{10'000'000, {{0, 1.0}, {1, 1.0 / (1000.0 * kKg)}}, 1.0};
    const Demand b{40'000'000, {{1, 1.0 / (4000.0 * kKg)}}, 1.0};
    const std::vector<double> capacity{siding_t * kKg, 10.0};
    // Who is asked first makes no difference but for a kilogram of rounding: shares of a slot are no binary fractions.
    const Kg a_first = accept({a, b}, capacity).kg, b_first = accept({b, a}, capacity).kg;
    CHECK(a_first[0] == siding_t * 1000);
    CHECK(b_first[1] == siding_t * 1000);
    CHECK(std::abs(a_first[1] - b_t * 1000) <= 1);
    CHECK(std::abs(b_first[0] - b_t * 1000) <= 1);
    CHECK(std::abs(a_first[0] + a_first[1] - all_t * 1000) <= 1);
    CHECK(std::abs(b_first[0] + b_first[1] - all_t * 1000) <= 1);
    CHECK(accept({a, b}, capacity).bound_by == std::vector<std::vector<std::size_t>>{{0}, {1}});
  }
}

TEST_CASE("max-min: whoever is refused stands highest on a full limit, for any demands and limits", "[rules]") {
  std::mt19937 draw(GENERATE(range(1U, 61U)));
  std::vector<double> capacity;
  for (int l = 0; l < 4; ++l) capacity.push_back(static_cast<double>(draw() % 2000U));
  std::vector<Demand> demands;
  for (int i = 0; i < 12; ++i) {
    Demand d{static_cast<std::int64_t>(draw() % 700U), {}, 1.0};
    for (std::size_t l = 0; l < 4; ++l) {
      if (draw() % 3U == 0U) d.uses.push_back({l, 1.0});
    }
    demands.push_back(d);
  }
  const Acceptance a = accept(demands, capacity);
  std::vector<std::int64_t> used(4, 0), highest(4, 0);
  for (std::size_t i = 0; i < demands.size(); ++i) {
    CHECK(a.kg[i] >= 0);
    CHECK(a.kg[i] <= demands[i].kg);
    for (const LimitUse& use : demands[i].uses) {
      used[use.limit] += a.kg[i];
      highest[use.limit] = std::max(highest[use.limit], a.kg[i]);
    }
  }
  for (std::size_t l = 0; l < 4; ++l) CHECK(static_cast<double>(used[l]) <= capacity[l]);
  for (std::size_t i = 0; i < demands.size(); ++i) {
    if (a.kg[i] == demands[i].kg) continue;
    bool justified = false;
    for (const LimitUse& use : demands[i].uses) {
      justified = justified || (static_cast<double>(used[use.limit]) == capacity[use.limit] && a.kg[i] + 1 >= highest[use.limit]);
    }
    CHECK(justified);
  }
}

TEST_CASE("a split gives whole kilograms by largest remainder and nothing to a share of 0", "[rules]") {
  CHECK(split_kg(10, {1.0, 1.0, 1.0}) == Kg{4, 3, 3});
  CHECK(split_kg(10, {0.26, 0.25, 0.49}) == Kg{3, 2, 5});  // 2.6 2.5 4.9: floors 2 2 4, then 4.9, 2.6
  CHECK(split_kg(7, {0.0, 1.0, 0.0}) == Kg{0, 7, 0});
  CHECK(split_kg(7, {0.0, 0.0}) == Kg{7, 0});
}

}  // namespace acceptance_test

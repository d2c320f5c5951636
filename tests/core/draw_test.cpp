#include <catch2/catch.hpp>

#include <cmath>
#include <set>

#include "sim/core/draw.hpp"

namespace draw_test {

using namespace railshift;

TEST_CASE("draws are Philox4x32-10: its published answers to all zeros and to the digits of pi", "[core]") {
  // Known answers of Random123: key and counter all zeros; counter 243f6a88 85a308d3 13198a2e 03707344, key a4093822 299f31d0.
  CHECK(draw_block(0, Purpose{0}, 0, 0, 0) == std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(draw_block(0xa4093822, Purpose{0x299f31d0}, 0x85a308d3243f6a88, 0x13198a2e, 0x03707344) ==
        std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("seed, purpose, id, number and block each make another draw", "[core]") {
  const auto plain = draw_block(1, Purpose::survival, 77, 3, 0);
  CHECK(draw_block(1, Purpose::survival, 77, 3, 0) == plain);
  CHECK(draw_block(2, Purpose::survival, 77, 3, 0) != plain);
  CHECK(draw_block(1, Purpose::purchase, 77, 3, 0) != plain);
  CHECK(draw_block(1, Purpose::survival, 78, 3, 0) != plain);
  CHECK(draw_block(1, Purpose::survival, 77 + (std::uint64_t{1} << 32), 3, 0) != plain);
  CHECK(draw_block(1, Purpose::survival, 77, 4, 0) != plain);
  CHECK(draw_block(1, Purpose::survival, 77, 3, 1) != plain);
}

TEST_CASE("a uniform draw is never 0 and never 1", "[core]") {
  CHECK(to_uniform(0) == 0x1.0p-33);
  CHECK(to_uniform(0xffffffff) < 1.0);
  CHECK(to_uniform(0xffffffff) == 1.0 - 0x1.0p-33);
  CHECK(to_uniform(0x80000000) == 0.5 + 0x1.0p-33);
}

TEST_CASE("uniform draws fill the unit interval evenly", "[core]") {
  constexpr int kDraws = 100'000;
  double sum = 0.0;
  int below_tenth = 0;
  for (std::uint32_t n = 0; n < kDraws; ++n) {
    const double u = draw_uniform(1, Purpose::load_phase, hash_text("fl-ty-011"), n);
    sum += u;
    below_tenth += u < 0.1 ? 1 : 0;
  }
  // 3.29 standard errors: of the mean 3.29 / sqrt(12 x 100,000) = 0.0030, of the count 3.29 x sqrt(100,000 x 0.09) = 312.
  CHECK(std::abs(sum / kDraws - 0.5) < 0.0030);
  CHECK(std::abs(below_tenth - kDraws / 10) < 312);
}

TEST_CASE("text hashes are FNV-1a and tell ids apart", "[core]") {
  // Published values of FNV-1a with 64 bits.
  CHECK(hash_text("") == 0xcbf29ce484222325);
  CHECK(hash_text("a") == 0xaf63dc4c8601ec8c);
  CHECK(hash_text("foobar") == 0x85944171f73967e8);
  CHECK(hash_text("fl-ty-011") != hash_text("fl-ty-101"));
}

}  // namespace draw_test

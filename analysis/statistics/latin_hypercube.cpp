#include "analysis/statistics/latin_hypercube.hpp"

#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

void fill_column(const LatinHypercube& design, std::size_t factor, std::uint32_t block, Points& points) {
  const std::string& id = design.factors[factor];
  const auto strata = drawn_order({design.seed, Purpose::latin_hypercube, block}, id, design.members);
  for (std::size_t m = 0; m < design.members; ++m) {
    // The first two words of this draw order the strata; the third is the place inside.
    const auto words = draw_block(design.seed, Purpose::latin_hypercube, hash_text(id), static_cast<std::uint32_t>(m), block);
    points[m][factor] = (static_cast<double>(strata[m]) + to_uniform(words[2])) / static_cast<double>(design.members);
  }
}

}  // namespace

std::vector<Points> latin_hypercube(const LatinHypercube& design) {
  expect_different(design.factors);
  RAILSHIFT_EXPECTS(design.members >= 1 && design.members <= kMostMembers && design.blocks >= 1,
                    "a design has 1 to 100,000 members a block");
  std::vector<Points> blocks(design.blocks, Points(design.members, Point(design.factors.size())));
  for (std::size_t b = 0; b < design.blocks; ++b) {
    for (std::size_t f = 0; f < design.factors.size(); ++f) fill_column(design, f, static_cast<std::uint32_t>(b), blocks[b]);
  }
  return blocks;
}

}  // namespace railshift::analysis::statistics

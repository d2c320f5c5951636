#include "sim/core/draw.hpp"

#include <Random123/philox.h>

namespace railshift {

std::array<std::uint32_t, 4> draw_block(std::uint32_t seed, Purpose purpose, std::uint64_t id_hash, std::uint32_t number,
                                        std::uint32_t block) {
  const r123::Philox4x32::key_type key{{seed, static_cast<std::uint32_t>(purpose)}};
  const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(id_hash), static_cast<std::uint32_t>(id_hash >> 32), number, block}};
  const auto out = r123::Philox4x32{}(counter, key);
  return {out[0], out[1], out[2], out[3]};
}

}  // namespace railshift

#include "sim/model/route.hpp"

namespace railshift {

std::int64_t Route::metres() const {
  std::int64_t sum = 0;
  for (const RouteCell& cell : cells) sum += cell.metres;
  return sum;
}

Tick Route::ticks() const {
  Tick sum = 0;
  for (const RouteCell& cell : cells) sum += cell.ticks;
  return sum;
}

}  // namespace railshift

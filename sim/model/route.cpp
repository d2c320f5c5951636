#include "sim/model/route.hpp"

namespace railshift {

std::int64_t Route::metres() const {
  std::int64_t sum = 0;
  for (const RouteCell& cell : cells) sum += cell.metres;
  return sum;
}

std::int64_t Route::seconds() const {
  std::int64_t sum = 0;
  for (const RouteCell& cell : cells) sum += cell.seconds;
  return sum;
}

}  // namespace railshift

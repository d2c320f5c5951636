#include "sim/scenario/load/taking_part.hpp"

namespace railshift::scenario {

bool takes_part(const std::string& id, Layer of, Layer run, const std::set<std::string>& of_variant) {
  switch (run) {
    case Layer::baseline:
      return of == Layer::baseline;
    case Layer::plan:
      return of != Layer::what_if || of_variant.count(id) > 0;
    case Layer::what_if:
      return true;
  }
  return true;
}

}  // namespace railshift::scenario

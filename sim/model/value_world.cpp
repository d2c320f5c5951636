#include "sim/model/value_world.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

double ValueWorld::parameter(std::string_view name, Date day) const {
  const auto id = parameters.find(name);
  RAILSHIFT_EXPECTS(id.has_value(), "the loader demands every parameter that the program uses: " + std::string(name));
  const Dated<double>& value = parameters[*id].value;
  const auto now = value.on(day);
  return now ? *now : value.steps().front().second;
}

}  // namespace railshift

#include "analysis/look/figures/masses.hpp"

#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::analysis::look {

Tonnes Masses::tonnes(Id<Flow> flow, When when) const {
  Kilograms sum;
  for (const Kilograms kg : of_flow.at(when)[flow.index]) sum += kg;
  return to_tonnes(sum);
}

Tonnes Masses::total(When when) const {
  Tonnes sum;
  for (std::uint32_t f = 0; f < of_flow.at(when).size(); ++f) sum += tonnes(Id<Flow>{f}, when);
  return sum;
}

Masses masses(const World& world) {
  Masses out;
  out.year = {world.settings.base_year, year_of(world.settings.end - 1)};
  for (const When when : kWhens) {
    auto& flows = out.of_flow.at(when);
    flows.resize(world.flows.size());
    for (int m = 0; m < 12; ++m) {
      const Month month = make_month(out.year.at(when), m + 1);
      const rules::FlowRates rates = rules::flow_rates(world, month);
      for (std::uint32_t f = 0; f < flows.size(); ++f) {
        flows[f][static_cast<std::size_t>(m)] = rules::month_mass(world, rates, Id<Flow>{f}, month);
      }
    }
  }
  return out;
}

}  // namespace railshift::analysis::look

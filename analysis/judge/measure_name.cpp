#include "analysis/judge/measure_name.hpp"

#include "sim/policy/kinds.hpp"

namespace railshift::analysis {

Words measure_name(const World& world, const Measure& measure) {
  const policy::KindRow& kind = policy::kind_of(measure);
  const std::string& order = measure.clause ? world.clauses[*measure.clause].id : measure.id;
  return {std::string(kind.zh) + " · " + order, std::string(kind.en) + " · " + order};
}

}  // namespace railshift::analysis

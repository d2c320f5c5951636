#include "study/plans/leaving_out.hpp"

#include "sim/policy/kinds.hpp"

namespace railshift::study {

LeavingOut leaving_out(const World& plan, const LeftOut& measures) {
  LeavingOut out;
  for (const std::string& id : measures) {
    switch (policy::kind_of(plan.measures[*plan.measures.find(id)]).leaving_out) {
      case policy::LeavingOut::obedience_zero:
        out.set["measure." + id + ".obedience"] = "0";
        break;
      case policy::LeavingOut::removed:
        out.removed.push_back(id);
        break;
    }
  }
  return out;
}

}  // namespace railshift::study

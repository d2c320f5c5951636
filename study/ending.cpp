#include "study/ending.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "study/closing_statement.hpp"

namespace railshift::study {
namespace {

bool holds(Demand demand, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& runs) {
  switch (demand) {
    case Demand::nothing:
      return true;
    case Demand::targets:
      return std::all_of(verdicts.begin(), verdicts.end(), [](const auto& v) { return v.outcome == analysis::Outcome::met; });
    case Demand::served:
      return std::all_of(runs.begin(), runs.end(), served);
  }
  RAILSHIFT_EXPECTS(false, "a demand holds or not");
}

}  // namespace

bool kept(const ChildRecord& run) {
  return run.breaches.empty() &&
         std::none_of(run.long_waits.begin(), run.long_waits.end(), [](const auto& wait) { return wait.cause == engine::WaitCause::none; });
}

Ending ending_of(Demand demand, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& demanded,
                 const std::vector<ChildRecord>& beside) {
  for (const auto* runs : {&demanded, &beside}) {
    if (!std::all_of(runs->begin(), runs->end(), kept)) return Ending::promise_broken;
  }
  return holds(demand, verdicts, demanded) ? Ending::done : Ending::not_held;
}

}  // namespace railshift::study

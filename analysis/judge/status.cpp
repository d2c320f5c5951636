#include "analysis/judge/status.hpp"

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// What was assumed of a plan and what executing it brings.
Status status_of(const Target& target, const Verdict& assumed, const Verdict& executed) {
  if (assumed.outcome == Outcome::not_testable) return Status::not_testable;
  // What a run reaches is possible, whatever a programme leaves out.
  const bool reached = assumed.outcome == Outcome::met || executed.outcome == Outcome::met;
  if (!reached && assumed.ceiling && out_of_reach(target, *assumed.ceiling)) return Status::impossible_reading;
  if (!reached && assumed.ceiling_capacity && out_of_reach(target, *assumed.ceiling_capacity)) return Status::impossible_capacity;
  if (assumed.outcome == Outcome::cannot_say) return Status::cannot_say;
  if (assumed.outcome == Outcome::met) return Status::on_track;
  if (executed.outcome == Outcome::met) return Status::if_executed;
  if (executed.outcome == Outcome::cannot_say) return Status::cannot_say;
  return assumed.reached_on ? Status::late : Status::missed;
}

}  // namespace

bool out_of_reach(const Target& target, double best) {
  return stand(target, best) == (target.op == Operator::at_most ? Stand::too_high : Stand::too_low);
}

void add_status(const World& world, const std::vector<Verdict>& executed, std::vector<Verdict>& verdicts) {
  RAILSHIFT_EXPECTS(executed.size() == verdicts.size(), "the same targets were judged");
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    Verdict& v = verdicts[i];
    if (executed[i].basis != Basis::observed) v.value_executed = executed[i].value;
    v.status = status_of(world.targets[*world.targets.find(v.target)], v, executed[i]);
    if (v.status == Status::if_executed) v.reached_on = executed[i].reached_on;
  }
}

}  // namespace railshift::analysis

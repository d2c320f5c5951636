#include "study/ending.hpp"

#include <algorithm>

#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "study/closing_statement.hpp"

namespace railshift::study {
namespace {

/// A clause is asked in its main reading: the others often cannot all be met.
bool is_met(const analysis::Verdict& v) { return !v.reading_of.empty() || v.outcome == analysis::Outcome::met; }

template <class Said>
Words in_both(const Said& said) {
  return {said(Language::zh), said(Language::en)};
}

/// TG-1: 2025 rail share 61.20% (asked >= 85.00%), missed.
Words unmet_line(const analysis::Verdict& v) {
  const Words metric = in_both([&v](Language l) { return analysis::word(v.metric, l); });
  const Words value = in_both([&v](Language l) { return analysis::figure_text_beside(v.value, v.threshold, v.unit, l); });
  const Words asked = in_both([&v](Language l) { return analysis::exact_text(v.threshold, v.unit, l); });
  const Words said = in_both([&v](Language l) { return v.status ? analysis::word(*v.status, l) : analysis::word(v.outcome, l); });
  return both("  {}：{} {} {}（要求 {} {}），{}", "  {}: {} {} {} (asked {} {}), {}", v.target, to_text(v.judged), metric, value,
              analysis::sign(v.op), asked, said);
}

std::vector<Words> unmet(const std::vector<analysis::Verdict>& verdicts) {
  const auto asked = std::count_if(verdicts.begin(), verdicts.end(), [](const auto& v) { return v.reading_of.empty(); });
  std::vector<Words> lines;
  for (const analysis::Verdict& v : verdicts) {
    if (!is_met(v)) lines.push_back(unmet_line(v));
  }
  if (!lines.empty())
    lines.insert(lines.begin(), both("--assert targets 不成立：{1} 项目标中 {0} 项未判定为达到",
                                     "--assert targets does not hold: {} of {} targets are not found met", lines.size(), asked));
  return lines;
}

std::vector<Words> unserved(const std::vector<ChildRecord>& runs) {
  const auto left = std::count_if(runs.begin(), runs.end(), [](const ChildRecord& run) { return !served(run); });
  if (left == 0) return {};
  return {both("--assert served 不成立：{1} 次模拟中 {0} 次有货未按时运出（哪些货、等什么，见上）",
               "--assert served does not hold: {} of {} runs left goods behind or carried them too late (which and why stands above)", left,
               runs.size())};
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
  return not_held(demand, verdicts, demanded).empty() ? Ending::done : Ending::not_held;
}

std::vector<Words> not_held(Demand demand, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& demanded) {
  switch (demand) {
    case Demand::nothing:
      return {};
    case Demand::targets:
      return unmet(verdicts);
    case Demand::served:
      return unserved(demanded);
  }
  RAILSHIFT_EXPECTS(false, "a demand holds or not");
}

}  // namespace railshift::study

#include "sim/scenario/check/check_orders.hpp"

#include "sim/policy/kinds.hpp"
#include "sim/rules/register/retire_orders.hpp"
#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {

namespace {

/// What would help: a law, as long as there is a standard above, or a narrower order.
Words remedy(const rules::Repetition& again) {
  const Words powertrain = word_words(again.bought.powertrain);
  Words narrower =
      both("调低 up_to（最高标准），或从 powertrains（动力）中去掉 {}", "lower up_to, or leave {} out of powertrains", powertrain);
  if (again.bought.standard >= Standard::china6) return narrower;
  return both("补一项 sales_standard（新车排放标准），最迟从 {3} 起要求 {1} {2} 车高于 {0}；或{4}",
              "add a sales_standard above {0} for {1} {2} trucks from {3} or before; or {4}", word_words(again.bought.standard),
              word_words(again.type), powertrain, to_string(again.delivery), narrower);
}

}  // namespace

void check_orders(const Sources& s, Decoder& decoder) {
  for (const rules::Repetition& again : rules::repetitions(s.world)) {
    const Measure& measure = s.world.measures[again.measure];
    decoder.problem(
        measure.place,
        both("措施“{0}”淘汰 {1} 及以下的车，而车队“{4}”{5} 注册的 {2} {3} 车就是 {6}",
             "measure \"{0}\" removes trucks up to {1}, but a {2} {3} truck of segment \"{4}\" registered on {5} is {6}", measure.id,
             word_words(policy::as<RetireOrder>(measure)->up_to), word_words(again.type), word_words(again.bought.powertrain),
             s.world.segments[again.segment].id, to_string(again.delivery), word_words(again.bought.standard)),
        {"淘汰后更新的车不能再次属于淘汰范围", "what replaces a truck under an order does not fall under it again"}, remedy(again));
  }
}

}  // namespace railshift::scenario

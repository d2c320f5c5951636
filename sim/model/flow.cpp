#include "sim/model/flow.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift {

double Profile::share(Month month) const {
  const Year* any = nullptr;
  for (const Year& y : years) {
    if (y.year == month.year()) return y.share[month.number() - 1];
    if (y.year == 0) any = &y;
  }
  RAILSHIFT_EXPECTS(any != nullptr, "a profile covers every year");
  return any->share[month.number() - 1];
}

std::string_view to_text(Mode mode) {
  switch (mode) {
    case Mode::truck:
      return "truck";
    case Mode::rail:
      return "rail";
    case Mode::belt:
      return "belt";
    case Mode::pipe:
      return "pipe";
  }
  RAILSHIFT_EXPECTS(false, "a mode has a word");
}

bool Chain::has(Mode m) const {
  return std::any_of(legs.begin(), legs.end(), [m](const Leg& leg) { return leg.mode == m; });
}

Mode Chain::main_mode() const {
  for (const Mode m : {Mode::rail, Mode::belt, Mode::pipe}) {
    if (has(m)) return m;
  }
  return Mode::truck;
}

}  // namespace railshift

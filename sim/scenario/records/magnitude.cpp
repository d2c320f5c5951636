#include "sim/scenario/records/magnitude.hpp"

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

/// Large numbers whole, small ones with three digits.
std::string shown(double value) { return value >= 100.0 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value); }

}  // namespace

bool ask_magnitude(const RecordRequest& request, const Compared& compared, int line, Problems& problems) {
  constexpr double kTimes = 10.0;
  if (request.answers.magnitude == Magnitude::right || compared.said <= 0.0 || compared.stands <= 0.0) return false;
  if (compared.said < kTimes * compared.stands && compared.stands < kTimes * compared.said) return false;
  problems.add({{request.record.name, line, line > 0 ? 1 : 0},
                both("{}：记录为 {} {}，情景中为 {}", "{}: {} {} in the record, {} in the scenario", compared.what, shown(compared.said),
                     compared.unit, shown(compared.stands)),
                {"与情景相差十倍以上，多半是单位不同", "ten times what stands, or a tenth of it, is rather another unit than news"},
                {"改正单位；记录无误则加 --magnitude right", "correct the unit; if the record is right, --magnitude right"}});
  return true;
}

}  // namespace railshift::scenario

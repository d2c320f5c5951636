#pragma once
/// report.html: self-contained, Chinese (or English), inline SVG, no request and no script needed.
#include <string>

#include "analysis/report/report_input.hpp"

namespace railshift::analysis::report {

/// Whether it was checked against counts, verdicts with basis, observed values, rail share by year against targets for plan and baseline,
/// where tonnes that did not go by rail were stopped, register by standard, emissions, assumptions by tonnes, journal. Text of the user is
/// escaped.
[[nodiscard]] std::string html(const ReportInput& input, Language language);

}  // namespace railshift::analysis::report

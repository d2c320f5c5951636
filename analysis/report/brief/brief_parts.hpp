#pragma once
/// Parts of the brief that tests read one by one.
#include "analysis/brief/conclusions.hpp"
#include "analysis/brief/office_rows.hpp"
#include "analysis/report/page.hpp"

namespace railshift::analysis::report {

/// At most so many names in a box, and so many rows of offices, that the page holds.
inline constexpr std::size_t kBoxNames = 4;
inline constexpr std::size_t kBriefRows = 6;

/// 市发改委、市工信局等 3 家: at most two names.
[[nodiscard]] std::string offices_text(const Page& page, const std::vector<std::string>& leads, std::size_t others);
/// What must be true for the target of a row.
[[nodiscard]] document::Line must_line(Page& page, const OfficeRow& row);
/// A figure of a schedule.
[[nodiscard]] document::Run quarter_run(Page& page, const Verdict& verdict, const QuarterFigure& quarter, std::string_view column);

/// How many readings a clause has, how many of them are met, how many are not met and not impossible either, how many levers a set has.
[[nodiscard]] document::Run readings_run(Page& page, const ReadingSpread& spread);
[[nodiscard]] document::Run readings_met_run(Page& page, const ReadingSpread& spread);
[[nodiscard]] document::Run readings_possible_run(Page& page, const ReadingSpread& spread);
[[nodiscard]] document::Run set_size_run(Page& page, const TargetLevers& levers);

/// Whether the target is met and what its readings say; why it stands where it does; what would do it, what that costs, whose job it is:
/// each a line that ends with what is recommended.
[[nodiscard]] document::Line will_line(Page& page, const Verdict& verdict);
[[nodiscard]] document::Line why_line(Page& page, const Verdict& verdict);
[[nodiscard]] document::Line what_line(Page& page, const Verdict& verdict);

/// How far to trust the page.
[[nodiscard]] document::Line honesty_line(Page& page);

}  // namespace railshift::analysis::report

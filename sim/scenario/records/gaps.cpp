#include "sim/scenario/records/gaps.hpp"

#include <algorithm>

#include "sim/scenario/records/reading/record_sheets.hpp"

namespace railshift::scenario {
namespace {
constexpr const char* kUnread = "could not be read";
}

Place record_place(const RecordRequest& request, const RecordImport& out, int line, int column) {
  const int at = std::max(column, 1);
  return out.sheet.empty() ? Place{request.record.name, line, at} : place_in_sheet(request.record.name, out.sheet, line, at);
}

std::string standing_with(const std::string& gap) { return gap.empty() ? "published" : "derived"; }

std::string with_gap(const std::string& text, const std::string& gap) {
  return gap.empty() ? text : fmt::format("{}{}gap: {}", text, text.empty() ? "" : "; ", gap);
}

void report_blocked(const std::string& part, const std::string& gap, RecordImport& out) {
  out.notes.push_back(fmt::format("{}: {}; not written (--allow-gaps writes it as derived)", part, gap));
  if (gap.find(kUnread) != std::string::npos) ++out.blocked;
}

void report_unread(const RecordRequest& request, const RecordImport& out, Problems& problems) {
  for (const Misfit& misfit : out.misfits.sorted()) {
    if (!misfit.blocks) continue;
    problems.add({record_place(request, out, misfit.lines.first(), misfit.column),
                  misfit.lines.count() > 1 ? fmt::format("{} (rows {})", misfit.what, misfit.lines.text()) : misfit.what,
                  "a row that cannot be read blocks what it belongs to",
                  (misfit.accept.empty() ? std::string("correct the row, or name the word in a column map") : misfit.accept) +
                      "; --allow-gaps writes what could be read as derived"});
  }
}

void report_all_blocked(const RecordRequest& request, const RecordImport& out, Problems& problems) {
  const bool nothing_left = out.written == 0 && out.blocked > 0;
  if (nothing_left || (!problems.empty() && request.answers.gaps == GapRule::block)) report_unread(request, out, problems);
}

}  // namespace railshift::scenario

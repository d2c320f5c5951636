#include "sim/scenario/records/gaps.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/records/reading/record_sheets.hpp"

namespace railshift::scenario {
namespace {
constexpr const char* kUnread = "could not be read";
}

Place record_place(const RecordRequest& request, const RecordImport& out, int line, int column) {
  const int at = std::max(column, 1);
  return out.sheet.empty() ? Place{request.record.name, line, at} : place_in_sheet(request.record.name, out.sheet, line, at);
}

std::string standing_with(const Words& gap) { return gap.empty() ? "published" : "derived"; }

std::string with_gap(const std::string& text, const Words& gap) {
  return gap.empty() ? text : fmt::format("{}{}gap: {}", text, text.empty() ? "" : "; ", gap.en);
}

Words with_gap(const Words& note, const Words& gap) { return gap.empty() ? note : both("{}；缺口：{}", "{}; gap: {}", note, gap); }

void add_gap(Words& gaps, const Words& gap) {
  if (!gap.empty()) gaps = gaps.empty() ? gap : both("{}；{}", "{}; {}", gaps, gap);
}

Words all_gaps(std::vector<Words> gaps) {
  std::sort(gaps.begin(), gaps.end(), [](const Words& a, const Words& b) { return a.en < b.en; });
  gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end());
  Words out;
  for (const Words& gap : gaps) add_gap(out, gap);
  return out;
}

void report_blocked(const Words& part, const Words& gap, RecordImport& out) {
  out.gaps.push_back(both("{}：{}；未写入（加 --allow-gaps 可写入，数据性质记为推算）",
                          "{}: {}; not written (--allow-gaps writes it as derived)", part, gap));
  if (gap.en.find(kUnread) != std::string::npos) ++out.blocked;
}

void report_unread(const RecordRequest& request, const RecordImport& out, Problems& problems) {
  for (const Misfit& misfit : out.misfits.sorted()) {
    if (!misfit.blocks) continue;
    problems.add({record_place(request, out, misfit.lines.first(), misfit.column),
                  misfit.found(),
                  {"有一行读不出，它所属的内容就不写入", "a row that cannot be read blocks what it belongs to"},
                  both("{}；加 --allow-gaps 可写入读得出的部分，数据性质记为推算", "{}; --allow-gaps writes what could be read as derived",
                       misfit.advice())});
  }
}

void report_all_blocked(const RecordRequest& request, const RecordImport& out, Problems& problems) {
  const bool nothing_left = out.written == 0 && out.blocked > 0;
  if (nothing_left || (!problems.empty() && request.answers.gaps == GapRule::block)) report_unread(request, out, problems);
}

}  // namespace railshift::scenario

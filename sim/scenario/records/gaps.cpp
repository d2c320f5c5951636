#include "sim/scenario/records/gaps.hpp"

namespace railshift::scenario {
namespace {
constexpr const char* kUnread = "could not be read";
}

std::string standing_with(const std::string& gap) { return gap.empty() ? "published" : "derived"; }

std::string with_gap(const std::string& text, const std::string& gap) {
  return gap.empty() ? text : fmt::format("{}{}gap: {}", text, text.empty() ? "" : "; ", gap);
}

void report_blocked(const std::string& part, const std::string& gap, RecordImport& out) {
  out.notes.push_back(fmt::format("{}: {}; not written (--allow-gaps writes it as derived)", part, gap));
  if (gap.find(kUnread) != std::string::npos) ++out.blocked;
}

void report_all_blocked(const RecordRequest& request, const RecordImport& out, Problems& problems) {
  if (out.written > 0 || out.blocked == 0) return;
  for (const Misfit& misfit : out.misfits.sorted()) {
    problems.add({{request.record.name, misfit.lines.first(), misfit.column},
                  misfit.lines.count() > 1 ? fmt::format("{} (rows {})", misfit.what, misfit.lines.text()) : misfit.what,
                  "a row that cannot be read blocks what it belongs to",
                  (misfit.accept.empty() ? std::string("correct the row, or name the word in a column map") : misfit.accept) +
                      "; --allow-gaps writes what could be read as derived"});
  }
}

}  // namespace railshift::scenario

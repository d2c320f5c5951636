#include "study/reports/stored_document.hpp"

#include <chrono>

#include <fmt/format.h>

#include "sim/core/both.hpp"
#include "sim/core/date.hpp"
#include "study/refused.hpp"
#include "study/report_parts.hpp"
#include "study/results/text_file.hpp"
#include "study/stored_run.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// The day on which the last file of a result was written.
std::string day_of(const fs::path& folder) {
  const auto written = std::chrono::file_clock::to_sys(fs::last_write_time(folder / kManifest));
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(written));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

/// A run inside of an assessment has its report there.
Words remedy(const fs::path& folder) {
  std::error_code ignored;
  const fs::path above = fs::absolute(folder).lexically_normal().parent_path();
  if (fs::exists(above / kDocument, ignored))
    return both("报告在它所属的评估中：{}", "its report is that of the assessment around it: {}", above.string());
  return {"由早先的版本写出，没有报告模型；用本版本重新运行",
          "it was written by an earlier version and has no report model; run it again with this one"};
}

}  // namespace

analysis::document::Documents stored_document(const fs::path& folder) {
  const fs::path place = by_name(folder);
  if (!lists_file(place, kDocument))
    throw Refused{{both("{}：没有 {}；{}", "{}: there is no {}; {}", folder.string(), kDocument, remedy(place))}};
  require_as_written(place, kDocument);
  analysis::document::Documents documents = analysis::document::documents_from(read_text(place / kDocument));
  documents.zh.date = documents.en.date = day_of(place);
  return documents;
}

}  // namespace railshift::study

#pragma once
/// A report as files: which there are, where they go, and writing them all or none.
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/document/document.hpp"
#include "study/results/result_folder.hpp"

namespace railshift::study {

enum class ReportFormat : std::uint8_t { html, docx, xlsx, pdf, csv };
/// html, docx, xlsx, pdf, csv
[[nodiscard]] std::string_view to_text(ReportFormat format);
inline constexpr std::array<ReportFormat, 5> kReportFormats{ReportFormat::html, ReportFormat::docx, ReportFormat::xlsx, ReportFormat::pdf,
                                                            ReportFormat::csv};

struct ReportRequest {
  std::filesystem::path result;  ///< folder of a run, an assessment or a study
  analysis::document::Template which = analysis::document::Template::full;
  Language language = Language::zh;
  std::vector<ReportFormat> formats;
  std::filesystem::path out;  ///< folder for the files, there or to be made; empty: the one in which the result lies
  Replace replace = Replace::no;
};
/// Files that were written: NAME-TEMPLATE.html and so on, of csv one a table in NAME-TEMPLATE-csv/. Nothing is written unless every file
/// can be: throws Refused for a result without a report, a folder or file that may not be written or is there already, and
/// where nothing prints a PDF; Failed if a writer breaks.
[[nodiscard]] std::vector<std::filesystem::path> write_report(const ReportRequest& request);

}  // namespace railshift::study

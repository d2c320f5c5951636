#include "study/reports/written_report.hpp"

#include <cstdlib>
#include <deque>

#include <fmt/format.h>

#include "analysis/writers/csv/document_csv.hpp"
#include "analysis/writers/docx/docx.hpp"
#include "analysis/writers/html/html_page.hpp"
#include "analysis/writers/xlsx/tables_xlsx.hpp"
#include "sim/core/both.hpp"
#include "sim/core/files/pending_file.hpp"
#include "study/output_file.hpp"
#include "study/refused.hpp"
#include "study/reports/pdf.hpp"
#include "study/reports/stored_document.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

using analysis::document::Document;

struct NewFile {
  fs::path path;
  std::string bytes;
};

std::string stem_of(const ReportRequest& request) {
  return fmt::format("{}-{}", by_name(request.result).filename().string(),
                     analysis::document::kTemplateNames.at(static_cast<std::size_t>(request.which)));
}

fs::path folder_for(const ReportRequest& request) {
  return request.out.empty() ? fs::absolute(by_name(request.result)).lexically_normal().parent_path() : request.out;
}

Printer printer_or_refuse() {
  const char* path = std::getenv("PATH");
  if (auto printer = printer_in(path == nullptr ? "" : path)) return *printer;
  throw Refused{{{"--to pdf：这台机器没有 LibreOffice 或 Chromium，装上其一（Debian：apt-get install libreoffice-writer），或用 --to docx",
                  "--to pdf: neither LibreOffice nor Chromium is on this machine; install one of them (Debian: apt-get install "
                  "libreoffice-writer), or take --to docx"}}};
}

std::vector<NewFile> files_of(const ReportRequest& request, const Document& document) {
  const fs::path place = folder_for(request) / stem_of(request);
  const auto with = [&](const char* ending) { return fs::path(place.string() + ending); };
  std::vector<NewFile> files;
  for (const ReportFormat format : request.formats) {
    switch (format) {
      case ReportFormat::html:
        files.push_back({with(".html"), analysis::writers::html_page(document)});
        break;
      case ReportFormat::docx:
        files.push_back({with(".docx"), analysis::writers::docx(document)});
        break;
      case ReportFormat::xlsx:
        files.push_back({with(".xlsx"), analysis::writers::tables_xlsx(document)});
        break;
      case ReportFormat::pdf:
        files.push_back({with(".pdf"), pdf(document, printer_or_refuse())});
        break;
      case ReportFormat::csv:
        for (auto& [name, text] : analysis::writers::document_csv(document)) files.push_back({with("-csv") / name, std::move(text)});
        break;
    }
  }
  return files;
}

/// The first of its parents that is there.
fs::path standing_parent(fs::path folder) {
  std::error_code ignored;
  while (!fs::exists(folder, ignored) && folder.has_relative_path()) folder = folder.parent_path();
  return folder;
}

/// Why files cannot go there. A folder that is not there is made.
void check_places(const ReportRequest& request, const std::vector<NewFile>& files) {
  std::vector<Words> reasons;
  for (const NewFile& file : files) {
    std::error_code ignored;
    const fs::path folder = file.path.parent_path();
    if (fs::is_directory(folder, ignored)) {
      if (auto why = reason_against_file("out", file.path, {{}, request.replace})) reasons.push_back(std::move(*why));
    } else if (const fs::path parent = standing_parent(fs::absolute(folder)); !fs::is_directory(parent, ignored)) {
      reasons.push_back(both("--out {}：{} 是文件，不是目录", "--out {}: {} is a file, not a folder", folder.string(), parent.string()));
      break;
    } else if (lies_in_a_result(fs::absolute(file.path))) {
      reasons.push_back(
          both("--out {}：在结果目录之中，请写到别处", "--out {}: lies in a folder of results, write it elsewhere", folder.string()));
      break;
    }
  }
  if (!reasons.empty()) throw Refused{std::move(reasons)};
}

}  // namespace

std::string_view to_text(ReportFormat format) {
  static constexpr std::array<std::string_view, 5> kNames{"html", "docx", "xlsx", "pdf", "csv"};
  return kNames.at(static_cast<std::size_t>(format));
}

std::vector<fs::path> write_report(const ReportRequest& request) {
  const analysis::document::Documents documents = stored_document(request.result);
  const Document document = analysis::document::only(documents.in(request.language), request.which);
  if (document.sections.empty())
    throw Refused{{both("{}：这个结果没有 {} 的内容", "{}: this result has nothing for the template {}", request.result.string(),
                        std::string(analysis::document::kTemplateNames.at(static_cast<std::size_t>(request.which))))}};
  const std::vector<NewFile> files = files_of(request, document);
  check_places(request, files);
  std::deque<PendingFile> pending;
  for (const NewFile& file : files) {
    fs::create_directories(file.path.parent_path());
    write_text(pending.emplace_back(file.path).unfinished(), file.bytes);
  }
  std::vector<fs::path> written;
  for (PendingFile& file : pending) {
    file.take_place();
    written.push_back(file.place());
  }
  return written;
}

}  // namespace railshift::study

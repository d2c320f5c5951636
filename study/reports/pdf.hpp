#pragma once
/// A report as PDF, made by a program that this machine may have: LibreOffice prints the DOCX, else Chromium the HTML page.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::study {

enum class PrinterKind : std::uint8_t { office, browser };
struct Printer {
  PrinterKind kind = PrinterKind::office;
  std::filesystem::path program;
};
/// The first of soffice, libreoffice, chromium, chromium-browser, google-chrome in the folders of PATH (as `path` has them, parted by
/// colons); nothing if there is none.
[[nodiscard]] std::optional<Printer> printer_in(const std::string& path);

/// The bytes of the PDF. Works in a folder of its own for temporary files, which goes. Throws Failed if the program fails or leaves no PDF.
[[nodiscard]] std::string pdf(const analysis::document::Document& document, const Printer& printer);

}  // namespace railshift::study

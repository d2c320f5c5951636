#include "study/reports/pdf.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "analysis/writers/docx/docx.hpp"
#include "analysis/writers/html/html_page.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "study/results/text_file.hpp"

extern char** environ;

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

struct Known {
  const char* name;
  PrinterKind kind;
};
constexpr std::array<Known, 5> kKnown{{{"soffice", PrinterKind::office},
                                       {"libreoffice", PrinterKind::office},
                                       {"chromium", PrinterKind::browser},
                                       {"chromium-browser", PrinterKind::browser},
                                       {"google-chrome", PrinterKind::browser}}};

/// A folder that goes with it.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "railshift-pdf-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw Failed(both("不能建立临时目录 {}", "cannot make the temporary folder {}", name));
    folder_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

/// Runs a program without a word of its own; its exit code.
int run_silently(const std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawn(&child, argv.front(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return error;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

std::vector<std::string> command(const Printer& printer, const fs::path& folder) {
  const std::string program = printer.program.string();
  // a profile of its own: an office that is open elsewhere is left alone
  if (printer.kind == PrinterKind::office)
    return {program,         "-env:UserInstallation=file://" + (folder / "profile").string(),
            "--headless",    "--convert-to",
            "pdf",           "--outdir",
            folder.string(), (folder / "report.docx").string()};
  std::vector<std::string> words{program,
                                 "--headless",
                                 "--disable-gpu",
                                 "--no-pdf-header-footer",
                                 "--user-data-dir=" + (folder / "profile").string(),
                                 "--print-to-pdf=" + (folder / "report.pdf").string()};
  if (geteuid() == 0) words.emplace_back("--no-sandbox");  // it refuses to run as root with one
  words.push_back("file://" + (folder / "report.html").string());
  return words;
}

}  // namespace

std::optional<Printer> printer_in(const std::string& path) {
  for (const Known& known : kKnown) {
    for (std::size_t at = 0; at <= path.size();) {
      const std::size_t end = std::min(path.find(':', at), path.size());
      const fs::path program = fs::path(path.substr(at, end - at)) / known.name;
      at = end + 1;
      std::error_code ignored;
      if (fs::is_regular_file(program, ignored) && ::access(program.c_str(), X_OK) == 0) return Printer{known.kind, program};
    }
  }
  return std::nullopt;
}

std::string pdf(const analysis::document::Document& document, const Printer& printer) {
  const Scratch scratch;
  if (printer.kind == PrinterKind::office)
    write_text(scratch.folder() / "report.docx", analysis::writers::docx(document));
  else
    write_text(scratch.folder() / "report.html", analysis::writers::html_page(document));
  const int code = run_silently(command(printer, scratch.folder()));
  const fs::path made = scratch.folder() / "report.pdf";
  std::error_code ignored;
  if (code != 0 || !fs::exists(made, ignored))
    throw Failed(both("{} 没有写出 PDF（退出码 {}）", "{} has written no PDF (exit code {})", printer.program.string(), code));
  return read_file(made);
}

}  // namespace railshift::study

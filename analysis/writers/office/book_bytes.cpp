#include "analysis/writers/office/book_bytes.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <ctime>

#include "analysis/writers/office/xml_text.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

/// Workbooks carry a day of creation; a fixed one (1 January 2000) keeps equal workbooks equal.
constexpr std::time_t kCreated = 946684800;
constexpr std::size_t kMostUnits = 32767;

[[noreturn]] void not_written(const char* why) { throw Failed(both("无法写出工作簿：{}", "cannot write a workbook: {}", why)); }

/// A file without a name on any disk, which other code opens by its path.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (descriptor_ < 0) not_written("memfd_create");
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  [[nodiscard]] std::string content() const {
    struct stat about {};
    if (fstat(descriptor_, &about) != 0) not_written("fstat");
    std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t got = pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
      if (got <= 0) not_written("pread");
      at += static_cast<std::size_t>(got);
    }
    return bytes;
  }

 private:
  int descriptor_;
};

/// _xHHHH_ at this place.
bool escape_at(const std::string& text, std::size_t at) {
  return text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_' &&
         text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6;
}

}  // namespace

std::string book_bytes(const std::function<void(lxw_workbook*)>& fill) {
  const MemoryFile file;
  const std::string path = file.path();
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) not_written("workbook_new");
  lxw_doc_properties properties{};
  properties.created = kCreated;
  workbook_set_properties(book, &properties);
  try {
    fill(book);
  } catch (...) {
    lxw_workbook_free(book);
    throw;
  }
  const lxw_error error = workbook_close(book);  // frees the book, whatever it answers
  if (error != LXW_NO_ERROR) not_written(lxw_strerror(error));
  return file.content();
}

std::string cell_text(const std::string& text) {
  const std::string clean = clean_text(text);
  std::string out;
  std::size_t units = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const Codepoint sign = codepoint_at(clean, at);
    const bool escape = escape_at(clean, at);
    units += (sign.value > 0xFFFF ? 2U : 1U) + (escape ? 6U : 0U);
    if (units >= kMostUnits) return out + "…";
    out += escape ? "_x005F_" : clean.substr(at, sign.bytes);
    at += sign.bytes;
  }
  return out;
}

}  // namespace railshift::analysis::writers::office

#include "sim/scenario/workbook/zip_parts.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

constexpr const char* kWorkbookRule = "a workbook is an .xlsx file: a zip archive of XML parts";
constexpr const char* kSaveAgain = "open it in a spreadsheet program and save it as .xlsx, without a password";

/// The first bytes of the OLE container: .xls, and every workbook with a password.
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string first_bytes(const std::filesystem::path& path) {
  std::array<char, 8> bytes{};
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipParts::Close::operator()(zip* archive) const { zip_discard(archive); }

ZipParts::ZipParts(const std::filesystem::path& path, PartLimits limits) : name_(path.generic_string()), limits_(limits) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) refuse("the file is missing", "the workbook is a file", "correct the path");
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (error || size > limits_.archive_bytes) {
    refuse(fmt::format("the file has {} bytes", size), fmt::format("a workbook has at most {} bytes", limits_.archive_bytes),
           "remove pictures and sheets that are not tables");
  }
  const std::string start = first_bytes(path);
  if (start == kOle) refuse("an old .xls file, or a workbook with a password", kWorkbookRule, kSaveAgain);
  if (!start.starts_with("PK")) refuse("no zip archive", kWorkbookRule, kSaveAgain);
  int code = 0;
  archive_.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (!archive_) {
    zip_error_t why;
    zip_error_init_with_code(&why, code);
    const std::string text = zip_error_strerror(&why);
    zip_error_fini(&why);
    refuse("a damaged zip archive: " + text, kWorkbookRule, kSaveAgain);
  }
  if (zip_get_num_entries(archive_.get(), 0) > limits_.parts) {
    refuse("too many parts", fmt::format("a workbook has at most {} parts", limits_.parts), kSaveAgain);
  }
}

void ZipParts::refuse(const std::string& found, const std::string& rule, const std::string& accept) const {
  throw Unreadable{{{name_, 0, 0}, found, rule, accept}};
}

bool ZipParts::has(const std::string& name) const { return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0; }

std::uint64_t ZipParts::packed_size(const std::string& name) const {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat(archive_.get(), name.c_str(), 0, &about) != 0) refuse(fmt::format("part {} is missing", name), kWorkbookRule, kSaveAgain);
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
    refuse(fmt::format("part {} is encrypted", name), kWorkbookRule, kSaveAgain);
  }
  return (about.valid & ZIP_STAT_COMP_SIZE) != 0 ? std::max<std::uint64_t>(about.comp_size, 1) : 1;
}

std::string ZipParts::read(const std::string& name) const {
  const std::uint64_t packed = packed_size(name);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_.get(), name.c_str(), 0));
  if (!file) refuse(fmt::format("part {} cannot be unpacked: {}", name, zip_strerror(archive_.get())), kWorkbookRule, kSaveAgain);
  std::string out;
  std::array<char, 65536> block{};
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
    if (got == 0) break;
    if (got < 0) refuse(fmt::format("part {} is damaged: {}", name, zip_file_strerror(file.get())), kWorkbookRule, kSaveAgain);
    out.append(block.data(), static_cast<std::size_t>(got));
    if (out.size() > limits_.bytes || (out.size() > limits_.judged_from && out.size() / packed > limits_.ratio)) {
      refuse(fmt::format("part {} unpacks to more than {} bytes from {}", name, out.size(), packed),
             fmt::format("a part has at most {} bytes and is at most {} times its packed size", limits_.bytes, limits_.ratio),
             "clear formats and rows below the last row of the tables, then save again");
    }
  }
  return out;
}

}  // namespace railshift::scenario

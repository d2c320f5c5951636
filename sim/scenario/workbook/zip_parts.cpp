#include "sim/scenario/workbook/zip_parts.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace railshift::scenario {
namespace {

Words workbook_rule() {
  return {"工作簿是 .xlsx 文件，即由 XML 文件组成的 zip 压缩包", "a workbook is an .xlsx file: a zip archive of XML parts"};
}
Words save_again() {
  return {"用表格软件打开，另存为不带密码的 .xlsx", "open it in a spreadsheet program and save it as .xlsx, without a password"};
}

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
  if (!std::filesystem::is_regular_file(path, error))
    refuse({"文件不存在", "the file is missing"}, {"工作簿应是一个文件", "the workbook is a file"}, {"改正路径", "correct the path"});
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (error || size > limits_.archive_bytes) {
    refuse(both("文件有 {} 字节", "the file has {} bytes", size),
           both("工作簿不超过 {} 字节", "a workbook has at most {} bytes", limits_.archive_bytes),
           {"删去图片和不是数据表的工作表", "remove pictures and sheets that are not tables"});
  }
  const std::string start = first_bytes(path);
  if (start == kOle)
    refuse({"旧的 .xls 文件，或带密码的工作簿", "an old .xls file, or a workbook with a password"}, workbook_rule(), save_again());
  if (!start.starts_with("PK")) refuse({"不是 zip 压缩包", "no zip archive"}, workbook_rule(), save_again());
  int code = 0;
  archive_.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (!archive_) {
    zip_error_t why;
    zip_error_init_with_code(&why, code);
    const std::string text = zip_error_strerror(&why);
    zip_error_fini(&why);
    refuse(both("zip 压缩包已损坏", "a damaged zip archive: {}", text), workbook_rule(), save_again());
  }
  if (zip_get_num_entries(archive_.get(), 0) > limits_.parts) {
    refuse({"内部文件太多", "too many parts"}, both("工作簿的内部文件不超过 {} 个", "a workbook has at most {} parts", limits_.parts),
           save_again());
  }
}

void ZipParts::refuse(const Words& found, const Words& rule, const Words& accept) const {
  throw Unreadable{{{name_, 0, 0}, found, rule, accept}};
}

bool ZipParts::has(const std::string& name) const { return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0; }

std::uint64_t ZipParts::packed_size(const std::string& name) const {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat(archive_.get(), name.c_str(), 0, &about) != 0)
    refuse(both("缺少内部文件 {}", "part {} is missing", name), workbook_rule(), save_again());
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
    refuse(both("内部文件 {} 已加密", "part {} is encrypted", name), workbook_rule(), save_again());
  }
  return (about.valid & ZIP_STAT_COMP_SIZE) != 0 ? std::max<std::uint64_t>(about.comp_size, 1) : 1;
}

std::string ZipParts::read(const std::string& name) const {
  const std::uint64_t packed = packed_size(name);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_.get(), name.c_str(), 0));
  if (!file)
    refuse(both("内部文件 {} 无法解压", "part {} cannot be unpacked: {}", name, zip_strerror(archive_.get())), workbook_rule(),
           save_again());
  std::string out;
  std::array<char, 65536> block{};
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
    if (got == 0) break;
    if (got < 0)
      refuse(both("内部文件 {} 已损坏", "part {} is damaged: {}", name, zip_file_strerror(file.get())), workbook_rule(), save_again());
    out.append(block.data(), static_cast<std::size_t>(got));
    if (out.size() > limits_.bytes || (out.size() > limits_.judged_from && out.size() / packed > limits_.ratio)) {
      refuse(
          both("内部文件 {0} 从 {2} 字节解压出 {1} 字节以上", "part {0} unpacks to more than {1} bytes from {2}", name, out.size(), packed),
          both("内部文件不超过 {} 字节，也不超过压缩后大小的 {} 倍", "a part has at most {} bytes and is at most {} times its packed size",
               limits_.bytes, limits_.ratio),
          {"清除各表最后一行以下的格式和空行，再保存", "clear formats and rows below the last row of the tables, then save again"});
    }
  }
  return out;
}

}  // namespace railshift::scenario

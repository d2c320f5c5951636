#include "analysis/writers/office/zip_bytes.hpp"

#include <zip.h>

#include <memory>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"

namespace railshift::analysis::writers::office {
namespace {

/// Every part carries 1 January 1980, the first day that the format knows.
constexpr zip_uint16_t kFirstDay = 0x21;

[[noreturn]] void not_packed(const char* why) { throw Failed(both("无法打包：{}", "cannot be packed: {}", why)); }

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Archive = std::unique_ptr<zip_t, Discard>;

void add(zip_t* archive, const std::string& name, const std::string& content) {
  zip_source_t* part = zip_source_buffer(archive, content.data(), content.size(), 0);
  if (part == nullptr) not_packed(zip_strerror(archive));
  const zip_int64_t at = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  if (at < 0) {
    zip_source_free(part);
    not_packed(zip_strerror(archive));
  }
  if (zip_file_set_dostime(archive, static_cast<zip_uint64_t>(at), 0, kFirstDay, 0) != 0) not_packed(zip_strerror(archive));
}

std::string content_of(zip_source_t* source) {
  zip_stat_t about;
  if (zip_source_open(source) != 0 || zip_source_stat(source, &about) != 0) not_packed(zip_error_strerror(zip_source_error(source)));
  std::string bytes(about.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) not_packed("read");
  return bytes;
}

}  // namespace

std::string zip_bytes(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const Source memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!memory) not_packed(zip_error_strerror(&error));
  Archive archive(zip_open_from_source(memory.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) not_packed(zip_error_strerror(&error));
  zip_source_keep(memory.get());  // the archive gives up one reference when it closes
  for (const auto& [name, content] : parts) add(archive.get(), name, content);
  if (zip_close(archive.get()) != 0) not_packed(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return content_of(memory.get());
}

}  // namespace railshift::analysis::writers::office

#include "study/tables/parquet.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>

#include <zstd.h>

#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/failed.hpp"

namespace railshift::study {
namespace {

constexpr const char* kMagic = "PAR1";
constexpr int kCompression = 3;

// Numbers of the enumerations of parquet.thrift.
enum Physical : int { kInt64 = 2, kDouble = 5, kByteArray = 6 };
enum Encoding : int { kPlain = 0, kRle = 3, kRleDictionary = 8 };
enum PageType : int { kDataPage = 0, kDictionaryPage = 2 };
constexpr int kRequired = 0, kOptional = 1, kUtf8 = 0, kZstd = 6;

/// Thrift's compact protocol, as far as a footer needs it. Fields of a struct come in rising order.
class Compact {
 public:
  void i32(int field, std::int64_t value) { number(field, 5, value); }
  void i64(int field, std::int64_t value) { number(field, 6, value); }
  void text(int field, const std::string& value) {
    head(field, 8);
    text_element(value);
  }
  void list(int field, int type, std::size_t size) {
    head(field, 9);
    if (size < 15) {
      byte(static_cast<unsigned>(size) << 4 | static_cast<unsigned>(type));
    } else {
      byte(0xF0U | static_cast<unsigned>(type));
      varint(size);
    }
  }
  void open(int field) {
    head(field, 12);
    open_element();
  }
  void open_element() { last_.push_back(0); }
  void close() {
    byte(0);
    last_.pop_back();
  }
  void number_element(std::int64_t value) { varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63)); }
  void text_element(const std::string& value) {
    varint(value.size());
    bytes_ += value;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

  static constexpr int kI32 = 5, kText = 8, kStruct = 12;

 private:
  void byte(unsigned value) { bytes_ += static_cast<char>(value); }
  void varint(std::uint64_t value) {
    for (; value > 127; value >>= 7) byte(static_cast<unsigned>(value & 127) | 128U);
    byte(static_cast<unsigned>(value));
  }
  void head(int field, int type) {
    const int step = field - last_.back();
    RAILSHIFT_EXPECTS(step > 0 && step < 16, "fields of a struct are written in rising order");
    byte(static_cast<unsigned>(step) << 4 | static_cast<unsigned>(type));
    last_.back() = field;
  }
  void number(int field, int type, std::int64_t value) {
    head(field, type);
    number_element(value);
  }

  std::string bytes_;
  std::vector<int> last_{0};
};

void append_number(std::string& bytes, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}

/// Numbers below 2^width as one bit-packed run of the hybrid encoding; the last group of eight is filled with zeros.
std::string bit_packed(const std::vector<std::uint32_t>& values, int width) {
  const std::size_t groups = (values.size() + 7) / 8;
  std::string bytes;
  for (std::uint64_t rest = groups << 1 | 1;; rest >>= 7) {
    bytes += static_cast<char>((rest & 127) | (rest > 127 ? 128 : 0));
    if (rest <= 127) break;
  }
  std::string packed(groups * static_cast<std::size_t>(width), '\0');
  std::size_t bit = 0;
  for (const std::uint32_t value : values) {
    for (int k = 0; k < width; ++k, ++bit) {
      if ((value >> k & 1U) != 0) packed[bit / 8] = static_cast<char>(static_cast<unsigned char>(packed[bit / 8]) | 1U << (bit % 8));
    }
  }
  return bytes + packed;
}

std::string compressed(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kCompression);
  if (ZSTD_isError(size) != 0) throw Failed(both("无法压缩：{}", "cannot compress: {}", ZSTD_getErrorName(size)));
  out.resize(size);
  return out;
}

/// Where the pages of a column lie, and how long they are.
struct Chunk {
  std::optional<std::size_t> dictionary;
  std::size_t data = 0;
  std::size_t plain_bytes = 0, stored_bytes = 0;
};

class Writer {
 public:
  explicit Writer(const DataTable& table) : table_(table) {}

  std::string write() {
    for (std::size_t i = 0; i < table_.columns.size() && !table_.rows.empty(); ++i)
      chunks_.push_back(table_.columns[i].kind == DataKind::text ? text_chunk(i) : number_chunk(i));
    const std::string footer = footer_bytes();
    file_ += footer;
    append_number(file_, footer.size(), 4);
    return file_ + kMagic;
  }

 private:
  struct Page {
    PageType type;
    std::size_t values;
    int encoding;
  };
  void add_page(const Page& page, const std::string& body, Chunk& chunk) {
    const std::string stored = compressed(body);
    Compact header;
    header.i32(1, page.type);
    header.i32(2, static_cast<std::int64_t>(body.size()));
    header.i32(3, static_cast<std::int64_t>(stored.size()));
    header.open(page.type == kDataPage ? 5 : 7);
    header.i32(1, static_cast<std::int64_t>(page.values));
    header.i32(2, page.encoding);
    if (page.type == kDataPage) {
      header.i32(3, kRle);
      header.i32(4, kRle);
    }
    header.close();
    header.close();
    file_ += header.bytes() + stored;
    chunk.plain_bytes += header.bytes().size() + body.size();
    chunk.stored_bytes += header.bytes().size() + stored.size();
  }

  Chunk text_chunk(std::size_t column) {
    std::map<std::string, std::uint32_t> places;
    std::string dictionary;
    std::vector<std::uint32_t> ids;
    for (const auto& row : table_.rows) {
      const auto [at, fresh] = places.try_emplace(row[column], static_cast<std::uint32_t>(places.size()));
      ids.push_back(at->second);
      if (!fresh) continue;
      append_number(dictionary, row[column].size(), 4);
      dictionary += row[column];
    }
    const int width = std::max(1, static_cast<int>(std::bit_width(places.size() - 1)));
    Chunk chunk;
    chunk.dictionary = file_.size();
    add_page({kDictionaryPage, places.size(), kPlain}, dictionary, chunk);
    chunk.data = file_.size();
    add_page({kDataPage, ids.size(), kRleDictionary}, static_cast<char>(width) + bit_packed(ids, width), chunk);
    return chunk;
  }

  Chunk number_chunk(std::size_t column) {
    std::vector<std::uint32_t> there;
    std::string values;
    for (const auto& row : table_.rows) {
      there.push_back(row[column].empty() ? 0 : 1);
      if (!row[column].empty()) append_number(values, bits_of(row[column], table_.columns[column].kind), 8);
    }
    const std::string levels = bit_packed(there, 1);
    std::string body;
    append_number(body, levels.size(), 4);
    Chunk chunk;
    chunk.data = file_.size();
    add_page({kDataPage, there.size(), kPlain}, body + levels + values, chunk);
    return chunk;
  }

  static std::uint64_t bits_of(const std::string& cell, DataKind kind) {
    const char* end = cell.data() + cell.size();
    double number = 0.0;
    std::int64_t whole = 0;
    const auto read = kind == DataKind::integer ? std::from_chars(cell.data(), end, whole) : std::from_chars(cell.data(), end, number);
    RAILSHIFT_EXPECTS(read.ec == std::errc{} && read.ptr == end, "cells of number columns are numbers");
    return kind == DataKind::integer ? static_cast<std::uint64_t>(whole) : std::bit_cast<std::uint64_t>(number);
  }

  static int physical(const DataColumn& column) {
    if (column.kind == DataKind::text) return kByteArray;
    return column.kind == DataKind::integer ? kInt64 : kDouble;
  }

  void add_schema(Compact& footer) const {
    footer.list(2, Compact::kStruct, table_.columns.size() + 1);
    footer.open_element();
    footer.text(4, table_.name);
    footer.i32(5, static_cast<std::int64_t>(table_.columns.size()));
    footer.close();
    for (const DataColumn& column : table_.columns) {
      footer.open_element();
      footer.i32(1, physical(column));
      footer.i32(3, column.kind == DataKind::text ? kRequired : kOptional);
      footer.text(4, column.name);
      if (column.kind == DataKind::text) footer.i32(6, kUtf8);
      footer.close();
    }
  }

  void add_chunk(const DataColumn& column, const Chunk& chunk, Compact& footer) const {
    footer.open_element();
    footer.i64(2, static_cast<std::int64_t>(chunk.data));
    footer.open(3);
    footer.i32(1, physical(column));
    footer.list(2, Compact::kI32, 3);
    for (const int encoding : {kPlain, kRle, kRleDictionary}) footer.number_element(encoding);
    footer.list(3, Compact::kText, 1);
    footer.text_element(column.name);
    footer.i32(4, kZstd);
    footer.i64(5, static_cast<std::int64_t>(table_.rows.size()));
    footer.i64(6, static_cast<std::int64_t>(chunk.plain_bytes));
    footer.i64(7, static_cast<std::int64_t>(chunk.stored_bytes));
    footer.i64(9, static_cast<std::int64_t>(chunk.data));
    if (chunk.dictionary) footer.i64(11, static_cast<std::int64_t>(*chunk.dictionary));
    footer.close();
    footer.close();
  }

  [[nodiscard]] std::string footer_bytes() const {
    Compact footer;
    footer.i32(1, 1);
    add_schema(footer);
    footer.i64(3, static_cast<std::int64_t>(table_.rows.size()));
    footer.list(4, Compact::kStruct, table_.rows.empty() ? 0 : 1);
    if (!table_.rows.empty()) {
      std::size_t bytes = 0;
      for (const Chunk& chunk : chunks_) bytes += chunk.plain_bytes;
      footer.open_element();
      footer.list(1, Compact::kStruct, chunks_.size());
      for (std::size_t i = 0; i < chunks_.size(); ++i) add_chunk(table_.columns[i], chunks_[i], footer);
      footer.i64(2, static_cast<std::int64_t>(bytes));
      footer.i64(3, static_cast<std::int64_t>(table_.rows.size()));
      footer.close();
    }
    footer.text(6, "railshift");
    footer.close();
    return footer.bytes();
  }

  const DataTable& table_;
  std::string file_ = kMagic;
  std::vector<Chunk> chunks_;
};

}  // namespace

std::string parquet(const DataTable& table) { return Writer(table).write(); }

}  // namespace railshift::study

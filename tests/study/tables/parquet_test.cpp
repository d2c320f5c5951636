/// Parquet files read back by a reader of their own: footer, pages, dictionaries, levels.
#include <catch2/catch.hpp>

#include <bit>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>
#include <zstd.h>

#include "analysis/metrics/csv_text.hpp"
#include "study/tables/parquet.hpp"

namespace parquet_test {

using namespace railshift;
using namespace railshift::study;

namespace {

/// A value of Thrift's compact protocol: a struct by field numbers, a list, a number or a text.
struct Value {
  std::map<int, Value> fields;
  std::vector<Value> items;
  std::int64_t number = 0;
  std::string text;
  [[nodiscard]] const Value& operator[](int field) const { return fields.at(field); }
};

class Reader {
 public:
  Reader(const std::string& bytes, std::size_t at) : bytes_(bytes), at_(at) {}
  [[nodiscard]] std::size_t at() const { return at_; }

  Value record() {
    Value value;
    int field = 0;
    for (unsigned head = byte(); head != 0; head = byte()) {
      field = head >> 4 != 0 ? field + static_cast<int>(head >> 4) : static_cast<int>(signed_number());
      value.fields[field] = of_type(head & 15);
    }
    return value;
  }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const unsigned b = byte();
      value |= static_cast<std::uint64_t>(b & 127) << shift;
      if (b < 128) return value;
    }
  }
  unsigned byte() { return static_cast<unsigned char>(bytes_.at(at_++)); }

 private:
  std::int64_t signed_number() {
    const std::uint64_t raw = varint();
    return static_cast<std::int64_t>(raw >> 1) ^ -static_cast<std::int64_t>(raw & 1);
  }
  Value of_type(unsigned type) {
    Value value;
    if (type == 5 || type == 6) {
      value.number = signed_number();
    } else if (type == 8) {
      const std::size_t size = varint();
      value.text = bytes_.substr(at_, size);
      at_ += size;
    } else if (type == 9) {
      const unsigned head = byte();
      const std::size_t size = head >> 4 == 15 ? varint() : head >> 4;
      for (std::size_t i = 0; i < size; ++i) value.items.push_back(of_type(head & 15));
    } else if (type == 12) {
      return record();
    } else {
      FAIL("type " << type << " is not expected here");
    }
    return value;
  }

  const std::string& bytes_;
  std::size_t at_;
};

std::uint64_t little_endian(const std::string& bytes, std::size_t at, int width) {
  std::uint64_t value = 0;
  for (int i = 0; i < width; ++i)
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)))) << (8 * i);
  return value;
}

/// A bit-packed run of the hybrid encoding.
std::vector<std::uint32_t> unpacked(const std::string& bytes, std::size_t at, int width, std::size_t count) {
  Reader reader(bytes, at);
  const std::uint64_t head = reader.varint();
  REQUIRE((head & 1) == 1);
  REQUIRE((head >> 1) * 8 >= count);
  std::vector<std::uint32_t> values(count);
  std::size_t bit = 0;
  for (std::uint32_t& value : values) {
    for (int k = 0; k < width; ++k, ++bit)
      value |= (static_cast<unsigned>(static_cast<unsigned char>(bytes.at(reader.at() + bit / 8))) >> (bit % 8) & 1U) << k;
  }
  return values;
}

/// The body of the page that begins here, and what its header says.
std::string page(const std::string& file, std::size_t at, Value& header) {
  Reader reader(file, at);
  header = reader.record();
  std::string body(static_cast<std::size_t>(header[2].number), '\0');
  const std::size_t size = ZSTD_decompress(body.data(), body.size(), file.data() + reader.at(), static_cast<std::size_t>(header[3].number));
  REQUIRE(size == body.size());
  return body;
}

std::vector<std::string> text_cells(const std::string& file, const Value& meta, std::size_t rows) {
  Value header;
  const std::string dictionary = page(file, static_cast<std::size_t>(meta[11].number), header);
  CHECK(header[1].number == 2);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < dictionary.size();) {
    const std::size_t size = little_endian(dictionary, at, 4);
    words.push_back(dictionary.substr(at + 4, size));
    at += 4 + size;
  }
  CHECK(words.size() == static_cast<std::size_t>(header[7][1].number));
  const std::string body = page(file, static_cast<std::size_t>(meta[9].number), header);
  CHECK(header[5][2].number == 8);
  std::vector<std::string> cells;
  for (const std::uint32_t id : unpacked(body, 1, body.at(0), rows)) cells.push_back(words.at(id));
  return cells;
}

std::vector<std::string> number_cells(const std::string& file, const Value& meta, std::size_t rows) {
  Value header;
  const std::string body = page(file, static_cast<std::size_t>(meta[9].number), header);
  CHECK((header[1].number == 0 && header[5][2].number == 0));
  std::size_t at = 4 + little_endian(body, 0, 4);
  std::vector<std::string> cells;
  for (const std::uint32_t there : unpacked(body, 4, 1, rows)) {
    if (there == 0) {
      cells.emplace_back();
      continue;
    }
    const std::uint64_t bits = little_endian(body, at, 8);
    at += 8;
    cells.push_back(meta[1].number == 2 ? std::to_string(static_cast<std::int64_t>(bits))
                                        : analysis::number_text(std::bit_cast<double>(bits)));
  }
  CHECK(at == body.size());
  return cells;
}

/// The table as the file has it.
DataTable read(const std::string& file) {
  REQUIRE((file.starts_with("PAR1") && file.ends_with("PAR1")));
  const std::size_t footer = little_endian(file, file.size() - 8, 4);
  Reader reader(file, file.size() - 8 - footer);
  const Value about = reader.record();
  REQUIRE(reader.at() == file.size() - 8);
  DataTable table;
  const auto& schema = about[2].items;
  table.name = schema.front()[4].text;
  REQUIRE(static_cast<std::size_t>(schema.front()[5].number) == schema.size() - 1);
  const auto rows = static_cast<std::size_t>(about[3].number);
  table.rows.resize(rows);
  for (std::size_t i = 1; i < schema.size(); ++i) {
    const std::int64_t type = schema[i][1].number;
    table.columns.push_back({schema[i][4].text,
                             type == 6   ? DataKind::text
                             : type == 2 ? DataKind::integer
                                         : DataKind::number,
                             EmptyCell::never,
                             {}});
    CHECK(schema[i][3].number == (type == 6 ? 0 : 1));
  }
  if (rows == 0) {
    CHECK(about[4].items.empty());
    return table;
  }
  const Value& group = about[4].items.front();
  CHECK(static_cast<std::size_t>(group[3].number) == rows);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Value& meta = group[1].items.at(i)[3];
    CHECK(meta[3].items.front().text == table.columns[i].name);
    CHECK(meta[4].number == 6);
    const auto cells = table.columns[i].kind == DataKind::text ? text_cells(file, meta, rows) : number_cells(file, meta, rows);
    for (std::size_t r = 0; r < rows; ++r) table.rows[r].push_back(cells[r]);
  }
  return table;
}

DataTable table_of(std::vector<std::vector<std::string>> rows) {
  return {"t",
          {},
          {{"text", DataKind::text, EmptyCell::all, {}},
           {"count", DataKind::integer, EmptyCell::nothing, {}},
           {"value", DataKind::number, EmptyCell::nothing, {}}},
          std::move(rows)};
}

}  // namespace

TEST_CASE("a Parquet file holds every cell, empty ones and long numbers too", "[study]") {
  const DataTable table =
      table_of({{"", "1", "0.1"}, {"太原", "", "-2.5e-300"}, {"a,\"b\"\n", "-9007199254740993", ""}, {"", "0", "1e+22"}});
  const DataTable back = read(parquet(table));
  CHECK(back.name == "t");
  CHECK(back.rows == table.rows);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK((back.columns[i].name == table.columns[i].name && back.columns[i].kind == table.columns[i].kind));
}

TEST_CASE("dictionaries of one, two, 256 and 257 words, and a table without rows", "[study]") {
  for (const int words : {1, 2, 256, 257}) {
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 700; ++i)
      rows.push_back({fmt::format("word {}", i % words), std::to_string(i), i % 3 == 0 ? "" : std::to_string(i)});
    CHECK(read(parquet(table_of(rows))).rows == rows);
  }
  CHECK(read(parquet(table_of({}))).rows.empty());
  CHECK(read(parquet(table_of({}))).columns.size() == 3);
}

TEST_CASE("a Parquet file of many equal texts is smaller than the CSV file", "[study]") {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 5000; ++i) rows.push_back({"the same long name of a target", std::to_string(i % 7), "0.25"});
  const DataTable table = table_of(rows);
  CHECK(parquet(table).size() * 10 < to_csv(table).size());
}

}  // namespace parquet_test

#include "tests/workbook/book.hpp"

#include <unistd.h>
#include <zip.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "sim/scenario/load/files.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/workbook/folder_tables.hpp"
#include "sim/scenario/workbook/sheet.hpp"
#include "tests/support/in_chinese.hpp"

namespace railshift::test {
namespace fs = std::filesystem;

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else
      out += c;
  }
  return out;
}

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kMain = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const std::string kRelations = kHead + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
         "\" Target=\"" + target + "\"/>";
}

}  // namespace

Scratch::Scratch() {
  std::string pattern = (fs::temp_directory_path() / "railshift-book-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void write_zip(const fs::path& path, const Parts& parts, Protection protection) {
  int code = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (archive == nullptr) throw std::runtime_error("no archive " + path.string());
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const auto index = static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, 0));
    if (protection == Protection::encrypted) zip_file_set_encryption(archive, index, ZIP_EM_AES_256, "secret");
  }
  if (zip_close(archive) != 0) throw std::runtime_error("cannot write " + path.string());
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

RawCell text(const std::string& value) { return {"t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escaped(value) + "</t></is>"}; }
RawCell number(const std::string& value, int style) { return {"s=\"" + std::to_string(style) + "\"", "<v>" + value + "</v>"}; }

Book Book::of(const scenario::Files& files) {
  Book book;
  Problems problems;
  const auto settings = scenario::folder_settings(files, problems);
  for (const scenario::TableSpec& spec : scenario::all_tables()) {
    const auto table = scenario::read_folder_table(files, spec, settings, problems);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t c = 0; c < table.rows[r].cells.size(); ++c) {
        const std::string& value = table.rows[r].cells[c].text;
        if (!value.empty()) book.cells_[spec.zh][static_cast<int>(r) + 1][static_cast<int>(c) + 1] = text(value);
      }
    }
  }
  return book;
}

void Book::set(const std::string& sheet, const std::string& reference, RawCell cell) {
  const auto at = scenario::address_of(reference);
  if (at.row == 0) throw std::logic_error("no cell " + reference);
  cells_[sheet][at.row][at.column] = std::move(cell);
}

void Book::rename(const std::string& sheet, const std::string& name) {
  auto node = cells_.extract(sheet);
  node.key() = name;
  cells_.insert(std::move(node));
}

std::string Book::sheet_xml(const std::string& name) const {
  std::string xml = kHead + "<worksheet" + kMain + "><sheetData>";
  for (const auto& [row, cells] : cells_.at(name)) {
    xml += "<row r=\"" + std::to_string(row) + "\">";
    for (const auto& [column, cell] : cells) {
      xml += "<c r=\"" + scenario::reference_of(row, column) + "\" " + cell.attributes + ">" + cell.inside + "</c>";
    }
    xml += "</row>";
  }
  const auto more = behind_.find(name);
  return xml + "</sheetData>" + (more == behind_.end() ? "" : more->second) + "</worksheet>";
}

Parts Book::parts() const {
  Parts parts;
  std::string sheets;
  std::string relations;
  int count = 0;
  for (const auto& [name, rows] : cells_) {
    const std::string n = std::to_string(++count);
    parts["xl/worksheets/sheet" + n + ".xml"] = sheet_xml(name);
    sheets += "<sheet name=\"" + escaped(name) + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
    relations += relation("rId" + n, "worksheet", "worksheets/sheet" + n + ".xml");
  }
  relations += relation("rIdStyles", "styles", "/xl/styles.xml") + relation("rIdText", "sharedStrings", "sharedStrings.xml");
  parts["_rels/.rels"] = kRelations + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>";
  parts["xl/workbook.xml"] = kHead + "<workbook" + kMain +
                             " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + properties_ +
                             "<sheets>" + sheets + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = kRelations + relations + "</Relationships>";
  parts["xl/styles.xml"] = kHead + "<styleSheet" + kMain +
                           "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
                           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
  parts["xl/sharedStrings.xml"] = kHead + "<sst" + kMain + ">" + shared_ + "</sst>";
  return parts;
}

scenario::ImportedWorkbook import_of(const scenario::Files& files, const Parts& parts) {
  const Scratch scratch;
  write_zip(scratch / "book.xlsx", parts);
  scenario::ImportedWorkbook imported = scenario::import_workbook(files, scratch / "book.xlsx");
  for (const Problem& problem : imported.problems.sorted()) require_chinese(problem);
  return imported;
}

void check_messages(const scenario::ImportedWorkbook& imported, const std::vector<std::string>& beginnings) {
  const auto messages = scenario::messages(imported);
  for (const std::string& message : messages) UNSCOPED_INFO(message);
  REQUIRE(messages.size() == beginnings.size());
  for (std::size_t i = 0; i < messages.size(); ++i) {
    INFO(beginnings[i]);
    CHECK(messages[i].starts_with(beginnings[i]));
  }
  CHECK(imported.tables.empty());
}

std::string new_bytes(const scenario::ImportedWorkbook& imported, const std::string& key) {
  for (const std::string& message : scenario::messages(imported)) UNSCOPED_INFO(message);
  REQUIRE(imported.problems.empty());
  for (const auto& table : imported.tables) {
    if (table.key == key) return table.bytes;
  }
  throw std::logic_error("no table " + key);
}

scenario::Files files_of(const std::string& scenario) {
  Problems problems;
  return scenario::read_files(fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / scenario, std::nullopt, problems);
}

}  // namespace railshift::test

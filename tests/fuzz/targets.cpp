#include "tests/fuzz/targets.hpp"

#include <stdlib.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "sim/core/text.hpp"
#include "sim/scenario/records/gate/import_gate.hpp"
#include "sim/scenario/records/import_rail.hpp"
#include "sim/scenario/records/import_register.hpp"
#include "sim/scenario/workbook/import_workbook.hpp"
#include "tests/support/small_scenario.hpp"

namespace railshift::fuzz {
namespace {

void expect(bool held, const char* what) {
  if (!held) throw std::logic_error(what);
}

Ended load(const scenario::Files& files) {
  const scenario::Loaded loaded = scenario::load(files, {});
  expect(loaded.world.has_value() == loaded.problems.empty(), "a world, or the reason why there is none");
  for (const Problem& p : loaded.problems.sorted()) expect(!p.place.file.empty() && !to_string(p).empty(), "every problem has a place");
  return loaded.world ? Ended::in_value : Ended::in_messages;
}

Ended read_toml(std::string_view bytes) {
  scenario::Files files = test::small_scenario();
  files.content["scenario.toml"] = std::string(bytes);
  return load(files);
}

Ended read_csv(std::string_view bytes) {
  scenario::Files files = test::small_scenario();
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos) return Ended::unread;
  const auto table = files.content.find(std::string(bytes.substr(0, line)));
  if (table == files.content.end()) return Ended::unread;
  table->second = std::string(bytes.substr(line + 1));
  return load(files);
}

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts without which nothing else is looked at.
std::map<std::string, std::string> usual_parts() {
  const std::string package = std::string(kHead) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const auto relation = [](const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" + target + "\"/>";
  };
  return {{"_rels/.rels", package + relation("a", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
          {"xl/workbook.xml", std::string(kHead) + "<workbook xmlns:r=\"" + kRelations +
                                  "\"><sheets><sheet name=\"flows\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels", package + relation("b", "worksheet", "worksheets/sheet1.xml") +
                                             relation("c", "sharedStrings", "sharedStrings.xml") + relation("d", "styles", "styles.xml") +
                                             "</Relationships>"},
          {"xl/worksheets/sheet1.xml", std::string(kHead) + "<worksheet><sheetData/></worksheet>"},
          {"xl/sharedStrings.xml", std::string(kHead) + "<sst/>"},
          {"xl/styles.xml", std::string(kHead) + "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>"}};
}

std::map<std::string, std::string> parts_in(std::string_view bytes) {
  std::map<std::string, std::string> parts = usual_parts();
  constexpr std::string_view kMark = "--- ";
  std::string* part = nullptr;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
    const std::string_view line = bytes.substr(0, end + 1);
    bytes.remove_prefix(end + 1);
    if (line.starts_with(kMark) && line.back() == '\n' && line.size() > kMark.size() + 1 && line.find('\0') == std::string_view::npos) {
      part = &parts[std::string(line.substr(kMark.size(), line.size() - kMark.size() - 1))];
      part->clear();
    } else if (part != nullptr) {
      *part += line;
    }
  }
  return parts;
}

/// A folder in memory, gone with the program.
const std::filesystem::path& scratch() {
  struct Folder {
    std::filesystem::path path;
    Folder() {
      std::string name = std::filesystem::is_directory("/dev/shm") ? "/dev/shm/railshift-fuzz-XXXXXX" : "/tmp/railshift-fuzz-XXXXXX";
      expect(mkdtemp(name.data()) != nullptr, "a folder can be made");
      path = name;
    }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
  };
  static const Folder folder;
  return folder.path;
}

/// False if no archive can hold parts of these names.
bool write_book(const std::filesystem::path& file, const std::map<std::string, std::string>& parts) {
  int code = 0;
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  expect(archive != nullptr, "an archive can be made");
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, 0);
    if (index < 0) {
      zip_source_free(source);
      zip_discard(archive);
      return false;
    }
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(archive) == 0) return true;
  zip_discard(archive);
  return false;
}

Ended read_book(std::string_view bytes) {
  static const scenario::Files files = test::small_scenario();
  const std::filesystem::path book = scratch() / "book.xlsx";
  if (!write_book(book, parts_in(bytes))) return Ended::unread;
  const scenario::ImportedWorkbook imported = scenario::import_workbook(files, book);
  for (const std::string& message : scenario::messages(imported)) expect(!message.empty(), "every message says something");
  return imported.problems.empty() && !imported.tables.empty() ? Ended::in_value : Ended::in_messages;
}

/// Lays a record into the small scenario.
template <class Import>
Ended lay(std::string_view bytes, std::set<std::string> parts, const Import& import) {
  static const scenario::Files files = test::small_scenario();
  static const scenario::Loaded loaded = scenario::load(files, {});
  scenario::RecordRequest request;
  request.record = {"record.csv", std::string(bytes)};
  request.source = "台账";
  request.write = std::move(parts);
  Problems problems;
  const scenario::RecordImport imported = import(files, *loaded.world, request, problems);
  expect(imported.rows >= 0 && (problems.empty() || imported.tables.empty()), "nothing is written beside problems");
  for (const Problem& p : problems.sorted()) expect(!p.place.file.empty() && !to_string(p).empty(), "every problem has a place");
  return imported.tables.empty() ? Ended::in_messages : Ended::in_value;
}

Ended read_gate(std::string_view bytes) {
  return lay(bytes, {"profiles", "tonnes", "observed", "mix"}, [](const auto& files, const World& world, const auto& request, Problems& p) {
    return scenario::import_gate(
        files, world, request, scenario::GateForm::log, [](const scenario::Passage&) {}, p);
  });
}

Ended read_rail(std::string_view bytes) { return lay(bytes, {"shares", "observed"}, &scenario::import_rail_months); }

Ended read_register(std::string_view bytes) { return lay(bytes, {}, &scenario::import_register); }

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> all{{"toml", read_toml, 3},          {"csv", read_csv, 3},
                                       {"xlsx", read_book, 10},         {"gate", read_gate, 25},
                                       {"rail-monthly", read_rail, 25}, {"register", read_register, 25}};
  return all;
}

}  // namespace railshift::fuzz

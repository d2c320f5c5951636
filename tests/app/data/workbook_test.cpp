/// Export and import as a planner types them: what is said, what is written, what is left alone.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/app/cli.hpp"

namespace workbook_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

bool says(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

/// Path and bytes of every file below a folder.
std::map<std::string, std::string> all_bytes(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out[entry.path().lexically_relative(folder).generic_string()] = text_of(entry.path());
  }
  return out;
}

Answer export_to(const fs::path& folder, const fs::path& out) {
  return ask({"export", folder.string(), "--to", "xlsx", "--out", out.string()});
}

Answer import_into(const fs::path& book, const fs::path& folder) {
  return ask({"import", "xlsx", book.string(), "--into", folder.string()});
}

}  // namespace

TEST_CASE("tiny goes out to a workbook and comes back without a changed byte", "[app]") {
  const Scratch scratch;
  const fs::path folder = copy_of_tiny(scratch);
  const auto before = all_bytes(folder);
  const Answer out = export_to(folder, scratch / "tiny.xlsx");
  CHECK(out.code == 0);
  CHECK(says(out.out, "30 tables"));
  const Answer in = import_into(scratch / "tiny.xlsx", folder);
  CHECK(in.code == 0);
  CHECK(says(in.out, "30 table(s) say what they said before"));
  CHECK(in.err.empty());
  CHECK(all_bytes(folder) == before);
  CHECK_FALSE(fs::exists(scratch / "tiny.xlsx.partial"));
}

TEST_CASE("an import writes what changed and says so, shared parameters by name", "[app]") {
  const Scratch scratch;
  const fs::path folder = copy_of_tiny(scratch);
  export_to(folder, scratch / "tiny.xlsx");
  const auto before = all_bytes(folder);
  // the folder falls behind its workbook
  replace_in(folder / "tables" / "firms.csv", "Mine company", "Old name");
  replace_in(folder / "parameters" / "segments.csv", "mixer trucks", "old name");
  const Answer in = import_into(scratch / "tiny.xlsx", folder);
  CHECK(in.code == 0);
  CHECK(says(in.out, "firms.csv): 0 rows added, 1 changed, 0 removed\n"));
  CHECK(says(in.out, "segments.csv): 0 rows added, 1 changed, 0 removed; shared parameters"));
  CHECK(says(in.out, "28 table(s)"));
  CHECK(all_bytes(folder) == before);
}

TEST_CASE("a workbook that does not fit the scenario is refused with sheet and cell, and nothing is written", "[app]") {
  const Scratch scratch;
  const fs::path folder = copy_of_tiny(scratch);
  replace_in(folder / "tables" / "sites.csv", ",nd-mine,", ",nd-mime,");
  export_to(folder, scratch / "tiny.xlsx");
  const fs::path sound = copy_of_tiny(scratch, "sound");
  const auto before = all_bytes(sound);
  const Answer in = import_into(scratch / "tiny.xlsx", sound);
  CHECK(in.code == 2);
  CHECK(in.out.empty());
  // rows 1 to 4 are headings; st-mine stands in some row below
  CHECK(says(in.err, "厂区和矿区!G"));
  CHECK(says(in.err, "did you mean \"nd-mine\"?"));
  CHECK(says(in.err, "1 error(s); nothing was written"));
  const Answer zh = ask({"import", "xlsx", (scratch / "tiny.xlsx").string(), "--into", sound.string(), "--lang", "zh"});
  CHECK(zh.code == 2);
  CHECK(says(zh.err, "是否指“nd-mine”？"));
  CHECK(says(zh.err, "共 1 处错误，未写任何文件"));
  CHECK(all_bytes(sound) == before);
}

TEST_CASE("wrong words behind export and import are refused with what would be accepted", "[app]") {
  const Scratch scratch;
  const std::string tiny = scenario("tiny").string();
  const std::string out = (scratch / "a.xlsx").string();
  CHECK(says(ask({"export", tiny, "--out", out}).err, "--to xlsx"));
  CHECK(says(ask({"export", tiny, "--to", "ods", "--out", out}).err, "--to xlsx"));
  CHECK(says(ask({"export", tiny, "--to", "xlsx"}).err, "--out FILE is missing"));
  CHECK(says(ask({"export", "nowhere", "--to", "xlsx", "--out", out}).err, "nowhere: there is no such folder"));
  CHECK(says(ask({"import"}).err, "Usage: railshift import KIND"));
  CHECK(says(ask({"import", "xls", out}).err, "did you mean xlsx"));
  CHECK(says(ask({"import", "--into", tiny}).err, "--into"));
  CHECK(says(ask({"import", "xlsx", out}).err, "--into DIR is missing"));
  CHECK(says(import_into(out, tiny).err, "the file is missing"));
  write_to(out, "a,b\n");
  CHECK(says(import_into(out, tiny).err, "no zip archive"));
  CHECK(import_into(out, tiny).code == 2);
  // a file that is there is not replaced by mistake
  const Answer again = export_to(tiny, out);
  CHECK(again.code == 2);
  CHECK(says(again.err, "--force"));
  CHECK(text_of(out) == "a,b\n");
  CHECK(ask({"export", tiny, "--to", "xlsx", "--out", out, "--force"}).code == 0);
}

TEST_CASE("import explains itself and each kind that it knows, in both languages", "[app]") {
  const Answer overview = ask({"import", "--help"});
  CHECK(overview.code == 0);
  CHECK(says(overview.out, "import xlsx FILE --into DIR"));
  const Answer kind = ask({"import", "xlsx", "--help"});
  CHECK(kind.code == 0);
  CHECK(kind.out.starts_with("railshift import xlsx"));
  CHECK(says(ask({"import", "xlsx", "--help", "--lang", "zh"}).out, "情景文件夹"));
  CHECK(says(ask({"export", "--help", "--lang", "zh"}).out, "工作簿"));
  CHECK(says(ask({"import", "--help", "--lang", "zh"}).out, "把别处的数据读进情景"));
}

}  // namespace workbook_test

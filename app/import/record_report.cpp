#include "app/import/record_report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/words.hpp"

namespace railshift::app {
namespace {

using scenario::Misfit;
using scenario::RecordImport;

constexpr std::size_t kShown = 12;

std::string summary(const RecordImport& imported) {
  return fmt::format(
      fmt::runtime(say({"{} 行记录；{} 行没有采用或只采用了一部分\n", "{} rows of the record; {} not taken, or only in part\n"})),
      imported.rows, imported.misfits.rows());
}

std::string other_columns(const RecordImport& imported) {
  if (imported.other_columns.empty()) return "";
  return fmt::format(fmt::runtime(say({"没有读的列：{}\n", "columns that were not read: {}\n"})), fmt::join(imported.other_columns, ", "));
}

/// Row numbers, cut after a line's worth.
std::string some_lines(const Misfit& misfit) {
  constexpr std::size_t kWidth = 60;
  std::string text = misfit.lines.text();
  if (text.size() <= kWidth) return text;
  return text.substr(0, text.rfind(',', kWidth)) + ", ...";
}

void print_rest(std::size_t all) {
  if (all > kShown)
    fmt::print(fmt::runtime(say({"  另有 {} 项，用 --report FILE 查看全部\n", "  {} more; --report FILE holds all\n"})), all - kShown);
}

}  // namespace

std::string record_report(const std::string& record, const RecordImport& imported) {
  std::string out = record + "\n" + summary(imported) + other_columns(imported);
  if (!imported.misfits.empty()) out += say({"\n没有采用的行（行号: 原因）\n", "\nrows that did not fit (row numbers: why)\n"});
  for (const Misfit& misfit : imported.misfits.sorted())
    out += fmt::format(fmt::runtime(say({"第 {} 行（共 {} 行）: {}\n", "rows {} ({}): {}\n"})), misfit.lines.text(), misfit.lines.count(),
                       say(misfit.what));
  if (!imported.gaps.empty()) out += say({"\n因缺口没有写入的内容\n", "\nwhat was not written because of gaps\n"});
  for (const Words& gap : imported.gaps) out += say(gap) + "\n";
  if (!imported.notes.empty()) out += say({"\n写入和没有写入的内容\n", "\nwhat was written and what was not\n"});
  for (const Words& note : imported.notes) out += say(note) + "\n";
  return out;
}

void print_record_report(const RecordImport& imported) {
  fmt::print("{}{}", summary(imported), other_columns(imported));
  const auto misfits = imported.misfits.sorted();
  for (std::size_t i = 0; i < std::min(misfits.size(), kShown); ++i)
    fmt::print(fmt::runtime(say({"  第 {} 行（共 {} 行）: {}\n", "  rows {} ({}): {}\n"})), some_lines(misfits[i]),
               misfits[i].lines.count(), say(misfits[i].what));
  print_rest(misfits.size());
  if (!imported.gaps.empty()) fmt::print("{}", say({"因缺口没有写入：\n", "not written because of gaps:\n"}));
  for (std::size_t i = 0; i < std::min(imported.gaps.size(), kShown); ++i) fmt::print("  {}\n", say(imported.gaps[i]));
  print_rest(imported.gaps.size());
  for (std::size_t i = 0; i < std::min(imported.notes.size(), kShown); ++i) fmt::print("  {}\n", say(imported.notes[i]));
  print_rest(imported.notes.size());
}

void print_changed_tables(const std::filesystem::path& folder, const RecordImport& imported) {
  for (const scenario::ChangedTable& table : imported.tables) {
    fmt::print(fmt::runtime(say({"{}：新增 {} 行，改动 {} 行，删除 {} 行{}\n", "{}: {} rows added, {} changed, {} removed{}\n"})),
               (folder / table.key).lexically_normal().generic_string(), table.added, table.changed, table.removed,
               table.shared ? say({"。这是共用参数，用同一文件夹的其他情景也随之改变",
                                   "; shared parameters: they change for every scenario that uses this folder"})
                            : "");
  }
  if (imported.tables.empty()) fmt::print("{}", say({"没有表需要改动\n", "no table had to change\n"}));
}

}  // namespace railshift::app

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/scenario_input.hpp"
#include "sim/core/both.hpp"
#include "sim/core/files/pending_file.hpp"
#include "sim/scenario/difference/differences.hpp"
#include "study/output_file.hpp"
#include "study/stored_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

using scenario::FieldDifference;
using scenario::InputChange;
using scenario::InputDifference;
using scenario::InputPart;

/// Rows of one table on the terminal; --out writes all.
constexpr std::size_t kRowsShown = 20;

/// One side of the comparison.
struct Side {
  std::string title;
  scenario::InputState state;
};

bool is_result(const std::string& folder) { return std::filesystem::exists(std::filesystem::path(folder) / "manifest.json"); }

/// What is read of a side.
std::vector<std::filesystem::path> files_of_side(const std::string& folder) {
  if (is_result(folder)) return {std::filesystem::path(folder) / "manifest.json", std::filesystem::path(folder) / "run.gpkg"};
  return scenario::input_paths(folder, std::nullopt);
}

Side stored_side(const std::string& folder) {
  const ledger::RunFile file = study::open_run(folder);
  const study::StoredInputs inputs = study::inputs_of(file);
  const std::string& until = file.request.until;
  std::string asked = analysis::word(file.request.layer, language()) + say(both("，种子 {}", ", seed {}", file.request.seed));
  if (!until.empty()) asked += say(both("，至 {}", ", until {}", until));
  const std::string mark = file.request.is_estimate() ? analysis::word("estimate.mark", language()) : std::string{};
  return {say(both("运行结果（{}） · {}{}", "run ({}) · {}{}", asked, folder, mark)),
          input_state(inputs.files, inputs.request, {file.request.seed, until.empty() ? std::nullopt : std::optional(until)})};
}

/// Nothing after the problems of the scenario were printed.
std::optional<Side> side_of(const std::string& folder) {
  if (is_result(folder)) return stored_side(folder);
  const auto files = files_or_explain(folder);
  if (!files) return std::nullopt;
  return Side{say({"情景 · ", "scenario · "}) + folder, input_state(*files, {})};
}

std::string change_word(InputChange change) {
  switch (change) {
    case InputChange::added:
      return say({"新增", "added"});
    case InputChange::removed:
      return say({"删去", "removed"});
    case InputChange::changed:
      return say({"改动", "changed"});
  }
  return {};
}

std::string part_word(InputPart part) {
  switch (part) {
    case InputPart::setting:
      return say({"情景设置", "settings"});
    case InputPart::measure:
      return say({"措施", "measure"});
    case InputPart::target:
      return say({"目标", "target"});
    case InputPart::table:
      return say({"表", "table"});
    case InputPart::caveat:
      return say({"数据短板", "caveat"});
    case InputPart::uncertainty:
      return say({"不确定组", "uncertainty"});
  }
  return {};
}

std::string in_brackets(const std::string& text) { return text.empty() ? text : say(both("（{}）", " ({})", text)); }

/// assumed, or assumed -> published.
std::string standing_text(const FieldDifference& field) {
  const auto word = [](const std::string& standing) { return standing.empty() ? std::string("—") : analysis::word(standing, language()); };
  if (field.standing_from.empty() && field.standing_to.empty()) return {};
  const bool one_side = !field.from || !field.to;
  if (one_side) return "[" + word(field.to ? field.standing_to : field.standing_from) + "]";
  if (field.standing_from == field.standing_to) return "[" + word(field.standing_to) + "]";
  return "[" + word(field.standing_from) + " → " + word(field.standing_to) + "]";
}

/// obedience（执行率）：0.9 → 0.7 [assumed]
std::string field_text(const FieldDifference& field, InputChange change) {
  const std::string name =
      say(field.name).empty() || say(field.name) == field.field ? field.field : field.field + in_brackets(say(field.name));
  const std::string from = field.from.value_or("—"), to = field.to.value_or("—");
  std::string values = change == InputChange::added ? to : change == InputChange::removed ? from : from + " → " + to;
  if (!field.unit.empty()) values += " " + field.unit;
  const std::string standing = standing_text(field);
  return name + say({"：", ": "}) + values + (standing.empty() ? "" : " " + standing);
}

void print_fields(const InputDifference& difference) {
  for (const FieldDifference& field : difference.fields) fmt::print("    {}\n", field_text(field, difference.change));
}

/// A measure, target, caveat or the settings: what became of it, and every field.
void print_section(const InputDifference& difference) {
  const std::string id = difference.part == InputPart::setting ? "" : " " + difference.key;
  fmt::print("  {}{}{}{}{}\n", part_word(difference.part), id, in_brackets(say(difference.kind)), say({"：", ": "}),
             change_word(difference.change));
  print_fields(difference);
}

/// A row: on one line if one column differs, or if all of it does.
void print_row(const InputDifference& difference) {
  if (difference.change == InputChange::changed && difference.fields.size() > 1) {
    fmt::print("    {}\n", difference.key);
    for (const FieldDifference& field : difference.fields) fmt::print("      {}\n", field_text(field, difference.change));
    return;
  }
  std::vector<std::string> texts;
  for (const FieldDifference& field : difference.fields) {
    const bool whole_row = difference.change != InputChange::changed;
    texts.push_back(whole_row ? field.field + " = " + field.to.value_or(field.from.value_or("")) : field_text(field, difference.change));
  }
  const std::string what = difference.change == InputChange::changed ? "" : change_word(difference.change) + " ";
  fmt::print("    {}{} · {}\n", what, difference.key, fmt::join(texts, say({"，", ", "})));
}

struct Counts {
  std::map<InputChange, std::size_t> by_change;
  void add(InputChange change) { ++by_change[change]; }
  [[nodiscard]] std::string of(InputChange change) const {
    const auto found = by_change.find(change);
    return analysis::grouped(found == by_change.end() ? 0.0 : static_cast<double>(found->second), 0);
  }
  [[nodiscard]] std::string text() const {
    return say(both("新增 {}，删去 {}，改动 {}", "{} added, {} removed, {} changed", of(InputChange::added), of(InputChange::removed),
                    of(InputChange::changed)));
  }
};

std::string table_title(const InputDifference& row) { return part_word(InputPart::table) + " " + row.table + in_brackets(say(row.kind)); }

/// Rows of one table, from this one on; returns the first behind them.
std::size_t print_table(const std::vector<InputDifference>& all, std::size_t first) {
  std::size_t end = first;
  Counts counts;
  for (; end < all.size() && all[end].table == all[first].table; ++end) counts.add(all[end].change);
  fmt::print("  {}{}{}\n", table_title(all[first]), say({"：", ": "}), counts.text());
  for (std::size_t i = first; i < std::min(end, first + kRowsShown); ++i) print_row(all[i]);
  if (end - first > kRowsShown)
    fmt::print("    {}\n",
               say(both("另有 {} 行，加 --out FILE 写出全部", "and {} more rows; --out FILE writes them all", end - first - kRowsShown)));
  return end;
}

void print_counts(const std::vector<InputDifference>& all) {
  std::map<InputPart, Counts> counts;
  for (const InputDifference& difference : all) counts[difference.part].add(difference.change);
  fmt::print("{}\n", say({"合计：", "in all:"}));
  for (const auto& [part, count] : counts) {
    const std::string what = part == InputPart::table ? say({"表的行", "rows of tables"}) : part_word(part);
    fmt::print("  {}{}{}\n", what, say({"：", ": "}), count.text());
  }
}

std::string to_csv(const std::vector<InputDifference>& all) {
  analysis::CsvText csv;
  for (const char* column : {"part", "table", "key", "change", "field", "from", "to", "unit", "standing_from", "standing_to"})
    csv.field(column);
  csv.end_row();
  for (const InputDifference& difference : all) {
    for (const FieldDifference& field : difference.fields) {
      csv.field(to_text(difference.part)).field(difference.table).field(difference.key);
      csv.field(to_text(difference.change)).field(field.field);
      csv.field(field.from.value_or("")).field(field.to.value_or("")).field(field.unit).field(field.standing_from).field(field.standing_to);
      csv.end_row();
    }
  }
  return csv.take();
}

void print_all(const std::vector<InputDifference>& all) {
  if (all.empty()) {
    fmt::print("{}\n", say({"输入没有差异", "the inputs do not differ"}));
    return;
  }
  for (std::size_t i = 0; i < all.size();) {
    if (all[i].part == InputPart::table) {
      i = print_table(all, i);
      continue;
    }
    print_section(all[i++]);
  }
  print_counts(all);
}

ExitCode diff(const po::variables_map& values) {
  const auto& folders = values["arguments"].as<std::vector<std::string>>();
  const std::string csv = values.count("out") != 0 ? values["out"].as<std::string>() : std::string{};
  if (!csv.empty()) {
    std::vector<std::filesystem::path> files = files_of_side(folders[0]), others = files_of_side(folders[1]);
    files.insert(files.end(), others.begin(), others.end());
    study::check_file("out", csv, {files, values.count("force") != 0 ? study::Replace::yes : study::Replace::no});
  }
  const auto a = side_of(folders[0]);
  if (!a) return ExitCode::bad_input;
  const auto b = side_of(folders[1]);
  if (!b) return ExitCode::bad_input;
  const auto all = scenario::differences(a->state, b->state);
  if (!csv.empty()) replace_file(csv, to_csv(all));
  fmt::print("{}\n", say(both("甲：{}\n乙：{}", "A: {}\nB: {}", a->title, b->title)));
  print_all(all);
  return ExitCode::done;
}

}  // namespace

Command diff_command() {
  Command command;
  command.name = "diff";
  command.usage = "diff A B [--out FILE]";
  command.summary = {"两个情景（或运行结果所存）的输入有何不同：措施、目标、各表的行",
                     "what differs in the inputs of two scenarios or runs: measures, targets, rows of tables"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("out", po::value<std::string>()->value_name("FILE"), say({"全部写成 CSV", "write all of it as CSV"}).c_str())(
        "force", say({"替换已有的文件", "replace a file that exists"}).c_str());
    const auto values = CommandLine(command, options, {"A", "B"}).parse(words);
    return values ? diff(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app

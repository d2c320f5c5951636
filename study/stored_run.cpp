#include "study/stored_run.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/judge/basis_reason.hpp"
#include "analysis/metrics/metrics_read.hpp"
#include "sim/core/both.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/core/text.hpp"
#include "study/refused.hpp"
#include "study/results/result_folder.hpp"

namespace railshift::study {

namespace {

namespace fs = std::filesystem;

constexpr const char* kRunFile = "run.gpkg";
constexpr const char* kMetrics = "metrics.csv";
constexpr const char* kVerdicts = "verdicts.csv";

[[noreturn]] void not_read(const std::string& zh, const std::string& en) { throw Refused{{{zh, en}}}; }

/// In the form in which a folder that is no scenario is refused (scenario/load/no_scenario.cpp).
[[noreturn]] void refuse_no_result(const fs::path& folder, const Words& found, const Words& accepted) {
  throw Refused{{both("{}: {}（结果是含有 manifest.json 的文件夹）；{}", "{}: {} (a result is a folder with manifest.json); {}",
                      folder.string(), found, accepted)}};
}

void require_result(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / kManifest, ignored)) return;
  const Words correct{"改正路径", "correct the path"};
  if (!fs::exists(folder, ignored)) refuse_no_result(folder, {"没有这个文件夹", "there is no such folder"}, correct);
  if (!fs::is_directory(folder, ignored))
    refuse_no_result(folder, {"这是文件，不是文件夹", "it is a file, not a folder"},
                     fs::exists(folder.parent_path() / kManifest, ignored)
                         ? both("写它所在的文件夹：{}", "name the folder that it lies in: {}", folder.parent_path().string())
                         : correct);
  if (fs::exists(folder / "scenario.toml", ignored))
    refuse_no_result(
        folder, {"这是情景文件夹", "it is a scenario"},
        {"先用 railshift run 或 assess 运行，再写结果文件夹", "run it with railshift run or assess and name the folder of the result"});
  refuse_no_result(folder, {"这里没有 manifest.json", "there is no manifest.json here"},
                   {"改正路径；中断的运行可重新运行", "correct the path; what was interrupted can be run again"});
}

FolderKind kind_of_result(const fs::path& folder, FileList& files) {
  const std::string name = folder.string();
  repair(folder);
  require_result(folder);
  const FolderKind kind = kind_of(folder, files);
  if (kind == FolderKind::something_else)
    not_read(name + " 的 manifest.json 不是本版本写的", "manifest.json of " + name + " was not written by this version of the program");
  return kind;
}

std::vector<std::string> runs_in(const FileList& files) {
  std::vector<std::string> runs;
  for (const auto& [file, record] : files) {
    if (fs::path(file).filename() == kRunFile) runs.push_back(fs::path(file).parent_path().generic_string());
  }
  return runs;
}

/// Of a result without a list: what lies there.
std::vector<std::string> runs_below(const fs::path& folder) {
  std::vector<std::string> runs;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().filename() != kRunFile) continue;
    const fs::path run = entry.path().parent_path().lexically_relative(folder);
    runs.push_back(run == "." ? "" : run.generic_string());
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

void append(std::vector<std::string>& all, const std::string& folder, const std::vector<std::string>& names) {
  for (const std::string& name : names) all.push_back(fmt::format("{}/{}", folder, name));
}

/// Of an assessment whose own list is gone: its runs have lists too.
Differences differences_inside(const fs::path& folder, const std::vector<std::string>& runs) {
  Differences all;
  for (const std::string& run : runs) {
    FileList files;
    if (run.empty() || kind_of(folder / run, files) != FolderKind::result) continue;
    const Differences found = compare_with(folder / run, files, kManifest);
    append(all.missing, run, found.missing);
    append(all.changed, run, found.changed);
    append(all.unknown, run, found.unknown);
  }
  return all;
}

}  // namespace

Alterations alterations_of(const fs::path& folder) {
  Alterations found;
  FileList files;
  switch (kind_of_result(folder, files)) {
    case FolderKind::result:
      found.files = compare_with(folder, files, kManifest);
      found.runs = runs_in(files);
      break;
    case FolderKind::damaged_manifest:
    case FolderKind::something_else:
      found.manifest = Seal::broken;
      found.runs = runs_below(folder);
      found.files = differences_inside(folder, found.runs);
      break;
  }
  return found;
}

namespace {

/// The files of a run or an assessment whose list is sound.
FileList files_of_result(const fs::path& folder) {
  FileList files;
  const std::string name = folder.string();
  if (kind_of_result(folder, files) == FolderKind::damaged_manifest)
    not_read(name + " 的 manifest.json 已改动", "manifest.json of " + name + " is altered");
  return files;
}

/// The files of a complete run; a run, not an assessment.
FileList files_of_run(const fs::path& folder) {
  FileList files = files_of_result(folder);
  const std::string name = folder.string();
  if (files.count(kRunFile) == 0)
    not_read(fmt::format("{} 是评估结果；请写出其中的运行：{}", name, fmt::join(runs_in(files), ", ")),
             fmt::format("{} is an assessment; name a run in it: {}", name, fmt::join(runs_in(files), ", ")));
  return files;
}

void require_unaltered(const fs::path& folder, const FileList& files, const std::string& file) {
  const auto listed = files.find(file);
  const std::string name = folder.string();
  if (listed != files.end() && fs::exists(folder / file) && record_of(folder / file) == listed->second) return;
  not_read(name + " 的 " + file + " 与运行时写出的不同；railshift audit 列出差别",
           file + " of " + name + " is not as the run wrote it; railshift audit lists what differs");
}

}  // namespace

ledger::RunFile open_run(const fs::path& folder) {
  require_unaltered(folder, files_of_run(folder), kRunFile);
  return ledger::read_run_file(folder / kRunFile);
}

std::vector<analysis::MetricTable> stored_metrics(const fs::path& folder) {
  require_unaltered(folder, files_of_run(folder), kMetrics);
  std::map<int, analysis::MetricTable> by_replication;
  for (analysis::MetricRow& row : analysis::metrics_from_csv(read_file(folder / kMetrics), kMetrics))
    by_replication[row.replication].push_back(std::move(row));
  std::vector<analysis::MetricTable> tables;
  for (auto& [replication, table] : by_replication) tables.push_back(std::move(table));
  if (tables.empty()) not_read(folder.string() + " 的 metrics.csv 没有指标", "metrics.csv of " + folder.string() + " has no figures");
  return tables;
}

namespace {

/// A table with a header whose columns are found by name.
class NamedColumns {
 public:
  NamedColumns(const std::string& text, const char* file) : file_(file) {
    Problems problems;
    rows_ = read_csv(without_bom(text), file, problems);
    if (rows_.empty()) throw Failed(both("{} 是空的", "{} is empty", file));
  }
  [[nodiscard]] std::size_t rows() const { return rows_.size() - 1; }
  [[nodiscard]] const std::string& text(std::size_t row, const char* name) const {
    const auto& header = rows_.front().cells;
    const auto at = std::find_if(header.begin(), header.end(), [name](const CsvCell& cell) { return cell.text == name; });
    if (at == header.end()) throw Failed(both("{} 没有列 {}", "{} has no column {}", file_, name));
    return rows_[row + 1].cells.at(static_cast<std::size_t>(at - header.begin())).text;
  }
  /// As number_text writes it, also with an exponent; nothing of an empty cell.
  [[nodiscard]] std::optional<double> number(std::size_t row, const char* name) const {
    const std::string& cell = text(row, name);
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc{} && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
  }

 private:
  const char* file_;
  std::vector<CsvRow> rows_;
};

}  // namespace

namespace {

/// Among the reasons of a cell, which stand there as `key: words` and are divided by "; ".
bool says_estimate(const std::string& reasons) {
  return ("; " + reasons).find(fmt::format("; {}: ", analysis::to_text(analysis::PlainReason::estimate))) != std::string::npos;
}

}  // namespace

analysis::SaidOfTargets stored_verdicts(const fs::path& folder) {
  require_unaltered(folder, files_of_result(folder), kVerdicts);
  const NamedColumns table(read_file(folder / kVerdicts), kVerdicts);
  analysis::SaidOfTargets said;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    said[table.text(row, "target")] = {table.text(row, "outcome"),
                                       table.text(row, "status"),
                                       table.text(row, "operator"),
                                       table.text(row, "unit"),
                                       table.number(row, "value"),
                                       table.number(row, "threshold"),
                                       table.number(row, "ceiling"),
                                       table.number(row, "ceiling_capacity"),
                                       says_estimate(table.text(row, "basis_reason"))};
  }
  return said;
}

std::vector<std::string> altered_tables(const fs::path& folder, const ledger::RunFile& run) {
  FileList files;
  if (kind_of(folder, files) != FolderKind::result) return {};
  const auto written = nlohmann::json::parse(read_file(folder / kManifest)).at("tables_sha256").get<std::map<std::string, std::string>>();
  std::vector<std::string> altered;
  for (const auto& [table, hash] : ledger::table_hashes(run.ledger)) {
    const auto at = written.find(table);
    if (at == written.end() || at->second != hash) altered.push_back(table);
  }
  return altered;
}

namespace {

/// Its path was written as seen from where the run was started; among the inputs it has the path from the folder. It is the only TOML file
/// beside scenario.toml.
std::string variant_among(const scenario::Files& files, const std::string& written) {
  for (const auto& [path, content] : files.content) {
    if (path != "scenario.toml" && path.ends_with(".toml")) return path;
  }
  return written;
}

}  // namespace

StoredInputs inputs_of(const ledger::RunFile& run) {
  StoredInputs inputs;
  inputs.files.display_root = run.request.scenario_folder_name;
  for (const InputFile& file : run.inputs) inputs.files.content[file.path] = file.content;
  const auto layer = layer_named(run.request.layer);
  if (!layer) throw Failed(both("运行文件中的层“{}”不存在", "the run file names no layer that there is: {}", run.request.layer));
  inputs.request.layer = *layer;
  if (!run.request.variant.empty()) inputs.request.variant = variant_among(inputs.files, run.request.variant);
  inputs.request.set = run.request.set;
  inputs.request.removed_measures = run.request.removed_measures;
  return inputs;
}

World world_of(const ledger::RunFile& run) {
  const StoredInputs inputs = inputs_of(run);
  scenario::Loaded loaded = scenario::load(inputs.files, inputs.request);
  if (!loaded.world) {
    const Problem first = loaded.problems.sorted().front();
    throw Failed(both("运行文件中保存的输入已不能读入：{}", "the inputs kept in the run file no longer load: {}",
                      Words{to_string(first, Language::zh), to_string(first, Language::en)}));
  }
  return std::move(*loaded.world);
}

std::optional<Layer> layer_named(const std::string& word) {
  for (const Layer layer : {Layer::baseline, Layer::plan}) {
    if (name_of(layer) == word) return layer;
  }
  return std::nullopt;
}

std::string name_of(Layer layer) { return std::string(to_text(layer)); }

}  // namespace railshift::study

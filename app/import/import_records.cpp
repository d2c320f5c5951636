/// railshift import gate | register | rail-monthly: records a bureau has, into the tables of a scenario.
#include <algorithm>
#include <filesystem>
#include <functional>

#include <fmt/format.h>

#include "app/import/import_kinds.hpp"
#include "app/import/record_answers.hpp"
#include "app/import/record_report.hpp"
#include "app/options.hpp"
#include "app/scenario_input.hpp"
#include "sim/core/files/joint_replacement.hpp"
#include "sim/core/files/pending_file.hpp"
#include "sim/scenario/records/gate/gate_log.hpp"
#include "sim/scenario/records/gate/import_gate.hpp"
#include "sim/scenario/records/import_rail.hpp"
#include "sim/scenario/records/import_register.hpp"
#include "study/output_file.hpp"
#include "study/results/text_file.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

using scenario::GateForm;
using scenario::RecordImport;
using scenario::RecordRequest;

po::options_description record_options(const std::string& parts) {
  po::options_description options;
  options.add_options()("into", po::value<std::string>()->value_name("DIR"), say({"情景文件夹", "the scenario folder"}).c_str())(
      "source", po::value<std::string>()->value_name("TEXT"),
      say({"来源，写入每一行的 source 列", "where the record comes from; goes into the source of every row"}).c_str())(
      "columns", po::value<std::string>()->value_name("MAP.toml"), say({"列名对照表", "a column map"}).c_str())(
      "report", po::value<std::string>()->value_name("FILE"), say({"未采用内容的完整清单", "all that did not fit, by row"}).c_str())(
      "force", say({"替换已有的清单等文件", "replace a list or other file that exists"}).c_str());
  if (!parts.empty())
    options.add_options()("write", po::value<std::string>()->default_value(parts)->value_name("a,b"),
                          say({"写入哪些部分", "which parts to write"}).c_str());
  add_answer_options(options);
  return options;
}

std::string needed(const po::variables_map& values, const char* name) {
  if (values.count(name) == 0 || values[name].as<std::string>().empty())
    throw UsageError{fmt::format(fmt::runtime(say({"缺少 --{}", "--{} is missing"})), name)};
  return values[name].as<std::string>();
}

scenario::RecordFile file_at(const std::string& path) {
  if (!fs::is_regular_file(path)) throw UsageError{fmt::format(fmt::runtime(say({"没有文件 {}", "there is no file {}"})), path)};
  return {fs::path(path).generic_string(), study::read_text(path)};
}

std::set<std::string> parts_of(const po::variables_map& values, const std::vector<std::string>& known) {
  std::set<std::string> out;
  std::string list = values["write"].as<std::string>() + ",";
  for (std::size_t comma = list.find(','); comma != std::string::npos; comma = list.find(',')) {
    const std::string part = list.substr(0, comma);
    list.erase(0, comma + 1);
    if (std::find(known.begin(), known.end(), part) == known.end())
      throw UsageError{fmt::format(fmt::runtime(say({"--write {}：可写 {}", "--write {}: any of {}"})), part, fmt::join(known, ","))};
    out.insert(part);
  }
  return out;
}

RecordRequest request_of(const po::variables_map& values) {
  RecordRequest request;
  request.source = needed(values, "source");
  request.record = file_at(values["arguments"].as<std::vector<std::string>>()[0]);
  request.answers = answers_of(values);
  return request;
}

/// Files that the import writes beside the tables, checked before anything is read.
void check_side_files(const po::variables_map& values, const fs::path& folder) {
  study::OutputRules rules{scenario::input_paths(folder, std::nullopt),
                           values.count("force") != 0 ? study::Replace::yes : study::Replace::no};
  rules.inputs.emplace_back(values["arguments"].as<std::vector<std::string>>()[0]);
  if (values.count("columns") != 0) rules.inputs.emplace_back(values["columns"].as<std::string>());
  for (const char* option : {"report", "counts", "gate-log"}) {
    if (values.count(option) != 0) study::check_file(option, values[option].as<std::string>(), rules);
  }
}

/// All of them in full, but none in its place.
std::vector<PendingFile> pending(const std::vector<NewFile>& files) {
  std::vector<PendingFile> written;
  for (const NewFile& file : files) write_file(written.emplace_back(file.path).unfinished(), file.bytes);
  return written;
}

/// Reads the scenario, imports, and writes the tables, the report and `more` together; on problems only the report.
ExitCode import_record(const po::variables_map& values, const std::string& record, std::vector<NewFile> more,
                       const std::function<RecordImport(const scenario::Files&, const World&, Problems&, std::vector<NewFile>&)>& import) {
  const fs::path folder = needed(values, "into");
  check_side_files(values, folder);
  std::optional<FolderChange> change;  // what is no folder is refused below, with the files that it lacks
  if (fs::is_directory(folder)) change.emplace(folder);
  Problems problems;
  const scenario::Files files = scenario::read_files(folder, std::nullopt, problems);
  scenario::Loaded loaded = scenario::load(files, {});
  // A table under another name is the cause of the one that is missing.
  for (const Problem& problem : problems.sorted()) loaded.problems.add(problem);
  if (!loaded.problems.empty()) {
    print_problems(loaded.problems);
    return ExitCode::bad_input;
  }
  const RecordImport imported = import(files, *loaded.world, problems, more);
  if (values.count("report") != 0) {
    if (!problems.empty()) more.clear();
    more.push_back({values["report"].as<std::string>(), record_report(record, imported)});
  }
  print_record_report(imported);
  std::vector<PendingFile> beside = pending(problems.empty() || values.count("report") != 0 ? more : std::vector<NewFile>{});
  if (!problems.empty()) {
    for (PendingFile& file : beside) file.take_place();
    print_problems(problems);
    return ExitCode::bad_input;
  }
  std::vector<NewFile> tables;
  for (const scenario::ChangedTable& table : imported.tables) tables.push_back({table.key, table.bytes});
  change->replace(tables);
  for (PendingFile& file : beside) file.take_place();
  print_changed_tables(folder, imported);
  return ExitCode::done;
}

ExitCode gate(const po::variables_map& values) {
  RecordRequest request = request_of(values);
  request.write = parts_of(values, {"profiles", "tonnes", "observed", "mix"});
  const bool trips = values.count("columns") != 0 && values["columns"].as<std::string>() == "trips";
  if (values.count("columns") != 0 && !trips) request.columns = file_at(values["columns"].as<std::string>());
  const bool keep_log = values.count("gate-log") != 0;
  return import_record(values, request.record.name, {},
                       [&](const scenario::Files& files, const World& world, Problems& problems, std::vector<NewFile>& more) {
                         std::string log = scenario::gate_log_header();
                         std::int64_t kept = 0;
                         const auto keep = [&](const scenario::Passage& passage) {
                           if (keep_log) log += scenario::gate_log_row(world, passage, ++kept);
                         };
                         RecordImport imported =
                             scenario::import_gate(files, world, request, trips ? GateForm::trips : GateForm::log, keep, problems);
                         if (keep_log) more.push_back({values["gate-log"].as<std::string>(), std::move(log)});
                         if (values.count("counts") != 0)
                           more.push_back({values["counts"].as<std::string>(), "\xEF\xBB\xBF" + imported.counts});
                         else if (problems.empty())
                           fmt::print("{}", imported.counts);
                         return imported;
                       });
}

using ImportRecord = RecordImport (*)(const scenario::Files&, const World&, const RecordRequest&, Problems&);

ExitCode plain(const po::variables_map& values, RecordRequest request, ImportRecord import) {
  if (values.count("columns") != 0) request.columns = file_at(values["columns"].as<std::string>());
  return import_record(values, request.record.name, {},
                       [&](const scenario::Files& files, const World& world, Problems& problems, std::vector<NewFile>&) {
                         return import(files, world, request, problems);
                       });
}

}  // namespace

Command import_gate() {
  Command command;
  command.name = "gate";
  command.usage = "import gate FILE --into DIR --source TEXT";
  command.summary = {"门禁记录：分月、吨数、车数", "a gate log: months and tonnes of flows, counts of trucks"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options = record_options("profiles,tonnes");
    options.add_options()(
        "counts", po::value<std::string>()->value_name("FILE"),
        say({"车数表（厂区、方向、排放标准），不给则打印", "trucks by site, direction, standard; printed without it"}).c_str())(
        "gate-log", po::value<std::string>()->value_name("FILE"),
        say({"把采用的记录另存为门禁记录 CSV", "also write what was taken as a gate log"}).c_str())(
        "site", po::value<std::string>()->value_name("ID"),
        say({"记录没有厂区列时，它属于哪个厂区（代码或名称）", "the site of a record without a column for it: id or name"}).c_str());
    const auto values = CommandLine(command, options, {"FILE"}).parse(words);
    return values ? gate(*values) : ExitCode::done;
  };
  return command;
}

Command import_register() {
  Command command;
  command.name = "register";
  command.usage = "import register FILE --into DIR --source TEXT";
  command.summary = {"在册车辆：车型、排放标准、燃料、注册年份", "vehicle register: counts by type, standard, fuel, year"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, record_options(""), {"FILE"}).parse(words);
    return values ? plain(*values, request_of(*values), &scenario::import_register) : ExitCode::done;
  };
  return command;
}

Command import_rail_monthly() {
  Command command;
  command.name = "rail-monthly";
  command.usage = "import rail-monthly FILE --into DIR --source TEXT";
  command.summary = {"铁路月报：专用线、货类、月份、吨数", "rail tonnes by siding, commodity and month"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options = record_options("shares,observed");
    options.add_options()(
        "cumulative", po::value<std::string>()->value_name("yes|no"),
        say({"数字是否为本年累计：yes 取逐月之差", "whether figures are sums since January: yes takes differences"}).c_str());
    const auto values = CommandLine(command, options, {"FILE"}).parse(words);
    if (!values) return ExitCode::done;
    RecordRequest request = request_of(*values);
    request.write = parts_of(*values, {"shares", "observed"});
    return plain(*values, std::move(request), &scenario::import_rail_months);
  };
  return command;
}

}  // namespace railshift::app

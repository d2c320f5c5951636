#include <algorithm>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/manifest.hpp"
#include "app/observed_table.hpp"
#include "app/progress.hpp"
#include "app/run_folder.hpp"
#include "app/scenario_input.hpp"
#include "app/verdict_table.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

po::options_description run_options() {
  po::options_description options;
  options.add_options()("layer", po::value<std::string>()->default_value("plan")->value_name("baseline|plan"))(
      "variant", po::value<std::string>()->value_name("FILE"), say({"变体文件（extends）", "a variant file (extends)"}).c_str())(
      "set", po::value<std::vector<std::string>>()->composing()->value_name("path=value"),
      say({"改一个数：表.行.列=值 或 measure.编号.字段=值", "change one number: table.row.column=value or measure.id.field=value"})
          .c_str())("out", po::value<std::string>()->value_name("RUN"),
                    say({"结果目录，默认 runs/<情景>-<层>", "result folder, default runs/<scenario>-<layer>"}).c_str())(
      "seed", po::value<std::uint32_t>()->value_name("N"))("until", po::value<std::string>()->value_name("DATE"))(
      "kernel", po::value<std::string>()->default_value("ahead")->value_name("ahead|step"))(
      "trips", po::value<std::string>()->value_name("FILE"), say({"另写每一段行程的 CSV", "also write every leg as CSV"}).c_str())(
      "assert", po::value<std::string>()->value_name("targets|served"),
      say({"不成立时退出码 4", "exit code 4 if it does not hold"}).c_str())("force",
                                                                            say({"替换已有结果", "replace results that exist"}).c_str());
  return options;
}

std::string one_of(const po::variables_map& values, const char* name, const std::vector<std::string>& accepted) {
  const auto& word = values[name].as<std::string>();
  if (std::find(accepted.begin(), accepted.end(), word) == accepted.end()) {
    throw UsageError{fmt::format(fmt::runtime(say({"--{} {}：只接受 {}", "--{} {}: one of {}"})), name, word, fmt::join(accepted, " "))};
  }
  return word;
}

ledger::RunRequest request_of(const po::variables_map& values, const fs::path& folder) {
  ledger::RunRequest request;
  request.scenario_folder_name = fs::absolute(folder).lexically_normal().filename().string();
  if (request.scenario_folder_name.empty())
    request.scenario_folder_name = fs::absolute(folder).lexically_normal().parent_path().filename().string();
  request.layer = values["layer"].as<std::string>();
  if (values.count("variant") != 0) request.variant = values["variant"].as<std::string>();
  if (values.count("set") != 0) request.set = settings_of(values["set"].as<std::vector<std::string>>());
  if (values.count("until") != 0) request.until = values["until"].as<std::string>();
  request.kernel = one_of(values, "kernel", {"ahead", "step"});
  return request;
}

std::optional<Date> until_of(const ledger::RunRequest& request, const World& world) {
  if (request.until.empty()) return std::nullopt;
  const auto day = parse_date(request.until);
  if (!day || *day <= world.settings.start || *day > world.settings.end) {
    throw UsageError{
        fmt::format(fmt::runtime(say({"--until {}：应为 {} 之后、{} 之前（含）的日期", "--until {}: a date after {} and up to {}"})),
                    request.until, to_string(world.settings.start), to_string(world.settings.end))};
  }
  return day;
}

/// Says who could not be served for a day or longer, always; the longest waits first.
void print_unserved(std::vector<engine::Unserved> rows) {
  std::erase_if(rows, [](const auto& u) { return u.longest_hours < 24.0; });
  if (rows.empty()) return;
  std::int64_t kg = 0;
  for (const auto& u : rows) kg += u.kg;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.longest_hours > b.longest_hours; });
  fmt::print(fmt::runtime(say({"期末有 {} 项货流的 {:.1f} 万吨已等候一天以上：\n",
                               "{} flows with {:.1f} x 10^4 t have waited for a day or longer at the end:\n"})),
             rows.size(), static_cast<double>(kg) / 1e7);
  for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 10); ++i) {
    const auto& u = rows[i];
    fmt::print(fmt::runtime(say({"  货流 {} 等 {}：{} 车，{:.0f} t，最久 {:.0f} h\n",
                                 "  flow {} waits for {}: {} loads, {:.0f} t, longest {:.0f} h\n"})),
               u.flow, u.waits_for, u.loads, static_cast<double>(u.kg) / 1000.0, u.longest_hours);
  }
}

ExitCode assertions(const po::variables_map& values, const std::vector<analysis::Verdict>& verdicts, const ChildRecord& record) {
  if (values.count("assert") == 0) return ExitCode::done;
  const std::string what = one_of(values, "assert", {"targets", "served"});
  if (what == "served") {
    const bool waits = std::any_of(record.unserved.begin(), record.unserved.end(), [](const auto& u) { return u.longest_hours >= 24.0; });
    return waits ? ExitCode::not_held : ExitCode::done;
  }
  const bool all = std::all_of(verdicts.begin(), verdicts.end(), [](const auto& v) { return v.outcome == analysis::Outcome::met; });
  return all ? ExitCode::done : ExitCode::not_held;
}

ExitCode run(const po::variables_map& values) {
  const fs::path folder = values["arguments"].as<std::vector<std::string>>()[0];
  ledger::RunRequest request = request_of(values, folder);
  scenario::LoadRequest load;
  load.layer = layer_of(request.layer);
  if (!request.variant.empty()) load.variant = request.variant;
  load.set = request.set;
  const auto loaded = load_or_explain(folder, load);
  if (!loaded) return ExitCode::bad_input;
  const World& world = *loaded->world;
  request.seed = values.count("seed") != 0 ? values["seed"].as<std::uint32_t>() : world.settings.seed;
  RunJob job;
  job.world = &world;
  job.request = request;
  job.inputs = &loaded->inputs;
  job.until = until_of(request, world);
  if (values.count("trips") != 0) job.trips = values["trips"].as<std::string>();
  if (values.count("assert") != 0) one_of(values, "assert", {"targets", "served"});
  const fs::path out =
      values.count("out") != 0 ? fs::path(values["out"].as<std::string>()) : fs::path("runs") / (world.settings.id + "-" + request.layer);
  job.folder = start_folder(out, values.count("force") != 0 ? Replace::yes : Replace::no);

  Progress progress(say({"模拟", "simulating"}));
  const auto results = ensemble::run_tasks({{"run", [&job](ensemble::Self& self) { return execute(job, self); }}}, 1,
                                           [&progress](double done) { return progress.show(done); });
  const ensemble::TaskResult& result = results.front();
  if (result.code == static_cast<int>(ExitCode::interrupted)) {
    fmt::print(stderr, fmt::runtime(say({"已中断；{} 不是结果，可重新运行\n", "interrupted; {} is no result, run it again\n"})),
               job.folder.string());
    return ExitCode::interrupted;
  }
  if (result.code != 0 && !fs::exists(job.folder / "child.json")) throw std::runtime_error(result.message);
  const ChildRecord record = child_record(read_text(job.folder / "child.json"));
  const std::vector<analysis::MetricTable> metrics{read_metrics(job.folder)};
  const auto verdicts = analysis::judge(world, metrics);
  complete(job, verdicts);
  finish_folder(job.folder, out);
  fmt::print("{}\n{}\n", verdict_table(verdicts), observed_table(analysis::beside_observed(world, metrics)));
  fmt::print(fmt::runtime(say({"卡车装载 {} 次，列车 {} 列；结果在 {}\n", "{} truck loads, {} trains; results in {}\n"})),
             record.statistics.loads, record.statistics.trains, out.string());
  print_unserved(record.unserved);
  if (!record.breaches.empty()) {
    fmt::print(stderr,
               fmt::runtime(say(
                   {"{} 处守恒关系不成立；railshift audit {} 列出\n", "{} conservation laws are broken; railshift audit {} lists them\n"})),
               record.breaches.size(), out.string());
    return ExitCode::failed;
  }
  return assertions(values, verdicts, record);
}

}  // namespace

Command run_command() {
  Command command;
  command.name = "run";
  command.usage = "run DIR [options]";
  command.summary = {"模拟一个情景的一层", "simulate one layer of a scenario"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, run_options(), {"DIR"}).parse(words);
    return values ? run(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app

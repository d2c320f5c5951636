#include <algorithm>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/manifest.hpp"
#include "app/observed_table.hpp"
#include "app/progress.hpp"
#include "app/replications.hpp"
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
      "seed", po::value<std::uint32_t>()->value_name("N"))(
      "replications", po::value<int>()->value_name("N"),
      say({"重复 N 次，种子依次加一；写出均值与 95% 置信区间", "N runs on seeds one apart; means with 95 % confidence intervals"}).c_str())(
      "jobs", po::value<int>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "until", po::value<std::string>()->value_name("DATE"))("kernel",
                                                             po::value<std::string>()->default_value("ahead")->value_name("ahead|step"))(
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

std::string words_of(const engine::Unserved& u) {
  switch (u.waits_for) {
    case engine::Need::truck:
      return fmt::format(fmt::runtime(say({"车队 {} 的可用卡车", "truck of pool {}"})), u.at);
    case engine::Need::station:
      return fmt::format(fmt::runtime(say({"作业点 {}（无服务台）", "station {} (no server)"})), u.at);
    case engine::Need::service:
      return fmt::format(fmt::runtime(say({"厂区 {} 的服务", "service at site {}"})), u.at);
    case engine::Need::repair:
      return fmt::format(fmt::runtime(say({"维修点 {}（无服务台）", "repair station {} (no server)"})), u.at);
    case engine::Need::goods:
      return fmt::format(fmt::runtime(say({"堆场 {} 的货", "goods in stockyard {}"})), u.at);
    case engine::Need::room:
      return fmt::format(fmt::runtime(say({"堆场 {} 的空位", "room in stockyard {}"})), u.at);
    case engine::Need::way:
      return fmt::format(fmt::runtime(say({"封闭 {} 结束", "the end of closure {}"})), u.at);
  }
  return u.at;
}

bool waited_a_day(const engine::Unserved& u) { return u.longest_hours >= 24.0; }

void print_refused(const engine::RunStatistics& statistics) {
  if (statistics.refused_loads == 0) return;
  fmt::print(fmt::runtime(say(
                 {"{} 车、{:.0f} t 因无处等候被拒，未运\n", "{} loads, {:.0f} t, were turned away for want of room and not carried\n"})),
             statistics.refused_loads, static_cast<double>(statistics.refused_kg) / 1000.0);
}

/// Says who could not be served for a day or longer, always; the longest waits first.
void print_unserved(std::vector<engine::Unserved> rows) {
  std::erase_if(rows, [](const auto& u) { return !waited_a_day(u); });
  if (rows.empty()) return;
  std::int64_t kg = 0;
  for (const auto& u : rows) kg += u.kg;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.longest_hours > b.longest_hours; });
  fmt::print(fmt::runtime(say({"期末仍在等候，最久者已逾一天：{:.1f} 万吨\n",
                               "{:.1f} x 10^4 t still wait at the end, the first of them for a day or longer:\n"})),
             static_cast<double>(kg) / 1e7);
  for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 10); ++i) {
    const auto& u = rows[i];
    fmt::print(fmt::runtime(say({"  货流 {} 等 {}：{} 车，{:.0f} t，最久 {:.0f} h\n",
                                 "  flow {} waits for {}: {} loads, {:.0f} t, longest {:.0f} h\n"})),
               u.flow, words_of(u), u.loads, static_cast<double>(u.kg) / 1000.0, u.longest_hours);
  }
}

/// Whether every load was carried or has waited for less than a day.
bool served(const ChildRecord& record) {
  return record.statistics.refused_loads == 0 && std::none_of(record.unserved.begin(), record.unserved.end(), waited_a_day);
}

ExitCode assertions(const po::variables_map& values, const std::vector<analysis::Verdict>& verdicts,
                    const std::vector<ChildRecord>& records) {
  if (values.count("assert") == 0) return ExitCode::done;
  const std::string what = one_of(values, "assert", {"targets", "served"});
  if (what == "served") return std::all_of(records.begin(), records.end(), served) ? ExitCode::done : ExitCode::not_held;
  const bool all = std::all_of(verdicts.begin(), verdicts.end(), [](const auto& v) { return v.outcome == analysis::Outcome::met; });
  return all ? ExitCode::done : ExitCode::not_held;
}

/// A command line, loaded: what is to be run and where it goes.
struct Order {
  const po::variables_map& values;
  RunJob job;
  fs::path out;
  std::optional<int> replications;
};

/// Says that the user ended it and what is left.
ExitCode interrupted(const RunJob& job, std::size_t whole_parts) {
  fmt::print(stderr, fmt::runtime(say({"已中断；{} 不是结果，可重新运行\n", "interrupted; {} is no result, run it again\n"})),
             job.folder.string());
  if (whole_parts > 0) {
    fmt::print(
        stderr,
        fmt::runtime(say({"已完成的 {} 次重复留在其中，重新运行时不再模拟\n", "{} whole replications are kept there and not run again\n"})),
        whole_parts);
  }
  return ExitCode::interrupted;
}

/// What was simulated, by replication; nothing if the user interrupted.
using Simulated = std::optional<Replicated>;

Simulated simulate_once(const Order& order) {
  const RunJob& job = order.job;
  Progress progress(say({"模拟", "simulating"}));
  const auto results = ensemble::run_tasks({{"run", [&job](ensemble::Self& self) { return execute(job, self); }}}, 1,
                                           [&progress](double done) { return progress.show(done); });
  const ensemble::TaskResult& result = results.front();
  if (result.code == static_cast<int>(ExitCode::interrupted)) return std::nullopt;
  if (result.code != 0 && !fs::exists(job.folder / "child.json")) throw std::runtime_error(result.message);
  return Replicated{{read_metrics(job.folder)}, {child_record(read_text(job.folder / "child.json"))}};
}

Simulated simulate_replications(const Order& order, const std::vector<RunJob>& replications) {
  const std::size_t kept = keep_whole_parts(replications);
  if (kept > 0) {
    fmt::print(
        stderr,
        fmt::runtime(say({"沿用中断前已完成的 {} / {} 次重复\n", "{} of {} replications of the interrupted run are whole and kept\n"})),
        kept, replications.size());
  }
  Progress progress(fmt::format(fmt::runtime(say({"模拟（{} 次重复）", "simulating ({} replications)"})), replications.size() - kept));
  const auto results =
      ensemble::run_tasks(missing_parts(replications), jobs_of(order.values), [&progress](double done) { return progress.show(done); });
  for (const auto& result : results) {
    if (result.code == static_cast<int>(ExitCode::interrupted)) return std::nullopt;
  }
  for (const auto& result : results) {
    if (result.code == 0) continue;
    const std::string kept_now =
        say({"；完成 {} / {} 次重复，重新运行只做其余", "; {} of {} replications are whole, run again for the rest"});
    throw std::runtime_error(result.name + ": " + result.message +
                             fmt::format(fmt::runtime(kept_now), whole_parts(replications), replications.size()));
  }
  return merge_parts(replications);
}

ExitCode conclude(const Order& order, const Replicated& simulated) {
  const World& world = *order.job.world;
  const ChildRecord& record = simulated.records.front();
  const auto verdicts = analysis::judge(world, simulated.metrics);
  complete(order.job, verdicts, order.replications ? simulated.records : std::vector<ChildRecord>{});
  if (order.replications) remove_parts({order.job});
  finish_folder(order.job.folder, order.out);
  fmt::print("{}\n{}\n", verdict_table(verdicts), observed_table(analysis::beside_observed(world, simulated.metrics)));
  if (order.replications) fmt::print(fmt::runtime(say({"{} 次重复；首次重复：", "{} replications; the first one: "})), *order.replications);
  fmt::print(fmt::runtime(say({"卡车装载 {} 次，列车 {} 列；结果在 {}\n", "{} truck loads, {} trains; results in {}\n"})),
             record.statistics.loads, record.statistics.trains, order.out.string());
  print_refused(record.statistics);
  print_unserved(record.unserved);
  std::size_t breaches = 0;
  for (const ChildRecord& r : simulated.records) breaches += r.breaches.size();
  if (breaches > 0) {
    fmt::print(stderr,
               fmt::runtime(say(
                   {"{} 处守恒关系不成立；railshift audit {} 列出\n", "{} conservation laws are broken; railshift audit {} lists them\n"})),
               breaches, order.out.string());
    return ExitCode::failed;
  }
  return assertions(order.values, verdicts, simulated.records);
}

ExitCode carry_out(Order& order) {
  const Replace replace = order.values.count("force") != 0 ? Replace::yes : Replace::no;
  order.job.folder = start_folder(order.out, replace, order.replications ? Leftovers::keep : Leftovers::clear);
  if (!order.replications) {
    const Simulated simulated = simulate_once(order);
    return simulated ? conclude(order, *simulated) : interrupted(order.job, 0);
  }
  const std::vector<RunJob> replications = replications_of(order.job, *order.replications);
  const Simulated simulated = simulate_replications(order, replications);
  return simulated ? conclude(order, *simulated) : interrupted(order.job, whole_parts(replications));
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
  Order order{values, {}, fs::path("runs") / (world.settings.id + "-" + request.layer), std::nullopt};
  if (values.count("out") != 0) order.out = values["out"].as<std::string>();
  if (values.count("replications") != 0) order.replications = positive(values, "replications", 1);
  order.job.world = &world;
  order.job.request = request;
  order.job.inputs = &loaded->inputs;
  order.job.until = until_of(request, world);
  if (values.count("trips") != 0) order.job.trips = values["trips"].as<std::string>();
  if (order.job.trips && order.replications)
    throw UsageError{say({"--trips 只用于一次模拟，不与 --replications 同用", "--trips is of one run, not of --replications"})};
  if (values.count("assert") != 0) one_of(values, "assert", {"targets", "served"});
  static_cast<void>(jobs_of(values));  // a wrong number is refused before anything is written
  return carry_out(order);
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

#include "study/request.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "study/output_file.hpp"
#include "study/refused.hpp"
#include "study/stored_run.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kHighestSeed = std::numeric_limits<std::uint32_t>::max();

std::int64_t first_seed(const Request& request, const Settings& settings) { return request.seed.value_or(settings.seed); }

std::optional<Words> wrong_seed(const Request& request, const Settings& settings) {
  const std::int64_t first = first_seed(request, settings);
  if (first < 0 || first > kHighestSeed) {
    return Words{fmt::format("--seed {}：应为 0 至 {} 的整数", first, kHighestSeed),
                 fmt::format("--seed {}: a whole number from 0 to {}", first, kHighestSeed)};
  }
  const std::int64_t last = first + std::max(1, request.replications.value_or(1)) - 1;
  if (last <= kHighestSeed) return std::nullopt;
  return Words{fmt::format("种子 {} 起的 {} 次重复超出 {}；请用较小的种子", first, *request.replications, kHighestSeed),
               fmt::format("seed {}: {} replications lead beyond {}; choose a lower seed", first, *request.replications, kHighestSeed)};
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const fs::path way = fs::weakly_canonical(fs::absolute(file)).lexically_relative(fs::weakly_canonical(fs::absolute(folder)));
  return !way.empty() && *way.begin() != "..";
}

/// A file beside the results: --trips, --trains.
std::optional<Words> wrong_list(const std::string& option, const std::optional<fs::path>& file, const Request& request,
                                const Settings& settings) {
  if (!file) return std::nullopt;
  if (request.mover == Mover::months)
    return Words{fmt::format("--{} 记每一趟车；--engine months 按月估算，没有单趟车次", option),
                 fmt::format("--{} lists every trip; --engine months estimates by the month and has none", option)};
  if (request.replications)
    return Words{fmt::format("--{} 只用于一次模拟，不与 --replications 同用", option),
                 fmt::format("--{} is of one run, not of --replications", option)};
  // What stands in the result folder goes when the new results take its place.
  const fs::path out = by_name(run_folder(request, settings));
  if (lies_in(*file, out) || lies_in(*file, out.string() + ".partial")) {
    return Words{
        fmt::format("--{} {}：在结果目录之中，运行结束时会被替换；请写到别处", option, file->string()),
        fmt::format("--{} {}: lies in the result folder, which is replaced at the end; write it elsewhere", option, file->string())};
  }
  return reason_against_file(option, *file, output_rules(request));
}

std::optional<Words> one_file_for_two(const Request& request) {
  const auto place = [](const fs::path& file) { return fs::weakly_canonical(fs::absolute(file)); };
  if (!request.trips || !request.trains || place(*request.trips) != place(*request.trains)) return std::nullopt;
  return Words{fmt::format("--trips 与 --trains 写到同一文件 {}", request.trips->string()),
               fmt::format("--trips and --trains write to one file {}", request.trips->string())};
}

}  // namespace

std::optional<Words> less_than_one(const std::string& option, int number) {
  if (number >= 1) return std::nullopt;
  return Words{fmt::format("--{} {}：至少为 1", option, number), fmt::format("--{} {}: at least 1", option, number)};
}

std::optional<Words> reason_against_until(const std::string& name, const std::string& until, const Settings& settings) {
  if (until.empty()) return std::nullopt;
  const auto day = parse_date(until);
  const bool inside = day && settings.start < *day && *day <= settings.end;
  if (inside && next_month_start(*day) == *day) return std::nullopt;
  if (inside) {
    const Date before = first_day(month_of(*day));
    const std::string after = to_string(next_month_start(*day));
    const bool or_before = before > settings.start;
    return Words{
        fmt::format("{} {}：结果按整月统计；应为某月的第一天，如 {}{}", name, until, or_before ? to_string(before) + " 或 " : "", after),
        fmt::format("{} {}: results are of whole months; the first day of a month, such as {}{}", name, until,
                    or_before ? to_string(before) + " or " : "", after)};
  }
  const std::string start = to_string(settings.start), end = to_string(settings.end);
  Words why{"不是 YYYY-MM-DD 形式的日期", "no date (YYYY-MM-DD)"};
  if (day && *day > settings.end) why = {"情景止于 " + end, "the scenario ends on " + end};
  if (day && *day <= settings.start) why = {"情景始于 " + start, "the scenario starts on " + start};
  return Words{fmt::format("{} {}：{}；应为 {} 之后、{} 之前（含）某月的第一天", name, until, why.zh, start, end),
               fmt::format("{} {}: {}; the first day of a month after {} and up to {}", name, until, why.en, start, end)};
}

std::vector<Words> reasons_against(const Request& request, const Settings& settings) {
  std::vector<Words> reasons;
  for (const auto& reason : {reason_against_until("--until", request.until, settings), wrong_seed(request, settings),
                             less_than_one("replications", request.replications.value_or(1)), less_than_one("jobs", request.jobs),
                             wrong_list("trips", request.trips, request, settings), wrong_list("trains", request.trains, request, settings),
                             one_file_for_two(request)}) {
    if (reason) reasons.push_back(*reason);
  }
  for (Words& reason : reasons_against(request.design)) reasons.push_back(std::move(reason));
  return reasons;
}

void check(const Request& request, const Settings& settings) {
  const std::vector<Words> reasons = reasons_against(request, settings);
  if (!reasons.empty()) throw Refused{reasons};
}

std::optional<Date> until_of(const Request& request) { return parse_date(request.until); }

std::uint32_t seed_of(const Request& request, const Settings& settings) {
  return static_cast<std::uint32_t>(first_seed(request, settings));
}

fs::path run_folder(const Request& request, const Settings& settings) {
  return request.out.empty() ? fs::path("runs") / (settings.id + "-" + name_of(request.layer)) : request.out;
}

ledger::RunRequest recorded(const Request& request, const Settings& settings) {
  ledger::RunRequest r;
  r.scenario_folder_name = by_name(request.scenario).filename().string();
  r.layer = name_of(request.layer);
  r.variant = request.variant;
  r.set = request.set;
  r.seed = seed_of(request, settings);
  r.until = request.until;
  r.kernel = request.kernel == engine::Kernel::step ? "step" : "ahead";
  r.engine = request.mover == Mover::months ? "months" : "events";
  return r;
}

OutputRules output_rules(const Request& request) {
  std::optional<fs::path> variant;
  if (!request.variant.empty()) variant = request.variant;
  return {scenario::input_paths(request.scenario, variant), request.replace};
}

scenario::LoadRequest load_request(const Request& request) {
  scenario::LoadRequest load;
  load.layer = request.layer;
  if (!request.variant.empty()) load.variant = request.variant;
  load.set = request.set;
  return load;
}

scenario::Loaded load_scenario(const fs::path& folder, const scenario::LoadRequest& request) {
  scenario::Loaded loaded = scenario::load(folder, request);
  if (!loaded.problems.empty()) throw WrongScenario{loaded.problems};
  return loaded;
}

}  // namespace railshift::study

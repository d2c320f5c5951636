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

std::optional<Words> wrong_until(const std::string& until, const Settings& settings) {
  if (until.empty()) return std::nullopt;
  const auto day = parse_date(until);
  if (day && settings.start < *day && *day <= settings.end) return std::nullopt;
  const std::string start = to_string(settings.start), end = to_string(settings.end);
  Words why{"不是 YYYY-MM-DD 形式的日期", "no date (YYYY-MM-DD)"};
  if (day && *day > settings.end) why = {"情景止于 " + end, "the scenario ends on " + end};
  if (day && *day <= settings.start) why = {"情景始于 " + start, "the scenario starts on " + start};
  return Words{fmt::format("--until {}：{}；应为 {} 之后、{} 之前（含）的日期", until, why.zh, start, end),
               fmt::format("--until {}: {}; a date after {} and up to {}", until, why.en, start, end)};
}

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

std::optional<Words> wrong_trips(const Request& request, const Settings& settings) {
  if (!request.trips) return std::nullopt;
  if (request.replications)
    return Words{"--trips 只用于一次模拟，不与 --replications 同用", "--trips is of one run, not of --replications"};
  // What stands in the result folder goes when the new results take its place.
  if (lies_in(*request.trips, by_name(run_folder(request, settings)))) {
    return Words{
        fmt::format("--trips {}：在结果目录之中，运行结束时会被替换；请写到别处", request.trips->string()),
        fmt::format("--trips {}: lies in the result folder, which is replaced at the end; write it elsewhere", request.trips->string())};
  }
  return reason_against_file("trips", *request.trips);
}

}  // namespace

std::optional<Words> less_than_one(const std::string& option, int number) {
  if (number >= 1) return std::nullopt;
  return Words{fmt::format("--{} {}：至少为 1", option, number), fmt::format("--{} {}: at least 1", option, number)};
}

std::vector<Words> reasons_against(const Request& request, const Settings& settings) {
  std::vector<Words> reasons;
  for (const auto& reason : {wrong_until(request.until, settings), wrong_seed(request, settings),
                             less_than_one("replications", request.replications.value_or(1)), less_than_one("jobs", request.jobs),
                             wrong_trips(request, settings)}) {
    if (reason) reasons.push_back(*reason);
  }
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
  return r;
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

#include "study/manifest.hpp"

#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <nlohmann/json.hpp>

#include "analysis/judge/caveats.hpp"
#include "analysis/metrics/gauge.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "study/results/own_program.hpp"
#include "study/results/result_files.hpp"
#include "study/version.hpp"

namespace railshift::study {
namespace {

using nlohmann::ordered_json;

std::string cpu_level() {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") != 0) return "x86-64-v4";
  if (__builtin_cpu_supports("avx2") != 0) return "x86-64-v3";
  return "x86-64-v2 or lower";
}

double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

ordered_json product_json() {
  return {{"name", "railshift"},      {"version", kVersion},      {"compiler", __VERSION__},
          {"flags", RAILSHIFT_FLAGS}, {"cpu_level", cpu_level()}, {"program_sha256", own_program_sha256()}};
}

ordered_json unserved_json(const std::vector<engine::Unserved>& rows) {
  ordered_json list = ordered_json::array();
  for (const auto& u : rows) {
    list.push_back({{"flow", u.flow},
                    {"waits_for", engine::to_text(u.waits_for)},
                    {"at", u.at},
                    {"loads", u.loads},
                    {"kg", u.kg},
                    {"longest_hours", u.longest_hours}});
  }
  return list;
}

ordered_json long_waits_json(const std::vector<engine::LongWait>& rows) {
  ordered_json list = ordered_json::array();
  for (const auto& w : rows) {
    list.push_back({{"flow", w.flow},
                    {"pool", w.pool},
                    {"cause", engine::to_text(w.cause)},
                    {"loads", w.loads},
                    {"kg", w.kg},
                    {"longest_hours", w.longest_hours}});
  }
  return list;
}

ordered_json breaches_json(const std::vector<analysis::Breach>& rows) {
  ordered_json list = ordered_json::array();
  for (const auto& b : rows) {
    list.push_back(
        {{"table", b.table}, {"month", b.month}, {"key", b.key}, {"identity", b.identity}, {"residual", b.residual}, {"unit", b.unit}});
  }
  return list;
}

ordered_json acts_json(const analysis::FirstActs& acts) {
  ordered_json months = ordered_json::object();
  for (const auto& [measure, month] : acts) months[measure] = month.index;
  return months;
}

ordered_json request_json(const ledger::RunRequest& r) {
  return {{"scenario", r.scenario_folder_name},
          {"layer", r.layer},
          {"variant", r.variant},
          {"set", r.set},
          {"removed_measures", r.removed_measures},
          {"seed", r.seed},
          {"until", r.until},
          {"kernel", r.kernel},
          {"engine", r.engine}};
}

ordered_json inputs_json(const RunJob& job) {
  ordered_json inputs = ordered_json::object();
  for (const InputFile& file : *job.inputs) inputs[file.path] = file.sha256;
  return inputs;
}

ordered_json pool_runs_json(const std::vector<analysis::PoolRuns>& runs) {
  ordered_json list = ordered_json::array();
  for (const analysis::PoolRuns& r : runs)
    list.push_back({{"pool", r.pool}, {"loaded_km", r.loaded_km}, {"empty_km", r.empty_km}, {"least_empty_km", r.least_empty_km}});
  return list;
}

ordered_json caveats_json(const RunJob& job) {
  ordered_json list = ordered_json::array();
  for (const Caveat& c :
       analysis::caveats_of_run(*job.world, job.request.is_estimate() ? analysis::RunKind::estimate : analysis::RunKind::full)) {
    ordered_json concerns = ordered_json::array();
    for (const MetricKind metric : c.concerns) concerns.push_back(to_text(metric));
    list.push_back({{"id", c.id},
                    {"text_zh", c.text_zh},
                    {"text_en", c.text_en},
                    {"concerns", concerns},
                    {"standing", analysis::input_standing_text(c.standing)},
                    {"source", c.source}});
  }
  return list;
}

ordered_json statistics_json(const ChildRecord& record) {
  return {{"truck_loads", record.statistics.loads},
          {"events", record.statistics.events},
          {"trains", record.statistics.trains},
          {"refused_loads", record.statistics.refused_loads},
          {"refused_kg", record.statistics.refused_kg}};
}

ordered_json replications_json(const RunJob& job, const std::vector<ChildRecord>& records) {
  ordered_json list = ordered_json::array();
  for (std::size_t i = 0; i < records.size(); ++i) {
    list.push_back({{"seed", job.request.seed + static_cast<std::uint32_t>(i)},
                    {"statistics", statistics_json(records[i])},
                    {"long_waits", long_waits_json(records[i].long_waits)},
                    {"breaches", breaches_json(records[i].breaches)},
                    {"tables_sha256", records[i].table_hashes}});
  }
  return list;
}

}  // namespace

std::map<std::string, std::string> product() { return product_json().get<std::map<std::string, std::string>>(); }

std::string wall_clock() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::string to_json(const ChildRecord& record) {
  const ordered_json json{{"start", record.start},
                          {"end", record.end},
                          {"peak_mib", peak_mib()},
                          {"loads", record.statistics.loads},
                          {"events", record.statistics.events},
                          {"trains", record.statistics.trains},
                          {"refused_loads", record.statistics.refused_loads},
                          {"refused_kg", record.statistics.refused_kg},
                          {"unserved", unserved_json(record.unserved)},
                          {"long_waits", long_waits_json(record.long_waits)},
                          {"breaches", breaches_json(record.breaches)},
                          {"tables", record.table_hashes},
                          {"first_acts", acts_json(record.first_acts)},
                          {"pool_runs", pool_runs_json(record.pool_runs)}};
  return json.dump(1);
}

ChildRecord child_record(const std::string& text) {
  const auto json = nlohmann::json::parse(text);
  ChildRecord record;
  record.start = json.at("start");
  record.end = json.at("end");
  record.peak_mib = json.at("peak_mib");
  record.statistics = {json.at("loads"), json.at("events"), json.at("trains"), json.at("refused_loads"), json.at("refused_kg")};
  for (const auto& u : json.at("unserved")) {
    const auto need = engine::need_from(u.at("waits_for").get<std::string>());
    if (!need) throw Failed(both("waits_for 不是本程序写的：{}", "waits_for is none of ours: {}", u.at("waits_for").get<std::string>()));
    record.unserved.push_back({u.at("flow"), *need, u.at("at"), u.at("loads"), u.at("kg"), u.at("longest_hours")});
  }
  for (const auto& w : json.at("long_waits")) {
    const auto cause = engine::wait_cause_from(w.at("cause").get<std::string>());
    if (!cause) throw Failed(both("cause 不是本程序写的：{}", "cause is none of ours: {}", w.at("cause").get<std::string>()));
    record.long_waits.push_back({w.at("flow"), w.at("pool"), *cause, w.at("loads"), w.at("kg"), w.at("longest_hours")});
  }
  for (const auto& b : json.at("breaches")) {
    record.breaches.push_back({b.at("table"), b.at("month"), b.at("key"), b.at("identity"), b.at("residual"), b.at("unit")});
  }
  record.table_hashes = json.at("tables").get<std::map<std::string, std::string>>();
  for (const auto& [measure, month] : json.at("first_acts").items()) record.first_acts.emplace(measure, Month{month.get<std::int32_t>()});
  for (const auto& r : json.at("pool_runs"))
    record.pool_runs.push_back({r.at("pool"), r.at("loaded_km"), r.at("empty_km"), r.at("least_empty_km")});
  return record;
}

std::string manifest_json(const RunJob& job, const ChildRecord& record, const std::vector<ChildRecord>& replications) {
  ordered_json json{{"format", kResultFormat},
                    {"result", "run"},
                    {"schema_version", kSchemaVersion},
                    {"product", product_json()},
                    {"request", request_json(job.request)},
                    {"estimate", job.request.is_estimate()},
                    {"replication", job.replication},
                    {"inputs_sha256", inputs_json(job)},
                    {"simgrid", engine::kernel_settings()},
                    {"caveats", caveats_json(job)},
                    {"statistics", statistics_json(record)},
                    {"unserved", unserved_json(record.unserved)},
                    {"long_waits", long_waits_json(record.long_waits)},
                    {"invariants", {{"breaches", breaches_json(record.breaches)}}},
                    {"tables_sha256", record.table_hashes}};
  if (!replications.empty()) json["replications"] = replications_json(job, replications);
  json["not_deterministic"] = {{"fields", {"start", "end", "peak_mib", "manifest_sha256"}},
                               {"start", record.start},
                               {"end", record.end},
                               {"peak_mib", record.peak_mib}};
  return json.dump(1) + "\n";
}

namespace {

std::string manifest_of(const char* result) {
  const ordered_json json{{"format", kResultFormat}, {"result", result}, {"schema_version", kSchemaVersion}, {"product", product_json()}};
  return json.dump(1) + "\n";
}

}  // namespace

std::string assessment_manifest_json() { return manifest_of("assessment"); }

std::string study_manifest_json() { return manifest_of("study"); }

std::string tracking_manifest_json(const RunJob& job, const TrackedRecord& record) {
  const ordered_json json{{"format", kResultFormat},
                          {"result", "tracking"},
                          {"schema_version", kSchemaVersion},
                          {"product", product_json()},
                          {"request", request_json(job.request)},
                          {"estimate", job.request.is_estimate()},
                          {"last_known_month", record.until},
                          {"runs", record.runs},
                          {"runs_without_figures", record.failed},
                          {"varied", record.varied},
                          {"inputs_sha256", inputs_json(job)}};
  return json.dump(1) + "\n";
}

std::string identity_json(const RunJob& job) {
  // Part of what makes a part is the very program: two builds may carry one version.
  const ordered_json json{{"program_sha256", own_program_sha256()},
                          {"cpu_level", cpu_level()},
                          {"request", request_json(job.request)},
                          {"replication", job.replication},
                          {"inputs_sha256", inputs_json(job)}};
  return json.dump(1) + "\n";
}

}  // namespace railshift::study

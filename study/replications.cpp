#include "study/replications.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/metrics/replications.hpp"
#include "analysis/operations/replicated_operations.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "study/execute.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"
#include "study/run_folder.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kParts = "parts";
constexpr const char* kIdentity = "part.json";

/// A part may have been damaged, or cut off while it was cleared away: every file is compared.
bool is_whole(const RunJob& replication) {
  const fs::path part = part_of(replication);
  Sealed identity;
  std::error_code ignored;
  if (!fs::is_regular_file(part / kIdentity, ignored) || read_seal(read_text(part / kIdentity), identity) != Seal::sound) return false;
  return identity.json == identity_json(replication) && compare_with(part, identity.files, kIdentity).none();
}

/// The body of a replication's process: a part is written beside its place and renamed when it is whole.
int make_part(const RunJob& replication, ensemble::Self& self) {
  RunJob job = replication;
  job.folder = part_of(replication).string() + ".tmp";
  fs::remove_all(job.folder);
  fs::create_directories(job.folder);
  // Broken conservation laws are kept in the record, as a part is whole with them too.
  static_cast<void>(execute(job, self));
  write_text(job.folder / kIdentity, sealed(identity_json(replication), list_files(job.folder, kIdentity)));
  sync_tree(job.folder);
  rename_durably(job.folder, part_of(replication));
  return 0;
}

/// The rows of a file of every part below the header of the first, in the order of the replications.
std::string joined(const std::vector<RunJob>& replications, const std::string& file) {
  std::string all;
  for (const RunJob& replication : replications) {
    const std::string text = read_text(part_of(replication) / file);
    all += all.empty() ? text : text.substr(text.find('\n') + 1);
  }
  return all;
}

/// The tables stay in the part until the run is complete, so that an interrupted merge can be done again.
void share_file(const fs::path& from, const fs::path& to) {
  std::error_code no_links;
  fs::create_hard_link(from, to, no_links);
  if (no_links) fs::copy_file(from, to);
}

}  // namespace

std::vector<RunJob> replications_of(const RunJob& run, int n) {
  std::vector<RunJob> all(static_cast<std::size_t>(n), run);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].replication = static_cast<int>(i) + 1;
    all[i].request.seed += static_cast<std::uint32_t>(i);
    all[i].parts = i == 0 ? RunJob::Parts::everything : RunJob::Parts::audited_metrics;
  }
  return all;
}

fs::path part_of(const RunJob& replication) { return replication.folder / kParts / fmt::format("seed-{}", replication.request.seed); }

bool is_of_a_part(const std::string& file) { return file.starts_with(std::string(kParts) + "/"); }

WholeParts whole_parts(const std::vector<RunJob>& replications) {
  WholeParts whole;
  for (const RunJob& replication : replications) whole.push_back(is_whole(replication));
  return whole;
}

std::size_t count_of(const WholeParts& whole) { return static_cast<std::size_t>(std::count(whole.begin(), whole.end(), true)); }

void keep_whole_parts(const std::vector<RunJob>& replications, const WholeParts& whole) {
  const fs::path folder = replications.front().folder;
  std::vector<fs::path> kept;
  for (std::size_t i = 0; i < replications.size(); ++i) {
    if (whole[i]) kept.push_back(part_of(replications[i]));
  }
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != kParts) others.push_back(entry.path());
  }
  fs::create_directories(folder / kParts);
  for (const auto& entry : fs::directory_iterator(folder / kParts)) {
    if (std::find(kept.begin(), kept.end(), entry.path()) == kept.end()) others.push_back(entry.path());
  }
  for (const fs::path& other : others) fs::remove_all(other);
}

std::vector<ensemble::Task> missing_parts(const std::vector<RunJob>& replications, const WholeParts& whole) {
  std::vector<ensemble::Task> tasks;
  for (std::size_t i = 0; i < replications.size(); ++i) {
    if (whole[i]) continue;
    const RunJob& replication = replications[i];
    tasks.push_back({fmt::format("replication {}", replication.replication),
                     [replication](ensemble::Self& self) { return make_part(replication, self); }});
  }
  return tasks;
}

Replicated read_replications(const std::vector<fs::path>& folders) {
  Replicated all;
  for (const fs::path& folder : folders) {
    all.metrics.push_back(read_metrics(folder));
    all.records.push_back(child_record(read_text(folder / "child.json")));
  }
  return all;
}

std::vector<SharedWait> long_waits_of(const std::vector<ChildRecord>& records) {
  std::vector<SharedWait> all;
  for (const ChildRecord& record : records) {
    for (const engine::LongWait& wait : record.long_waits) {
      const auto same = [&wait](const SharedWait& s) {
        return s.greatest.flow == wait.flow && s.greatest.pool == wait.pool && s.greatest.cause == wait.cause;
      };
      auto at = std::find_if(all.begin(), all.end(), same);
      if (at == all.end()) at = all.insert(all.end(), {wait, 0, records.size()});
      ++at->seeds;
      at->greatest.loads = std::max(at->greatest.loads, wait.loads);
      at->greatest.kg = std::max(at->greatest.kg, wait.kg);
      at->greatest.longest_hours = std::max(at->greatest.longest_hours, wait.longest_hours);
    }
  }
  return all;
}

std::vector<analysis::Verdict> verdicts_of(const World& world, const Replicated& replications) {
  analysis::FirstActs acts;
  for (const ChildRecord& record : replications.records) analysis::join(acts, record.first_acts);
  std::vector<analysis::Verdict> verdicts = analysis::judge(world, replications.metrics);
  analysis::name_acting_orders(verdicts, acts);
  return verdicts;
}

Replicated merge_parts(const std::vector<RunJob>& replications) {
  std::vector<fs::path> parts;
  for (const RunJob& replication : replications) parts.push_back(part_of(replication));
  Replicated all = read_replications(parts);
  const RunJob& first = replications.front();
  write_text(first.folder / "metrics.csv", joined(replications, "metrics.csv"));
  std::vector<analysis::OperationsCsv> operations;
  for (const std::string name : {"stations", "pools", "stocks", "funnel", "boxes"}) {
    operations.push_back({name, joined(replications, name + ".csv")});
    write_text(first.folder / (name + ".csv"), operations.back().text);
  }
  write_text(first.folder / "operations.csv", analysis::over_replications(operations));
  write_text(first.folder / "replications.csv", analysis::to_csv(analysis::over_replications(all.metrics)));
  for (const char* file : {"run.gpkg", "child.json", "choice.csv"}) {
    if (fs::exists(part_of(first) / file)) share_file(part_of(first) / file, first.folder / file);
  }
  return all;
}

void remove_parts(const std::vector<RunJob>& replications) { fs::remove_all(replications.front().folder / kParts); }

}  // namespace railshift::study

#include "study/run_folder.hpp"

#include "analysis/metrics/metrics_read.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "study/replications.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;

analysis::MetricTable read_metrics(const fs::path& folder) {
  const fs::path path = folder / "metrics.csv";
  return analysis::metrics_from_csv(read_text(path), path.filename().string());
}

void complete(const RunJob& job, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& replications) {
  write_text(job.folder / "verdicts.csv", analysis::to_csv(verdicts));
  const ChildRecord record = child_record(read_text(job.folder / "child.json"));
  fs::remove(job.folder / "child.json");
  FileList files = list_files(job.folder, kManifest);
  std::erase_if(files, [](const auto& file) { return is_of_a_part(file.first); });
  write_text(job.folder / kManifest, sealed(manifest_json(job, record, replications), files));
}

void complete_assessment(const fs::path& root) {
  write_text(root / kManifest, sealed(assessment_manifest_json(), list_files(root, kManifest)));
}

}  // namespace railshift::study

#include "study/run_folder.hpp"

#include <fmt/format.h>

#include "analysis/metrics/metrics_read.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "study/refused.hpp"
#include "study/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// For results that step aside: a name that nothing has, as another run may have been cut off while its own stood aside.
fs::path free_name_beside(const fs::path& out) {
  fs::path name = out.string() + ".replaced";
  for (int n = 2; fs::exists(fs::symlink_status(name)); ++n) name = fmt::format("{}.replaced-{}", out.string(), n);
  return name;
}

}  // namespace

analysis::MetricTable read_metrics(const fs::path& folder) {
  const fs::path path = folder / "metrics.csv";
  return analysis::metrics_from_csv(read_text(path), path.filename().string());
}

void complete(const RunJob& job, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& replications) {
  write_text(job.folder / "verdicts.csv", analysis::to_csv(verdicts));
  const ChildRecord record = child_record(read_text(job.folder / "child.json"));
  fs::remove(job.folder / "child.json");
  write_text(job.folder / "manifest.json.tmp", manifest_json(job, record, replications));
  fs::rename(job.folder / "manifest.json.tmp", job.folder / "manifest.json");
}

fs::path by_name(fs::path folder) {
  while (folder.has_relative_path() && folder.has_parent_path() && (!folder.has_filename() || folder.filename() == "."))
    folder = folder.parent_path();
  const bool unnamed = folder.filename() == "." || folder.filename() == "..";
  return unnamed ? fs::weakly_canonical(folder) : folder;
}

fs::path start_folder(const fs::path& as_given, Replace replace, Leftovers leftovers) {
  const fs::path out = by_name(as_given);
  if (fs::exists(out) && replace == Replace::no) {
    throw Refused{{{fmt::format("{} 已存在；换一个 --out，或用 --force 替换", out.string()),
                    fmt::format("{} exists; choose another --out, or --force to replace it", out.string())}}};
  }
  const bool ours =
      !fs::exists(out) || fs::is_empty(out) || fs::exists(out / "manifest.json") || fs::exists(out / "plan" / "manifest.json");
  if (!ours) {
    throw Refused{{{fmt::format("{} 不是运行结果目录，不会替换", out.string()),
                    fmt::format("{} is not a folder of results; it is not replaced", out.string())}}};
  }
  fs::path partial = out.string() + ".partial";
  if (leftovers == Leftovers::clear) fs::remove_all(partial);
  fs::create_directories(partial);
  return partial;
}

void finish_folder(const fs::path& partial, const fs::path& as_given) {
  const fs::path out = by_name(as_given);
  if (!fs::exists(fs::symlink_status(out))) return fs::rename(partial, out);
  const fs::path old = free_name_beside(out);
  fs::rename(out, old);
  try {
    fs::rename(partial, out);
  } catch (...) {
    fs::rename(old, out);
    throw;
  }
  fs::remove_all(old);
}

}  // namespace railshift::study

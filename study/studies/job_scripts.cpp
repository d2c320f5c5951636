#include "study/studies/job_scripts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "study/members/shell_words.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// HH:MM:SS, hours of any length.
bool is_time(const std::string& text) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (text.size() < 7) return false;
  const std::string_view all = text, hours = all.substr(0, all.size() - 6), minutes = all.substr(all.size() - 5, 2),
                         seconds = all.substr(all.size() - 2);
  return all[all.size() - 6] == ':' && all[all.size() - 3] == ':' && digits(hours) && digits(minutes) && digits(seconds) &&
         minutes < "60" && seconds < "60";
}

/// A word of a batch system: no blank and nothing that a shell or a line of directives reads otherwise.
bool is_plain(const std::string& text) { return shell_word(text) == text || text.empty(); }

class Scripts {
 public:
  Scripts(const JobsRequest& request, const StudyFile& study) : request_(request), study_(study) {}

  std::vector<Script> write() const {
    switch (request_.system) {
      case JobSystem::slurm:
        return slurm();
      case JobSystem::pbs:
        return pbs();
      case JobSystem::parallel:
        return parallel();
    }
    return {};
  }

 private:
  [[nodiscard]] std::string shards() const { return request_.out.string() + ".shards"; }
  [[nodiscard]] std::string script(const char* name) const { return shell_word((request_.scripts / name).string()); }
  [[nodiscard]] std::string logs() const { return (request_.scripts / "log").string(); }

  /// The first lines. A title is one line of a comment, whatever it holds.
  [[nodiscard]] std::string about(const char* shell, const Words& what) const {
    const auto line = [](std::string title) {
      std::replace_if(
          title.begin(), title.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
      return title;
    };
    return fmt::format("#!{0}\n# {1} · {2}\n# {3}\n# {1} · {4}\n# {5}\n", shell, study_.id, line(study_.title_zh), what.zh,
                       line(study_.title_en), what.en);
  }

  /// `part` is what a shell fills with the number of the shard.
  [[nodiscard]] std::string shard_command(const std::string& part) const {
    return fmt::format("{} --shard \"{}/{}\" {}", shell_line({request_.program.string(), "study", request_.study.string()}), part,
                       request_.shards, shell_line({"--out", shards(), "--jobs", std::to_string(request_.cpus)}));
  }
  [[nodiscard]] std::string merge_command() const {
    return shell_line({request_.program.string(), "merge", request_.study.string(), shards(), "--out", request_.out.string(), "--force"});
  }

  [[nodiscard]] Words shard_words() const {
    return both(
        "一个数组任务模拟一份成员（共 {} 份）。重复提交只模拟还没有完整部分的成员。",
        "Each task of the array runs one share of the members ({} shares). Submitted again, only members without a whole part are run.",
        request_.shards);
  }
  static Words merge_words() {
    return {"各份结束后合并；仍有缺的成员时失败并列出，再次提交即可补做。结果文件夹每次整个替换。",
            "Merges when all shares have ended; fails and names the members that are still missing: submit again. The result is replaced "
            "as a whole."};
  }
  static Words submit_words() { return {"提交全部作业：sh submit.sh", "Submits all jobs: sh submit.sh"}; }

  [[nodiscard]] std::vector<Script> slurm() const {
    const std::string partition = request_.partition.empty() ? "" : "#SBATCH --partition=" + request_.partition + "\n";
    const std::string array =
        about("/bin/bash", shard_words()) +
        fmt::format(
            "#SBATCH --job-name=railshift-{}\n#SBATCH --array=1-{}\n#SBATCH --ntasks=1\n#SBATCH --cpus-per-task={}\n"
            "#SBATCH --mem={}\n#SBATCH --time={}\n#SBATCH --requeue\n#SBATCH --open-mode=append\n#SBATCH --output=log/%A_%a.txt\n{}",
            study_.id, request_.shards, request_.cpus, request_.cpus * request_.memory_mb, request_.time, partition) +
        "set -euo pipefail\nexec " + shard_command("$SLURM_ARRAY_TASK_ID") + "\n";
    const std::string merge =
        about("/bin/bash", merge_words()) +
        fmt::format(
            "#SBATCH --job-name=railshift-{}-merge\n#SBATCH --ntasks=1\n#SBATCH --mem={}\n#SBATCH --time={}\n#SBATCH --open-mode=append\n"
            "#SBATCH --output=log/%j_merge.txt\n{}",
            study_.id, request_.memory_mb, request_.time, partition) +
        "set -euo pipefail\nexec " + merge_command() + "\n";
    const std::string submit =
        about("/bin/sh", submit_words()) + fmt::format(
                                               "set -eu\ncd {}\nmkdir -p log\narray=$(sbatch --parsable array.sh)\narray=${{array%%;*}}\n"
                                               "merge=$(sbatch --parsable --dependency=\"afterany:$array\" merge.sh)\n"
                                               "echo \"array $array, merge ${{merge%%;*}}\"\n",
                                               shell_word(request_.scripts.string()));
    return {{"submit.sh", submit}, {"array.sh", array}, {"merge.sh", merge}};
  }

  [[nodiscard]] std::vector<Script> pbs() const {
    const std::string queue = request_.partition.empty() ? "" : "#PBS -q " + request_.partition + "\n";
    const std::string array =
        about("/bin/bash", shard_words()) +
        fmt::format(
            "# OpenPBS、PBS Pro：-J；Torque 改为 #PBS -t 1-{0}\n# OpenPBS, PBS Pro: -J; on Torque write #PBS -t 1-{0}\n"
            "#PBS -N rs-{1}\n#PBS -J 1-{0}\n#PBS -l select=1:ncpus={2}:mem={3}mb\n#PBS -l walltime={4}\n#PBS -r y\n#PBS -j oe\n{5}",
            request_.shards, study_.id.substr(0, 12), request_.cpus, request_.cpus * request_.memory_mb, request_.time, queue) +
        fmt::format("set -euo pipefail\nindex=${{PBS_ARRAY_INDEX:-${{PBS_ARRAYID:-}}}}\nexec {}\n", shard_command("$index"));
    const std::string merge = about("/bin/bash", merge_words()) +
                              fmt::format("#PBS -N rs-merge\n#PBS -l select=1:ncpus=1:mem={}mb\n#PBS -l walltime={}\n#PBS -j oe\n{}",
                                          request_.memory_mb, request_.time, queue) +
                              "set -euo pipefail\nexec " + merge_command() + "\n";
    const std::string submit = about("/bin/sh", submit_words()) +
                               fmt::format(
                                   "set -eu\nmkdir -p {0}\ncd {0}\narray=$(qsub {1})\nmerge=$(qsub -W \"depend=afterany:$array\" {2})\n"
                                   "echo \"array $array, merge $merge\"\n",
                                   shell_word(logs()), script("array.sh"), script("merge.sh"));
    return {{"submit.sh", submit}, {"array.sh", array}, {"merge.sh", merge}};
  }

  /// The shell that parallel starts reads the command; {} is the number of the shard.
  [[nodiscard]] std::vector<Script> parallel() const {
    const Words what = both(
        "GNU parallel 依次模拟 {} 份成员，然后合并。重复运行只做缺的。多台机器：PARALLEL='--sshloginfile 机器.txt' sh "
        "run.sh，各机要看到同一文件夹。",
        "GNU parallel runs {} shares of the members, then merges. Run again, only what is missing is run. Several machines that see the "
        "same folder: PARALLEL='--sshloginfile machines.txt' sh run.sh",
        request_.shards);
    const std::string run = about("/bin/sh", what) + fmt::format(
                                                         "set -u\nmkdir -p {0}\n# 有一份失败也让其余做完，由合并列出缺的 / a share that "
                                                         "fails stops no other: the merge names what is missing\n"
                                                         "seq {1} | parallel --jobs \"${{JOBS:-1}}\" --joblog {2} {3}\nexec {4}\n",
                                                         shell_word(logs()), request_.shards, shell_word(logs() + "/jobs.tsv"),
                                                         shell_word(shard_command("{}")), merge_command());
    return {{"run.sh", run}};
  }

  const JobsRequest& request_;
  const StudyFile& study_;
};

}  // namespace

std::vector<Words> reasons_against(const JobsRequest& request) {
  std::vector<Words> reasons;
  const auto at_least_one = [&](const char* option, int number) {
    if (number < 1) reasons.push_back(both("--{} {}：至少 1", "--{} {}: at least 1", option, number));
  };
  at_least_one("shards", request.shards);
  at_least_one("cpus", request.cpus);
  at_least_one("memory", request.memory_mb);
  if (!is_time(request.time))
    reasons.push_back(both("--time {}：写 时:分:秒，如 24:00:00", "--time {}: write HH:MM:SS, as 24:00:00", request.time));
  if (!is_plain(request.partition))
    reasons.push_back(
        both("--partition {}：分区名不含空格和引号", "--partition {}: a partition has no blanks or quotation marks", request.partition));
  return reasons;
}

std::vector<Script> job_scripts(const JobsRequest& request, const StudyFile& study) {
  RAILSHIFT_EXPECTS(reasons_against(request).empty(), "what is asked for can be");
  return Scripts(request, study).write();
}

}  // namespace railshift::study

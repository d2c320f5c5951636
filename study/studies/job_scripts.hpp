#pragma once
/// 作业脚本 - scripts with which a batch system, or GNU parallel, runs the shards of a study and then merges their parts.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "study/studies/study_file.hpp"

namespace railshift::study {

enum class JobSystem : std::uint8_t { slurm, pbs, parallel };

struct JobsRequest {
  JobSystem system = JobSystem::slurm;
  std::filesystem::path study;    ///< all paths in full
  std::filesystem::path program;  ///< that the jobs start
  std::filesystem::path out;      ///< of the result; parts are left in <out>.shards, which all machines see
  std::filesystem::path scripts;  ///< folder of the scripts and of their logs
  int shards = 1;
  int cpus = 1;                   ///< processes of one shard
  int memory_mb = 1000;           ///< for each of them
  std::string time = "24:00:00";  ///< at most, for one shard; HH:MM:SS
  std::string partition{};        ///< 分区或队列 - partition or queue; empty: the system's own
};

/// Every reason for which scripts cannot be: less than 1 shard, processor or megabyte, a time that is none.
[[nodiscard]] std::vector<Words> reasons_against(const JobsRequest& request);

struct Script {
  std::string name;
  std::string text;
};
/// One to start (submit.sh, of parallel run.sh) first, then those that it hands over. Starting them again runs only what has no whole part.
/// Preconditions: no reason against it.
[[nodiscard]] std::vector<Script> job_scripts(const JobsRequest& request, const StudyFile& study);

}  // namespace railshift::study

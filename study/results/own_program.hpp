#pragma once
/// The program that works here, and the process of it that writes.
#include <filesystem>
#include <string>
#include <string_view>

namespace railshift::study {

/// The file that holds this code. Where a loader was started with the program as its argument (ld-linux-x86-64.so.2 --library-path ...
/// railshift), /proc/self/exe is the loader and this is the program. Throws Failed if the system does not say.
[[nodiscard]] std::filesystem::path own_program();
/// SHA-256 of its bytes, also if another file has taken its name since. Read once a process.
[[nodiscard]] const std::string& own_program_sha256();

/// Name of this process among all that may write into one folder of several machines: `host.pid`, or `job-<id>.host.pid` of a batch system
/// (SLURM_JOB_ID, PBS_JOBID). Letters, digits, `-` and `_` alone, but for the dots between.
[[nodiscard]] std::string writer_name();
/// Whether the writer of this name was a process of this machine that has ended.
[[nodiscard]] bool writer_has_ended(std::string_view writer);

}  // namespace railshift::study

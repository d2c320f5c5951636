#pragma once
/// Hashes of results that stand in files of this folder: <group>.tsv, one line a ledger table or CSV file of a run, with the heading of
/// docs/changelog.md that explains why the hash last changed.
#include <string>
#include <vector>

namespace railshift::golden {

/// One run of the program: `railshift run <words>`, whose lines begin with `name`.
struct Run {
  std::string name;
  std::vector<std::string> words;
};

/// Runs what belongs to a group and compares every hash with <group>.tsv. With RAILSHIFT_APPROVE=1 writes the file anew and fails; lines
/// that changed then carry the heading in RAILSHIFT_CHANGE, or none, which fails until somebody names it.
void check_group(const std::string& group, const std::vector<Run>& runs);

/// Lines of all files whose heading is empty or does not stand in the changelog, as "tiny.tsv:3: heading".
[[nodiscard]] std::vector<std::string> unexplained();

}  // namespace railshift::golden

#pragma once
/// What is read from strangers, as functions of bytes. Each ends in a value or in problems; whatever else it throws is a finding.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace railshift::fuzz {

struct Target {
  std::string name;  ///< its corpus is the folder of this name
  std::function<void(std::string_view)> read;
  int mutants;  ///< of each kept input, in the gate
};

/// toml: scenario.toml of a small scenario. csv: one of its tables; the first line of the input names the file.
/// xlsx: parts of a workbook, each behind a line `--- name of the part`. gate: a gate log.
[[nodiscard]] const std::vector<Target>& targets();

}  // namespace railshift::fuzz

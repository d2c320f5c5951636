#pragma once
/// What is read from strangers, as functions of bytes. Each ends in a value or in problems; whatever else it throws is a finding.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace railshift::fuzz {

enum class Ended {
  unread,       ///< the bytes never came to the reader: no table is called so, no archive can hold such parts
  in_messages,  ///< it says what is wrong
  in_value      ///< a world, tables
};

struct Target {
  std::string name;  ///< its corpus is the folder of this name
  std::function<Ended(std::string_view)> read;
  int mutants;  ///< of each kept input, in the gate
};

/// toml: scenario.toml of a small scenario. csv: one of its tables; the first line of the input names the file.
/// xlsx: parts of a workbook, each behind a line `--- name of the part`. gate: a gate log. rail-monthly: tonnes of sidings. register:
/// counts of trucks.
[[nodiscard]] const std::vector<Target>& targets();

}  // namespace railshift::fuzz

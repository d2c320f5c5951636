#pragma once
/// A world of two flows on three nodes and a ledger with one or two rows a table, for tests of files and layouts.
#include <filesystem>
#include <string>

#include "sim/ledger/run_file.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::test {

/// Flow 0 fl-coal (mine to plant), flow 1 fl-coke; links l-1 (a to b), l-2 (b to c); station st-gate; siding sd-plant; pool pl-semi.
[[nodiscard]] World ledger_world();
/// Every table has rows, every kind of column a value that is not its default; rows of a table are in key order.
[[nodiscard]] ledger::Ledger full_ledger();
[[nodiscard]] ledger::RunFile full_run();

/// A folder of its own that is removed again.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

}  // namespace railshift::test

#pragma once
/// Inputs and the run's request as tables of a run file. Private to the run file.
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/ledger/run_file.hpp"

namespace railshift::ledger {

/// `input_file`: path, content (bytes as read), sha256.
void write_inputs(SQLite::Database& db, const std::vector<InputFile>& inputs);
[[nodiscard]] std::vector<InputFile> read_inputs(SQLite::Database& db);

/// `run_request`: one row a field; `set` and `removed_measure` repeat.
void write_request(SQLite::Database& db, const RunRequest& request);
[[nodiscard]] RunRequest read_request(SQLite::Database& db);

}  // namespace railshift::ledger

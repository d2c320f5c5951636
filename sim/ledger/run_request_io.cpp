#include "sim/ledger/run_request_io.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"

#include <charconv>

namespace railshift::ledger {
namespace {

/// Fields that stand once; the name in the table is the name of the member.
struct TextField {
  const char* name;
  std::string RunRequest::*member;
};
constexpr TextField kTextFields[] = {{"scenario_folder_name", &RunRequest::scenario_folder_name},
                                     {"layer", &RunRequest::layer},
                                     {"variant", &RunRequest::variant},
                                     {"until", &RunRequest::until},
                                     {"kernel", &RunRequest::kernel},
                                     {"engine", &RunRequest::engine}};

std::uint32_t seed_from(const std::string& text) {
  std::uint32_t seed = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) throw Failed(both("随机种子为“{}”", "its seed is \"{}\"", text));
  return seed;
}

void take_field(RunRequest& request, const std::string& field, const std::string& name, const std::string& value) {
  for (const TextField& known : kTextFields) {
    if (field == known.name) request.*known.member = value;
  }
  if (field == "seed") request.seed = seed_from(value);
  if (field == "set") request.set[name] = value;
  if (field == "removed_measure") request.removed_measures.push_back(value);
}

}  // namespace

void write_inputs(SQLite::Database& db, const std::vector<InputFile>& inputs) {
  db.exec("CREATE TABLE input_file (fid INTEGER PRIMARY KEY NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL)");
  SQLite::Statement insert(db, "INSERT INTO input_file (path, sha256, content) VALUES (?,?,?)");
  for (const InputFile& input : inputs) {
    insert.bind(1, input.path);
    insert.bind(2, input.sha256);
    insert.bind(3, input.content.data(), static_cast<int>(input.content.size()));
    insert.exec();
    insert.reset();
  }
}

std::vector<InputFile> read_inputs(SQLite::Database& db) {
  std::vector<InputFile> inputs;
  SQLite::Statement query(db, "SELECT path, content, sha256 FROM input_file ORDER BY fid");
  while (query.executeStep()) {
    inputs.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()});
  }
  return inputs;
}

void write_request(SQLite::Database& db, const RunRequest& request) {
  db.exec("CREATE TABLE run_request (fid INTEGER PRIMARY KEY NOT NULL, field TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL)");
  SQLite::Statement insert(db, "INSERT INTO run_request (field, name, value) VALUES (?,?,?)");
  const auto write = [&](const std::string& field, const std::string& name, const std::string& value) {
    insert.bind(1, field);
    insert.bind(2, name);
    insert.bind(3, value);
    insert.exec();
    insert.reset();
  };
  for (const TextField& field : kTextFields) write(field.name, "", request.*field.member);
  write("seed", "", std::to_string(request.seed));
  for (const auto& [path, value] : request.set) write("set", path, value);
  for (const std::string& measure : request.removed_measures) write("removed_measure", "", measure);
}

RunRequest read_request(SQLite::Database& db) {
  RunRequest request;
  SQLite::Statement query(db, "SELECT field, name, value FROM run_request ORDER BY fid");
  while (query.executeStep())
    take_field(request, query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString());
  return request;
}

}  // namespace railshift::ledger

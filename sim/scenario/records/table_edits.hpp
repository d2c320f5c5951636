#pragma once
/// Rows put into the tables of a scenario folder so that what is not touched keeps its bytes; the scenario as a whole is checked before
/// anything is written.
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sim/scenario/load/load.hpp"
#include "sim/scenario/workbook/folder_tables.hpp"

namespace railshift::scenario {

struct ChangedTable {
  std::string key;      ///< path relative to the folder
  bool shared = false;  ///< of the parameters folder, which other scenarios may use too
  int added = 0;        ///< rows
  int changed = 0;
  int removed = 0;
  std::string bytes;
};

/// A row by column; columns that are not named are empty.
using NewRow = std::map<std::string, std::string>;

class TableEdits {
 public:
  /// Problems: what is wrong with scenario.toml.
  TableEdits(const Files& files, Problems& problems);

  /// Rows of a table as they stand now; words of closed lists in English.
  [[nodiscard]] std::vector<NewRow> rows(const std::string& table);
  /// Replaces the row with the same key (and date) or adds it at the end.
  void put(const std::string& table, const NewRow& row);
  void remove(const std::string& table, const std::function<bool(const NewRow&)>& which);

  /// Tables that differ from the files; none beside problems. Problems: those of the scenario as it would be, behind one that names the
  /// record they come from.
  [[nodiscard]] std::vector<ChangedTable> finish(const std::string& record, Problems& problems);

 private:
  struct Edited {
    FolderTable before;
    std::vector<CsvRow> rows;                   ///< the header first
    std::map<std::string, std::size_t> by_key;  ///< position in rows
    void index();
  };
  Edited& edited(const std::string& table);
  [[nodiscard]] static NewRow named(const Edited& table, const CsvRow& row);
  [[nodiscard]] std::string bytes_of(const Edited& table, const std::string& text, Problems& problems) const;

  const Files& files_;
  SettingsRow settings_;
  std::map<std::string, Edited> tables_;
};

}  // namespace railshift::scenario

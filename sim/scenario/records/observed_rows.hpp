#pragma once
/// Rows of observed.csv from a record.
#include <map>
#include <string>

#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

struct ObservedValue {
  std::string id;
  std::string metric;
  std::string scope;
  std::string period;
  std::string value;
  std::string unit;
};

class ObservedRows {
 public:
  ObservedRows(const RecordRequest& request, TableEdits& edits, RecordImport& out, Problems& problems);
  /// Writes the row; a gap stands in its source. Asks if the row stands already with a tenth of the value or ten times it.
  void put(const ObservedValue& value, const Words& gap);

 private:
  const RecordRequest& request_;
  TableEdits& edits_;
  RecordImport& out_;
  Problems& problems_;
  std::map<std::string, double> before_;  ///< by id
};

}  // namespace railshift::scenario

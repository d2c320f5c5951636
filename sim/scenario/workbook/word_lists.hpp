#pragma once
/// The sheet of closed lists that drop-downs point at.
#include <map>
#include <string>
#include <vector>

#include "sim/scenario/fields/field_info.hpp"
#include "sim/scenario/workbook/xlsx_writer.hpp"

namespace railshift::scenario {

class WordLists {
 public:
  /// The range of a field's words, or an empty text if the field has no closed list.
  [[nodiscard]] std::string range_of(const FieldInfo& field);
  /// Each list takes two columns: the words shown and the words of the files.
  void write(XlsxWriter& writer) const;

 private:
  struct List {
    std::string title;
    std::vector<std::string> shown;
    std::vector<std::string> in_files;
  };
  std::vector<List> lists_;
};

}  // namespace railshift::scenario

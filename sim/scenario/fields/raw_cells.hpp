#pragma once
/// The cells of a table's row, packed: tables may have hundreds of thousands of rows, and a Cell with its own file name takes 150 bytes.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/fields/cell.hpp"

namespace railshift::scenario {

/// One text for all cells of a row, and where each of them ends and stands.
class RawCells {
 public:
  void reserve(std::size_t cells, std::size_t bytes);
  void add(std::string_view text, int line, int column);
  /// A cell whose column the file does not have.
  void add_absent(int line);
  /// Puts another cell in the place of one, as --set does.
  void replace(std::size_t index, Cell cell);

  [[nodiscard]] std::size_t size() const { return marks_.size(); }
  [[nodiscard]] std::string_view text(std::size_t index) const;
  /// Writes the cell into one that is there already, so that reading a long table allocates nothing for each of its cells.
  void copy_to(Cell& into, std::size_t index, const std::string& file) const;

 private:
  struct Mark {
    std::uint32_t end = 0;  ///< in text_
    int line = 0;
    int column = 0;  ///< 0: absent
  };
  using Replaced = std::vector<std::pair<std::size_t, Cell>>;
  [[nodiscard]] const Cell* replaced(std::size_t index) const;

  std::string text_;
  std::vector<Mark> marks_;
  std::shared_ptr<const Replaced> replaced_;  ///< hardly any row has one
};

}  // namespace railshift::scenario

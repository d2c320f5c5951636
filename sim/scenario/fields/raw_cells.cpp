#include "sim/scenario/fields/raw_cells.hpp"

#include <algorithm>

namespace railshift::scenario {

void RawCells::reserve(std::size_t cells, std::size_t bytes) {
  marks_.reserve(cells);
  text_.reserve(bytes);
}

void RawCells::add(std::string_view text, int line, int column) {
  text_ += text;
  marks_.push_back({static_cast<std::uint32_t>(text_.size()), line, column});
}

void RawCells::add_absent(int line) { marks_.push_back({static_cast<std::uint32_t>(text_.size()), line, 0}); }

void RawCells::replace(std::size_t index, Cell cell) {
  Replaced all = replaced_ ? *replaced_ : Replaced{};
  std::erase_if(all, [index](const auto& other) { return other.first == index; });
  all.emplace_back(index, std::move(cell));
  replaced_ = std::make_shared<const Replaced>(std::move(all));
}

const Cell* RawCells::replaced(std::size_t index) const {
  if (!replaced_) return nullptr;
  const auto at = std::find_if(replaced_->begin(), replaced_->end(), [index](const auto& cell) { return cell.first == index; });
  return at == replaced_->end() ? nullptr : &at->second;
}

std::string_view RawCells::text(std::size_t index) const {
  if (const Cell* other = replaced(index)) return other->text;
  const std::size_t begin = index == 0 ? 0 : marks_[index - 1].end;
  return std::string_view(text_).substr(begin, marks_[index].end - begin);
}

void RawCells::copy_to(Cell& into, std::size_t index, const std::string& file) const {
  if (const Cell* other = replaced(index)) {
    into = *other;
    return;
  }
  const Mark& mark = marks_[index];
  into.text = text(index);
  into.place.file = file;
  into.place.line = mark.line;
  into.place.column = std::max(1, mark.column);
  into.node = nullptr;
  into.absent = mark.column == 0;
  into.changed = false;
}

}  // namespace railshift::scenario

#pragma once
/// An index knows what it indexes: `Table<Site>` accepts `Id<Site>` only. Absence is std::optional, never a sentinel.
/// Every row also has a stable text id (`fl-ty-011`), which is what files, messages and random draws use.
#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sim/core/contract.hpp"

namespace railshift {

template <class T>
struct Id {
  std::uint32_t index = 0;
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// Rows of one kind in text-id order (the order of the input file never matters). T needs a member `std::string id`.
template <class T>
class Table {
 public:
  Table() = default;
  /// Sorts by text id. Precondition: ids are unique (the loader reports duplicates before it gets here).
  explicit Table(std::vector<T> rows);

  [[nodiscard]] const T& operator[](Id<T> id) const {
    RAILSHIFT_EXPECTS(id.index < rows_.size(), "id out of its table");
    return rows_[id.index];
  }
  [[nodiscard]] std::optional<Id<T>> find(std::string_view text) const {
    const auto it = index_.find(std::string(text));
    if (it == index_.end()) return std::nullopt;
    return Id<T>{it->second};
  }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] auto begin() const { return rows_.begin(); }
  [[nodiscard]] auto end() const { return rows_.end(); }
  [[nodiscard]] Id<T> id_of(const T& row) const { return Id<T>{static_cast<std::uint32_t>(&row - rows_.data())}; }
  /// Only for the loader, which resolves references after all tables are read.
  [[nodiscard]] std::vector<T>& rows_for_loading() { return rows_; }
  /// The same rows; the text index follows from them.
  friend bool operator==(const Table& a, const Table& b) { return a.rows_ == b.rows_; }

 private:
  std::vector<T> rows_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

template <class T>
Table<T>::Table(std::vector<T> rows) : rows_(std::move(rows)) {
  std::vector<std::pair<std::string, std::uint32_t>> order;
  order.reserve(rows_.size());
  for (std::uint32_t i = 0; i < rows_.size(); ++i) order.emplace_back(rows_[i].id, i);
  std::sort(order.begin(), order.end());
  std::vector<T> sorted;
  sorted.reserve(rows_.size());
  for (const auto& [id, i] : order) {
    index_.emplace(id, static_cast<std::uint32_t>(sorted.size()));
    sorted.push_back(std::move(rows_[i]));
  }
  rows_ = std::move(sorted);
  RAILSHIFT_EXPECTS(index_.size() == rows_.size(), "text ids of a table are unique");
}

}  // namespace railshift

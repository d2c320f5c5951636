// Canonical text of a fold table and its SHA-256: indices, not labels, so that renaming an id does not look like another result.
#include <algorithm>
#include <charconv>
#include <numeric>
#include <type_traits>

#include "sim/core/input_file.hpp"
#include "sim/ledger/layout.hpp"
#include "sim/ledger/run_file.hpp"

namespace railshift::ledger {
namespace {

void append_number(std::string& text, std::optional<std::int64_t> number) {
  if (!number) return;
  char digits[24];
  const auto done = std::to_chars(digits, digits + sizeof digits, *number);
  text.append(digits, done.ptr);
}

/// Row numbers in key order; rows of one key (there should be none) keep their order.
template <class Row>
std::vector<std::size_t> key_order(const std::vector<Row>& rows) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto before = [&](std::size_t a, std::size_t b) { return compare_keys(rows[a], rows[b]) < 0; };
  if (!std::is_sorted(order.begin(), order.end(), before)) std::stable_sort(order.begin(), order.end(), before);
  return order;
}

/// One line a row, cells parted by tabs; texts carry their length so that no two tables share a text.
template <class Row>
std::string canonical_text(const std::vector<Row>& rows) {
  const auto& columns = layout<Row>().columns;
  std::string text;
  text.reserve(rows.size() * columns.size() * 5);
  for (const std::size_t i : key_order(rows)) {
    for (const Column<Row>& column : columns) {
      if (column.is_text()) {
        append_number(text, static_cast<std::int64_t>(column.text(rows[i]).size()));
        text.append(":").append(column.text(rows[i]));
      } else {
        append_number(text, column.number(rows[i]));
      }
      text += '\t';
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::map<std::string, std::string> table_hashes(const Ledger& ledger) {
  std::map<std::string, std::string> hashes;
  for_each_table(ledger, [&](const auto& rows) {
    using Row = typename std::decay_t<decltype(rows)>::value_type;
    hashes.emplace(layout<Row>().name, sha256_hex(canonical_text(rows)));
  });
  return hashes;
}

}  // namespace railshift::ledger

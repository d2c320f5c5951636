#pragma once
/// Totals of a sheet (小计, 合计) against the rows that they add up.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace railshift::scenario {

/// 合计, 总计, 小计, 国五小计, 全年, 一季度 ...: a row that adds others up.
[[nodiscard]] bool is_total_word(std::string_view text);

/// 一季度, 下半年: a total of some of the rows above, which rows its place does not say.
[[nodiscard]] bool is_part_of_year(std::string_view text);

/// Sums of the amounts of one column, so that a total below can be compared.
class RowSums {
 public:
  /// A row of data: its keys from left to right and what stands in the column. A text that is no number makes sums unknown.
  void add(const std::vector<std::string>& keys, const std::string& amount);
  /// What a total says that stands at key `level` of a row with these keys (blank ones say nothing). Nothing: it is the sum of rows above:
  /// those with its other keys (and the key that it names: 国五小计), those with the keys to its left, those since the last total, or all;
  /// else the sum of the rows that it most likely means.
  [[nodiscard]] std::optional<double> differs(const std::vector<std::string>& keys, std::size_t level, double said, int decimals) const;
  /// Whether a number could not be read among what totals add up.
  [[nodiscard]] bool unknown() const { return unknown_; }
  void total_seen() { since_ = {}; }

 private:
  struct Sum {
    double value = 0.0;
    std::int64_t rows = 0;
  };
  /// Of rows that have the first `count` of these keys (all of them where a key is blank), none of them at `level`, and `named` among
  /// theirs.
  [[nodiscard]] Sum of_rows(const std::vector<std::string>& keys, std::size_t count, std::size_t level, const std::string& named) const;

  Sum all_;
  Sum since_;                                        ///< the last total
  std::map<std::vector<std::string>, Sum> by_keys_;  ///< by all keys of a row
  int decimals_ = 0;
  bool unknown_ = false;
};

}  // namespace railshift::scenario

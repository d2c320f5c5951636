#include "sim/scenario/records/reading/row_sums.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sim/scenario/records/reading/plain_text.hpp"

namespace railshift::scenario {
namespace {

/// The word of a total at the end of a text, behind what it adds up: 国五小计 -> 国五.
std::optional<std::string> before_total_word(std::string_view text) {
  const std::string plain = compact(text);
  for (const std::string_view word :
       {"合计", "小计", "总计", "共计", "总和", "累计", "全年", "季度", "上半年", "下半年", "subtotal", "total", "sum"}) {
    if (plain == word || plain.starts_with(std::string(word) + "(") || plain.starts_with(std::string(word) + ":")) return "";
    if (plain.ends_with(word) && plain.size() > word.size() && word.front() != 's' && word.front() != 't')
      return plain.substr(0, plain.size() - word.size());
  }
  return std::nullopt;
}

}  // namespace

bool is_part_of_year(std::string_view text) {
  const std::string plain = compact(text);
  return plain.find("季度") != std::string::npos || plain.find("半年") != std::string::npos;
}

bool is_total_word(std::string_view text) { return before_total_word(text).has_value(); }

void RowSums::add(const std::vector<std::string>& keys, const std::string& amount) {
  if (is_blank(amount)) return;
  const auto value = plain_number(amount);
  if (!value) {
    unknown_ = true;
    return;
  }
  decimals_ = std::max(decimals_, decimals_of(amount));
  for (Sum* sum : {&all_, &since_, &by_keys_[keys]}) {
    sum->value += *value;
    ++sum->rows;
  }
}

RowSums::Sum RowSums::of_rows(const std::vector<std::string>& keys, std::size_t count, std::size_t level, const std::string& named) const {
  Sum out;
  for (const auto& [of_row, sum] : by_keys_) {
    bool fits = named.empty();
    for (std::size_t k = 0; k < of_row.size(); ++k) fits = fits || compact(of_row[k]) == named;
    for (std::size_t k = 0; k < std::min(count, of_row.size()); ++k) fits = fits && (k == level || keys[k].empty() || keys[k] == of_row[k]);
    if (!fits) continue;
    out.value += sum.value;
    out.rows += sum.rows;
  }
  return out;
}

std::optional<double> RowSums::differs(const std::vector<std::string>& keys, std::size_t level, double said, int decimals) const {
  const std::string named = before_total_word(level < keys.size() ? keys[level] : "").value_or("");
  std::vector<Sum> meant;
  for (const Sum& sum : {of_rows(keys, keys.size(), level, named), of_rows(keys, level, level, ""), since_, all_}) {
    if (sum.rows > 0) meant.push_back(sum);
  }
  if (meant.empty()) meant.push_back(all_);
  const int digits = std::max(decimals_, decimals);
  for (const Sum& sum : meant) {
    // whole numbers must agree; rounded ones may be off by half of their last digit each
    const double rounding = digits == 0 ? 0.5 : 0.5 * std::pow(10.0, -digits) * static_cast<double>(sum.rows + 1);
    if (std::abs(sum.value - said) <= rounding * (1.0 + 1e-9)) return std::nullopt;
  }
  return meant.front().value;
}

}  // namespace railshift::scenario

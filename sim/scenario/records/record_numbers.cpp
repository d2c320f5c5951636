#include "sim/scenario/records/record_numbers.hpp"

#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "sim/core/contract.hpp"

namespace railshift::scenario {

std::vector<std::string> share_texts(const std::vector<double>& parts) {
  constexpr std::int64_t kMillion = 1'000'000;
  const double total = std::accumulate(parts.begin(), parts.end(), 0.0);
  RAILSHIFT_EXPECTS(total > 0.0, "shares are of something");
  std::vector<std::int64_t> millionths;
  std::vector<std::pair<double, std::size_t>> remainders;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double exact = parts[i] / total * static_cast<double>(kMillion);
    millionths.push_back(static_cast<std::int64_t>(std::floor(exact)));
    given += millionths.back();
    remainders.emplace_back(std::floor(exact) - exact, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t k = 0; given < kMillion; ++k, ++given) ++millionths[remainders[k % remainders.size()].second];
  std::vector<std::string> out;
  for (const std::int64_t m : millionths) out.push_back(fmt::format("{}.{:06}", m / kMillion, m % kMillion));
  return out;
}

std::string tonnes_text(std::int64_t kg) {
  std::string out = fmt::format("{}.{:03}", kg / 1000, kg % 1000);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string id_part(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

std::string list_of(const std::vector<Month>& months) {
  std::string out;
  for (const Month month : months) out += (out.empty() ? "" : ", ") + to_string(month);
  return out;
}

}  // namespace railshift::scenario

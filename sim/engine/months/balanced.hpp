#pragma once
/// Iterative proportional fitting: the table nearest to a given one whose rows and columns sum to what is known.
#include <vector>

namespace railshift::engine {

/// `table` (rows one behind the other, not negative) scaled until its columns sum to `columns` and its rows to `rows`. Rows are met to
/// rounding, columns as far as the zeros of the table let them. A row without a number above 0 stays 0.
[[nodiscard]] std::vector<double> balanced(std::vector<double> table, const std::vector<double>& rows, const std::vector<double>& columns);

}  // namespace railshift::engine

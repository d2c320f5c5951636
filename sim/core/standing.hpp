#pragma once
/// 数据性质 - Standing: every number says whether it was published, derived by a formula, or assumed.
/// Standing propagates: what is derived from an assumed row is derived_from_assumed.
#include <optional>
#include <string>

namespace railshift {

enum class Standing { published, derived, derived_from_assumed, assumed };

/// The standing of a value computed from two inputs.
[[nodiscard]] constexpr Standing combine(Standing a, Standing b) {
  const bool soft = a >= Standing::derived_from_assumed || b >= Standing::derived_from_assumed;
  return soft ? Standing::derived_from_assumed : Standing::derived;
}

/// What stands behind the assumed or derived numbers of one table row (columns low, high, standing, source, reason).
/// `low` and `high` bound the row's first ranged number, in that column's unit.
struct Provenance {
  std::optional<double> low;
  std::optional<double> high;
  Standing standing = Standing::assumed;
  std::string source;
  std::string reason;
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

}  // namespace railshift

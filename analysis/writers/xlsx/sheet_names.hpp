#pragma once
/// Names of sheets as Excel allows them.
#include <set>
#include <string>

namespace railshift::analysis::writers::office {

class SheetNames {
 public:
  /// The wish without []:*?/\ and control characters, with ’ for an apostrophe (which ends a name in references), at most 31 UTF-16 units,
  /// and unlike every name taken before, large and small letters alike: a second one ends in " 2". Of nothing but such signs the fallback
  /// is taken.
  [[nodiscard]] std::string take(const std::string& wish, const std::string& fallback);

 private:
  std::set<std::string> taken_;  ///< in small letters
};

}  // namespace railshift::analysis::writers::office

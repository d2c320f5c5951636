#pragma once
/// A line of several sentences in the making.
#include <string_view>
#include <vector>

#include "analysis/report/page.hpp"

namespace railshift::analysis::report {

class Saying {
 public:
  /// Begins with the words of this key, strong.
  Saying(const Page& page, std::string_view head);
  /// A sentence of the catalogue with runs in its gaps; English sentences are parted by a blank.
  void say(std::string_view key, const std::vector<document::Run>& runs = {});
  /// Goes on in the same sentence.
  void go_on(std::string_view key, const std::vector<document::Run>& runs = {});
  void go_on(const document::Line& more);
  /// A sentence behind 建议：
  void recommend(std::string_view key, const std::vector<document::Run>& runs = {});
  [[nodiscard]] document::Line take() { return std::move(line_); }

 private:
  const Page& page_;
  document::Line line_;
};

/// What an office calls the reading of a verdict; without a name which tonnes it counts.
[[nodiscard]] document::Run reading_run(const Page& page, const Verdict& verdict);

}  // namespace railshift::analysis::report

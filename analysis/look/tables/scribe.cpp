#include "analysis/look/tables/scribe.hpp"

#include <fmt/format.h>

namespace railshift::analysis::look {
namespace {

/// Below this many tonnes a year a table needs one decimal more.
constexpr Tonnes kSmallCity{1e7};

}  // namespace

std::string Scribe::heading(When when, const std::string& zh, const std::string& en) const {
  return language_ == Language::zh ? fmt::format("{}年{}", year(when), zh) : fmt::format("{} {}", year(when), en);
}

Cell Scribe::mass(Tonnes tonnes) const {
  if (tonnes == Tonnes{}) return Cell{0.0, 0};
  const int more = look_.masses.total(When::base) < kSmallCity ? 1 : 0;
  return language_ == Language::zh ? Cell{tonnes.value / 1e4, 1 + more} : Cell{tonnes.value / 1e3, more};
}

std::string Scribe::severity(Severity severity) const {
  switch (severity) {
    case Severity::wrong:
      return say("错误", "wrong");
    case Severity::doubtful:
      return say("存疑", "doubtful");
    case Severity::note:
      return say("提示", "note");
  }
  return {};
}

}  // namespace railshift::analysis::look

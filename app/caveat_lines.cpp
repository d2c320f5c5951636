#include "app/caveat_lines.hpp"

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "app/words.hpp"

namespace railshift::app {

std::string caveat_lines(const std::vector<Caveat>& caveats) {
  if (caveats.empty()) return {};
  std::string lines = analysis::word("caveats", language()) + "\n";
  for (const Caveat& c : caveats) lines += fmt::format("  {}  {}\n", c.id, say({c.text_zh, c.text_en}));
  return lines + "\n";
}

}  // namespace railshift::app

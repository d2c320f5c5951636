/// On page one: what the data of the scenario cannot carry.
#include <fmt/format.h>

#include "analysis/metrics/gauge.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"

namespace railshift::analysis::report {
std::string caveat_notice(const Page& page) {
  if (page.caveats().empty()) return {};
  std::string items;
  for (const Caveat& c : page.caveats()) {
    items += fmt::format("<li id=\"{}\">{} <small>{} · {} · {}</small></li>\n", escape(c.id), escape(page.name(c.text_zh, c.text_en)),
                         escape(c.id), escape(page.word(input_standing_text(c.standing))), escape(c.source));
  }
  return fmt::format("<div class=\"notice\"><b>{}</b>\n<ul>\n{}</ul></div>\n", escape(page.word("caveats")), items);
}

}  // namespace railshift::analysis::report

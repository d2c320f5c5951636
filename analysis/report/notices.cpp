/// What to know before any figure.
#include <fmt/format.h>

#include "analysis/metrics/gauge.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Lines;
using document::Tone;

/// 未经实测校核, or how many observations the run was held against.
document::Block checked_notice(const Page& page) {
  const Checked count = checked(page.input().observed);
  const std::string said = sentence(count, page.language());
  if (count.tests > 0) return paragraph(said, Tone::checked);
  return paragraph({strong(page.word("observed.unchecked")), text(page.language() == Language::zh ? "：" + said : ": " + said)},
                   Tone::notice);
}

Blocks caveats(const Page& page) {
  if (page.caveats().empty()) return {};
  document::List list;
  for (const Caveat& c : page.caveats()) {
    list.items.push_back({{text(page.name(c.text_zh, c.text_en)), small(" · " + page.word(input_standing_text(c.standing)))}});
  }
  return {heading(page.word("caveats")), std::move(list)};
}

/// Goods that were turned away or waited, by layer.
Blocks not_served(const Page& page) {
  document::List list;
  for (const Statement& said : page.input().not_served) {
    for (const Words& line : said.lines)
      list.items.push_back(Lines{{strong(page.word(said.layer) + " "), text(page.with_names(line.in(page.language())))}});
  }
  if (list.items.empty()) return {};
  return {heading(page.word("not_served")), std::move(list)};
}

}  // namespace

Blocks caveat_sources(const Page& page) {
  TableRows table("caveat_sources", page.word("caveats.sources"),
                  {words(page.word("caveats"), 2.0), words(page.word("standing"), 0.6), words(page.word("source"), 1.6)});
  for (const Caveat& c : page.caveats()) table.row({page.name(c.text_zh, c.text_en), page.word(input_standing_text(c.standing)), c.source});
  return table.empty() ? Blocks{} : Blocks{table.take()};
}

Blocks notices(Page& page) {
  Blocks blocks{checked_notice(page)};
  for (const Blocks& part : {caveats(page), not_served(page)}) blocks.insert(blocks.end(), part.begin(), part.end());
  return blocks;
}

}  // namespace railshift::analysis::report

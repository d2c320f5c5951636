#include "app/chance_lines.hpp"

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/chance_words.hpp"
#include "app/words.hpp"

namespace railshift::app {

namespace {

template <class... Args>
std::string said(const char* key, const Args&... args) {
  const std::string words = analysis::word(key, language());
  return fmt::format(fmt::runtime(words), args...);
}

}  // namespace

std::string chance_lead(const study::MemberAnswer& answer) {
  if (answer.groups.empty()) return analysis::word("chance.none", language()) + "\n";
  return said("chance.lead", answer.groups.size(), answer.design.members, answer.design.members, answer.design.full) + "\n";
}

void print_chances(const study::MemberAnswer& answer) {
  if (answer.groups.empty()) return;
  fmt::print("{}", analysis::chances_text(answer.chances, answer.deciding, answer.names, language()));
  if (const std::string ruled_out = analysis::ruled_out_text(answer.observed, language()); !ruled_out.empty())
    fmt::print("{}\n", ruled_out);
  if (answer.without.empty()) return;
  fmt::print("{}\n", said("chance.failed", answer.without.size()));
  for (const study::WithoutFigures& member : answer.without)
    fmt::print("  {}{}: {}\n    {}\n", member.number,
               member.of == study::RunOf::second ? " (" + analysis::word("chance.second", language()) + ")" : std::string{},
               member.why.in(language()), member.command);
}

}  // namespace railshift::app

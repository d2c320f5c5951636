#include "app/chance_lines.hpp"

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/chance_words.hpp"
#include "app/words.hpp"

namespace railshift::app {

void print_chances(const study::MemberAnswer& answer) {
  const auto said = [](const char* key, const auto&... args) {
    const std::string words = analysis::word(key, language());
    return fmt::format(fmt::runtime(words), args...);
  };
  if (answer.groups.empty()) return fmt::print("{}\n", analysis::word("chance.none", language()));
  fmt::print("{}\n{}", said("chance.lead", answer.groups.size(), answer.design.members, answer.design.members, answer.design.full),
             analysis::chances_text(answer.chances, answer.deciding, answer.names, language()));
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

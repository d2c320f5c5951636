#include "analysis/words/contribution_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"

namespace railshift::analysis {
namespace {

struct SmallSentence {
  Language language;
  std::string operator()(policy::IdleReason reason) const {
    const std::string_view text = policy::to_text(reason);
    const std::string own = word_of("small", text, language);
    return own == text ? policy::words_of(reason).in(language) : own;
  }
  std::string operator()(policy::EffectKind kind) const {
    return fmt::format(fmt::runtime(word("small.acts", language)), policy::words_of(kind).in(language));
  }
};

/// A clause once, in its main reading.
std::vector<std::string> targets_in(const std::vector<Contribution>& all) {
  std::vector<std::string> targets;
  for (const Contribution& c : all) {
    const std::string& target = c.figure.target;
    if (!target.empty() && c.figure.reading_of.empty() && std::find(targets.begin(), targets.end(), target) == targets.end())
      targets.push_back(target);
  }
  return targets;
}

}  // namespace

std::string sentence(const SmallReason& reason, Language language) { return std::visit(SmallSentence{language}, reason); }

std::string strongest_text(const std::vector<Contribution>& all, Language language) {
  const std::vector<std::string> targets = targets_in(all);
  if (targets.empty()) return {};
  TextTable table({Align::left, Align::left, Align::right, Align::right});
  std::vector<TextCell> headings;
  for (const char* key : {"target", "contribution.strongest", "contribution.one_out", "contribution.one_in"})
    headings.emplace_back(word(key, language));
  table.row(std::move(headings));
  for (const std::string& target : targets) {
    const Contribution* best = strongest_clause(all, target);
    if (best == nullptr)
      table.row({target, word("contribution.nothing", language), difference_text({}, "", language), difference_text({}, "", language)});
    else
      table.row({target, best->part.name.in(language), difference_text(best->one_out, best->figure.unit, language),
                 difference_text(best->one_in, best->figure.unit, language)});
  }
  return table.text();
}

}  // namespace railshift::analysis

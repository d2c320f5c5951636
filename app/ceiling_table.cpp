#include "app/ceiling_table.hpp"

#include "analysis/words/catalogue.hpp"
#include "analysis/words/ceiling_words.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "app/words.hpp"

namespace railshift::app {

std::string ceiling_table(const analysis::Ceilings& ceilings) {
  using analysis::Align;
  if (ceilings.targets.empty()) return {};
  analysis::TextTable table({Align::left, Align::right, Align::right});
  std::vector<analysis::TextCell> headings;
  for (const char* key : {"target", "ceiling.chains", "ceiling.capacity"}) headings.emplace_back(analysis::word(key, language()));
  table.row(std::move(headings));
  for (const analysis::TargetCeiling& ceiling : ceilings.targets) {
    table.row({ceiling.target, analysis::figure_text(ceiling.chains, ceiling.unit, language()),
               analysis::figure_text(ceiling.capacity, ceiling.unit, language())});
  }
  std::string out = table.text();
  for (const analysis::Together& all : ceilings.years) out += analysis::sentence(all, language()) + '\n';
  return out;
}

}  // namespace railshift::app

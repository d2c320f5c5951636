#include "analysis/words/catalogue.hpp"

#include <algorithm>

namespace railshift::analysis {
namespace {

const Entry* find(std::string_view key) {
  const auto& entries = catalogue();
  const auto found = std::lower_bound(entries.begin(), entries.end(), key, [](const Entry& e, std::string_view k) { return e.key < k; });
  return found == entries.end() || found->key != key ? nullptr : &*found;
}

std::string in(const Entry& entry, Language language) { return std::string(language == Language::zh ? entry.zh : entry.en); }

}  // namespace

const std::vector<Entry>& catalogue() {
  static const std::vector<Entry> entries = [] {
    std::vector<Entry> all;
    for (const auto part : {verdict_entries(), metric_entries(), journal_entries(), page_entries(), section_entries(), ceiling_entries(),
                            contribution_entries(), cost_entries(), lever_entries(), chance_entries(), brief_entries(), plan_entries()})
      all.insert(all.end(), part.begin(), part.end());
    std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    return all;
  }();
  return entries;
}

std::string word(std::string_view key, Language language) {
  const Entry* entry = find(key);
  return entry == nullptr ? std::string(key) : in(*entry, language);
}

std::string word_of(std::string_view subject, std::string_view key, Language language) {
  const Entry* entry = find(std::string(subject) + "." + std::string(key));
  return entry == nullptr ? std::string(key) : in(*entry, language);
}

}  // namespace railshift::analysis

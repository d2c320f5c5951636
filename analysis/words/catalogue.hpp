#pragma once
/// 词表 - the words of terminal and report in Chinese and English: one catalogue, written down by subject in the *_entries.cpp files.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::analysis {

struct Entry {
  std::string_view key, zh, en;
};
[[nodiscard]] std::span<const Entry> verdict_entries();
[[nodiscard]] std::span<const Entry> metric_entries();
[[nodiscard]] std::span<const Entry> journal_entries();
[[nodiscard]] std::span<const Entry> page_entries();
[[nodiscard]] std::span<const Entry> section_entries();
[[nodiscard]] std::span<const Entry> ceiling_entries();
[[nodiscard]] std::span<const Entry> contribution_entries();
[[nodiscard]] std::span<const Entry> cost_entries();
[[nodiscard]] std::span<const Entry> lever_entries();
[[nodiscard]] std::span<const Entry> chance_entries();
[[nodiscard]] std::span<const Entry> brief_entries();
[[nodiscard]] std::span<const Entry> plan_entries();

/// The word for a key; a key without an entry stands for itself (ids and words of the user).
[[nodiscard]] std::string word(std::string_view key, Language language);
/// The word for `subject.key`; a key without an entry stands for itself, without the subject.
[[nodiscard]] std::string word_of(std::string_view subject, std::string_view key, Language language);

/// All entries in the order of their keys, for tests.
[[nodiscard]] const std::vector<Entry>& catalogue();

}  // namespace railshift::analysis

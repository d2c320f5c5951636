#pragma once
/// What people read, as it was approved: tests/golden/pages holds each page and each answer of the terminal as text.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/app/cli.hpp"

namespace railshift::golden {

/// check_approved of pages/NAME. Paths of this machine stand there as SOURCE and SCRATCH, the style of a page as its hash.
void check_page(const std::string& name, const std::string& text, const cli::Scratch& scratch);

/// The command that was typed and what the program answered, standard output first; it must end with this code.
[[nodiscard]] std::string answer_to(const std::vector<std::string>& words, int code = 0);

/// A page in short, for pages too long to keep: one line for each heading with the hash of what stands below it.
[[nodiscard]] std::string sections_of(const std::string& html);

}  // namespace railshift::golden

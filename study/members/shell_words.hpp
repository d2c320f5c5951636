#pragma once
/// Commands as a person or script gives them to a POSIX shell.
#include <string>
#include <vector>

namespace railshift::study {

/// One word, between single quotation marks if a shell would read it otherwise than it stands.
[[nodiscard]] std::string shell_word(const std::string& word);
/// Words with blanks between them.
[[nodiscard]] std::string shell_line(const std::vector<std::string>& words);

}  // namespace railshift::study

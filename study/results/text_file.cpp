#include "study/results/text_file.hpp"

#include "sim/core/files/file_bytes.hpp"

namespace railshift::study {

void write_text(const std::filesystem::path& path, const std::string& text) { write_file(path, text); }

std::string read_text(const std::filesystem::path& path) { return read_file(path); }

}  // namespace railshift::study

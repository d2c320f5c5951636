#pragma once
/// An input as it was read, and its SHA-256.
#include <string>
#include <string_view>

namespace railshift {

/// One input file as it was read, by its path relative to the scenario folder ("tables/flows.csv", "../parameters/values.csv").
struct InputFile {
  std::string path;
  std::string content;
  std::string sha256;
};

/// Lower-case hexadecimal SHA-256.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace railshift

#pragma once
/// How often a piece stands in a text.
#include <cstddef>
#include <string>
#include <string_view>

namespace railshift::analysis::writers {

inline int count(std::string_view text, std::string_view piece) {
  int n = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size())) ++n;
  return n;
}

}  // namespace railshift::analysis::writers

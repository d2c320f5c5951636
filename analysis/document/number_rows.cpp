#include "analysis/document/number_rows.hpp"

#include <algorithm>
#include <iterator>

namespace railshift::analysis::document {
namespace {

/// Where a string ends that begins at a quotation mark.
std::size_t behind_string(const std::string& json, std::size_t at) {
  for (++at; json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
  return at + 1;
}

}  // namespace

std::string numbers_on_one_line(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] == '"') {
      const std::size_t end = behind_string(json, at);
      out.append(json, at, end - at);
      at = end;
      continue;
    }
    const std::size_t end = json[at] == '[' ? json.find_first_not_of("0123456789+-.eEnul, \n", at + 1) : std::string::npos;
    if (end != std::string::npos && json[end] == ']') {
      std::copy_if(json.begin() + static_cast<std::ptrdiff_t>(at), json.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(out),
                   [](char c) { return c != ' ' && c != '\n'; });
      at = end;
    }
    out += json[at++];
  }
  return out;
}

}  // namespace railshift::analysis::document

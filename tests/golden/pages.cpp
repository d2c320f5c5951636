#include "tests/golden/pages.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "sim/core/input_file.hpp"
#include "tests/support/approved.hpp"

namespace railshift::golden {
namespace {

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

/// The style of all pages is the same and stands in the code as text: a hash is enough.
std::string without_style(std::string page) {
  const std::size_t begin = page.find("<style>");
  const std::size_t end = page.find("</style>");
  if (begin == std::string::npos || end == std::string::npos) return page;
  return page.replace(begin, end - begin, "<style>" + sha256_hex(page.substr(begin, end - begin)));
}

}  // namespace

void check_page(const std::string& name, const std::string& text, const cli::Scratch& scratch) {
  const std::string anywhere = with(with(text, scratch.path().string(), "SCRATCH"), RAILSHIFT_SOURCE_DIR, "SOURCE");
  testing::check_approved("tests/golden/pages/" + name, without_style(anywhere));
}

std::string answer_to(const std::vector<std::string>& words, int code) {
  const cli::Answer answer = cli::ask(words);
  INFO(answer.err);
  REQUIRE(answer.code == code);
  return fmt::format("$ railshift {}\n{}", fmt::join(words, " "), answer.out);
}

std::string sections_of(const std::string& html) {
  std::string lines;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = std::min(html.find("<h2>", at + 1), html.size());
    const std::string part = html.substr(at, end - at);
    const std::string heading = at == 0 ? "(top)" : part.substr(4, part.find("</h2>") - 4);
    lines += fmt::format("{}  {}\n", sha256_hex(part), heading);
    at = end;
  }
  return lines;
}

}  // namespace railshift::golden

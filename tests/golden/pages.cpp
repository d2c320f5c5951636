#include "tests/golden/pages.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "sim/core/input_file.hpp"

namespace fs = std::filesystem;

namespace railshift::golden {
namespace {

const fs::path kSource = RAILSHIFT_SOURCE_DIR;
const fs::path kPages = kSource / "tests" / "golden" / "pages";

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The first line in which two texts differ, from its first different byte on.
std::string difference(const std::string& approved, const std::string& now) {
  const std::vector<std::string> was = lines_of(approved), is = lines_of(now);
  const std::size_t n = std::min(was.size(), is.size());
  for (std::size_t i = 0; i < n; ++i)
    if (was[i] != is[i]) return fmt::format("line {}\n  approved: {}\n  now:      {}", i + 1, was[i], is[i]);
  return fmt::format("{} lines approved, {} now", was.size(), is.size());
}

bool approving() {
  const char* value = std::getenv("RAILSHIFT_APPROVE");
  return value != nullptr && std::string(value) == "1";
}

}  // namespace

void check_page(const std::string& name, const std::string& text, const cli::Scratch& scratch) {
  const std::string now = with(with(text, scratch.path().string(), "SCRATCH"), kSource.string(), "SOURCE");
  const fs::path file = kPages / name;
  if (approving()) {
    fs::create_directories(kPages);
    std::ofstream(file, std::ios::binary) << now;
    FAIL_CHECK("tests/golden/pages/" << name << " was rewritten; look at the difference and run again without RAILSHIFT_APPROVE");
    return;
  }
  const std::string approved = fs::exists(file) ? cli::text_of(file) : std::string();
  INFO(difference(approved, now));
  const bool as_approved = approved == now;
  CHECK(as_approved);
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

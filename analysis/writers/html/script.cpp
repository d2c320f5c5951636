#include "analysis/writers/html/script.hpp"

#include <array>
#include <cstdint>

#include "sim/core/input_file.hpp"

// Of the assembler file that CMake writes beside the library.
extern "C" const char railshift_report_script_begin[];
extern "C" const char railshift_report_script_end[];

namespace railshift::analysis::writers::html {
namespace {

unsigned of_hex(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

/// Base64 of bytes that are given as pairs of hexadecimal digits.
std::string base64_of_hex(const std::string& hex) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 6) {
    const std::string three = hex.substr(at, 6);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 4U | (i < three.size() ? of_hex(three[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) {
      const bool filled = i * 6 < three.size() * 4;
      out += filled ? kDigits[bits >> (18U - 6U * i) & 63U] : '=';
    }
  }
  return out;
}

}  // namespace

std::string_view page_script() {
  return {railshift_report_script_begin, static_cast<std::size_t>(railshift_report_script_end - railshift_report_script_begin)};
}

std::string page_script_source() { return "'sha256-" + base64_of_hex(sha256_hex(page_script())) + "'"; }

}  // namespace railshift::analysis::writers::html

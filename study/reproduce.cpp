#include "study/reproduce.hpp"

#include <string_view>

#include <fmt/format.h>

#include "sim/core/both.hpp"
#include "study/version.hpp"

namespace railshift::study {
namespace {

constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./=:,@%+-";

std::string with_option(const std::string& name, const std::string& value) {
  return value.empty() ? "" : " --" + name + " " + shell_quoted(value);
}

/// Layer, variant, settings, seed and end: what every command that simulates can be asked for.
std::string common_options(const Request& request) {
  std::string line = with_option("variant", request.variant);
  for (const auto& [path, value] : request.set) line += with_option("set", fmt::format("{}={}", path, value));
  if (request.seed) line += with_option("seed", std::to_string(*request.seed));
  return line;
}

}  // namespace

std::string shell_quoted(const std::string& word) {
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string hash_line(const std::string& hash, const std::string& name) { return hash + "  " + name + "\n"; }

std::string run_command_line(const Request& request) {
  std::string line = "railshift run " + shell_quoted(request.scenario.string()) +
                     with_option("layer", std::string(to_text(request.layer))) + common_options(request);
  if (request.mover == Mover::months) line += " --engine months";
  if (request.replications) line += with_option("replications", std::to_string(*request.replications));
  return line + with_option("until", request.until) + with_option("lang", request.language == Language::zh ? "zh" : "en");
}

std::string assess_command_line(const Request& request) {
  std::string line = "railshift assess " + shell_quoted(request.scenario.string()) + common_options(request);
  if (request.depth == Depth::quick) line += " --quick";
  if (const MemberDesign usual; request.design != usual)
    line += fmt::format(" --members {} --full {}", request.design.members, request.design.full);
  return line + with_option("until", request.until) + with_option("lang", request.language == Language::zh ? "zh" : "en");
}

Words how_to_reproduce(const std::string& command_line, const RunJob& run, const ChildRecord& record) {
  const Words of_inputs{"输入文件的 SHA-256（相对于情景目录）", "SHA-256 of the inputs (paths from the scenario's folder)"};
  const Words of_tables{"方案结果表的 SHA-256（plan/run.gpkg）", "SHA-256 of the plan's result tables (plan/run.gpkg)"};
  std::string inputs, tables;
  for (const InputFile& file : *run.inputs) inputs += hash_line(file.sha256, file.path);
  for (const auto& [table, hash] : record.table_hashes) tables += hash_line(hash, table);
  return both("{}\n\nrailshift {}\n\n{}\n{}\n{}\n{}", "{}\n\nrailshift {}\n\n{}\n{}\n{}\n{}", command_line, kVersion, of_inputs, inputs,
              of_tables, tables);
}

}  // namespace railshift::study

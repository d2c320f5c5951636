#pragma once
/// The [[uncertainty]] sections of scenario.toml: which numbers move together, and how.
#include <string>
#include <vector>

#include "sim/scenario/fields/field.hpp"
#include "sim/scenario/uncertainty/law.hpp"

namespace railshift::scenario {

/// When a number is uncertain.
enum class Stage : std::uint8_t {
  base,  ///< an input of the base year: it has been so all along, and the base year is settled anew with it
  later  ///< what comes after: the base year is known and stays
};

/// A section as it is written.
struct UncertaintyRow {
  std::string id;
  std::string name_zh;
  std::string name_en;
  LawKind law = LawKind::triangular;
  LowHigh low_high = LowHigh::ends;
  std::vector<std::string> inputs;   ///< patterns of paths
  std::vector<std::string> against;  ///< patterns of paths that move the other way
  std::vector<std::string> where;    ///< column=pattern: only rows (or measures) that say so
  std::vector<double> values;        ///< of discrete: -1 low, 0 as given, 1 high
  std::vector<double> weights;
  Stage stage = Stage::base;
  Standing standing = Standing::assumed;
  std::string reason;
  std::string office_zh, office_en;  ///< that has the numbers
};

template <>
std::vector<Word> words_of<Stage>();

[[nodiscard]] Fields<UncertaintyRow> uncertainty_fields();
/// Sections that could be read; what is wrong in one by itself (unknown law, discrete without its list) is reported.
[[nodiscard]] std::vector<UncertaintyRow> read_uncertainty(const TomlNode& root, Decoder& decoder);

}  // namespace railshift::scenario

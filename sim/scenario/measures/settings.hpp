#pragma once
/// The [scenario] section and the measures of scenario.toml.
#include <functional>
#include <string>
#include <vector>

#include "sim/scenario/fields/field.hpp"

namespace railshift::scenario {

struct SettingsRow : Settings {
  std::string parameters = "../parameters";
  std::string encoding = "utf-8";
};
[[nodiscard]] Fields<SettingsRow> settings_fields();
/// Encodings that tables may have.
[[nodiscard]] std::vector<Word> encoding_words();
/// Reads and checks the section; keys that cannot be read keep their defaults.
[[nodiscard]] SettingsRow read_settings(const TomlNode& root, Decoder& decoder);

/// area_code must name an area in which the network has a station, if it has any: all others are left out of the city's tonnes.
void check_area(const TomlNode& root, const World& world, Decoder& decoder);

/// What all kinds of measures have.
struct MeasureHead {
  std::string id;
  std::string kind;
  Layer layer = Layer::plan;
  Date from;
  std::optional<Date> due;
  std::optional<Id<Clause>> clause;
  bool enabled = true;
};
[[nodiscard]] Fields<MeasureHead> measure_head_fields();

/// One kind of measure: its fields and how they are read.
struct MeasureKind {
  std::string kind;
  std::string zh;
  std::string en;
  std::vector<FieldInfo> fields;
  std::function<Instrument(const TomlNode&, Decoder&)> read;
};
[[nodiscard]] std::vector<MeasureKind> measure_kinds();

/// A decoded measure and whether it is switched on.
struct ReadMeasure {
  Measure measure;
  bool enabled = true;
};
[[nodiscard]] std::vector<ReadMeasure> read_measures(const TomlNode& root, Decoder& decoder);

}  // namespace railshift::scenario

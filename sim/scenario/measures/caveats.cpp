#include "sim/scenario/measures/caveats.hpp"

#include "sim/scenario/measures/toml_sections.hpp"

namespace railshift::scenario {

Fields<Caveat> caveat_fields() {
  return {
      field(&Caveat::id, id("id", "短板代码", "id")),
      field(&Caveat::text_zh, text("text_zh", "中文说明", "what the data cannot carry, in Chinese")),
      field(&Caveat::text_en, text("text_en", "英文说明", "the same in English")),
      field(&Caveat::concerns, word_list("concerns", "涉及指标", "metrics to read with it in mind; left out or empty: all").optional()),
      field(&Caveat::standing, word("standing", "数据性质", "what the numbers concerned rest on")),
      field(&Caveat::source, text("source", "依据", "where the shortcoming shows: tables, documents")),
  };
}

std::vector<Caveat> read_caveats(const TomlNode& root, Decoder& decoder) {
  return read_sections<Caveat>(root, {"caveat", {"数据短板", "caveats"}}, caveat_fields(), decoder);
}

}  // namespace railshift::scenario

#include "sim/scenario/records/reading/column_map.hpp"

#include <algorithm>

#include "sim/scenario/fields/cell.hpp"
#include "sim/scenario/records/reading/stated_unit.hpp"
#include "sim/scenario/records/reading/usual_columns.hpp"
#include "sim/scenario/toml/toml_reader.hpp"

namespace railshift::scenario {
namespace {

using Kind = TomlNode::Kind;

class MapReader {
 public:
  MapReader(ColumnMap& map, Problems& problems) : map_(map), problems_(problems), decoder_(none_, problems) {
    for (const RecordField& field : map.columns) names_.push_back(field.name);
  }

  void read(const TomlNode& root) {
    if (root.kind != Kind::table) return;
    report_unknown_keys(root, {"encoding", "time", "sheet", "unit", "columns", "words"}, decoder_);
    if (const TomlNode* encoding = text_at(root, "encoding")) {
      if (encoding->text != "utf-8" && encoding->text != "GB18030" && encoding->text != "GBK")
        wrong(*encoding, "encoding",
              {"写 utf-8、GB18030 或 GBK；UTF-16 凭字节顺序标记识别，不用写",
               "one of utf-8, GB18030, GBK; UTF-16 is known by its byte order mark"});
      map_.encoding = encoding->text;
    }
    if (const TomlNode* sheet = text_at(root, "sheet")) map_.sheet = sheet->text;
    if (const TomlNode* unit = text_at(root, "unit")) {
      if (!mass_unit(unit->text)) wrong(*unit, "unit", both("写 {}", "{}", mass_units()));
      map_.unit = unit->text;
    }
    if (const TomlNode* time = root.find("time")) map_.times = texts(*time, "time");
    if (const TomlNode* columns = table_at(root, "columns")) read_columns(*columns);
    if (const TomlNode* words = table_at(root, "words")) read_words(*words);
  }

 private:
  void wrong(const TomlNode& node, const std::string& key, const Words& accept) {
    problems_.add({node.place, both("{} 写的是“{}”", "{} is \"{}\"", key, node.text), {"列名对照表的写法", "a column map"}, accept});
  }

  const TomlNode* text_at(const TomlNode& table, const std::string& key) {
    const TomlNode* node = table.find(key);
    if (node == nullptr || node->kind == Kind::damaged) return nullptr;
    if (node->kind == Kind::text) return node;
    wrong(*node, key, {"把文字写在引号内", "a text in quotes"});
    return nullptr;
  }

  const TomlNode* table_at(const TomlNode& table, const std::string& key) {
    const TomlNode* node = table.find(key);
    if (node == nullptr || node->kind == Kind::damaged) return nullptr;
    if (node->kind == Kind::table) return node;
    wrong(*node, key, both("写成一节：[{}]", "a section [{}]", key));
    return nullptr;
  }

  std::vector<std::string> texts(const TomlNode& node, const std::string& key) {
    std::vector<std::string> out;
    if (node.kind == Kind::text) out.push_back(node.text);
    for (const TomlNode& item : node.items) {
      if (item.kind == Kind::text) out.push_back(item.text);
    }
    if (out.empty() || (node.kind == Kind::list && out.size() != node.items.size()))
      wrong(node, key, {"写引号内的文字，或由其组成的列表", "a text in quotes, or a list of texts"});
    return out;
  }

  void read_columns(const TomlNode& columns) {
    report_unknown_keys(columns, names_, decoder_);
    for (RecordField& field : map_.columns) {
      const TomlNode* node = columns.find(field.name);
      if (node == nullptr) continue;
      field.headings = texts(*node, field.name);
      field.or_else.clear();
    }
  }

  void read_words(const TomlNode& words) {
    report_unknown_keys(words, names_, decoder_);
    for (const std::string& name : names_) {
      const TomlNode* field = words.find(name) == nullptr ? nullptr : table_at(words, name);
      if (field == nullptr) continue;
      for (const TomlMember& word : field->members) {
        if (word.value.kind == Kind::text)
          map_.words[name][word.key] = word.value.text;
        else
          wrong(word.value, word.key, {"写引号内的文字：情景中的词或代码", "a text in quotes: the word or id of the scenario"});
      }
    }
  }

  ColumnMap& map_;
  Problems& problems_;
  KeyBook none_;
  Decoder decoder_;
  std::vector<std::string> names_;
};

}  // namespace

const std::string& ColumnMap::meaning(const std::string& field, const std::string& word) const {
  const auto book = words.find(field);
  if (book == words.end()) return word;
  const auto at = book->second.find(word);
  return at == book->second.end() ? word : at->second;
}

ColumnMap read_column_map(std::string_view text, const std::string& file, RecordKind kind, Problems& problems) {
  ColumnMap map = usual_columns(kind);
  MapReader(map, problems).read(read_toml(text, file, problems));
  return map;
}

}  // namespace railshift::scenario

#include "sim/scenario/toml/toml_node.hpp"

#include <algorithm>
#include <utility>

namespace railshift::scenario {

bool TomlNode::has_damage() const {
  return kind == Kind::damaged || incomplete ||
         std::any_of(items.begin(), items.end(), [](const TomlNode& item) { return item.has_damage(); }) ||
         std::any_of(members.begin(), members.end(), [](const TomlMember& member) { return member.value.has_damage(); });
}

const TomlNode* TomlNode::find(std::string_view key) const {
  for (const TomlMember& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Place TomlNode::place_of(std::string_view key) const {
  const TomlNode* node = find(key);
  return node == nullptr ? place : node->place;
}

TomlNode* TomlNode::find(std::string_view key) { return const_cast<TomlNode*>(std::as_const(*this).find(key)); }

}  // namespace railshift::scenario

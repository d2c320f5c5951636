#include "sim/scenario/toml/toml_node.hpp"

#include <utility>

namespace railshift::scenario {

const TomlNode* TomlNode::find(std::string_view key) const {
  for (const TomlMember& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

TomlNode* TomlNode::find(std::string_view key) { return const_cast<TomlNode*>(std::as_const(*this).find(key)); }

}  // namespace railshift::scenario

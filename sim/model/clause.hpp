#pragma once
/// Clauses of a document, and how strongly they are worded.
#include <cstdint>
#include <string>
#include <string_view>

namespace railshift {

/// 措辞力度 - force of the wording of a clause.
enum class Force : std::uint8_t {
  must,          ///< 达到, 完成, 清零
  strive,        ///< 力争
  about,         ///< 左右
  stable,        ///< 保持稳定
  in_principle,  ///< 原则上
  basically,     ///< 基本
  encourage      ///< 鼓励, 推动, 加快
};
[[nodiscard]] std::string_view to_text(Force f);

struct Clause {
  std::string id;  ///< TY-11
  std::string document;
  std::string item;  ///< 三-12-2
  std::string quote;
  Force force = Force::must;
  std::string offices;
  friend bool operator==(const Clause&, const Clause&) = default;
};

}  // namespace railshift

#pragma once
/// Clauses of a document, how strongly they are worded, and what the simulation does with them.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// 落实情况 - what becomes of a clause in this scenario.
enum class ClauseStatus : std::uint8_t {
  simulated,     ///< its whole order acts in the run: by a measure, or by rows of the tables
  data,          ///< what it says stands in the tables, without an order of its own
  judged_only,   ///< a target is judged by it, nothing orders it
  in_part,       ///< some of what it says acts, the reason says what does not
  context,       ///< nothing that freight could do or that a run could show: an aim, a duty to report
  not_simulated  ///< freight is concerned, the model has nothing for it
};
[[nodiscard]] std::string_view to_text(ClauseStatus s);

struct Clause {
  std::string id;  ///< TY-11
  std::string document;
  std::string item;  ///< 三-12-2
  std::string quote;
  Force force = Force::must;
  std::string offices;
  std::optional<ClauseStatus> status{};
  std::string status_reason{};  ///< in the language of the quote
  std::string carried_by{};     ///< table:id;measure:id - rows, and measures of other clauses, that carry it too
  friend bool operator==(const Clause&, const Clause&) = default;
};

/// A row that carries a clause: table and id, "measure" for a measure.
struct Carrier {
  std::string table;
  std::string id;
  friend bool operator==(const Carrier&, const Carrier&) = default;
};
/// `table:id;table:id`; an empty piece, or one without a colon, has an empty table.
[[nodiscard]] std::vector<Carrier> carriers_of(const std::string& text);

}  // namespace railshift

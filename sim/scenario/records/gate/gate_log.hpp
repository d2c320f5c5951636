#pragma once
/// 门禁 log: rows as passages.
#include <functional>
#include <optional>
#include <string>

#include "sim/scenario/records/gate/passage.hpp"
#include "sim/scenario/records/record_form.hpp"

namespace railshift::scenario {

/// What a row that is not a passage, or not all of one, may have been.
struct UnreadPassage {
  int line = 0;
  std::optional<Id<Site>> site;
  std::optional<int> year;
};
struct GateUse {
  UsePassage passage;
  std::function<void(const UnreadPassage&)> unread;        ///< a row that cannot be taken
  std::function<void(const UnreadPassage&)> unread_truck;  ///< of a passage that was taken: its standard, fuel, size or owner
};

/// Reads a gate log. Rows that cannot be taken become misfits with the reason. A log without a column for the site is that of
/// `answers.site`, or of the one site whose name stands above the headings.
[[nodiscard]] ReadRecord read_gate_log(const World& world, const RecordForm& form, const Answers& answers, Problems& problems,
                                       const GateUse& use);

/// Rows that read_gate_log reads back with the usual columns. Each has a number of its own, so that two equal passages stay two.
[[nodiscard]] std::string gate_log_header();
[[nodiscard]] std::string gate_log_row(const World& world, const Passage& passage, std::int64_t number);

}  // namespace railshift::scenario

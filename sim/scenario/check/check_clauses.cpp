#include "sim/scenario/check/check_clauses.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

/// What the scenario has of one clause.
struct Held {
  std::vector<std::string> measures;  ///< that name it, or carry it
  std::vector<std::string> rows;      ///< of tables
  std::vector<std::string> targets;
};

/// Asks of one clause after the other.
class ClauseCheck {
 public:
  ClauseCheck(const Sources& sources, const std::vector<ClauseOrder>& orders, Decoder& decoder)
      : s_(sources), table_(sources.raw.at("clauses")), decoder_(decoder) {
    for (const ClauseOrder& order : orders) {
      measures_.insert(order.measure);
      if (order.clause) held_[order.clause->index].measures.push_back(order.measure);
    }
    for (const Target& target : s_.world.targets) held_[target.clause.index].targets.push_back(target.id);
  }

  void check(const ReadRow<Clause>& read) {
    raw_ = read.raw;
    const auto id = s_.world.clauses.find(raw_->id);
    const std::size_t before = decoder_.problems();
    if (!read.row.status)
      return say("status", shown(table_, *raw_, "status"),
                 {"写了一个条款的落实情况，每个条款就都要写", "where one clause has a status, every clause has one"}, statuses());
    if (read.row.status_reason.empty())
      return say("status_reason", shown(table_, *raw_, "status_reason"), {"落实情况要有说明", "a status has its reason"},
                 {"写明模拟了什么、没有模拟什么，为什么", "write what is simulated, what is not, and why"});
    Held held = id ? held_[id->index] : Held{};
    for (const Carrier& carrier : carriers_of(read.row.carried_by)) add(carrier, held);
    if (decoder_.problems() == before) fits(*read.row.status, held);
  }

 private:
  void say(const char* column, const Words& found, const Words& rule, const Words& accept) {
    decoder_.problem(table_.cell(*raw_, column).place, found, rule, accept);
  }
  [[nodiscard]] static Words statuses() { return both("写 {} 之一", "write one of {}", word_text(words_of<ClauseStatus>())); }

  void add(const Carrier& carrier, Held& held) {
    const Words found = both("{} 中的“{}:{}”不存在", "{} names \"{}:{}\", which is not there", column_words(table_, "carried_by"),
                             carrier.table, carrier.id);
    const Words rule{"承载写成 表:代码，多项用分号隔开；措施写 measure:代码",
                     "carriers are table:id, parted by semicolons; a measure is measure:id"};
    if (carrier.table == "measure") {
      const std::vector<std::string> all(measures_.begin(), measures_.end());
      if (measures_.count(carrier.id) > 0) return held.measures.push_back(carrier.id);
      return say("carried_by", found, rule,
                 hint(carrier.id, all, {"写一项基准或方案措施的代码", "write the id of a measure of baseline or plan"}));
    }
    const auto table = s_.raw.find(carrier.table);
    if (table == s_.raw.end() || carrier.table == table_.spec.name) {
      std::vector<std::string> names{"measure"};
      for (const auto& [name, raw] : s_.raw) names.push_back(name);
      return say("carried_by", found, rule,
                 hint(carrier.table, names, {"写一个表的名字，不带 .csv", "write the name of a table, without .csv"}));
    }
    if (decoder_.keys().rank(carrier.table, carrier.id)) return held.rows.push_back(carrier.table + ":" + carrier.id);
    if (!decoder_.keys().knows(carrier.table)) return;
    say("carried_by", found, rule,
        hint(carrier.id, decoder_.keys().ids(carrier.table), both("写 {} 表中的代码", "write an id of {}", carrier.table)));
  }

  void contradicted(ClauseStatus status, const Words& by, const Words& accept) {
    say("status",
        both("条款 {} 的 {} 是 {}，而{}", "clause {} has {} {}, but {}", raw_->id, column_words(table_, "status"), word_words(status), by),
        {"落实情况要与措施、数据和目标相符", "a status agrees with measures, rows and targets"}, accept);
  }

  void fits(ClauseStatus status, const Held& held) {
    const Words ordered = both("措施 {} 执行它", "measure {} carries it out", fmt::format("{}", fmt::join(held.measures, ", ")));
    const Words in_rows = both("{} 承载它", "{} carries it", fmt::format("{}", fmt::join(held.rows, ", ")));
    const Words judged = both("目标 {} 评判它", "target {} is judged by it", fmt::format("{}", fmt::join(held.targets, ", ")));
    const Words acting{"写 simulated（已模拟）或 in_part（部分模拟）", "write simulated or in_part"};
    const Words none{"没有措施，也没有数据承载它", "no measure and no row carries it"};
    const Words carry{"在措施中写 clause，或在 carried_by 写明承载它的行或措施，或改落实情况",
                      "name the clause in a measure, or what carries it in carried_by, or write another status"};
    switch (status) {
      case ClauseStatus::simulated:
      case ClauseStatus::in_part:
        if (held.measures.empty() && held.rows.empty()) contradicted(status, none, carry);
        return;
      case ClauseStatus::data:
        if (!held.measures.empty()) return contradicted(status, ordered, acting);
        if (held.rows.empty())
          contradicted(status, none,
                       {"在 carried_by 写明数据在哪个表的哪一行", "write in carried_by in which row of which table it stands"});
        return;
      case ClauseStatus::judged_only:
        if (!held.measures.empty()) return contradicted(status, ordered, acting);
        if (!held.rows.empty())
          return contradicted(status, in_rows,
                              {"写 data（已入数据）、simulated（已模拟）或 in_part（部分模拟）", "write data, simulated or in_part"});
        if (held.targets.empty())
          contradicted(status, {"没有目标评判它", "no target is judged by it"},
                       {"补一个目标，或改落实情况", "add a target, or write another status"});
        return;
      case ClauseStatus::context:
      case ClauseStatus::not_simulated:
        if (!held.measures.empty()) return contradicted(status, ordered, acting);
        if (!held.rows.empty())
          return contradicted(status, in_rows, {"写 data（已入数据）或 in_part（部分模拟）", "write data or in_part"});
        if (!held.targets.empty()) contradicted(status, judged, {"写 judged_only（只评判）", "write judged_only"});
        return;
    }
  }

  const Sources& s_;
  const RawTable& table_;
  Decoder& decoder_;
  const RawRow* raw_ = nullptr;
  std::set<std::string> measures_;
  std::map<std::uint32_t, Held> held_;  ///< by clause
};

/// A column that somebody filled in.
bool speaks_of_status(const Clause& clause) { return clause.status || !clause.status_reason.empty() || !clause.carried_by.empty(); }

}  // namespace

void check_clauses(const Sources& s, const std::vector<ClauseOrder>& orders, Decoder& decoder) {
  const auto& rows = s.rows.clauses;
  if (std::none_of(rows.begin(), rows.end(), [](const auto& read) { return speaks_of_status(read.row); })) return;
  ClauseCheck check(s, orders, decoder);
  for (const ReadRow<Clause>& read : rows) check.check(read);
}

}  // namespace railshift::scenario

#include "sim/scenario/records/reading/record_rows.hpp"

#include <algorithm>
#include <set>

#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/records/reading/repeated_rows.hpp"
#include "sim/scenario/records/reading/row_sums.hpp"
#include "sim/scenario/records/reading/usual_stamps.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

std::vector<std::string> texts_of(const CsvRow& row) {
  std::vector<std::string> out;
  for (const CsvCell& cell : row.cells) out.push_back(trimmed(cell.text));
  return out;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) out += compact(cell);
  return out;
}

/// 注：..., 制表人：...: a line for people, without a number.
bool is_remark(const std::vector<std::string>& cells) {
  const auto first = std::find_if(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); });
  const std::string text = compact(*first);
  const auto begins = [&](std::string_view word) { return text.starts_with(word); };
  const bool word = begins("注:") || begins("注1") || begins("备注") || begins("说明") || begins("制表") || begins("填表") ||
                    begins("审核") || begins("复核") || begins("数据来源") || begins("数据截至") || begins("来源") || begins("单位:") ||
                    begins("打印") || begins("note") || begins("source:");
  return word && std::none_of(cells.begin(), cells.end(), [](const std::string& c) { return plain_number(c).has_value(); });
}

/// The rows of one record, one after the other.
class Reading {
 public:
  Reading(const RecordSource& source, const ColumnMap& map, Repeats repeats, Problems& problems,
          const std::function<void(const RecordRow&)>& use, const std::function<void(int)>& unread)
      : source_(source), map_(map), repeats_(repeats), problems_(problems), use_(use), unread_(unread), before_(problems.size()) {}

  ReadRecord run() {
    source_.each_row(problems_, [this](const CsvRow& row) {
      if (record_) return take(row);
      top_.push_back(row);
      if (top_.size() == kTopRows) begin();
    });
    if (!record_ && !top_.empty()) begin();
    finish();
    return std::move(out_);
  }

 private:
  void begin() {
    out_.layout = layout_of(top_, source_.file, map_, problems_);
    if (source_.sheet) out_.sheet = source_.sheet->name;
    if (source_.sheet && source_.sheet->merged > 0)
      out_.notes.push_back(both("工作表“{1}”有 {0} 处合并单元格：其内容适用于所覆盖的每一行",
                                "{0} merged cells of sheet {1}: what they say holds for every row that they cover", source_.sheet->merged,
                                source_.sheet->name));
    const Layout& layout = out_.layout;
    for (std::size_t f = 0; f < map_.columns.size(); ++f) {
      const RecordField& field = map_.columns[f];
      if (!layout.has(f)) continue;
      if (field.role == Role::key) keys_.push_back(f);
      if (field.role == Role::amount && layout.months.empty()) amounts_.emplace_back(layout.at[f], RowSums{});
    }
    std::sort(keys_.begin(), keys_.end(), [&](std::size_t a, std::size_t b) { return layout.at[a] < layout.at[b]; });
    for (const MonthColumn& month : layout.months) amounts_.emplace_back(month.column, RowSums{});
    name_other_columns();
    record_.emplace(map_, layout);
    above_.assign(map_.columns.size(), "");
    for (const CsvRow& row : top_) {
      if (row.line > layout.line) continue;
      const std::vector<std::string> cells = texts_of(row);
      begins_.insert(cells.front());
      if (row.line == layout.line)
        heading_ = joined(cells);
      else
        titles_.insert(joined(cells));
    }
    for (const CsvRow& row : top_) {
      if (row.line > layout.line) take(row);
    }
    top_.clear();
  }

  void name_other_columns() {
    std::set<int> used(out_.layout.at.begin(), out_.layout.at.end());
    for (const MonthColumn& month : out_.layout.months) used.insert(month.column);
    if (out_.layout.row_total) used.insert(*out_.layout.row_total);
    for (std::size_t c = 0; c < out_.layout.headings.size(); ++c) {
      const std::string& heading = out_.layout.headings[c];
      if (used.count(static_cast<int>(c)) == 0 && !heading.empty() && !out_.layout.marks[c]) out_.other_columns.push_back(heading);
    }
  }

  void take(const CsvRow& row) {
    if (problems_.size() > before_) return;
    std::vector<std::string> cells = texts_of(row);
    if (std::all_of(cells.begin(), cells.end(), [](const std::string& c) { return c.empty(); })) return;
    if (is_remark(cells)) return remarks_.add(row.line);
    if (begins_.count(cells.front()) != 0) {
      const std::string whole = joined(cells);
      if (whole == heading_ || titles_.count(whole) != 0) return headings_again_.add(row.line);
    }
    const std::size_t width = out_.layout.width();
    while (cells.size() > width && cells.back().empty()) cells.pop_back();
    if (cells.size() == width) {
      if (const auto level = total_level(cells)) return check_total(cells, *level, row);
    }
    ++out_.rows;
    if (cells.size() != width) {
      out_.misfits.add({both("该行有 {} 个单元格，表头有 {} 列", "the row has {} cells, the header {}", cells.size(), width),
                        {"单元格个数要与表头列数相同", "as many cells as headings"},
                        1,
                        true},
                       row.line);
      return unread_(row.line);
    }
    take_data(row, std::move(cells));
  }

  void take_data(const CsvRow& row, std::vector<std::string> cells) {
    record_->take(row, cells);
    if (record_->carry(above_)) {
      carried_.add(row.line);
      for (const std::size_t f : keys_) cells[column(f)] = record_->cells()[f];
    }
    for (const std::size_t f : keys_) above_[f] = record_->cells()[f];
    if (stands_already(cells, row.line)) return;
    const auto keys = keys_of(cells);
    for (auto& [at, sums] : amounts_) sums.add(keys, cells[static_cast<std::size_t>(at)]);
    if (out_.layout.months.empty()) return use_(*record_);
    check_row_total(cells, row);
    for (const MonthColumn& month : out_.layout.months) {
      record_->stand_for(month, cells[static_cast<std::size_t>(month.column)]);
      use_(*record_);
    }
  }

  [[nodiscard]] std::size_t column(std::size_t field) const { return static_cast<std::size_t>(out_.layout.at[field]); }

  [[nodiscard]] std::vector<std::string> keys_of(const std::vector<std::string>& cells) const {
    std::vector<std::string> out;
    for (const std::size_t f : keys_) out.push_back(cells[column(f)]);
    return out;
  }

  /// Whether the row is to be left out because it was counted.
  bool stands_already(const std::vector<std::string>& cells, int line) {
    if (repeats_ == Repeats::distinct || !seen_.seen(cells)) return false;
    if (has_mark(cells)) {
      once_.add(line);
      return true;
    }
    equal_.add(line);
    return repeats_ != Repeats::add;
  }

  /// A plate, a slip number or a time to the second.
  [[nodiscard]] bool has_mark(const std::vector<std::string>& cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (out_.layout.marks[c] && !is_blank(cells[c])) return true;
    }
    for (std::size_t f = 0; f < map_.columns.size(); ++f) {
      if (!map_.columns[f].name.starts_with("time") || !out_.layout.has(f)) continue;
      const auto stamp = usual_stamp(cells[column(f)]);
      if (stamp && stamp->to_second) return true;
    }
    return false;
  }

  /// At which key a row says that it is a total; 0 if it says so elsewhere.
  [[nodiscard]] std::optional<std::size_t> total_level(const std::vector<std::string>& cells) const {
    for (std::size_t k = 0; k < keys_.size(); ++k) {
      if (is_total_word(cells[column(keys_[k])])) return k;
    }
    const auto first = std::find_if(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); });
    return is_total_word(*first) ? std::optional<std::size_t>(0) : std::nullopt;
  }

  void check_total(const std::vector<std::string>& cells, std::size_t level, const CsvRow& row) {
    std::vector<std::string> keys = keys_of(cells);
    for (std::size_t k = 0; k < std::min(level, keys.size()); ++k) {
      if (keys[k].empty()) keys[k] = above_[keys_[k]];
    }
    const std::string word = level < keys.size() && !keys[level].empty() ? keys[level] : "合计";
    if (is_part_of_year(word)) return parts_of_year_.add(row.line);
    for (auto& [at, sums] : amounts_) {
      const std::string& text = cells[static_cast<std::size_t>(at)];
      const auto said = plain_number(text);
      if (said && !sums.unknown()) {
        if (const auto sum = sums.differs(keys, level, *said, decimals_of(text))) report_total(word, *said, *sum, row, at);
        totals_.add(row.line);
      }
      sums.total_seen();
    }
    for (std::size_t k = level; k < keys_.size(); ++k) above_[keys_[k]].clear();
  }

  void report_total(const std::string& word, double said, double sum, const CsvRow& row, int at) {
    late_.add({source_.place(row.line, row.cells[static_cast<std::size_t>(at)].column),
               both("“{}”写的是 {}，所合计的各数之和为 {}", "{} says {}, the rows it stands for add up to {}", word, plain_decimal(said),
                    plain_decimal(sum)),
               {"合计等于各数之和", "a total is the sum of its rows"},
               {"改正合计或各数，或删去合计", "correct the total or the rows, or delete the total"}});
  }

  /// 全年 beside the months; rows with a month that is not there yet are left alone.
  void check_row_total(const std::vector<std::string>& cells, const CsvRow& row) {
    if (!out_.layout.row_total) return;
    const std::string& text = cells[static_cast<std::size_t>(*out_.layout.row_total)];
    const auto said = plain_number(text);
    RowSums sum;
    for (const MonthColumn& month : out_.layout.months) sum.add({}, cells[static_cast<std::size_t>(month.column)]);
    if (!said || sum.unknown()) return;
    if (const auto differs = sum.differs({}, 0, *said, decimals_of(text)))
      report_total(out_.layout.headings[static_cast<std::size_t>(*out_.layout.row_total)], *said, *differs, row, *out_.layout.row_total);
  }

  void finish() {
    for (const Problem& problem : late_.sorted()) problems_.add(problem);
    note(carried_,
         {"左侧的空格（合并单元格留下的）按上一行的内容读", "blank cells at the left, as merged cells leave them, read as the row above"});
    note(totals_, {"合计行，已与上面各行核对，不计入", "totals, compared with the rows above and not added"});
    note(parts_of_year_, {"季度或半年的合计，不计入", "sums of a quarter or half a year, not added"});
    note(once_, {"各格与上面某行都相同，且有车牌、单号或精确到秒的时间：只算一次",
                 "equal to a row above in all cells, with a plate, a slip number or a time to the second: counted once"});
    note(remarks_, {"备注，未读", "a remark, not read"});
    note(headings_again_, {"再次出现的标题或表头，未读", "title or headings again, not read"});
    if (repeats_ == Repeats::once)
      note(equal_, {"各格与上面某行都相同：按 --repeats 只算一次", "equal to a row above in all cells: counted once, as --repeats says"});
    else if (repeats_ == Repeats::add)
      note(equal_, {"各格与上面某行都相同：按 --repeats 相加", "equal to a row above in all cells: added, as --repeats says"});
    else if (equal_.count() > 0)
      ask_repeats();
  }

  void note(const LineRanges& lines, const Words& what) {
    if (lines.count() > 0)
      out_.notes.push_back(both("第 {1} 行：{2}", "{0} {1}: {2}", lines.count() == 1 ? "row" : "rows", lines.text(), what));
  }

  void ask_repeats() {
    const Words rows = equal_.count() == 1 ? Words{"该行", "a row that is"} : both("第 {} 行", "rows {} are", equal_.text());
    problems_.add({source_.place(equal_.first(), 1),
                   both("{}各格与上面某行都相同，又没有车牌、单号或精确到秒的时间可以区分",
                        "{} equal to a row above in all cells, and no plate, slip number or time to the second tells them apart", rows),
                   {"重复登记的只算一次；只是看起来一样的两件事算两件",
                    "what stands twice by mistake is counted once, two things that look alike are two"},
                   {"--repeats once 只算一次，--repeats add 相加", "--repeats once counts them once, --repeats add adds them"}});
  }

  const RecordSource& source_;
  const ColumnMap& map_;
  Repeats repeats_;
  Problems& problems_;
  const std::function<void(const RecordRow&)>& use_;
  const std::function<void(int)>& unread_;
  std::size_t before_;
  ReadRecord out_;
  std::vector<CsvRow> top_;
  std::optional<RecordRow> record_;
  std::vector<std::size_t> keys_;                 ///< fields, from left to right
  std::vector<std::pair<int, RowSums>> amounts_;  ///< by column
  std::vector<std::string> above_;                ///< keys of the row above, by field
  std::set<std::string> titles_;
  std::set<std::string> begins_;  ///< first cells of the headings and of what stands above them
  std::string heading_;
  RepeatedRows seen_;
  Problems late_;
  LineRanges carried_, totals_, parts_of_year_, once_, equal_, remarks_, headings_again_;
};

}  // namespace

ReadRecord read_record(const RecordSource& source, const ColumnMap& map, Repeats repeats, Problems& problems,
                       const std::function<void(const RecordRow&)>& use, const std::function<void(int)>& unread) {
  return Reading(source, map, repeats, problems, use, unread).run();
}

}  // namespace railshift::scenario

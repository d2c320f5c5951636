/// Conclusions by target, and the table of targets with all that a verdict says. Outcomes are words with a look, never colour alone.
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "analysis/judge/coverage.hpp"
#include "analysis/judge/unserved.hpp"
#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Run;

/// Clauses in their main reading, or the other readings of one.
std::vector<const Verdict*> verdicts_in(const Page& page, const std::string& main) {
  std::vector<const Verdict*> some;
  for (const Verdict& v : page.input().verdicts) {
    if (v.reading_of == main) some.push_back(&v);
  }
  return some;
}

/// How many rows of verdicts.csv stand so, with the word before the number.
Line counted(Page& page, const std::string& main, const char* column, std::string_view key, const Run& called, int number) {
  const std::string id = fmt::format("targets:{}:{}", main.empty() ? "main" : main, key);
  Line line{called, text(" ")};
  line.push_back(page.count(id, static_cast<std::size_t>(number),
                            {"verdicts.csv", {{"reading_of", main}, {column, std::string(key)}}, "", "rows", {}}));
  return line;
}

/// In this order they are counted.
constexpr std::array<Status, 8> kBestFirst{Status::on_track,   Status::if_executed,         Status::late,
                                           Status::missed,     Status::impossible_capacity, Status::impossible_reading,
                                           Status::cannot_say, Status::not_testable};

/// How the main targets, or the other readings of one, stand: by status, without an assessment by outcome.
Line counts(Page& page, const std::string& main) {
  std::map<Outcome, int> outcomes;
  std::map<Status, int> statuses;
  for (const Verdict* v : verdicts_in(page, main)) {
    ++outcomes[v->outcome];
    if (v->status) ++statuses[*v->status];
  }
  std::vector<Line> parts;
  for (const Status status : kBestFirst) {
    const auto number = statuses.find(status);
    if (number != statuses.end())
      parts.push_back(counted(page, main, "status", to_text(status), text(word(status, page.language()), look_of(status)), number->second));
  }
  if (!statuses.empty()) return joined(parts, page.comma());
  for (const auto& [outcome, number] : outcomes)
    parts.push_back(counted(page, main, "outcome", to_text(outcome), text(word(outcome, page.language()), look_of(outcome)), number));
  return joined(parts, page.comma());
}

/// How many clauses of the plan are simulated, judged only, or neither.
Blocks clause_counts(Page& page) {
  std::vector<Line> parts;
  for (const auto& [status, number] : count_by_status(coverage_of(page.world()))) {
    const std::string key{status ? to_text(*status) : std::string_view{}};
    Line part{text(word_of("clause_status", status ? key : "none", page.language()) + " ")};
    part.push_back(page.count("clauses:" + key, static_cast<std::size_t>(number),
                              {page.input_file("clauses.csv"), {{"status", key}}, "", "rows", {}}));
    parts.push_back(std::move(part));
  }
  if (parts.empty()) return {};
  return {paragraph(page.sentence("summary.clauses", {page.count("clauses", page.world().clauses.size(),
                                                                 {page.input_file("clauses.csv"), {}, "", "rows", {}})})),
          document::List{{document::Lines{joined(parts, page.comma())}}}};
}

/// Which columns a result can fill.
struct Shown {
  bool assessed = false, chances = false;
};

Shown shown(const Page& page) {
  Shown columns;
  for (const Verdict& v : page.input().verdicts) columns.assessed = columns.assessed || v.status;
  columns.chances = page.input().chances && !page.input().chances->groups.empty();
  return columns;
}

std::vector<document::Column> short_columns(const Page& page, Shown shown) {
  std::vector<document::Column> columns{words(page.word("target"), 2.6), numbers(page.word("asked"), 1.4),
                                        numbers(page.word("measured"), 1.1)};
  if (shown.assessed) {
    columns.push_back(numbers(page.word("value_executed"), 1.1));
    columns.push_back(numbers(page.word("ceiling.capacity"), 1.1));
  }
  if (shown.chances) columns.push_back(numbers(page.word("chance"), 1.1));
  columns.push_back(words(page.word("judged"), 1.5));
  return columns;
}

Cell short_name(Page& page, const Verdict& v) {
  Cell cell{strong(page.target_name(v.target))};
  if (!v.reading.empty())
    cell.below(small(page.word("reading.main") + (page.language() == Language::zh ? "：" : ": ") + v.reading.in(page.language())));
  Line takes = what_it_takes(page, v.target);
  for (Run& run : takes) run.look = document::Look::small;
  cell.below(std::move(takes));
  if (!verdicts_in(page, v.target).empty()) {
    Line others{small(fmt::format(fmt::runtime(page.word("readings.counted")), verdicts_in(page, v.target).size()) +
                      (page.language() == Language::zh ? "：" : ": "))};
    const Line how = counts(page, v.target);
    others.insert(others.end(), how.begin(), how.end());
    cell.below(std::move(others));
  }
  return cell;
}

void add_short(Page& page, const Verdict& v, Shown shown, TableRows& table) {
  std::vector<Cell> cells{short_name(page, v), Cell(demand(page, v)).below(text(to_string(v.due))), page.of_verdict(v, "value")};
  if (shown.assessed) {
    cells.emplace_back(page.of_verdict(v, "value_executed"));
    cells.emplace_back(page.of_verdict(v, "ceiling_capacity"));
  }
  if (shown.chances) cells.emplace_back(chance_of(page, v.target));
  cells.push_back(Cell(judged(page, v)).below(margin(page, v)));
  table.row(std::move(cells));
}

/// A line of a cell: what it is, and the figure.
void add_figure(Page& page, const Verdict& v, const char* key, const char* column, Cell& cell) {
  const Run figure = page.of_verdict(v, column);
  cell.below(Line{small(page.word(key) + " "), figure});
}

Cell measured_cell(Page& page, const Verdict& v) {
  Cell cell{page.of_verdict(v, "value")};
  if (v.low && v.high && *v.low != *v.high)
    cell.below(Line{small(page.word("interval") + " "), page.of_verdict(v, "low"), text(" … "), page.of_verdict(v, "high")});
  if (v.n > 0) cell.below(small(runs_word(v.n, page.language())));
  if (v.value_executed) add_figure(page, v, "value_executed", "value_executed", cell);
  if (v.ceiling) add_figure(page, v, "ceiling.chains", "ceiling", cell);
  if (v.ceiling_capacity) add_figure(page, v, "ceiling.capacity", "ceiling_capacity", cell);
  if (v.last_12_months) add_figure(page, v, "last_12_months", "last_12_months", cell);
  if (v.month_of_due) add_figure(page, v, "month_of_due", "month_of_due", cell);
  if (v.observed) add_figure(page, v, "observed", "observed", cell);
  if (v.unserved_share.value_or(0.0) > kUnservedSaid) add_figure(page, v, "unserved_share", "unserved_share", cell);
  return cell;
}

/// The value without the orders. It comes from one seed: where the value of the target is a mean over several, the plan's value on that
/// seed stands beside it, or chance would read as effect.
Line without_order(Page& page, const Verdict& v) {
  if (!v.without_order) return {};
  const std::string colon = page.language() == Language::zh ? "：" : ": ";
  Line line{small(page.word("without_order") + colon), page.of_verdict(v, "without_order")};
  if (v.with_order && v.with_order != v.value) {
    line.push_back(small(page.semicolon() + page.word("with_order") + colon));
    line.push_back(page.of_verdict(v, "with_order"));
  }
  return line;
}

/// Whether the data have a weakness that this metric hangs on.
bool has_caveat(const Page& page, MetricKind metric) {
  return std::any_of(page.caveats().begin(), page.caveats().end(),
                     [&](const Caveat& c) { return std::find(c.concerns.begin(), c.concerns.end(), metric) != c.concerns.end(); });
}

Cell basis_cell(Page& page, const Verdict& v) {
  // what is not tested rests on nothing
  Cell cell{strong(v.outcome == Outcome::not_testable ? std::string("—") : word(v.basis, page.language()))};
  Line why = basis_reasons(page, v);
  for (Run& run : why) {
    if (run.figure.empty()) run.look = document::Look::small;
  }
  cell.below(std::move(why)).below(without_order(page, v));
  if (has_caveat(page, v.metric)) {
    Run see = small(page.word("caveats.read_with"));
    see.target = "notices";
    cell.below(std::move(see));
  }
  return cell;
}

Cell clause_cell(const Page& page, const Verdict& v) {
  Cell cell{strong(page.clause_name(v.clause))};
  const std::string colon = page.language() == Language::zh ? "：" : ": ";
  cell.below(text(quoted(v.quote))).below(small(page.word("force") + colon + word(v.force, page.language())));
  const auto clause = page.world().clauses.find(v.clause);
  if (clause && !page.world().clauses[*clause].offices.empty())
    cell.below(small(page.word("offices") + colon + page.world().clauses[*clause].offices));
  return cell;
}

Cell verdict_cell(Page& page, const Verdict& v) {
  Cell cell{judged(page, v)};
  cell.below(margin(page, v));
  if (v.reached) cell.below(small(page.word("reached") + " " + to_text(*v.reached)));
  if (v.status && v.reached_on)
    cell.below(small(page.word(v.status == Status::if_executed ? "reached_on_executed" : "reached_on") + " " + to_string(*v.reached_on)));
  return cell;
}

Cell name_cell(const Page& page, const Verdict& v) {
  Cell cell{strong(word(v.metric, page.language()))};
  if (!v.reading.empty()) cell.below(text(v.reading.in(page.language())));
  return cell.below(small(page.reading(v.scope)));
}

}  // namespace

Blocks conclusions(Page& page) {
  const std::vector<const Verdict*> mains = verdicts_in(page, {});
  Blocks blocks;
  Line summary =
      page.sentence("summary.targets", {page.count("targets:main", mains.size(), {"verdicts.csv", {{"reading_of", ""}}, "", "rows", {}})});
  const Line how = counts(page, {});
  summary.insert(summary.end(), how.begin(), how.end());
  blocks.push_back(paragraph(std::move(summary), document::Tone::lead));
  for (document::Block& block : clause_counts(page)) blocks.push_back(std::move(block));
  const Shown columns = shown(page);
  TableRows table("targets", page.word("section.conclusions"), short_columns(page, columns));
  for (const Verdict* v : mains) add_short(page, *v, columns, table);
  if (!table.empty()) blocks.push_back(table.take(page.mean_note() + (columns.assessed ? " " + page.word("conclusions.note") : "")));
  return blocks;
}

Blocks targets(Page& page) {
  TableRows table("target_rows", page.word("section.targets"),
                  {words(page.word("metric_reading"), 1.6), words(page.word("clause_quote"), 2.4), words(page.word("asked"), 1.1),
                   words(page.word("measured"), 1.8), words(page.word("judged"), 1.4), words(page.word("basis"), 2.0)});
  for (const Verdict* main : verdicts_in(page, {})) {
    const Verdict& v = *main;
    table.row({name_cell(page, v), clause_cell(page, v), Cell(demand(page, v)).below(text(to_string(v.due))), measured_cell(page, v),
               verdict_cell(page, v), basis_cell(page, v)});
  }
  if (table.empty()) return {};
  Blocks blocks;
  if (const std::string executed = page.input().executed.in(page.language()); !executed.empty()) blocks.push_back(paragraph(executed));
  blocks.push_back(table.take(page.mean_note()));
  blocks.push_back(paragraph(page.word("concentration.note"), document::Tone::small));
  return blocks;
}

Blocks readings(Page& page) {
  Blocks blocks;
  int number = 0;
  for (const Verdict* main : verdicts_in(page, {})) {
    const std::vector<const Verdict*> others = verdicts_in(page, main->target);
    if (others.empty()) continue;
    TableRows table(fmt::format("readings_{}", ++number), page.target_name(main->target),
                    {words(page.word("reading"), 3.0), numbers(page.word("asked")), numbers(page.word("measured")),
                     numbers(page.word("value_executed")), numbers(page.word("ceiling.chains")), numbers(page.word("ceiling.capacity")),
                     words(page.word("judged"), 1.3)});
    const auto add = [&](const Verdict& v, Cell name) {
      table.row({std::move(name), demand(page, v), page.of_verdict(v, "value"), page.of_verdict(v, "value_executed"),
                 page.of_verdict(v, "ceiling"), page.of_verdict(v, "ceiling_capacity"), judged(page, v)});
    };
    add(*main, Cell(Line{strong(page.word("reading.main") + (page.language() == Language::zh ? "：" : ": ")),
                         text(main->reading.in(page.language()))}));
    for (const Verdict* other : others) add(*other, other->reading.in(page.language()));
    blocks.push_back(heading(page.target_name(main->target)));
    blocks.push_back(paragraph(quoted(main->quote)));
    blocks.push_back(table.take(page.mean_note()));
  }
  return blocks;
}

}  // namespace railshift::analysis::report

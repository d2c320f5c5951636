/// Conclusions in sentences and the table of targets. Outcomes are words with a sign before them, never colour alone.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/judge/unserved.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

std::string_view badge_sign(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
      return "✔";
    case Outcome::missed:
      return "✘";
    case Outcome::cannot_say:
      return "？";
    case Outcome::not_testable:
      return "○";
  }
  return "";
}

std::string outcome_badge(const Page& page, Outcome outcome) {
  return fmt::format("<span class=\"badge {}\">{} {}</span>", to_text(outcome), badge_sign(outcome),
                     escape(word(outcome, page.language())));
}

/// The word of the status with sign and colour of the outcome; what is missed as the plan stands and not for good has its own.
std::string status_badge(const Page& page, Status status, Outcome outcome) {
  const bool open = status == Status::if_executed || status == Status::late;
  return fmt::format("<span class=\"badge {}\">{} {}</span>", open ? "open" : to_text(outcome), open ? "◐" : badge_sign(outcome),
                     escape(word(status, page.language())));
}

std::string judged_badge(const Page& page, const Verdict& v) {
  return v.status ? status_badge(page, *v.status, v.outcome) : outcome_badge(page, v.outcome);
}

std::string small_figure(const Page& page, const char* key, const std::optional<double>& value, const std::string& unit) {
  return value ? fmt::format("<br><small>{} {}</small>", escape(page.word(key)), figure(value, unit, page.language())) : std::string{};
}

std::string demand(const Page& page, const Verdict& v) {
  return fmt::format("{} {}", sign(v.op), figure(v.threshold, v.unit, page.language()));
}

std::string measured_text(const Page& page, const Verdict& v) {
  std::string out = figure(v.value, v.unit, page.language());
  if (v.low && v.high && *v.low != *v.high) {
    out += fmt::format("<br><small>{} {} … {}</small>", escape(page.word("interval")), figure(v.low, v.unit, page.language()),
                       figure(v.high, v.unit, page.language()));
  }
  if (v.n > 0) out += fmt::format("<br><small>{}</small>", escape(runs_word(v.n, page.language())));
  out += small_figure(page, "value_executed", v.value_executed, v.unit);
  out += small_figure(page, "ceiling.chains", v.ceiling, v.unit);
  out += small_figure(page, "ceiling.capacity", v.ceiling_capacity, v.unit);
  out += small_figure(page, "last_12_months", v.last_12_months, v.unit);
  out += small_figure(page, "month_of_due", v.month_of_due, v.unit);
  out += small_figure(page, "observed", v.observed, v.unit);
  if (v.unserved_share.value_or(0.0) > kUnservedSaid) out += small_figure(page, "unserved_share", v.unserved_share, "1");
  return out;
}

/// What is not tested rests on nothing.
std::string basis_word(const Page& page, const Verdict& v) {
  return v.outcome == Outcome::not_testable ? "—" : escape(word(v.basis, page.language()));
}

/// The value without the orders. It comes from one seed: where the value of the target is a mean over several, the plan's value on that
/// seed stands beside it, or chance would read as effect.
std::string without_text(const Page& page, const Verdict& v) {
  std::string out = fmt::format("{}: {}", escape(page.word("without_order")), figure(v.without_order, v.unit, page.language()));
  if (v.with_order && v.with_order != v.value)
    out += fmt::format(" ({}: {})", escape(page.word("with_order")), figure(v.with_order, v.unit, page.language()));
  return out;
}

/// Links to the caveats that name the metric.
std::string caveat_ids(const Page& page, MetricKind metric) {
  std::string ids;
  for (const Caveat& c : page.caveats()) {
    if (std::find(c.concerns.begin(), c.concerns.end(), metric) == c.concerns.end()) continue;
    ids += fmt::format("{}<a href=\"#{}\">{}</a>", ids.empty() ? "" : ", ", escape(c.id), escape(c.id));
  }
  return ids;
}

std::string basis_text(const Page& page, const Verdict& v) {
  std::string out = "<b>" + basis_word(page, v) + "</b>";
  if (!v.reasons.empty()) out += "<br><small>" + basis_reasons(page, v) + "</small>";
  if (v.without_order) out += "<br>" + without_text(page, v);
  if (const std::string ids = caveat_ids(page, v.metric); !ids.empty())
    out += fmt::format("<br><small>{}: {}</small>", escape(page.word("caveats.read_with")), ids);
  return out;
}

std::string clause_text(const Page& page, const Verdict& v) {
  std::string out = fmt::format("<b>{}</b>", escape(v.clause));
  const auto clause = page.world().clauses.find(v.clause);
  if (clause) out += " <small>" + escape(page.world().clauses[*clause].item) + "</small>";
  out +=
      fmt::format("<br>{}<br><small>{}: {}</small>", quoted(v.quote), escape(page.word("force")), escape(word(v.force, page.language())));
  if (clause && !page.world().clauses[*clause].offices.empty()) {
    out += fmt::format("<br><small>{}: {}</small>", escape(page.word("offices")), escape(page.world().clauses[*clause].offices));
  }
  return out;
}

/// What an office calls the reading; the main one is marked.
std::string reading_name(const Page& page, const Verdict& v) {
  if (v.reading.empty()) return {};
  const std::string mark = is_main_reading(v) ? fmt::format("<b>{}</b> ", escape(page.word("reading.main"))) : std::string{};
  return mark + escape(v.reading.in(page.language()));
}

/// How many of some verdicts have which status, those that none has left out; without an assessment by outcome.
std::string counted(const Page& page, const std::vector<const Verdict*>& verdicts) {
  std::map<Outcome, int> outcomes;
  std::map<std::pair<Status, Outcome>, int> statuses;
  for (const Verdict* v : verdicts) {
    ++outcomes[v->outcome];
    if (v->status) ++statuses[{*v->status, v->outcome}];
  }
  std::string text;
  for (const auto& [key, count] : statuses) text += fmt::format("{} <b>{}</b>　", status_badge(page, key.first, key.second), count);
  if (!statuses.empty()) return text;
  for (const Outcome o : {Outcome::met, Outcome::missed, Outcome::cannot_say, Outcome::not_testable})
    text += fmt::format("{} <b>{}</b>　", outcome_badge(page, o), outcomes[o]);
  return text;
}

/// Clauses in their main reading, or the other readings of one.
std::vector<const Verdict*> verdicts_in(const Page& page, const std::string& main) {
  std::vector<const Verdict*> some;
  for (const Verdict& v : page.input().verdicts) {
    if (v.reading_of == main) some.push_back(&v);
  }
  return some;
}

/// How the other readings of a clause end, in a line.
std::string other_readings(const Page& page, const Verdict& main) {
  const std::vector<const Verdict*> others = verdicts_in(page, main.target);
  if (others.empty()) return {};
  const std::string how_many = fmt::format(fmt::runtime(page.word("readings.counted")), others.size());
  return fmt::format("<br><small>{}: {}</small>", escape(how_many), counted(page, others));
}

std::string sentence(const Page& page, const Verdict& v) {
  std::string out =
      fmt::format("{} <b>{}</b> ({}) {} [{}] ", judged_badge(page, v), escape(v.target), escape(word(v.force, page.language())),
                  escape(word(v.metric, page.language())), escape(page.reading(v.scope)));
  if (!v.reading.empty()) out += reading_name(page, v) + "; ";
  out += fmt::format("{} {} {}; {} {} ({}", escape(page.word("target")), demand(page, v), to_string(v.due), escape(page.word("measured")),
                     figure(v.value, v.unit, page.language()), basis_word(page, v));
  if (v.n > 0) out += ", " + escape(runs_word(v.n, page.language()));
  out += ")";
  if (v.status == Status::if_executed || v.status == Status::late || v.status == Status::missed)
    out += fmt::format("; {} {}", escape(page.word("value_executed")), figure(v.value_executed, v.unit, page.language()));
  if (v.unserved_share.value_or(0.0) > kUnservedSaid)
    out += fmt::format("; {} {}", escape(page.word("unserved_share")), figure(v.unserved_share, "1", page.language()));
  if (v.without_order) out += "; " + without_text(page, v);
  return out;
}

void add_reading(const Page& page, const Verdict& v, TableText& table) {
  table.row({reading_name(page, v) + fmt::format("<br><small>{}</small>", escape(v.target)), demand(page, v),
             figure(v.value, v.unit, page.language()), figure(v.value_executed, v.unit, page.language()),
             figure(v.ceiling, v.unit, page.language()), figure(v.ceiling_capacity, v.unit, page.language()), judged_badge(page, v)});
}

/// A clause that is read in several ways: the readings below each other, the main one first.
std::string readings_of(const Page& page, const Verdict& main) {
  const std::vector<const Verdict*> others = verdicts_in(page, main.target);
  if (others.empty()) return {};
  TableText table("data", {page.word("reading"), page.word("asked"), page.word("measured"), page.word("value_executed"),
                           page.word("ceiling.chains"), page.word("ceiling.capacity"), page.word("judged")});
  add_reading(page, main, table);
  for (const Verdict* other : others) add_reading(page, *other, table);
  return html_paragraph(fmt::format("<b>{}</b> “{}” {}", escape(main.clause), escape(main.quote), to_string(main.due))) + table.take();
}

std::string tables_of_readings(const Page& page) {
  std::string tables;
  for (const Verdict* main : verdicts_in(page, {})) tables += readings_of(page, *main);
  if (tables.empty()) return {};
  const std::string file = fmt::format(fmt::runtime(page.word("readings.file")), "verdicts.csv");
  return heading3(page.word("readings")) + tables + html_paragraph("<small>" + escape(file) + "</small>");
}

}  // namespace

std::string not_served_notice(const Page& page) {
  std::string items;
  for (const Statement& said : page.input().not_served) {
    for (const Words& line : said.lines)
      items += fmt::format("<li>{}: {}</li>\n", escape(page.word(said.layer)), escape(line.in(page.language())));
  }
  if (items.empty()) return {};
  return fmt::format("<div class=\"notice\"><b>{}</b>\n<ul>\n{}</ul></div>\n", escape(page.word("not_served")), items);
}

std::string conclusions(const Page& page) {
  const std::vector<const Verdict*> mains = verdicts_in(page, {});
  std::string list = "<ul class=\"verdicts\">\n";
  for (const Verdict* v : mains) list += "<li>" + sentence(page, *v) + other_readings(page, *v) + "</li>\n";
  return html_paragraph(escape(page.word("summary")) + ": " + counted(page, mains)) + list + "</ul>\n" +
         html_paragraph("<small>" + escape(page.word("concentration.note")) + "</small>");
}

std::string targets_table(const Page& page) {
  TableText table("targets", {page.word("target"), page.word("clause_quote"), page.word("metric_reading"), page.word("due"),
                              page.word("measured"), page.word("judged"), page.word("basis")});
  for (const Verdict* main : verdicts_in(page, {})) {
    const Verdict& v = *main;
    std::string judged = judged_badge(page, v) + fmt::format("<br><small>{} {}</small>", escape(page.word("margin")),
                                                             difference(v.margin, v.unit, page.language()));
    if (v.reached) judged += fmt::format("<br><small>{} {}</small>", escape(page.word("reached")), to_text(*v.reached));
    if (v.status && v.reached_on)
      judged +=
          fmt::format("<br><small>{} {}</small>", escape(page.word(v.status == Status::if_executed ? "reached_on_executed" : "reached_on")),
                      to_string(*v.reached_on));
    const std::string named = v.reading.empty() ? std::string{} : "<br>" + reading_name(page, v);
    table.row({escape(v.target), clause_text(page, v),
               fmt::format("{}{}<br><small>{}</small>", escape(word(v.metric, page.language())), named, escape(page.reading(v.scope))),
               fmt::format("{}<br><span class=\"num\">{}</span>", demand(page, v), to_string(v.due)), measured_text(page, v), judged,
               basis_text(page, v)});
  }
  const std::string executed = page.input().executed.in(page.language());
  return (executed.empty() ? std::string{} : html_paragraph(escape(executed))) + table.take() + tables_of_readings(page);
}

}  // namespace railshift::analysis::report

/// Conclusions in sentences and the table of targets. Outcomes are words with a sign before them, never colour alone.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/judge/unserved.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
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
  if (!v.reasons.empty()) out += "<br><small>" + page.basis_reasons(v) + "</small>";
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
      fmt::format("<br>“{}”<br><small>{}: {}</small>", escape(v.quote), escape(page.word("force")), escape(word(v.force, page.language())));
  if (clause && !page.world().clauses[*clause].offices.empty()) {
    out += fmt::format("<br><small>{}: {}</small>", escape(page.word("offices")), escape(page.world().clauses[*clause].offices));
  }
  return out;
}

std::string sentence(const Page& page, const Verdict& v) {
  std::string out =
      fmt::format("{} <b>{}</b> ({}) {} [{}] ", judged_badge(page, v), escape(v.target), escape(word(v.force, page.language())),
                  escape(word(v.metric, page.language())), escape(page.reading(v.scope)));
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

/// How many targets have which status, those that none has left out; without an assessment by outcome.
std::string counted(const Page& page) {
  std::map<Outcome, int> outcomes;
  std::map<std::pair<Status, Outcome>, int> statuses;
  for (const Verdict& v : page.input().verdicts) {
    ++outcomes[v.outcome];
    if (v.status) ++statuses[{*v.status, v.outcome}];
  }
  std::string text;
  for (const auto& [key, count] : statuses) text += fmt::format("{} <b>{}</b>　", status_badge(page, key.first, key.second), count);
  if (!statuses.empty()) return text;
  for (const Outcome o : {Outcome::met, Outcome::missed, Outcome::cannot_say, Outcome::not_testable})
    text += fmt::format("{} <b>{}</b>　", outcome_badge(page, o), outcomes[o]);
  return text;
}

}  // namespace

std::string not_served_notice(const Page& page) {
  std::string items;
  for (const Statement& said : page.input().not_served) {
    for (const std::string& line : said.lines) items += fmt::format("<li>{}: {}</li>\n", escape(page.word(said.layer)), escape(line));
  }
  if (items.empty()) return {};
  return fmt::format("<div class=\"notice\"><b>{}</b>\n<ul>\n{}</ul></div>\n", escape(page.word("not_served")), items);
}

std::string conclusions(const Page& page) {
  std::string summary = escape(page.word("summary")) + ": " + counted(page);
  std::string list = "<ul class=\"verdicts\">\n";
  for (const Verdict& v : page.input().verdicts) list += "<li>" + sentence(page, v) + "</li>\n";
  return paragraph(summary) + list + "</ul>\n" + paragraph("<small>" + escape(page.word("concentration.note")) + "</small>");
}

std::string targets_table(const Page& page) {
  TableText table("targets", {page.word("target"), page.word("clause_quote"), page.word("metric_reading"), page.word("due"),
                              page.word("measured"), page.word("judged"), page.word("basis")});
  for (const Verdict& v : page.input().verdicts) {
    std::string judged = judged_badge(page, v) + fmt::format("<br><small>{} {}</small>", escape(page.word("margin")),
                                                             difference(v.margin, v.unit, page.language()));
    if (v.reached) judged += fmt::format("<br><small>{} {}</small>", escape(page.word("reached")), to_text(*v.reached));
    if (v.status && v.reached_on)
      judged +=
          fmt::format("<br><small>{} {}</small>", escape(page.word(v.status == Status::if_executed ? "reached_on_executed" : "reached_on")),
                      to_string(*v.reached_on));
    table.row({escape(v.target), clause_text(page, v),
               fmt::format("{}<br><small>{}</small>", escape(word(v.metric, page.language())), escape(page.reading(v.scope))),
               fmt::format("{}<br><span class=\"num\">{}</span>", demand(page, v), to_string(v.due)), measured_text(page, v), judged,
               basis_text(page, v)});
  }
  const std::string& executed = page.input().executed;
  return (executed.empty() ? std::string{} : paragraph(escape(executed))) + table.take();
}

}  // namespace railshift::analysis::report

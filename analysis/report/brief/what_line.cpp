/// What would do it, what it costs, whose job it is.
#include <fmt/format.h>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/judge/offices.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "analysis/report/brief/saying.hpp"
#include "analysis/words/brief/office_names.hpp"
#include "analysis/words/lever_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Run;

constexpr std::size_t kLeversNamed = 3;

void say_cost(Page& page, Saying& line) {
  const CostTable& costs = page.input().costs;
  const std::string period = whole_period(costs);
  const CostRow* bill = find_cost(costs, CostItem::same_goods, "", period);
  if (bill == nullptr || !bill->difference) return line.say("brief.cost.none");
  std::string years = period;
  if (const std::size_t dots = years.find(".."); dots != std::string::npos) years.replace(dots, 2, "–");
  line.say("brief.cost.bill", {page.of_cost(*bill, "difference"), text(years)});
  const CostRow* rate = find_cost(costs, CostItem::per_tonne, "bill", period);
  if (rate != nullptr && rate->difference) line.go_on("brief.cost.per_tonne", {page.of_cost(*rate, "difference")});
  const CostRow* money = find_cost(costs, CostItem::public_cost, "", period);
  if (money == nullptr || !money->difference || money->remark == CostRemark::not_stated) return line.go_on("brief.cost.public_silent");
  const bool partly = money->remark == CostRemark::partly_stated;
  line.go_on(partly ? "brief.cost.public_partly" : "brief.cost.public", {page.of_cost(*money, "difference")});
}

/// The levers of a set by name, a few of them.
std::string set_names(const Page& page, const TargetLevers& levers) {
  std::vector<std::string> names;
  for (const LeverTurned& turned : levers.set) {
    for (const LeverRow& row : levers.rows) {
      if (row.lever.path == turned.path && names.size() < kLeversNamed)
        names.push_back(lever_name(row.lever, page.language()) + " " + turned.text);
    }
  }
  std::string all = fmt::format("{}", fmt::join(names, page.comma()));
  if (levers.set.size() > names.size())
    all += page.comma() + fmt::format(fmt::runtime(page.word("brief.box.more")), levers.set.size() - names.size());
  return all;
}

/// The bound by capacity is of the plan as executed: levers that widen capacity may pass it, which a reader of both figures must be told.
bool above_capacity(const Verdict& v, const TargetLevers& levers) {
  return v.ceiling_capacity && levers.set_value && *levers.set_value > *v.ceiling_capacity;
}

void say_what(Page& page, const Verdict& v, const WhatWouldDo& would, Saying& line) {
  switch (would.does) {
    case WhatDoes::met:
      return line.say("brief.do.met");
    case WhatDoes::execution:
      return line.say("brief.do.execution", {page.of_verdict(v, "value_executed")});
    case WhatDoes::one_lever: {
      const LeverRow& row = would.levers->rows.front();
      return line.say("brief.do.one_lever",
                      {text(lever_name(row.lever, page.language())), text(row.lever.positions.front().text),
                       text(row.lever.positions[row.found.meets->at].text), page.of_lever(*would.levers, row, "value_enough")});
    }
    case WhatDoes::lever_set:
      return line.say("brief.do.lever_set",
                      {set_size_run(page, *would.levers), page.of_lever_set(*would.levers), text(set_names(page, *would.levers))});
    case WhatDoes::beyond:
      return line.say(above_capacity(v, *would.levers) ? "brief.do.beyond_wider" : "brief.do.beyond",
                      {set_size_run(page, *would.levers), page.of_lever_set(*would.levers)});
    case WhatDoes::no_lever:
      return line.say("brief.do.no_lever");
    case WhatDoes::not_asked:
      return line.say("brief.do.not_asked");
    case WhatDoes::not_tried:
      return line.say("brief.do.not_tried");
  }
}

void recommend_what(const Page& page, const WhatWouldDo& would, const Run& leads, Saying& line) {
  switch (would.does) {
    case WhatDoes::met:
      return line.recommend("brief.recommend.go_on");
    case WhatDoes::execution:
      return line.recommend("brief.recommend.execution", {leads});
    case WhatDoes::one_lever:
      return line.recommend("brief.recommend.lever", {leads, text(lever_name(would.levers->rows.front().lever, page.language()))});
    case WhatDoes::lever_set:
      return line.recommend("brief.recommend.levers", {leads});
    case WhatDoes::beyond:
    case WhatDoes::no_lever:
      return line.recommend("brief.recommend.beyond");
    case WhatDoes::not_asked:
      return;
    case WhatDoes::not_tried:
      return line.recommend("brief.recommend.full");
  }
}

}  // namespace

Line what_line(Page& page, const Verdict& v) {
  Saying line(page, "brief.head.do");
  const auto& levers = page.input().levers;
  const WhatWouldDo would = what_would_do(v, levers ? &*levers : nullptr);
  say_what(page, v, would, line);
  say_cost(page, line);
  const ClauseOffices offices = offices_of_clause(page.world(), v.clause);
  const Run who = text(offices_text(page, offices.leads, offices.others));
  if (!offices.leads.empty()) line.say("brief.job", {who});
  recommend_what(page, would, text(offices.leads.empty() ? page.word("brief.nobody") : office_name(offices.leads.front(), page.language())),
                 line);
  return line.take();
}

}  // namespace railshift::analysis::report

/// Whether the target is met, and why it stands where it does: sentences whose figures are those of the run, and the recommendation that
/// follows from what was found.
#include <fmt/format.h>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/report/brief/brief_parts.hpp"
#include "analysis/report/brief/saying.hpp"
#include "analysis/words/brief/target_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Look;
using document::Run;

constexpr std::size_t kReasonsSaid = 2;

/// Why nothing can be said, as the verdict's first reason that is not its basis has it.
std::string why_undecided(const Page& page, const Verdict& v) {
  return v.reasons.empty() ? page.word("outcome.cannot_say") : sentence(v.reasons.back(), page.language());
}

void say_status(Page& page, const Verdict& v, Saying& line) {
  const Run name = text(short_name(v, page.names(), page.language()));
  const auto figure = [&](const char* column) { return page.of_verdict(v, column, Look::strong); };
  const Status by_outcome = v.outcome == Outcome::met          ? Status::on_track
                            : v.outcome == Outcome::missed     ? Status::missed
                            : v.outcome == Outcome::cannot_say ? Status::cannot_say
                                                               : Status::not_testable;
  switch (v.status.value_or(by_outcome)) {
    case Status::on_track:
      return line.say("brief.will.on_track", {name, figure("value")});
    case Status::if_executed:
      return line.say("brief.will.if_executed", {name, figure("value"), figure("value_executed")});
    case Status::late:
      return line.say("brief.will.late", {name, figure("value"), text(to_string(*v.reached_on))});
    case Status::missed:
      return line.say("brief.will.missed", {name, figure("value"), figure("margin")});
    case Status::impossible_reading:
      return line.say("brief.will.impossible_reading", {name, figure("value"), figure("ceiling")});
    case Status::impossible_capacity:
      return line.say("brief.will.impossible_capacity", {name, figure("value"), figure("ceiling_capacity")});
    case Status::cannot_say:
      return line.say("brief.will.cannot_say", {name, text(why_undecided(page, v))});
    case Status::not_testable:
      return line.say("brief.will.not_testable", {name});
  }
}

void say_chance(Page& page, const HowSure& sure, Saying& line) {
  if (sure.chance == nullptr || (!sure.chance->chance && !sure.chance->range)) return;
  const TargetChance& c = *sure.chance;
  const Run twins = page.of_chance(c, "twins"), pairs = page.of_chance(c, "pairs");
  if (c.chance && c.chance->error)
    return line.say("brief.chance.error", {page.of_chance(c, "chance"), page.of_chance(c, "chance_error"), twins, pairs});
  if (c.chance) return line.say("brief.chance", {page.of_chance(c, "chance"), twins, pairs});
  const Run low = page.of_chance(c, "range_low"), high = page.of_chance(c, "range_high");
  if (low.text == high.text) return line.say("brief.chance", {low, twins, pairs});
  line.say("brief.chance.range", {low, high, twins, pairs});
}

void say_readings(Page& page, const ReadingSpread& spread, Saying& line) {
  const Run many = readings_run(page, spread), met = readings_met_run(page, spread);
  switch (spread.end) {
    case ReadingsEnd::one:
      return;
    case ReadingsEnd::alike:
      return line.say("brief.readings.alike", {many});
    case ReadingsEnd::differ:
      return line.say("brief.readings.differ", {many, met, reading_run(page, *spread.best), page.of_verdict(*spread.best, "value"),
                                                reading_run(page, *spread.worst), page.of_verdict(*spread.worst, "value")});
    case ReadingsEnd::degree:
      if (box_of(*spread.readings.front()) == StatusBox::impossible && spread.possible > 0)
        return line.say("brief.readings.possible", {many, readings_possible_run(page, spread), reading_run(page, *spread.best),
                                                    page.of_verdict(*spread.best, "value")});
      return line.say("brief.readings.degree", {many, reading_run(page, *spread.best), page.of_verdict(*spread.best, "value")});
  }
}

void say_reasons(Page& page, const Verdict& v, const WhyRoad& why, Saying& line) {
  const Side& plan = page.plan();
  const MetricRow& first = *why.reasons.front().row;
  line.say(why.of_list ? "brief.why.listed" : "brief.why.city",
           {text(std::to_string(v.judged.year)), page.metric_part(plan, first, "denominator", "t")});
  std::vector<Line> parts;
  for (std::size_t i = 0; i < std::min(kReasonsSaid, why.reasons.size()); ++i) {
    const MetricRow& row = *why.reasons[i].row;
    const Run tonnes = page.metric(plan, row.metric, row.period, scope_of(row));
    const Run share =
        page.figure("share:" + tonnes.figure, {row.value / row.denominator.value_or(why.road_t),
                                               "1",
                                               fmt::format("{:.0f}%", 100.0 * row.value / row.denominator.value_or(why.road_t)),
                                               plan.of,
                                               1,
                                               row.standing,
                                               {plan.folder + "metrics.csv", page.key_of(plan, row), "", "value / denominator", {}}});
    parts.push_back(page.sentence("brief.why.reason", {text(page.word(std::string(to_text(why.reasons[i].reason)))), tonnes, share}));
  }
  parts.back().push_back(text(page.language() == Language::zh ? "。" : "."));
  line.go_on(joined(parts, page.comma()));
}

/// How far it could go at most, where the first sentence has not said so.
void say_bounds(Page& page, const Verdict& v, Saying& line) {
  if (v.ceiling && v.status != Status::impossible_reading) line.say("brief.why.bound", {page.of_verdict(v, "ceiling")});
  if (v.ceiling_capacity && v.status != Status::impossible_capacity)
    line.say("brief.why.capacity", {page.of_verdict(v, "ceiling_capacity")});
}

std::string basis_text(const Page& page, const Verdict& v) {
  if (v.reasons.empty()) return word(v.basis, page.language());
  if (const auto* by = std::get_if<OrderedBy>(&v.reasons.front())) {
    std::vector<std::string> names;
    for (const std::string& id : by->measures) names.push_back(page.measure_name(id));
    return fmt::format("{}", fmt::join(names, page.comma()));
  }
  return sentence(v.reasons.front(), page.language());
}

std::string group_name(const Page& page, const GroupShare& group) {
  const auto& groups = page.input().chances->groups;
  const auto name = groups.find(group.group);
  return name == groups.end() ? group.group : name->second.in(page.language());
}

void say_deciding(Page& page, const HowSure& sure, Saying& line) {
  if (sure.deciding == nullptr) return;
  const GroupShare& group = sure.deciding->groups.front();
  line.say("brief.deciding", {text(group_name(page, group)), page.of_deciding(*sure.deciding, group)});
  const std::string office = group.office.in(page.language());
  if (!office.empty()) line.say("brief.deciding.office", {text(office)});
}

/// What to do about the target before anything else: readings first, then what no measure can move.
void recommend_first(const Page& page, const Verdict& v, const ReadingSpread& spread, Saying& line) {
  if (spread.end == ReadingsEnd::differ) return line.recommend("brief.recommend.first_reading", {reading_run(page, *spread.best)});
  if (is_met(v)) return line.recommend("brief.recommend.go_on");
  if (box_of(v) == StatusBox::undecided) return;
  if (v.status == Status::impossible_capacity) return line.recommend("brief.recommend.capacity");
  if (v.status != Status::impossible_reading) return line.recommend("brief.recommend.measures");
  line.recommend(spread.end == ReadingsEnd::degree ? "brief.recommend.nearest" : "brief.recommend.demand");
}

/// Rows of verdicts.csv of a main target and its readings.
document::From readings_from(const ReadingSpread& spread, std::map<std::string, std::string> key) {
  const std::string& main = spread.readings.front()->target;
  return {"verdicts.csv", std::move(key), "", "rows where target=" + main + " or reading_of=" + main, {}};
}

}  // namespace

Run readings_run(Page& page, const ReadingSpread& spread) {
  return page.count("readings:" + spread.readings.front()->target, spread.readings.size(), readings_from(spread, {}));
}

Run readings_met_run(Page& page, const ReadingSpread& spread) {
  const Verdict& main = *spread.readings.front();
  const bool assessed = main.status.has_value();
  return page.count("readings_met:" + main.target, static_cast<std::size_t>(spread.met),
                    readings_from(spread, {{assessed ? "status" : "outcome", assessed ? "on_track" : "met"}}));
}

Run readings_possible_run(Page& page, const ReadingSpread& spread) {
  const std::string& main = spread.readings.front()->target;
  return page.count("readings_possible:" + main, static_cast<std::size_t>(spread.possible),
                    {"verdicts.csv", {}, "", "rows of " + main + " and its readings whose status is late, missed or if_executed", {}});
}

Run set_size_run(Page& page, const TargetLevers& levers) {
  return page.count("levers:" + levers.verdict.target, levers.set.size(),
                    {"levers.csv", {{"row", "set"}, {"target", levers.verdict.target}}, "", "levers of the set", {}});
}

Line will_line(Page& page, const Verdict& v) {
  Saying line(page, "brief.head.will");
  say_status(page, v, line);
  say_chance(page, how_sure(v, page.input().chances), line);
  const ReadingSpread spread = reading_spread(page.input().verdicts, v);
  say_readings(page, spread, line);
  recommend_first(page, v, spread, line);
  return line.take();
}

Line why_line(Page& page, const Verdict& v) {
  Saying line(page, "brief.head.why");
  const std::optional<WhyRoad> why = why_road(v, *page.plan().metrics);
  if (why)
    say_reasons(page, v, *why, line);
  else
    line.say(is_met(v) ? "brief.why.met" : "brief.why.other", {text(basis_text(page, v))});
  say_bounds(page, v, line);
  if (!why && v.without_order) line.say("brief.why.without", {page.of_verdict(v, "without_order")});
  const HowSure sure = how_sure(v, page.input().chances);
  say_deciding(page, sure, line);
  if (why && !is_met(v))
    line.recommend("brief.why_do." + std::string(to_text(why->reasons.front().reason)));
  else if (sure.deciding != nullptr)
    line.recommend("brief.recommend.deciding", {text(group_name(page, sure.deciding->groups.front()))});
  return line.take();
}

}  // namespace railshift::analysis::report

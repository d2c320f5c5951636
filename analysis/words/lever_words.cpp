#include "analysis/words/lever_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis {
namespace {

template <class... Args>
std::string said(std::string_view key, Language language, const Args&... args) {
  return fmt::format(fmt::runtime(word(key, language)), args...);
}

const std::string& text_at(const LeverRow& row, const Tried& tried) { return row.lever.positions[tried.at].text; }

/// 执行率 0.9 → 1: a lever of a set, named by the rows of its target.
std::string turned_text(const TargetLevers& target, const LeverTurned& turned, Language language) {
  const auto row = std::find_if(target.rows.begin(), target.rows.end(), [&](const LeverRow& r) { return r.lever.path == turned.path; });
  return said("lever.turned", language, row == target.rows.end() ? turned.path : lever_name(row->lever, language), turned.text);
}

/// A run that is enough, and where they stand its neighbour.
std::string enough_sentence(const LeverRow& row, const Verdict& verdict, Language language) {
  const auto figure = [&](const Tried& tried) { return figure_text(tried.value, verdict.unit, language); };
  const std::string name = lever_name(row.lever, language);
  const std::string given = row.lever.positions.front().text;
  const Tried& meets = *row.found.meets;
  const Tried& misses = *row.found.misses;
  return said("lever." + std::string(to_text(row.found.finding)), language, name, given, text_at(row, meets), figure(meets),
              text_at(row, misses), figure(misses));
}

bool leads_above_ceiling(const TargetLevers& target) {
  const auto& ceiling = target.verdict.ceiling_capacity;
  if (!ceiling || !target.set_value) return false;
  return target.verdict.op == Operator::at_most ? *target.set_value < *ceiling : *target.set_value > *ceiling;
}

std::string joined(const std::vector<std::string>& parts, Language language) {
  return fmt::format("{}", fmt::join(parts, language == Language::zh ? "、" : ", "));
}

/// The figure of the run that is enough, else the best that was found.
std::optional<double> best_value(const TargetLevers& target) {
  if (target.finding != SetFinding::single) return target.set_value;
  return target.rows.front().found.meets->value;
}

std::string answer_sentence(const TargetLevers& target, Language language) {
  if (target.finding == SetFinding::single) return sentence(target.rows.front(), target.verdict, language);
  return set_sentence(target, language);
}

}  // namespace

std::string lever_name(const Lever& lever, Language language) {
  const std::string field = word_of("lever", lever.field, language);
  const std::string owner = lever.owner.in(language);
  return owner.empty() ? field : owner + " " + field;
}

std::string sentence(const LeverRow& row, const Verdict& verdict, Language language) {
  const std::string name = lever_name(row.lever, language);
  switch (row.found.finding) {
    case LeverFinding::reached:
    case LeverFinding::step:
    case LeverFinding::between:
      return enough_sentence(row, verdict, language);
    case LeverFinding::not_within_range:
      return said("lever.best", language, name, figure_text(row.found.misses->value, verdict.unit, language),
                  text_at(row, *row.found.misses));
    case LeverFinding::no_effect:
      return said("lever.no_effect", language, name);
    case LeverFinding::no_figure:
      return row.refused.empty() ? said("lever.no_figure", language, name)
                                 : said("lever.refused", language, name, row.refused.in(language));
  }
  return {};
}

std::string set_sentence(const TargetLevers& target, Language language) {
  switch (target.finding) {
    case SetFinding::single:
      return {};
    case SetFinding::no_lever:
      return word("lever.none", language);
    case SetFinding::none:
      return said("lever.set.none", language, target.set.size(), figure_text(target.set_value, target.verdict.unit, language));
    case SetFinding::found:
      break;
  }
  std::vector<std::string> parts;
  for (const LeverTurned& turned : target.set) parts.push_back(turned_text(target, turned, language));
  return said("lever.set.found", language, figure_text(target.set_value, target.verdict.unit, language), joined(parts, language));
}

std::string limits_sentence(const LeverAnswer& answer, Language language) {
  std::string text;
  if (const std::size_t others = answer.targets.size() - shown_levers(answer).size(); others > 0)
    text += said("lever.readings", language, others) + '\n';
  if (std::any_of(answer.targets.begin(), answer.targets.end(), &leads_above_ceiling)) text += word("lever.ceiling", language) + '\n';
  if (!answer.left_out.empty()) text += said("lever.left_out", language, joined(answer.left_out, language)) + '\n';
  if (answer.unfinished > 0) text += said("lever.unfinished", language, answer.unfinished) + '\n';
  return text;
}

std::string per_unit_text(const LeverRow& row, const Verdict& verdict, Language language) {
  return difference_text(verdict.op == Operator::at_most ? -row.per_unit : row.per_unit, verdict.unit, language) + " " +
         word_of("lever_unit", to_text(row.lever.unit), language);
}

std::string levers_text(const LeverAnswer& answer, Language language) {
  if (answer.targets.empty()) return {};
  TextTable table({Align::left, Align::left, Align::right, Align::left});
  table.row({word("target", language), word("lever.status", language), word("lever.figure", language), word("lever.enough", language)});
  for (const TargetLevers* target : shown_levers(answer))
    table.row({target->verdict.target, word(*target->verdict.status, language),
               figure_text(best_value(*target), target->verdict.unit, language), answer_sentence(*target, language)});
  return table.text() + said("lever.runs", language, answer.levers, answer.runs) + '\n' + limits_sentence(answer, language);
}

std::string word(Way way, Language language) { return word_of("way", to_text(way), language); }

std::string price_text(const std::optional<double>& yuan_per_t, Language language) {
  if (!yuan_per_t) return word("way.missing", language);
  return difference_text(yuan_per_t, "yuan/t", language);
}

std::string vi_sentence(const FirmWays& firm, Language language) {
  switch (const ViAnswer answer = firm.vi_answer()) {
    case ViAnswer::no_road_tonnes:
      return {};
    case ViAnswer::pays_below:
      return said("way.vi.pays_below", language, figure_text(firm.rail_yuan_per_t, "yuan/t", language));
    case ViAnswer::does_not_comply:
    case ViAnswer::no_rule:
    case ViAnswer::share_alone:
    case ViAnswer::needs_new_energy:
    case ViAnswer::only_way:
    case ViAnswer::rail_no_dearer:
      return word("way.vi." + std::string(to_text(answer)), language);
  }
  return {};
}

std::string limit_text(WayLimit limit, Language language) {
  return limit == WayLimit::none ? std::string{} : word("way.limit." + std::string(to_text(limit)), language);
}

std::string ways_text(const std::vector<FirmWays>& firms, Language language) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left, Align::left});
  table.row({word("firm", language),
             word("way.road", language),
             word("way.rail", language),
             word("way.yuan", language),
             word("way.main", language),
             {""}});
  bool any = false;
  for (const FirmWays& firm : firms) {
    if (firm.road_t <= 0.0) continue;
    any = true;
    const FirmWay* main = firm.main_rail_way();
    const std::string limit = main == nullptr ? std::string{} : limit_text(main->limit, language);
    table.row({firm.name.in(language), figure_text(firm.road_t, "t", language),
               main == nullptr ? std::string("—") : figure_text(firm.rail_t, "t", language),
               main == nullptr ? std::string("—") : price_text(firm.rail_yuan_per_t, language),
               main == nullptr ? std::string("—") : word(main->way, language) + (limit.empty() ? "" : " · " + limit),
               vi_sentence(firm, language)});
  }
  return any ? table.text() + word("way.reading", language) + '\n' : std::string{};
}

}  // namespace railshift::analysis

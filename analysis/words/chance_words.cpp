#include "analysis/words/chance_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/statistics/surrogate.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"

namespace railshift::analysis {
namespace {

constexpr std::size_t kDecidersShown = 2;
constexpr double kSmallShare = 0.05;  // a group below it decides nothing worth a name

std::string percent(double share) { return fmt::format("{:.0f}%", 100.0 * std::clamp(share, 0.0, 1.0)); }

/// With a digit more below one per cent, so that what is not 0 does not read so.
std::string small_percent(double share) { return share < 0.01 ? fmt::format("{:.1f}%", 100.0 * share) : percent(share); }

std::string between(double low, double high) { return percent(low) + "–" + percent(high); }

template <class... Args>
std::string said(std::string_view key, Language language, const Args&... args) {
  return fmt::format(fmt::runtime(word(key, language)), args...);
}

}  // namespace

std::string chance_text(const TargetChance& chance, Language language) {
  if (is_untouched(chance)) return said(chance.full_met > 0 ? "chance.always" : "chance.never", language);
  if (chance.chance) {
    const double error = chance.chance->error.value_or(0.0);
    return percent(chance.chance->value) + (error > 0.0 ? " ± " + small_percent(error) : std::string{});
  }
  if (chance.range)
    return chance.range->low == chance.range->high ? percent(chance.range->low) : between(chance.range->low, chance.range->high);
  return percent(static_cast<double>(chance.twins_met) / chance.twins) + word("estimate.mark", language);
}

std::string second_text(const TargetChance& chance, Language language) {
  if (!chance.second) return "—";
  const int met = chance.second->twins_met;
  if (is_untouched(chance) && (met == 0 || met == chance.second->twins)) return "—";
  TargetChance shown;
  shown.twins = chance.second->twins;
  shown.twins_met = met;
  shown.chance = chance.second->chance;
  shown.range = chance.second->range;
  return said("chance.with_n", language, chance_text(shown, language), chance.second->twins);
}

std::string full_alone_text(const TargetChance& chance, Language language) {
  if (chance.pairs == 0) return "—";
  return said("chance.of", language, chance.full_met, chance.pairs) + " (" + between(chance.full_alone.low, chance.full_alone.high) + ")";
}

std::string band_text(const TargetChance& chance, Language language) {
  if (!chance.band) return "—";
  const std::string& unit = chance.asked.unit;
  return figure_text(chance.band->p05, unit, language) + " … " + figure_text(chance.band->p95, unit, language);
}

std::string decides_text(const Deciding& deciding, const std::map<std::string, Words>& groups, Language language) {
  if (!deciding.r2) return deciding.members < static_cast<int>(statistics::kLeastSeen) ? word("chance.few_seen", language) : std::string{};
  if (deciding.groups.empty()) return word("chance.r2", language);
  std::vector<std::string> parts;
  for (const GroupShare& group : deciding.groups) {
    const double share = group.share.total.value;
    if (parts.size() == kDecidersShown || share < kSmallShare) break;
    const auto name = groups.find(group.group);
    parts.push_back(said("chance.decides_by", language, name == groups.end() ? group.group : name->second.in(language),
                         fmt::format("{:.0f}", 100.0 * std::min(share, 1.0))));
  }
  return fmt::format("{}", fmt::join(parts, language == Language::zh ? "、" : ", "));
}

std::string decides_text(const TargetChance& chance, const std::vector<Deciding>& deciding, const std::map<std::string, Words>& groups,
                         Language language) {
  const auto its = std::find_if(deciding.begin(), deciding.end(), [&](const Deciding& d) { return d.target == chance.asked.target; });
  return its == deciding.end() || is_untouched(chance) ? std::string{} : decides_text(*its, groups, language);
}

std::vector<FirstNumber> first_numbers(const std::vector<TargetChance>& chances, const std::vector<Deciding>& deciding,
                                       const std::map<std::string, Words>& groups, Language language) {
  struct Found {
    const GroupShare* group;
    std::vector<std::pair<double, std::string>> targets;  ///< share, negative so that the largest comes first
  };
  std::map<std::string, Found> by_group;
  for (const TargetChance& chance : chances) {
    const auto its = std::find_if(deciding.begin(), deciding.end(), [&](const Deciding& d) { return d.target == chance.asked.target; });
    if (!chance.asked.reading_of.empty() || its == deciding.end()) continue;
    for (const GroupShare& group : its->groups) {
      if (group.share.total.value < kSmallShare) continue;
      Found& found = by_group.try_emplace(group.group, Found{&group, {}}).first->second;
      found.targets.emplace_back(-group.share.total.value, chance.asked.target);
    }
  }
  std::vector<Found> order;
  for (auto& [id, found] : by_group) {
    std::sort(found.targets.begin(), found.targets.end());
    order.push_back(std::move(found));
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const Found& a, const Found& b) { return a.targets.front().first < b.targets.front().first; });
  std::vector<FirstNumber> numbers;
  for (const Found& found : order) {
    std::vector<std::string> targets;
    for (const auto& [share, target] : found.targets) targets.push_back(target + " " + percent(-share));
    const auto name = groups.find(found.group->group);
    const std::string office = found.group->office.in(language);
    numbers.push_back({name == groups.end() ? found.group->group : name->second.in(language), office.empty() ? "—" : office,
                       fmt::format("{}", fmt::join(targets, language == Language::zh ? "、" : ", "))});
  }
  return numbers;
}

std::string ruled_out_text(const RuledOutSaid& said_of, Language language) {
  const ObservedUse& use = said_of.use;
  if (use.rows == 0) return {};
  if (use.used == 0) return said("chance.observed_unused", language, use.rows, use.stated);
  const std::string span = use.first == use.last ? use.first : use.first + "–" + use.last;
  std::string text = said("chance.ruled_out", language, said_of.ruled_out, said_of.members, span, use.used, use.rows);
  if (said_of.judged_otherwise > 0) text += said("chance.judged_otherwise", language, said_of.judged_otherwise);
  return text;
}

namespace {

std::string first_numbers_table(const std::vector<FirstNumber>& numbers, Language language) {
  if (numbers.empty()) return {};
  TextTable table({Align::left, Align::left, Align::left});
  table.row({word("chance.decides", language), word("chance.office", language), word("chance.of_targets", language)});
  for (const FirstNumber& number : numbers) table.row({number.name, number.office, number.targets});
  return table.text();
}

}  // namespace

std::string chances_text(const std::vector<TargetChance>& chances, const std::vector<Deciding>& deciding,
                         const std::map<std::string, Words>& groups, Language language) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::left});
  table.row({word("target", language), word("chance", language), word("chance.second", language), word("chance.full_alone", language),
             word("chance.band", language), word("chance.decides", language)});
  bool any = false;
  for (const TargetChance& chance : chances) {
    if (!chance.asked.reading_of.empty()) continue;
    any = true;
    table.row({chance.asked.target, chance_text(chance, language), second_text(chance, language), full_alone_text(chance, language),
               band_text(chance, language), decides_text(chance, deciding, groups, language)});
  }
  if (!any) return {};
  return table.text() + first_numbers_table(first_numbers(chances, deciding, groups, language), language);
}

}  // namespace railshift::analysis

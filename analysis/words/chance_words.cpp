#include "analysis/words/chance_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"

namespace railshift::analysis {
namespace {

constexpr std::size_t kDecidersShown = 2;
constexpr double kSmallShare = 0.05;  // a group below it decides nothing worth a name

std::string percent(double share) { return fmt::format("{:.0f}%", 100.0 * std::clamp(share, 0.0, 1.0)); }

std::string between(double low, double high) { return percent(low) + "–" + percent(high); }

template <class... Args>
std::string said(std::string_view key, Language language, const Args&... args) {
  return fmt::format(fmt::runtime(word(key, language)), args...);
}

}  // namespace

std::string chance_text(const TargetChance& chance, Language language) {
  if (is_untouched(chance)) return said(chance.full_met > 0 ? "chance.always" : "chance.never", language);
  if (chance.chance) {
    const std::string error = chance.chance->error ? " ± " + percent(*chance.chance->error) : std::string{};
    return percent(chance.chance->value) + error;
  }
  if (chance.range)
    return chance.range->low == chance.range->high ? percent(chance.range->low) : between(chance.range->low, chance.range->high);
  return percent(static_cast<double>(chance.twins_met) / chance.twins) + word("estimate.mark", language);
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
  if (!deciding.r2) return {};
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

std::string chances_text(const std::vector<TargetChance>& chances, const std::vector<Deciding>& deciding,
                         const std::map<std::string, Words>& groups, Language language) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left});
  table.row({word("target", language), word("chance", language), word("chance.full_alone", language), word("chance.band", language),
             word("chance.decides", language)});
  bool any = false;
  for (const TargetChance& chance : chances) {
    if (!chance.asked.reading_of.empty()) continue;
    any = true;
    const auto its = std::find_if(deciding.begin(), deciding.end(), [&](const Deciding& d) { return d.target == chance.asked.target; });
    table.row({chance.asked.target, chance_text(chance, language), full_alone_text(chance, language), band_text(chance, language),
               its == deciding.end() ? std::string{} : decides_text(*its, groups, language)});
  }
  return any ? table.text() : std::string{};
}

}  // namespace railshift::analysis

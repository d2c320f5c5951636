/// How sure: chances of main targets with what stands behind them, and the inputs to get first.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/report/parts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/chance_words.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Run;

constexpr std::size_t kDecidersShown = 2;
constexpr double kSmallShare = 0.05;  // a group below it decides nothing worth a name

Line between(Page& page, const TargetChance& chance, const char* low, const char* high) {
  const Run from = page.of_chance(chance, low), to = page.of_chance(chance, high);
  return from.text == to.text ? Line{from} : Line{from, text("–"), to};
}

Line chance_line(Page& page, const TargetChance& chance) {
  if (is_untouched(chance)) return {text(page.word(chance.full_met > 0 ? "chance.always" : "chance.never"))};
  if (chance.chance) {
    Line line{page.of_chance(chance, "chance")};
    if (chance.chance->error.value_or(0.0) > 0.0) {
      line.push_back(text(" ± "));
      line.push_back(page.of_chance(chance, "chance_error"));
    }
    return line;
  }
  if (chance.range) return between(page, chance, "range_low", "range_high");
  // estimates alone
  return {page.of_chance(chance, "twins_met"), text("/"), page.of_chance(chance, "twins"), text(page.word("estimate.mark"))};
}

Line second_line(Page& page, const TargetChance& chance) {
  if (!chance.second) return {text("—")};
  const int met = chance.second->twins_met;
  if (is_untouched(chance) && (met == 0 || met == chance.second->twins)) return {text("—")};
  if (chance.second->chance) return {page.of_chance(chance, "second_chance")};
  return chance.second->range ? between(page, chance, "second_low", "second_high") : Line{text("—")};
}

Line full_line(Page& page, const TargetChance& chance) {
  if (chance.pairs == 0) return {text("—")};
  Line line{page.of_chance(chance, "full_met"), text("/"), page.of_chance(chance, "pairs"), text(" (")};
  for (const Run& run : between(page, chance, "full_alone_low", "full_alone_high")) line.push_back(run);
  line.push_back(text(")"));
  return line;
}

Line band_line(Page& page, const TargetChance& chance) {
  if (!chance.band) return {text("—")};
  const Run low = page.of_chance(chance, "p05"), high = page.of_chance(chance, "p95");
  return low.text == high.text ? Line{low} : Line{low, text(" … "), high};
}

std::string group_name(const Page& page, const ChancesSaid& said, const std::string& group) {
  const auto name = said.groups.find(group);
  return name == said.groups.end() ? group : name->second.in(page.language());
}

const Deciding* deciding_of(const ChancesSaid& said, const std::string& target) {
  const auto found = std::find_if(said.deciding.begin(), said.deciding.end(), [&](const Deciding& d) { return d.target == target; });
  return found == said.deciding.end() ? nullptr : &*found;
}

Line decides_line(Page& page, const ChancesSaid& said, const TargetChance& chance) {
  const Deciding* deciding = deciding_of(said, chance.asked.target);
  if (deciding == nullptr || is_untouched(chance)) return {};
  if (!deciding->r2 || deciding->groups.empty()) return {text(decides_text(chance, said.deciding, said.groups, page.language()))};
  std::vector<Line> parts;
  for (const GroupShare& group : deciding->groups) {
    if (parts.size() == kDecidersShown || group.share.total.value < kSmallShare) break;
    parts.push_back({text(group_name(page, said, group.group) + " "), page.of_deciding(*deciding, group)});
  }
  return joined(parts, page.comma());
}

/// A group that decides a main target, who has its number, and the targets with their shares.
struct First {
  double most = 0.0;
  std::string office;
  std::vector<Line> targets;
};

document::Table first_numbers_table(Page& page, const ChancesSaid& said) {
  std::map<std::string, First> groups;
  for (const TargetChance& chance : said.chances) {
    const Deciding* deciding = deciding_of(said, chance.asked.target);
    if (!chance.asked.reading_of.empty() || deciding == nullptr) continue;
    for (const GroupShare& group : deciding->groups) {
      if (group.share.total.value < kSmallShare) continue;
      First& first = groups[group.group];
      first.most = std::max(first.most, group.share.total.value);
      first.office = group.office.in(page.language());
      first.targets.push_back({text(page.target_name(chance.asked.target) + " "), page.of_deciding(*deciding, group)});
    }
  }
  std::vector<std::pair<std::string, First>> order(groups.begin(), groups.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.most > b.second.most; });
  TableRows table(
      "first_numbers", page.word("chance.decides"),
      {words(page.word("chance.input"), 1.6), words(page.word("chance.office"), 1.6), words(page.word("chance.of_targets"), 3.6)});
  for (const auto& [group, first] : order)
    table.row({group_name(page, said, group), first.office.empty() ? std::string("—") : first.office, document::Lines(first.targets)});
  return table.take();
}

}  // namespace

Line chance_of(Page& page, const std::string& target) {
  if (!page.input().chances) return {};
  for (const TargetChance& chance : page.input().chances->chances) {
    if (chance.asked.target == target) return chance_line(page, chance);
  }
  return {text("—")};
}

Blocks chances(Page& page) {
  const auto& said = page.input().chances;
  if (!said) return page.baseline() == nullptr ? Blocks{} : Blocks{paragraph(page.word("chance.quick"))};
  if (said->groups.empty()) return {paragraph(page.word("chance.none"))};
  TableRows table(
      "chances", page.word("section.chances"),
      {words(page.word("target"), 2.6), numbers(page.word("asked")), numbers(page.word("chance")), numbers(page.word("chance.second")),
       numbers(page.word("chance.full_alone")), numbers(page.word("chance.band"), 1.3), words(page.word("chance.decides"), 1.8)});
  for (const TargetChance& chance : said->chances) {
    if (!chance.asked.reading_of.empty()) continue;
    table.row({page.target_name(chance.asked.target), demand(page, chance.asked), chance_line(page, chance), second_line(page, chance),
               full_line(page, chance), band_line(page, chance), decides_line(page, *said, chance)});
  }
  std::string moved;
  for (const auto& [id, name] : said->groups) moved += (moved.empty() ? "" : page.semicolon()) + name.in(page.language());
  const std::string all =
      fmt::format(fmt::runtime(page.word("chance.lead")), said->groups.size(), said->members, said->members, said->full);
  Blocks blocks{paragraph(all, document::Tone::small),
                table.take(fmt::format(fmt::runtime(page.word("chance.file")), page.input().study_case.empty()
                                                                                   ? "chances.csv, deciding.csv, members.csv"
                                                                                   : "targets.csv, deciding.csv, members.csv"))};
  if (document::Table first = first_numbers_table(page, *said); !first.rows.empty()) blocks.push_back(std::move(first));
  if (const std::string ruled_out = ruled_out_text(said->observed, page.language()); !ruled_out.empty())
    blocks.push_back(paragraph(ruled_out, document::Tone::small));
  if (said->without > 0) blocks.push_back(paragraph(fmt::format(fmt::runtime(page.word("chance.failed")), said->without)));
  blocks.push_back(paragraph(fmt::format(fmt::runtime(page.word("chance.moved")), moved), document::Tone::small));
  return blocks;
}

}  // namespace railshift::analysis::report

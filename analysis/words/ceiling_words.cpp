#include "analysis/words/ceiling_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/rules/goods/balance_names.hpp"

namespace railshift::analysis {
namespace {

/// Sidings and sections have a name in Chinese alone, which English readers find in the tables too.
std::string limit_named(std::string_view key, Language language, const std::string& name, const std::string& id) {
  return fmt::format(fmt::runtime(word(key, language)), name.empty() ? id : name);
}

std::string name_of_section(const World& world, const std::string& id, Language language) {
  const std::size_t cut = id.rfind(':');
  const std::string section = id.substr(0, cut);
  const bool forward = id.substr(cut + 1) == "forward";
  const auto found = std::find_if(world.rail_sections.begin(), world.rail_sections.end(), [&](const auto& s) { return s.id == section; });
  return limit_named(forward ? "ceiling.section.forward" : "ceiling.section.backward", language,
                     found == world.rail_sections.end() ? std::string{} : found->name_zh, section);
}

std::string_view key_at_siding(std::string_view kind) {
  if (kind == "tracks") return "ceiling.tracks";
  if (kind == "wagons") return "ceiling.wagons";
  return kind == "unloading" ? "ceiling.unloading" : "ceiling.siding";
}

/// origin:destination of a belt or pipe.
std::string name_of_way(const World& world, std::string_view key, const std::string& id, Language language) {
  const std::size_t cut = id.find(':');
  const auto name = [&](const std::string& site) {
    const auto found = world.sites.find(site);
    return found ? rules::site_name(world, *found).in(language) : site;
  };
  return fmt::format(fmt::runtime(word(key, language)), name(id.substr(0, cut)), name(id.substr(cut + 1)));
}

}  // namespace

std::string limit_name(const World& world, std::string_view what, Language language) {
  const std::size_t colon = what.find(':');
  const std::string_view kind = what.substr(0, colon);
  const std::string id(what.substr(colon + 1));
  if (kind == "section") return name_of_section(world, id, language);
  if (kind == "exchange") {
    const auto node = world.nodes.find(id);
    return limit_named("ceiling.exchange", language, node ? world.nodes[*node].name_zh : std::string{}, id);
  }
  if (kind == "belt") return name_of_way(world, "ceiling.belt", id, language);
  if (kind == "pipe") return name_of_way(world, "ceiling.pipe", id, language);
  const auto siding = world.sidings.find(id);
  return limit_named(key_at_siding(kind), language, siding ? world.sidings[*siding].name_zh : std::string{}, id);
}

std::string binding_text(const World& world, const BindingLimit& limit, Language language) {
  std::string text = fmt::format(fmt::runtime(word("ceiling.worth", language)), limit_name(world, limit.what, language),
                                 figure_text(limit.worth, "t/t", language), limit.months);
  if (limit.tonnes_a_slot > 0.0)
    text += fmt::format(fmt::runtime(word("ceiling.slot", language)), figure_text(limit.worth * limit.tonnes_a_slot, "t", language));
  return text;
}

std::string sentence(const FirmsCeiling& firms, Language language) {
  std::string text = fmt::format(fmt::runtime(word("ceiling.firms", language)), firms.firms, firms.by_chains, firms.together);
  if (!firms.proven()) text += fmt::format(fmt::runtime(word("ceiling.unproven", language)), firms.bound, firms.bound - firms.together);
  return text;
}

std::string sentence(const Together& all, Language language) {
  const auto alone = std::count_if(all.targets.begin(), all.targets.end(), [](const auto& t) { return t.alone; });
  std::string text = fmt::format(fmt::runtime(word("ceiling.together", language)), all.year, all.targets.size(), alone, all.met);
  if (!all.proven()) text += fmt::format(fmt::runtime(word("ceiling.unproven", language)), all.bound, all.bound - all.met);
  for (const auto& [one, other] : all.exclusive) text += fmt::format(fmt::runtime(word("ceiling.exclusive", language)), one, other);
  return text;
}

std::string remark(const TargetCeiling& ceiling, Language language) {
  std::string text = ceiling.trucks_count ? word("ceiling.trucks", language) : std::string{};
  // Whole tonnes: less is rounding of the programme.
  if (ceiling.not_carried_t >= 1.0)
    text += fmt::format(fmt::runtime(word("ceiling.not_carried", language)), figure_text(ceiling.not_carried_t, "t", language));
  return text;
}

std::string failure_text(const Ceilings& ceilings, Language language) {
  if (ceilings.failed.empty()) return {};
  return fmt::format(fmt::runtime(word("ceiling.failed", language)), fmt::join(ceilings.failed, language == Language::zh ? "、" : ", "));
}

std::string ceiling_text(const Ceilings& ceilings, Language language) {
  TextTable table({Align::left, Align::right, Align::right, Align::right});
  std::vector<TextCell> headings;
  for (const char* key : {"target", "ceiling.chains", "ceiling.capacity", "ceiling.own"}) headings.emplace_back(word(key, language));
  table.row(std::move(headings));
  std::string remarks;
  bool any = false;
  for (const TargetCeiling& ceiling : ceilings.targets) {
    if (!ceiling.chains || !ceiling.reading_of.empty()) continue;
    any = true;
    table.row({ceiling.target, figure_text(ceiling.chains_bound, ceiling.unit, language),
               figure_text(ceiling.capacity_bound, ceiling.unit, language), figure_text(ceiling.capacity, ceiling.unit, language)});
    if (const std::string said = remark(ceiling, language); !said.empty())
      remarks += ceiling.target + word("ceiling.remark", language) + said + '\n';
  }
  std::string out = any ? table.text() + remarks : std::string{};
  for (const Together& all : ceilings.years) out += sentence(all, language) + '\n';
  if (const std::string failed = failure_text(ceilings, language); !failed.empty()) out += failed + '\n';
  return out;
}

}  // namespace railshift::analysis

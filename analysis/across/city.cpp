#include "analysis/across/city.hpp"

#include <algorithm>
#include <array>

#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::analysis::across {
namespace {

constexpr std::array<std::string_view, 4> kRoadEnds{"高速", "国道", "省道", "公路"};
constexpr std::string_view kAnd = "和";
constexpr std::string_view kBracket = "(";

std::vector<std::string> parted(std::string_view text, std::string_view at) {
  std::vector<std::string> pieces;
  for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
    pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(end + at.size());
  }
  pieces.emplace_back(text);
  return pieces;
}

}  // namespace

std::optional<Span> common_span(const World& a, const World& b) {
  const Date from = std::max(a.settings.start, b.settings.start);
  const Date end = std::min(a.settings.end, b.settings.end);
  if (!(from < end)) return std::nullopt;
  return Span{from, std::min(end, make_date(year_of(from) + 1, 1, 1))};
}

std::vector<Tonnes> flow_tonnes(const World& world, const Span& span) {
  std::vector<Tonnes> tonnes(world.flows.size());
  for (Month month = month_of(span.from); month <= month_of(span.until - 1); month = month + 1) {
    const rules::FlowRates rates = rules::flow_rates(world, month);
    for (std::uint32_t f = 0; f < tonnes.size(); ++f) tonnes[f] += to_tonnes(rules::month_mass(world, rates, Id<Flow>{f}, month));
  }
  return tonnes;
}

std::string line_name(const World& world, const Line& line) {
  std::string name;
  for (const std::uint32_t s : line.sections) {
    const std::string& section = world.rail_sections[Id<RailSection>{s}].name_zh;
    const std::string head = section.substr(0, section.find(' '));
    if (!name.empty() && name != head) return {};
    name = head;
  }
  return name;
}

std::vector<std::string> roads_of(const std::string& gateway_name) {
  std::vector<std::string> roads;
  for (const std::string& piece : parted(std::string_view(gateway_name).substr(0, gateway_name.find(kBracket)), kAnd)) {
    for (const std::string_view end : kRoadEnds) {
      const std::size_t at = piece.find(end);
      if (at != std::string::npos && at > 0) roads.push_back(piece.substr(0, at + end.size()));
    }
  }
  return roads;
}

std::optional<Kilometres> same_site(const Site& a, const Site& b) {
  const Kilometres km = rules::straight_line(rules::degrees(a), rules::degrees(b));
  const bool wide = a.outside() || b.outside() || a.name_zh == b.name_zh;
  return km <= (wide ? kSameCounty : kSamePlace) ? std::optional(km) : std::nullopt;
}

std::optional<NearSite> stands_for(const Site& outside, const World& city) {
  std::optional<NearSite> nearest;
  if (!outside.outside()) return nearest;
  for (const Site& site : city.sites) {
    if (site.outside()) continue;
    const Kilometres km = rules::straight_line(rules::degrees(outside), rules::degrees(site));
    if (km <= kSameCounty && (!nearest || km < nearest->km)) nearest = NearSite{city.sites.id_of(site), km};
  }
  return nearest;
}

}  // namespace railshift::analysis::across

#include "analysis/look/flags/flag_text.hpp"

#include <cmath>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "sim/rules/goods/balance_names.hpp"

namespace railshift::analysis::look {
namespace {

constexpr double kTenThousand = 1e4;
constexpr double kMillion = 1e6;

Name chosen(const std::string& zh, const std::string& en, const std::string& id) {
  const std::string& any = zh.empty() ? (en.empty() ? id : en) : zh;
  return {zh.empty() ? any : zh, en.empty() ? any : en};
}

}  // namespace

std::string whole(double value) { return grouped(value, 0); }

std::string tonnes_zh(Tonnes tonnes) {
  if (std::abs(tonnes.value) < kTenThousand) return whole(tonnes.value) + " 吨";
  return grouped(tonnes.value / kTenThousand, 1) + " 万吨";
}

std::string tonnes_en(Tonnes tonnes) {
  if (std::abs(tonnes.value) < kMillion / 10.0) return whole(tonnes.value) + " t";
  return grouped(tonnes.value / kMillion, 2) + " Mt";
}

Name name_of(const World& world, Id<Site> site) {
  const Words name = rules::site_name(world, site);
  return {name.zh, name.en};
}

Name name_of_goods(const World& world, const std::string& commodity_or_group) {
  const Words name = rules::goods_name(world, commodity_or_group);
  return {name.zh, name.en};
}

Name name_of(const World& world, Id<Flow> flow) {
  const Flow& f = world.flows[flow];
  const Name from = name_of(world, f.origin);
  const Name to = name_of(world, f.destination);
  const Name goods = name_of_goods(world, world.commodities[f.commodity].id);
  return {fmt::format("{}→{}（{}）", from.zh, to.zh, goods.zh), fmt::format("{} → {} ({})", from.en, to.en, goods.en)};
}

Name name_of(const World& world, Id<Siding> siding) { return chosen(world.sidings[siding].name_zh, "", world.sidings[siding].id); }

Name name_of(const World& world, Id<RailSection> section) {
  return chosen(world.rail_sections[section].name_zh, "", world.rail_sections[section].id);
}

Name name_of(const World& world, Id<Segment> segment) {
  const Segment& s = world.segments[segment];
  return chosen(s.name_zh, s.name_en, s.id);
}

Name name_of(const World& world, Id<TruckClass> truck_class) {
  const TruckClass& c = world.truck_classes[truck_class];
  return chosen(c.name_zh, c.name_en, c.id);
}

Name name_of(Standard standard) {
  const std::string_view key = to_text(standard);
  return {word(key, Language::zh), word(key, Language::en)};
}

}  // namespace railshift::analysis::look

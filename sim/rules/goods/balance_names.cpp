#include "sim/rules/goods/balance_names.hpp"

namespace railshift::rules {
namespace {

Words name_or(const std::string& zh, const std::string& en, const std::string& id) {
  const std::string& any = zh.empty() ? (en.empty() ? id : en) : zh;
  return {zh.empty() ? any : zh, en.empty() ? any : en};
}

}  // namespace

Words site_name(const World& world, Id<Site> site) {
  const Site& s = world.sites[site];
  return name_or(s.name_zh, s.name_en, s.id);
}

Words goods_name(const World& world, const std::string& commodity_or_group) {
  if (const auto found = world.commodities.find(commodity_or_group)) {
    const Commodity& c = world.commodities[*found];
    return name_or(c.name_zh, c.name_en, c.id);
  }
  Words names;
  for (const Commodity& c : world.commodities) {
    if (c.need_group != commodity_or_group) continue;
    const Words member = name_or(c.name_zh, c.name_en, c.id);
    names.zh += (names.zh.empty() ? "" : "或") + member.zh;
    names.en += (names.en.empty() ? "" : " or ") + member.en;
  }
  return name_or(names.zh, names.en, commodity_or_group);
}

}  // namespace railshift::rules

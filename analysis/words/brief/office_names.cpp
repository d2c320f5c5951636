#include "analysis/words/brief/office_names.hpp"

#include <algorithm>
#include <array>

namespace railshift::analysis {
namespace {

struct OfficeWords {
  std::string_view zh, en;
};

constexpr std::array<OfficeWords, 4> kLevels{{{"省", "Provincial"}, {"市", "Municipal"}, {"县", "County"}, {"区", "District"}}};

/// Offices as they are called behind their level, with the short forms that plans use.
constexpr auto kOffices = std::to_array<OfficeWords>({
    {"交警支队", "Traffic Police Detachment"},
    {"交通局", "Transport Bureau"},
    {"交通运输局", "Transport Bureau"},
    {"住建局", "Housing and Urban-Rural Development Bureau"},
    {"公安分局", "Public Security Branch"},
    {"公安局", "Public Security Bureau"},
    {"公安局交警支队", "Traffic Police Detachment"},
    {"发展改革委", "Development and Reform Commission"},
    {"发改委", "Development and Reform Commission"},
    {"发改局", "Development and Reform Bureau"},
    {"商务局", "Commerce Bureau"},
    {"园林局", "Parks and Gardens Bureau"},
    {"城乡管理局", "Urban and Rural Management Bureau"},
    {"城市管理局", "Urban Management Bureau"},
    {"城管局", "Urban Management Bureau"},
    {"审批服务管理局", "Administrative Approval Bureau"},
    {"工信局", "Industry and Information Technology Bureau"},
    {"市场监管局", "Market Regulation Bureau"},
    {"市场监督管理局", "Market Regulation Bureau"},
    {"应急局", "Emergency Management Bureau"},
    {"气象局", "Meteorological Bureau"},
    {"水利局", "Water Resources Bureau"},
    {"水务局", "Water Affairs Bureau"},
    {"环卫服务中心", "Sanitation Service Centre"},
    {"生态环境分局", "Ecology and Environment Branch"},
    {"生态环境局", "Ecology and Environment Bureau"},
    {"科工局", "Science and Industry Bureau"},
    {"科技局", "Science and Technology Bureau"},
    {"税务局", "Tax Bureau"},
    {"能源局", "Energy Bureau"},
    {"自然资源局", "Natural Resources Bureau"},
    {"行政审批局", "Administrative Approval Bureau"},
    {"行政审批服务局", "Administrative Approval Bureau"},
    {"行政审批服务管理局", "Administrative Approval Bureau"},
    {"规划和自然资源局", "Planning and Natural Resources Bureau"},
    {"财政局", "Finance Bureau"},
    {"邮政管理局", "Postal Administration"},
});

/// What plans name without a level.
constexpr auto kGroups = std::to_array<OfficeWords>({
    {"各县(区)人民政府", "governments of counties and districts"},
    {"各县(市、区)", "counties, county-level cities and districts"},
    {"各县(市、区)人民政府", "governments of counties, county-level cities and districts"},
    {"各县（市、区）人民政府", "governments of counties, county-level cities and districts"},
    {"各有关部门", "departments concerned"},
    {"市直有关部门", "municipal departments concerned"},
});

template <std::size_t n>
std::string_view english(const std::array<OfficeWords, n>& all, std::string_view zh) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const OfficeWords& one) { return one.zh == zh; });
  return found == all.end() ? std::string_view() : found->en;
}

}  // namespace

std::string office_name(std::string_view office, Language language) {
  if (language == Language::zh) return std::string(office);
  if (const std::string_view group = english(kGroups, office); !group.empty()) return std::string(group);
  for (const OfficeWords& level : kLevels) {
    if (!office.starts_with(level.zh)) continue;
    const std::string_view name = english(kOffices, office.substr(level.zh.size()));
    if (!name.empty()) return std::string(level.en) + " " + std::string(name);
  }
  return std::string(office);
}

}  // namespace railshift::analysis

#include "analysis/judge/offices.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "sim/core/text.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kLeads = "牵头", kJoins = "配合", kExamines = "考核：", kExaminesPlain = "考核:", kPlan = "方案";

/// Cut where `cuts` says so, outside of brackets.
template <class Cuts>
std::vector<std::string> split(std::string_view text, const Cuts& cuts) {
  std::vector<std::string> parts{""};
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = codepoint_at(text, at);
    if (c.value == U'(' || c.value == U'（') ++depth;
    if (c.value == U')' || c.value == U'）') --depth;
    if (depth == 0 && cuts(c.value))
      parts.emplace_back();
    else
      parts.back() += text.substr(at, c.bytes);
    at += c.bytes;
  }
  return parts;
}

bool is_semicolon(char32_t c) { return c == U'；' || c == U';'; }
bool is_comma(char32_t c) { return c == U'、' || c == U'，' || c == U','; }

std::string trimmed(std::string text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.back())) text.pop_back();
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
  return text;
}

bool take_end(std::string& text, std::string_view end) {
  if (text.size() <= end.size() || !text.ends_with(end)) return false;
  text.resize(text.size() - end.size());
  return true;
}

/// What stands in the last bracket, if the text ends with one; the bracket goes.
std::string take_bracket(std::string& text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPairs{{{"(", ")"}, {"（", "）"}}};
  for (const auto& [open, close] : kPairs) {
    const std::size_t at = text.rfind(open);
    if (!text.ends_with(close) || at == std::string::npos) continue;
    const std::string inside = text.substr(at + open.size(), text.size() - at - open.size() - close.size());
    if (inside != kLeads && inside != kJoins && !inside.starts_with(kPlan)) return {};
    text.resize(at);
    return inside;
  }
  return {};
}

/// One office of a part and what its own text says of its role.
struct Named {
  std::string name;
  bool leads = false;  ///< 牵头 stands behind it
};

struct Part {
  std::vector<Named> offices;
  std::optional<OfficeRole> role;  ///< of all of them
};

Part part_of(std::string text) {
  Part part;
  text = trimmed(std::move(text));
  for (const std::string_view sign : {kExamines, kExaminesPlain}) {
    if (!text.starts_with(sign)) continue;
    text.erase(0, sign.size());
    part.role = OfficeRole::examines;
  }
  for (std::string name : split(text, is_comma)) {
    name = trimmed(std::move(name));
    const std::string bracket = take_bracket(name);
    if (bracket == kLeads) part.role = OfficeRole::leads;
    if (bracket == kJoins) part.role = OfficeRole::joins;
    const bool leads = take_end(name, kLeads);
    take_end(name, "等");
    if (!name.empty()) part.offices.push_back({name, leads});
  }
  return part;
}

/// Where an office stands in the text.
struct Place {
  std::size_t part = 0, in_part = 0;
  bool alone = false;  ///< there is no other part but one that examines
};

OfficeRole role_in(const Part& part, const Named& office, const Place& place) {
  if (part.role) return *part.role;
  const bool one_leads = std::any_of(part.offices.begin(), part.offices.end(), [](const Named& n) { return n.leads; });
  if (one_leads) return office.leads ? OfficeRole::leads : OfficeRole::joins;
  return (place.alone ? place.in_part : place.part) == 0 ? OfficeRole::leads : OfficeRole::joins;
}

int led_targets(const World& world, const OfficeDuties& duties) {
  return static_cast<int>(std::count_if(duties.targets.begin(), duties.targets.end(), [&](Id<Target> id) {
    const Id<Clause> clause = world.targets[id].clause;
    return std::find(duties.leads.begin(), duties.leads.end(), clause) != duties.leads.end();
  }));
}

}  // namespace

std::vector<Office> offices_of(std::string_view text) {
  std::vector<Part> parts;
  for (std::string& part : split(text, is_semicolon)) parts.push_back(part_of(std::move(part)));
  const auto examines = [](const Part& part) { return part.role == OfficeRole::examines; };
  const bool alone = std::count_if(parts.begin(), parts.end(), examines) + 1 >= static_cast<std::ptrdiff_t>(parts.size());
  std::vector<Office> offices;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (std::size_t i = 0; i < parts[p].offices.size(); ++i) {
      const Named& named = parts[p].offices[i];
      const bool known = std::any_of(offices.begin(), offices.end(), [&](const Office& o) { return o.name == named.name; });
      if (!known) offices.push_back({named.name, role_in(parts[p], named, {p, i, alone})});
    }
  }
  return offices;
}

ClauseOffices offices_of_clause(const World& world, const std::string& clause) {
  ClauseOffices found;
  const auto id = world.clauses.find(clause);
  if (!id) return found;
  for (const Office& office : offices_of(world.clauses[*id].offices)) {
    if (office.role == OfficeRole::leads)
      found.leads.push_back(office.name);
    else
      ++found.others;
  }
  return found;
}

std::vector<OfficeDuties> duties_of_offices(const World& world) {
  std::map<std::string, OfficeDuties> by_name;
  for (const Clause& clause : world.clauses) {
    std::vector<Office> offices = offices_of(clause.offices);
    if (offices.empty()) offices.push_back({"", OfficeRole::leads});
    const Id<Clause> id = world.clauses.id_of(clause);
    for (const Office& office : offices) {
      OfficeDuties& duties = by_name[office.name];
      duties.name = office.name;
      (office.role == OfficeRole::leads ? duties.leads : duties.joins).push_back(id);
      for (const Target& target : world.targets) {
        if (target.clause == id && target.reading_of.empty()) duties.targets.push_back(world.targets.id_of(target));
      }
    }
  }
  std::vector<OfficeDuties> all;
  for (auto& [name, duties] : by_name) all.push_back(std::move(duties));
  std::stable_sort(all.begin(), all.end(), [&](const OfficeDuties& a, const OfficeDuties& b) {
    const auto rank = [&](const OfficeDuties& d) {
      return std::tuple(d.name.empty(), -led_targets(world, d), -static_cast<int>(d.targets.size()), -static_cast<int>(d.clauses()));
    };
    return rank(a) < rank(b);
  });
  return all;
}

}  // namespace railshift::analysis

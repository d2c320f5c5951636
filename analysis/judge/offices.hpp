#pragma once
/// 责任单位 - the offices that a clause names, out of its text as the plan closes it: 市发展改革委、市工信局(牵头)；市交通局(配合).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::analysis {

enum class OfficeRole : std::uint8_t {
  leads,    ///< 牵头; without roles the first part of a list of several, the first office of a list of one part
  joins,    ///< 配合, and all others
  examines  ///< 考核
};

struct Office {
  std::string name;
  OfficeRole role = OfficeRole::leads;
  friend bool operator==(const Office&, const Office&) = default;
};

/// Parts of the list stand between semicolons, offices between 、 and commas; signs inside brackets part nothing (各县(市、区)). A bracket
/// (牵头) or (配合) gives its whole part the role, 牵头 behind a name gives it to that office alone and makes the others of its part join;
/// a part that begins with 考核： examines. Notes in brackets that begin with 方案, and 等 at the end, are left out. In order, each name
/// once with the first of its roles.
[[nodiscard]] std::vector<Office> offices_of(std::string_view text);

/// Those of one clause that lead, and how many others it names.
struct ClauseOffices {
  std::vector<std::string> leads;
  std::size_t others = 0;
};
[[nodiscard]] ClauseOffices offices_of_clause(const World& world, const std::string& clause);

/// What one office has to do with a plan.
struct OfficeDuties {
  std::string name;                 ///< empty: clauses that name no office
  std::vector<Id<Clause>> leads;    ///< in the order of the clauses
  std::vector<Id<Clause>> joins;    ///< likewise, examining included
  std::vector<Id<Target>> targets;  ///< main targets of all of these, in the order of clauses, then of targets
  [[nodiscard]] std::size_t clauses() const { return leads.size() + joins.size(); }
};
/// Every office of the plan once: those that lead most targets first, then by targets, by clauses, by name. Clauses without an office stand
/// last, under an empty name.
[[nodiscard]] std::vector<OfficeDuties> duties_of_offices(const World& world);

}  // namespace railshift::analysis

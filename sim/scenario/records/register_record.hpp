#pragma once
/// Counts of trucks as the vehicle administration sends them.
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "sim/model/world.hpp"
#include "sim/scenario/records/gaps.hpp"
#include "sim/scenario/records/record_form.hpp"

namespace railshift::scenario {

/// What makes one row of the register: several rows of the record may say parts of it, such as several vehicle types of a segment.
using RegisterKey = std::tuple<Id<Segment>, std::string, int, Standard, Powertrain>;

struct RegisterRecord {
  std::map<RegisterKey, RegisterRow> rows;
  std::map<Id<Segment>, std::set<std::string>> counties;  ///< that have a row; "" if the record names none
  Gaps<Id<Segment>, std::string> unread;                  ///< by segment and county
};

/// Rows, other columns and misfits go into `out`.
[[nodiscard]] RegisterRecord read_register_record(const World& world, const RecordRequest& request, RecordImport& out, Problems& problems);

/// A county as part of an id: its code, or for a name a number that is always the same; nothing without a county.
[[nodiscard]] std::string county_part(const std::string& county);

}  // namespace railshift::scenario

#pragma once
/// Which ids each table has. Because a Table sorts its rows by text id, an id's rank is its Id before any row is decoded:
/// references are resolved in one pass, whatever the order of files and rows.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::scenario {

class KeyBook {
 public:
  /// Ids may repeat and come in any order.
  void add(const std::string& table, std::vector<std::string> ids);
  /// Rows of the table may be missing or have an id that could not be read, which was reported: what is not found may be there.
  void may_have_more(const std::string& table) { incomplete_.insert(table); }
  /// False for a table that could not be read, or not as a whole: ids that it does not have are not judged.
  [[nodiscard]] bool knows(const std::string& table) const { return ids_.count(table) > 0 && incomplete_.count(table) == 0; }
  [[nodiscard]] std::optional<std::uint32_t> rank(const std::string& table, std::string_view id) const;
  /// Sorted and unique.
  [[nodiscard]] const std::vector<std::string>& ids(const std::string& table) const;

 private:
  std::map<std::string, std::vector<std::string>> ids_;
  std::set<std::string> incomplete_;
};

/// Name of the table that an Id<T> points into.
template <class T>
const char* table_name();
template <>
inline const char* table_name<Commodity>() {
  return "commodities";
}
template <>
inline const char* table_name<Segment>() {
  return "segments";
}
template <>
inline const char* table_name<TruckClass>() {
  return "truck_classes";
}
template <>
inline const char* table_name<Firm>() {
  return "firms";
}
template <>
inline const char* table_name<Site>() {
  return "sites";
}
template <>
inline const char* table_name<Node>() {
  return "node";
}
template <>
inline const char* table_name<Line>() {
  return "lines";
}
template <>
inline const char* table_name<RailSection>() {
  return "rail_sections";
}
template <>
inline const char* table_name<Siding>() {
  return "sidings";
}
template <>
inline const char* table_name<Profile>() {
  return "profiles";
}
template <>
inline const char* table_name<HourProfile>() {
  return "hour_profiles";
}
template <>
inline const char* table_name<Station>() {
  return "stations_service";
}
template <>
inline const char* table_name<Flow>() {
  return "flows";
}
template <>
inline const char* table_name<Chain>() {
  return "chains";
}
template <>
inline const char* table_name<Process>() {
  return "processes";
}
template <>
inline const char* table_name<Clause>() {
  return "clauses";
}

}  // namespace railshift::scenario

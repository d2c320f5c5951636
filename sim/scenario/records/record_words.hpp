#pragma once
/// Words of records as values of the model: the closed lists of the schema and what bureaus write besides.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/records/reading/record_row.hpp"
#include "sim/scenario/records/reading/truck_codes.hpp"

namespace railshift::scenario {

/// Rows of a table by id, Chinese name and English name. A name that two rows share stands for neither.
template <class T>
class NameBook {
 public:
  explicit NameBook(const Table<T>& table) {
    for (const T& row : table) {
      const Id<T> id = table.id_of(row);
      add(row.id, id);
      if (row.name_zh != row.id) add(row.name_zh, id);
      if constexpr (requires { row.name_en; }) {
        if (row.name_en != row.id && row.name_en != row.name_zh) add(row.name_en, id);
      }
    }
    for (const std::string& name : shared_) ids_.erase(name);
    for (const auto& [name, id] : ids_) {
      const auto [at, fresh] = by_compact_.emplace(compact(name), id);
      if (!fresh && at->second != id) at->second = std::nullopt;
    }
  }
  [[nodiscard]] std::optional<Id<T>> find(const std::string& name) const {
    if (const auto at = ids_.find(name); at != ids_.end()) return at->second;
    const auto typed = by_compact_.find(compact(name));
    return typed == by_compact_.end() ? std::nullopt : typed->second;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& [name, id] : ids_) out.push_back(name);
    return out;
  }

 private:
  void add(const std::string& name, Id<T> id) {
    if (!ids_.emplace(name, id).second) shared_.insert(name);
  }
  std::map<std::string, Id<T>> ids_;
  std::map<std::string, std::optional<Id<T>>> by_compact_;  ///< wide letters and blanks as people type them
  std::set<std::string> shared_;
};

/// The words of one closed list.
template <class E>
class WordBook {
 public:
  explicit WordBook(std::map<std::string, E> words) : words_(std::move(words)) {}
  [[nodiscard]] std::optional<E> find(const std::string& word) const {
    const auto at = words_.find(word);
    return at == words_.end() ? std::nullopt : std::optional(at->second);
  }

 private:
  std::map<std::string, E> words_;
};

[[nodiscard]] WordBook<Standard> standard_words();
[[nodiscard]] WordBook<Powertrain> powertrain_words();
/// Size classes and plates: yellow ones of heavy and medium trucks are taken for heavy.
[[nodiscard]] WordBook<VehicleType> vehicle_words();
[[nodiscard]] WordBook<Owner> owner_words();

/// A word that a column map leaves out of the scenario: "旧厂" = "-".
[[nodiscard]] bool is_left_out(const std::string& meaning);
/// 示列货场 or 示例货场东门 for 示例货场: "; did you mean 示例货场?" if a name of the scenario is one character away, a part of the word,
/// or the word a part of it, of several the nearest; else nothing. A word so near is hardly another thing.
[[nodiscard]] Words near_miss(const std::string& word, const std::vector<std::string>& names);

/// What the columns standard and fuel say of a truck. Each may say nothing, or something that cannot be taken.
struct TruckWords {
  std::optional<Standard> standard;
  std::optional<Powertrain> powertrain;
  Trouble of_standard;
  Trouble of_fuel;
};
class TruckReader {
 public:
  TruckReader() : standards_(standard_words()), powertrains_(powertrain_words()) {}
  /// An electric or hydrogen truck without a standard is zero_exhaust; any other standard of theirs contradicts.
  [[nodiscard]] TruckWords read(const RecordRow& row, const std::string& fuel_field) const;

 private:
  void read_fuel(const RecordRow& row, const std::string& fuel_field, TruckWords& out) const;
  WordBook<Standard> standards_;
  WordBook<Powertrain> powertrains_;
};

/// Vehicle types by words of bureaus and codes of the vehicle administration.
class VehicleReader {
 public:
  VehicleReader() : words_(vehicle_words()) {}
  /// Nothing for what is not known; see VehicleWord for what is known and no truck.
  [[nodiscard]] std::optional<VehicleWord> find(const std::string& word) const;

 private:
  WordBook<VehicleType> words_;
};

}  // namespace railshift::scenario

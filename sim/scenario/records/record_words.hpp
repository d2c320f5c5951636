#pragma once
/// Words of records as values of the model: the closed lists of the schema and what bureaus write besides.
#include <map>
#include <optional>
#include <set>
#include <string>

#include "sim/model/world.hpp"
#include "sim/scenario/records/record_rows.hpp"

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
  }
  [[nodiscard]] std::optional<Id<T>> find(const std::string& name) const {
    const auto at = ids_.find(name);
    return at == ids_.end() ? std::nullopt : std::optional(at->second);
  }

 private:
  void add(const std::string& name, Id<T> id) {
    if (!ids_.emplace(name, id).second) shared_.insert(name);
  }
  std::map<std::string, Id<T>> ids_;
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

/// What the columns standard and fuel say of a truck together.
struct TruckWords {
  std::optional<Standard> standard;
  std::optional<Powertrain> powertrain;  ///< absent if the record has no word for it
  std::string trouble;                   ///< why they cannot be taken; empty: they can
};
class TruckReader {
 public:
  TruckReader() : standards_(standard_words()), powertrains_(powertrain_words()) {}
  /// An empty standard of an electric or hydrogen truck is zero_exhaust; any other standard of theirs contradicts.
  [[nodiscard]] TruckWords read(const RecordRow& row, const std::string& fuel_field) const;

 private:
  WordBook<Standard> standards_;
  WordBook<Powertrain> powertrains_;
};

}  // namespace railshift::scenario

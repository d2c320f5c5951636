#pragma once
/// Field tables: what a column or key is called, what it accepts and where its value goes. Reading, error messages, docs/schema.md and
/// the JSON Schema all come from them.
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/scenario/fields/cell.hpp"
#include "sim/scenario/fields/field_info.hpp"

namespace railshift::scenario {

template <class T>
struct Field {
  FieldInfo info;
  std::function<void(T&, const Cell&, const FieldInfo&, Decoder&)> put;
};
template <class T>
using Fields = std::vector<Field<T>>;

// How a cell becomes a value of each type; the scalar forms are in cell.hpp.
template <class Unit>
void decode(Quantity<Unit>& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  decode(out.value, cell, info, decoder);
}

template <class T>
void decode(Id<T>& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  if (const auto rank = decoder.reference(cell, info)) out.index = *rank;
}

template <class E>
requires std::is_enum_v<E>
void decode(E& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  if (const auto value = decoder.word(cell, info)) out = static_cast<E>(*value);
}

template <class M>
void decode(std::optional<M>& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  M value{};
  decode(value, cell, info, decoder);
  out = value;
}

template <class M>
void decode(std::vector<M>& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  out.clear();
  for (const Cell& item : decoder.items(cell, info)) {
    M value{};
    decode(value, item, info, decoder);
    out.push_back(value);
  }
}

template <class M>
struct ReferredTable {
  static std::string name() { return ""; }
};
template <class T>
struct ReferredTable<Id<T>> {
  static std::string name() { return table_name<T>(); }
};
template <class M>
struct ReferredTable<std::optional<M>> : ReferredTable<M> {};
template <class M>
struct ReferredTable<std::vector<M>> : ReferredTable<M> {};

template <class M>
struct WordList {
  static std::vector<Word> words() { return {}; }
};
template <class M>
requires std::is_enum_v<M>
struct WordList<M> {
  static std::vector<Word> words() { return words_of<M>(); }
};
template <class M>
struct WordList<std::optional<M>> : WordList<M> {};
template <class M>
struct WordList<std::vector<M>> : WordList<M> {};

/// A field whose value goes into a member; closed lists and referred tables follow from the member's type.
template <class T, class M>
Field<T> field(M T::*member, FieldInfo info) {
  if (info.table.empty()) info.table = ReferredTable<M>::name();
  if (info.words.empty()) info.words = WordList<M>::words();
  return {std::move(info), [member](T& row, const Cell& cell, const FieldInfo& i, Decoder& d) { decode(row.*member, cell, i, d); }};
}

/// The same for a row type that derives from the class of the member.
template <class T, class C, class M>
Field<T> field_in(M C::*member, FieldInfo info) {
  static_assert(std::is_base_of_v<C, T>);
  M T::*inherited = member;
  return field(inherited, std::move(info));
}

/// The five columns behind every numeric row.
template <class T>
Fields<T> with_provenance(Fields<T> fields) {
  const auto add = [&fields](auto Provenance::*part, FieldInfo info) {
    if (info.type == FieldType::word) info.words = words_of<Standing>();
    fields.push_back(
        {std::move(info), [part](T& row, const Cell& cell, const FieldInfo& i, Decoder& d) { decode(row.provenance.*part, cell, i, d); }});
  };
  add(&Provenance::low, number("low", "下限", "lower bound of the row's ranged number").optional());
  add(&Provenance::high, number("high", "上限", "upper bound of the row's ranged number").optional());
  add(&Provenance::standing, word("standing", "数据性质", "what the numbers of the row rest on"));
  add(&Provenance::source, text("source", "来源", "document or page; required for published").optional());
  add(&Provenance::reason, text("reason", "理由", "formula or reason; required unless published").optional());
  return fields;
}

template <class T>
std::vector<FieldInfo> infos_of(const Fields<T>& fields) {
  std::vector<FieldInfo> out;
  for (const Field<T>& f : fields) out.push_back(f.info);
  return out;
}

/// Puts one cell into a row, read as `info` says. An empty cell leaves an optional field as it is.
template <class T>
void read_field_as(const FieldInfo& info, T& row, const Field<T>& f, const Cell& cell, Decoder& decoder) {
  if (decoder.is_there(cell, info)) f.put(row, cell, info, decoder);
}
template <class T>
void read_field(T& row, const Field<T>& f, const Cell& cell, Decoder& decoder) {
  read_field_as(f.info, row, f, cell, decoder);
}

/// Puts the members of a TOML table into a row; keys that are missing are reported at the table. Unknown keys: see report_unknown_keys.
template <class T>
void read_members(T& row, const TomlNode& table, const Fields<T>& fields, Decoder& decoder) {
  for (const Field<T>& f : fields) {
    const TomlNode* node = table.find(f.info.name);
    if (node != nullptr)
      read_field(row, f, Cell::from(*node), decoder);
    else if (f.info.need == Need::required)
      decoder.missing_key(table, f.info);
  }
}

}  // namespace railshift::scenario

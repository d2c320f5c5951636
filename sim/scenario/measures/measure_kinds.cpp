/// How the kinds of measure stand in scenario.toml: their notes (sim/policy) as fields.
#include <type_traits>

#include "sim/policy/kinds.hpp"
#include "sim/scenario/measures/settings.hpp"

namespace railshift::scenario {
namespace {

template <class Member>
constexpr FieldType type_of() {
  if constexpr (std::is_same_v<Member, Date>)
    return FieldType::date;
  else if constexpr (std::is_same_v<Member, int>)
    return FieldType::integer;
  else if constexpr (std::is_same_v<Member, TonnesPerYear> || std::is_same_v<Member, Kilograms>)
    return FieldType::tonnes;
  else if constexpr (std::is_same_v<Member, double> || std::is_same_v<Member, YuanPerTonne> || std::is_same_v<Member, Kilometres>)
    return FieldType::number;
  else if constexpr (std::is_same_v<Member, std::vector<RequiredStep>>)
    return FieldType::steps;
  else if constexpr (std::is_enum_v<Member>)
    return FieldType::word;
  else {
    static_assert(std::is_same_v<Member, std::string>, "a member of a measure has a type that scenario.toml knows");
    return FieldType::reference;
  }
}

/// Lists and references: ids of a table, or words of a closed list.
template <class T>
struct TypeOf {
  static constexpr FieldType value = type_of<T>();
};
template <class T>
struct TypeOf<std::optional<T>> : TypeOf<T> {};
template <class T>
struct TypeOf<Id<T>> {
  static constexpr FieldType value = FieldType::reference;
};
template <class T>
struct TypeOf<std::vector<Id<T>>> {
  static constexpr FieldType value = FieldType::references;
};
template <>
struct TypeOf<std::vector<std::string>> {
  static constexpr FieldType value = FieldType::references;
};
template <class E>
requires std::is_enum_v<E>
struct TypeOf<std::vector<E>> {
  static constexpr FieldType value = FieldType::word_list;
};

template <class Member>
FieldInfo info_of(const policy::FieldNote& note) {
  FieldInfo info{std::string(note.name), TypeOf<Member>::value, std::string(note.zh), std::string(note.en), std::string(note.unit)};
  info.low = note.low;
  info.high = note.high;
  info.need = note.may_be_absent ? Need::optional : Need::required;
  info.needs_standing = note.wants_standing;
  info.table = note.table;
  return info;
}

template <class Kind>
Fields<Kind> fields_of() {
  Fields<Kind> fields;
  policy::About<Kind>::fields([&fields]<class Member>(Member Kind::*member, const policy::FieldNote& note) {
    fields.push_back(field(member, info_of<Member>(note)));
  });
  return fields;
}

template <class Kind>
MeasureKind make_kind(const policy::KindRow& row) {
  const Fields<Kind> fields = fields_of<Kind>();
  return {std::string(row.word), std::string(row.zh), std::string(row.what), infos_of(fields),
          [fields](const TomlNode& node, Decoder& decoder) -> Instrument {
            Kind kind{};
            read_members(kind, node, fields, decoder);
            return kind;
          }};
}

}  // namespace

std::vector<MeasureKind> measure_kinds() {
  std::vector<MeasureKind> kinds;
  policy::for_each_kind(
      [&kinds]<class Kind>(std::type_identity<Kind>, const policy::KindRow& row) { kinds.push_back(make_kind<Kind>(row)); });
  return kinds;
}

}  // namespace railshift::scenario

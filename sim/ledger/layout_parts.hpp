#pragma once
/// The few words in which the layout_*.cpp files describe columns. `key<&Row::month>("month", ...)` makes getter and setter from the
/// member.
#include <array>
#include <string>
#include <type_traits>
#include <utility>

#include "sim/ledger/layout.hpp"

namespace railshift::ledger::parts {

/// How a member's type stands in a table as a whole number.
template <class T>
struct Codec {
  static std::optional<std::int64_t> encode(T value) { return static_cast<std::int64_t>(value); }
  static T decode(std::optional<std::int64_t> number) { return static_cast<T>(number.value_or(0)); }
};
template <>
struct Codec<Month> {
  static std::optional<std::int64_t> encode(Month m) { return m.index; }
  static Month decode(std::optional<std::int64_t> number) { return Month{static_cast<std::int32_t>(number.value_or(0))}; }
};
template <>
struct Codec<AccessClass> {
  static std::optional<std::int64_t> encode(AccessClass c) { return c.index(); }
  static AccessClass decode(std::optional<std::int64_t> number) {
    return AccessClass::from_index(static_cast<unsigned>(number.value_or(0)));
  }
};
template <class T>
struct Codec<Id<T>> {
  static std::optional<std::int64_t> encode(Id<T> id) { return id.index; }
  static Id<T> decode(std::optional<std::int64_t> number) { return Id<T>{static_cast<std::uint32_t>(number.value_or(0))}; }
};
template <class T>
struct Codec<std::optional<T>> {
  static std::optional<std::int64_t> encode(const std::optional<T>& v) { return v ? Codec<T>::encode(*v) : std::nullopt; }
  static std::optional<T> decode(std::optional<std::int64_t> number) {
    return number ? std::optional<T>(Codec<T>::decode(number)) : std::nullopt;
  }
};

/// The member at the end of a path of member pointers: at<&RegisterFoldRow::tally, &RegisterTally::open>(row).
template <auto First, auto... Rest, class Row>
auto& at(Row& row) {
  if constexpr (sizeof...(Rest) == 0) {
    return row.*First;
  } else {
    return at<Rest...>(row.*First);
  }
}

template <class Row, auto... Path>
Column<Row> column(std::string_view name, std::string_view description) {
  using Member = std::remove_reference_t<decltype(at<Path...>(std::declval<Row&>()))>;
  Column<Row> c;
  c.name = name;
  c.description = description;
  if constexpr (std::is_same_v<Member, std::string>) {
    c.text = [](const Row& row) -> const std::string& { return at<Path...>(row); };
    // Moved, which clang-tidy 14 does not see in a template. NOLINTNEXTLINE(performance-unnecessary-value-param)
    c.set_text = [](Row& row, std::string value) { at<Path...>(row) = std::move(value); };
  } else {
    c.number = [](const Row& row) { return Codec<Member>::encode(at<Path...>(row)); };
    c.set_number = [](Row& row, std::optional<std::int64_t> number) { at<Path...>(row) = Codec<Member>::decode(number); };
  }
  return c;
}

template <class Row, auto... Path>
Column<Row> key(std::string_view name, Dimension dimension, std::string_view description) {
  Column<Row> c = column<Row, Path...>(name, description);
  c.role = Role::key;
  c.dimension = dimension;
  return c;
}

template <class Row, auto... Path>
Column<Row> value(std::string_view name, std::string_view unit, std::string_view description) {
  Column<Row> c = column<Row, Path...>(name, description);
  c.unit = unit;
  return c;
}

}  // namespace railshift::ledger::parts

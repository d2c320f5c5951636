#pragma once
/// What is known about a column or key apart from where its value goes.
#include <limits>
#include <string>
#include <vector>

#include "sim/scenario/fields/usual_range.hpp"
#include "sim/scenario/fields/words.hpp"

namespace railshift::scenario {

enum class FieldType {
  id,
  text,
  reference,
  integer,
  number,
  tonnes,
  date,
  yes_no,
  zero_one,
  word,
  references,
  word_list,
  steps,
  numbers,
  scope,
  text_list,
  number_list
};
enum class Need { required, optional };
/// Which characters an id may have: clause ids such as TY-11 have capitals.
enum class Letters { lower, any };

struct FieldInfo {
  std::string name;
  FieldType type = FieldType::text;
  std::string zh;
  std::string en;
  std::string unit{};
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  Need need = Need::required;
  Letters letters = Letters::lower;
  bool ranged = false;                ///< the number that `low` and `high` of the row bound
  bool may_be_left_out = false;       ///< the whole column may be missing in a file; only of optional fields
  bool needs_standing = false;        ///< of a measure: a number that no clause states
  std::string table{};                ///< of a reference
  std::vector<Word> words{};          ///< of a closed list
  const UsualRange* usual = nullptr;  ///< what practice knows, inside of low and high

  [[nodiscard]] FieldInfo optional() const {
    FieldInfo i = *this;
    i.need = Need::optional;
    return i;
  }
  /// Optional, and a file may do without the column.
  [[nodiscard]] FieldInfo if_given() const {
    FieldInfo i = optional();
    i.may_be_left_out = true;
    return i;
  }
  [[nodiscard]] FieldInfo in(std::string u) const {
    FieldInfo i = *this;
    i.unit = std::move(u);
    return i;
  }
  [[nodiscard]] FieldInfo at_least(double bound) const {
    FieldInfo i = *this;
    i.low = bound;
    return i;
  }
  [[nodiscard]] FieldInfo between(double a, double b) const {
    FieldInfo i = *this;
    i.low = a;
    i.high = b;
    return i;
  }
  [[nodiscard]] FieldInfo with_range() const {
    FieldInfo i = *this;
    i.ranged = true;
    return i;
  }
  [[nodiscard]] FieldInfo with_standing() const {
    FieldInfo i = *this;
    i.needs_standing = true;
    return i;
  }
  [[nodiscard]] FieldInfo into(std::string referred) const {
    FieldInfo i = *this;
    i.table = std::move(referred);
    return i;
  }
  [[nodiscard]] FieldInfo any_case() const {
    FieldInfo i = *this;
    i.letters = Letters::any;
    return i;
  }
  [[nodiscard]] FieldInfo of(std::vector<Word> closed) const {
    FieldInfo i = *this;
    i.words = std::move(closed);
    return i;
  }
};

inline FieldInfo make_info(FieldType type, const char* name, const char* zh, const char* en) { return {name, type, zh, en}; }
inline FieldInfo id(const char* name, const char* zh, const char* en) { return make_info(FieldType::id, name, zh, en); }
inline FieldInfo text(const char* name, const char* zh, const char* en) { return make_info(FieldType::text, name, zh, en); }
inline FieldInfo ref(const char* name, const char* zh, const char* en) { return make_info(FieldType::reference, name, zh, en); }
inline FieldInfo refs(const char* name, const char* zh, const char* en) { return make_info(FieldType::references, name, zh, en); }
inline FieldInfo integer(const char* name, const char* zh, const char* en) { return make_info(FieldType::integer, name, zh, en); }
inline FieldInfo number(const char* name, const char* zh, const char* en) { return make_info(FieldType::number, name, zh, en); }
inline FieldInfo share(const char* name, const char* zh, const char* en) { return number(name, zh, en).between(0, 1); }
/// Tonnes may be written 12.5万吨.
inline FieldInfo tonnes(const char* name, const char* zh, const char* en) {
  return make_info(FieldType::tonnes, name, zh, en).in("t").at_least(0);
}
inline FieldInfo date(const char* name, const char* zh, const char* en) { return make_info(FieldType::date, name, zh, en); }
inline FieldInfo yes_no(const char* name, const char* zh, const char* en) { return make_info(FieldType::yes_no, name, zh, en); }
inline FieldInfo word(const char* name, const char* zh, const char* en) { return make_info(FieldType::word, name, zh, en); }
inline FieldInfo word_list(const char* name, const char* zh, const char* en) { return make_info(FieldType::word_list, name, zh, en); }

/// What a field accepts, in words: "number in km, 0 or more".
[[nodiscard]] Words accepted(const FieldInfo& info);
/// The unit of a column: as the tables write it, in Chinese by its name.
[[nodiscard]] Words unit_words(const FieldInfo& info);
/// The words of a closed list: "diesel (柴油), electric (纯电动, 电动)".
[[nodiscard]] std::string word_text(const std::vector<Word>& words);

}  // namespace railshift::scenario

#pragma once
/// Physical quantities as types: the unit is in the type, and which units may meet is written down here and nowhere else.
/// A Quantity holds a double in its named canonical unit; mass that is counted, not estimated, is whole Kilograms.
#include <compare>
#include <cstdint>

namespace railshift {

template <class Unit>
struct Quantity {
  double value = 0.0;

  constexpr Quantity() = default;
  constexpr explicit Quantity(double v) : value(v) {}

  constexpr Quantity& operator+=(Quantity o) {
    value += o.value;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity o) {
    value -= o.value;
    return *this;
  }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.value + b.value}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.value - b.value}; }
  friend constexpr Quantity operator*(Quantity a, double f) { return Quantity{a.value * f}; }
  friend constexpr Quantity operator*(double f, Quantity a) { return Quantity{a.value * f}; }
  friend constexpr Quantity operator/(Quantity a, double f) { return Quantity{a.value / f}; }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

struct TonneUnit {};
struct KilometreUnit {};
struct HourUnit {};
struct YuanUnit {};
struct TonneKilometreUnit {};
struct YuanPerTonneUnit {};
struct YuanPerTonneHourUnit {};
struct KilometresPerHourUnit {};
struct TonnesPerYearUnit {};
struct TonnesPerDayUnit {};
struct GramUnit {};
struct GramPerKilometreUnit {};

using Tonnes = Quantity<TonneUnit>;
using Kilometres = Quantity<KilometreUnit>;
using Hours = Quantity<HourUnit>;
using Yuan = Quantity<YuanUnit>;
using TonneKilometres = Quantity<TonneKilometreUnit>;
using YuanPerTonne = Quantity<YuanPerTonneUnit>;
using YuanPerTonneHour = Quantity<YuanPerTonneHourUnit>;
using KilometresPerHour = Quantity<KilometresPerHourUnit>;
using TonnesPerYear = Quantity<TonnesPerYearUnit>;
using TonnesPerDay = Quantity<TonnesPerDayUnit>;
using Grams = Quantity<GramUnit>;
using GramsPerKilometre = Quantity<GramPerKilometreUnit>;

/// The multiplication table: `A * B` exists only where a result is named.
template <class A, class B>
struct UnitProduct;
template <>
struct UnitProduct<TonneUnit, KilometreUnit> {
  using type = TonneKilometreUnit;
};
template <>
struct UnitProduct<YuanPerTonneUnit, TonneUnit> {
  using type = YuanUnit;
};
template <>
struct UnitProduct<YuanPerTonneHourUnit, HourUnit> {
  using type = YuanPerTonneUnit;
};
template <>
struct UnitProduct<KilometresPerHourUnit, HourUnit> {
  using type = KilometreUnit;
};
template <>
struct UnitProduct<GramPerKilometreUnit, KilometreUnit> {
  using type = GramUnit;
};

template <class A, class B>
constexpr auto operator*(Quantity<A> a, Quantity<B> b) -> Quantity<typename UnitProduct<A, B>::type> {
  return Quantity<typename UnitProduct<A, B>::type>{a.value * b.value};
}
constexpr Hours operator/(Kilometres km, KilometresPerHour speed) { return Hours{km.value / speed.value}; }

/// What a year brings, divided by this, is a mean day; leap years are not told apart.
inline constexpr double kDaysAYear = 365.0;

/// Whole kilograms: conservation is checked to 0 kg, so mass that moves is never a floating-point number.
struct Kilograms {
  std::int64_t value = 0;
  constexpr Kilograms() = default;
  constexpr explicit Kilograms(std::int64_t v) : value(v) {}
  constexpr Kilograms& operator+=(Kilograms o) {
    value += o.value;
    return *this;
  }
  constexpr Kilograms& operator-=(Kilograms o) {
    value -= o.value;
    return *this;
  }
  friend constexpr Kilograms operator+(Kilograms a, Kilograms b) { return Kilograms{a.value + b.value}; }
  friend constexpr Kilograms operator-(Kilograms a, Kilograms b) { return Kilograms{a.value - b.value}; }
  friend constexpr auto operator<=>(Kilograms, Kilograms) = default;
};
constexpr Tonnes to_tonnes(Kilograms kg) { return Tonnes{static_cast<double>(kg.value) / 1000.0}; }
/// Rounds half away from zero, once.
constexpr Kilograms to_kilograms(Tonnes t) { return Kilograms{static_cast<std::int64_t>(t.value * 1000.0 + (t.value < 0 ? -0.5 : 0.5))}; }

}  // namespace railshift

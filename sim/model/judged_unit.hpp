#pragma once
/// Units in which targets and observed values may be stated: the one list that check accepts and that figures are turned into.
#include <array>
#include <string_view>

namespace railshift {

/// A name of a unit, and how many of it are one of the unit in which figures are counted.
struct JudgedUnit {
  std::string_view figure;  ///< unit of metrics.csv: 1, t, vehicles, km, firms
  std::string_view name;    ///< empty: a share without a unit
  double in_figure = 1.0;
};

inline constexpr std::array<JudgedUnit, 20> kJudgedUnits{{{"1", "1"},
                                                          {"1", "share"},
                                                          {"1", "%", 100.0},
                                                          {"1", ""},
                                                          {"t", "t"},
                                                          {"t", "吨"},
                                                          {"t", "千吨", 1e-3},
                                                          {"t", "kt", 1e-3},
                                                          {"t", "万吨", 1e-4},
                                                          {"t", "百万吨", 1e-6},
                                                          {"t", "Mt", 1e-6},
                                                          {"t", "亿吨", 1e-8},
                                                          {"vehicles", "vehicles"},
                                                          {"vehicles", "trucks"},
                                                          {"vehicles", "辆"},
                                                          {"km", "km"},
                                                          {"km", "万公里", 1e-4},
                                                          {"km", "vehicle-km"},
                                                          {"firms", "firms"},
                                                          {"firms", "家"}}};

}  // namespace railshift

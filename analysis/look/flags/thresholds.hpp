#pragma once
/// Where a figure begins to look wrong, each with its reason. They raise flags only: no run reads them.

namespace railshift::analysis::look {

/// Two drivers in turn drive 20 h a day at 35 km/h on 300 days: 210,000 km. Nobody's whole pool does more than this in a year.
inline constexpr double kHardTruckKm = 200'000.0;
/// City rounds: 12 h a day at 25 km/h on 330 days.
inline constexpr double kHardCityKm = 100'000.0;
/// A heavy truck that drives less than 70 km a working day does not earn its instalments: the pool is too large or its flows are missing.
inline constexpr double kIdleTruckKm = 20'000.0;
/// Above nine tenths of a timetable's paths trains wait for each other: the usual limit of planned use.
inline constexpr double kFullLine = 0.9;
/// At 85 % use the mean queue of a random stream (M/M/1) is already 5.7 service times long.
inline constexpr double kBusyStation = 0.85;
/// Below two trucks an hour a queue hardly forms: the default service without a queue does no harm.
inline constexpr double kManyTrucksADay = 50.0;
/// Heating coal, the most seasonal goods there is, has 2.8 mean months in January: what is steeper than this hardly exists.
inline constexpr double kSteepMonth = 3.0;
/// A yard or a silo holds some weeks of output; two months of it must lie somewhere before they can be sent.
inline constexpr double kPileDays = 60.0;
/// Beyond this a truck's bulk load costs about twice the train: so long a haul by road wants a reason.
inline constexpr double kLongHaulKm = 500.0;
/// Smaller flows than three trucks a day are not worth a word about their length.
inline constexpr double kLongHaulTonnes = 30'000.0;
/// Sides of balances close to the kilogram; two roundings may add up to this.
inline constexpr double kOpenBalanceTonnes = 0.002;

}  // namespace railshift::analysis::look

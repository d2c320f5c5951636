/// Codes and spellings of the vehicle administration.
#include <catch2/catch.hpp>

#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/records/reading/truck_codes.hpp"
#include "sim/scenario/records/record_words.hpp"

namespace truck_codes_test {

using namespace railshift;
using namespace railshift::scenario;

TEST_CASE("a stage is read in the spellings of certificates, ledgers and registers", "[records]") {
  for (const char* text : {"国六", "国6", "国6B", "国6b", "国VI", "国Ⅵ", "国VI-b", "国六(b)", "国六（Ｂ）", "国六阶段", "第六阶段",
                           "China 6", "6", "Ⅵ", "GB17691-2018", "GB 17691-2018 国Ⅵ", "GB18352.6-2016"}) {
    INFO(text);
    CHECK(stage_of(text) == Standard::china6);
  }
  for (const char* text : {"国四", "国IV", "国Ⅳ", "GB17691-2005国Ⅳ", "GB17691-2005 国IV", "国四排放标准"}) {
    INFO(text);
    CHECK(stage_of(text) == Standard::china4);
  }
  CHECK(stage_of("D") == Standard::zero_exhaust);  // electric in the gate ledger
  // an edition with three stages says none, and one with another stage than its own contradicts itself
  for (const char* text : {"GB17691-2005", "国七", "7", "国", "", "新能源", "X", "GB17691-2018国Ⅴ"}) {
    INFO(text);
    CHECK_FALSE(stage_of(text));
  }
}

TEST_CASE("vehicle types by code and name are sizes of trucks, or said to be something else", "[records]") {
  CHECK(vehicle_of("H11")->truck == VehicleType::heavy);
  CHECK(vehicle_of("重型普通货车")->truck == VehicleType::heavy);
  CHECK(vehicle_of("H11 重型普通货车")->truck == VehicleType::heavy);
  CHECK(vehicle_of("重型半挂牵引车(Q11)")->truck == VehicleType::heavy);
  CHECK(vehicle_of("h27")->truck == VehicleType::medium);
  CHECK(vehicle_of("轻型厢式货车")->truck == VehicleType::light);
  CHECK(vehicle_of("H41")->truck == VehicleType::mini);
  CHECK_FALSE(vehicle_of("K33")->truck);
  CHECK(vehicle_of("大型普通客车")->other == Words{"客车", "a bus"});
  CHECK(vehicle_of("B11")->other == Words{"挂车", "a trailer"});
  CHECK(vehicle_of("重型普通半挂车")->other == Words{"挂车", "a trailer"});
  // low-speed trucks and vehicles of special work are of no size class; a code beside another name is a slip
  for (const char* text : {"H51", "Z51", "X99", "H11 中型普通货车", "拖车", ""}) {
    INFO(text);
    CHECK_FALSE(vehicle_of(text));
  }
}

TEST_CASE("letters of fuels are powertrains, or named where the model has none", "[records]") {
  CHECK(fuel_of("B")->powertrain == Powertrain::diesel);
  CHECK(fuel_of("a")->powertrain == Powertrain::gasoline);
  CHECK(fuel_of("C")->powertrain == Powertrain::electric);
  CHECK(fuel_of("E")->powertrain == Powertrain::gas);
  CHECK(fuel_of("F 液化石油气")->powertrain == Powertrain::gas);
  CHECK(fuel_of("L")->powertrain == Powertrain::methanol);
  CHECK_FALSE(fuel_of("O")->powertrain);
  CHECK(fuel_of("O")->name == "混合动力");
  CHECK_FALSE(fuel_of("X"));
  CHECK_FALSE(fuel_of(""));
}

TEST_CASE("numbers are read with thousands in threes and in wide digits, and in no other form", "[records]") {
  CHECK(plain_number("1,250") == 1250.0);
  CHECK(plain_number("1,234,567.5") == 1234567.5);
  CHECK(plain_number("１，２５０") == 1250.0);
  CHECK(plain_number(" 12.5　") == 12.5);
  for (const char* text : {"1,25", "12,50", ",250", "1250,000", "1,250,", "1.2,500", "1 250", "十二", "", "1e3"}) {
    INFO(text);
    CHECK_FALSE(plain_number(text));
  }
}

TEST_CASE("a name one character away or a part of a name is a slip of the keyboard if it is long enough", "[records]") {
  CHECK(near_miss("示列货场", {"示例货场"}) == Words{"；是否指“示例货场”？", "; did you mean \"示例货场\"?"});
  CHECK_FALSE(near_miss("示例货场站", {"示例货场"}).empty());
  CHECK(near_miss("示例焦化", {"示例货场"}).empty());
  // a gate of it, or its name cut short
  CHECK_FALSE(near_miss("示例货场东门", {"示例货场"}).empty());
  CHECK_FALSE(near_miss("例货场", {"示例货场"}).empty());
  CHECK(near_miss("货场", {"示例货场"}).empty());
  CHECK(near_miss("铝厂", {"电厂"}).empty());
  // of several the nearest, not the first: one character away, not a part of a longer name
  CHECK(near_miss("一号货场西", {"一号货场西线装车点", "二号货场西"}).en == "; did you mean \"二号货场西\"?");
  CHECK(near_miss("一号货场", {"一号货场西线", "一号货场西"}).en == "; did you mean \"一号货场西\"?");
}

}  // namespace truck_codes_test

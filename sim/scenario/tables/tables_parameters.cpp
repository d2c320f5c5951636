#include "sim/scenario/tables/tables_parameters.hpp"

#include <algorithm>

#include "sim/scenario/tables/required_values.hpp"

namespace railshift::scenario {

TableOf<Commodity> commodities_table() {
  return make_table<Commodity>(
      {"commodities", Folder::parameters, "货类", "commodities", {"commodity_id"}, "", {}},
      {
          field(&Commodity::id, id("commodity_id", "货类代码", "id")),
          field(&Commodity::name_zh, text("name_zh", "中文名", "name in Chinese")),
          field(&Commodity::name_en, text("name_en", "英文名", "name in English")),
          field(
              &Commodity::need_group,
              id("need_group", "需求组：工序投入可以只写组名", "group of commodities that meet the same need; empty = its own").optional()),
          field(&Commodity::bulk, yes_no("bulk", "是否大宗货物", "bulk goods")),
          field(&Commodity::dangerous, yes_no("dangerous", "是否危化品", "dangerous goods: outside the siding duty")),
          field(&Commodity::rail_class, ref("rail_class", "铁路运价类别", "row of rail_tariffs").into("rail_tariffs")),
      });
}

TableOf<Segment> segments_table() {
  return make_table<Segment>(
      {"segments", Folder::parameters, "部门车队", "register segments that clauses name", {"segment_id"}, "", {}},
      {
          field(&Segment::id, id("segment_id", "车队代码", "id")),
          field(&Segment::name_zh, text("name_zh", "中文名", "name in Chinese")),
          field(&Segment::name_en, text("name_en", "英文名", "name in English")),
          field(&Segment::vehicle_type, word("vehicle_type", "车型", "size class")),
          field(&Segment::use, word("use", "使用性质", "operating (for hire, with a licence) or other; empty = operating").if_given()),
      });
}

TableOf<TruckClassRow> truck_classes_table() {
  using T = TruckClassRow;
  return make_table<T>(
      {"truck_classes", Folder::parameters, "运输车型", "truck classes: a vehicle type with a job", {"truck_class_id"}, "", {}},
      with_provenance<T>({
          field_in<T>(&T::id, id("truck_class_id", "运输车型代码", "id")),
          field_in<T>(&T::name_zh, text("name_zh", "中文名", "name in Chinese")),
          field_in<T>(&T::name_en, text("name_en", "英文名", "name in English")),
          field_in<T>(&T::segment, ref("segment_id", "所属车队", "segment its local trucks belong to")),
          field_in<T>(&T::vehicle_type, word("vehicle_type", "车型", "size class")),
          field_in<T>(&T::payload,
                      tonnes("payload_t", "载质量", "default payload, at least 1 kg; the largest truck ever built carries 450 t")
                          .between(0.001, 450)
                          .with_range()),
          field_in<T>(&T::tare, tonnes("tare_t", "整备质量", "empty weight").between(0, 300)),
          field_in<T>(&T::simulate, word("simulate", "模拟方式", "as individuals that can wait, or as monthly counts")),
      }));
}

namespace {

/// A named number has the unit and the limits of its name; of a name that the program does not know the unit stands beside it.
FieldInfo named_number(const RawTable& table, const RawRow& row, const FieldInfo& column) {
  const std::vector<RequiredValue>& all = required_values();
  const auto known = std::find_if(all.begin(), all.end(), [&](const RequiredValue& value) { return value.name == row.id; });
  if (known == all.end()) return column.in(table.cell(row, "unit").text);
  const FieldInfo info = column.in(known->unit);
  return column.ranged ? info.between(known->low, known->high) : info;
}

}  // namespace

TableOf<ValueRow> values_table() {
  TableOf<ValueRow> table =
      make_table<ValueRow>({"values", Folder::parameters, "参数", "named numbers of the program", {"name"}, "valid_from", {}},
                           with_provenance<ValueRow>({
                               field(&ValueRow::id, id("name", "参数名", "name; the list below must be complete")),
                               field(&ValueRow::valid_from, date("valid_from", "起始日", "first day of the value")),
                               field(&ValueRow::value, number("value", "值", "value; each name has its own limits").with_range()),
                               field(&ValueRow::unit, text("unit", "单位", "unit of the value")),
                           }));
  table.spec.in_row = &named_number;
  return table;
}

TableOf<RailTariff> rail_tariffs_table() {
  using T = RailTariff;
  return make_table<T>(
      {"rail_tariffs", Folder::parameters, "铁路运价", "rail tariffs", {"rail_class"}, "", {}},
      with_provenance<T>({
          field(&T::id, id("rail_class", "运价类别", "tariff class")),
          field(&T::base_1, number("base_1_yuan_per_t", "基价1", "price at 0 km").in("yuan/t").between(0, 1000)),
          field(&T::yuan_per_t_km,
                number("yuan_per_t_km", "基价2加基金等", "all parts that grow with distance").in("yuan/t-km").between(0, 20).with_range()),
      }));
}

TableOf<RoadRate> road_rates_table() {
  using T = RoadRate;
  return make_table<T>(
      {"road_rates", Folder::parameters, "公路运价", "road rate bands", {"band_id"}, "", {}},
      with_provenance<T>({
          field(&T::id, id("band_id", "区段代码", "id")),
          field(&T::over, number("over_km", "起点里程", "the band holds from here on; the lowest has 0").in("km").between(0, 10000)),
          field(&T::fixed, number("fixed_yuan_per_t", "固定部分", "fixed part").in("yuan/t").between(0, 1000)),
          field(&T::yuan_per_t_km,
                number("yuan_per_t_km", "每公里", "part that grows with distance").in("yuan/t-km").between(0, 20).with_range()),
      }));
}

TableOf<SurvivalCurve> survival_table() {
  using T = SurvivalCurve;
  return make_table<T>(
      {"survival", Folder::parameters, "存活曲线", "survival S(age) = exp(-(age/life)^shape)", {"survival_id"}, "", {}},
      with_provenance<T>({
          field(&T::id, id("survival_id", "代码", "id")),
          field(&T::vehicle_type, word("vehicle_type", "车型", "size class")),
          field(&T::powertrain, word("powertrain", "动力", "powertrain; empty = all others").optional()),
          field(&T::life_years, number("life_years", "特征寿命", "scale of the curve").in("year").between(0.1, 100).with_range()),
          field(&T::shape, number("shape", "形状", "shape of the curve").between(0.1, 50)),
          field(&T::max_age_years, number("max_age_years", "强制报废年限", "compulsory end").in("year").between(1, 100)),
      }));
}

TableOf<PurchaseShare> purchase_shares_table() {
  using T = PurchaseShare;
  return make_table<T>({"purchase_shares",
                        Folder::parameters,
                        "新车动力结构",
                        "powertrains of new trucks without any order; the rest is diesel (gasoline for mini)",
                        {"purchase_id"},
                        "",
                        {}},
                       with_provenance<T>({
                           field(&T::id, id("purchase_id", "代码", "id")),
                           field(&T::segment, ref("segment_id", "车队", "segment")),
                           field(&T::year, integer("year", "年份", "year").between(1990, 2100)),
                           field(&T::powertrain, word("powertrain", "动力", "powertrain")),
                           field(&T::share, share("share", "比例", "share of new registrations").with_range()),
                       }));
}

TableOf<OutsideMix> outside_mix_table() {
  using T = OutsideMix;
  return make_table<T>({"outside_mix",
                        Folder::parameters,
                        "外地车结构",
                        "mix of outside trucks; shares of an owner, vehicle type and year sum to 1; linear between years",
                        {"mix_id"},
                        "",
                        {}},
                       with_provenance<T>({
                           field(&T::id, id("mix_id", "代码", "id")),
                           field(&T::owner, word("owner", "归属", "hired or through")),
                           field(&T::vehicle_type, word("vehicle_type", "车型", "size class")),
                           field(&T::year, integer("year", "年份", "year").between(1990, 2100)),
                           field(&T::standard, word("standard", "排放标准", "emission standard")),
                           field(&T::powertrain, word("powertrain", "动力", "powertrain")),
                           field(&T::share, share("share", "比例", "share").with_range()),
                       }));
}

TableOf<EmissionFactor> emission_factors_table() {
  using T = EmissionFactor;
  return make_table<T>({"emission_factors", Folder::parameters, "排放因子", "exhaust factors", {"factor_id"}, "", {}},
                       with_provenance<T>({
                           field(&T::id, id("factor_id", "代码", "id")),
                           field(&T::vehicle_type, word("vehicle_type", "车型", "size class")),
                           field(&T::powertrain, word("powertrain", "动力", "powertrain")),
                           field(&T::standard, word("standard", "排放标准", "emission standard")),
                           field(&T::pollutant, word("pollutant", "污染物", "pollutant").of(pollutant_words())),
                           field(&T::loaded, number("loaded_g_per_km", "重载", "loaded").in("g/km").between(0, 20000).with_range()),
                           field(&T::empty, number("empty_g_per_km", "空载", "empty").in("g/km").between(0, 20000)),
                       }));
}

TableOf<Mileage> mileage_table() {
  using T = Mileage;
  return make_table<T>(
      {"mileage",
       Folder::parameters,
       "年行驶里程",
       "yearly kilometres of registered trucks, those for modelled flows among them",
       {"mileage_id"},
       "",
       {}},
      with_provenance<T>({
          field(&T::id, id("mileage_id", "代码", "id")),
          field(&T::vehicle_type, word("vehicle_type", "车型", "size class")),
          field(&T::new_truck_per_year,
                number("new_truck_km_per_year", "新车年里程", "kilometres of a new truck").in("km/year").between(0, 1051200).with_range()),
          field(&T::decay_per_year, number("decay_per_year", "年衰减", "decay of kilometres with age").in("1/year").between(0, 1)),
      }));
}

TableOf<CleanRule> clean_rules_table() {
  using T = CleanRule;
  return make_table_if_given<T>(
      {"clean_rules",
       Folder::parameters,
       "清洁运输规则",
       "when works of a sector transport cleanly: clean modes carry the level of their bulk goods at the gate, or what is short goes by "
       "clean "
       "trucks; a sector without a row is not judged",
       {"rule_id"},
       "",
       {}},
      with_provenance<T>({
          field(&T::id, id("rule_id", "规则代码", "id")),
          field(&T::site_kind, word("site_kind", "厂区类型", "kind of works; industrial kinds alone are judged")),
          field(&T::key_region,
                yes_no("key_region", "是否重点区域", "the rule holds in key regions (key_region of [scenario]), or outside them")),
          field(&T::level,
                share("level", "清洁方式比例", "share of bulk goods by rail, belt and pipe at the gate that is enough").with_range()),
          field(&T::fallback, yes_no("fallback", "可否以清洁车辆代替",
                                     "below the level the works are ok too if all remaining loaded trucks are new-energy or National VI")),
          field(&T::inbound_only, yes_no("inbound_only", "是否只计进厂", "raw materials and fuel alone count")),
          field(&T::shortfall_new_energy,
                share("shortfall_new_energy", "不足部分新能源比例",
                      "share of what is short of the level that new-energy trucks carry; empty: new-energy or National VI, all trucks")
                    .optional()),
          field(
              &T::shortfall_until,
              date("shortfall_until", "该比例截止日", "last day on which that share is enough, then all of it; empty: no end").optional()),
      }));
}

}  // namespace railshift::scenario

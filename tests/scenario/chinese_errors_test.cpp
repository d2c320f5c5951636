/// What a planner reads in Chinese about typical mistakes of each kind; that every other one is said in Chinese too, errors.hpp requires.
#include "sim/scenario/toml/toml_reader.hpp"
#include "sim/scenario/toml/toml_refusals.hpp"
#include "tests/scenario/errors.hpp"

namespace chinese_errors_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kToml = "scenario.toml";

scenario::LoadRequest setting(const std::string& path, const std::string& value) {
  scenario::LoadRequest request;
  request.set[path] = value;
  return request;
}

std::string chinese_error_of(const scenario::LoadRequest& request) {
  const std::vector<Problem> problems = scenario::load(small_scenario(), request).problems.sorted();
  REQUIRE(problems.size() == 1);
  return to_string(problems.front(), Language::zh);
}

/// Of the first problem of a TOML text.
std::string toml_error(const std::string& text) {
  Problems problems;
  static_cast<void>(scenario::read_toml(text, "s.toml", problems));
  REQUIRE_FALSE(problems.empty());
  return to_string(problems.sorted().front(), Language::zh);
}

}  // namespace

TEST_CASE("in Chinese: legs that do not connect", "[scenario]") {
  CHECK(chinese_error("tables/legs.csv", "plant-road,1,truck,,,", "plant-road,1,truck,g-east,,") ==
        "small/tables/legs.csv:2:20: from_node（起点节点）写的是“g-east”（货流从厂区“mine”出发）；运输段要首尾相接：从货物所在处起");
  CHECK(chinese_error("tables/legs.csv", "plant-road,1,truck,,,", "plant-road,1,truck,,g-east,") ==
        "small/tables/legs.csv:2:21: to_node（终点节点）写的是“g-east”（货流到厂区“plant”为止）；让最后一段到货流终点为止，或补一段到终点");
}

TEST_CASE("in Chinese: shares that do not sum to one, with their parts", "[scenario]") {
  CHECK(chinese_error("tables/chains.csv", "market-rail,fl-market,0.4,", "market-rail,fl-market,0.35,") ==
        "small/tables/chains.csv:4:23: 货流“fl-market”的基年比例合计为 0.95（market-rail 0.35, market-road "
        "0.6）（基年已有的货流，其基年比例合计为 1）；改正该货流各运输链的比例");
  CHECK(chinese_error("../parameters/outside_mix.csv", "china6,diesel,0.3,", "china6,diesel,0.2,") ==
        "parameters/outside_mix.csv:3:40: 2020 年 hired（外雇） heavy（重型） 车的比例合计为 "
        "0.9（同一归属、车型和年份的比例合计为 1）；改正这些比例");
}

TEST_CASE("in Chinese: a balance that is open, with both its sides", "[scenario]") {
  CHECK(chinese_error("tables/flows.csv", "pull,2020-01-01,1,", "pull,2020-01-01,0.99,") ==
        "small/tables/sites.csv:3:1: 厂区“电厂”（plant）2020-01 的煤需求：需要 400000.000 吨/年，收到 396000.000 吨/年，相差 4000000 "
        "千克（研究范围内每个厂区的收支都要平衡，差额为 0 千克）；让分配余量的 rest_in（需求余量）比例合计为 1");
}

TEST_CASE("in Chinese: dates, numbers and words of rows", "[scenario]") {
  CHECK(chinese_error("tables/sites.csv", "112.1,37.9,,", "112.1,37.9,2021-06-01,2021-05-31") ==
        "small/tables/sites.csv:2:63: closes（关闭日）为 2021-05-31，opens（投用日）为 2021-06-01（closes（关闭日）不早于 "
        "opens（投用日））；改正其中一个日期");
  CHECK(chinese_error("tables/flows.csv", "pull,2020-01-01,1,", "pull,2020-01-01,85,")
            .find("（比例为 0 至 1；只有规则为 fixed（固定）才写吨数）；写比例，85% 写 0.85") != std::string::npos);
  CHECK(chinese_error("../parameters/values.csv", "stock.power_days,2020-01-01,15,d,7,25,assumed,,r\n", "") ==
        "parameters/values.csv: 缺少“stock.power_days”（程序要用这个数：电厂期初存煤，单位 天）；补上一行，unit 写 d");
}

TEST_CASE("in Chinese: a segment that cannot drive what is asked of it", "[scenario]") {
  CHECK(chinese_error("../parameters/mileage.csv", "heavy,heavy,900000,0.09,300000,1000000", "heavy,heavy,291900,0.09,1,9000000")
            .find("按 mileage.csv，车队“freight”一年可行驶 10156121 公里，而按基年比例各货流需要 10158625 公里（在册车辆跑完各货流之后") !=
        std::string::npos);
}

TEST_CASE("in Chinese: the size of a run in the figures that people count in", "[scenario]") {
  // 450,000 t a year in loads of 1 kg and 17,187.5 others: 450,017,187.5 a year, 13.9 times 1e8 in 37 months.
  CHECK(chinese_error("tables/flows.csv", "0.75,flat,semi,30,", "0.75,flat,semi,0.001,")
            .find("37 个月共约 13.9 亿车次，以货流“fl-market”最多（一次运行最多 10 亿车次；本次约需") != std::string::npos);
}

TEST_CASE("in Chinese: scopes and values of targets", "[scenario]") {
  const std::string scope = "scope = { firm = \"mine-co\", basis = \"gate\" }";
  CHECK(chinese_error(kToml, scope, "scope = { basis = \"gates\" }")
            .find("basis 写的是“gates”（以下之一：gate, main_haul, tonne_km）；是否指“gate”？") != std::string::npos);
  CHECK(chinese_error(kToml, "value = 0.85\nunit = \"1\"", "value = 85\nunit = \"1\"")
            .find("value（值）为 85，单位“1”，即 8500%（比例在 0 至 1 之间（80% 写 0.8））；85% 写 value = 0.85，或 unit = \"%\"") !=
        std::string::npos);
}

TEST_CASE("in Chinese: settings and measures", "[scenario]") {
  CHECK(chinese_error(kToml, "start = 2020-01-01", "start = 2020-01-02") ==
        "small/scenario.toml:6:9: start（起始日）为 2020-01-02（结果按整月计：运行从月初开始，到月末为止）；写 2020-01-01 或 2020-02-01");
  CHECK(chinese_error(kToml, "reason = \"no count of refused trucks\"\n", "")
            .find("缺少 reason（理由）（推算的数要有算式，假设的数要有理由）；补上 reason = \"...\"") != std::string::npos);
}

TEST_CASE("in Chinese: paths that match nothing", "[scenario]") {
  CHECK(chinese_error_of(setting("measure.gates.obedience", "1")) ==
        "--set measure.gates.obedience: 没有与“measure.gates.obedience”相符的内容（measure.代码.字段 要指 scenario.toml 中的一个 "
        "[[measure]]）；是否指“gate”？");
}

TEST_CASE("in Chinese: files that are not there", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content.erase("tables/profiles.csv");
  const std::vector<Problem> problems = scenario::load(files, {}).problems.sorted();
  REQUIRE_FALSE(problems.empty());
  CHECK(to_string(problems.front(), Language::zh) ==
        "small/tables/profiles.csv: 缺少该文件（情景要有格式说明中的全部文件）；补上该文件；没有行的表只写表头");
}

TEST_CASE("in Chinese: signs and units of TOML", "[scenario]") {
  CHECK(chinese_error(kToml, "base_year = 2020", "base_year ＝ 2020") ==
        "small/scenario.toml:8:11: 引号外出现字符 '＝'（TOML 在引号和注释以外只用半角字符）；请改用半角 '='");
  CHECK(chinese_error(kToml, "threshold_t_per_year = 150000", "threshold_t_per_year = 15万吨") ==
        "small/scenario.toml:26:26: 数后面带单位“万吨”（情景文件中的数不带单位，单位由键决定）；按吨写 150000");
}

TEST_CASE("in Chinese: lines that are no TOML", "[scenario]") {
  const auto why = [](const std::string& text) {
    const std::string all = toml_error(text);
    const auto begin = all.find("（TOML 格式：");
    REQUIRE(begin != std::string::npos);
    const std::string from = all.substr(begin + std::string("（TOML 格式：").size());
    return from.substr(0, from.find("）；"));
  };
  CHECK(why("a\n") == "键后面要有等号");
  CHECK(why("a = \n") == "等号后面没有值");
  CHECK(why("a = abc\n") == "看不出是哪种值：文字要加引号");
  CHECK(why("a = 1\na = 2\n") == "同一个键或节写了两次");
  CHECK(why("a = 2024-02-30\n") == "日期不存在或写法不对");
  CHECK(why("a = \"x\n") == "引号没有关闭");
  CHECK(why("a = 1 2\n") == "值或节名后面还有别的内容");
  CHECK(toml_error("a = abc\n").rfind("s.toml:1:5: 该行写的是“a = abc”（TOML 格式：", 0) == 0);
  // what the parser may say one day is said in Chinese all the same
  CHECK(scenario::refusal_words("Error while parsing value: anything else").zh == "值的写法不对：文字要加引号");
  CHECK(scenario::refusal_words("anything else").zh == "该行的写法不对");
  CHECK(scenario::refusal_words("anything else").en == "anything else");
}

}  // namespace chinese_errors_test

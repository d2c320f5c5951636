#include "sim/policy/kinds.hpp"
#include "tests/scenario/errors.hpp"

namespace overrides_test {

using namespace railshift;
using namespace railshift::test;

namespace {

scenario::LoadRequest setting(const std::string& path, const std::string& value) {
  scenario::LoadRequest request;
  request.set[path] = value;
  return request;
}

World with(const std::string& path, const std::string& value) {
  scenario::Loaded loaded = scenario::load(small_scenario(), setting(path, value));
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  return std::move(*loaded.world);
}

}  // namespace

TEST_CASE("a cell of a table can be set by its key and column", "[scenario]") {
  const World w = with("sidings.sd-mine.t_per_day", "1.1万吨");
  CHECK(w.sidings[*w.sidings.find("sd-mine")].capacity.value == 11000.0);
}

TEST_CASE("one day of a dated row can be set, or all of them", "[scenario]") {
  const World one = with("values.grid.co2_kg_per_kwh@2021-01-01.value", "0.61");
  CHECK(one.parameter("grid.co2_kg_per_kwh", make_date(2020, 6, 1)) == 0.7);
  CHECK(one.parameter("grid.co2_kg_per_kwh", make_date(2021, 6, 1)) == 0.61);
  const World all = with("values.grid.co2_kg_per_kwh.value", "0.61");
  CHECK(all.parameter("grid.co2_kg_per_kwh", make_date(2020, 6, 1)) == 0.61);
}

TEST_CASE("fields of measures, targets and the scenario can be set", "[scenario]") {
  const World gate = with("measure.gate.obedience", "0.6");
  CHECK(policy::as<GateFloor>(gate.measures[*gate.measures.find("gate")])->obedience == 0.6);
  const World later = with("measure.gate.from", "2021-07-01");
  CHECK(later.measures[*later.measures.find("gate")].from == make_date(2021, 7, 1));
  const World off = with("measure.gate.enabled", "false");
  CHECK_FALSE(off.measures.find("gate"));
  CHECK(with("target.share.value", "0.5").targets.begin()->value == 0.5);
  CHECK(with("scenario.seed", "7").settings.seed == 7);
  CHECK(with("scenario.title_zh", "另一个").settings.title_zh == "另一个");
}

TEST_CASE("a value outside the given range may be tried on purpose, a value without sense may not", "[scenario]") {
  const World w = with("measure.gate.obedience", "0");
  CHECK(policy::as<GateFloor>(w.measures[*w.measures.find("gate")])->obedience == 0.0);
  check_single(errors_of(small_scenario(), setting("measure.gate.obedience", "2")), "--set measure.gate.obedience", "obedience is \"2\"");
  check_single(errors_of(small_scenario(), setting("sidings.sd-mine.t_per_day", "-1")), "--set sidings.sd-mine.t_per_day",
               "t_per_day is \"-1\"");
}

TEST_CASE("a path that matches nothing is answered with the nearest name", "[scenario]") {
  const auto single = [](const std::string& path, const std::string& part) {
    check_single(errors_of(small_scenario(), setting(path, "1")), "--set " + path, part);
  };
  single("sidngs.sd-mine.t_per_day", "did you mean \"sidings\"?");
  single("sidings.sd-mne.t_per_day", "did you mean \"sd-mine\"?");
  single("sidings.sd-mine.t_per_dy", "did you mean \"t_per_day\"?");
  single("measure.gat.obedience", "did you mean \"gate\"?");
  single("measure.gate.obedienc", "did you mean \"obedience\"?");
  single("nonsense", "matches nothing");
  single("values.grid.co2_kg_per_kwh@2019-01-01.value", "matches nothing");  // no row is in force then
}

TEST_CASE("a removed measure must exist", "[scenario]") {
  scenario::LoadRequest request;
  request.removed_measures = {"gat"};
  const auto errors = errors_of(small_scenario(), request);
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("did you mean \"gate\"?") != std::string::npos);
}

namespace {

const char* kVariant = R"(extends = ".."

[[measure]]
id = "trial"
kind = "new_only"
layer = "what_if"
from = 2021-03-01
segments = ["freight"]
obedience = 0.5
[[measure.numbers]]
field = "obedience"
low = 0
high = 1
standing = "assumed"
reason = "asked"

[set]
"sidings.sd-mine.t_per_day" = 5000
"measure.gate.obedience" = 0.7
)";

scenario::Files with_variant(const std::string& text) {
  scenario::Files files = small_scenario();
  files.content["variants/late.toml"] = text;
  return files;
}

}  // namespace

TEST_CASE("a variant adds or replaces measures and sets values, and the command line comes after it", "[scenario]") {
  scenario::LoadRequest request = setting("measure.gate.obedience", "0.8");
  request.variant = "variants/late.toml";
  const scenario::Loaded loaded = scenario::load(with_variant(kVariant), request);
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  const World& w = *loaded.world;
  REQUIRE(w.measures.find("trial"));  // of layer what_if, but the variant asks for it
  CHECK(w.measures[*w.measures.find("trial")].from == make_date(2021, 3, 1));
  CHECK(w.sidings.begin()->capacity.value == 5000.0);
  CHECK(policy::as<GateFloor>(w.measures[*w.measures.find("gate")])->obedience == 0.8);
}

TEST_CASE("mistakes of a variant stand in the variant", "[scenario]") {
  scenario::LoadRequest request;
  request.variant = "variants/late.toml";
  std::string text = kVariant;
  text.replace(text.find("obedience = 0.5"), 15, "obedience = 5");
  text.replace(text.find("sd-mine"), 7, "sd-main");
  const auto errors = errors_of(with_variant(text), request);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].rfind("small/variants/late.toml:9:13: obedience is \"5\"", 0) == 0);
  CHECK(errors[1].rfind("small/variants/late.toml:18:31: \"sidings.sd-main.t_per_day\" matches nothing", 0) == 0);
}

TEST_CASE("a variant that is missing, or belongs to another folder, is refused", "[scenario]") {
  scenario::LoadRequest request;
  request.variant = "variants/none.toml";
  check_single(errors_of(small_scenario(), request), "variants/none.toml", "the file is missing");

  const auto root = std::filesystem::temp_directory_path() / "railshift-variant-test";
  std::filesystem::remove_all(root);
  const auto folder = write_folder(with_variant(kVariant), root);
  std::filesystem::create_directories(root / "other");
  request.variant = (folder / "variants/late.toml").generic_string();
  CHECK(scenario::load(folder, request).world.has_value());
  std::ofstream(root / "elsewhere.toml") << "extends = \"other\"\n";
  request.variant = (root / "elsewhere.toml").generic_string();
  const scenario::Loaded wrong = scenario::load(folder, request);
  REQUIRE(wrong.problems.size() == 1);
  CHECK(to_string(wrong.problems.sorted().front()).find("extends is \"other\"") != std::string::npos);
  std::filesystem::remove_all(root);
}

}  // namespace overrides_test

/// Folders of counted months that cannot be read: each mistake with file, line and column.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sim/core/text.hpp"
#include "sim/scenario/load/load.hpp"
#include "sim/scenario/tracking/observed_tables.hpp"

namespace observed_tables_test {

using namespace railshift;
using namespace railshift::scenario;
namespace fs = std::filesystem;

namespace {

const World& town() {
  static const Loaded loaded = load(fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "tiny", {});
  return *loaded.world;
}

class Counted {
 public:
  Counted() {
    std::string pattern = (fs::temp_directory_path() / "railshift-counted-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder");
    path_ = pattern;
  }
  ~Counted() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

  Counted& file(const std::string& name, const std::string& text) {
    std::ofstream(path_ / name) << text;
    return *this;
  }
  /// What is wrong, a line each, without the folder in front.
  [[nodiscard]] std::vector<std::string> wrong() const {
    Problems problems;
    static_cast<void>(read_observed(path_, town(), problems));
    std::vector<std::string> lines;
    for (const Problem& problem : problems.sorted()) {
      std::string line = to_string(problem);
      const auto at = line.find(path_.string() + "/");
      lines.push_back(at == 0 ? line.substr(path_.string().size() + 1) : line);
    }
    return lines;
  }
  [[nodiscard]] std::vector<ObservedSeries> series() const {
    Problems problems;
    auto all = read_observed(path_, town(), problems);
    REQUIRE(problems.empty());
    return all;
  }

 private:
  fs::path path_;
};

const std::string kRail = "month,station,siding,direction,commodity,t\n";
const std::string kGate = "month,site,firm,direction,mode,commodity,t,source\n";
const std::string kTrucks = "month,segment,standard,powertrain,trucks\n";

void one_line(const Counted& counted, const std::string& place, const std::string& part) {
  const auto wrong = counted.wrong();
  for (const std::string& line : wrong) INFO(line);
  REQUIRE(wrong.size() == 1);
  CAPTURE(wrong[0]);
  CHECK(wrong[0].starts_with(place));
  CHECK(wrong[0].find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("counted months of trains, gates and trucks are read as series, whatever the order of rows", "[scenario]") {
  Counted counted;
  counted.file("rail.csv", kRail + "2024-02,rs-yard,,out,,1.5万吨\n2024-01,rs-yard,,发送,,1200\n");
  counted.file("gate.csv", kGate + "2024-01,st-works,,in,,ore,3000.5,门禁系统\n");
  counted.file("register.csv", kTrucks + "2024-01,heavy,china3,diesel,7\n");
  const auto series = counted.series();
  REQUIRE(series.size() == 3);
  CHECK(series[0].id == "gate/st-works/in/truck/ore");
  CHECK(series[0].mode == Mode::truck);
  CHECK(series[0].months.at(make_month(2024, 1)) == 3000.5);
  CHECK(series[1].id == "rail/rs-yard/out");
  CHECK(series[1].months.at(make_month(2024, 1)) == 1200.0);
  CHECK(series[1].months.at(make_month(2024, 2)) == 15'000.0);
  CHECK(series[2].standard == Standard::china3);
}

TEST_CASE("a station that does not exist is told with the nearest, among stations alone", "[scenario]") {
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yrad,,out,,1\n"), "rail.csv:2:9:", "did you mean \"rs-yard\"?");
  one_line(Counted().file("rail.csv", kRail + "2024-01,nd-mine,,out,,1\n"), "rail.csv:2:9:", "station is \"nd-mine\"");
  one_line(Counted().file("rail.csv", kRail + "2024-01,,sd-work,out,,1\n"), "rail.csv:2:10:", "did you mean \"sd-works\"?");
}

TEST_CASE("a month outside of the run, or none, is told, the first and the last month are taken", "[scenario]") {
  one_line(Counted().file("rail.csv", kRail + "2022-12,rs-yard,,out,,1\n2023-01,rs-yard,,out,,1\n"), "rail.csv:2:1:", "2023-01 to 2024-12");
  one_line(Counted().file("rail.csv", kRail + "2025-01,rs-yard,,out,,1\n2024-12,rs-yard,,out,,1\n"), "rail.csv:2:1:", "2023-01 to 2024-12");
  one_line(Counted().file("rail.csv", kRail + "2024-13,rs-yard,,out,,1\n"), "rail.csv:2:1:", "month is \"2024-13\"");
  one_line(Counted().file("rail.csv", kRail + "2024,rs-yard,,out,,1\n"), "rail.csv:2:1:", "YYYY-MM");
}

TEST_CASE("tonnes and trucks below nothing are refused, none is a count", "[scenario]") {
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,-1\n"), "rail.csv:2:23:", "t is \"-1\"");
  one_line(Counted().file("register.csv", kTrucks + "2024-01,heavy,,,-1\n"), "register.csv:2:17:", "trucks is \"-1\"");
  CHECK(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,0\n").wrong().empty());
}

TEST_CASE("a direction may be said as railways and as gates say it", "[scenario]") {
  const auto direction = [](const std::string& word) {
    return Counted().file("rail.csv", kRail + "2024-01,rs-yard,," + word + ",,1\n").series().at(0).direction;
  };
  for (const char* out : {"out", "出", "发送"}) CHECK(direction(out) == StockSide::out);
  for (const char* in : {"in", "进", "到达"}) CHECK(direction(in) == StockSide::in);
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,发,,1\n"), "rail.csv:2:18:", "发送");
}

TEST_CASE("trucks are counted whole, tonnes need not be", "[scenario]") {
  one_line(Counted().file("register.csv", kTrucks + "2024-01,heavy,,,0.4\n"), "register.csv:2:17:", "write a whole number");
  CHECK(Counted().file("register.csv", kTrucks + "2024-01,heavy,,,4\n").wrong().empty());
  CHECK(Counted().file("cancellations.csv", kTrucks + "2024-01,heavy,,,12.0\n").wrong().empty());
  CHECK(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,0.4\n").wrong().empty());
}

TEST_CASE("a month may be written as spreadsheets and offices write it", "[scenario]") {
  for (const char* text : {"2024-03", "2024-3", "2024/03", "2024/3", "2024年3月"}) {
    CAPTURE(text);
    CHECK(month_from_text(text) == make_month(2024, 3));
  }
  for (const char* text :
       {"", "2024", "2024-", "2024-13", "2024-0", "2024-003", "24-3", "02024-3", "2024-3-1", "2024年3", "2024-3月", "Mar-24"}) {
    CAPTURE(text);
    CHECK_FALSE(month_from_text(text));
  }
}

TEST_CASE("a table may be UTF-8 or GB18030, bytes that are neither are to be saved as UTF-8, and nothing can be declared", "[scenario]") {
  const std::string text = kRail + "2024-01,rs-yard,,发送,,1200\n";
  CHECK(Counted().file("rail.csv", "\xEF\xBB\xBF" + text).series().size() == 1);
  const auto gbk = encode_text(text, "GB18030");
  REQUIRE(gbk);
  CHECK(Counted().file("rail.csv", *gbk).series().at(0).direction == StockSide::out);
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,1200\xFF\n"),
           "rail.csv:2:", "save the file as UTF-8 (in a spreadsheet");
  Counted wide;
  wide.file("rail.csv", std::string("\xFF\xFEm\0o\0", 6));
  one_line(wide, "rail.csv:1:1:", "UTF-8 or GB18030 (GBK)");
  CHECK(wide.wrong()[0].find("scenario.toml") == std::string::npos);
}

TEST_CASE("a gap between months is told at the month behind it", "[scenario]") {
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,1\n2024-04,rs-yard,,out,,1\n"),
           "rail.csv:3:1:", "2024-02 to 2024-03 are missing");
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,1\n2024-03,rs-yard,,out,,1\n"), "rail.csv:3:1:", "2024-02 is missing");
  // two series may begin and end apart
  CHECK(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,1\n2024-04,rs-works,,in,,1\n").wrong().empty());
}

TEST_CASE("a file without rows, a folder without files, and a file of another name are told", "[scenario]") {
  one_line(Counted().file("rail.csv", kRail), "rail.csv:1:1:", "no rows");
  const Counted empty;
  REQUIRE(empty.wrong().size() == 1);
  CHECK(empty.wrong()[0].find("no table of counted months") != std::string::npos);
  one_line(Counted().file("rails.csv", kRail + "2024-01,rs-yard,,out,,1\n"), "rails.csv: ", "did you mean \"rail.csv\"?");
  Problems problems;
  static_cast<void>(read_observed("/no/such/folder", town(), problems));
  REQUIRE(problems.size() == 1);
}

TEST_CASE("a row names a station or a siding, a site or a firm: one of them", "[scenario]") {
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yard,sd-yard,out,,1\n"), "rail.csv:2:1:", "both station, siding");
  one_line(Counted().file("rail.csv", kRail + "2024-01,,,out,,1\n"), "rail.csv:2:1:", "no station, siding");
  one_line(Counted().file("gate.csv", kGate + "2024-01,st-works,fm-works,in,truck,,1,\n"), "gate.csv:2:1:", "both site, firm");
}

TEST_CASE("a month counted twice, a column that is missing and all other mistakes are told at once", "[scenario]") {
  one_line(Counted().file("rail.csv", kRail + "2024-01,rs-yard,,out,,1\n2024-01,rs-yard,,out,,2\n"), "rail.csv:3:", "again");
  // in other words: an empty mode is truck
  one_line(Counted().file("gate.csv", kGate + "2024-01,st-works,,in,truck,,1,\n2024-01,st-works,,in,,,1,\n"), "gate.csv:", "again");
  const auto wrong = Counted()
                         .file("rail.csv", kRail + "2024-01,rs-yrad,,out,,1\n2024-02,rs-yard,,out,,-5\n")
                         .file("register.csv", "month,segment,standard,powertrain\n2024-01,heavy,,\n")
                         .wrong();
  CHECK(wrong.size() == 3);
}

TEST_CASE("docs/tracking.md names every file and column of counted months", "[scenario]") {
  std::ifstream page(fs::path(RAILSHIFT_SOURCE_DIR) / "docs" / "tracking.md");
  const std::string text{std::istreambuf_iterator<char>(page), {}};
  REQUIRE(observed_table_specs().size() == 4);
  for (const TableSpec& spec : observed_table_specs()) {
    std::string columns;
    for (const FieldInfo& column : spec.fields) columns += (columns.empty() ? "`" : ", `") + column.name + "`";
    INFO(spec.name);
    CHECK(text.find("| `" + spec.name + ".csv` | " + columns + " |") != std::string::npos);
  }
}

}  // namespace observed_tables_test

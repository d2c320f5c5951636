/// The way back from a figure: what it cites moves it, what it leaves out does not.
#include <catch2/catch.hpp>

#include <random>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/metrics/metrics_read.hpp"
#include "sim/core/text.hpp"
#include "study/stored_run.hpp"
#include "study/trace/explanation.hpp"
#include "study/trace/figure_named.hpp"
#include "tests/app/results.hpp"

namespace explain_test {

using namespace railshift::cli;
namespace trace = railshift::study::trace;
namespace fs = std::filesystem;

namespace {

const std::string kTown = scenario("tiny").string();
constexpr int kTried = 20;

/// A figure and a number that it cites or leaves out.
struct Pair {
  std::string figure;
  trace::CitedInput input;
};

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::istringstream text(text_of(file));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& pieces, char sign) {
  std::string text;
  for (const std::string& piece : pieces) text += piece + sign;
  return text;
}

std::vector<std::string> cells_of(const std::string& line) {
  REQUIRE(line.find('"') == std::string::npos);  // tiny quotes nothing
  std::vector<std::string> cells{""};
  for (const char c : line) {
    if (c == ',')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

/// Widens the range of the row so that it holds the new number.
void hold_in_range(const std::vector<std::string>& header, std::vector<std::string>& cells, double value) {
  for (std::size_t c = 0; c < header.size(); ++c) {
    const bool low = header[c] == "low", high = header[c] == "high";
    if ((!low && !high) || cells[c].empty()) continue;
    const double bound = std::stod(cells[c]);
    cells[c] = fmt::format("{}", low ? std::min(bound, value) : std::max(bound, value));
  }
}

void change_cell(const fs::path& file, const trace::CitedInput& input, double value) {
  std::vector<std::string> lines = lines_of(file);
  const std::vector<std::string> header = cells_of(std::string(railshift::without_bom(lines.front())));
  std::vector<std::string> cells = cells_of(lines.at(static_cast<std::size_t>(input.line) - 1));
  const auto column = static_cast<std::size_t>(std::find(header.begin(), header.end(), input.column) - header.begin());
  REQUIRE(cells.at(column) == input.value);  // the place that was cited is the place of the number
  cells[column] = fmt::format("{}", value);
  hold_in_range(header, cells, value);
  std::string line = joined(cells, ',');
  line.pop_back();
  lines[static_cast<std::size_t>(input.line) - 1] = line;
  write_to(file, joined(lines, '\n'));
}

void change_toml(const fs::path& file, const trace::CitedInput& input, double value) {
  std::vector<std::string> lines = lines_of(file);
  std::string& line = lines.at(static_cast<std::size_t>(input.line) - 1);
  const std::size_t day = input.column.find('@');
  const std::size_t from = day == std::string::npos ? line.find('=') : line.find(input.column.substr(day + 1));
  const std::size_t at = line.find(input.value, from + (day == std::string::npos ? 0 : 10));
  REQUIRE(at != std::string::npos);
  line.replace(at, input.value.size(), fmt::format("{}", value));
  write_to(file, joined(lines, '\n'));
}

double number_of(const trace::CitedInput& input) { return *railshift::parse_decimal(input.value); }

/// A tenth more; of trucks that are counted at least one.
double raised(const trace::CitedInput& input) {
  const double value = number_of(input);
  return input.column == "count" ? value + std::max(1.0, std::round(0.1 * value)) : 1.1 * value;
}

/// The figure of tiny with another number; nothing if `check` refuses the number by itself.
std::optional<double> figure_with(const Pair& pair, double value, int& made) {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  const fs::path file = copy / pair.input.file;
  pair.input.file.ends_with(".toml") ? change_toml(file, pair.input, value) : change_cell(file, pair.input, value);
  const Answer answer = ask({"run", copy.string(), "--out", (scratch / "run").string()});
  if (answer.code == 2) return std::nullopt;
  ++made;
  const auto metrics = railshift::analysis::metrics_from_csv(text_of(scratch / "run" / "metrics.csv"), "metrics.csv");
  for (const auto& row : metrics) {
    if (trace::figure_name(row) == pair.figure) return row.value;
  }
  return std::numeric_limits<double>::quiet_NaN();  // gone is another figure
}

/// All pairs of figures (of targets, through kilometres, PM2.5) with what they say moves them, and with the numbers that they leave out.
struct Pairs {
  std::vector<Pair> moving, left_out;
  std::map<std::string, double> values;
};
Pairs pairs_of(const fs::path& run) {
  const auto stored = railshift::study::open_run(run);
  const auto world = railshift::study::world_of(stored);
  Pairs pairs;
  std::vector<std::string> figures = trace::explainable(run).targets;
  figures.insert(figures.end(), {"through_km_inside@2024", "exhaust@2024;numerator_kind=PM2.5"});
  for (const std::string& figure : figures) {
    const trace::Explanation way = trace::explain(run, figure);
    pairs.values[way.figure] = way.row.value;
    std::set<std::tuple<std::string, int, std::string>> cited;
    for (const trace::CitedInput& input : way.inputs) {
      cited.emplace(input.file, input.line, input.column);
      if (input.act == trace::Act::moves) pairs.moving.push_back({way.figure, input});
    }
    for (const trace::CitedInput& input : trace::all_numbers({world, stored.ledger, way.row}, stored.inputs)) {
      const bool nothing = number_of(input) == 0.0;
      if (!nothing && !cited.contains({input.file, input.line, input.column})) pairs.left_out.push_back({way.figure, input});
    }
  }
  return pairs;
}

}  // namespace

TEST_CASE("a tenth more of a cited number moves the figure, and a number that is not cited can be nothing", "[app][repeats]") {
  const Scratch scratch;
  Pairs pairs = pairs_of(run_into(scratch, "run", kTown));
  std::mt19937 draw(6756);
  std::shuffle(pairs.moving.begin(), pairs.moving.end(), draw);
  std::shuffle(pairs.left_out.begin(), pairs.left_out.end(), draw);
  int moved = 0, still = 0;
  for (const Pair& pair : pairs.moving) {
    if (moved == kTried) break;
    INFO(pair.figure << " <- " << pair.input.file << ":" << pair.input.line << " " << pair.input.column << " = " << pair.input.value);
    const auto value = figure_with(pair, raised(pair.input), moved);
    CHECK((!value || *value != pairs.values.at(pair.figure)));
  }
  for (const Pair& pair : pairs.left_out) {
    if (still == kTried) break;
    INFO(pair.figure << " without " << pair.input.file << ":" << pair.input.line << " " << pair.input.column << " = " << pair.input.value);
    const auto value = figure_with(pair, 0.0, still);
    CHECK((!value || *value == pairs.values.at(pair.figure)));
  }
  CHECK(moved == kTried);
  CHECK(still == kTried);
}

TEST_CASE("explain promises nothing through goods, limits and roads that the scope of a figure leaves out", "[app][repeats]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown);
  const auto promised = [&](const std::string& figure) {
    std::set<std::string> cells;
    for (const trace::CitedInput& input : trace::explain(run, figure).inputs) {
      if (input.act == trace::Act::moves) cells.insert(input.key + " " + input.column);
    }
    return cells;
  };
  const std::string rail = "rail_tonnes@2024;basis=main_haul;county=990101;direction=";
  // coal leaves the county, ore comes in, over the works' siding
  const auto out = promised(rail + "out;numerator_kind=rail"), in = promised(rail + "in;numerator_kind=rail");
  CHECK(out.contains("fl-coal@2023-01-01 share_or_t"));
  CHECK_FALSE(in.contains("fl-coal@2023-01-01 share_or_t"));
  CHECK(in.contains("sd-works t_per_day"));
  CHECK_FALSE(out.contains("sd-works t_per_day"));
  // the same of the city as a whole
  const auto of_city = promised("rail_tonnes@2024;basis=main_haul;direction=in;numerator_kind=rail");
  CHECK(of_city.contains("sd-works t_per_day"));
  CHECK_FALSE(of_city.contains("fl-coal@2023-01-01 share_or_t"));
  // no good of a short haul goes by rail, whatever the long ones do
  CHECK(promised("rail_share@2024;basis=main_haul;denominator_kind=all;direction=both;haul_class=<100;numerator_kind=rail").empty());
  // trips of through trucks are read at 1 January: the row of 2024 does nothing in 2023, which has a row of its own
  const std::string trips = " loaded_trips_per_year";
  CHECK(promised("through_km_inside@2023").contains("th-west-east@2023-01-01" + trips));
  CHECK_FALSE(promised("through_km_inside@2023").contains("th-west-east@2024-01-01" + trips));
  CHECK(promised("through_km_inside@2024").contains("th-west-east@2024-01-01" + trips));
  // registered trucks drive what the mileage table says, however long the roads are
  CHECK(promised("truck_km@2024;basis=local_km").empty());
}

TEST_CASE("explain walks from the figure of a target to formula, rows, inputs with line and clause, in words and as JSON", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown);
  const Answer text = ask({"explain", run.string(), "tg-works"});
  INFO(text.out << text.err);
  CHECK(text.code == 0);
  check_order(text.out, "rail_share@2024;", "Formula (docs/model.md section 15)");
  check_order(text.out, "metrics.csv:", "run.gpkg chains.delivered_kg:");
  // Row 2 of sidings.csv is the first behind the header; 4,258 t were refused there in 2024.
  check_order(text.out, "10 % more changes the figure", "tables/sidings.csv:2  sd-works t_per_day = 75 t/d");
  CHECK(contains(text.out, "TN-02 小城示例方案 一-2"));
  CHECK(contains(text.out, "moves the verdict, not the figure"));
  const Answer json = ask({"explain", run.string(), "tg-works", "--format", "json"});
  const auto way = nlohmann::json::parse(json.out);
  CHECK(way.at("figure").at("metric") == "rail_share");
  CHECK(way.at("target").at("outcome") == "missed");
  CHECK(way.at("cells").size() == 1);
  const int line = way.at("cells")[0].at("line");
  CHECK(contains(lines_of(run / "metrics.csv").at(static_cast<std::size_t>(line) - 1), ",rail_share,fm-works,"));
  for (const auto& input : way.at("inputs")) CHECK_FALSE(contains(input.at("file"), "observed"));
  const Answer quarter = ask({"explain", run.string(), "schedule:tg-works:2024-03:asked"});
  CHECK(quarter.code == 0);
  CHECK(quarter.out == text.out);
  CHECK(contains(ask({"explain", run.string(), "tg-works", "--lang", "zh"}).out, "公式（docs/model.md 第 15 节）"));
}

TEST_CASE("the sum of the ledger behind a figure is the figure: rail tonnes of ore", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown);
  const auto all = nlohmann::json::parse(ask({"explain", run.string(), "tonnes_by_standing@2024", "--format", "json"}).out);
  CHECK(all.at("ledger")[0].at("sum").get<double>() / 1000.0 == all.at("figure").at("value").get<double>());
  const auto stock = nlohmann::json::parse(ask({"explain", run.string(), "through_km_inside@2024", "--format", "json"}).out);
  CHECK(stock.at("ledger")[0].at("table") == "traffic");
  CHECK(stock.at("ledger")[0].at("sum").get<double>() / 1000.0 == Approx(stock.at("figure").at("value").get<double>()));
}

TEST_CASE("explain lists what it can explain, and answers an unknown figure with near names", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown);
  const Answer list = ask({"explain", run.string()});
  CHECK(list.code == 0);
  check_order(list.out, "tg-works", "rail_share:");
  CHECK_FALSE(contains(list.out, "tg-ozone"));  // no data exist
  const Answer near = ask({"explain", run.string(), "tg-work"});
  CHECK(near.code == 2);
  CHECK(contains(near.err, "there is no figure \"tg-work\"; near are: tg-works,"));
  const Answer many = ask({"explain", run.string(), "rail_share@2024;firm=fm-works"});
  CHECK(many.code == 2);
  CHECK(contains(many.err, "write the scope, such as rail_share@2024;"));
  CHECK(ask({"explain", run.string(), "tg-works", "tg-china3"}).code == 2);
  CHECK(ask({"explain", kTown, "tg-works"}).code == 2);
  CHECK(ask({"explain", run.string(), "tg-works", "--format", "xml"}).code == 2);
}

TEST_CASE("every metric of a result can be explained, and none cites a row of observed values or of targets", "[app][repeats]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown);
  std::set<std::string> seen;
  for (const std::string& name : trace::explainable(run).metrics) {
    if (!seen.insert(name.substr(0, name.find('@'))).second) continue;
    INFO(name);
    const trace::Explanation way = trace::explain(run, name);
    CHECK(way.figure == name);
    CHECK(!way.formula.words.zh.empty());
    CHECK(way.cells.size() == 1);
    for (const trace::CitedInput& input : way.inputs) CHECK(!input.path.empty());
  }
  CHECK(seen.size() > 20);
}

}  // namespace explain_test

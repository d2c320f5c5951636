#pragma once
/// 报告模型 - a report before it is written down: sections of paragraphs, tables, charts and maps, and every figure in them with its text,
/// what it is of, its standing and where it comes from. One model feeds every writer (HTML, DOCX, XLSX, CSV), which print texts as they
/// stand here and compute none: the same figure is the same string everywhere.
///
/// A document has one language. Texts are plain (never HTML); what a user has written stands in them as it is and each writer escapes it.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::analysis::document {

/// What a figure is of.
enum class Of : std::uint8_t {
  mean,      ///< mean of n runs on different seeds
  one_run,   ///< one run, of the first seed
  estimate,  ///< of the quick twin; every writer marks it
  members,   ///< of members on which uncertain inputs vary: chances, bands
  bound,     ///< no run: what a ceiling computes
  input,     ///< an input of the scenario: a threshold, a range, a price
  count,     ///< counted from rows: targets, clauses, firms
  observed   ///< counted outside, observed.csv
};
inline constexpr std::array<std::string_view, 8> kOfNames{"mean", "one_run", "estimate", "members", "bound", "input", "count", "observed"};

/// The row of a file of the result in which the figure stands, or the rows from which it is counted.
struct From {
  std::string file;                        ///< from the folder of the result on: "verdicts.csv", "plan/metrics.csv"
  std::map<std::string, std::string> key;  ///< column -> cell; rows that agree in all of these
  std::string column;                      ///< where the value stands; empty: see `formula`
  std::string formula;                     ///< in words of docs/model.md where it is computed from several rows; else empty
  std::vector<std::string> clauses;        ///< ids of clauses that ask for it or order it
  friend bool operator==(const From&, const From&) = default;
};

/// A number that stands in the document. The same figure may stand in several places; it has one text.
struct Figure {
  std::optional<double> value;  ///< nothing: the text says that there is none
  std::string unit;             ///< as in metrics.csv: "1" is a share; "" a pure number
  std::string text;             ///< as every writer prints it, with unit
  Of of = Of::one_run;
  std::uint32_t n = 1;   ///< runs, members or rows
  std::string standing;  ///< published, derived, derived(assumed), assumed
  From from;
  friend bool operator==(const Figure&, const Figure&) = default;
};

/// How a piece of text looks. Outcomes and risks are words with a sign; their colour is never alone.
enum class Look : std::uint8_t { plain, strong, small, good, open, bad, unsure, off };
inline constexpr std::array<std::string_view, 8> kLookNames{"plain", "strong", "small", "good", "open", "bad", "unsure", "off"};

struct Run {
  std::string text;
  Look look = Look::plain;
  std::string figure{};  ///< id in Document::figures, whose text this is; empty: not a figure
  std::string target{};  ///< id of a section to which it leads; empty: nowhere
  friend bool operator==(const Run&, const Run&) = default;
};
using Line = std::vector<Run>;
/// Lines one below another.
using Lines = std::vector<Line>;

enum class Tone : std::uint8_t { body, lead, small, notice, checked };
inline constexpr std::array<std::string_view, 5> kToneNames{"body", "lead", "small", "notice", "checked"};

struct Heading {
  int level = 2;  ///< of sections 1; here 2 or 3
  std::string text;
  friend bool operator==(const Heading&, const Heading&) = default;
};
struct Paragraph {
  Lines lines;
  Tone tone = Tone::body;
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};
struct List {
  std::vector<Lines> items;
  friend bool operator==(const List&, const List&) = default;
};

enum class Align : std::uint8_t { text, number };
struct Column {
  std::string title;
  Align align = Align::text;
  double width = 1.0;  ///< relative to the other columns
  friend bool operator==(const Column&, const Column&) = default;
};
/// A table as a reader sees it. Rows have a cell a column. Heads repeat on every page in print.
struct Table {
  std::string id;       ///< short and unique in the document; the sheet of XLSX and the file of CSV are called by it
  std::string caption;  ///< also the name of the sheet
  std::vector<Column> columns;
  std::vector<std::vector<Lines>> rows;
  std::string note{};  ///< below it, small
  friend bool operator==(const Table&, const Table&) = default;
};

/// Statuses as boxes with what stands in each by name.
struct Box {
  std::string title;
  Look look = Look::plain;
  std::string count;  ///< its text; a figure's
  std::string figure{};
  Lines names;
  friend bool operator==(const Box&, const Box&) = default;
};
struct Boxes {
  std::vector<Box> boxes;
  friend bool operator==(const Boxes&, const Boxes&) = default;
};

enum class ChartKind : std::uint8_t {
  lines,     ///< a line a series over categories
  stack,     ///< one column a category, parts from bottom to top
  pairs,     ///< horizontal bars, one of each series a category
  waterfall  ///< one series: first and last are totals, between them what is added or taken
};
inline constexpr std::array<std::string_view, 4> kChartNames{"lines", "stack", "pairs", "waterfall"};
struct Series {
  std::string name;
  std::vector<std::optional<double>> values;         ///< one a category, in the chart's unit; nothing: no point
  std::vector<std::string> figures{};                ///< one a category or none: ids; "" where there is none
  std::vector<std::optional<double>> low{}, high{};  ///< a band around it, where inputs varied; empty: none
  std::uint32_t look = 0;                            ///< which fill or dash (0..7): a part looks the same in every chart
  friend bool operator==(const Series&, const Series&) = default;
};
/// A demand, drawn as a diamond with its text at its date.
struct Mark {
  std::uint32_t category = 0;
  double value = 0.0;
  std::string text;
  friend bool operator==(const Mark&, const Mark&) = default;
};
struct Chart {
  std::string id;
  ChartKind kind = ChartKind::lines;
  std::string title;
  std::string unit;  ///< in words, at the axis: "%", "万吨"
  std::vector<std::string> categories;
  std::vector<Series> series;
  std::vector<Mark> marks{};
  bool from_zero = true;  ///< else the axis starts elsewhere, and says so
  std::string note{};
  friend bool operator==(const Chart&, const Chart&) = default;
};

struct MapPoint {
  std::string id, name;
  std::string kind;  ///< site, listed_site, siding, station, gateway, yard
  double lon = 0.0, lat = 0.0;
  friend bool operator==(const MapPoint&, const MapPoint&) = default;
};
struct MapLine {
  std::string id, name;
  std::string kind;                         ///< road, rail
  std::vector<std::array<double, 2>> path;  ///< longitude, latitude
  friend bool operator==(const MapLine&, const MapLine&) = default;
};
/// Where the figures of a layer come from. They are too many to stand in Document::figures each: in cells of the keys `{id}` stands for the
/// key of the line or point and `{period}` for the period.
struct LayerFrom {
  Of of = Of::one_run;
  std::uint32_t n = 1;
  std::string standing;
  From year;   ///< of periods that are years
  From month;  ///< of months; its file is empty where the layer has none
  friend bool operator==(const LayerFrom&, const LayerFrom&) = default;
};
/// Figures of the lines or points of a map, by period: one layer is shown at a time.
struct MapLayer {
  std::string id, title, unit;
  bool difference = false;  ///< signed: two colours, and a sign in words
  std::string of;           ///< "lines" or "points"
  std::vector<std::string> periods;
  std::vector<std::vector<std::optional<double>>> values;  ///< [line or point][period]; nothing at all of one that has no figure but 0
  LayerFrom from{};
  std::vector<std::string> keys{};  ///< `{id}` of each line or point; empty: their ids
  friend bool operator==(const MapLayer&, const MapLayer&) = default;
};
struct Map {
  std::string id, title;
  std::vector<MapPoint> points;
  std::vector<MapLine> lines;
  std::vector<MapLayer> layers;  ///< the first one is shown in print, in its last period of a year
  std::string note{};
  friend bool operator==(const Map&, const Map&) = default;
};

using Block = std::variant<Heading, Paragraph, List, Table, Boxes, Chart, Map>;

/// Which of the three documents has a section.
enum class Template : std::uint8_t { brief, full, annex };
inline constexpr std::array<std::string_view, 3> kTemplateNames{"brief", "full", "annex"};

struct Section {
  std::string id;
  std::string title;
  std::vector<Template> in;  ///< in their order in the document
  std::vector<Block> blocks;
  friend bool operator==(const Section&, const Section&) = default;
};

/// A line of the cover: city, period, version, hashes.
struct Fact {
  std::string name, text;
  friend bool operator==(const Fact&, const Fact&) = default;
};

struct Document {
  Language language = Language::zh;
  std::string title, subtitle;
  std::string date;  ///< day on which it was made: 2026-11-30; empty in tests and goldens
  std::vector<Fact> facts;
  std::vector<Section> sections;
  std::map<std::string, Figure> figures;  ///< by id
  friend bool operator==(const Document&, const Document&) = default;
};

/// The way back from one figure of a layer: the template of its period with the key and the period in their places. Precondition: row and
/// period are those of the map.
[[nodiscard]] From from_of(const Map& map, const MapLayer& layer, std::size_t row, std::size_t period);

/// The sections of one of the three, in their order; figures that none of them shows are left out.
[[nodiscard]] Document only(const Document& document, Template which);

}  // namespace railshift::analysis::document

#include "analysis/document/document_json.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "analysis/document/number_rows.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"

namespace railshift::analysis::document {
namespace {
using Json = nlohmann::ordered_json;

template <std::size_t N>
Json named(const std::array<std::string_view, N>& names, std::size_t at) {
  return std::string(names.at(at));
}
template <class Enum, std::size_t N>
Json name_of(const std::array<std::string_view, N>& names, Enum value) {
  return named(names, static_cast<std::size_t>(value));
}
template <class Enum, std::size_t N>
Enum named_by(const std::array<std::string_view, N>& names, const Json& json) {
  const auto& text = json.get_ref<const std::string&>();
  const auto at = std::find(names.begin(), names.end(), text);
  if (at == names.end()) throw Failed(both("报告模型中的“{}”不认识", "\"{}\" is not known in a report model", text));
  return static_cast<Enum>(at - names.begin());
}

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
std::optional<double> number_from(const Json& json) { return json.is_null() ? std::nullopt : std::optional(json.get<double>()); }

Json numbers(const std::vector<std::optional<double>>& values) {
  Json out = Json::array();
  for (const auto& value : values) out.push_back(number(value));
  return out;
}
std::vector<std::optional<double>> numbers_from(const Json& json) {
  std::vector<std::optional<double>> out;
  for (const Json& value : json) out.push_back(number_from(value));
  return out;
}

Json written(const From& from) {
  return {{"file", from.file}, {"key", from.key}, {"column", from.column}, {"formula", from.formula}, {"clauses", from.clauses}};
}
From from_from(const Json& j) { return {j.at("file"), j.at("key"), j.at("column"), j.at("formula"), j.at("clauses")}; }

Json written(const Figure& f) {
  return {{"value", number(f.value)}, {"unit", f.unit},         {"text", f.text}, {"of", name_of(kOfNames, f.of)}, {"n", f.n},
          {"standing", f.standing},   {"from", written(f.from)}};
}
Figure figure_from(const Json& j) {
  return {number_from(j.at("value")),     j.at("unit"),     j.at("text"),           named_by<Of>(kOfNames, j.at("of")),
          j.at("n").get<std::uint32_t>(), j.at("standing"), from_from(j.at("from"))};
}

/// Members of a run that are empty are left out: most are.
Json written(const Run& run) {
  Json out{{"text", run.text}};
  if (run.look != Look::plain) out["look"] = name_of(kLookNames, run.look);
  if (!run.figure.empty()) out["figure"] = run.figure;
  if (!run.target.empty()) out["target"] = run.target;
  return out;
}
Run run_from(const Json& j) {
  return {j.at("text"), j.contains("look") ? named_by<Look>(kLookNames, j["look"]) : Look::plain, j.value("figure", ""),
          j.value("target", "")};
}

Json written(const Lines& lines) {
  Json out = Json::array();
  for (const Line& line : lines) {
    Json runs = Json::array();
    for (const Run& run : line) runs.push_back(written(run));
    out.push_back(std::move(runs));
  }
  return out;
}
Lines lines_from(const Json& json) {
  Lines lines;
  for (const Json& runs : json) {
    Line& line = lines.emplace_back();
    for (const Json& run : runs) line.push_back(run_from(run));
  }
  return lines;
}

Json written(const Heading& h) { return {{"block", "heading"}, {"level", h.level}, {"text", h.text}}; }
Json written(const Paragraph& p) { return {{"block", "paragraph"}, {"tone", name_of(kToneNames, p.tone)}, {"lines", written(p.lines)}}; }
Json written(const List& list) {
  Json items = Json::array();
  for (const Lines& item : list.items) items.push_back(written(item));
  return {{"block", "list"}, {"items", std::move(items)}};
}

Json written(const Table& table) {
  Json columns = Json::array(), rows = Json::array();
  for (const Column& c : table.columns)
    columns.push_back({{"title", c.title}, {"align", c.align == Align::number ? "number" : "text"}, {"width", c.width}});
  for (const auto& row : table.rows) {
    Json cells = Json::array();
    for (const Lines& cell : row) cells.push_back(written(cell));
    rows.push_back(std::move(cells));
  }
  return {{"block", "table"},        {"id", table.id},    {"caption", table.caption}, {"columns", std::move(columns)},
          {"rows", std::move(rows)}, {"note", table.note}};
}
Table table_from(const Json& j) {
  Table table{j.at("id"), j.at("caption"), {}, {}, j.at("note")};
  for (const Json& c : j.at("columns"))
    table.columns.push_back({c.at("title"), c.at("align") == "number" ? Align::number : Align::text, c.at("width").get<double>()});
  for (const Json& row : j.at("rows")) {
    auto& cells = table.rows.emplace_back();
    for (const Json& cell : row) cells.push_back(lines_from(cell));
    if (cells.size() != table.columns.size())
      throw Failed(
          both("报告模型的表“{}”有一行的格数与列数不同", "a row of table \"{}\" of the report model has not a cell a column", table.id));
  }
  return table;
}

Json written(const Boxes& boxes) {
  Json out = Json::array();
  for (const Box& b : boxes.boxes)
    out.push_back(
        {{"title", b.title}, {"look", name_of(kLookNames, b.look)}, {"count", b.count}, {"figure", b.figure}, {"names", written(b.names)}});
  return {{"block", "boxes"}, {"boxes", std::move(out)}};
}
Boxes boxes_from(const Json& j) {
  Boxes boxes;
  for (const Json& b : j.at("boxes"))
    boxes.boxes.push_back(
        {b.at("title"), named_by<Look>(kLookNames, b.at("look")), b.at("count"), b.at("figure"), lines_from(b.at("names"))});
  return boxes;
}

Json written(const Series& s) {
  return {{"name", s.name},        {"values", numbers(s.values)}, {"figures", s.figures},
          {"low", numbers(s.low)}, {"high", numbers(s.high)},     {"look", s.look}};
}
Json written(const Chart& c) {
  Json series = Json::array(), marks = Json::array();
  for (const Series& s : c.series) series.push_back(written(s));
  for (const Mark& m : c.marks) marks.push_back({{"category", m.category}, {"value", m.value}, {"text", m.text}});
  return {{"block", "chart"},
          {"id", c.id},
          {"kind", name_of(kChartNames, c.kind)},
          {"title", c.title},
          {"unit", c.unit},
          {"categories", c.categories},
          {"series", std::move(series)},
          {"marks", std::move(marks)},
          {"from_zero", c.from_zero},
          {"note", c.note}};
}
Chart chart_from(const Json& j) {
  Chart c{j.at("id"),
          named_by<ChartKind>(kChartNames, j.at("kind")),
          j.at("title"),
          j.at("unit"),
          j.at("categories"),
          {},
          {},
          j.at("from_zero").get<bool>(),
          j.at("note")};
  for (const Json& s : j.at("series"))
    c.series.push_back({s.at("name"), numbers_from(s.at("values")), s.at("figures"), numbers_from(s.at("low")), numbers_from(s.at("high")),
                        s.at("look").get<std::uint32_t>()});
  for (const Json& m : j.at("marks")) c.marks.push_back({m.at("category").get<std::uint32_t>(), m.at("value").get<double>(), m.at("text")});
  return c;
}

Json written(const LayerFrom& from) {
  return {{"of", name_of(kOfNames, from.of)},
          {"n", from.n},
          {"standing", from.standing},
          {"year", written(from.year)},
          {"month", written(from.month)}};
}
LayerFrom layer_from_from(const Json& j) {
  return {named_by<Of>(kOfNames, j.at("of")), j.at("n").get<std::uint32_t>(), j.at("standing"), from_from(j.at("year")),
          from_from(j.at("month"))};
}

Json written(const MapLayer& l) {
  Json values = Json::array();
  for (const auto& row : l.values) values.push_back(numbers(row));
  return {{"id", l.id},
          {"title", l.title},
          {"unit", l.unit},
          {"difference", l.difference},
          {"of", l.of},
          {"periods", l.periods},
          {"values", std::move(values)},
          {"from", written(l.from)},
          {"keys", l.keys}};
}
Json written(const Map& m) {
  Json points = Json::array(), lines = Json::array(), layers = Json::array();
  for (const MapPoint& p : m.points) points.push_back({{"id", p.id}, {"name", p.name}, {"kind", p.kind}, {"lon", p.lon}, {"lat", p.lat}});
  for (const MapLine& l : m.lines) lines.push_back({{"id", l.id}, {"name", l.name}, {"kind", l.kind}, {"path", l.path}});
  for (const MapLayer& l : m.layers) layers.push_back(written(l));
  return {{"block", "map"},
          {"id", m.id},
          {"title", m.title},
          {"points", std::move(points)},
          {"lines", std::move(lines)},
          {"layers", std::move(layers)},
          {"note", m.note}};
}
Map map_from(const Json& j) {
  Map m{j.at("id"), j.at("title"), {}, {}, {}, j.at("note")};
  for (const Json& p : j.at("points"))
    m.points.push_back({p.at("id"), p.at("name"), p.at("kind"), p.at("lon").get<double>(), p.at("lat").get<double>()});
  for (const Json& l : j.at("lines")) m.lines.push_back({l.at("id"), l.at("name"), l.at("kind"), l.at("path")});
  for (const Json& l : j.at("layers")) {
    MapLayer& layer = m.layers.emplace_back(
        MapLayer{l.at("id"), l.at("title"), l.at("unit"), l.at("difference").get<bool>(), l.at("of"), l.at("periods"), {}});
    for (const Json& row : l.at("values")) layer.values.push_back(numbers_from(row));
    layer.from = layer_from_from(l.at("from"));
    layer.keys = l.at("keys").get<std::vector<std::string>>();
  }
  return m;
}

Block block_from(const Json& j) {
  const std::string kind = j.at("block");
  if (kind == "heading") return Heading{j.at("level").get<int>(), j.at("text")};
  if (kind == "paragraph") return Paragraph{lines_from(j.at("lines")), named_by<Tone>(kToneNames, j.at("tone"))};
  if (kind == "list") {
    List list;
    for (const Json& item : j.at("items")) list.items.push_back(lines_from(item));
    return list;
  }
  if (kind == "table") return table_from(j);
  if (kind == "boxes") return boxes_from(j);
  if (kind == "chart") return chart_from(j);
  if (kind == "map") return map_from(j);
  throw Failed(both("报告模型中的“{}”不认识", "\"{}\" is not known in a report model", kind));
}

Json written(const Section& section) {
  Json in = Json::array(), blocks = Json::array();
  for (const Template t : section.in) in.push_back(name_of(kTemplateNames, t));
  for (const Block& block : section.blocks) blocks.push_back(std::visit([](const auto& b) { return written(b); }, block));
  return {{"id", section.id}, {"title", section.title}, {"in", std::move(in)}, {"blocks", std::move(blocks)}};
}
Section section_from(const Json& j) {
  Section section{j.at("id"), j.at("title"), {}, {}};
  for (const Json& t : j.at("in")) section.in.push_back(named_by<Template>(kTemplateNames, t));
  for (const Json& block : j.at("blocks")) section.blocks.push_back(block_from(block));
  return section;
}

Json written(const Document& d) {
  Json facts = Json::array(), sections = Json::array(), figures = Json::object();
  for (const Fact& fact : d.facts) facts.push_back({{"name", fact.name}, {"text", fact.text}});
  for (const Section& section : d.sections) sections.push_back(written(section));
  for (const auto& [id, figure] : d.figures) figures[id] = written(figure);
  return {{"language", d.language == Language::zh ? "zh" : "en"},
          {"title", d.title},
          {"subtitle", d.subtitle},
          {"date", d.date},
          {"facts", std::move(facts)},
          {"sections", std::move(sections)},
          {"figures", std::move(figures)}};
}
Document document_from(const Json& j) {
  Document d{j.at("language") == "zh" ? Language::zh : Language::en, j.at("title"), j.at("subtitle"), j.at("date"), {}, {}, {}};
  for (const Json& fact : j.at("facts")) d.facts.push_back({fact.at("name"), fact.at("text")});
  for (const Json& section : j.at("sections")) d.sections.push_back(section_from(section));
  for (const auto& [id, figure] : j.at("figures").items()) d.figures.emplace(id, figure_from(figure));
  return d;
}

/// Texts that are not UTF-8 (a user's name in another encoding) show a sign instead of ending the report.
std::string dumped(const Json& json, int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string to_json(const Document& document) { return dumped(written(document), -1); }

std::string to_json(const Documents& documents) {
  return numbers_on_one_line(dumped({{"format", kDocumentFormat}, {"zh", written(documents.zh)}, {"en", written(documents.en)}}, 1)) + "\n";
}

Documents documents_from(const std::string& json) {
  try {
    const Json all = Json::parse(json);
    if (all.at("format") != kDocumentFormat)
      throw Failed(both("报告模型由另一个版本写成", "the report model was written by another version"));
    return {document_from(all.at("zh")), document_from(all.at("en"))};
  } catch (const Json::exception& e) {
    throw Failed(both("报告模型不能读：{}", "the report model cannot be read: {}", e.what()));
  }
}

}  // namespace railshift::analysis::document

#include "analysis/writers/docx/map_scene.hpp"

#include <algorithm>

#include "analysis/writers/docx/map_classes.hpp"
#include "analysis/writers/docx/map_frame.hpp"
#include "analysis/writers/docx/map_labels.hpp"
#include "analysis/writers/docx/map_symbols.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Map;

constexpr const char* kGrey = "BFBFBF";
constexpr double kSampleLength = 9.0;  // mm of a line in the legend

class Scene {
 public:
  Scene(const Map& map, const MapPaper& paper)
      : map_(map),
        paper_(paper),
        legend_width_(paper.language == Language::zh ? 44.0 : 50.0),
        frame_(map, paper.width - legend_width_, paper.most_height),
        row_(paper.type * 0.5) {
    scene_.width = paper.width;
    if (!map.layers.empty()) classes_ = map_classes(map.layers.front(), paper.language);
    of_lines_ = map.layers.empty() || map.layers.front().of != "points";
  }

  MapScene build() {
    lines();
    if (!of_lines_) circles();
    signs();
    std::vector<MapLabel> names = map_labels(map_, frame_, paper_.type);
    scene_.labels.insert(scene_.labels.end(), names.begin(), names.end());
    legend();
    scene_.height = std::max(frame_.height(), y_ + 1.0);
    frame_around();
    return std::move(scene_);
  }

 private:
  [[nodiscard]] std::string word(const char* zh, const char* en) const { return paper_.language == Language::zh ? zh : en; }

  [[nodiscard]] std::vector<Place> path(std::size_t line) const {
    std::vector<Place> out;
    for (const auto& [lon, lat] : map_.lines[line].path) out.push_back(frame_.on_paper(lon, lat));
    return out;
  }

  /// Lines that have no value: roads thin and grey, railways black and dashed. Then the classes, the strongest on top.
  void lines() {
    MapShape roads{word("道路", "road"), {}, kGrey, "", 0.5, "solid", false},
        rails{word("铁路", "railway"), {}, "000000", "", 1.0, "lgDash", false};
    const auto plain = [&](std::size_t i) { (map_.lines[i].kind == "rail" ? rails : roads).paths.push_back(path(i)); };
    if (of_lines_ && !map_.layers.empty()) {
      for (const std::size_t i : classes_.others) {
        if (i < map_.lines.size()) plain(i);
      }
    } else {
      for (std::size_t i = 0; i < map_.lines.size(); ++i) plain(i);
    }
    for (const MapShape& shape : {roads, rails}) add(shape, word("线", "line"));
    if (!of_lines_) return;
    for (const MapClass& c : classes_.classes) {
      MapShape shape{c.text, {}, c.ink, "", c.width, c.dash, false};
      for (const std::size_t i : c.members) {
        if (i < map_.lines.size()) shape.paths.push_back(path(i));
      }
      add(shape, "");
    }
  }

  void circles() {
    for (const MapClass& c : classes_.classes) {
      MapShape shape{c.text, {}, "000000", c.ink, 0.5, c.dash, true};
      for (const std::size_t i : c.members) {
        if (i < map_.points.size()) shape.paths.push_back(polygon(at(map_.points[i]), radius(c), 20, 0));
      }
      add(shape, "");
    }
  }

  [[nodiscard]] static double radius(const MapClass& c) { return 0.6 + c.width / 2.0; }
  [[nodiscard]] Place at(const document::MapPoint& point) const { return frame_.on_paper(point.lon, point.lat); }

  void signs() {
    for (const PointKind& kind : point_kinds()) {
      MapShape shape = sign_shape(kind, paper_.language);
      for (const auto& point : map_.points) {
        if (point.kind == kind.kind) shape.paths.push_back(polygon(at(point), kind.radius, kind.corners, kind.turn));
      }
      if (shape.paths.empty()) continue;
      kinds_.push_back(kind);
      scene_.shapes.push_back(shape);
    }
  }

  /// What is on the map stands in the legend.
  void add(const MapShape& shape, const std::string& plain) {
    if (shape.paths.empty()) return;
    scene_.shapes.push_back(shape);
    (plain.empty() ? valued_ : plain_).push_back(shape);
  }

  void legend() {
    x_ = frame_.width() + 2.0;
    north();
    if (!classes_.title.empty()) heading(classes_.title);
    for (const MapShape& shape : valued_) sample(shape);
    for (const MapShape& shape : plain_) sample(shape);
    for (const PointKind& kind : kinds_) {
      MapShape shape = sign_shape(kind, paper_.language);
      shape.paths = {polygon({x_ + kSampleLength / 2.0, y_ + row_ / 2.0}, kind.radius, kind.corners, kind.turn)};
      scene_.shapes.push_back(shape);
      text(shape.name);
    }
    scale();
  }

  void north() {
    MapShape arrow{word("北", "north"),
                   {{{x_ + 3.0, y_ + 1.0}, {x_ + 4.6, y_ + 7.0}, {x_ + 3.0, y_ + 5.6}, {x_ + 1.4, y_ + 7.0}}},
                   "000000",
                   "000000",
                   0.5,
                   "solid",
                   true};
    scene_.shapes.push_back(arrow);
    scene_.labels.push_back(label_at(word("北", "N"), {x_ + 5.5, y_ + 2.2}, paper_.type));
    y_ += 8.0;
  }

  /// As many lines as the width of the legend asks for.
  void heading(const std::string& title) {
    MapLabel label = label_at(title, {x_, y_}, paper_.type);
    const double room = legend_width_ - 3.0;
    const int rows = 1 + static_cast<int>(label.width / room);
    label.width = room;
    label.height *= rows;
    scene_.labels.push_back(label);
    y_ += row_ * 0.95 * rows + 0.8;
  }

  void sample(const MapShape& of) {
    MapShape shape = of;
    if (of.closed)
      shape.paths = {polygon({x_ + kSampleLength / 2.0, y_ + row_ / 2.0}, std::min(row_ / 2.2, reach(of)), 20, 0)};
    else
      shape.paths = {{{x_, y_ + row_ / 2.0}, {x_ + kSampleLength, y_ + row_ / 2.0}}};
    scene_.shapes.push_back(shape);
    text(of.name);
  }

  /// The radius of the circles of a shape.
  [[nodiscard]] static double reach(const MapShape& shape) { return (shape.paths.front()[0][0] - shape.paths.front()[10][0]) / 2.0; }

  void text(const std::string& words) {
    MapLabel label = label_at(words, {x_ + kSampleLength + 1.0, y_}, paper_.type);
    label.width = std::max(label.width, legend_width_ - kSampleLength - 4.0);
    scene_.labels.push_back(label);
    y_ += row_;
  }

  /// A bar of a round number of kilometres, at most a third of the map.
  void scale() {
    const double km = round_below(std::min(frame_.width(), legend_width_ * 2.0) / 3.0 / frame_.mm_per_km()),
                 length = km * frame_.mm_per_km();
    y_ += 1.5;
    scene_.shapes.push_back({word("比例尺", "scale"),
                             {{{x_, y_}, {x_, y_ + 1.5}, {x_ + length, y_ + 1.5}, {x_ + length, y_}}},
                             "000000",
                             "",
                             1.0,
                             "solid",
                             false});
    y_ += 1.8;
    scene_.labels.push_back(label_at(plain_number(km) + (paper_.language == Language::zh ? " 公里" : " km"), {x_, y_}, paper_.type));
    y_ += row_;
  }

  void frame_around() {
    scene_.shapes.insert(scene_.shapes.begin(),
                         MapShape{word("图框", "frame"),
                                  {{{0, 0}, {frame_.width(), 0}, {frame_.width(), scene_.height}, {0, scene_.height}}},
                                  "7F7F7F",
                                  "FFFFFF",
                                  0.5,
                                  "solid",
                                  true});
  }

  const Map& map_;
  MapPaper paper_;
  double legend_width_;
  MapFrame frame_;
  double row_;  ///< height of a line of the legend, mm
  double x_ = 0.0, y_ = 0.0;
  bool of_lines_ = true;
  MapClasses classes_;
  std::vector<MapShape> valued_, plain_;
  std::vector<PointKind> kinds_;
  MapScene scene_;
};

}  // namespace

MapScene map_scene(const Map& map, const MapPaper& paper) { return Scene(map, paper).build(); }

}  // namespace railshift::analysis::writers::office

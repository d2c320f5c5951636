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
constexpr double kLineOfFont = 1.45;
constexpr double kSampleLength = 9.0;  // mm of a line in the legend

class Scene {
 public:
  Scene(const Map& map, const MapPaper& paper)
      : map_(map),
        paper_(paper),
        legend_width_(paper.language == Language::zh ? 44.0 : 50.0),
        frame_(map, paper.width - legend_width_, paper.most_height),
        row_(paper.type * 0.41) {
    scene_.width = paper.width;
    if (!map.layers.empty()) classes_ = map_classes(map.layers.front(), paper.language);
    of_lines_ = map.layers.empty() || map.layers.front().of != "points";
  }

  MapScene build() {
    lines();
    if (!of_lines_) circles();
    signs();
    const FreeBox arrow = north(), bar = scale();
    const std::vector<MapLabel> names = map_labels(map_, frame_, paper_.type, {arrow, bar});
    scene_.labels.insert(scene_.labels.end(), names.begin(), names.end());
    legend();
    scene_.height = std::max(frame_.height(), y_ + 1.0);
    frame_around();
    return std::move(scene_);
  }

 private:
  [[nodiscard]] std::string word(const char* zh, const char* en) const { return paper_.language == Language::zh ? zh : en; }

  void add_line(MapShape& shape, std::size_t line) const {
    std::vector<Place> path;
    for (const auto& [lon, lat] : map_.lines[line].path) path.push_back(frame_.on_paper(lon, lat));
    for (auto& piece : frame_.pieces(path)) shape.paths.push_back(std::move(piece));
  }

  /// Lines that have no value: roads thin and grey, railways black and dashed. Then the classes, the strongest on top.
  void lines() {
    MapShape roads{word("道路", "road"), {}, kGrey, "", 0.5, "solid", false},
        rails{word("铁路", "railway"), {}, "000000", "", 1.0, "lgDash", false};
    const auto plain = [&](std::size_t i) { add_line(map_.lines[i].kind == "rail" ? rails : roads, i); };
    if (of_lines_ && !map_.layers.empty()) {
      for (const std::size_t i : classes_.others) {
        if (i < map_.lines.size()) plain(i);
      }
    } else {
      for (std::size_t i = 0; i < map_.lines.size(); ++i) plain(i);
    }
    for (const MapShape& shape : {roads, rails}) {
      if (shape.paths.empty()) continue;
      scene_.shapes.push_back(shape);
      plain_.push_back(shape);
    }
    if (!of_lines_) return;
    for (const MapClass& c : classes_.classes) {
      MapShape shape{c.text, {}, c.ink, "", c.width, c.dash, false};
      for (const std::size_t i : c.members) {
        if (i < map_.lines.size()) add_line(shape, i);
      }
      add_valued(shape, c);
    }
  }

  void circles() {
    for (const MapClass& c : classes_.classes) {
      MapShape shape{c.text, {}, "000000", c.ink, 0.5, c.dash, true};
      for (const std::size_t i : c.members) {
        if (i < map_.points.size() && frame_.holds(at(map_.points[i])))
          shape.paths.push_back(polygon(at(map_.points[i]), radius(c), 20, 0));
      }
      add_valued(shape, c);
    }
  }

  [[nodiscard]] static double radius(const MapClass& c) { return 0.6 + c.width / 2.0; }
  [[nodiscard]] Place at(const document::MapPoint& point) const { return frame_.on_paper(point.lon, point.lat); }

  void signs() {
    for (const PointKind& kind : point_kinds()) {
      MapShape shape = sign_shape(kind, paper_.language);
      for (const auto& point : map_.points) {
        if (point.kind == kind.kind && frame_.holds(at(point)))
          shape.paths.push_back(polygon(at(point), kind.radius, kind.corners, kind.turn));
      }
      if (shape.paths.empty()) continue;
      kinds_.push_back(kind);
      scene_.shapes.push_back(shape);
    }
  }

  /// What is on the map stands in the legend.
  void add_valued(const MapShape& shape, const MapClass& of) {
    if (shape.paths.empty()) return;
    scene_.shapes.push_back(shape);
    valued_.push_back({shape, of.range, of.below_zero});
  }

  void legend() {
    x_ = frame_.width() + 2.0;
    y_ = 1.0;
    if (!classes_.title.empty()) heading(classes_.title);
    values();
    for (const MapShape& shape : plain_) {
      sample(shape, x_, kSampleLength);
      text(shape.name, kSampleLength);
    }
    for (const PointKind& kind : kinds_) {
      MapShape shape = sign_shape(kind, paper_.language);
      shape.paths = {polygon({x_ + kSampleLength / 2.0, y_ + row_ / 2.0}, kind.radius, kind.corners, kind.turn)};
      scene_.shapes.push_back(shape);
      text(shape.name, kSampleLength);
    }
  }

  /// A row a class; of a difference with what is added beside what is taken away.
  void values() {
    const double length = classes_.difference ? kSampleLength * 0.8 : kSampleLength,
                 both = classes_.difference ? length * 2.0 + 1.0 : length;
    if (classes_.difference && !valued_.empty()) {
      scene_.labels.push_back(label_at(word("增加", "more"), {x_, y_}, paper_.type));
      text(word("减少", "less"), length);
    }
    std::string last;
    for (const Valued& valued : valued_) {
      if (valued.range != last && !last.empty()) text(last, both);
      last = valued.range;
      sample(valued.shape, x_ + (valued.below ? length + 1.0 : 0.0), length);
    }
    if (!last.empty()) text(last, both);
  }

  /// In the upper right corner of the map. What it takes.
  FreeBox north() {
    const double x = frame_.width() - 9.0, y = 1.0;
    scene_.shapes.push_back({word("北", "north"),
                             {{{x + 2.0, y}, {x + 3.6, y + 6.0}, {x + 2.0, y + 4.6}, {x + 0.4, y + 6.0}}},
                             "000000",
                             "000000",
                             0.5,
                             "solid",
                             true});
    scene_.labels.push_back(label_at(word("北", "N"), {x + 4.2, y + 1.2}, paper_.type));
    return {x, 0.0, frame_.width(), y + 7.0};
  }

  /// As many lines as the width of the legend asks for.
  void heading(const std::string& title) {
    MapLabel label = label_at(title, {x_, y_}, paper_.type);
    const double room = legend_width_ - 3.0;
    const int rows = 1 + static_cast<int>(label.width / room);
    label.width = room;
    label.height *= rows;
    scene_.labels.push_back(label);
    y_ += paper_.type * kMmPerPoint * kLineOfFont * rows + 0.6;
  }

  void sample(const MapShape& of, double x, double length) {
    MapShape shape = of;
    if (of.closed)
      shape.paths = {polygon({x + length / 2.0, y_ + row_ / 2.0}, std::min(row_ / 2.2, reach(of)), 20, 0)};
    else
      shape.paths = {{{x, y_ + row_ / 2.0}, {x + length, y_ + row_ / 2.0}}};
    scene_.shapes.push_back(shape);
  }

  /// The radius of the circles of a shape.
  [[nodiscard]] static double reach(const MapShape& shape) { return (shape.paths.front()[0][0] - shape.paths.front()[10][0]) / 2.0; }

  /// Behind samples of this length; ends the row.
  void text(const std::string& words, double behind) {
    MapLabel label = label_at(words, {x_ + behind + 1.0, y_}, paper_.type);
    label.width = std::max(label.width, legend_width_ - behind - 4.0);
    scene_.labels.push_back(label);
    y_ += row_;
  }

  /// A bar of a round number of kilometres, at most a quarter of the map, in its lower left corner. What it takes.
  FreeBox scale() {
    const double km = round_below(frame_.width() / 4.0 / frame_.mm_per_km()), length = km * frame_.mm_per_km();
    const double x = 2.0, y = frame_.height() - 3.5;
    scene_.shapes.push_back(
        {word("比例尺", "scale"), {{{x, y}, {x, y + 1.5}, {x + length, y + 1.5}, {x + length, y}}}, "000000", "", 1.0, "solid", false});
    const MapLabel label =
        label_at(plain_number(km) + (paper_.language == Language::zh ? " 公里" : " km"), {x + length + 1.0, y - 1.2}, paper_.type);
    scene_.labels.push_back(label);
    return {0.0, y - 1.5, label.at[0] + label.width, frame_.height()};
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
  struct Valued {
    MapShape shape;
    std::string range;
    bool below;
  };
  std::vector<Valued> valued_;
  std::vector<MapShape> plain_;
  std::vector<PointKind> kinds_;
  MapScene scene_;
};

}  // namespace

MapScene map_scene(const Map& map, const MapPaper& paper) { return Scene(map, paper).build(); }

}  // namespace railshift::analysis::writers::office

#include "analysis/writers/docx/map_labels.hpp"

#include <algorithm>

#include "analysis/writers/docx/map_symbols.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

constexpr std::size_t kMostNames = 40;
constexpr std::size_t kLongest = 16;  // characters of a name on a map

struct Rect {
  double left, top, right, bottom;
  [[nodiscard]] bool covers(const Rect& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

std::string shortened(const std::string& name) {
  std::string out;
  std::size_t signs = 0;
  for (std::size_t at = 0; at < name.size(); ++signs) {
    if (signs == kLongest) return out + "…";
    const Codepoint sign = codepoint_at(name, at);
    out += name.substr(at, sign.bytes);
    at += sign.bytes;
  }
  return out;
}

int rank_of(const std::string& kind) {
  for (const PointKind& known : point_kinds()) {
    if (kind == known.kind) return known.label;
  }
  return 0;
}

class Names {
 public:
  Names(const document::Map& map, const MapFrame& frame, double size, const std::vector<FreeBox>& free) : frame_(frame), size_(size) {
    for (const FreeBox& box : free) taken_.push_back({box[0], box[1], box[2], box[3]});
    for (const auto& point : map.points) {
      const Place p = frame.on_paper(point.lon, point.lat);
      if (rank_of(point.kind) > 0) taken_.push_back({p[0] - 1.2, p[1] - 1.2, p[0] + 1.2, p[1] + 1.2});
    }
  }

  void place(const std::string& name, Place at) {
    if (!frame_.holds(at)) return;
    MapLabel label = label_at(shortened(name), at, size_);
    constexpr double kAway = 1.6;
    const double w = label.width, h = label.height;
    for (const Place corner : {Place{at[0] + kAway, at[1] - h / 2}, Place{at[0] - kAway - w, at[1] - h / 2},
                               Place{at[0] - w / 2, at[1] - kAway - h}, Place{at[0] - w / 2, at[1] + kAway}}) {
      const Rect box{corner[0], corner[1], corner[0] + w, corner[1] + h};
      const bool inside = box.left >= 0.0 && box.top >= 0.0 && box.right <= frame_.width() && box.bottom <= frame_.height();
      if (!inside || std::any_of(taken_.begin(), taken_.end(), [&](const Rect& other) { return other.covers(box); })) continue;
      taken_.push_back(box);
      label.at = corner;
      label.over_lines = true;
      labels_.push_back(label);
      return;
    }
  }
  [[nodiscard]] std::vector<MapLabel> take() { return std::move(labels_); }
  [[nodiscard]] bool full() const { return labels_.size() >= kMostNames; }

 private:
  const MapFrame& frame_;
  double size_;
  std::vector<Rect> taken_;
  std::vector<MapLabel> labels_;
};

}  // namespace

MapLabel label_at(const std::string& text, Place upper_left, double size) {
  const double em = size * kMmPerPoint;
  return {text, upper_left, display_width(text) * em * 0.53 + 1.0, em * 1.35, size};
}

std::vector<MapLabel> map_labels(const document::Map& map, const MapFrame& frame, double size, const std::vector<FreeBox>& free) {
  Names names(map, frame, size, free);
  for (int rank = 1; rank <= 4; ++rank) {
    for (const auto& point : map.points) {
      if (rank_of(point.kind) == rank && !point.name.empty() && !names.full())
        names.place(point.name, frame.on_paper(point.lon, point.lat));
    }
  }
  return names.take();
}

}  // namespace railshift::analysis::writers::office

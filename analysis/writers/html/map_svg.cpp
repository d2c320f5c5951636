#include "analysis/writers/html/map_svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/writers/html/map_frame.hpp"
#include "analysis/writers/html/scale.hpp"
#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {
using document::Map;
using document::MapLayer;

constexpr double kWidest = 9.0;      ///< of the line with the largest value
constexpr double kLargest = 14.0;    ///< radius of the point with the largest value
constexpr std::size_t kNumbers = 8;  ///< of lines, largest first
constexpr double kSeen = 0.02;       ///< of the largest value: what is less is drawn as network only
constexpr std::string_view kMore = "stroke=\"#a11\"";
constexpr std::string_view kLess = "stroke=\"#1c5fa8\" stroke-dasharray=\"7 3\"";
constexpr std::string_view kPlain = "stroke=\"#7a3b00\"";

struct PlaceKind {
  std::string_view kind, shape, zh, en;
};
/// Shapes around 0 0; black and white tell them apart.
constexpr std::array<PlaceKind, 6> kPlaces{
    {{"listed_site", "<rect x=\"-4\" y=\"-4\" width=\"8\" height=\"8\" fill=\"#1a1a1a\"/>", "重点企业", "listed firm"},
     {"site", "<circle r=\"3\" fill=\"#fff\" stroke=\"#1a1a1a\"/>", "其他场所", "other site"},
     {"siding", "<path d=\"M0 -5l5 8h-10z\" fill=\"#2e7d4f\" stroke=\"#1a1a1a\"/>", "专用线", "siding"},
     {"station", "<path d=\"M-5 -3h10v6h-10z\" fill=\"#fff\" stroke=\"#1a1a1a\" stroke-width=\"1.5\"/>", "车站", "station"},
     {"gateway", "<path d=\"M0 -6l6 6l-6 6l-6 -6z\" fill=\"#fff\" stroke=\"#1a1a1a\" stroke-width=\"1.5\"/>", "对外通道", "gateway"},
     {"yard", "<path d=\"M-4 -4l8 8m0 -8l-8 8\" stroke=\"#1a1a1a\" stroke-width=\"2\"/>", "堆场", "yard"}}};

const PlaceKind& place_kind(const std::string& kind) {
  const auto at = std::find_if(kPlaces.begin(), kPlaces.end(), [&](const PlaceKind& k) { return k.kind == kind; });
  return at != kPlaces.end() ? *at : kPlaces[1];
}

/// Three digits of a number: what a line on a map can carry.
std::string short_number(double value, const MapLayer& layer) {
  const double size = std::abs(value);
  const int decimals = size >= 100.0 || size == 0.0 ? 0 : std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
  return (layer.difference && value > 0.0 ? "+" : "") + grouped(value, decimals);
}

class MapDrawing {
 public:
  MapDrawing(const Map& map, Language language)
      : map_(map),
        language_(language),
        frame_(map),
        places_({2.0, 2.0, kSheet - 4.0, frame_.height() - 4.0}),
        layer_(map.layers.empty() || map.layers.front().periods.empty() ? nullptr : &map.layers.front()) {
    if (layer_ != nullptr) {
      period_ = shown_period(*layer_);
      for (std::size_t i = 0; i < layer_->values.size(); ++i) most_ = std::max(most_, std::abs(value(i)));
    }
    places_.keep_free({kSheet - 36.0, 0.0, 36.0, 50.0});            // the arrow to the north
    places_.keep_free({0.0, frame_.height() - 36.0, 260.0, 36.0});  // the scale bar
  }

  std::string svg() {
    const double below = frame_.height() + 8.0;
    const Legend meaning = legend(meanings(), below);
    const std::string places = points();  // their signs keep their place before any text is set
    return open_svg("map", map_.title, below + meaning.height + 4.0) + network() + flows() + places + numbers() + names() +
           frame_.scale_bar(language_) + MapFrame::north(language_) + meaning.svg + "</svg>\n";
  }

 private:
  [[nodiscard]] const char* say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }
  [[nodiscard]] double value(std::size_t row) const { return layer_value(*layer_, row, period_).value_or(0.0); }
  [[nodiscard]] bool of(std::string_view what) const { return layer_ != nullptr && layer_->of == what && most_ > 0.0; }
  [[nodiscard]] bool drawn(std::size_t line) const { return std::abs(value(line)) >= kSeen * most_; }
  [[nodiscard]] double width(double v) const { return std::max(1.2, kWidest * std::abs(v) / most_); }
  [[nodiscard]] std::string_view stroke(double v) const { return !layer_->difference ? kPlain : v > 0.0 ? kMore : kLess; }
  [[nodiscard]] std::string hint(const std::string& name, std::size_t row) const {
    const auto v = layer_value(*layer_, row, period_);
    return "<title>" + escape(v ? fmt::format("{} {} {}", name, short_number(*v, *layer_), layer_->unit) : name) + "</title>";
  }

  [[nodiscard]] std::string path(const document::MapLine& line) const {
    std::string out;
    for (const auto& [lon, lat] : line.path) {
      const Spot p = frame_.at(lon, lat);
      out += fmt::format("{}{:.1f} {:.1f}", out.empty() ? "M" : "L", p.x, p.y);
    }
    return out;
  }

  /// Roads and railways without their figures: one path a kind.
  [[nodiscard]] std::string network() const {
    std::string roads, rails;
    for (const document::MapLine& line : map_.lines) (line.kind == "rail" ? rails : roads) += path(line);
    return fmt::format("<path class=\"roads\" d=\"{}\" fill=\"none\" stroke=\"#b5b5b5\"/>\n", roads) +
           fmt::format(
               "<path class=\"rails\" d=\"{0}\" fill=\"none\" stroke=\"#111\" stroke-width=\"2.4\"/>"
               "<path d=\"{0}\" fill=\"none\" stroke=\"#fff\" stroke-width=\"1.2\" stroke-dasharray=\"7 7\"/>\n",
               rails);
  }

  /// Thin ones last, so that they are seen above thick ones.
  [[nodiscard]] std::vector<std::size_t> by_size(std::size_t rows) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows; ++i) {
      if (drawn(i)) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return std::abs(value(a)) > std::abs(value(b)); });
    return order;
  }
  [[nodiscard]] std::string flows() const {
    std::string out;
    if (!of("lines")) return out;
    for (const std::size_t i : by_size(map_.lines.size()))
      out += fmt::format("<path class=\"flow\" d=\"{}\" fill=\"none\" {} stroke-width=\"{:.1f}\" stroke-opacity=\"0.85\">{}</path>\n",
                         path(map_.lines[i]), stroke(value(i)), width(value(i)), hint(map_.lines[i].name, i));
    return out;
  }

  [[nodiscard]] std::string points() {
    std::string out;
    for (std::size_t i = 0; i < map_.points.size(); ++i) {
      const document::MapPoint& p = map_.points[i];
      const Spot at = frame_.at(p.lon, p.lat);
      if (of("points") && drawn(i)) {
        const double radius = kLargest * std::sqrt(std::abs(value(i)) / most_);
        out += fmt::format(
            "<circle class=\"flow\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"#888\" fill-opacity=\"0.3\" {} "
            "stroke-width=\"2\">{}</circle>\n",
            at.x, at.y, radius, stroke(value(i)), hint(p.name, i));
      }
      out += fmt::format("<g class=\"place\" transform=\"translate({:.1f} {:.1f})\">{}<title>{}</title></g>\n", at.x, at.y,
                         place_kind(p.kind).shape, escape(p.name));
      places_.keep_free({at.x - 5.0, at.y - 5.0, 10.0, 10.0});
    }
    return out;
  }

  /// Right of a spot, left of it, below or above, as far as there is room.
  [[nodiscard]] std::optional<Spot> room_for(Spot at, double width) {
    const std::array<Spot, 4> tries{
        {{at.x + 8.0, at.y + 4.5}, {at.x - 8.0 - width, at.y + 4.5}, {at.x - width / 2.0, at.y + 19.0}, {at.x - width / 2.0, at.y - 8.0}}};
    for (const Spot t : tries) {
      if (places_.take({t.x - 2.0, t.y - kText, width + 4.0, kText + 4.0})) return t;
    }
    return std::nullopt;
  }

  /// The largest values beside their lines.
  [[nodiscard]] std::string numbers() {
    std::string out;
    if (!of("lines")) return out;
    std::size_t set = 0;
    for (const std::size_t i : by_size(map_.lines.size())) {
      if (set == kNumbers) break;
      const auto& way = map_.lines[i].path;
      if (way.empty()) continue;
      const auto& a = way[(way.size() - 1) / 2];
      const auto& b = way[way.size() / 2];
      const Spot middle = frame_.at((a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0);
      const std::string text = short_number(value(i), *layer_);
      const auto at = room_for(middle, text_width(text, kText));
      if (!at) continue;
      out += text_at(*at, Anchor::start, text, {}, "number");
      ++set;
    }
    return out;
  }

  /// Gateways and listed firms first; what finds no room has its name as a hint.
  [[nodiscard]] std::string names() {
    std::string out;
    for (const std::string_view kind : {"gateway", "listed_site", "station", "siding", "yard"}) {
      for (const document::MapPoint& p : map_.points) {
        if (p.kind != kind) continue;
        const std::string name = wrapped(p.name, 130.0, 1, kText).front();
        if (const auto at = room_for(frame_.at(p.lon, p.lat), text_width(name, kText)))
          out += text_at(*at, Anchor::start, name, {}, "name");
      }
    }
    return out;
  }

  [[nodiscard]] std::vector<Meaning> meanings() const {
    std::vector<Meaning> out;
    const auto stroke_sample = [](std::string_view look, double w) {
      return fmt::format("<path d=\"M0 7h30\" {} stroke-width=\"{:.1f}\"/>", look, w);
    };
    if (of("lines") || of("points")) {
      const double round = round_below(most_);
      if (layer_->difference) {
        out.push_back({stroke_sample(kMore, of("lines") ? width(round) : 2.0),
                       fmt::format("{} +{} {}", say("增加", "more"), short_number(round, *layer_).substr(1), layer_->unit)});
        out.push_back({stroke_sample(kLess, of("lines") ? width(round) : 2.0),
                       fmt::format("{} −{} {}", say("减少", "less"), short_number(round, *layer_).substr(1), layer_->unit)});
      } else {
        out.push_back(
            {stroke_sample(kPlain, of("lines") ? width(round) : 2.0), fmt::format("{} {}", short_number(round, *layer_), layer_->unit)});
      }
    }
    const auto has = [this](std::string_view kind) {
      return std::any_of(map_.lines.begin(), map_.lines.end(),
                         [&](const document::MapLine& l) { return (l.kind == "rail") == (kind == "rail"); });
    };
    if (has("road")) out.push_back({stroke_sample("stroke=\"#b5b5b5\"", 1.0), say("公路", "road")});
    if (has("rail"))
      out.push_back(
          {stroke_sample("stroke=\"#111\"", 2.4) + stroke_sample("stroke=\"#fff\" stroke-dasharray=\"7 7\"", 1.2), say("铁路", "railway")});
    for (const PlaceKind& kind : kPlaces) {
      if (std::any_of(map_.points.begin(), map_.points.end(), [&](const auto& p) { return &place_kind(p.kind) == &kind; }))
        out.push_back({fmt::format("<g transform=\"translate(15 7)\">{}</g>", kind.shape), say(kind.zh.data(), kind.en.data())});
    }
    return out;
  }

  const Map& map_;
  Language language_;
  MapFrame frame_;
  Places places_;
  const MapLayer* layer_;
  std::size_t period_ = 0;
  double most_ = 0.0;
};

}  // namespace

std::string map_svg(const Map& map, Language language) { return MapDrawing(map, language).svg(); }

}  // namespace railshift::analysis::writers::html

#include "analysis/writers/html/svg.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {

constexpr std::array<std::string_view, 8> kLines{"#0b4f8a", "#a8500a", "#2e7d4f", "#6a3d9a", "#b00020", "#555555", "#0f7c8a", "#8a6d00"};
constexpr std::array<std::string_view, 8> kDashes{"", "7 4", "2 3", "10 3 2 3", "4 2", "12 4", "1 3", "6 2 1 2"};
constexpr std::array<std::string_view, 8> kFills{"#5b1a1a", "#8f3b1b", "#c4672b", "#e3a65a", "#d9d08a", "#7fb3b0", "#2f6f9f", "#2e7d4f"};
constexpr std::array<std::string_view, 4> kHatches{"", "M0 8L8 0", "M0 4H8", "M0 0L8 8"};
constexpr double kRow = 20.0;

std::string_view anchor_word(Anchor anchor) { return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end"; }

}  // namespace

std::string open_svg(std::string_view name, std::string_view title, double height) {
  return fmt::format(
      "<svg class=\"{}\" role=\"img\" viewBox=\"0 0 {:.0f} {:.0f}\" xmlns=\"http://www.w3.org/2000/svg\"><title>{}</title>"
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
      name, kSheet, height, escape(title));
}

std::string text_at(Spot at, Anchor anchor, std::string_view text, std::string_view figure, std::string_view look) {
  std::string more = figure.empty() ? "" : fmt::format(" data-figure=\"{}\"", escape(figure));
  const std::string classes = fmt::format("{}{}{}", look, !look.empty() && !figure.empty() ? " " : "", figure.empty() ? "" : "fig");
  if (!classes.empty()) more = fmt::format(" class=\"{}\"", classes) + more;
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>\n", at.x, at.y, anchor_word(anchor), more,
                     escape(text));
}

std::string name_at(Spot at, Anchor anchor, std::string_view text, double width) {
  const std::vector<std::string> lines = wrapped(text, width, 2, kText);
  std::string out = "<g>";
  if (lines.back().ends_with("…") && !text.ends_with("…")) out += "<title>" + escape(text) + "</title>";
  double y = at.y + kText * 0.36 - (static_cast<double>(lines.size()) - 1.0) * kText * 0.6;
  for (const std::string& line : lines) {
    out += text_at({at.x, y}, anchor, line);
    y += kText * 1.2;
  }
  return out + "</g>\n";
}

std::string line_at(Spot from, Spot to, std::string_view stroke) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", from.x, from.y, to.x, to.y, stroke);
}

std::string cut_sign(Spot at, bool upright) {
  const std::string_view path = upright ? "l-5 -3l10 -4l-5 -3" : "l3 -5l4 10l3 -5";
  return fmt::format("<path class=\"cut\" d=\"M{:.1f} {:.1f}{}\" fill=\"none\" stroke=\"#1a1a1a\" stroke-width=\"1.5\"/>\n", at.x, at.y,
                     path);
}

std::string_view line_colour(std::uint32_t look) { return kLines.at(look % kLines.size()); }

std::string dash_of(std::uint32_t look) {
  const std::string_view dash = kDashes.at(look % kDashes.size());
  return dash.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dash);
}

std::string fill_of(std::uint32_t look) {
  return fmt::format("fill=\"url(#fill{})\" stroke=\"#333\" stroke-width=\"0.5\"", look % kFills.size());
}

std::string marker(std::uint32_t look, Spot at) {
  static constexpr std::array<std::string_view, 8> kPaths{"m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
                                                          "m-4 -4h8v8h-8z",
                                                          "m0 -5l5 9h-10z",
                                                          "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
                                                          "m-4 -4h8v8h-8z",
                                                          "m0 -5l5 9h-10z",
                                                          "m-4 -4l8 8m0 -8l-8 8",
                                                          "m0 -5v10m-5 -5h10"};
  const std::size_t kind = look % kPaths.size();
  const bool filled = kind == 0 || kind == 2 || kind == 4;
  return fmt::format("<path class=\"point\" d=\"M{:.1f} {:.1f}{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"/>\n", at.x, at.y,
                     kPaths.at(kind), filled ? line_colour(look) : "#fff", line_colour(look));
}

std::string shared_fills() {
  std::string out = "<svg class=\"fills\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>";
  for (std::size_t i = 0; i < kFills.size(); ++i) {
    out += fmt::format(
        "<pattern id=\"fill{0}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"{1}\"/>"
        "<path d=\"{2}\" stroke=\"#fff\" stroke-opacity=\"0.7\"/></pattern>",
        i, kFills[i], kHatches[i % kHatches.size()]);
  }
  out +=
      "<pattern id=\"adds\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" "
      "fill=\"#2f6f9f\"/></pattern>"
      "<pattern id=\"takes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/>"
      "<path d=\"M0 6L6 0\" stroke=\"#a8500a\" stroke-width=\"2\"/></pattern>";
  return out + "</defs></svg>\n";
}

Legend legend(const std::vector<Meaning>& meanings, double top) {
  Legend out;
  double x = 6.0, y = top;
  for (const Meaning& m : meanings) {
    const std::string name = wrapped(m.name, kSheet - 60.0, 1, kText).front();
    const double width = 40.0 + text_width(name, kText) + 14.0;
    if (x > 6.0 && x + width > kSheet) {
      x = 6.0;
      y += kRow;
    }
    out.svg += fmt::format("<g class=\"meaning\"><g transform=\"translate({:.1f} {:.1f})\">{}</g>", x, y, m.sign) +
               text_at({x + 36.0, y + 11.5}, Anchor::start, name) + "</g>\n";
    x += width;
  }
  out.height = meanings.empty() ? 0.0 : y + kRow - top;
  return out;
}

bool Places::take(Room room) {
  if (room.x < inside_.x || room.y < inside_.y || room.x + room.width > inside_.x + inside_.width ||
      room.y + room.height > inside_.y + inside_.height)
    return false;
  const bool free = std::none_of(taken_.begin(), taken_.end(), [&](const Room& r) {
    return room.x < r.x + r.width && r.x < room.x + room.width && room.y < r.y + r.height && r.y < room.y + room.height;
  });
  if (free) taken_.push_back(room);
  return free;
}

}  // namespace railshift::analysis::writers::html

#pragma once
/// Pieces of which charts and maps are drawn: static SVG that needs no script and reads in black and white. Lengths in px of a sheet that
/// is kSheet wide.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::html {

inline constexpr double kSheet = 680.0;
inline constexpr double kText = 13.0;  ///< size of letters

struct Spot {
  double x = 0.0, y = 0.0;
};
enum class Anchor : std::uint8_t { start, middle, end };

/// <svg> with its title for who cannot see it. `name` is the class: "chart" or "map".
[[nodiscard]] std::string open_svg(std::string_view name, std::string_view title, double height);
/// `look` is a class besides: "note", "name". With `figure`, the text is that figure's and opens its drawer.
[[nodiscard]] std::string text_at(Spot at, Anchor anchor, std::string_view text, std::string_view figure = {}, std::string_view look = {});
/// A text in up to two lines around `at.y`, the whole of it as a hint where it is cut.
[[nodiscard]] std::string name_at(Spot at, Anchor anchor, std::string_view text, double width);
[[nodiscard]] std::string line_at(Spot from, Spot to, std::string_view stroke);
/// A sign that the axis is cut, at its low end.
[[nodiscard]] std::string cut_sign(Spot at, bool upright);

/// A part looks the same in every chart of a document: colour of a line, its dash, the fill with its hatch.
[[nodiscard]] std::string_view line_colour(std::uint32_t look);
[[nodiscard]] std::string dash_of(std::uint32_t look);
[[nodiscard]] std::string fill_of(std::uint32_t look);
[[nodiscard]] std::string marker(std::uint32_t look, Spot at);
/// The hatched fills, once a page.
[[nodiscard]] std::string shared_fills();

/// What a sign of the drawing means. The sign is drawn in a box of 30 by 14 px.
struct Meaning {
  std::string sign, name;
};
struct Legend {
  std::string svg;
  double height = 0.0;
};
/// Meanings side by side from `top` on, in as many rows as they need.
[[nodiscard]] Legend legend(const std::vector<Meaning>& meanings, double top);

/// Texts that would cover each other or what is kept free go elsewhere.
class Places {
 public:
  struct Room {
    double x, y, width, height;
  };
  explicit Places(Room inside) : inside_(inside) {}
  void keep_free(Room room) { taken_.push_back(room); }
  /// Whether the room is inside and nothing stands there; then it is taken.
  [[nodiscard]] bool take(Room room);

 private:
  Room inside_;
  std::vector<Room> taken_;
};

}  // namespace railshift::analysis::writers::html

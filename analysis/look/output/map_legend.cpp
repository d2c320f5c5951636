#include "analysis/look/output/map_legend.hpp"

#include <fmt/format.h>

#include "analysis/writers/html/text.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::look {
namespace {

std::string site_legend(const Scribe& s, double y) {
  std::string out;
  double x = 24.0;
  const auto entry = [&](const std::string& sign, const std::string& words) {
    out += sign + text_on_map({x + 12.0, y}, words);
    x += 40.0 + display_width(words) * Labels::kSize * 0.52;
  };
  entry(marker(SiteKind::mine, {x, y - 4.0}), s.say("矿山", "mine or quarry"));
  entry(marker(SiteKind::power_plant, {x, y - 4.0}), s.say("电厂、热源厂", "power or heat plant"));
  entry(marker(SiteKind::steel_works, {x, y - 4.0}), s.say("其他工厂", "other works"));
  entry(marker(SiteKind::trade_zone, {x, y - 4.0}), s.say("货场、片区、处置场", "yard, zone, waste site"));
  entry(gateway_sign({x, y - 4.0}), s.say("门户（通往区外）", "gateway to the outside"));
  return out;
}

/// A bar of round kilometres, and three widths with their tonnes.
std::string scales(const Scribe& s, const Canvas& canvas, const FlowWidth& width, double y) {
  double km = 1.0;
  for (const double next : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0}) {
    if (next * canvas.pixels_per_km() <= 220.0) km = next;
  }
  const double length = km * canvas.pixels_per_km();
  std::string out =
      fmt::format("<path d=\"M20 {0:.1f}v8h{1:.1f}v-8\" fill=\"none\" stroke=\"#111\" stroke-width=\"1.5\"/>", y - 8.0, length) +
      text_on_map({28.0 + length, y}, fmt::format("{:.0f} km", km));
  double x = 320.0;
  const double power = width.most <= 0.0 ? 1.0 : std::pow(10.0, std::floor(std::log10(width.most)));
  for (const double part : {0.1, 0.5, 1.0}) {
    const double t = power * part;
    out += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"#555\" stroke-width=\"{:.1f}\"/>", x,
                       y - 4.0, x + 60.0, y - 4.0, width.of(t)) +
           text_on_map({x + 68.0, y}, yearly(s, t));
    x += 200.0;
  }
  return out;
}

}  // namespace

std::string marker(SiteKind kind, Point p) {
  switch (kind) {
    case SiteKind::mine:
    case SiteKind::quarry:
      return fmt::format("<path d=\"M{:.1f} {:.1f}l5 9h-10z\" fill=\"#333\" stroke=\"#fff\"/>", p.x, p.y - 5.0);
    case SiteKind::power_plant:
    case SiteKind::heat_plant:
      return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"9\" height=\"9\" fill=\"#a11\" stroke=\"#fff\"/>", p.x - 4.5, p.y - 4.5);
    case SiteKind::washery:
    case SiteKind::steel_works:
    case SiteKind::coking_works:
    case SiteKind::chemical_works:
    case SiteKind::cement_works:
    case SiteKind::concrete_plant:
      return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"9\" height=\"9\" fill=\"#6b3fa0\" stroke=\"#fff\"/>", p.x - 4.5,
                         p.y - 4.5);
    case SiteKind::building_zone:
    case SiteKind::waste_site:
    case SiteKind::trade_zone:
    case SiteKind::rail_yard:
    case SiteKind::external:
      break;
  }
  return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\" fill=\"#fff\" stroke=\"#333\" stroke-width=\"1.5\"/>", p.x, p.y);
}

std::string gateway_sign(Point p) {
  return fmt::format("<path d=\"M{:.1f} {:.1f}l6 6l-6 6l-6 -6z\" fill=\"#fff\" stroke=\"#333\" stroke-width=\"1.5\"/>\n", p.x, p.y - 6.0);
}

std::string text_on_map(Point at, const std::string& words, std::string_view more) {
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:.0f}\" paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\"{}>{}</text>\n", at.x,
      at.y, Labels::kSize, more, writers::html::escape(words));
}

std::string yearly(const Scribe& s, double tonnes) {
  return s.language() == Language::zh ? tonnes_zh(Tonnes{tonnes}) + "/年" : tonnes_en(Tonnes{tonnes}) + " a year";
}

std::string legend(const Scribe& s, const Canvas& canvas, const FlowWidth& width) {
  const double y = canvas.height() + 22.0;
  std::string out =
      fmt::format("<g><line x1=\"0\" y1=\"{0:.1f}\" x2=\"{1:.1f}\" y2=\"{0:.1f}\" stroke=\"#999\"/>\n", canvas.height(), Canvas::kWidth);
  double x = 16.0;
  const auto stroke = [&](const std::string& style, const std::string& words) {
    out += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>", x, y - 4.0, x + 34.0, y - 4.0, style) +
           text_on_map({x + 42.0, y}, words);
    x += 56.0 + display_width(words) * Labels::kSize * 0.52;
  };
  stroke(fmt::format("stroke=\"{}\" stroke-width=\"7\" stroke-opacity=\"0.6\"", kRoadFlow), s.say("公路货流", "by road"));
  stroke(fmt::format("stroke=\"{}\" stroke-width=\"7\" stroke-opacity=\"0.6\"", kRailFlow), s.say("铁路货流", "by rail"));
  stroke(fmt::format("stroke=\"{}\" stroke-width=\"5\" stroke-opacity=\"0.6\" stroke-dasharray=\"3 3\"", kOtherFlow),
         s.say("皮带、管道", "belt, pipe"));
  stroke("stroke=\"#888\" stroke-width=\"1.8\"", s.say("道路", "road"));
  stroke("stroke=\"#888\" stroke-width=\"1.8\" stroke-dasharray=\"6 4\"", s.say("起始日以后开通的道路", "road that opens later"));
  stroke("stroke=\"#111\" stroke-width=\"2.4\"", s.say("铁路区段", "rail section"));
  stroke(fmt::format("stroke=\"{}\" stroke-width=\"11\" stroke-opacity=\"0.55\"", kRing), s.say("环路", "ring road"));
  return out + site_legend(s, y + 30.0) + scales(s, canvas, width, y + 66.0) + "</g>\n";
}

}  // namespace railshift::analysis::look

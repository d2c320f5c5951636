#include "sim/scenario/uncertainty/member_changes.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "sim/core/date.hpp"

namespace railshift::scenario {
namespace {

/// Where a group stands: its coordinate, and how much of the way to the draw it goes.
struct Coordinate {
  double u = 0.0;
  double reach = 1.0;
};

double drawn_value(const UncertaintyGroup& group, const MovedInput& input, Coordinate at) {
  const double given = input.range.value;
  const double value = given + at.reach * (quantile(group.law, input.range, input.against ? 1.0 - at.u : at.u) - given);
  return std::clamp(input.written == Written::number ? value : std::round(value), input.least, input.most);
}

/// A plain decimal, as tables take it: shares with all their digits, so that a whole stays one to the kilogram.
std::string number_text(double value) {
  std::string text = fmt::format("{:.{}f}", value, std::abs(value) < 10.0 ? 17 : 9);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

/// What is drawn in the stages that count, with what must follow.
class Draw {
 public:
  void take(const UncertaintyGroup& group, Coordinate at) {
    if (at.reach == 0.0) return;
    for (const MovedInput& input : group.inputs) {
      written_[input.path] = &input;
      drawn_[input.path] = drawn_value(group, input, at);
    }
  }

  [[nodiscard]] std::map<std::string, std::string> changes(const std::vector<Whole>& wholes) {
    std::map<std::string, double> given;
    for (const Whole& whole : wholes) {
      close(whole, drawn_);
      for (const WholePart& part : whole.parts) given[part.path] = part.value;
    }
    std::map<std::string, std::string> out;
    for (const auto& [path, value] : drawn_) {
      const auto input = written_.find(path);
      const double as_given = input == written_.end() ? given.at(path) : input->second->range.value;
      if (value != as_given) out[path] = input == written_.end() ? number_text(value) : text_of(*input->second, value);
    }
    return out;
  }

 private:
  static std::string text_of(const MovedInput& input, double value) {
    switch (input.written) {
      case Written::day:
        return to_string(Date{static_cast<std::int32_t>(value)});
      case Written::whole_number:
        return fmt::format("{:.0f}", value);
      case Written::number:
        return number_text(value);
    }
    return number_text(value);
  }

  std::map<std::string, const MovedInput*> written_;
  Drawn drawn_;
};

}  // namespace

MemberChanges member_changes(const Uncertainty& uncertainty, const std::vector<double>& point) {
  return member_changes(uncertainty, point, std::vector<double>(point.size(), 1.0));
}

MemberChanges member_changes(const Uncertainty& uncertainty, const std::vector<double>& point, const std::vector<double>& reach) {
  if (point.size() != uncertainty.groups.size() || reach.size() != point.size())
    throw std::invalid_argument(fmt::format("a point of {} coordinates for {} groups", point.size(), uncertainty.groups.size()));
  for (const double u : point) {
    if (!(u >= 0.0 && u < 1.0)) throw std::invalid_argument(fmt::format("coordinate {} is not in [0, 1)", u));
  }
  const auto drawn_in = [&](const std::vector<Stage>& stages) {
    Draw draw;
    for (std::size_t g = 0; g < point.size(); ++g) {
      const UncertaintyGroup& group = uncertainty.groups[g];
      if (std::find(stages.begin(), stages.end(), group.stage) != stages.end()) draw.take(group, {point[g], reach[g]});
    }
    return draw.changes(uncertainty.wholes);
  };
  return {drawn_in({Stage::base}), drawn_in({Stage::base, Stage::later})};
}

}  // namespace railshift::scenario

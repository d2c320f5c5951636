#include "sim/scenario/check/check_paths.hpp"

#include <algorithm>
#include <cmath>

#include "sim/policy/kinds.hpp"
#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

bool carries_flows(const World& world, const RailSection& section) {
  return std::any_of(world.chains.begin(), world.chains.end(), [&](const Chain& chain) {
    return std::any_of(chain.legs.begin(), chain.legs.end(),
                       [&](const Leg& leg) { return leg.mode == Mode::rail && leg.line == section.line; });
  });
}

/// Trains run in whole paths: background trains are rounded.
bool is_full(const RailSection& section, double trains) { return std::floor(trains + 0.5) >= section.slots_per_day; }

class PathCheck {
 public:
  PathCheck(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder) {}

  void check(const RailSection& section) {
    bool was_free = !is_full(section, section.background_per_day.on(s_.settings.start).value_or(0.0));
    for (const auto& [day, trains] : section.background_per_day.steps()) {
      const bool full = is_full(section, trains);
      if (full && trains < section.slots_per_day)
        say(section, day, trains, {"运行线按整条计：剩下的不足半条", "paths are whole: what is left is less than half a path"});
      else if (full && was_free && day > s_.settings.start)
        say(section, day, trains,
            {"货流列车用过的区段，要给仍在途的列车留一条运行线",
             "a section that trains of the flows have used keeps a path for those that are still on their way"});
      was_free = was_free || (!full && day > s_.settings.start);
    }
  }

 private:
  void say(const RailSection& section, Date day, double trains, const Words& rule) {
    const RawTable& table = s_.raw.at("rail_background");
    for (const ReadRow<BackgroundRow>& read : s_.rows.rail_background) {
      if (read.row.valid_from != day || s_.world.rail_sections[read.row.section].id != section.id) continue;
      return decoder_.problem(
          table.cell(*read.raw, "trains_per_day").place,
          both("从 {2} 起 {0} 为 {1:g}，区段“{4}”每天共 {3} 条运行线", "{0} is {1:g} from {2} on, of {3} paths of section \"{4}\"",
               column_words(table, "trains_per_day"), trains, to_string(day), section.slots_per_day, section.id),
          rule, both("写 {} 或更小的数", "write {} or less", section.slots_per_day - 1));
    }
  }

  const Sources& s_;
  Decoder& decoder_;
};

/// Steps that last for ever, in full and together, leave a path to the trains of the flows on the sections of one of them.
void check_lasting_step(const World& world, const Measure& measure, Decoder& decoder) {
  const CapacityStep& step = *policy::as<CapacityStep>(measure);
  for (const Id<RailSection> id : step.sections) {
    const RailSection& section = world.rail_sections[id];
    int slots = section.slots_per_day;
    for (const Measure& other : world.measures) {
      const auto* also = policy::as<CapacityStep>(other);
      const bool lasts = also != nullptr && also->days == 0;
      if (lasts && std::find(also->sections.begin(), also->sections.end(), id) != also->sections.end()) slots += also->slots_per_day;
    }
    const auto& steps = section.background_per_day.steps();
    const double background = steps.empty() ? 0.0 : steps.back().second;
    if (std::floor(background + 0.5) < slots || !carries_flows(world, section)) continue;
    decoder.problem(measure.place,
                    both("措施“{0}”之后，区段“{1}”每天有 {2} 条运行线、{3:g} 列背景列车",
                         "after measure \"{0}\" section \"{1}\" has {2} paths a day and {3:g} background trains", measure.id, section.id,
                         slots, background),
                    {"有货流列车的区段，要给它们留一条运行线", "a section with trains of the flows keeps a path for them"},
                    {"减小变化，或写 days（持续天数）", "make the step smaller, or write days"});
  }
}

}  // namespace

void check_paths(const Sources& s, Decoder& decoder) {
  for (const Measure& measure : s.world.measures) {
    const auto* step = policy::as<CapacityStep>(measure);
    if (step != nullptr && step->days == 0 && step->slots_per_day < 0) check_lasting_step(s.world, measure, decoder);
  }
  PathCheck check(s, decoder);
  for (const RailSection& section : s.world.rail_sections) {
    if (carries_flows(s.world, section)) check.check(section);
  }
}

}  // namespace railshift::scenario

#include "sim/scenario/check/check_paths.hpp"

#include <algorithm>
#include <cmath>

#include "sim/policy/kinds.hpp"
#include "sim/rules/capacity/station_work.hpp"
#include "sim/rules/rail/chain_service.hpp"
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

/// Paths a day of a section with all steps that last and add some.
int most_paths(const World& world, Id<RailSection> id) {
  int slots = world.rail_sections[id].slots_per_day;
  for (const Measure& measure : world.measures) {
    const auto* step = policy::as<CapacityStep>(measure);
    if (step == nullptr || std::find(step->sections.begin(), step->sections.end(), id) == step->sections.end()) continue;
    slots += std::max(0, step->slots_per_day);
  }
  return slots;
}

/// The pairs of a single track leave in turn, each train when the one of the other direction is through.
void check_single_track(const Sources& s, const ReadRow<RailSection>& read, Decoder& decoder) {
  const auto id = s.world.rail_sections.find(read.row.id);
  if (!read.row.single_track || !id) return;
  const double run_h = (read.row.length / read.row.speed).value;
  const int paths = most_paths(s.world, *id);
  if (paths * 2.0 * run_h <= kHoursOfDay) return;
  const RawTable& table = s.raw.at("rail_sections");
  decoder.problem(table.cell(*read.raw, "slots_per_day").place,
                  both("单线区段“{}”每天 {} 对、每列运行 {:.2f} 小时", "single-track section \"{}\" has {} pairs a day of {:.2f} h a train",
                       read.row.id, paths, run_h),
                  {"单线上两个方向的列车依次运行，一天要容得下", "trains of both directions run in turn and fit into a day"},
                  both("写 {} 或更小的数，或把区段按会让站分开", "write {} or less, or cut the section where trains meet",
                       static_cast<int>(kHoursOfDay / 2.0 / run_h)));
}

/// Trains weigh no more than a path of every section on their way takes.
void check_path_load(const Sources& s, const ReadRow<RailSection>& read, Decoder& decoder) {
  const auto id = s.world.rail_sections.find(read.row.id);
  if (read.row.path_load.value == 0 || !id) return;
  for (const Chain& chain : s.world.chains) {
    if (chain.main_mode() != Mode::rail) continue;
    const auto siding =
        rules::loading_siding(s.world, chain) ? rules::loading_siding(s.world, chain) : rules::unloading_siding(s.world, chain);
    if (!siding || s.world.sidings[*siding].train_load <= read.row.path_load) continue;
    const auto sections = rules::sections_of(s.world, chain);
    if (std::none_of(sections.begin(), sections.end(), [&](const rules::SectionUse& use) { return use.section == id->index; })) continue;
    const RawTable& table = s.raw.at("rail_sections");
    const double tonnes = static_cast<double>(s.world.sidings[*siding].train_load.value) / 1000.0;
    return decoder.problem(table.cell(*read.raw, "train_t").place,
                           both("区段“{}”每条运行线 {:g} 吨，专用线“{}”的列车 {:g} 吨",
                                "section \"{}\" takes {:g} t on a path, trains of siding \"{}\" have {:g} t", read.row.id,
                                static_cast<double>(read.row.path_load.value) / 1000.0, s.world.sidings[*siding].id, tonnes),
                           {"一条运行线至少容得下一列车", "a path takes a train at least"},
                           both("写 {:g} 或更大的数，或留空", "write {:g} or more, or leave it empty", tonnes));
  }
}

/// Wagons have a load and a turn-round, and make up a train at least.
void check_wagons(const Sources& s, const ReadRow<Siding>& read, Decoder& decoder) {
  const Siding& siding = read.row;
  if (siding.wagons == 0) return;
  const RawTable& table = s.raw.at("sidings");
  const Place place = table.cell(*read.raw, "wagons").place;
  const auto trains = rules::wagon_trains(siding);
  if (!trains)
    decoder.problem(place,
                    both("专用线“{}”有 wagons（配车数）{}，缺 wagon_t 或 turn_days",
                         "siding \"{}\" has {} wagons without wagon_t or turn_days", siding.id, siding.wagons),
                    {"配车要有车辆净载和周转时间", "wagons have a load and a turn-round"},
                    {"补上 wagon_t（如 70）和 turn_days（如 3）", "add wagon_t, such as 70, and turn_days, such as 3"});
  else if (*trains == 0)
    decoder.problem(
        place,
        both("专用线“{}”的 {} 辆车装不满一列 {:g} 吨的列车", "the {1} wagons of siding \"{0}\" do not make up a train of {2:g} t",
             siding.id, siding.wagons, static_cast<double>(siding.train_load.value) / 1000.0),
        {"配车至少够一列车", "wagons make up a train at least"},
        both("写 {} 或更大的数", "write {} or more", (siding.train_load.value + siding.wagon_load.value - 1) / siding.wagon_load.value));
}

}  // namespace

void check_paths(const Sources& s, Decoder& decoder) {
  for (const Measure& measure : s.world.measures) {
    const auto* step = policy::as<CapacityStep>(measure);
    if (step != nullptr && step->days == 0 && step->slots_per_day < 0) check_lasting_step(s.world, measure, decoder);
  }
  for (const ReadRow<RailSection>& read : s.rows.rail_sections) {
    check_single_track(s, read, decoder);
    check_path_load(s, read, decoder);
  }
  for (const ReadRow<Siding>& read : s.rows.sidings) check_wagons(s, read, decoder);
  PathCheck check(s, decoder);
  for (const RailSection& section : s.world.rail_sections) {
    if (carries_flows(s.world, section)) check.check(section);
  }
}

}  // namespace railshift::scenario

#pragma once
/// `--trains`: what every train did, one CSV row an event, so that a railway man can draw a line's timetable graph from it.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "sim/core/date.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/core/units.hpp"
#include "sim/model/world.hpp"

namespace railshift::ledger {

/// What a train does: it is formed when its load stands ready; loading begins when it has a track; it is loaded; it enters a section at its
/// path slot; it arrives where its last section, or what lies beyond, ends; unloading begins when it has a track; it is unloaded.
enum class TrainStep : std::uint8_t { formed, loading, loaded, enters_section, arrives, unloading, unloaded };
[[nodiscard]] std::string_view to_text(TrainStep step);

struct TrainEvent {
  std::int64_t train = 0;  ///< number of the run, from 1 on, in order of forming
  Id<Chain> chain;
  TrainStep step = TrainStep::formed;
  Tick tick = 0;                          ///< since the first day of the warm-up
  std::int64_t kg = 0;                    ///< of the train
  std::optional<Id<Siding>> siding = {};  ///< of the tracks, where they are ours
  std::optional<Id<RailSection>> section = {};
  bool forward = true;  ///< of a section: from its from_node to its to_node
};

/// Header train,chain,flow,commodity,t,step,siding,section,direction,time,tick; BOM, LF line ends; time YYYY-MM-DD hh:mm:ss, UTC+8. Rows in
/// the order in which things happened, warm-up included; trains under way at the end have no last steps.
class TrainsCsv {
 public:
  /// Throws std::runtime_error if the file cannot be written; so do append and close. The world must outlive it.
  TrainsCsv(const std::filesystem::path& path, const World& world);
  void append(const TrainEvent& event);
  /// Flushes; call it before the run counts as done.
  void close();

 private:
  const World& world_;
  FileStream file_;
};

}  // namespace railshift::ledger

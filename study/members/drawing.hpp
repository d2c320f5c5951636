#pragma once
/// Members at points of a design, each made as sound as a scenario must be, on several processors at once.
#include <cstdint>
#include <vector>

#include "sim/scenario/load/files.hpp"
#include "sim/scenario/load/load.hpp"
#include "study/members/member.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// One member to be: its number and point, and the laws by which the point is read.
struct Draw {
  int number = 1;
  const std::vector<double>* point = nullptr;
  const scenario::Uncertainty* laws = nullptr;
};

/// What members are made of; the scenario's files are read once.
struct DrawnFrom {
  scenario::Files files;
  scenario::LoadRequest load;
  std::uint32_t seed = 1;
};

/// The members of `draws`, in that order and with the same changes for every number of threads. Each is loaded twice to see whether it is
/// sound, and some thirty times if it is not (scenario::sound_member): minutes of a city. Throws Interrupted if the watch ends it.
[[nodiscard]] std::vector<Member> drawn(const DrawnFrom& from, const std::vector<Draw>& draws, int threads, const Watch& watch);

}  // namespace railshift::study

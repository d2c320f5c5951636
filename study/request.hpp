#pragma once
/// What is asked of a study, and whether it can be done: one check for every command.
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/engine/run.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/scenario/load/load.hpp"
#include "study/member_design.hpp"
#include "study/output_file.hpp"
#include "study/run_folder.hpp"

namespace railshift::study {

/// How much an assessment runs.
enum class Depth : std::uint8_t {
  full,
  quick  ///< no measure is left out or run alone
};

/// What moves the goods of a run.
enum class Mover : std::uint8_t {
  events,  ///< every truck and train
  months   ///< the quick twin: expected values; what comes of it is an estimate
};

/// What all studies ask for. A path that is empty and an optional that is absent mean: not asked for.
struct Request {
  std::filesystem::path scenario;  ///< its folder
  Layer layer = Layer::plan;
  std::string variant;                     ///< path of a variant file
  std::map<std::string, std::string> set;  ///< path -> value, as in scenario::LoadRequest
  std::string until;                       ///< first day that is not simulated, YYYY-MM-DD; the month that it lies in is simulated in full
  std::optional<std::int64_t> seed;        ///< of the first replication; absent: the scenario's
  engine::Kernel kernel = engine::Kernel::ahead;
  Mover mover = Mover::events;
  std::optional<int> replications;              ///< on seeds one apart
  Depth depth = Depth::full;                    ///< of an assessment
  MemberDesign design{};                        ///< of the members of an assessment in full
  int jobs = 1;                                 ///< processes at a time
  std::optional<std::filesystem::path> trips;   ///< a CSV file for every leg
  std::optional<std::filesystem::path> trains;  ///< a CSV file for what every train did
  std::filesystem::path out;                    ///< result folder
  Replace replace = Replace::no;                ///< of the result folder and of files beside it
  Language language = Language::zh;             ///< of what is written for people to read
};

/// Every reason for which the request cannot be done with a scenario of these settings, one sentence each; empty if it can:
/// until: a date of the calendar, after the scenario's start and not after its end; seeds of all replications: 0..4294967295;
/// replications and jobs: at least 1; members: as MemberDesign; trips and trains: of one run by events only, a file that can be written,
/// outside its result folder.
[[nodiscard]] std::vector<Words> reasons_against(const Request& request, const Settings& settings);
/// Throws Refused if there is a reason against it.
void check(const Request& request, const Settings& settings);
/// Of `until` alone, called `name` in what is said. Nothing against none.
[[nodiscard]] std::optional<Words> reason_against_until(const std::string& name, const std::string& until, const Settings& settings);
/// A number that must be at least 1, as the option of this name.
[[nodiscard]] std::optional<Words> less_than_one(const std::string& option, int number);

// --- of a request that was checked
[[nodiscard]] std::optional<Date> until_of(const Request& request);
[[nodiscard]] std::uint32_t seed_of(const Request& request, const Settings& settings);
/// Where the results of a run go: runs/<scenario>-<layer> unless the request names a folder.
[[nodiscard]] std::filesystem::path run_folder(const Request& request, const Settings& settings);
/// What a run file and a manifest say of it.
[[nodiscard]] ledger::RunRequest recorded(const Request& request, const Settings& settings);

/// What a file beside the results may not be.
[[nodiscard]] OutputRules output_rules(const Request& request);

/// How the scenario is loaded: layer, variant and settings.
[[nodiscard]] scenario::LoadRequest load_request(const Request& request);
/// The scenario, with a world; throws WrongScenario.
[[nodiscard]] scenario::Loaded load_scenario(const std::filesystem::path& folder, const scenario::LoadRequest& request);

}  // namespace railshift::study

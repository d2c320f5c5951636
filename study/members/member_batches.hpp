#pragma once
/// Members of several kinds below one root: run or read, taken over from other roots, and what has no figures.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "study/members/member.hpp"
#include "study/members/member_runs.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// What a run is made for.
enum class RunOf : std::uint8_t {
  points,     ///< a member of the design
  second,     ///< the same point under the second law
  screening,  ///< a point of a trajectory
  coalition   ///< groups of measures whose effect is shared
};

/// A run without figures.
struct WithoutFigures {
  int number = 1;
  bool estimate = false;
  Words why;
  std::string command;   ///< that runs it alone
  bool refused = false;  ///< by its scenario, not by how the run ended
  RunOf of = RunOf::points;
};

/// Runs without figures, in the order in which they were met.
struct Lacking {
  std::vector<WithoutFigures> without;  ///< that say why: they count
  std::vector<WithoutFigures> undone;   ///< that ended without an answer, or are missing: nothing can be said before they are run
};
/// Of these runs, with the command that runs each alone.
[[nodiscard]] Lacking without_figures(const std::vector<Member>& members, const std::vector<MemberRun>& runs, Mover mover,
                                      const MemberRuns& all, RunOf of = RunOf::points);
/// One sentence that names them, says what to do, and how the first of them ended. Precondition: there are some.
[[nodiscard]] Words undone_words(const std::vector<WithoutFigures>& undone);

/// What is done about members that have no part yet.
enum class Missing : std::uint8_t { run, leave };

/// Members of one kind by one engine.
struct Batch {
  const std::vector<Member>& members;
  Mover mover;
  std::filesystem::path folder;  ///< below the root; empty: the root itself
  RunOf of = RunOf::points;
};

/// Batches of one plan below one root.
class MemberBatches {
 public:
  /// `request` and `plan` live as long as this.
  MemberBatches(const Request& request, const scenario::Loaded& plan, std::filesystem::path root);

  /// Metrics of the members, in their order (MemberRuns::run or read). Those without figures are noted. Throws Interrupted.
  [[nodiscard]] std::vector<analysis::MetricTable> figures(const Batch& batch, Missing missing, const Watch& watch);
  [[nodiscard]] const Lacking& lacking() const { return lacking_; }

  /// MemberRuns::reasons_against and adopt, of a folder that other processes left as this root.
  [[nodiscard]] std::vector<Words> reasons_against(const std::vector<Batch>& batches, const std::filesystem::path& from) const;
  void adopt(const std::vector<Batch>& batches, const std::filesystem::path& from) const;

 private:
  [[nodiscard]] MemberRuns runs_of(const Batch& batch) const;
  const Request& request_;
  const scenario::Loaded& plan_;
  std::filesystem::path root_;
  Lacking lacking_;
};

}  // namespace railshift::study

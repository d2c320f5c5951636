#include "study/plans/lever_answer.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "sim/core/contract.hpp"

namespace railshift::study {
namespace {

using analysis::LeverFinding;
using analysis::LeverRow;
using analysis::LeverSearch;
using analysis::LeverSet;
using analysis::SetFinding;
using analysis::TargetLevers;
using analysis::Tried;
using analysis::Verdict;

const Verdict* verdict_on(const std::vector<Verdict>& verdicts, const std::string& target) {
  const auto found = std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict& v) { return v.target == target; });
  return found == verdicts.end() ? nullptr : &*found;
}

/// What a run says of a target with a lever at a position.
Tried tried(const std::vector<Verdict>& verdicts, const std::string& target, std::size_t at) {
  const Verdict* v = verdict_on(verdicts, target);
  if (v == nullptr) return {at, std::nullopt, false};
  return {at, v->value, v->outcome == analysis::Outcome::met};
}

/// One lever and one target.
struct Search {
  std::size_t target;  ///< number among those asked for
  std::size_t lever;
  LeverSearch search;
};

/// All searches of an assessment; a run that two of them want is run once.
class Answering {
 public:
  Answering(const LeverQuestion& question, const std::vector<LeverRun>& screened, const RunLevers& run)
      : question_(question), screened_(screened), run_(run) {
    for (const Verdict& v : question.status) {
      if (analysis::is_asked(v)) asked_.push_back(&v);
    }
  }

  analysis::LeverAnswer answer() {
    answer_.levers = question_.levers.size();
    answer_.left_out = question_.left_out;
    if (asked_.empty()) return answer_;
    remember(screening(question_.levers), screened_);
    begin_searches();
    std::set<LeverSettings> wanted = sets_to_run();
    for (int round = 0; round < kMostRounds; ++round) {
      for (const Search& s : searches_) {
        for (const std::size_t at : s.search.next()) wanted.insert(turned(question_.levers[s.lever], at));
      }
      if (wanted.empty()) break;
      run_all(wanted);
      for (Search& s : searches_) {
        for (const std::size_t at : s.search.next()) s.search.add(tried_at(s, at));
      }
      wanted.clear();
    }
    for (std::size_t t = 0; t < asked_.size(); ++t) answer_.targets.push_back(target_levers(t));
    return answer_;
  }

 private:
  void remember(const std::vector<LeverSettings>& settings, const std::vector<LeverRun>& runs) {
    RAILSHIFT_EXPECTS(settings.size() == runs.size(), "every setting was run");
    for (std::size_t i = 0; i < settings.size(); ++i) known_[settings[i]] = runs[i];
    answer_.runs += settings.size();
  }

  void run_all(const std::set<LeverSettings>& wanted) {
    std::vector<LeverSettings> missing;
    for (const LeverSettings& settings : wanted) {
      if (known_.count(settings) == 0) missing.push_back(settings);
    }
    if (!missing.empty()) remember(missing, run_(missing));
  }

  [[nodiscard]] Tried tried_at(const Search& s, std::size_t at) const {
    return tried(known_.at(turned(question_.levers[s.lever], at)).verdicts, asked_[s.target]->target, at);
  }

  void begin_searches() {
    for (std::size_t t = 0; t < asked_.size(); ++t) {
      const Verdict& v = *asked_[t];
      for (std::size_t l = 0; l < question_.levers.size(); ++l) {
        const std::size_t last = question_.levers[l].last();
        Search s{t, l, LeverSearch(last, v.threshold, analysis::near_to(v.threshold, v.unit))};
        s.search.add(tried(question_.given, v.target, 0));
        s.search.add(tried_at(s, last));
        searches_.push_back(std::move(s));
      }
    }
  }

  /// The rows of a target as far as they are known, ranked.
  [[nodiscard]] std::vector<LeverRow> rows_of(std::size_t target) const {
    const Verdict& v = *asked_[target];
    std::vector<LeverRow> rows;
    for (const Search& s : searches_) {
      if (s.target != target) continue;
      LeverRow row;
      row.lever = question_.levers[s.lever];
      row.found = s.search.found();
      row.given_value = tried(question_.given, v.target, 0).value;
      row.end_value = tried_at(s, row.lever.last()).value;
      row.refused = known_.at(turned(row.lever, row.lever.last())).refused;
      rows.push_back(std::move(row));
    }
    rank(v, rows);
    return rows;
  }

  [[nodiscard]] Tried tried_set(const LeverSet& set, const Verdict& v) const {
    const auto found = known_.find(settings_of(set));
    return found == known_.end() ? Tried{} : tried(found->second.verdicts, v.target, 0);
  }

  /// Of a target that no lever reaches alone and all together do: its levers by gain, two and more of them.
  [[nodiscard]] std::vector<LeverSet> candidates(std::size_t target) const {
    const Verdict& v = *asked_[target];
    const std::vector<LeverRow> rows = rows_of(target);
    const bool single = std::any_of(rows.begin(), rows.end(), [](const LeverRow& row) { return is_enough(row.found.finding); });
    if (single || !tried_set(all_of(question_.levers), v).meets) return {};
    const LeverSet order = by_gain(v, rows);
    std::vector<LeverSet> sets;
    for (std::size_t n = 2; n <= std::min(order.size(), kLargestSet); ++n)
      sets.emplace_back(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n));
    return sets;
  }

  [[nodiscard]] std::set<LeverSettings> sets_to_run() const {
    std::set<LeverSettings> wanted;
    for (std::size_t t = 0; t < asked_.size(); ++t) {
      for (const LeverSet& set : candidates(t)) wanted.insert(settings_of(set));
    }
    return wanted;
  }

  void find_set(std::size_t target, TargetLevers& found) const {
    if (question_.levers.empty()) return;
    if (is_enough(found.rows.front().found.finding)) {
      found.finding = SetFinding::single;
      return;
    }
    for (const LeverSet& set : candidates(target)) {
      const Tried run = tried_set(set, found.verdict);
      if (!run.meets) continue;
      found.finding = SetFinding::found;
      found.set = set;
      found.set_value = run.value;
      return;
    }
    // The set of all has no larger one: it is the answer, or there is none.
    found.set = all_of(question_.levers);
    const Tried all = tried_set(found.set, found.verdict);
    found.finding = all.meets ? SetFinding::found : SetFinding::none;
    found.set_value = all.value;
  }

  [[nodiscard]] TargetLevers target_levers(std::size_t target) {
    TargetLevers found;
    found.verdict = *asked_[target];
    found.rows = rows_of(target);
    find_set(target, found);
    answer_.unfinished += static_cast<std::size_t>(std::count_if(
        found.rows.begin(), found.rows.end(), [](const LeverRow& row) { return row.found.finding == LeverFinding::between; }));
    return found;
  }

  const LeverQuestion& question_;
  const std::vector<LeverRun>& screened_;
  const RunLevers& run_;
  std::vector<const Verdict*> asked_;
  std::vector<Search> searches_;
  std::map<LeverSettings, LeverRun> known_;
  analysis::LeverAnswer answer_;
};

}  // namespace

analysis::LeverAnswer lever_answer(const LeverQuestion& question, const std::vector<LeverRun>& screened, const RunLevers& run) {
  return Answering(question, screened, run).answer();
}

}  // namespace railshift::study

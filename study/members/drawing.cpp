#include "study/members/drawing.hpp"

#include <algorithm>
#include <atomic>
#include <future>

#include "sim/scenario/load/sound_member.hpp"
#include "study/refused.hpp"

namespace railshift::study {
namespace {

/// Draws that are left; threads take one after the other.
class Drawing {
 public:
  Drawing(const DrawnFrom& from, const std::vector<Draw>& draws) : from_(from), draws_(draws), members_(draws.size()) {}

  /// `goes_on` is asked after each member with the share of all that is done.
  template <typename GoesOn>
  void work(const GoesOn& goes_on) {
    for (std::size_t i = next_++; i < draws_.size() && !ended_; i = next_++) {
      scenario::SoundMember sound = scenario::sound_member(from_.files, from_.load, *draws_[i].laws, *draws_[i].point);
      members_[i] = {draws_[i].number, from_.seed, std::move(sound.changes.base), std::move(sound.changes.all)};
      if (!goes_on(static_cast<double>(++done_) / static_cast<double>(draws_.size()))) ended_ = true;
    }
  }

  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] std::vector<Member> take() { return std::move(members_); }

 private:
  const DrawnFrom& from_;
  const std::vector<Draw>& draws_;
  std::vector<Member> members_;
  std::atomic<std::size_t> next_ = 0, done_ = 0;
  std::atomic<bool> ended_ = false;
};

}  // namespace

std::vector<Member> drawn(const DrawnFrom& from, const std::vector<Draw>& draws, int threads, const Watch& watch) {
  if (draws.empty()) return {};
  if (watch.drawing) watch.drawing();
  Drawing drawing(from, draws);
  std::vector<std::future<void>> helpers;
  for (int i = 1; i < std::min<int>(threads, static_cast<int>(draws.size())); ++i)
    helpers.push_back(std::async(std::launch::async, [&drawing] { drawing.work([](double) { return true; }); }));
  // Whoever watches is told from this thread alone.
  drawing.work([&watch](double done) { return !watch.progress || watch.progress(done); });
  for (std::future<void>& helper : helpers) helper.get();
  if (watch.simulated) watch.simulated();
  if (drawing.ended()) throw Interrupted{};
  return drawing.take();
}

}  // namespace railshift::study

#include "sim/scenario/load/sound_member.hpp"

#include <algorithm>

namespace railshift::scenario {
namespace {

constexpr int kHalvings = 6;

class Search {
 public:
  Search(const Files& files, const LoadRequest& request, const Uncertainty& uncertainty, const std::vector<double>& point)
      : files_(files), request_(request), uncertainty_(uncertainty), point_(point) {}

  SoundMember found() {
    reach_.assign(point_.size(), 1.0);
    if (!is_sound()) draw_back();
    return {member_changes(uncertainty_, point_, reach_), reach_, loads_};
  }

 private:
  void draw_back() {
    std::fill(reach_.begin(), reach_.end(), 0.0);
    keep_halves(0, reach_.size());
    std::vector<std::size_t> back;
    for (std::size_t g = 0; g < reach_.size(); ++g) {
      if (reach_[g] == 0.0) back.push_back(g);
    }
    double sound = 0.0, unsound = 1.0;
    for (int halving = 0; halving < kHalvings; ++halving) {
      const double middle = 0.5 * (sound + unsound);
      for (const std::size_t g : back) reach_[g] = middle;
      (is_sound() ? sound : unsound) = middle;
    }
    for (const std::size_t g : back) reach_[g] = sound;
  }

  /// Lets groups from `first` to before `end` keep their draws, as many as can: all at once, or each half by itself.
  void keep(std::size_t first, std::size_t end) {
    std::fill(reach_.begin() + static_cast<std::ptrdiff_t>(first), reach_.begin() + static_cast<std::ptrdiff_t>(end), 1.0);
    if (is_sound()) return;
    std::fill(reach_.begin() + static_cast<std::ptrdiff_t>(first), reach_.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
    keep_halves(first, end);
  }

  void keep_halves(std::size_t first, std::size_t end) {
    if (end - first < 2) return;
    const std::size_t middle = first + (end - first) / 2;
    keep(first, middle);
    keep(middle, end);
  }

  bool is_sound() {
    const MemberChanges changes = member_changes(uncertainty_, point_, reach_);
    return loads(changes.all) && (changes.base == changes.all || loads(changes.base));
  }

  bool loads(const std::map<std::string, std::string>& changes) {
    ++loads_;
    LoadRequest request = request_;
    request.set.insert(changes.begin(), changes.end());
    return load(files_, request).world.has_value();
  }

  const Files& files_;
  const LoadRequest& request_;
  const Uncertainty& uncertainty_;
  const std::vector<double>& point_;
  std::vector<double> reach_;
  std::size_t loads_ = 0;
};

}  // namespace

bool SoundMember::as_drawn() const {
  return std::all_of(reach.begin(), reach.end(), [](double r) { return r == 1.0; });
}

SoundMember sound_member(const Files& files, const LoadRequest& request, const Uncertainty& uncertainty, const std::vector<double>& point) {
  return Search(files, request, uncertainty, point).found();
}

}  // namespace railshift::scenario

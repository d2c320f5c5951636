#pragma once
/// The folders of members in one place. A part is written beside its place and gets its name when it is whole; several processes, of one
/// machine or of several on one file system, may work in the same place.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/language.hpp"
#include "study/request.hpp"

namespace railshift::study {

/// Which part of a study: a member by one engine. What decides its bytes (identity_json of its run) says whether it is the one.
struct PartKey {
  int number = 1;
  Mover mover = Mover::events;
  std::string identity;
};

class MemberParts {
 public:
  explicit MemberParts(std::filesystem::path root);

  [[nodiscard]] std::filesystem::path place(const PartKey& key) const;
  /// Whether the part stands there, of this identity and with every byte.
  [[nodiscard]] bool is_whole(const PartKey& key) const;
  /// An empty folder of this process in which the part is written.
  [[nodiscard]] std::filesystem::path fresh(const PartKey& key) const;
  /// Seals what was written in `folder` and gives it its place. Where another process was first with the same, its part stays.
  void seal(const PartKey& key, const std::filesystem::path& folder) const;
  /// A folder of this process for the state of a member's base year; it need not exist.
  [[nodiscard]] std::filesystem::path state_folder(int number) const;

  /// A note that a run failed, and why; of this identity, or none.
  void note_failure(const PartKey& key, const Words& why) const;
  [[nodiscard]] std::optional<Words> failure(const PartKey& key) const;
  void forget_failure(const PartKey& key) const;

  /// What stands against the parts or notes of these keys, if they are there: in what they differ from the key, or that they are damaged.
  /// One sentence a reason, with the first of the parts and their number.
  [[nodiscard]] std::vector<Words> reasons_against(const std::vector<PartKey>& keys) const;
  /// Takes a whole part, or a note, over from another place; nothing if it is not there, or if a whole one is here.
  void take(const PartKey& key, const MemberParts& from) const;
  /// The hash of all that is in a part; nothing if it is not whole.
  [[nodiscard]] std::optional<std::string> seal_of(const PartKey& key) const;

  /// Removes what processes of this machine were writing when they ended.
  void clear_left_behind() const;

 private:
  [[nodiscard]] std::filesystem::path note_of(const PartKey& key) const;
  [[nodiscard]] std::optional<Words> reason_against(const PartKey& key) const;
  std::filesystem::path root_;
  std::string writer_;
};

}  // namespace railshift::study

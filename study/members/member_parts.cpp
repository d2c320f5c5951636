#include "study/members/member_parts.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/core/files/pending_file.hpp"
#include "sim/core/input_file.hpp"
#include "study/results/own_program.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kIdentity = "member.json";
constexpr const char* kUnfinished = ".tmp";

std::string name_of(const PartKey& key) { return fmt::format("{}-{:04}", key.mover == Mover::months ? "twin" : "full", key.number); }

/// What a text sealed as member.json says; nothing if it is none or was altered.
std::optional<Sealed> identity_in(const fs::path& part) {
  Sealed identity;
  std::error_code ignored;
  if (!fs::is_regular_file(part / kIdentity, ignored) || read_seal(read_text(part / kIdentity), identity) != Seal::sound) return {};
  return identity;
}

/// In what two identities differ, the first of: program, processor level, inputs, what was asked.
Words difference(const std::string& theirs, const std::string& ours) {
  const auto a = nlohmann::json::parse(theirs, nullptr, false), b = nlohmann::json::parse(ours);
  if (!a.is_object()) return {"无法读取", "cannot be read"};
  const auto differs = [&](const char* key) { return a.value(key, nlohmann::json()) != b.at(key); };
  if (differs("program_sha256")) return {"是另一版程序的", "is of another program"};
  if (differs("cpu_level"))
    return both("是另一处理器级别（{}）的，本机为 {}", "is of another processor level ({}), this machine has {}", a.value("cpu_level", ""),
                b.at("cpu_level").get<std::string>());
  if (differs("inputs_sha256")) return {"是另一情景（输入文件不同）的", "is of another scenario: its input files differ"};
  return {"是另一研究的（情景、改动、成员或种子不同）", "is of another study: scenario, changes, members or seed differ"};
}

/// Removes a note or part that may be gone at the same moment by another process.
void drop(const fs::path& folder) {
  std::error_code gone;
  fs::remove_all(folder, gone);
}

}  // namespace

MemberParts::MemberParts(fs::path root) : root_(std::move(root)), writer_(writer_name()) {}

fs::path MemberParts::place(const PartKey& key) const { return root_ / name_of(key); }

fs::path MemberParts::note_of(const PartKey& key) const { return root_ / (name_of(key) + ".failed") / "why.json"; }

fs::path MemberParts::state_folder(int number) const { return root_ / fmt::format("base-{:04}.{}{}", number, writer_, kUnfinished); }

std::optional<std::string> MemberParts::seal_of(const PartKey& key) const {
  const fs::path part = place(key);
  const auto identity = identity_in(part);
  if (!identity || identity->json != key.identity || !compare_with(part, identity->files, kIdentity).none()) return std::nullopt;
  return sha256_hex(read_text(part / kIdentity));
}

bool MemberParts::is_whole(const PartKey& key) const { return seal_of(key).has_value(); }

fs::path MemberParts::fresh(const PartKey& key) const {
  fs::path folder = root_ / fmt::format("{}.{}{}", name_of(key), writer_, kUnfinished);
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

void MemberParts::seal(const PartKey& key, const fs::path& folder) const {
  write_text(folder / kIdentity, sealed(key.identity, list_files(folder, kIdentity)));
  sync_tree(folder);
  if (!is_whole(key)) drop(place(key));
  std::error_code taken;
  fs::rename(folder, place(key), taken);
  if (!taken) return sync_to_disk(root_);
  if (!is_whole(key)) throw Failed(both("无法写入 {}：{}", "cannot write {}: {}", place(key).string(), taken.message()));
  drop(folder);
}

void MemberParts::note_failure(const PartKey& key, const Words& why) const {
  const nlohmann::ordered_json note{{"identity_sha256", sha256_hex(key.identity)}, {"zh", why.zh}, {"en", why.en}};
  fs::create_directories(note_of(key).parent_path());
  replace_file(note_of(key), note.dump(1) + "\n");
}

std::optional<Words> MemberParts::failure(const PartKey& key) const {
  std::error_code ignored;
  if (!fs::is_regular_file(note_of(key), ignored)) return std::nullopt;
  const auto note = nlohmann::json::parse(read_text(note_of(key)), nullptr, false);
  if (!note.is_object() || note.value("identity_sha256", "") != sha256_hex(key.identity)) return std::nullopt;
  return Words{note.value("zh", ""), note.value("en", "")};
}

void MemberParts::forget_failure(const PartKey& key) const { drop(note_of(key).parent_path()); }

/// What is wrong with it, as the end of a sentence that begins with its path.
std::optional<Words> MemberParts::reason_against(const PartKey& key) const {
  const fs::path part = place(key);
  std::error_code ignored;
  if (fs::exists(note_of(key), ignored) && !failure(key))
    return Words{"的失败记录是另一研究的，或已损坏", "has a note of a failure in another study, or a damaged one"};
  if (!fs::exists(part, ignored)) return std::nullopt;
  const auto identity = identity_in(part);
  if (!identity) return both("没有完好的 {}", "has no sound {}", kIdentity);
  if (identity->json != key.identity) return difference(identity->json, key.identity);
  if (!compare_with(part, identity->files, kIdentity).none())
    return Words{"已损坏：文件与清单不符", "is damaged: its files are not those of its list"};
  return std::nullopt;
}

std::vector<Words> MemberParts::reasons_against(const std::vector<PartKey>& keys) const {
  struct Reason {
    Words why;
    fs::path first;
    int parts = 0;
  };
  std::vector<Reason> reasons;
  for (const PartKey& key : keys) {
    const auto why = reason_against(key);
    if (!why) continue;
    auto at = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.why.en == why->en; });
    if (at == reasons.end()) at = reasons.insert(reasons.end(), {*why, place(key), 0});
    ++at->parts;
  }
  std::vector<Words> said;
  for (const Reason& r : reasons) {
    said.push_back(r.parts == 1 ? both("{} {}", "{} {}", r.first.string(), r.why)
                                : both("{} {}（共 {} 个部分）", "{} {} ({} parts)", r.first.string(), r.why, r.parts));
  }
  return said;
}

void MemberParts::take(const PartKey& key, const MemberParts& from) const {
  if (is_whole(key)) return;
  if (const auto why = from.failure(key); why && !from.is_whole(key)) note_failure(key, *why);
  if (!from.is_whole(key)) return;
  const fs::path folder = fresh(key);
  fs::copy(from.place(key), folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  sync_tree(folder);
  drop(place(key));
  rename_durably(folder, place(key));
  forget_failure(key);
}

void MemberParts::clear_left_behind() const {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(root_, ignored)) {
    const std::string name = entry.path().filename().string();
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos || !name.ends_with(kUnfinished)) continue;
    if (writer_has_ended(name.substr(dot + 1, name.size() - dot - 1 - std::string_view(kUnfinished).size()))) drop(entry.path());
  }
}

}  // namespace railshift::study

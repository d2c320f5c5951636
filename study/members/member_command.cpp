#include <fmt/format.h>

#include "study/members/member_runs.hpp"
#include "study/members/shell_words.hpp"

namespace railshift::study {
namespace fs = std::filesystem;

std::string MemberRuns::command(const Member& member, Mover mover) const {
  std::vector<std::string> words{"railshift", "run", fs::absolute(request_.scenario).lexically_normal().string()};
  const auto add = [&words](const std::string& option, const std::string& value) {
    words.push_back(option);
    words.push_back(value);
  };
  add("--layer", request_.layer == Layer::baseline ? "baseline" : "plan");
  add("--seed", std::to_string(member.seed));
  add("--until", to_string(end_));
  if (!request_.variant.empty()) add("--variant", fs::absolute(request_.variant).lexically_normal().string());
  if (mover == Mover::months) add("--engine", "months");
  for (const auto& [path, value] : load_of(member).set) add("--set", path + "=" + value);
  add("--out", fmt::format("runs/member-{}{}", member.number, mover == Mover::months ? "-months" : ""));
  return shell_line(words);
}

}  // namespace railshift::study

#include "analysis/report/brief/saying.hpp"

namespace railshift::analysis::report {

using document::Line;
using document::Run;

Saying::Saying(const Page& page, std::string_view head) : page_(page), line_{strong(page.word(head))} {}

void Saying::go_on(const Line& more) { line_.insert(line_.end(), more.begin(), more.end()); }

void Saying::go_on(std::string_view key, const std::vector<Run>& runs) { go_on(page_.sentence(key, runs)); }

void Saying::say(std::string_view key, const std::vector<Run>& runs) {
  if (page_.language() == Language::en && !line_.empty() && !line_.back().text.ends_with(' ')) line_.push_back(text(" "));
  go_on(key, runs);
}

void Saying::recommend(std::string_view key, const std::vector<Run>& runs) {
  say("brief.recommend");
  line_.back().look = document::Look::strong;
  go_on(key, runs);
}

Run reading_run(const Page& page, const Verdict& v) {
  const std::string named = v.reading.in(page.language());
  return text(named.empty() ? page.metric_reading(to_text(v.metric), v.scope) : named);
}

}  // namespace railshift::analysis::report

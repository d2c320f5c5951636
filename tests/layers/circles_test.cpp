/// No header includes itself by way of others, also not inside a folder.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/layers/sources.hpp"

namespace circles_test {

using namespace railshift::layers;

namespace {

/// What each header includes.
using Graph = std::map<std::string, std::vector<std::string>>;
using Way = std::vector<std::string>;

/// Depth first: the way of one search, and what was seen to lead into no circle.
class Search {
 public:
  explicit Search(const Graph& graph) : graph_(graph) {}

  /// The headers of a circle in their order, the first one again at the end; empty if there is none.
  Way circle() {
    for (const auto& [header, includes] : graph_) {
      if (visit(header)) return way_;
    }
    return {};
  }

 private:
  bool visit(const std::string& header) {
    if (done_.count(header) == 1 || graph_.count(header) == 0) return false;
    const auto before = std::find(way_.begin(), way_.end(), header);
    const bool closed = before != way_.end();
    if (closed) way_.erase(way_.begin(), before);
    way_.push_back(header);
    if (closed) return true;
    for (const std::string& next : graph_.at(header)) {
      if (visit(next)) return true;
    }
    way_.pop_back();
    done_.insert(header);
    return false;
  }

  const Graph& graph_;
  Way way_;
  std::set<std::string> done_;
};

Way circle_in(const Graph& graph) { return Search(graph).circle(); }

}  // namespace

TEST_CASE("no headers include each other in a circle", "[layers]") {
  Graph headers;
  std::size_t includes = 0;
  for (const Source& source : sources_under({"sim", "analysis", "study", "app", "bench", "tests"})) {
    if (!source.header()) continue;
    auto& targets = headers[source.path];
    for (const Include& include : source.includes) targets.push_back(include.target);
  }
  for (const auto& [header, targets] : headers) {
    for (const std::string& target : targets) includes += headers.count(target);
  }
  CHECK(includes > 400);
  CHECK(circle_in(headers) == Way{});
}

TEST_CASE("the search finds a circle of one, two or three and no other way round", "[layers]") {
  CHECK(circle_in({{"a", {"a"}}}) == Way{"a", "a"});
  CHECK(circle_in({{"a", {"b"}}, {"b", {"a"}}}) == Way{"a", "b", "a"});
  CHECK(circle_in({{"a", {"b"}}, {"b", {"c", "d"}}, {"c", {}}, {"d", {"e"}}, {"e", {"b"}}}) == Way{"b", "d", "e", "b"});
  // Two ways to one header are no circle; <vector> is none of ours.
  CHECK(circle_in({{"a", {"b", "c"}}, {"b", {"d", "<vector>"}}, {"c", {"d"}}, {"d", {}}}).empty());
}

}  // namespace circles_test

/// The engine's world may be replaced at a month's beginning: nothing that lives longer than a call may refer into it.
#include <catch2/catch.hpp>

#include <regex>

#include "tests/layers/sources.hpp"

namespace live_world_test {

using namespace railshift::layers;

namespace {

/// World and the rows of its tables: every struct of the headers that describe a world.
std::string row_types() {
  static const std::vector<std::string> headers = {"clause",  "firm",        "fleet_world", "flow",       "goods_world",    "judged_world",
                                                   "measure", "network",     "operations",  "rail_world", "register_world", "road_world",
                                                   "target",  "value_world", "vehicle",     "world"};
  static const std::regex declaration("^struct (\\w+)( final)?( : [\\w, ]+)? \\{.*");
  std::string types;
  for (const Source& source : sources_under({"sim/model"})) {
    bool of_world = false;
    for (const std::string& header : headers) of_world = of_world || source.path == "sim/model/" + header + ".hpp";
    for (const std::string& line : source.lines) {
      std::smatch found;
      if (of_world && std::regex_match(line, found, declaration)) types += (types.empty() ? "" : "|") + found[1].str();
    }
  }
  return types;
}

/// Whether a line declares a member that refers to a world or one of its rows. A reference without an initializer can only be a member; a
/// pointer is one in a header, elsewhere by its underscore.
class MemberRule {
 public:
  [[nodiscard]] bool breaks(const std::string& line, bool header) const {
    if (line.find('(') != std::string::npos) return false;
    return std::regex_match(line, reference_) || std::regex_match(line, header ? pointer_ : named_pointer_) ||
           (header && std::regex_match(line, contained_));
  }

 private:
  std::string row_ = "^\\s*(const |mutable )*(railshift::)?((" + row_types() + ")|Table<\\w+>|std::vector<(" + row_types() + ")>)( const)?";
  std::string rest_ = "( = nullptr|\\{\\}|\\{nullptr\\})?;.*";
  std::regex reference_{row_ + "& ?\\w+;.*"};
  std::regex pointer_{row_ + "\\* ?\\w+" + rest_};
  std::regex named_pointer_{row_ + "\\* ?\\w+_" + rest_};
  std::regex contained_{"^\\s*[\\w:<, ]*(<(const )?(" + row_types() + ")( const)?[&*]|reference_wrapper<(const )?(" + row_types() +
                        ")|span<).*;.*"};
};

}  // namespace

TEST_CASE("no class of the engine holds a World or a row of one by reference", "[layers]") {
  const MemberRule rule;
  int lines = 0;
  for (const Source& source : sources_under({"sim/engine"})) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      // What a caller hands over for the length of a call; the engine copies it.
      if (source.path.ends_with("/run.hpp") && source.lines[i] == "  const World* world = nullptr;") continue;
      INFO(source.path << ":" << i + 1 << ": " << source.lines[i]);
      CHECK_FALSE(rule.breaks(source.lines[i], source.header()));
      ++lines;
    }
  }
  CHECK(lines > 3000);
}

TEST_CASE("the rule knows a member from what lives for a call", "[layers]") {
  const MemberRule rule;
  CHECK(rule.breaks("  const World& world_;", true));
  CHECK(rule.breaks("  const World& world;", false));
  CHECK(rule.breaks("  const World* world_;", false));
  CHECK(rule.breaks("  const Flow* flow = nullptr;", true));
  CHECK(rule.breaks("  const Table<Chain>& chains_;  ///< of the plan", true));
  CHECK(rule.breaks("  std::vector<const Station*> stations_;", true));
  CHECK(rule.breaks("  std::span<const Leg> legs_;", true));
  CHECK_FALSE(rule.breaks("  const LiveWorld& world_;", true));
  CHECK_FALSE(rule.breaks("  const Chain& chain = world.chains[id];", false));
  CHECK_FALSE(rule.breaks("  const Station* first = nullptr;", false));
  CHECK_FALSE(rule.breaks("  Id<Flow> flow_;", true));
  CHECK_FALSE(rule.breaks("  const std::vector<TruckLeg>& legs_;", true));
  CHECK_FALSE(rule.breaks("  void add(const Flow& flow);", true));
}

}  // namespace live_world_test

/// Members of the five cities: each is a scenario that check accepts, its wholes are whole, and its numbers lie in their ranges.
#include <catch2/catch.hpp>

#include <random>

#include "sim/scenario/load/sound_member.hpp"

namespace cities_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

struct City {
  Files files;
  Loaded loaded;
};

City city(const std::string& name) {
  Problems problems;
  City c{read_files(std::string(RAILSHIFT_SOURCE_DIR) + "/scenarios/" + name, std::nullopt, problems), {}};
  c.loaded = load(c.files, {});
  for (const Problem& p : c.loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(c.loaded.world);
  return c;
}

/// The same points on every machine.
std::vector<std::vector<double>> points(std::size_t count, std::size_t factors) {
  std::mt19937_64 bits(15);
  std::vector<std::vector<double>> all(count, std::vector<double>(factors));
  for (auto& point : all) {
    for (double& u : point) u = static_cast<double>(bits() >> 11) * 0x1p-53;
  }
  return all;
}

void require_loads(const City& c, const std::map<std::string, std::string>& changes) {
  LoadRequest request;
  request.set = changes;
  const Loaded member = load(c.files, request);
  for (const Problem& p : member.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(member.world);
}

double value_in(const std::map<std::string, std::string>& changes, const WholePart& part) {
  const auto found = changes.find(part.path);
  return found == changes.end() ? part.value : std::stod(found->second);
}

void check_wholes(const City& c, const std::map<std::string, std::string>& changes) {
  for (const Whole& whole : c.loaded.uncertainty.wholes) {
    double given = 0.0, sum = 0.0;
    for (const WholePart& part : whole.parts) {
      const double value = value_in(changes, part);
      given += part.value;
      sum += value;
      INFO(part.path);
      CHECK((value >= -1e-12 && value <= std::max(1.0, part.high) + 1e-9));
    }
    INFO(whole.parts.front().path);
    if (whole.keeps == Whole::Keeps::sum)
      CHECK(sum == Approx(given).margin(1e-9));
    else
      CHECK(sum <= std::max(1.0, given) + 1e-9);
  }
}

/// Draws of laws with ends lie between low and high; 1e-6 for what is rounded to print.
void check_ranges(const City& c, const std::map<std::string, std::string>& changes) {
  for (const UncertaintyGroup& group : c.loaded.uncertainty.groups) {
    for (const MovedInput& input : group.inputs) {
      const auto found = changes.find(input.path);
      if (found == changes.end() || input.written == Written::day) continue;
      const double value = std::stod(found->second);
      INFO(input.path);
      CHECK((value >= input.least && value <= input.most));
      if (group.law.low_high == LowHigh::ends) CHECK((value >= input.range.low - 1e-6 && value <= input.range.high + 1e-6));
    }
  }
}

void check_members(const std::string& name, std::size_t count) {
  const City c = city(name);
  const Uncertainty& uncertainty = c.loaded.uncertainty;
  CHECK(uncertainty.groups.size() > 40);
  std::size_t as_drawn = 0;
  for (const auto& point : points(count, uncertainty.groups.size())) {
    const SoundMember member = sound_member(c.files, {}, uncertainty, point);
    as_drawn += member.as_drawn() ? 1 : 0;
    require_loads(c, member.changes.all);
    require_loads(c, member.changes.base);
    check_wholes(c, member.changes.all);
    check_ranges(c, member.changes.all);
  }
  INFO(name << ": " << as_drawn << " of " << count << " members stand as drawn");
  CHECK(as_drawn > 0);
}

}  // namespace

TEST_CASE("members of every city are sound scenarios", "[scenario][slow]") {
  for (const char* name : {"taiyuan", "shuozhou", "yangquan", "pingcheng", "xinzhou"}) check_members(name, 3);
}

TEST_CASE("two dozen members of every city are sound scenarios", "[scenario][.cities]") {
  for (const char* name : {"taiyuan", "shuozhou", "yangquan", "pingcheng", "xinzhou"}) check_members(name, 24);
}

}  // namespace cities_test

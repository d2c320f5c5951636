#include <random>

#include "tests/scenario/errors.hpp"

namespace mutation_test {

using namespace railshift;
using namespace railshift::test;

namespace {

/// Changes, inserts or removes a few bytes of one file; now and then a byte that a planner would never type.
void mutate(std::string& text, std::mt19937& random) {
  static const std::string kBytes = std::string(",\"\n\r=[]{}.#-9aZ \xE7\x85\xA4\xEF\xBC\x9A\xFF") + '\0' + '\x01';
  for (int i = 0; i < 3 && !text.empty(); ++i) {
    const std::size_t at = random() % text.size();
    const char byte = kBytes[random() % kBytes.size()];
    switch (random() % 4) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.insert(at, 1, byte);
        break;
      case 2:
        text.erase(at, 1 + random() % 5);
        break;
      default:
        text.resize(at);
        break;
    }
  }
}

}  // namespace

TEST_CASE("files damaged at random end in a world or in messages, never in a crash", "[scenario]") {
  int refused = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    std::mt19937 random(seed);
    scenario::Files files = small_scenario();
    auto file = files.content.begin();
    std::advance(file, static_cast<long>(random() % files.content.size()));
    if (seed % 3 == 0) file = files.content.find("scenario.toml");
    mutate(file->second, random);
    INFO("seed " << seed << ", " << file->first);
    const scenario::Loaded loaded = scenario::load(files, {});
    CHECK(loaded.world.has_value() == loaded.problems.empty());
    for (const Problem& p : loaded.problems.sorted()) {
      CHECK_FALSE(p.place.file.empty());
      require_chinese(p);
    }
    if (!loaded.world) ++refused;
  }
  CHECK(refused > 200);  // most damage is noticed
}

}  // namespace mutation_test

#include "study/trace/measure_lines.hpp"

#include <algorithm>
#include <map>
#include <regex>

#include "sim/core/text.hpp"

namespace railshift::study::trace {
namespace {

/// A line of a block, `field = value`, and the header under which it stands.
struct Written {
  std::string file;
  int line = 1;
  std::string section;  ///< "" of the block itself, "numbers", "public_cost" ...
  std::string field, value;
};
/// A block of measures or targets.
struct Block {
  std::string id;
  std::vector<Written> lines;
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

/// Without a comment behind the value; a sign inside of quotes is none.
std::string without_comment(const std::string& line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) quoted = !quoted;
    if (line[i] == '#' && !quoted) return line.substr(0, i);
  }
  return line;
}

std::string unquoted(const std::string& value) {
  return value.size() >= 2 && value.front() == '"' && value.back() == '"' ? value.substr(1, value.size() - 2) : value;
}

/// Blocks `[[kind]]` of a file with what stands under `[[kind.section]]` or `[kind.section]`.
class BlockReader {
 public:
  BlockReader(const InputFile& file, std::string kind) : file_(file), kind_(std::move(kind)) {}
  std::vector<Block> read() {
    std::size_t from = 0;
    for (int number = 1; from <= file_.content.size(); ++number) {
      const std::size_t to = std::min(file_.content.find('\n', from), file_.content.size());
      take(trimmed(without_comment(file_.content.substr(from, to - from))), number);
      from = to + 1;
    }
    return std::move(blocks_);
  }

 private:
  void take(const std::string& line, int number) {
    if (line.starts_with("[")) return head(line.substr(0, line.find_last_of(']') + 1));
    const std::size_t sign = line.find('=');
    if (!inside_ || sign == std::string::npos) return;
    Written written{file_.path, number, section_, trimmed(line.substr(0, sign)), trimmed(line.substr(sign + 1))};
    if (section_.empty() && written.field == "id") blocks_.back().id = unquoted(written.value);
    blocks_.back().lines.push_back(std::move(written));
  }
  void head(const std::string& header) {
    const std::size_t first = header.find_first_not_of("[ "), last = header.find_last_not_of("] ");
    const std::string name = first == std::string::npos ? "" : header.substr(first, last + 1 - first);
    inside_ = name == kind_ || (inside_ && name.starts_with(kind_ + "."));
    section_ = name == kind_ || !inside_ ? "" : name.substr(kind_.size() + 1);
    if (name == kind_) blocks_.emplace_back();
  }

  const InputFile& file_;
  std::string kind_, section_;
  bool inside_ = false;
  std::vector<Block> blocks_;
};

std::vector<Block> blocks_of(const std::vector<InputFile>& inputs, const std::string& kind) {
  std::vector<Block> blocks;
  for (const InputFile& input : inputs) {
    if (!input.path.ends_with(".toml")) continue;
    for (Block& block : BlockReader(input, kind).read()) blocks.push_back(std::move(block));
  }
  return blocks;
}

/// What [[measure.numbers]] says of a field.
std::string said_of(const Block& block, const std::string& field, const std::string& what) {
  bool here = false;
  for (const Written& line : block.lines) {
    if (line.section != "numbers") continue;
    if (line.field == "field") here = unquoted(line.value) == field;
    if (here && line.field == what) return unquoted(line.value);
  }
  return "";
}

CitedInput number_of(const Block& block, const Written& line, const std::string& column, const std::string& value) {
  CitedInput input;
  input.file = line.file;
  input.line = line.line;
  input.key = block.id;
  input.column = column;
  input.value = value;
  input.standing = said_of(block, line.field, "standing");
  input.source = said_of(block, line.field, "source");
  input.reason = said_of(block, line.field, "reason");
  return input;
}

void add_steps(const Block& block, const Written& line, std::vector<CitedInput>& numbers) {
  static const std::regex step(R"(\{[^}]*due\s*=\s*(\d{4}-\d\d-\d\d)[^}]*level\s*=\s*([0-9.]+)[^}]*\})");
  for (std::sregex_iterator at(line.value.begin(), line.value.end(), step), end; at != end; ++at)
    numbers.push_back(number_of(block, line, line.field + "@" + (*at)[1].str(), (*at)[2].str()));
}

}  // namespace

std::vector<CitedInput> measure_numbers(const World& world, const std::vector<InputFile>& inputs) {
  std::vector<CitedInput> numbers;
  for (const Block& block : blocks_of(inputs, "measure")) {
    const auto measure = world.measures.find(block.id);
    if (!measure) continue;
    const auto& clause = world.measures[*measure].clause;
    const std::size_t first = numbers.size();
    for (const Written& line : block.lines) {
      if (!line.section.empty()) continue;
      if (line.value.starts_with("[")) add_steps(block, line, numbers);
      if (parse_decimal(line.value)) numbers.push_back(number_of(block, line, line.field, line.value));
    }
    for (std::size_t i = first; i < numbers.size(); ++i) {
      if (clause) numbers[i].clause = world.clauses[*clause].id;
      if (numbers[i].standing.empty() && clause) numbers[i].standing = "published";
    }
  }
  return numbers;
}

std::optional<CitedInput> target_threshold(const Target& target, const std::vector<InputFile>& inputs) {
  for (const Block& block : blocks_of(inputs, "target")) {
    if (block.id != target.id) continue;
    for (const Written& line : block.lines) {
      if (!line.section.empty() || line.field != "value") continue;
      CitedInput input = number_of(block, line, "value", line.value);
      input.unit = target.unit;
      input.standing = "published";
      input.act = Act::verdict;
      return input;
    }
  }
  return std::nullopt;
}

}  // namespace railshift::study::trace

#include "app/options.hpp"

#include <algorithm>
#include <limits>
#include <sstream>
#include <thread>

#include <fmt/format.h>

#include "app/scenario_input.hpp"
#include "sim/core/text.hpp"

namespace railshift::app {
namespace po = boost::program_options;

namespace {
/// Boost breaks help lines between bytes, which would cut a Chinese character in two: lines so wide that none is broken.
constexpr unsigned kHelpWidth = 400;
}  // namespace

CommandLine::CommandLine(const Command& command, const po::options_description& options, std::vector<std::string> positional)
    : command_(command), options_(kHelpWidth, kHelpWidth / 2), positional_(std::move(positional)) {
  for (const auto& option : options.options()) options_.add(option);
  options_.add_options()("help,h", say({"显示本命令的帮助", "show help for this command"}).c_str())(
      "lang", po::value<std::string>()->value_name("zh|en"), say({"输出语言", "language of the output"}).c_str());
}

namespace {

std::vector<std::string> long_names(const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) {
    if (option->long_name() != "arguments") names.push_back("--" + option->long_name());
  }
  return names;
}

[[noreturn]] void unknown_option(const std::string& name, const po::options_description& options) {
  const auto near = nearest(name, long_names(options));
  const std::string hint = near ? fmt::format(fmt::runtime(say({"；是否想用 {}", "; did you mean {}"})), *near) : "";
  throw UsageError{fmt::format(fmt::runtime(say({"未知选项 {}{}", "unknown option {}{}"})), name, hint)};
}

/// The last of the names may stand for several words: RUN...
void check_arguments(const po::variables_map& values, const std::vector<std::string>& names, const std::string& usage) {
  const std::size_t wanted = names.size();
  const bool several = !names.empty() && names.back().ends_with("...");
  const auto given = values.count("arguments") != 0 ? values["arguments"].as<std::vector<std::string>>() : std::vector<std::string>{};
  if (several ? given.size() < wanted : given.size() != wanted) {
    throw UsageError{fmt::format(
        fmt::runtime(say({"需要 {} 个参数，给了 {} 个。用法：railshift {}", "takes {} argument(s), got {}. Usage: railshift {}"})), wanted,
        given.size(), usage)};
  }
  if (std::find(given.begin(), given.end(), "") != given.end()) {
    throw UsageError{
        fmt::format(fmt::runtime(say({"有一个参数是空的。用法：railshift {}", "an argument is empty. Usage: railshift {}"})), usage)};
  }
}

/// An option without a text asks for nothing; often a variable of a script that is not set.
void refuse_empty(const po::variables_map& values, const po::options_description& options) {
  const auto empty = [](const boost::any& value) {
    if (const auto* text = boost::any_cast<std::string>(&value)) return text->empty();
    const auto* texts = boost::any_cast<std::vector<std::string>>(&value);
    return texts != nullptr && std::find(texts->begin(), texts->end(), "") != texts->end();
  };
  for (const auto& option : options.options()) {
    const std::string& name = option->long_name();
    const bool takes_text = option->semantic()->max_tokens() > 0;
    if (!takes_text || values.count(name) == 0 || !empty(values[name].value())) continue;
    throw UsageError{fmt::format(
        fmt::runtime(say({"--{} 的值是空的；请写出值，或不用此选项", "--{} has an empty value; write one, or leave the option out"})),
        name)};
  }
}

}  // namespace

std::optional<po::variables_map> CommandLine::parse(const std::vector<std::string>& arguments) const {
  po::options_description all;
  all.add(options_).add_options()("arguments", po::value<std::vector<std::string>>());
  po::positional_options_description everything;
  everything.add("arguments", -1);
  po::variables_map values;
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).positional(everything).style(style).run(), values);
    po::notify(values);
  } catch (const po::unknown_option& e) {
    unknown_option(e.get_option_name(), options_);
  } catch (const po::error_with_option_name& e) {
    const auto text = say(
        {"{} 没有值，或其值无法读取；用法见 railshift {} --help", "{} has no value, or one that cannot be read; see railshift {} --help"});
    throw UsageError{fmt::format(fmt::runtime(text), e.get_option_name(), command_.name)};
  } catch (const po::error& e) {
    throw UsageError{fmt::format(fmt::runtime(say({"命令行有误：{}", "wrong command line: {}"})), e.what())};
  }
  refuse_empty(values, options_);
  if (values.count("lang") != 0) {
    const auto& lang = values["lang"].as<std::string>();
    if (lang != "zh" && lang != "en")
      throw UsageError{fmt::format(fmt::runtime(say({"--lang {}：只接受 zh 或 en", "--lang {}: zh or en"})), lang)};
    set_language(lang == "zh" ? Language::zh : Language::en);
  }
  if (values.count("help") != 0) {
    std::ostringstream text;
    text << options_;
    fmt::print("railshift {}\n{}\n\n{}", command_.usage, say(command_.summary), text.str());
    return std::nullopt;
  }
  check_arguments(values, positional_, command_.usage);
  return values;
}

std::map<std::string, std::string> settings_of(const std::vector<std::string>& pairs) {
  std::map<std::string, std::string> settings;
  for (const std::string& pair : pairs) {
    const auto sign = pair.find('=');
    if (sign == std::string::npos || sign == 0) {
      throw UsageError{fmt::format(fmt::runtime(say({"--set {}：应写成 路径=值", "--set {}: write path=value"})), pair)};
    }
    settings[pair.substr(0, sign)] = pair.substr(sign + 1);
  }
  return settings;
}

std::string one_of(const po::variables_map& values, const std::string& option, const std::vector<std::string>& accepted) {
  const auto& word = values[option].as<std::string>();
  if (std::find(accepted.begin(), accepted.end(), word) == accepted.end()) {
    throw UsageError{fmt::format(fmt::runtime(say({"--{} {}：只接受 {}", "--{} {}: one of {}"})), option, word, fmt::join(accepted, " "))};
  }
  return word;
}

std::optional<std::int64_t> whole_number(const po::variables_map& values, const std::string& option, std::int64_t low, std::int64_t high) {
  if (values.count(option) == 0) return std::nullopt;
  const auto& text = values[option].as<std::string>();
  const auto number = parse_integer(text);
  if (number && *number <= high && *number >= std::numeric_limits<int>::min()) return number;
  throw UsageError{
      fmt::format(fmt::runtime(say({"--{} {}：应为 {} 至 {} 的整数", "--{} {}: a whole number from {} to {}"})), option, text, low, high)};
}

void add_layer(po::options_description& options) {
  options.add_options()("layer", po::value<std::string>()->default_value("plan")->value_name("baseline|plan"),
                        say({"基准（无方案）或方案", "the baseline without the plan, or the plan"}).c_str());
}

void add_changes(po::options_description& options) {
  options.add_options()("variant", po::value<std::string>()->value_name("FILE"),
                        say({"变体文件（extends）", "a variant file (extends)"}).c_str())(
      "set", po::value<std::vector<std::string>>()->composing()->value_name("path=value"),
      say({"改一个数：表.行.列=值 或 measure.编号.字段=值，可重复",
           "change one number: table.row.column=value or measure.id.field=value; may be repeated"})
          .c_str());
}

void add_until(po::options_description& options) {
  options.add_options()("until", po::value<std::string>()->value_name("DATE"),
                        say({"只模拟到此日之前；某月的第一天", "simulate up to this day only; the first of a month"}).c_str());
}

void add_assert(po::options_description& options) {
  options.add_options()("assert", po::value<std::string>()->value_name("targets|served"),
                        say({"不成立时退出码 4", "exit code 4 if it does not hold"}).c_str());
}

void add_progress(po::options_description& options) {
  options.add_options()("progress", po::value<std::string>()->value_name("json|terminal"),
                        say({"json：进度逐行写到标准错误，每行一个 JSON 对象，供程序读取",
                             "json: progress as a line of JSON a step on standard error, for programs"})
                            .c_str());
}

ProgressForm progress_form(const po::variables_map& values) {
  if (values.count("progress") == 0) return ProgressForm::terminal;
  return one_of(values, "progress", {"json", "terminal"}) == "json" ? ProgressForm::json : ProgressForm::terminal;
}

study::Demand demand_of(const po::variables_map& values) {
  if (values.count("assert") == 0) return study::Demand::nothing;
  return one_of(values, "assert", {"targets", "served"}) == "served" ? study::Demand::served : study::Demand::targets;
}

study::Request study_request(const po::variables_map& values) {
  const auto given = [&values](const char* option) { return values.count(option) != 0; };
  const auto text = [&](const char* option) { return given(option) ? values[option].as<std::string>() : std::string(); };
  study::Request request;
  request.scenario = values["arguments"].as<std::vector<std::string>>()[0];
  request.variant = text("variant");
  if (given("set")) request.set = settings_of(values["set"].as<std::vector<std::string>>());
  request.until = text("until");
  if (given("kernel"))
    request.kernel = one_of(values, "kernel", {"ahead", "step"}) == "step" ? engine::Kernel::step : engine::Kernel::ahead;
  if (given("engine"))
    request.mover = one_of(values, "engine", {"events", "months"}) == "months" ? study::Mover::months : study::Mover::events;
  if (given("layer")) request.layer = layer_of(text("layer"));
  request.seed = whole_number(values, "seed", 0, std::numeric_limits<std::uint32_t>::max());
  if (const auto n = whole_number(values, "replications", 1, kMostAtATime)) request.replications = static_cast<int>(*n);
  const auto jobs = whole_number(values, "jobs", 1, kMostAtATime);
  request.jobs = jobs ? static_cast<int>(*jobs) : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  if (given("trips")) request.trips = text("trips");
  if (given("trains")) request.trains = text("trains");
  request.out = text("out");
  request.replace = given("force") ? study::Replace::yes : study::Replace::no;
  request.language = language();
  return request;
}

study::MemberDesign member_design(const po::variables_map& values) {
  study::MemberDesign design;
  if (const auto n = whole_number(values, "members", 2, kMostAtATime)) design.members = static_cast<int>(*n);
  design.full = std::min(design.full, design.members);
  if (const auto n = whole_number(values, "full", 0, kMostAtATime)) design.full = static_cast<int>(*n);
  return design;
}

}  // namespace railshift::app

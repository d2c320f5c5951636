#include "app/import/record_answers.hpp"

#include <string>

#include "app/options.hpp"
namespace railshift::app {
namespace po = boost::program_options;

void add_answer_options(po::options_description& options) {
  options.add_options()("allow-gaps", po::bool_switch(),
                        say({"有读不出的行、缺月时仍写入，性质记为推算并写明缺口（不给则不写）",
                             "write in spite of rows that cannot be read and months that are missing, as derived and with the gap stated"})
                            .c_str())("repeats", po::value<std::string>()->value_name("once|add"),
                                      say({"各格都相同、又无车牌和单号的行：once 只算一次，add 相加",
                                           "rows equal in all cells without plate or slip number: count once, or add"})
                                          .c_str())(
      "magnitude", po::value<std::string>()->value_name("right"),
      say({"right：与情景相差十倍以上的数字无误", "right: figures ten times, or a tenth of, what stands are right"}).c_str());
}

scenario::Answers answers_of(const po::variables_map& values) {
  scenario::Answers answers;
  if (values["allow-gaps"].as<bool>()) answers.gaps = scenario::GapRule::allow;
  if (values.count("repeats") != 0)
    answers.repeats = one_of(values, "repeats", {"once", "add"}) == "once" ? scenario::Repeats::once : scenario::Repeats::add;
  if (values.count("magnitude") != 0 && one_of(values, "magnitude", {"right"}) == "right") answers.magnitude = scenario::Magnitude::right;
  if (values.count("cumulative") != 0)
    answers.cumulative = one_of(values, "cumulative", {"yes", "no"}) == "yes" ? scenario::Cumulative::yes : scenario::Cumulative::no;
  if (values.count("site") != 0) answers.site = values["site"].as<std::string>();
  return answers;
}

}  // namespace railshift::app

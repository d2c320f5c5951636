// What becomes of the targets of a plan: asks for a run as the command line does, and prints each target with its outcome.
//   judge SCENARIO RESULT_FOLDER
#include <cstdio>
#include <string>

#include "study/refused.hpp"
#include "study/single_run.hpp"

using namespace railshift;

namespace {

void print(const study::RunOutcome& outcome) {
  for (const analysis::Verdict& verdict : outcome.verdicts)
    std::printf("%s %s\n", verdict.target.c_str(), std::string(to_text(verdict.outcome)).c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: judge SCENARIO RESULT_FOLDER\n", stderr);
    return 2;
  }
  study::Request request;
  request.scenario = argv[1];
  request.out = argv[2];
  try {
    print(study::run(request, study::Watch{}));
    return 0;
  } catch (const study::WrongScenario& wrong) {
    for (const Problem& problem : wrong.problems.sorted()) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
  } catch (const study::Refused& refused) {
    for (const Words& reason : refused.reasons) std::fprintf(stderr, "%s\n", reason.en.c_str());
  }
  return 2;
}

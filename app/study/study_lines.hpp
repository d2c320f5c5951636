#pragma once
/// What the terminal says of a study.
#include "study/studies/study_run.hpp"

namespace railshift::app {

/// Every case: chances, differences, runs without figures; then where the files are.
void print_study(const study::StudyResult& result);

}  // namespace railshift::app
